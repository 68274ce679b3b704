// Unions: the enum of the tags, which type has which tag, an owner of any member, and the verification.
import { blank, block, type Code } from '@fb/codegen';
import type { UnionDef, UnionMember } from '@fb/schema';
import type { Context } from './context.js';
import { enumParts } from './enum.js';
import { braces, functionCode, typeCode } from './language.js';
import { nativeTable } from './native.js';
import { inlineWord, merged, type Parts } from './parts.js';
import { fb, macro, method } from './runtime.js';
import { hasUniqueTypes, memberTag, memberType } from './table-reader.js';
import { builderType, plainElement } from './types.js';
import { unionParameters, VERIFIER_TEMPLATE, VERIFIER_TEMPLATE_AGAIN } from './verifier.js';

const RESOLVER = `const ${fb('resolver_function_t')} *resolver`;
const REHASHER = `const ${fb('rehasher_function_t')} *_rehasher`;

/** Everything of a union. */
export function unionParts(context: Context, def: UnionDef): Parts {
  const { names, settings } = context;
  const verifier = verification(context, def);
  return merged([
    enumParts(context, def.discriminator, def.doc),
    {
      types: hasUniqueTypes(def) ? traits(context, def, names.local(def, 'traits'), memberType) : [],
      bodies: [],
    },
    settings.objectApi ? ownerParts(context, def) : { types: [], bodies: [] },
    { types: [blank, verifier.types], bodies: [] },
  ]);
}

/** The bodies of the templates of a union: they need complete tables, and cannot leave the header. */
export function unionTemplates(context: Context, def: UnionDef): Code {
  return verification(context, def).bodies;
}

function traits(
  context: Context,
  def: UnionDef,
  name: string,
  typeOf: (context: Context, type: UnionMember['type']) => string,
): Code {
  const { names } = context;
  const tag = names.local(def);
  const [none] = def.discriminator.values;
  const value = (enumerator: string): string => `static const ${tag} enum_value = ${enumerator};`;
  return [
    blank,
    typeCode(
      `template<typename T> struct ${name}`,
      value(none === undefined ? '' : names.enumeratorRef(def.discriminator, none)),
    ),
    def.members.map((member) => [
      blank,
      typeCode(
        `template<> struct ${name}<${typeOf(context, member.type)}>`,
        value(memberTag(context, def, member)),
      ),
    ]),
  ];
}

/** What the owner of a member holds: structs and strings as they are, tables as their plain structs. */
function ownedType(context: Context, type: UnionMember['type']): string {
  if (type.kind === 'string') return 'std::string';
  return type.kind === 'struct' ? context.names.ref(type.struct) : nativeTable(context, type.table);
}

function ownerParts(context: Context, def: UnionDef): Parts {
  const { names, settings } = context;
  const unique = hasUniqueTypes(def);
  const owner = names.local(def, 'union');
  const tag = names.ref(def);
  const [first] = def.discriminator.values;
  const none = first === undefined ? '' : names.enumeratorRef(def.discriminator, first);
  const offset = `${fb('Offset')}<void>`;
  const swap = ['std::swap(type, u.type);', 'std::swap(value, u.value);'];
  const noexcept = macro('NOEXCEPT');
  const comparable = settings.compare;
  const type = typeCode(`struct ${owner}`, [
    `${tag} type;`,
    'void *value;',
    blank,
    `${owner}() : type(${none}), value(nullptr) {}`,
    braces(`${owner}(${owner} &&u) ${noexcept} : type(${none}), value(nullptr)`, swap),
    `${owner}(const ${owner} &u);`,
    braces(`${owner} &operator=(const ${owner} &u)`, [
      `${owner} copy(u);`,
      'return *this = std::move(copy);',
    ]),
    braces(`${owner} &operator=(${owner} &&u) ${noexcept}`, [swap, 'return *this;']),
    `~${owner}() { Reset(); }`,
    blank,
    'void Reset();',
    unique ? [blank, setter(context, def, none)] : [],
    blank,
    `static void *UnPack(const void *obj, ${tag} type, ${RESOLVER});`,
    `${offset} Pack(${builderType(context)} &_fbb, ${REHASHER} = nullptr) const;`,
    def.members.map((member) => {
      const owned = ownedType(context, member.type);
      const name = `As${member.name}()`;
      const isIt = `type == ${memberTag(context, def, member)}`;
      return [
        blank,
        braces(`${owned} *${name}`, `return ${isIt} ? reinterpret_cast<${owned} *>(value) : nullptr;`),
        braces(
          `const ${owned} *${name} const`,
          `return ${isIt} ? reinterpret_cast<const ${owned} *>(value) : nullptr;`,
        ),
      ];
    }),
  ]);
  const equality = comparable ? ownerEquality(context, def, none) : null;
  return {
    types: [
      unique ? traits(context, def, names.local(def, 'unionTraits'), ownedType) : [],
      blank,
      type,
      equality?.types ?? [],
    ],
    bodies: [ownerBodies(context, def, owner, none), equality?.bodies ?? []],
  };
}

function setter(context: Context, def: UnionDef, none: string): Code {
  const traitsName = context.names.ref(def, 'unionTraits');
  return [
    'template<typename T>',
    braces('void Set(T &&val)', [
      'typedef typename std::remove_reference<T>::type RT;',
      'Reset();',
      `type = ${traitsName}<RT>::enum_value;`,
      `if (type != ${none}) value = new RT(std::forward<T>(val));`,
    ]),
  ];
}

/** A case for each member; a tag of a newer schema is none of them. */
function switchOf(
  context: Context,
  def: UnionDef,
  body: (member: UnionMember) => Code,
  otherwise: Code,
): Code {
  return braces('switch (type)', [
    def.members.map((member) => block(`case ${memberTag(context, def, member)}: {`, body(member), '}')),
    block('default: {', otherwise, '}'),
  ]);
}

function ownerBodies(context: Context, def: UnionDef, owner: string, none: string): Code {
  const { names } = context;
  const word = inlineWord(context);
  const owned = (member: UnionMember): string => ownedType(context, member.type);
  return [
    blank,
    block(
      `${word}${owner}::${owner}(const ${owner} &u) : type(u.type), value(nullptr) {`,
      switchOf(
        context,
        def,
        (member) => [
          `if (u.value) value = new ${owned(member)}(*reinterpret_cast<const ${owned(member)} *>(u.value));`,
          'break;',
        ],
        'break;',
      ),
      '}',
    ),
    blank,
    braces(`${word}void ${owner}::Reset()`, [
      switchOf(
        context,
        def,
        (member) => [`delete reinterpret_cast<${owned(member)} *>(value);`, 'break;'],
        'break;',
      ),
      'value = nullptr;',
      `type = ${none};`,
    ]),
    blank,
    functionCode(
      `${word}void *${owner}::UnPack`,
      ['const void *obj', `${names.ref(def)} type`, RESOLVER],
      [
        '(void)obj;',
        '(void)resolver;',
        switchOf(context, def, (member) => unpackMember(context, member), 'return nullptr;'),
      ],
    ),
    blank,
    functionCode(
      `${word}${fb('Offset')}<void> ${owner}::Pack`,
      [`${builderType(context)} &_fbb`, REHASHER],
      [
        '(void)_fbb;',
        '(void)_rehasher;',
        switchOf(context, def, (member) => packMember(context, member, owned(member)), 'return 0;'),
      ],
      'const',
    ),
  ];
}

function unpackMember(context: Context, { type }: UnionMember): Code {
  const read = `reinterpret_cast<const ${memberType(context, type)} *>(obj)`;
  if (type.kind === 'table') return `return ${read}->UnPack(resolver);`;
  if (type.kind === 'struct') return `return new ${context.names.ref(type.struct)}(*${read});`;
  return [`const auto *text = ${read};`, 'return new std::string(text->c_str(), text->size());'];
}

function packMember(context: Context, { type }: UnionMember, owned: string): Code {
  const value = `reinterpret_cast<const ${owned} *>(value)`;
  if (type.kind === 'table')
    return `return ${context.names.ref(type.table, 'create')}(_fbb, ${value}, _rehasher).Union();`;
  return `return _fbb.${method(type.kind === 'struct' ? 'CreateStruct' : 'CreateString')}(*${value}).Union();`;
}

function ownerEquality(context: Context, def: UnionDef, none: string): Parts {
  const word = inlineWord(context);
  const type = context.names.ref(def, 'union');
  const parameters = `(const ${type} &lhs, const ${type} &rhs)`;
  const compare = (member: UnionMember): Code => {
    const pointee = `reinterpret_cast<const ${ownedType(context, member.type)} *>`;
    return `return *${pointee}(lhs.value) == *${pointee}(rhs.value);`;
  };
  return {
    types: [blank, `${word}bool operator==${parameters};`, `${word}bool operator!=${parameters};`],
    bodies: [
      blank,
      braces(`${word}bool operator==${parameters}`, [
        'if (lhs.type != rhs.type) return false;',
        `if (lhs.type == ${none}) return true;`,
        'if (!lhs.value || !rhs.value) return lhs.value == rhs.value;',
        `const auto type = lhs.type;`,
        switchOf(context, def, compare, 'return false;'),
      ]),
      blank,
      braces(`${word}bool operator!=${parameters}`, 'return !(lhs == rhs);'),
    ],
  };
}

/** Declared where the union is, defined where all tables are complete. */
function verification(context: Context, def: UnionDef): Parts {
  const { names } = context;
  const tagElement = plainElement(context, { kind: 'enum', enum: def.discriminator });
  const parameters = unionParameters(names.ref(def), tagElement);
  const one = `bool ${names.local(def, 'verify')}(${parameters.one})`;
  const many = `bool ${names.local(def, 'verifyVector')}(${parameters.many})`;
  const check = ({ type }: UnionMember): Code => {
    const read = `reinterpret_cast<const ${memberType(context, type)} *>(obj)`;
    if (type.kind === 'table') return `return verifier.${method('VerifyTable')}(${read});`;
    if (type.kind === 'string') return `return verifier.${method('VerifyString')}(${read});`;
    const struct = names.ref(type.struct);
    return `return verifier.template ${method('VerifyField')}<${struct}>(static_cast<const uint8_t *>(obj), 0, ${type.struct.align});`;
  };
  return {
    types: [VERIFIER_TEMPLATE, `${one};`, VERIFIER_TEMPLATE, `${many};`],
    bodies: [
      blank,
      VERIFIER_TEMPLATE_AGAIN,
      braces(`inline ${one}`, [
        '(void)verifier;',
        '(void)obj;',
        switchOf(context, def, check, 'return true;'),
      ]),
      blank,
      VERIFIER_TEMPLATE_AGAIN,
      braces(`inline ${many}`, [
        'if (!values || !types) return !values && !types;',
        'if (values->size() != types->size()) return false;',
        braces(`for (${fb('uoffset_t')} i = 0; i < values->size(); ++i)`, [
          `const auto type = static_cast<${names.ref(def)}>(types->Get(i));`,
          `if (!${names.ref(def, 'verify')}(verifier, values->Get(i), type)) return false;`,
        ]),
        'return true;',
      ]),
    ],
  };
}

// The object API: a plain struct for each table, its copies, and the functions between it and the table.
import { blank, type Code } from '@fb/codegen';
import type { TableDef } from '@fb/schema';
import { nativeEquality } from './compare.js';
import type { Context } from './context.js';
import { braces, constructorCode, functionCode, typeCode } from './language.js';
import { allocators, nameFunction } from './members.js';
import { isNativeTable, memberFields, memberOf, nativeTable, type Member } from './native.js';
import { packBody } from './pack.js';
import { inlineWord, merged, type Parts } from './parts.js';
import { fb, macro } from './runtime.js';
import { builderType } from './types.js';
import { unpackBody } from './unpack.js';

/** The plain struct of a table. */
export function nativeCode(context: Context, def: TableDef): Parts {
  if (!context.settings.objectApi || isNativeTable(def)) return { types: [], bodies: [] };
  const type = context.names.local(def, 'native');
  const members = memberFields(def).map((field) => memberOf(context, def, field));
  const old = context.settings.standard === 'c++0x';
  const copies =
    !old && members.some(({ pointer }) => pointer !== 'none') ? copyControl(context, type, members) : null;
  const initial = members.map(
    ({ name, initial: text }) => `${name}(${text.replace(/^ = /, '').replace('{}', '')})`,
  );
  const types = typeCode(`struct ${type} : public ${fb('NativeTable')}`, [
    `typedef ${context.names.ref(def)} TableType;`,
    nameFunction(context, def, type),
    allocators(def, type),
    members.map((member) => `${member.type} ${member.name}${old ? '' : member.initial};`),
    old ? constructorCode(type, [], initial, []) : (copies?.types ?? []),
  ]);
  return { types, bodies: copies?.bodies ?? [] };
}

/** Copies own what they point to: they copy it. */
function copyControl(context: Context, type: string, members: readonly Member[]): Parts {
  const word = inlineWord(context);
  const initial = members
    .filter(({ pointer }) => pointer !== 'elements')
    .map(({ name, pointer, pointee }) =>
      pointer === 'value'
        ? `${name}(o.${name} ? new ${pointee}(*o.${name}) : nullptr)`
        : `${name}(o.${name})`,
    );
  const loops = members
    .filter(({ pointer }) => pointer === 'elements')
    .map(({ name, pointee }) => [
      `this->${name}.reserve(o.${name}.size());`,
      braces(
        `for (const auto &each : o.${name})`,
        `this->${name}.emplace_back(each ? new ${pointee}(*each) : nullptr);`,
      ),
    ]);
  return {
    types: [
      `${type}() = default;`,
      `${type}(const ${type} &o);`,
      `${type}(${type} &&) ${macro('NOEXCEPT')} = default;`,
      `${type} &operator=(${type} o) ${macro('NOEXCEPT')};`,
    ],
    bodies: [
      blank,
      // The base is named, as compilers warn of copies that leave it out.
      constructorCode(
        `${word}${type}::${type}`,
        [`const ${type} &o`],
        [`${fb('NativeTable')}(o)`, ...initial],
        loops,
      ),
      blank,
      functionCode(
        `${word}${type} &${type}::operator=`,
        [`${type} o`],
        [members.map(({ name }) => `std::swap(this->${name}, o.${name});`), 'return *this;'],
        macro('NOEXCEPT'),
      ),
    ],
  };
}

const RESOLVER = `const ${fb('resolver_function_t')} *_resolver`;
const REHASHER = `const ${fb('rehasher_function_t')} *_rehasher`;

/** The members of a table's class that make and take plain structs. */
export function nativeMembers(context: Context, def: TableDef): Code {
  if (!context.settings.objectApi) return [];
  const native = nativeTable(context, def);
  const table = context.names.ref(def);
  return [
    `${native} *UnPack(${RESOLVER} = nullptr) const;`,
    `void UnPackTo(${native} *_o, ${RESOLVER} = nullptr) const;`,
    `static ${fb('Offset')}<${table}> Pack(${builderType(context)} &_fbb, const ${native} *_o, ${REHASHER} = nullptr);`,
  ];
}

/** `CreateX` from a plain struct, and the bodies of all that. A user who has a type of his own defines two of them. */
export function nativeFunctions(context: Context, def: TableDef): Parts {
  if (!context.settings.objectApi) return { types: [], bodies: [] };
  const { names } = context;
  const word = inlineWord(context);
  const native = nativeTable(context, def);
  const table = names.local(def);
  const offset = `${fb('Offset')}<${names.ref(def)}>`;
  const parameters = [`${builderType(context)} &_fbb`, `const ${native} *_o`];
  const create = `${word}${offset} ${names.local(def, 'create')}`;
  const bodies: Code = [
    blank,
    functionCode(
      `${word}${native} *${table}::UnPack`,
      [RESOLVER],
      [
        `std::unique_ptr<${native}> _o(new ${native}());`,
        'this->UnPackTo(_o.get(), _resolver);',
        'return _o.release();',
      ],
      'const',
    ),
    blank,
    functionCode(create, [...parameters, REHASHER], `return ${names.ref(def)}::Pack(_fbb, _o, _rehasher);`),
    isNativeTable(def)
      ? []
      : [
          blank,
          functionCode(
            `${word}void ${table}::UnPackTo`,
            [`${native} *_o`, RESOLVER],
            unpackBody(context, def),
            'const',
          ),
          blank,
          functionCode(`${word}${offset} ${table}::Pack`, [...parameters, REHASHER], packBody(context, def)),
        ],
  ];
  return merged([
    { types: `${create}(${[...parameters, `${REHASHER} = nullptr`].join(', ')});`, bodies },
    nativeEquality(context, def),
  ]);
}

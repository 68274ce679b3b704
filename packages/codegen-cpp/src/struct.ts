// Structs: a class whose memory is the struct's bytes.
import { blank, Scope, type Code } from '@fb/codegen';
import type { ArrayType, StructDef, StructField } from '@fb/schema';
import { equality } from './compare.js';
import type { Context } from './context.js';
import { structKey } from './key.js';
import { braces, constructorCode, documented, MEMBER_WORDS, typeCode } from './language.js';
import { allocators, nameFunction, typeTableMember } from './members.js';
import { fb, macro } from './runtime.js';
import { structGetField, traitsOf } from './traits.js';
import { storedType, toStored, toUser, userType } from './types.js';

/** A member of the class that holds bytes. */
interface Member {
  /** `null` for padding. */
  readonly field: StructField | null;
  readonly name: string;
  readonly declaration: string;
}

/** Everything of a struct that must be in the header. */
export function structCode(context: Context, def: StructDef): Code {
  const { names } = context;
  const name = names.local(def);
  const members = membersOf(context, def);
  return [
    documented(
      def.doc,
      typeCode(`${macro('MANUALLY_ALIGNED_STRUCT')}(${def.align}) ${name} ${macro('FINAL_CLASS')}`, [
        'private:',
        members.map(({ declaration }) => declaration),
        blank,
        'public:',
        traitsOf(context, def).declaration,
        typeTableMember(context, def),
        nameFunction(context, def, ''),
        constructors(context, def, members),
        def.fields.map((field) => documented(field.doc, accessors(context, def, field, members))),
        structGetField(context, def),
        allocators(def, name),
      ]),
    ),
    `${macro('STRUCT_END')}(${name}, ${def.size});`,
    traitsOf(context, def).definition,
    context.settings.abslHash ? [blank, abslHash(context, def)] : [],
    context.settings.compare ? [blank, equality(context, def)] : [],
  ];
}

function membersOf(context: Context, def: StructDef): readonly Member[] {
  const scope = new Scope(MEMBER_WORDS, [
    context.names.local(def),
    ...def.fields.flatMap((field) => {
      const name = context.names.field(def, field);
      return [name, `mutate_${name}`, `mutable_${name}`];
    }),
  ]);
  let paddings = 0;
  return def.fields.flatMap((field) => {
    const name = scope.claim(`${context.names.field(def, field)}_`);
    const { type } = field;
    const element = type.kind === 'array' ? type.element : type;
    const stored = element.kind === 'struct' ? context.names.ref(element.struct) : storedType(element);
    const length = type.kind === 'array' ? `[${type.length}]` : '';
    const pieces = paddingPieces(field.padding).map((bits) => {
      const padding = scope.claim(`padding${paddings++}__`);
      return { field: null, name: padding, declaration: `int${bits}_t ${padding};` };
    });
    return [{ field, name, declaration: `${stored} ${name}${length};` }, ...pieces];
  });
}

/** Integers that fill `bytes`, each at a multiple of its size; what is more than an integer is some of 8 bytes. */
function paddingPieces(bytes: number): readonly number[] {
  const pieces = [1, 2, 4].filter((size) => (bytes & size) !== 0).map((size) => size * 8);
  return [...pieces, ...Array.from({ length: Math.floor(bytes / 8) }, () => 64)];
}

/** One without arguments, one without arrays, one with them. */
function constructors(context: Context, def: StructDef, members: readonly Member[]): Code {
  const hasArrays = def.fields.some(({ type }) => type.kind === 'array');
  const hasPlain = def.fields.some(({ type }) => type.kind !== 'array');
  return [
    oneConstructor(context, def, members, () => false),
    hasPlain ? oneConstructor(context, def, members, (field) => field.type.kind !== 'array') : [],
    hasArrays ? oneConstructor(context, def, members, () => true) : [],
  ];
}

function oneConstructor(
  context: Context,
  def: StructDef,
  members: readonly Member[],
  isGiven: (field: StructField) => boolean,
): Code {
  const { names } = context;
  const scope = new Scope(
    MEMBER_WORDS,
    members.map(({ name }) => name),
  );
  const parameters: string[] = [];
  const initial: string[] = [];
  const body: string[] = [];
  for (const { field, name } of members) {
    if (field === null) {
      initial.push(`${name}(0)`);
      body.push(`(void)${name};`);
      continue;
    }
    const { type } = field;
    if (!isGiven(field)) {
      initial.push(`${name}()`);
      continue;
    }
    const parameter = scope.claim(`_${names.field(def, field)}`);
    if (type.kind === 'struct') {
      parameters.push(`const ${names.ref(type.struct)} &${parameter}`);
      initial.push(`${name}(${parameter})`);
    } else if (type.kind === 'array') {
      parameters.push(`${fb('span')}<const ${spanElement(context, type)}, ${type.length}> ${parameter}`);
      initial.push(`${name}()`);
      body.push(`${arrayCast(context, type, name)}.CopyFromSpan(${parameter});`);
    } else {
      parameters.push(`${userType(context, type)} ${parameter}`);
      initial.push(`${name}(${fb('EndianScalar')}(${toStored(type, parameter)}))`);
    }
  }
  return constructorCode(names.local(def), parameters, initial, body);
}

/** Enums are themselves in arrays, scoped or not. */
function spanElement(context: Context, { element }: ArrayType): string {
  if (element.kind === 'struct') return context.names.ref(element.struct);
  return element.kind === 'enum' ? context.names.ref(element.enum) : storedType(element);
}

function arrayCast(context: Context, { element }: ArrayType, name: string): string {
  return element.kind === 'enum'
    ? `${fb('CastToArrayOfEnum')}<${context.names.ref(element.enum)}>(${name})`
    : `${fb('CastToArray')}(${name})`;
}

function accessors(context: Context, def: StructDef, field: StructField, members: readonly Member[]): Code {
  const { names, settings } = context;
  const { type } = field;
  const name = names.field(def, field);
  const member = members.find((each) => each.field === field)?.name ?? '';
  const key = field.key ? structKey(context, def, field) : [];
  if (type.kind === 'struct') {
    const struct = names.ref(type.struct);
    return [
      braces(`const ${struct} &${name}() const`, `return ${member};`),
      settings.mutable ? braces(`${struct} &mutable_${name}()`, `return ${member};`) : [],
      key,
    ];
  }
  if (type.kind === 'array') {
    const array = `${fb('Array')}<${spanElement(context, type)}, ${type.length}>`;
    const value = `return &${arrayCast(context, type, member)};`;
    return [
      braces(`const ${array} *${name}() const`, value),
      settings.mutable ? braces(`${array} *mutable_${name}()`, value) : [],
      key,
    ];
  }
  const user = userType(context, type);
  return [
    braces(`${user} ${name}() const`, `return ${toUser(context, type, `${fb('EndianScalar')}(${member})`)};`),
    settings.mutable
      ? braces(
          `void mutate_${name}(${user} value)`,
          `${fb('WriteScalar')}(&this->${member}, ${toStored(type, 'value')});`,
        )
      : [],
    key,
  ];
}

/** A hash of all fields for Abseil's containers. */
function abslHash(context: Context, def: StructDef): Code {
  const steps = def.fields.map((field) => {
    const value = `obj.${context.names.field(def, field)}()`;
    if (field.type.kind !== 'array') return `h = H::combine(std::move(h), ${value});`;
    const isStruct = field.type.element.kind === 'struct';
    return braces(
      `for (const auto ${isStruct ? '*' : ''}element : *${value})`,
      `h = H::combine(std::move(h), ${isStruct ? '*' : ''}element);`,
    );
  });
  return [
    'template<typename H>',
    braces(`inline H AbslHashValue(H h, const ${context.names.ref(def)} &obj)`, [steps, 'return h;']),
  ];
}

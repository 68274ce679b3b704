// Reading and changing the fields of a table in place.
import { block, type Code } from '@fb/codegen';
import type { TableDef, TableField, Type, UnionDef, UnionMember } from '@fb/schema';
import type { Context } from './context.js';
import { tableKey } from './key.js';
import { braces, utf8 } from './language.js';
import { storedDefault, userDefault } from './literal.js';
import { fb, flex, type TABLE_METHODS } from './runtime.js';
import { isPlain, pointer, storedType, targetType, toStored, toUser, userType, type Plain } from './types.js';

/** What the code of a table's class needs to know of it. */
export interface TableNames {
  /** The name of a field's accessor. */
  of(field: TableField): string;
  /** The name of a field's entry in the vtable. */
  slot(field: TableField): string;
  /** A member of the base class, reachable whatever the fields are called. */
  base(name: (typeof TABLE_METHODS)[number]): string;
  /** A derived name such as `x_as_A` that no field has. */
  derived(wish: string): string;
}

/** The accessors of a field. */
export function readers(context: Context, def: TableDef, field: TableField, names: TableNames): Code {
  const { type } = field;
  const name = names.of(field);
  const key = field.key ? tableKey(context, def, field) : [];
  if (isPlain(type)) {
    const { reader, mutator } = plainAccess(context, field, type, names);
    return [reader, context.settings.mutable && field.tagOf === null ? mutator : [], key];
  }
  const target = targetType(context, type);
  const mutable = context.settings.mutable
    ? braces(`${pointer(context, target)}mutable_${name}()`, pointerBody(context, field, target, names))
    : [];
  return [
    braces(
      `${pointer(context, `const ${target}`)}${name}() const`,
      pointerBody(context, field, `const ${target}`, names),
    ),
    type.kind === 'union' ? unionReaders(context, context.names.ref(def), field, type.union, names) : [],
    mutable,
    key,
    nestedReaders(context, field, names),
  ];
}

function plainAccess(
  context: Context,
  field: TableField,
  type: Plain,
  names: TableNames,
): { readonly reader: Code; readonly mutator: Code } {
  const name = names.of(field);
  const slot = names.slot(field);
  const user = userType(context, type);
  const stored = storedType(type);
  if (field.presence === 'optional') {
    return {
      reader: braces(
        `${fb('Optional')}<${user}> ${name}() const`,
        `return ${names.base('GetOptional')}<${stored}, ${user}>(${slot});`,
      ),
      mutator: braces(
        `bool mutate_${name}(${user} value)`,
        `return ${names.base('SetField')}<${stored}>(${slot}, ${toStored(type, 'value')});`,
      ),
    };
  }
  const initial = storedDefault(field);
  return {
    reader: braces(
      `${user} ${name}() const`,
      `return ${toUser(context, type, `${names.base('GetField')}<${stored}>(${slot}, ${initial})`)};`,
    ),
    mutator: braces(
      `bool mutate_${name}(${user} value = ${userDefault(context, field, type)})`,
      `return ${names.base('SetField')}<${stored}>(${slot}, ${toStored(type, 'value')}, ${initial});`,
    ),
  };
}

/** The pointer to a field, and to a constant where an absent string or vector has a default. */
function pointerBody(context: Context, field: TableField, target: string, names: TableNames): Code {
  const getter = field.type.kind === 'struct' ? 'GetStruct' : field.offset64 ? 'GetPointer64' : 'GetPointer';
  const get = `${names.base(getter)}<${target} *>(${names.slot(field)})`;
  const bytes = defaultBytes(field);
  if (bytes === null) return `return ${get};`;
  const mutable = target.startsWith('const ') ? 'const ' : '';
  return [
    // As in a buffer: the length in little-endian order, then the text and a zero.
    `alignas(8) static ${mutable}uint8_t absent[] = { ${bytes.join(', ')} };`,
    `auto *present = ${get};`,
    `return present != nullptr ? present : reinterpret_cast<${target} *>(absent);`,
  ];
}

function defaultBytes({ type, default: value, offset64 }: TableField): readonly number[] | null {
  if (type.kind === 'vector' && Array.isArray(value))
    return Array.from({ length: type.wide || offset64 ? 8 : 4 }, () => 0);
  if (type.kind !== 'string' || typeof value !== 'string') return null;
  const text = utf8(value);
  const length = [0, 8, 16, 24].map((shift) => (text.length >>> shift) & 0xff);
  return [...length, ...text, 0];
}

function unionReaders(
  context: Context,
  owner: string,
  field: TableField,
  def: UnionDef,
  names: TableNames,
): Code {
  const { settings } = context;
  const name = names.of(field);
  const template = hasUniqueTypes(def);
  const byMember = def.members.map((member) => {
    const target = memberType(context, member.type);
    const alias = names.derived(`${name}_as_${member.name}`);
    const isIt = `this->${names.of(field.tag ?? field)}() == ${memberTag(context, def, member)}`;
    return [
      braces(
        `${pointer(context, `const ${target}`)}${alias}() const`,
        `return ${isIt} ? static_cast<const ${target} *>(this->${name}()) : nullptr;`,
      ),
      settings.mutable
        ? braces(
            `${pointer(context, target)}mutable_${alias}()`,
            `return const_cast<${target} *>(static_cast<const ${owner} *>(this)->${alias}());`,
          )
        : [],
    ];
  });
  return [
    template ? `template<typename T> ${pointer(context, 'const T')}${name}_as() const;` : [],
    template && settings.mutable ? `template<typename T> ${pointer(context, 'T')}mutable_${name}_as();` : [],
    byMember,
  ];
}

/** The specializations of `x_as<T>()`, which follow the class. */
export function unionSpecializations(
  context: Context,
  def: TableDef,
  field: TableField,
  names: TableNames,
): Code {
  const { type } = field;
  if (type.kind !== 'union' || !hasUniqueTypes(type.union)) return [];
  const owner = context.names.local(def);
  const name = names.of(field);
  return type.union.members.map((member) => {
    const target = memberType(context, member.type);
    const alias = names.derived(`${name}_as_${member.name}`);
    return [
      braces(
        `template<> inline ${pointer(context, `const ${target}`)}${owner}::${name}_as<${target}>() const`,
        `return ${alias}();`,
      ),
      context.settings.mutable
        ? braces(
            `template<> inline ${pointer(context, target)}${owner}::mutable_${name}_as<${target}>()`,
            `return mutable_${alias}();`,
          )
        : [],
    ];
  });
}

/** What a member of a union is read as. */
export function memberType(context: Context, type: UnionMember['type']): string {
  return targetType(context, type as Type);
}

/** The enumerator of a member of a union. */
export function memberTag(context: Context, def: UnionDef, member: UnionMember): string {
  const value = def.discriminator.values.find((each) => each.value === member.value);
  return value === undefined ? '' : context.names.enumeratorRef(def.discriminator, value);
}

/** Whether a type tells which member it is: no two are of one type. */
export function hasUniqueTypes(def: UnionDef): boolean {
  const types = def.members.map(({ type }) =>
    type.kind === 'string' ? 'string' : type.kind === 'table' ? type.table : type.struct,
  );
  return new Set(types).size === types.length;
}

function nestedReaders(context: Context, field: TableField, names: TableNames): Code {
  const name = names.of(field);
  const bytes = `const auto *bytes = this->${name}();`;
  if (field.nested !== null) {
    const root = context.names.ref(field.nested);
    return braces(`${pointer(context, `const ${root}`)}${names.derived(`${name}_nested_root`)}() const`, [
      bytes,
      `return bytes == nullptr ? nullptr : ${fb('GetRoot')}<${root}>(bytes->Data());`,
    ]);
  }
  if (!field.flexbuffer) return [];
  return block(
    `${flex('Reference')} ${names.derived(`${name}_flexbuffer_root`)}() const {`,
    [
      bytes,
      `return bytes == nullptr ? ${flex('Reference')}() : ${flex('GetRoot')}(bytes->Data(), bytes->size());`,
    ],
    '}',
  );
}

// The members of plain structs: what each field of a table is in the object API, and who owns what.
import { unreachable } from '@fb/codegen';
import type { StructDef, TableDef, TableField, Type, VectorType } from '@fb/schema';
import type { Context } from './context.js';
import { userDefault } from './literal.js';
import type { TypeDef } from './names.js';
import { fb } from './runtime.js';
import { attribute, hasAttribute, isPlain, userType } from './types.js';

/** A member of a plain struct. */
export interface Member {
  readonly name: string;
  readonly type: string;
  /** Its default member initializer, from `{` or `=` on. */
  readonly initial: string;
  /** Whether it, or each of its elements, owns an object behind a pointer. */
  readonly pointer: 'none' | 'value' | 'elements';
  /** The type of that object. */
  readonly pointee: string;
}

/** How a field points to objects. */
export interface Pointer {
  readonly naked: boolean;
  /** What gives the plain pointer: `.get()`, or nothing. */
  readonly get: string;
  /** The pointer type to `target`. */
  type(target: string): string;
  /** A pointer made of an expression that is a plain pointer. */
  from(target: string, expression: string): string;
}

/** Whether the user has a type of his own instead of the plain struct. */
export function isNativeTable(def: TypeDef): boolean {
  return def.kind === 'table' && attribute(def, 'native_type') !== null;
}

/** The plain struct of a table, or what the user has instead. */
export function nativeTable(context: Context, def: TableDef): string {
  return attribute(def, 'native_type') ?? context.names.ref(def, 'native');
}

/** A struct in the object API: itself, or what the user has instead. */
export function nativeStruct(context: Context, def: StructDef): string {
  return attribute(def, 'native_type') ?? context.names.ref(def);
}

/** The user's function `Pack` or `UnPack` for such a struct; `null` for a struct that is itself. */
export function nativeFunction(def: StructDef, verb: 'Pack' | 'UnPack'): string | null {
  if (attribute(def, 'native_type') === null) return null;
  return `::flatbuffers::${verb}${attribute(def, 'native_type_pack_name') ?? ''}`;
}

/** The string type of a field, and whether it is made from pointer and length. */
export function stringOf(
  { settings }: Context,
  field: TableField,
): { readonly type: string; readonly flex: boolean } {
  const own = attribute(field, 'cpp_str_type');
  const type = own ?? settings.stringType;
  const custom = type !== 'std::string';
  return {
    type,
    flex: custom && (settings.stringFlexConstructor || hasAttribute(field, 'cpp_str_flex_ctor')),
  };
}

/** How a field points to objects; those that a hash stands for are not owned unless that is asked for. */
export function pointerOf({ settings }: Context, field: TableField): Pointer {
  const asked =
    attribute(field, 'cpp_ptr_type') ?? (hashedType(field) === null ? 'default_ptr_type' : 'naked');
  const template = asked === 'default_ptr_type' ? settings.pointerType : asked;
  const naked = template === 'naked';
  const type = (target: string): string => (naked ? `${target} *` : `${template}<${target}>`);
  return {
    naked,
    get: naked ? '' : (attribute(field, 'cpp_ptr_type_get') ?? '.get()'),
    type,
    from: (target, expression) => (naked ? expression : `${type(target)}(${expression})`),
  };
}

/** The type that a hashed field, or each element of one, points to; `null` for others. */
export function hashedType(field: TableField): string | null {
  return field.hash === null ? null : attribute(field, 'cpp_type');
}

/** Whether objects of a field are members themselves instead of pointers. */
export function isInline(field: TableField): boolean {
  return hasAttribute(field, 'native_inline');
}

/** The member that a field is. */
export function memberOf(context: Context, def: TableDef, field: TableField): Member {
  const name = memberName(context, def, field);
  const plain = (type: string, initial = '{}'): Member => ({
    name,
    type,
    initial,
    pointer: 'none',
    pointee: type,
  });
  const pointer = pointerOf(context, field);
  const { type } = field;
  const hashed = hashedType(field);
  if (isPlain(type)) {
    if (hashed !== null) {
      const owned = pointer.type(hashed).startsWith('std::unique_ptr');
      return {
        ...plain(pointer.type(hashed), pointer.naked ? ' = nullptr' : '{}'),
        pointer: owned ? 'value' : 'none',
        pointee: hashed,
      };
    }
    const user = userType(context, type);
    if (field.presence === 'optional') return plain(`${fb('Optional')}<${user}>`, ` = ${fb('nullopt')}`);
    return plain(user, ` = ${attribute(field, 'native_default') ?? userDefault(context, field, type)}`);
  }
  switch (type.kind) {
    case 'string':
      return plain(stringOf(context, field).type);
    case 'union':
      return plain(context.names.ref(type.union, 'union'));
    case 'struct':
    case 'table': {
      const pointee =
        type.kind === 'struct' ? nativeStruct(context, type.struct) : nativeTable(context, type.table);
      if (isInline(field)) return plain(pointee);
      return { ...plain(pointer.type(pointee)), pointer: 'value', pointee };
    }
    case 'vector':
      return { ...plain(''), ...vectorMember(context, field, type) };
    default:
      return unreachable('a table holds no array');
  }
}

function vectorMember(
  context: Context,
  field: TableField,
  type: VectorType,
): Pick<Member, 'type' | 'pointer' | 'pointee'> {
  const { element } = type;
  const hashed = hashedType(field);
  const pointer = pointerOf(context, field);
  if (element.kind === 'table') {
    const pointee = nativeTable(context, element.table);
    const item = isInline(field) ? pointee : pointer.type(pointee);
    const allocator = attribute(element.table, 'native_custom_alloc');
    return {
      type: `std::vector<${item}${allocator === null ? '' : `, ${allocator}<${item}>`}>`,
      pointer: isInline(field) ? 'none' : 'elements',
      pointee,
    };
  }
  if (hashed !== null) {
    const item = pointer.type(hashed);
    const owned = item.startsWith('std::unique_ptr');
    return { type: `std::vector<${item}>`, pointer: owned ? 'elements' : 'none', pointee: hashed };
  }
  const item = nativeElement(context, field, element);
  return { type: `std::vector<${item}>`, pointer: 'none', pointee: item };
}

/** An element of a vector that is no pointer. */
function nativeElement(context: Context, field: TableField, element: Type): string {
  if (isPlain(element)) return userType(context, element);
  if (element.kind === 'string') return stringOf(context, field).type;
  if (element.kind === 'struct') return nativeStruct(context, element.struct);
  if (element.kind === 'union') return context.names.ref(element.union, 'union');
  return unreachable(`no such element: ${element.kind}`);
}

/** A member of a class cannot have its name. */
function memberName(context: Context, def: TableDef, field: TableField): string {
  const name = context.names.field(def, field);
  return name === context.names.local(def, 'native') ? `${name}_` : name;
}

/** The fields that are members: a union and its tag are one. */
export function memberFields(def: TableDef): readonly TableField[] {
  return def.fields.filter((field) => !field.deprecated && field.tagOf === null);
}

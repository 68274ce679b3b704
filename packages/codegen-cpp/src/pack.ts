// From a plain struct to its table: children first, in the order of the schema, but what needs 64-bit offsets before
// all else.
import { Scope, unreachable, type Code } from '@fb/codegen';
import type { TableDef, TableField, VectorType } from '@fb/schema';
import type { Context } from './context.js';
import { braces, call, MEMBER_WORDS } from './language.js';
import {
  hashedType,
  isInline,
  memberOf,
  nativeFunction,
  nativeStruct,
  pointerOf,
  stringOf,
} from './native.js';
import { fb, method } from './runtime.js';
import { elementType, isPlain, plainElement, storedType } from './types.js';
import { forceAlignment, liveFields, vectorOf, widestFirst } from './write-calls.js';

/** The body of `Pack`. */
export function packBody(context: Context, def: TableDef): Code {
  const locals = new Scope(MEMBER_WORDS, ['_fbb', '_o', '_rehasher']);
  const packed = new Map<TableField, Packed>();
  const statements: Code[] = [];
  for (const field of widestFirst(liveFields(def))) {
    const made = packField(context, def, field, () => locals.claim(context.names.field(def, field)));
    packed.set(field, made);
    statements.push(made.statements);
  }
  return [
    '(void)_o;',
    '(void)_rehasher;',
    statements,
    call(`return ${context.names.ref(def, 'create')}`, [
      '_fbb',
      ...liveFields(def).map((field) => packed.get(field)?.argument ?? '0'),
    ]),
  ];
}

interface Packed {
  readonly statements: Code;
  /** What goes to `CreateX`. */
  readonly argument: string;
}

function packField(context: Context, def: TableDef, field: TableField, local: () => string): Packed {
  if (field.tagOf !== null) return packTag(context, def, field, field.tagOf, local);
  const member = `_o->${memberOf(context, def, field).name}`;
  const pointer = pointerOf(context, field);
  const { type } = field;
  const stored = (expression: string, before: Code = []): Packed => {
    const name = local();
    return { statements: [before, `const auto ${name} = ${expression};`], argument: name };
  };
  if (isPlain(type)) {
    if (hashedType(field) === null) return { statements: [], argument: member };
    return stored(`_rehasher ? static_cast<${storedType(type)}>((*_rehasher)(${member}${pointer.get})) : 0`);
  }
  switch (type.kind) {
    case 'string': {
      const create = createString(field, member);
      const always = field.presence === 'required' || context.settings.forceEmpty;
      return stored(always ? create : `${member}.empty() ? 0 : ${create}`);
    }
    case 'struct':
      return packStruct(context, field, member, local);
    case 'table': {
      const create = `${context.names.ref(type.table, 'create')}(_fbb, ${isInline(field) ? `&${member}` : `${member}${pointer.get}`}, _rehasher)`;
      return stored(isInline(field) ? create : `${member} ? ${create} : 0`);
    }
    case 'union':
      return stored(`${member}.Pack(_fbb, _rehasher)`);
    case 'vector':
      return packVector(context, field, type, member, local);
    default:
      return unreachable('a table holds no array');
  }
}

/** The tag of a union, or the vector of those of a vector of unions. */
function packTag(
  context: Context,
  def: TableDef,
  tag: TableField,
  union: TableField,
  local: () => string,
): Packed {
  const member = `_o->${memberOf(context, def, union).name}`;
  const { type } = tag;
  if (type.kind !== 'vector' || !isPlain(type.element)) return { statements: [], argument: `${member}.type` };
  const name = local();
  const element = plainElement(context, type.element);
  return {
    statements: [
      `std::vector<${element}> ${name}_elements;`,
      braces(
        `for (const auto &each : ${member})`,
        `${name}_elements.push_back(static_cast<${element}>(each.type));`,
      ),
      `const auto ${name} = ${whenAny(context, union, member, `_fbb.${method('CreateVector')}(${name}_elements)`)};`,
    ],
    argument: name,
  };
}

function packStruct(context: Context, field: TableField, member: string, local: () => string): Packed {
  const struct = field.type.kind === 'struct' ? field.type.struct : unreachable('the field is a struct');
  const pack = nativeFunction(struct, 'Pack');
  if (pack === null)
    return {
      statements: [],
      argument: isInline(field) ? `&${member}` : `${member}${pointerOf(context, field).get}`,
    };
  const name = local();
  if (isInline(field))
    return { statements: `const auto ${name} = ${pack}(${member});`, argument: `&${name}` };
  return {
    statements: [`${context.names.ref(struct)} ${name}{};`, `if (${member}) ${name} = ${pack}(*${member});`],
    argument: `${member} ? &${name} : nullptr`,
  };
}

function createString(field: TableField, value: string): string {
  if (field.offset64) return `_fbb.${method('CreateString')}<${fb('Offset64')}>(${value})`;
  return `_fbb.${method(field.shared ? 'CreateSharedString' : 'CreateString')}(${value})`;
}

/** An empty vector becomes absent where that is allowed. */
function whenAny(context: Context, field: TableField, member: string, create: string): string {
  const { forceEmpty, forceEmptyVectors } = context.settings;
  const keep = (field.presence === 'required' || forceEmpty || forceEmptyVectors) && field.nested === null;
  return keep ? create : `${member}.empty() ? 0 : ${create}`;
}

function packVector(
  context: Context,
  field: TableField,
  type: VectorType,
  member: string,
  local: () => string,
): Packed {
  const { element } = type;
  const name = local();
  const items = `${name}_elements`;
  const alignment = forceAlignment(context, field, `${member}.size()`);
  const done = (create: string, before: Code = []): Packed => ({
    statements: [before, alignment, `const auto ${name} = ${whenAny(context, field, member, create)};`],
    argument: name,
  });
  /** Through a vector of what is stored. */
  const through = (itemType: string, value: string): Packed =>
    done(vectorOf(field, type, items), [
      `std::vector<${itemType}> ${items};`,
      `${items}.reserve(${member}.size());`,
      braces(`for (const auto &each : ${member})`, `${items}.push_back(${value});`),
    ]);
  const pointer = pointerOf(context, field);
  switch (element.kind) {
    case 'scalar':
      if (hashedType(field) === null) return done(vectorOf(field, type, member));
      return through(
        storedType(element),
        `_rehasher ? static_cast<${storedType(element)}>((*_rehasher)(each${pointer.get})) : 0`,
      );
    case 'enum': {
      if (context.settings.scopedEnums) return done(vectorOf(field, type, member));
      const stored = storedType(element);
      if (field.offset64) return through(stored, `static_cast<${stored}>(each)`);
      return done(
        `_fbb.${method('CreateVectorScalarCast')}<${stored}>(${fb('data')}(${member}), ${member}.size())`,
      );
    }
    case 'string':
      if (stringOf(context, field).type === 'std::string')
        return done(`_fbb.${method('CreateVectorOfStrings')}(${member})`);
      return through(elementType(context, type), `_fbb.${method('CreateString')}(each)`);
    case 'struct':
      return done(structVector(context, field, type, member));
    case 'table': {
      const create = context.names.ref(element.table, 'create');
      return through(
        elementType(context, type),
        `${create}(_fbb, ${isInline(field) ? '&each' : `each${pointer.get}`}, _rehasher)`,
      );
    }
    case 'union':
      return through(elementType(context, type), 'each.Pack(_fbb, _rehasher)');
  }
}

function structVector(context: Context, field: TableField, type: VectorType, vector: string): string {
  const struct =
    type.element.kind === 'struct' ? type.element.struct : unreachable('the elements are structs');
  const pack = nativeFunction(struct, 'Pack');
  if (type.wide) return `_fbb.${method('CreateVectorOfStructs64')}(${vector})`;
  if (field.offset64) return `_fbb.${method('CreateVectorOfStructs64')}<${fb('Vector')}>(${vector})`;
  if (pack === null) return `_fbb.${method('CreateVectorOfStructs')}(${vector})`;
  const types = `<${context.names.ref(struct)}, ${nativeStruct(context, struct)}>`;
  return `_fbb.${method('CreateVectorOfNativeStructs')}${types}(${vector}, ${pack})`;
}

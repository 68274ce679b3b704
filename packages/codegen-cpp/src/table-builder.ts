// Writing tables: the builder of one, and the functions that take all its fields at once.
import { blank, indented, Scope, type Code } from '@fb/codegen';
import type { TableDef, TableField, VectorType } from '@fb/schema';
import type { Context } from './context.js';
import { braces, call, functionCode, MEMBER_WORDS, quoted, typeCode } from './language.js';
import { storedDefault, userDefault } from './literal.js';
import { fb, method } from './runtime.js';
import type { TableNames } from './table-reader.js';
import {
  builderType,
  elementType,
  isPlain,
  offsetType,
  plainElement,
  storedType,
  toStored,
  userType,
} from './types.js';
import { forceAlignment, liveFields, vectorOf, widestFirst } from './write-calls.js';

/** Everything that writes a table field by field. */
export function builderCode(context: Context, def: TableDef, names: TableNames): Code {
  const builder = context.names.local(def, 'builder');
  const table = context.names.ref(def);
  const offset = `${fb('Offset')}<${table}>`;
  const fields = liveFields(def);
  const required = fields.filter(({ presence, type }) => presence === 'required' && !isPlain(type));
  return [
    typeCode(`struct ${builder}`, [
      `typedef ${table} Table;`,
      `${builderType(context)} &fbb_;`,
      `${fb('uoffset_t')} start_;`,
      fields.map((field) => adder(context, def, field, names)),
      `explicit ${builder}(${builderType(context)} &_fbb)`,
      indented(indented(': fbb_(_fbb) {')),
      indented(`start_ = fbb_.${method('StartTable')}();`),
      '}',
      braces(`${offset} Finish()`, [
        `const ${offset} o(fbb_.${method('EndTable')}(start_));`,
        required.map((field) => `fbb_.${method('Required')}(o, ${table}::${names.slot(field)});`),
        'return o;',
      ]),
    ]),
    blank,
    createFunction(context, def),
    directFunction(context, def),
  ];
}

function adder(context: Context, def: TableDef, field: TableField, names: TableNames): Code {
  const slot = `${context.names.ref(def)}::${names.slot(field)}`;
  const head = `void add_${names.of(field)}`;
  const { type } = field;
  if (isPlain(type)) {
    const initial = field.presence === 'optional' ? '' : `, ${storedDefault(field)}`;
    return braces(
      `${head}(${userType(context, type)} value)`,
      `fbb_.${method('AddElement')}<${storedType(type)}>(${slot}, ${toStored(type, 'value')}${initial});`,
    );
  }
  if (type.kind === 'struct') {
    return braces(
      `${head}(const ${context.names.ref(type.struct)} *value)`,
      `fbb_.${method('AddStruct')}(${slot}, value);`,
    );
  }
  return braces(
    `${head}(${offsetType(context, field)} value)`,
    `fbb_.${method('AddOffset')}(${slot}, value);`,
  );
}

/** The names of parameters: those of the fields, out of the way of what the function itself needs. */
function parameterNames(context: Context, def: TableDef): ReadonlyMap<TableField, string> {
  const scope = new Scope(MEMBER_WORDS, ['_fbb', 'builder_']);
  return new Map(liveFields(def).map((field) => [field, scope.claim(context.names.field(def, field))]));
}

function createFunction(context: Context, def: TableDef): Code {
  const names = parameterNames(context, def);
  const parameters = liveFields(def).map((field) => `${parameterOf(context, field, names.get(field) ?? '')}`);
  const adds = def.writeOrder.flatMap((field) => {
    const name = names.get(field);
    if (name === undefined) return [];
    const add = `builder_.add_${context.names.field(def, field)}`;
    return field.presence === 'optional' && isPlain(field.type)
      ? [`if (${name}) ${add}(*${name});`]
      : [`${add}(${name});`];
  });
  return functionCode(
    `inline ${fb('Offset')}<${context.names.ref(def)}> ${context.names.local(def, 'create')}`,
    [`${builderType(context)} &_fbb`, ...parameters],
    [`${context.names.ref(def, 'builder')} builder_(_fbb);`, adds, 'return builder_.Finish();'],
  );
}

function parameterOf(context: Context, field: TableField, name: string): string {
  const { type } = field;
  if (isPlain(type)) {
    const user = userType(context, type);
    return field.presence === 'optional'
      ? `${fb('Optional')}<${user}> ${name} = ${fb('nullopt')}`
      : `${user} ${name} = ${userDefault(context, field, type)}`;
  }
  if (type.kind === 'struct') return `const ${context.names.ref(type.struct)} *${name} = nullptr`;
  return `${offsetType(context, field)} ${name} = 0`;
}

/** Whether a field has another form in the standard library. */
function isDirect({ type }: TableField): boolean {
  return type.kind === 'string' || type.kind === 'vector';
}

/** `CreateXDirect`: strings and vectors as the standard library has them. */
function directFunction(context: Context, def: TableDef): Code {
  const fields = liveFields(def);
  if (context.settings.noDirectCopy || !fields.some(isDirect)) return [];
  const names = parameterNames(context, def);
  const locals = new Scope(MEMBER_WORDS, ['_fbb', ...names.values()]);
  const made = new Map<TableField, string>();
  const statements: Code[] = [];
  for (const field of widestFirst(fields).filter(isDirect)) {
    const name = names.get(field) ?? '';
    const local = locals.claim(`${name}__`);
    made.set(field, local);
    const { type } = field;
    if (type.kind === 'vector') {
      const alignment = forceAlignment(context, field, `${name}->size()`);
      statements.push(
        Array.isArray(alignment) ? [] : braces(`if (${name})`, alignment),
        field.offset64 ? sorting(context, type, name) : [],
        `const auto ${local} = ${name} ? ${directVector(context, field, type, name)} : 0;`,
      );
    } else {
      const create = `_fbb.${method(field.shared && !field.offset64 ? 'CreateSharedString' : 'CreateString')}${field.offset64 ? `<${fb('Offset64')}>` : ''}`;
      const absent = typeof field.default === 'string' ? `${create}(${quoted(field.default)})` : '0';
      statements.push(`const auto ${local} = ${name} ? ${create}(${name}) : ${absent};`);
    }
  }
  const parameters = fields.map((field) => {
    const name = names.get(field) ?? '';
    if (field.type.kind === 'string') return `const char *${name} = nullptr`;
    if (field.type.kind !== 'vector') return parameterOf(context, field, name);
    const constant = keyOf(field.type) ? '' : 'const ';
    return `${constant}std::vector<${directElement(context, field.type)}> *${name} = nullptr`;
  });
  const values = fields.map((field) => made.get(field) ?? names.get(field) ?? '');
  return [
    blank,
    functionCode(
      `inline ${fb('Offset')}<${context.names.ref(def)}> ${context.names.local(def, 'createDirect')}`,
      [`${builderType(context)} &_fbb`, ...parameters],
      [statements, call(`return ${context.names.ref(def, 'create')}`, ['_fbb', ...values])],
    ),
  ];
}

/** The runtime has no function that sorts structs and gives a 64-bit offset. */
function sorting(context: Context, { element }: VectorType, name: string): Code {
  if (element.kind !== 'struct' || element.struct.key === null) return [];
  const struct = `const ${context.names.ref(element.struct)}`;
  return braces(
    `if (${name})`,
    `std::stable_sort(${name}->begin(), ${name}->end(), [](${struct} &a, ${struct} &b) { return a.KeyCompareLessThan(&b); });`,
  );
}

/** Whether elements are sorted by a key. */
function keyOf({ element }: VectorType): boolean {
  if (element.kind === 'struct') return element.struct.key !== null;
  return element.kind === 'table' && element.table.key !== null;
}

function directElement(context: Context, type: VectorType): string {
  const { element } = type;
  if (element.kind === 'struct') return context.names.ref(element.struct);
  return isPlain(element) ? plainElement(context, element) : elementType(context, type);
}

function directVector(context: Context, field: TableField, type: VectorType, name: string): string {
  const { element } = type;
  if (element.kind === 'struct') {
    const struct = context.names.ref(element.struct);
    if (keyOf(type) && !field.offset64)
      return `_fbb.${method('CreateVectorOfSortedStructs')}<${struct}>(${name})`;
    if (type.wide) return `_fbb.${method('CreateVectorOfStructs64')}(*${name})`;
    if (field.offset64) return `_fbb.${method('CreateVectorOfStructs64')}<${fb('Vector')}>(*${name})`;
    return `_fbb.${method('CreateVectorOfStructs')}<${struct}>(*${name})`;
  }
  if (element.kind === 'table' && keyOf(type))
    return `_fbb.${method('CreateVectorOfSortedTables')}<${context.names.ref(element.table)}>(${name})`;
  return vectorOf(field, type, `*${name}`);
}

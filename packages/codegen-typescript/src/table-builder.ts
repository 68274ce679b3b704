// How a table is written: the static methods around `startObject` and `endObject`. Vectors are in vector-builder.ts.
import { block, code, join, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { TableDef, TableField } from '@fb/schema';
import { orAbsent, type Context } from './context.js';
import { flexCreator } from './flexbuffer-field.js';
import { functionCode, quoted } from './language.js';
import { builderParameter, type ClassNames, type Variables } from './members.js';
import { accessOf, defaultOf, isBool, scalarType, storable } from './scalar.js';
import { vectorBuilders } from './vector-builder.js';

/** The static methods that build a table. */
export function tableBuilders(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  const { builder, offset } = names.variables;
  const live = def.fields.filter((field) => !field.deprecated);
  const required = live.filter((field) => field.presence === 'required');
  const parameter = builderParameter(context, names.variables);
  return paragraphs([
    block(
      code`static start${def.name}(${parameter}): void {`,
      code`${builder}.startObject(${def.fields.length});`,
      '}',
    ),
    ...live.flatMap((field) => [
      addMethod(context, field, names),
      vectorBuilders(context, field, names),
      flexCreator(context, field, names.field(field), names.variables),
    ]),
    block(
      code`static end${def.name}(${parameter}): ${context.runtime('Offset')} {`,
      required.length === 0
        ? code`return ${builder}.endObject();`
        : [
            code`const ${offset} = ${builder}.endObject();`,
            required.map(
              (field) => code`${builder}.requiredField(${requiredArguments(context, field, offset)});`,
            ),
            code`return ${offset};`,
          ],
      '}',
    ),
    context.schema.root === def ? finishMethods(context, def, names.variables) : [],
    hasCreate(def) ? createMethod(context, def, live, names) : [],
  ]);
}

/** Our runtime takes the field's name as well, for its message. */
function requiredArguments(context: Context, field: TableField, offset: string): string {
  const name = context.settings.modern ? `, ${quoted(field.name)}` : '';
  return `${offset}, ${field.vtableOffset}${name}`;
}

/**
 * Whether there is a method that takes all fields at once. The reference compiler leaves it out when a struct or
 * table follows the first field, and its object API writes such tables in another order, so this decides bytes.
 */
export function hasCreate(def: TableDef): boolean {
  return def.fields.slice(1).every(({ type }) => type.kind !== 'struct' && type.kind !== 'table');
}

/** The type of a field's parameter: a scalar, or the offset of what was written before. */
function parameterType(context: Context, field: TableField): Piece {
  const { type } = field;
  return type.kind === 'scalar' || type.kind === 'enum'
    ? scalarType(context, type)
    : context.runtime('Offset');
}

function addMethod(context: Context, field: TableField, names: ClassNames<TableField>): Code {
  const { add, local } = names.field(field);
  const { builder } = names.variables;
  const parameters = code`${builderParameter(context, names.variables)}, ${local}: ${parameterType(context, field)}`;
  return block(
    code`static ${add}(${parameters}): void {`,
    code`${builder}.${addCall(context, field, local)};`,
    '}',
  );
}

/** An optional scalar has no default to compare with: it is always written. */
function addCall(context: Context, field: TableField, value: string): Fragment {
  const { type, slot } = field;
  if (type.kind === 'struct') return code`addFieldStruct(${slot}, ${value}, 0)`;
  if (field.offset64) return code`addFieldOffset64(${slot}, ${value})`;
  if (type.kind !== 'scalar' && type.kind !== 'enum') return code`addFieldOffset(${slot}, ${value}, 0)`;
  const initial = field.presence === 'optional' ? 'null' : defaultOf(context, field, type);
  const written = isBool(type) && field.presence !== 'optional' ? Number(field.default) : initial;
  return code`${accessOf(type).addField}(${slot}, ${storable(type, value)}, ${written})`;
}

function finishMethods(context: Context, def: TableDef, variables: Variables): Code {
  const { builder, offset } = variables;
  const identifier = context.schema.fileIdentifier;
  const id = identifier === null ? null : quoted(identifier);
  const parameters = code`${builderParameter(context, variables)}, ${offset}: ${context.runtime('Offset')}`;
  return paragraphs([
    block(
      code`static finish${def.name}Buffer(${parameters}): void {`,
      code`${builder}.finish(${join([offset, ...(id === null ? [] : [id])], ', ')});`,
      '}',
    ),
    block(
      code`static finishSizePrefixed${def.name}Buffer(${parameters}): void {`,
      code`${builder}.finish(${offset}, ${id ?? 'undefined'}, ${context.farOffsets ? `'wide'` : 'true'});`,
      '}',
    ),
  ]);
}

function createMethod(
  context: Context,
  def: TableDef,
  live: readonly TableField[],
  names: ClassNames<TableField>,
): Code {
  const { builder } = names.variables;
  const { type } = context.names.of(def);
  const parameters = live.map((field) => {
    const value = parameterType(context, field);
    return code`${names.field(field).local}: ${field.presence === 'optional' && isStored(field) ? orAbsent(context, code`${value}`) : value}`;
  });
  const adds = live.map((field) => {
    const { add, local } = names.field(field);
    const guard =
      field.presence === 'optional' && isStored(field) ? `if (${local} !== ${context.absent}) ` : '';
    return code`${guard}${type}.${add}(${builder}, ${local});`;
  });
  return functionCode(
    `static create${def.name}`,
    [builderParameter(context, names.variables), ...parameters],
    context.runtime('Offset'),
    [code`${type}.start${def.name}(${builder});`, adds, code`return ${type}.end${def.name}(${builder});`],
  );
}

/** Whether a field holds a scalar or enum; only such an optional field needs a guard, offsets have 0 for absence. */
export function isStored(field: TableField): boolean {
  return field.type.kind === 'scalar' || field.type.kind === 'enum';
}

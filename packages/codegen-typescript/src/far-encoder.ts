// What a value holds behind 64-bit offsets, at any depth, is written before all else of a message, in the order of the
// fields: a walk over the value of its own, whose offsets the functions of table-encoder.ts take in the same order.
import { block, code, indented, invariant, type Code, type Fragment } from '@fb/codegen';
import type { TableDef, TableField, Type, UnionDef } from '@fb/schema';
import { forcedAlignment } from './alignment.js';
import type { Context } from './context.js';
import { liveFields, tagOf } from './init-type.js';
import type { ClassNames, FileNames } from './members.js';
import { elementSize } from './table-decoder.js';
import { vectorFunction } from './vector-function.js';

/** Elements of vectors with 64-bit counts are aligned to this at least. */
const WIDE = 8;

/** The function that writes what a table holds behind 64-bit offsets; none for a table that cannot. */
export function farWriter(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  if (!context.farTypes.has(def)) return [];
  const { writeFar, init } = context.names.of(def);
  const { value } = names.variables;
  const properties = liveFields(def).map((field) => context.names.property(def, field));
  const [encoder = '', base = '', ...locals] = names.parameters(['encoder', 'base', ...properties]);
  const recursive = context.recursive.has(def);
  return [
    '/** For other encoders: writes what it holds behind 64-bit offsets. */',
    block(
      code`export function ${writeFar}(${encoder}: ${context.runtime('Encoder')}, ${value}: ${init}): void {`,
      [
        recursive ? `${encoder}.enter(${value});` : [],
        liveFields(def).map((field, i) => {
          const local = locals[i];
          invariant(local !== undefined, 'a name for each wish');
          const steps = fieldSteps(context, field, names, { encoder, base, local });
          const none = field.nested !== null || field.flexbuffer ? ` && ${local}.length > 0` : '';
          return steps.length === 0
            ? []
            : [
                `const ${local} = ${value}.${properties[i] ?? ''};`,
                block(`if (${local} != null${none}) {`, steps, '}'),
              ];
        }),
        recursive ? `${encoder}.leave();` : [],
      ],
      '}',
    ),
  ];
}

/** The same for a union. */
export function farUnionWriter(context: Context, def: UnionDef, names: FileNames): Code {
  if (!context.farTypes.has(def)) return [];
  const { writeFar, init } = context.names.of(def);
  const { value } = names.variables;
  const [encoder = ''] = names.parameters(['encoder']);
  return [
    '/** For other encoders: writes what the value holds behind 64-bit offsets. */',
    block(
      code`export function ${writeFar}(${encoder}: ${context.runtime('Encoder')}, ${value}: ${init}): void {`,
      block(
        code`switch (${value}.type) {`,
        [
          def.members.map((member) => {
            const call = farCall(context, member.type, encoder, `${value}.value`);
            return call === null
              ? []
              : [code`case ${tagOf(context, def, member)}:`, indented([code`${call};`, 'break;'])];
          }),
          'default:',
        ],
        '}',
      ),
      '}',
    ),
  ];
}

/** Names of the variables of a step. */
interface Step {
  readonly encoder: string;
  readonly base: string;
  readonly local: string;
}

/** Statements for a field that is there; none if there is nothing to do. */
function fieldSteps(
  context: Context,
  field: TableField,
  names: FileNames,
  { encoder, base, local }: Step,
): readonly Code[] {
  const { type } = field;
  const { runtime } = context;
  const { i, item } = names.variables;
  const loop = (body: Code): Code =>
    block(
      `for (let ${i} = 0; ${i} < ${local}.length; ${i}++) {`,
      [`const ${item} = ${local}[${i}];`, body],
      '}',
    );
  if (!field.offset64) {
    const call = farCall(
      context,
      type.kind === 'vector' ? type.element : type,
      encoder,
      type.kind === 'vector' ? item : local,
    );
    if (call === null) return [];
    return [type.kind === 'vector' ? loop(code`if (${item} != null) ${call};`) : code`${call};`];
  }
  if (type.kind === 'string') {
    return [code`${runtime('encodeString')}(${encoder}, ${local});`, code`${runtime('addFar')}(${encoder});`];
  }
  invariant(type.kind === 'vector', 'only strings and vectors are behind 64-bit offsets');
  const { element } = type;
  const own = element.kind === 'struct' ? element.struct.align : elementSize(element);
  const align = Math.max(own, type.wide ? WIDE : 1, forcedAlignment(field) ?? 1);
  const end = type.wide
    ? code`${runtime('addWideVector')}(${encoder}, ${local}.length);`
    : code`${runtime('addFar')}(${encoder});`;
  if (element.kind === 'struct') {
    const { size } = element.struct;
    return [
      code`const ${base} = ${runtime('encodeVector')}(${encoder}, ${local}.length, ${size}, ${align});`,
      loop([
        code`if (${item} == null) throw ${runtime('invalidValue')}(${local}, ${i}, 'is missing');`,
        code`${context.names.ref(element.struct, 'write')}(${encoder}.view, ${base} + ${i} * ${size}, ${item});`,
      ]),
      end,
    ];
  }
  invariant(
    element.kind === 'scalar' || element.kind === 'enum',
    'vectors of references have 32-bit offsets',
  );
  const forced = align > own ? `, ${align}` : '';
  return [code`${runtime(vectorFunction(element))}(${encoder}, ${local}${forced});`, end];
}

/** The call for a table or union that may hold something. */
function farCall(context: Context, type: Type, encoder: string, value: string): Fragment | null {
  const def = type.kind === 'table' ? type.table : type.kind === 'union' ? type.union : null;
  if (def === null || !context.farTypes.has(def)) return null;
  return code`${context.names.ref(def, 'writeFar')}(${encoder}, ${value})`;
}

// Fields of bytes that are a FlexBuffer (attribute `flexbuffer`): their root, their making from a JavaScript value, and
// how they are verified with the table. Only code for such fields imports the FlexBuffers runtime.
import { block, code, join, type Code, type Fragment, type ImportedName } from '@fb/codegen';
import type { TableDef, TableField } from '@fb/schema';
import { orAbsent, type Context } from './context.js';
import type { Layouts } from './layouts.js';
import type { FieldNames, Variables } from './members.js';
import { FLEX_MODULE, type FlexExport } from './runtime.js';

type TableLayout = Layouts['tables'] extends ReadonlyMap<string, infer L> ? L : never;

/** What the bytes of a FlexBuffer in a field are aligned to, so that its numbers are where typed arrays can view them. */
const ALIGNMENT = 8;

/** The method that gives the root. */
export function flexRootAccessor(
  context: Context,
  field: TableField,
  names: FieldNames,
  variables: Variables,
): Code {
  if (!isGenerated(context, field)) return [];
  const { index: start, offset } = variables;
  const position = code`this.bb_pos + ${offset}`;
  return [
    '/** The root of the FlexBuffer in these bytes, which must hold one. */',
    block(
      code`${names.root}(): ${orAbsent(context, flex('Reference'))} {`,
      [
        code`const ${offset} = this.bb!.__offset(this.bb_pos, ${field.vtableOffset});`,
        code`if (!${offset}) return ${context.absent};`,
        code`const ${start} = this.bb!.__vector(${position});`,
        code`return ${flex('getRoot')}(this.bb!.bytes().subarray(${start}, ${start} + this.bb!.__vector_len(${position})));`,
      ],
      '}',
    ),
  ];
}

/** The static method that encodes a value. */
export function flexCreator(
  context: Context,
  field: TableField,
  names: FieldNames,
  variables: Variables,
): Code {
  if (!isGenerated(context, field)) return [];
  const { builder, bytes, options, value } = variables;
  const parameters = [
    code`${builder}: ${context.runtime('Builder')}`,
    code`${value}: unknown`,
    code`${options}?: ${flex('EncodeOptions')}`,
  ];
  return [
    '/** Encodes a JavaScript value as the FlexBuffer of this field. */',
    block(
      code`static ${names.createFlexBuffer}(${join(parameters, ', ')}): ${context.runtime('Offset')} {`,
      [
        code`const ${bytes} = ${flex('encode')}(${value}, ${options});`,
        code`${builder}.prep(${ALIGNMENT}, ${bytes}.length);`,
        code`return ${builder}.createByteVector(${bytes});`,
      ],
      '}',
    ),
  ];
}

/** The options of a verifier of `def`: with FlexBuffers verified too, if there can be any, unless the caller says how. */
export function flexVerifyOptions(
  context: Context,
  def: TableDef,
  { bytes, options }: Variables,
): Fragment | string {
  const layout = context.layouts.tables.get(def.fullName);
  if (layout === undefined || !reachesFlexBuffer(layout)) return options;
  return code`{ verifyFlexBuffer: (${bytes}) => ${flex('verify')}(${bytes}) === null, ...${options} }`;
}

function isGenerated(context: Context, field: TableField): boolean {
  return context.settings.modern && field.flexbuffer && !field.offset64;
}

/** Whether a table holds a FlexBuffer, itself or anywhere in what it holds. */
function reachesFlexBuffer(root: TableLayout): boolean {
  const met = new Set<unknown>([root]);
  const pending = [root];
  const meet = (type: TableLayout['fields'][number]['type'] | TableLayout | undefined): void => {
    if (type?.kind === 'vector') meet(type.element);
    else if ((type?.kind === 'table' || type?.kind === 'union') && !met.has(type)) {
      met.add(type);
      if (type.kind === 'table') pending.push(type);
      else for (const member of type.members) meet(member.type);
    }
  };
  for (let table = pending.pop(); table !== undefined; table = pending.pop()) {
    for (const { flexbuffer, type, nested } of table.fields) {
      if (flexbuffer === true) return true;
      meet(type);
      meet(nested);
    }
  }
  return false;
}

/** An export of the FlexBuffers runtime, imported as a whole. */
function flex(name: FlexExport): Fragment {
  const whole: ImportedName = {
    kind: 'import',
    module: FLEX_MODULE,
    external: true,
    exported: null,
    preferred: 'flexbuffers',
    fallback: 'flexbuffers_',
    order: '',
  };
  return code`${whole}.${name}`;
}

// A generator that is not part of flatc: one Markdown file a schema, with a table of the fields of each type.
import { visible, type GeneratedFile, type Generator } from '@fb/codegen';

/** What it is given; @fb/codegen says so. */
type Schema = Parameters<Generator<object>['generate']>[0];
type Definition = Schema['objects'][number];
type Field = Definition['fields'][number];
type Type = Field['type'];

/** As text, since that is what `--plugin-opt title=...` gives. */
export interface OverviewOptions {
  readonly title?: string;
  readonly generateAll?: boolean;
}

/** What `flatc --plugin` looks for. */
export const generator: Generator<OverviewOptions> = {
  name: 'Markdown overview',
  // All there are: what code in some language cannot express, a table of fields can still name.
  supports: new Set([
    'fixed arrays',
    'vectors of unions',
    'structs and strings in unions',
    'union underlying types',
    'optional scalars',
    'string and vector defaults',
    '64-bit offsets',
  ]),
  generate(schema, options) {
    return { files: [overview(schema, options)], diagnostics: [] };
  },
};

function overview(schema: Schema, { title, generateAll = false }: OverviewOptions): GeneratedFile {
  const { path } = schema.mainFile;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const own = schema.objects.filter(({ file }) => generateAll || file.path === path);
  const lines = [`# ${cell(title ?? name)}`, '', ...own.flatMap((def) => section(def, def === schema.root))];
  return { path: `${name}.md`, content: lines.join('\n') };
}

function section(def: Definition, root: boolean): readonly string[] {
  const fields: readonly Field[] = def.fields;
  const rows = fields
    .filter((field) => field.kind === 'structField' || (field.tagOf === null && !field.deprecated))
    .map(
      (field) => `| ${field.name} | \`${typeText(field.type)}\` | ${absent(field)} | ${words(field.doc)} |`,
    );
  const head = [`## ${def.kind} ${def.fullName}${root ? ' (root)' : ''}`, ''];
  const text = def.doc.length === 0 ? [] : [words(def.doc), ''];
  if (rows.length === 0) return [...head, ...text];
  return [...head, ...text, '| field | type | if absent | |', '| --- | --- | --- | --- |', ...rows, ''];
}

function absent(field: Field): string {
  if (field.kind === 'structField') return 'never';
  if (field.presence === 'required') return 'an error';
  return field.presence === 'default' && field.defaultText !== null ? field.defaultText : 'none';
}

function typeText(type: Type): string {
  if (type.kind === 'vector') return `[${typeText(type.element)}]`;
  if (type.kind === 'array') return `[${typeText(type.element)}:${type.length}]`;
  if (type.kind === 'scalar') return type.scalar;
  if (type.kind === 'string') return 'string';
  const def =
    type.kind === 'enum'
      ? type.enum
      : type.kind === 'struct'
        ? type.struct
        : type.kind === 'table'
          ? type.table
          : type.union;
  return def.fullName;
}

function words(doc: readonly string[]): string {
  return cell(doc.map((line) => line.trim()).join(' '));
}

/** Text of a schema is not markup: nothing in it may end a cell, start a tag or hide. */
function cell(text: string): string {
  return visible(text).replaceAll(/[\\`*_[\]<>|&#]/g, String.raw`\$&`);
}

// flatc inspect: what each byte of a buffer is, on the terminal, with what is wrong where it is.
import { inspectFlatBuffer, renderInspection, type InspectionPaintRole } from '@fb/inspect';
import { diskHost } from '../host.js';
import { isSchemaPath, loadSchemaFile } from '../load-schema.js';
import { messages } from '../messages.js';
import { noRoot } from '../no-root.js';
import { painterFor, type Painter } from '../paint.js';
import { readStdin } from '../read-stdin.js';
import { defaultSettings } from '../settings.js';
import { INCLUDE, includePaths } from './include-option.js';
import { textOption, toggle, type Subcommand } from './subcommand.js';

/** The subcommand. */
export const inspect: Subcommand = {
  usage: '[OPTION]... SCHEMA (BUFFER | -)',
  options: [
    textOption('root-type', 'TYPE', 'Read the buffer as TYPE instead of the root type.'),
    INCLUDE,
    textOption('max-elements', 'N', 'Show N elements of each vector one by one; default: 1024.'),
    toggle('size-prefixed', 'The buffer starts with its length.'),
    toggle('json', 'Print sections and regions as JSON; 64-bit numbers are strings.'),
  ],
  examples: [
    ['flatc inspect monster.fbs orc.bin', 'status 1 if the buffer is damaged'],
    ['curl -s example.org/orc | flatc inspect monster.fbs -', 'a buffer from standard input'],
    ['flatc inspect --json monster.fbs orc.bin', 'for programs'],
  ],
  async run({ operands, given, io, report }) {
    const [schemaPath, path, ...more] = operands;
    if (schemaPath === undefined || path === undefined || more.length > 0)
      return report([messages.create('INSPECT-OPERANDS', null, {})]);
    if (!isSchemaPath(schemaPath))
      return report([messages.create('FILE-SCHEMA', null, { path: schemaPath })]);
    const maxElements = Number(given.text('max-elements') ?? 1024);
    if (!(maxElements >= 0)) {
      const value = given.text('max-elements') ?? '';
      return report([
        messages.create('CLI-OPTION-CHOICE', null, { option: '--max-elements', choices: 'a number', value }),
      ]);
    }
    const host = diskHost(io.cwd);
    const settings = {
      ...defaultSettings(),
      rootType: given.text('root-type'),
      includePaths: includePaths(given),
    };
    const { input, diagnostics } = await loadSchemaFile(schemaPath, host, settings);
    if (!report(diagnostics) || input === null) return false;
    const content = path === '-' ? { bytes: await readStdin(io) } : host.read(path);
    if ('reason' in content)
      return report([messages.create('FILE-READ', null, { path, reason: content.reason })]);
    const { bytes } = content;
    const inspection = inspectFlatBuffer(input.dataSchema, bytes, {
      sizePrefixed: given.has('size-prefixed'),
      maxElements,
    });
    const text = given.has('json')
      ? `${JSON.stringify(inspection, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)}\n`
      : renderInspection(inspection, bytes, { paint: paintWith(painterFor(io.stdout, io.env)) });
    io.stdout.write(text);
    if (input.dataSchema.root === null) return report([noRoot(path, schemaPath)]);
    const { verdict } = inspection;
    return (
      verdict === null || report([messages.create('DATA-DAMAGED', null, { path, reason: verdict.message })])
    );
  },
};

/** The colours of a diagnostic, for the parts of an inspection. */
function paintWith(paint: Painter): (role: InspectionPaintRole, text: string) => string {
  return (role, text) => {
    switch (role) {
      case 'title':
        return paint('heading', text);
      case 'position':
      case 'unused':
        return paint('gutter', text);
      case 'value':
        return paint('hint', text);
      case 'error':
      case 'warning':
        return paint(role, text);
      case 'bytes':
      case 'type':
      case 'name':
        return text;
    }
  };
}

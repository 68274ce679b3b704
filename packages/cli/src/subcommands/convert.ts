// flatc convert: streams of lines of JSON to size-prefixed buffers and back, one at a time, however many there are.
import path from 'node:path';
import { byteCount } from '../convert/byte-count.js';
import type { Direction } from '../convert/converted.js';
import { diskHost, type DiskHost } from '../host.js';
import type { SchemaInput } from '../input.js';
import { isSchemaPath, loadSchemaFile } from '../load-schema.js';
import { messages } from '../messages.js';
import { noRoot } from '../no-root.js';
import { defaultSettings } from '../settings.js';
import { INCLUDE, includePaths } from './include-option.js';
import {
  optionAs,
  textOption,
  toggle,
  type GivenOptions,
  type Subcommand,
  type SubcommandCall,
} from './subcommand.js';

/** As the readers of lines and of messages have it. */
const MAX_SIZE = '64M';

/** The subcommand. */
export const convert: Subcommand = {
  usage: '[OPTION]... SCHEMA (FILE | -)',
  options: [
    { ...toggle('binary', 'Lines of JSON to size-prefixed buffers.'), short: 'b' },
    { ...toggle('json', 'Size-prefixed buffers to lines of JSON.'), short: 't' },
    {
      ...textOption('output', 'FILE', 'Write FILE, once all went well; default: standard output.'),
      short: 'o',
    },
    optionAs('root-type'),
    INCLUDE,
    textOption('max-size', 'N', `The longest line or message, such as 65536 or 1G; default: ${MAX_SIZE}.`),
    toggle('keep-going', 'Leave out what cannot be converted and go on; the status is 1 all the same.'),
    ...['strict-json', 'natural-utf8', 'defaults-json', 'unknown-json', 'json-nested-bytes'].map(optionAs),
    ...['json-long-strings', 'json-base64', 'json-select'].map(optionAs),
    ...['force-defaults', 'allow-non-utf8', 'raw-binary'].map(optionAs),
  ],
  examples: [
    ['flatc convert -o orcs.bin monster.fbs orcs.ndjson', 'each line to a buffer with its size in front'],
    ['flatc convert monster.fbs orcs.bin | head', 'each buffer to a line, as many as are wanted'],
    ['zcat orcs.gz | flatc convert -b monster.fbs - | gzip > orcs.bin.gz', 'between other programs'],
  ],
  async run(call) {
    const { operands, given, io, report } = call;
    const [schemaPath, file, ...more] = operands;
    if (schemaPath === undefined || file === undefined || more.length > 0)
      return report([messages.create('CONVERT-OPERANDS', null, {})]);
    if (!isSchemaPath(schemaPath))
      return report([messages.create('FILE-SCHEMA', null, { path: schemaPath })]);
    const output = given.text('output');
    const direction = directionOf(given, file, output ?? '-');
    if (direction === null) return report([messages.create('CONVERT-DIRECTION', null, {})]);
    const maxSize = byteCount(given.text('max-size') ?? MAX_SIZE);
    if (maxSize === null) {
      const choices = 'a number of bytes (65536, 64K, 1G)';
      const params = { option: '--max-size', choices, value: given.text('max-size') ?? '' };
      return report([messages.create('CLI-OPTION-CHOICE', null, params)]);
    }
    if (direction === 'binary' && output === null && io.stdout.isTTY === true)
      return report([messages.create('CONVERT-TERMINAL', null, {})]);
    const host = diskHost(io.cwd);
    const input = await schemaFor(schemaPath, file, host, call);
    if (input === null) return false;
    if (output !== null && output !== '-' && !mayWrite(output, file, input, call)) return false;
    const { runConversion } = await import('../convert/run-conversion.js');
    const to = output === '-' ? null : output;
    return runConversion({ direction, file, output: to, schema: input.dataSchema, maxSize, call });
  },
};

/** What is said, else what the names of the files say; `null` if it is neither, or both ways. */
function directionOf(given: GivenOptions, input: string, output: string): Direction | null {
  if (given.has('binary') || given.has('json'))
    return given.has('binary') && given.has('json') ? null : given.has('binary') ? 'binary' : 'json';
  if (isLines(input) || isLines(output)) return isLines(input) ? 'binary' : 'json';
  if (input !== '-') return 'json';
  return output === '-' ? null : 'binary';
}

function isLines(file: string): boolean {
  return /\.(ndjson|jsonl|json)$/i.test(file);
}

async function schemaFor(
  schemaPath: string,
  file: string,
  host: DiskHost,
  { given, report }: SubcommandCall,
): Promise<SchemaInput | null> {
  const settings = {
    ...defaultSettings(),
    rootType: given.text('root-type'),
    includePaths: includePaths(given),
  };
  const { input, diagnostics } = await loadSchemaFile(schemaPath, host, settings);
  if (!report(diagnostics) || input === null) return null;
  if (input.dataSchema.root !== null) return input;
  report([noRoot(file, schemaPath)]);
  return null;
}

/** A schema must not be lost; data may be, but not without a word. */
function mayWrite(output: string, file: string, input: SchemaInput, { io, report }: SubcommandCall): boolean {
  const target = path.resolve(io.cwd, output);
  const lost = input.sources.find((source) => path.resolve(io.cwd, source) === target);
  if (lost !== undefined) return report([messages.create('OUTPUT-IS-SCHEMA', null, { path: lost })]);
  const isData = file !== '-' && path.resolve(io.cwd, file) === target;
  return !isData || report([messages.create('W-OUTPUT-IS-DATA', null, { path: file })]);
}

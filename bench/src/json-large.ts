// One message of 500 MB of JSON: more than a string can be. It is read from bytes into a FlatBuffer and printed in pieces; the
// memory of the whole process stays within four times input and output.
import { parseSchema } from '@fb/idl';
import { JsonCodec } from '@fb/json';
import { monsters } from './json-documents.js';
import { inMs, printTable } from './measure.js';

const SIZE = Number(process.env['BENCH_JSON_SIZE'] ?? 500_000_000);

const { schema: source, text } = monsters(1_000_000);
const { schema } = parseSchema(source);
if (schema === null) throw new Error('the schema does not compile');
const input = repeated(text, SIZE);

const start = performance.now();
const codec = new JsonCodec(schema, { compile: true });
const { bytes, diagnostics } = codec.parse(input);
if (bytes === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
const read = performance.now();
const peakOfReading = process.resourceUsage().maxRSS * 1024;
let printed = 0;
const sink = (chunk: Uint8Array): void => {
  printed += chunk.length;
};
codec.printTo(bytes, sink, { limits: { maxTables: 1e9, maxSteps: 1e10 } });
const end = performance.now();

const inMb = (size: number): string => `${Math.round(size / 1e6)} MB`;
printTable(
  [`a message of ${inMb(input.length)} of JSON`, 'from', 'to', 'time', 'peak memory', 'x input and output'],
  [
    [
      'read',
      inMb(input.length),
      inMb(bytes.length),
      inMs(read - start),
      inMb(peakOfReading),
      (peakOfReading / (input.length + bytes.length)).toFixed(2),
    ],
    ['printed in pieces', inMb(bytes.length), inMb(printed), inMs(end - read), '', ''],
  ],
);

/** A document with the elements of another one, again and again, of at least `size` bytes. */
function repeated(document: string, size: number): Uint8Array {
  const open = document.indexOf('[') + 1;
  const elements = new TextEncoder().encode(`${document.slice(open, -2)},`);
  const count = Math.ceil(size / elements.length);
  const head = new TextEncoder().encode(document.slice(0, open));
  const whole = new Uint8Array(head.length + count * elements.length + 1);
  whole.set(head);
  for (let i = 0; i < count; i++) whole.set(elements, head.length + i * elements.length);
  // The last comma is too many.
  whole.set(new TextEncoder().encode(']}'), whole.length - 2);
  return whole;
}

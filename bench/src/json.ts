// How fast is JSON read into a FlatBuffer, and printed from one? 20 MB of two kinds of message, compact, against the
// reference compiler, the engine's own JSON on the same text, and that with npm's flatbuffers behind it. Texts and buffers
// are in memory here; a native reference reads and writes files and starts anew each time, as its users have it.
import assert from 'node:assert/strict';
import os from 'node:os';
import { parseSchema } from '@fb/idl';
import { JsonCodec } from '@fb/json';
import { packFooBars, packMonsters } from './json-by-hand.js';
import { fooBars, monsters, type Documents } from './json-documents.js';
import { inMs, medians, printTable, times } from './measure.js';
import { referenceCompiler, type Reference } from './reference.js';

const SIZE = Number(process.env['BENCH_JSON_SIZE'] ?? 20_000_000);
const ROUNDS = 5;

/** The text of JSON.stringify. */
const PRECISE = { indent: false, strict: true, precise: true } as const;

const reference = await referenceCompiler();
try {
  console.log(
    `${os.cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}, against ${reference.name}\n`,
  );
  await compare(monsters(SIZE), packMonsters, reference);
  await compare(fooBars(SIZE), packFooBars, reference);
} finally {
  reference.close();
}

/** Both ways of one document, here and elsewhere. */
async function compare<T>(
  { name, schema: source, text }: Documents,
  pack: (parsed: T) => Uint8Array,
  peer: Reference,
): Promise<void> {
  const { schema } = parseSchema(source);
  if (schema === null) throw new Error('the schema does not compile');
  peer.prepare({ 'schema.fbs': source, 'data.json': text });
  const interpreted = new JsonCodec(schema);
  const compiled = new JsonCodec(schema, { compile: true });
  const input = new TextEncoder().encode(text);
  const parsed = JSON.parse(text) as T;
  const { bytes } = compiled.parse(input);
  if (bytes === null) throw new Error('the document is not accepted');
  // No case may win by doing something else.
  assert.deepEqual(interpreted.parse(input).bytes, bytes);
  assert.deepEqual(compiled.parse(compiled.print(bytes, PRECISE)).bytes, bytes);
  const time = await medians(
    {
      compiled: () => compiled.parse(input),
      interpreted: () => interpreted.parse(input),
      reference: () => peer.run(['-b', '-o', 'out', 'schema.fbs', 'data.json']),
      parse: () => JSON.parse(text),
      byHand: () => pack(JSON.parse(text) as T),
      print: () => compiled.print(bytes),
      printCompact: () => compiled.print(bytes, { indent: false, strict: true }),
      printPrecise: () => compiled.print(bytes, PRECISE),
      printInterpreted: () => interpreted.print(bytes),
      referencePrint: () =>
        peer.run(['--json', '--raw-binary', '-o', 'text', 'schema.fbs', '--', 'out/data.bin']),
      stringify: () => JSON.stringify(parsed),
    },
    ROUNDS,
  );
  const { reference: flatc, parse, referencePrint, stringify } = time;
  const read = (title: string, own: number): string[] => row(title, own, input.length, flatc, parse);
  printTable(
    [
      `${name}: ${(input.length / 1e6).toFixed(1)} MB of JSON to binary`,
      'time',
      'text',
      'x reference',
      'x JSON.parse',
    ],
    [
      read('compiled', time.compiled),
      read('interpreted', time.interpreted),
      read('reference', flatc),
      read('JSON.parse alone', parse),
      read('JSON.parse and npm flatbuffers by hand', time.byHand),
    ],
  );
  console.log();
  const indented = compiled.print(bytes).length;
  const compact = compiled.print(bytes, { indent: false, strict: true }).length;
  const precise = compiled.print(bytes, PRECISE).length;
  const print = (title: string, own: number, size: number): string[] =>
    row(title, own, size, referencePrint, stringify);
  printTable(
    [
      `${name}: ${(bytes.length / 1e6).toFixed(1)} MB of binary to JSON`,
      'time',
      'text',
      'x reference',
      'x stringify',
    ],
    [
      print('compiled, the same text', time.print, indented),
      print('compiled, compact', time.printCompact, compact),
      print('compiled, compact and precise', time.printPrecise, precise),
      print('interpreted, the same text', time.printInterpreted, indented),
      print('reference', referencePrint, indented),
      print('JSON.stringify alone', stringify, input.length),
    ],
  );
  console.log();
}

/** A row for a time of a text of `size` bytes, beside the reference and the engine. */
function row(title: string, own: number, size: number, peer: number, engine: number): string[] {
  const speed = `${Math.round(size / own / 1000)} MB/s`;
  return [title, inMs(own), speed, times(peer, own), times(engine, own)];
}

// Random schemas, and random documents of each: the reference compiler writes the same bytes and prints the same text.
import assert from 'node:assert/strict';
import { parseSchema } from '@fb/idl';
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { jsonDeliveries } from '../src/json-deliveries.js';
import { flatc } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';
import { randomDocument, randomNumbers } from './json-random.js';

const SCHEMAS = 30;
const DOCUMENTS = 10;

// Strings for 16-bit fields with a hash are a deviation.
const texts = fc
  .sample(schemaText, { seed: 6, numRuns: 2 * SCHEMAS })
  .filter((text) => !/hash: "fnv1a?_16"/.test(text))
  .slice(0, SCHEMAS);
let compared = 0;

describe.each(texts.map((text, i) => ({ i, text })))('random schema $i', ({ i, text }) => {
  it('gives the bytes and the text of the reference', { timeout: 120_000 }, async () => {
    const { schema } = parseSchema(text);
    if (schema?.root == null) return;
    const random = randomNumbers(i);
    const documents = Array.from({ length: DOCUMENTS }, () => randomDocument(schema, random));
    const names = documents.map((_, k) => `d${k}.json`);
    const files = Object.fromEntries(documents.map((document, k) => [`d${k}.json`, document]));
    const oracle = await flatc();
    const args = ['--no-warnings', '-o', 'out', 'schema.fbs'];
    const binaries = oracle.run(['-b', ...args, ...names], { ...files, 'schema.fbs': text });
    const deliveries = Object.entries(jsonDeliveries).map(([name, make]) => [name, make(schema)] as const);
    const buffers: Record<string, Uint8Array> = {};
    for (const [k, document] of documents.entries()) {
      const expected = binaries.files.get(`out/d${k}.${schema.fileExtension ?? 'bin'}`);
      if (expected === undefined) throw new Error(`the reference refuses ${document}: ${binaries.stderr}`);
      buffers[`d${k}.bin`] = expected;
      for (const [name, codec] of deliveries) {
        const { bytes, diagnostics } = codec.parse(document);
        const what = `${name}: ${document}\n${text}`;
        assert.equal(diagnostics[0]?.message, undefined, what);
        assert.equal(hexOf(bytes ?? new Uint8Array()), hexOf(expected), what);
      }
    }
    const printed = oracle.run(['--json', '--raw-binary', ...args, '--', ...Object.keys(buffers)], {
      ...buffers,
      'schema.fbs': text,
    });
    for (const [file, bytes] of Object.entries(buffers)) {
      const output = printed.files.get(`out/${file.replace('.bin', '.json')}`);
      // It gives up on schemas with vector64, without a word.
      if (output === undefined) continue;
      compared++;
      for (const [name, codec] of deliveries)
        assert.equal(codec.print(bytes), Buffer.from(output).toString(), `${name}: ${file}\n${text}`);
    }
  });
});

it('most texts could be compared', () => {
  assert.ok(compared > (SCHEMAS * DOCUMENTS) / 3);
});

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

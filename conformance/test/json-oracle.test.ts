// Random documents of many schemas: the reference compiler writes the same bytes, and prints the same text.
import assert from 'node:assert/strict';
import { parseSchema } from '@fb/idl';
import type { PrintJsonOptions } from '@fb/json';
import type { Schema } from '@fb/schema';
import { beforeAll, describe, it } from 'vitest';
import { jsonDeliveries } from '../src/json-deliveries.js';
import { flatc, type Oracle } from '../src/oracle.js';
import { vectorText } from '../src/vectors.js';
import { randomDocument, randomNumbers } from './json-random.js';

/** Documents of each schema. */
const COUNT = 50;

const schemas = [
  'tutorial/monster.fbs',
  ...[
    'arrays',
    'defaults',
    'enums',
    'float',
    'ident',
    'ids',
    'keys',
    'nested',
    'original',
    'rec',
    'required',
    'scalars',
    'sizes',
    'strings',
    'structs',
    'tree',
    'unions',
    'vectors',
    'skeys',
    'noident',
  ].map((name) => `json/schemas/${name}.fbs`),
];

const styles: readonly (readonly [flags: readonly string[], options: PrintJsonOptions])[] = [
  [[], {}],
  [['--strict-json'], { strict: true }],
  [['--defaults-json'], { defaults: true }],
];

let oracle: Oracle;

beforeAll(async () => {
  oracle = await flatc();
});

describe.each(schemas)('%s', (path) => {
  const text = canonical(vectorText(path));
  const schema = parse(vectorText(path));
  const deliveries = Object.entries(jsonDeliveries).map(([name, make]) => [name, make(schema)] as const);
  const random = randomNumbers(path.length * 7919 + text.length);
  const documents = Array.from({ length: COUNT }, () => randomDocument(schema, random));

  it('bytes', { timeout: 60_000 }, () => {
    const files = Object.fromEntries(documents.map((document, i) => [`d${i}.json`, document]));
    const { files: written, stderr } = oracle.run(
      ['-b', '--no-warnings', '-o', 'out', 'schema.fbs', ...Object.keys(files)],
      { ...files, 'schema.fbs': text },
    );
    for (const [i, document] of documents.entries()) {
      const expected = written.get(`out/d${i}.${schema.fileExtension ?? 'bin'}`);
      if (expected === undefined) throw new Error(`the reference refuses ${document}: ${stderr}`);
      for (const [name, codec] of deliveries) {
        const { bytes, diagnostics } = codec.parse(document);
        assert.equal(diagnostics[0]?.message, undefined, document);
        assert.equal(hexOf(bytes ?? new Uint8Array()), hexOf(expected), `${name}: ${document}`);
      }
    }
  });

  it.each(styles)('text %s', { timeout: 60_000 }, (flags, options) => {
    const buffers = documents.map((document) => deliveries[0]?.[1].parse(document).bytes ?? new Uint8Array());
    const files = Object.fromEntries(buffers.map((bytes, i) => [`d${i}.bin`, bytes]));
    const { files: written } = oracle.run(
      [
        '--json',
        '--raw-binary',
        '--no-warnings',
        ...flags,
        '-o',
        'out',
        'schema.fbs',
        '--',
        ...Object.keys(files),
      ],
      { ...files, 'schema.fbs': text },
    );
    for (const [i, bytes] of buffers.entries()) {
      const expected = written.get(`out/d${i}.json`);
      for (const [name, codec] of deliveries) {
        const printed = codec.print(bytes, options);
        assert.equal(printed, Buffer.from(expected ?? []).toString(), `${name}: ${documents[i]}`);
      }
    }
  });
});

describe('damaged documents', () => {
  // Without the schemas for which this project accepts something else on purpose.
  const names = schemas.filter((path) => !path.endsWith('unions.fbs'));

  it.each([[[]], [['--strict-json']], [['--unknown-json']]])(
    'are accepted or refused alike %s',
    { timeout: 60_000 },
    (flags) => {
      const random = randomNumbers(flags.length + names.length);
      let refused = 0;
      for (const path of names) {
        const text = canonical(vectorText(path));
        const schema = parse(text);
        for (let i = 0; i < 6; i++) {
          const document = damage(Buffer.from(randomDocument(schema, random)), random);
          const run = oracle.run(['-b', '--no-warnings', ...flags, '-o', 'out', 'schema.fbs', 'd.json'], {
            'schema.fbs': text,
            'd.json': document,
          });
          const expected = run.files.get(`out/d.${schema.fileExtension ?? 'bin'}`);
          const strict = flags.includes('--strict-json');
          if (expected === undefined) refused++;
          const results = Object.values(jsonDeliveries).map((make) =>
            make(schema).parse(document, { strict, unknownFields: flags.includes('--unknown-json') }),
          );
          for (const { bytes, diagnostics } of results) {
            const written = bytes && hexOf(bytes);
            assert.equal(written, expected === undefined ? null : hexOf(expected), document.toString());
            assert.deepEqual(diagnostics, results[0]?.diagnostics);
          }
        }
      }
      assert.ok(refused > 20);
    },
  );
});

/** The document with a few bytes taken out, put in or exchanged. */
function damage(document: Buffer, random: () => number): Buffer {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '-',
    'null',
    '0x',
    '/*',
    '//',
    '\\',
    'nan',
    'sin(',
    '.',
    '1',
    '""',
    '///',
    'a',
    '\xff',
  ];
  const at = Math.floor(random() * (document.length + 1));
  const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
  const removed = random() < 0.5 ? 0 : Math.floor(random() * 4);
  return Buffer.concat([
    document.subarray(0, at),
    Buffer.from(piece, 'latin1'),
    document.subarray(at + removed),
  ]);
}

/** The tutorial's schema as the reference wants it: defaults behind `=`, the union before its use and without `;`. */
function canonical(text: string): string {
  const [union = ''] = /union \w+ \{[^}]*;\s*\}/.exec(text) ?? [];
  const moved =
    union === '' ? text : text.replace(union, '').replace('enum', `${union.replaceAll(';', '')}\nenum`);
  return moved.replace(/ \(default=(\w+)\)/g, ' = $1');
}

function parse(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text);
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

// Reading binary schemas: what the reference compiler writes gives the model of the text, and is written again byte for
// byte; damaged ones are refused, never with an exception. BFBS_RUNS sets how many damaged ones are tried.
import { typescriptGenerator } from '@fb/codegen-typescript';
import { loadSchema, parseSchema } from '@fb/idl';
import { tableLayout, type Schema } from '@fb/schema';
import { BfbsError, readBfbs, writeBfbs } from '@fb/schema/bfbs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';
import { schemaFacts } from '../src/schema-facts.js';
import { vectorBytes, vectorJson } from '../src/vectors.js';

interface Vector {
  readonly file: string;
  readonly flags: readonly string[];
  readonly bfbs?: string;
}

/** What the reference accepts and this project refuses, as a text too, with the code that says why. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'struct_recursive_array.fbs': 'cycle',
  'root_predeclared_struct.fbs': 'index',
  'rpc_forward_struct.fbs': 'index',
};

const written = vectorJson<Vector[]>('idl/index.json').filter(({ bfbs }) => bfbs !== undefined);
const vectors = written.filter(({ file }) => !Object.hasOwn(DEVIATIONS, file));
const hostileRuns = Number(process.env['BFBS_RUNS'] ?? 6000);
const EVERYTHING = { comments: true, builtins: true };

function read(bytes: Uint8Array): Schema {
  const { schema, error } = readBfbs(bytes);
  if (schema === null) throw error;
  return schema;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

describe('binary schemas of the vectors', () => {
  it.each(Object.entries(DEVIATIONS))('%s is refused', (file, code) => {
    const { bfbs } = written.find((vector) => vector.file === file) ?? {};
    expect(readBfbs(vectorBytes(`idl/${bfbs}`)).error?.code).toBe(code);
  });

  it.each(vectors)('$file', ({ file, flags, bfbs = '' }) => {
    const bytes = vectorBytes(`idl/${bfbs}`);
    const schema = read(bytes);
    // What was not stored is not there to be written.
    const isPrefixed = flags.includes('--size-prefixed');
    expect(hex(writeBfbs(schema, { ...EVERYTHING, sizePrefixed: isPrefixed }))).toBe(hex(bytes));

    const stored = {
      comments: flags.indexOf('--bfbs-comments') > flags.indexOf('-b'),
      builtins: flags.includes('--bfbs-builtins'),
    };
    const { schema: loaded } = loadSchema(file, vectorHost, {
      strict: true,
      includePaths: flags.filter((_, i) => flags[i - 1] === '-I'),
      allowNonUtf8: flags.includes('--allow-non-utf8'),
      shortUnionNames: flags.includes('--no-union-value-namespacing'),
    });
    if (loaded === null) throw new Error('the text is not accepted');
    const expected = flags.includes('--root-type') ? { ...loaded, root: null } : loaded;
    expect(schemaFacts(schema, stored)).toEqual(schemaFacts(expected, stored));
  });
});

const vectorHost = {
  readFile(path: string): Uint8Array | null {
    try {
      return vectorBytes(`idl/${path}`);
    } catch {
      return null;
    }
  },
};

describe('binary schemas of the reference compiler', async () => {
  const oracle = await flatc();

  it('of random texts give the model of the text', () => {
    const flags = fc.subarray(['--bfbs-comments', '--bfbs-builtins', '--size-prefixed']);
    fc.assert(
      fc.property(schemaText, flags, (text, chosen) => {
        const run = oracle.run(['-b', '--schema', ...chosen, 'schema.fbs'], { 'schema.fbs': text });
        const bytes = run.files.get('schema.bfbs') ?? new Uint8Array();
        const schema = read(bytes);
        const { schema: parsed } = parseSchema(text, { strict: true });
        if (parsed === null) throw new Error('the text is not accepted');
        const stored = {
          comments: chosen.includes('--bfbs-comments'),
          builtins: chosen.includes('--bfbs-builtins'),
        };
        expect(schemaFacts(schema, stored)).toEqual(schemaFacts(parsed, stored));
        const options = { ...EVERYTHING, sizePrefixed: chosen.includes('--size-prefixed') };
        expect(hex(writeBfbs(schema, options))).toBe(hex(bytes));
      }),
      { numRuns: 120 },
    );
  });

  it('keep the names of files, from any root', () => {
    const files = {
      'app/main.fbs':
        'include "part.fbs";\ninclude "../lib/a.fbs";\ntable M { p:Part; a:A; }\nroot_type M;\n',
      'app/part.fbs': 'include "../lib/a.fbs";\ntable Part { x:int; }\n',
      'lib/a.fbs': 'table A { x:int; }\n',
    };
    for (const flags of [[], ['--bfbs-filenames', '.'], ['--bfbs-filenames', 'lib']]) {
      const run = oracle.run(['-b', '--schema', ...flags, 'app/main.fbs'], files);
      const bytes = run.files.get('main.bfbs') ?? new Uint8Array();
      const schema = read(bytes);
      expect(schema.mainFile.path).toMatch(/^\/\/.*main\.fbs$/);
      expect(schema.files.length).toBe(3);
      expect(hex(writeBfbs(schema))).toBe(hex(bytes));
    }
  });
});

describe('hostile binary schemas', () => {
  const samples = vectors.map(({ bfbs = '' }) => Uint8Array.from(vectorBytes(`idl/${bfbs}`)));

  it('are refused with an error that has a code, or are schemas like any other', () => {
    // Small numbers are preferred otherwise: the head of a buffer is broken quickly.
    const place = fc.noBias(fc.nat());
    const mutation = fc.record({
      sample: fc.nat(),
      bytes: fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 2 }),
      words: fc.array(fc.tuple(place, fc.integer({ min: -8, max: 8 })), { maxLength: 2 }),
      cut: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: place }),
    });
    let accepted = 0;
    fc.assert(
      fc.property(mutation, ({ sample, bytes, words, cut }) => {
        const original = samples[sample % samples.length] ?? new Uint8Array();
        const mutated = original.slice(0, cut === null ? original.length : cut % original.length);
        for (const [at, value] of bytes) mutated[at % mutated.length] = value;
        const view = new DataView(mutated.buffer);
        // Offsets, lengths and indices are small numbers at positions that are multiples of four.
        for (const [at, change] of words) {
          const position = (at % Math.max(1, mutated.length >> 2)) * 4;
          if (position + 4 <= mutated.length)
            view.setInt32(position, view.getInt32(position, true) + change, true);
        }
        const { schema, error } = readBfbs(mutated);
        expect(error === null || error instanceof BfbsError).toBe(true);
        expect(error === null || (error.offset >= 0 && error.offset <= mutated.length)).toBe(true);
        // The model keeps what it promises: it can be used, written, and read again to the same model.
        const facts = schema === null ? null : schemaFacts(schema, EVERYTHING);
        const again = schema === null ? null : schemaFacts(read(writeBfbs(schema, EVERYTHING)), EVERYTHING);
        expect(again).toEqual(facts);
        if (schema === null) return;
        accepted++;
        if (schema.root !== null) tableLayout(schema.root);
        typescriptGenerator.generate(schema, { generateAll: true, objectApi: true });
      }),
      { numRuns: hostileRuns },
    );
    expect(accepted).toBeGreaterThan(hostileRuns / 60);
  });

  it('of random bytes are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isMarked) => {
        if (isMarked)
          bytes.set(Buffer.from('BFBS').subarray(0, Math.max(0, bytes.length - 4)), 4 % (bytes.length + 1));
        expect(readBfbs(bytes).schema).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

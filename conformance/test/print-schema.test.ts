// Printing schemas as text: the text gives the same binary schema, in the reference compiler as well, and is laid out
// as the formatter does. PRINT_RUNS sets how many random schemas are tried.
import { format, loadSchema, parseSchema, printSchema, type Host } from '@fb/idl';
import type { Schema, TableField } from '@fb/schema';
import { readBfbs, writeBfbs, type WriteBfbsOptions } from '@fb/schema/bfbs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';
import { vectorBytes, vectorJson, vectorText } from '../src/vectors.js';

const numRuns = Number(process.env['PRINT_RUNS'] ?? 200);

interface Vector {
  readonly file: string;
  readonly expect: 'ok' | 'error';
  readonly flags: readonly string[];
}

const host: Host = {
  readFile(path) {
    try {
      return vectorBytes(`idl/${path}`);
    } catch {
      return null;
    }
  },
};

const vectors = vectorJson<Vector[]>('idl/index.json').filter((vector) => vector.expect === 'ok');

/** The schema of a vector; `null` for the few that only the reference accepts. */
function load({ file, flags }: Vector): Schema | null {
  return loadSchema(file, host, {
    strict: true,
    includePaths: flags.filter((_, index) => flags[index - 1] === '-I'),
    allowNonUtf8: flags.includes('--allow-non-utf8'),
    shortUnionNames: flags.includes('--no-union-value-namespacing'),
  }).schema;
}

/** The binary schema with all that it can hold but for the names of files. */
function binary(schema: Schema, options: WriteBfbsOptions = { comments: true, builtins: true }): string {
  return hex(writeBfbs(withTrueFeatures(schema), { ...options, projectRoot: null }));
}

/** The default "0" of a string is none, and that of a required one is lost in bytes, but they count as features. */
function withTrueFeatures(schema: Schema): Schema {
  const fields = schema.objects.flatMap((def): readonly TableField[] =>
    def.kind === 'table' ? def.fields : [],
  );
  const isUsed = fields.some(
    ({ type, presence, default: value }) =>
      (type.kind === 'string' || type.kind === 'vector') && (presence === 'default' || value !== null),
  );
  const features = [...schema.features].filter(([name]) => isUsed || name !== 'string and vector defaults');
  return { ...schema, features: new Map(features) };
}

function parsed(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text, { strict: true, allowNonUtf8: true });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
    [],
  );
  if (schema === null) throw new Error('not accepted');
  return schema;
}

/** Checks all that printing promises of a schema, and returns the text. */
function check(schema: Schema): string {
  const text = printSchema(schema);
  expect(format(text)).toEqual({ text, diagnostics: [] });
  const again = parsed(text);
  expect(binary(again)).toBe(binary(schema));
  expect(printSchema(again)).toBe(text);
  return text;
}

/** The bytes of a schema read again, and of the text that is printed of that. */
function viaBytes(schema: Schema, options: WriteBfbsOptions): { read: string; printed: string } {
  const { schema: read, error } = readBfbs(writeBfbs(schema, { ...options, projectRoot: null }));
  if (read === null) throw error;
  return { read: binary(read, options), printed: binary(parsed(printSchema(read)), options) };
}

describe('a printed schema gives the same binary schema', async () => {
  const oracle = await flatc();

  const accepted = vectors.flatMap((vector) => {
    const schema = load(vector);
    return schema === null ? [] : [{ file: vector.file, schema }];
  });

  it.each(accepted)('$file', ({ schema }) => {
    check(schema);
  });

  it('of nearly all vectors', () => {
    expect(accepted.length).toBeGreaterThanOrEqual(vectors.length - 4);
  });

  it('of the tutorial, in the spelling of today', () => {
    const { schema } = parseSchema(vectorText('tutorial/monster.fbs'));
    if (schema === null) throw new Error('not accepted');
    expect(check(schema)).toContain('  mana:short = 150;\n');
  });

  it('of random schemas, in the reference compiler as well', () => {
    fc.assert(
      fc.property(schemaText, (original) => {
        const schema = parsed(original);
        const run = oracle.run(['-b', '--schema', '--bfbs-comments', '--bfbs-builtins', 'x.fbs'], {
          'x.fbs': check(schema),
        });
        expect(hex(run.files.get('x.bfbs') ?? new Uint8Array())).toBe(binary(schema));
      }),
      { numRuns },
    );
  }, 120_000);

  it.each(accepted)('$file, read from bytes', ({ schema }) => {
    for (const all of [true, false]) {
      const { read, printed } = viaBytes(schema, { comments: all, builtins: all });
      expect(printed).toBe(read);
    }
  });

  it('of random schemas, read from bytes', () => {
    const options = fc.record({ comments: fc.boolean(), builtins: fc.boolean() });
    fc.assert(
      fc.property(schemaText, options, (text, written) => {
        const { read, printed } = viaBytes(parsed(text), written);
        expect(printed).toBe(read);
      }),
      { numRuns },
    );
  }, 120_000);
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

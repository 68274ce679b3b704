// Pairs of schemas and whether flatc accepts the second as a later version of the first.
import assert from 'node:assert/strict';
import { parseSchema } from '@fb/idl';
import { compareSchemas, conform, type EvolutionCode, type Schema } from '@fb/schema';
import { runVectors, vectorJson, vectorText } from '../src/vectors.js';

interface ConformVector {
  readonly base: string;
  readonly new: string;
  readonly expect: 'ok' | 'error';
  readonly code: string | null;
  readonly note: string;
}

/** What the vectors call a refusal. */
const CODES: Readonly<Record<string, EvolutionCode>> = {
  offset: 'EVO-FIELD-MOVED',
  deleted: 'EVO-FIELD-REMOVED',
  'renamed-type': 'EVO-SLOT-REUSED',
  default: 'EVO-DEFAULT',
  type: 'EVO-FIELD-TYPE',
  'offset-kind': 'EVO-64BIT',
  'enum-value': 'EVO-VALUE-NUMBER',
  'enum-base': 'EVO-ENUM-TYPE',
};

/** Refused by flatc, although data and source stay as they were. */
const HARMLESS = ['float defaults compared as text'];

runVectors(
  'conform',
  vectorJson<readonly ConformVector[]>('conform/index.json'),
  ({ base, note }) => `${base}: ${note}`,
  (vector) => {
    const [base, next] = [schemaOf(vector.base), schemaOf(vector.new)];
    const finding = conform(base, next);
    assert.equal(finding?.code ?? null, vector.code === null ? null : (CODES[vector.code] ?? assert.fail()));
    const isRefused = vector.expect === 'error' && !HARMLESS.includes(vector.note);
    if (isRefused) assert.notDeepEqual(compareSchemas(base, next), []);
    assert.deepEqual(compareSchemas(base, base), []);
  },
);

function schemaOf(file: string): Schema {
  return parseSchema(vectorText(`conform/${file}`), { path: file, strict: true }).schema ?? assert.fail(file);
}

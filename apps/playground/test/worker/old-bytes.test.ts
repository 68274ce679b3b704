import { expect, it } from 'vitest';
import { evolution } from '../../src/samples/evolution.js';
import { oldBytes } from '../../src/worker/old-bytes.js';
import type { SchemaInput } from '../../src/worker/protocol.js';

const file = (text: string): SchemaInput => ({ files: [{ path: 's.fbs', text }], entry: 's.fbs' });

it('tells what new code reads in old bytes', () => {
  const base = file(evolution.state.base);
  const { oldData } = oldBytes({ base, next: evolution.state, json: evolution.state.json }) ?? {};
  expect(oldData).toMatchObject({ problem: null, left: expect.stringContaining('amount') as string });
  expect(oldData?.written).toContain('"Sent"');
  // Either the verifier refuses a double where a float lies, or another number is read.
  expect(oldData?.refused !== null || !oldData.read.includes('120.5')).toBe(true);
});

it('says so if both read the same', () => {
  const base = file('table T { a: int; } root_type T;');
  const next = file('table T { a: int; b: int; } root_type T;');
  const result = oldBytes({ base, next, json: '{ "a": 5 }' });
  expect(result?.oldData).toMatchObject({ refused: null, left: null });
  expect(result?.oldData.read).toBe(result?.oldData.written);
});

it('needs two schemas, and a document that can be written', () => {
  const good = file('table T { a: int; } root_type T;');
  expect(oldBytes({ base: file('table {'), next: good, json: '{}' })).toBeNull();
  expect(oldBytes({ base: good, next: good, json: '{ "a": "x" }' })?.oldData.problem).not.toBeNull();
});

// The hash functions of the attribute `hash` against known answers.
import assert from 'node:assert/strict';
import { fnvHash } from '@fb/json';
import { runVectors, vectorJson } from '../src/vectors.js';

const names = ['fnv1_16', 'fnv1a_16', 'fnv1_32', 'fnv1a_32', 'fnv1_64', 'fnv1a_64'] as const;

type HashCase = Readonly<Record<(typeof names)[number] | 'inputHex', string>>;

runVectors(
  'hash',
  vectorJson<{ cases: readonly HashCase[] }>('hash/index.json').cases,
  ({ inputHex }) => inputHex,
  (vector) => {
    const bytes = Buffer.from(vector.inputHex, 'hex');
    for (const name of names) assert.equal(String(fnvHash(name, bytes)), vector[name], name);
  },
);

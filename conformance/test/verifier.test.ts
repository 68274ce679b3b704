// The verifier gives the verdicts of the reference implementation on good and damaged buffers.
import assert from 'node:assert/strict';
import { type TableLayout, type UnionLayout, type VerifyOptions, verify } from '@fb/flatbuffers';
import { verify as verifyFlex } from '@fb/flexbuffers';
import { runVectors, vectorJson } from '../src/vectors.js';

interface VerifierVector {
  readonly name: string;
  readonly kind: 'plain' | 'ident' | 'prefixed' | 'leaf' | 'far' | 'farprefixed';
  readonly maxDepth: number;
  readonly maxTables: number;
  readonly checkAlignment: boolean;
  readonly checkNested: boolean;
  readonly hex: string;
  readonly expect: boolean;
}

// verify.fbs and verify64.fbs, by hand.

const leaf: TableLayout = {
  kind: 'table',
  name: 'Vfy.Leaf',
  fields: [
    { name: 'v', slot: 0, type: { kind: 'scalar', size: 4 } },
    { name: 's', slot: 1, type: { kind: 'string' } },
  ],
};

const point = { kind: 'struct', name: 'Vfy.Pt', size: 16, align: 8 } as const;

const pick: UnionLayout = {
  kind: 'union',
  name: 'Vfy.Pick',
  tagSize: 1,
  members: [
    { name: 'Leaf', tag: 1, type: leaf },
    { name: 'Pt', tag: 2, type: point },
    { name: 'Str', tag: 3, type: { kind: 'string' } },
  ],
};

const bytes = { kind: 'vector', element: { kind: 'scalar', size: 1 } } as const;

const root: TableLayout = {
  kind: 'table',
  name: 'Vfy.Root',
  get fields(): TableLayout['fields'] {
    return rootFields;
  },
};

const rootFields: TableLayout['fields'] = [
  { name: 'i', slot: 0, type: { kind: 'scalar', size: 4 } },
  { name: 'd', slot: 1, type: { kind: 'scalar', size: 8 } },
  { name: 'name', slot: 2, type: { kind: 'string' }, required: true },
  { name: 'vd', slot: 3, type: { kind: 'vector', element: { kind: 'scalar', size: 8 } } },
  { name: 'vs', slot: 4, type: { kind: 'vector', element: { kind: 'string' } } },
  { name: 'vt', slot: 5, type: { kind: 'vector', element: leaf } },
  { name: 'ps', slot: 6, type: { kind: 'vector', element: point } },
  { name: 'p', slot: 7, type: point },
  { name: 'u', slot: 9, type: pick },
  { name: 'us', slot: 11, type: { kind: 'vector', element: pick } },
  { name: 'child', slot: 12, type: root },
  { name: 'nest', slot: 13, type: bytes, nested: leaf },
  { name: 'flex', slot: 14, type: bytes, flexbuffer: true },
  { name: 'b', slot: 15, type: { kind: 'scalar', size: 1 } },
  { name: 'dv', slot: 17, type: { kind: 'vector', element: { kind: 'scalar', size: 4 } } },
  { name: 'ds', slot: 18, type: { kind: 'string' } },
];

const far: TableLayout = {
  kind: 'table',
  name: 'Vfy64.Far',
  fields: [
    { name: 'v', slot: 0, type: { ...bytes, wide: true }, offset64: true },
    { name: 's', slot: 1, type: { kind: 'string' }, offset64: true },
    { name: 'o', slot: 2, type: { kind: 'vector', element: { kind: 'scalar', size: 4 } }, offset64: true },
    { name: 'n', slot: 3, type: { kind: 'string' } },
  ],
};

const kinds: Readonly<
  Record<VerifierVector['kind'], readonly [layout: TableLayout, options: VerifyOptions]>
> = {
  plain: [root, {}],
  ident: [root, { identifier: 'VRFY' }],
  prefixed: [root, { identifier: 'VRFY', sizePrefixed: true }],
  leaf: [leaf, {}],
  far: [far, {}],
  farprefixed: [far, { sizePrefixed: 'wide' }],
};

/** Accepted by the reference implementation only because it adds modulo 2^64. */
const WRAPS = 'far_prefixed8_wraps';

const { cases } = vectorJson<{ cases: readonly VerifierVector[] }>('verifier/index.json');

runVectors(
  'verifier',
  cases,
  (vector) => vector.name,
  (vector) => {
    const [layout, options] = kinds[vector.kind];
    const { maxDepth, maxTables, checkAlignment, checkNested } = vector;
    const error = verify(Buffer.from(vector.hex, 'hex'), layout, {
      ...options,
      maxDepth,
      maxTables,
      checkAlignment,
      checkNested,
      verifyFlexBuffer: (flex) => verifyFlex(flex) === null,
    });
    assert.equal(error === null, vector.expect && vector.name !== WRAPS, error?.message);
  },
);

// Verdicts of the reference's verifier, with and without its reuse tracker.
import { verify } from '@fb/flexbuffers';
import { expect } from 'vitest';
import { runVectors, vectorJson } from '../src/vectors.js';

interface Case {
  readonly name: string;
  readonly hex: string;
  readonly reuseTracker: boolean;
  readonly checkAlignment: boolean;
  readonly expect: boolean;
}

function check(vector: Case): void {
  const options = { checkAlignment: vector.checkAlignment, allowRetyping: !vector.reuseTracker };
  const fault = verify(Buffer.from(vector.hex, 'hex'), options);
  expect({ sound: fault === null, fault: fault?.message ?? null }).toMatchObject({ sound: vector.expect });
}

const { cases } = vectorJson<{ cases: Case[] }>('flexbuffers/verifier.json');
runVectors('flexbuffers-verifier', cases, ({ name }) => name, check);

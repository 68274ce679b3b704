// Tens of thousands of damaged buffers: the quick check and the verifier agree, what is accepted can be read, and what
// is refused and read all the same throws or stays inside.
import { dataViewOf } from '@fb/bytes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayoutCompiler } from '../src/compiled-layout.js';
import { Builder, ByteBuffer, FlatBufferError, type TableLayout, verify } from '../src/index.js';
import { QuickCheck } from '../src/quick-check.js';
import { verifyLimits } from '../src/verify-options.js';
import { Verifier } from '../src/verifier.js';
import { anyTable, layoutOf, type TablePlan, writeTable } from './random-table.js';
import { WalkEnded, walkTable } from './walk-table.js';

const TABLES = 600;
const DAMAGES = 100;
/** Values to read of a buffer that was refused. */
const BUDGET = 500;
const NEIGHBOUR = 'SECRET!!';

function build(plan: TablePlan): Uint8Array {
  const builder = new Builder(16);
  builder.finish(writeTable(builder, plan, () => new Builder()));
  return builder.asUint8Array();
}

/** A copy of `bytes` between bytes of someone else. */
function pooled(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(NEIGHBOUR.repeat(2 + Math.ceil(bytes.length / NEIGHBOUR.length) + 8));
  whole.set(bytes, NEIGHBOUR.length);
  return new Uint8Array(whole.buffer, whole.byteOffset + NEIGHBOUR.length, bytes.length);
}

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8;
}

const next = random(1);

/** Changes a few bytes, mostly to values that offsets, counts and vtables are made of. */
function damage(bytes: Uint8Array): void {
  for (let count = next() % 3; count >= 0; count--) {
    const at = next() % bytes.length;
    const way = next() % 4;
    if (way === 0) bytes[at] = next();
    else if (way === 1) bytes[at] = [0, 1, 4, 8, 0x7f, 0x80, 0xfc, 0xff][next() % 8]!;
    else if (way === 2) bytes[at] = bytes[at]! + (next() % 2 === 0 ? 4 : -4);
    else bytes.copyWithin(at, next() % bytes.length, bytes.length);
  }
}

function refuseNeighbour(text: string): void {
  if (text.includes(NEIGHBOUR)) throw new Error('read outside of the bytes');
}

/** What reading bytes that are no FlatBuffer may throw. */
function isExpected(error: unknown): boolean {
  return error instanceof RangeError || error instanceof FlatBufferError || error instanceof WalkEnded;
}

/** Reads all; gives what was thrown. */
function readAll(bytes: Uint8Array, layout: TableLayout, budget: number): unknown {
  const buffer = new ByteBuffer(bytes);
  try {
    walkTable(buffer, buffer.readInt32(0), layout, { budget, onText: refuseNeighbour });
    return null;
  } catch (error) {
    return error;
  }
}

describe('damaged buffers', () => {
  it('are refused or can be read, and never lead outside', () => {
    const wrong: unknown[] = [];
    const seen = { buffers: 0, accepted: 0, threw: 0, quick: 0 };
    for (const plan of fc.sample(anyTable, { numRuns: TABLES, seed: 4 })) {
      const layout = layoutOf(plan);
      const whole = build(plan);
      const bytes = pooled(whole);
      const view = dataViewOf(bytes);
      const compiler = new LayoutCompiler();
      const table = compiler.table(layout);
      for (let i = 0; i < DAMAGES; i++) {
        bytes.set(whole);
        if (i > 0) damage(bytes);
        const limits = verifyLimits({ checkAlignment: i % 4 !== 1 }, bytes.length);
        const quick = new QuickCheck(bytes, view, limits, compiler).buffer(0, null, table);
        const verifier = new Verifier(bytes, view, limits);
        const valid = verifier.buffer(0, null, table);
        // The quick check has no yes for some that are valid, but never one for others.
        const thrown = readAll(bytes, layout, valid ? Infinity : BUDGET);
        const isRight = thrown === null || (!valid && isExpected(thrown));
        if (!isRight || (quick && !valid)) wrong.push({ plan, bytes: bytes.slice(), quick, valid, thrown });
        seen.threw += thrown === null ? 0 : 1;
        seen.buffers += 1;
        seen.accepted += valid ? 1 : 0;
        seen.quick += quick ? 1 : 0;
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.buffers).toBeGreaterThanOrEqual(50_000);
    expect(seen.accepted).toBeGreaterThan(5000);
    expect(seen.threw).toBeGreaterThan(5000);
    expect(seen.quick).toBeGreaterThan(seen.accepted / 2);
  });

  it('are told apart by verify as by the verifier', () => {
    for (const plan of fc.sample(anyTable, { numRuns: 100, seed: 5 })) {
      const layout = layoutOf(plan);
      const whole = build(plan);
      for (let i = 0; i < 20; i++) {
        const bytes = whole.slice();
        damage(bytes);
        const verifier = new Verifier(bytes, dataViewOf(bytes), verifyLimits({}, bytes.length));
        const expected = verifier.buffer(0, null, new LayoutCompiler().table(layout))
          ? null
          : verifier.error();
        expect(verify(bytes, layout)).toEqual(expected);
      }
    }
  });
});

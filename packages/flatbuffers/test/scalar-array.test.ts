import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Builder, ByteBuffer, FlatBufferError, scalarsAt } from '../src/index.js';

describe('scalarsAt', () => {
  const builder = new Builder();
  const vector = builder.createScalarVector(new Float32Array([1, 2, 3]));
  const content = builder.bb.bytes().slice(builder.positionOf(vector));

  it('views what is aligned, and copies what is not', () => {
    fc.assert(
      fc.property(fc.nat(7), (shift) => {
        const memory = new Uint8Array(content.length + 8);
        memory.set(content, shift);
        const bb = new ByteBuffer(memory.subarray(shift, shift + content.length));
        const floats = scalarsAt(bb, Float32Array, 4, 3);
        expect(floats).toEqual(new Float32Array([1, 2, 3]));
        bb.writeFloat32(4, 9);
        expect(floats[0]).toBe(shift % 4 === 0 ? 9 : 1);
      }),
    );
  });

  it('keeps to the bytes, though the memory goes on', () => {
    const memory = new Uint8Array(64);
    const bb = new ByteBuffer(memory.subarray(8, 16));
    for (const [start, length] of [
      [0, 3],
      [4, 2],
      [-4, 1],
      [8, -1],
      [2, 2],
    ] as const) {
      expect(() => scalarsAt(bb, Int32Array, start, length)).toThrow(FlatBufferError);
    }
    expect(scalarsAt(bb, Int32Array, 0, 2)).toEqual(new Int32Array(2));
    expect(scalarsAt(bb, Int32Array, 8, 0)).toEqual(new Int32Array());
  });

  it('reads shared memory', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(content.length));
    shared.set(content);
    expect([...scalarsAt(new ByteBuffer(shared), Float32Array, 4, 3)]).toEqual([1, 2, 3]);
  });
});

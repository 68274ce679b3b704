import { expect, it } from 'vitest';
import {
  CapacityError,
  ForwardBuffer,
  MAX_BUFFER_SIZE,
  dataViewOf,
  growBackward,
  growForward,
  paddingTo,
} from '../src/index.js';

it('grows by doubling and keeps the content where it belongs', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4);
  expect(growForward(bytes, 3, 2)).toEqual(Uint8Array.of(1, 2, 3, 0, 0, 0, 0, 0));
  expect(growBackward(bytes, 3, 2)).toEqual(Uint8Array.of(0, 0, 0, 0, 0, 2, 3, 4));
  expect(growForward(bytes, 4, 13)).toHaveLength(32);
  expect(growBackward(new Uint8Array(0), 0, 5)).toHaveLength(8);
});

it('refuses what a 31-bit offset cannot reach', () => {
  expect(() => growForward(new Uint8Array(4), 4, MAX_BUFFER_SIZE)).toThrow(CapacityError);
  expect(() => growBackward(new Uint8Array(4), 4, Number.NaN)).toThrow(CapacityError);
});

it('keeps a forward buffer below its own limit', () => {
  const buffer = new ForwardBuffer(4, 10);
  buffer.reserve(10);
  expect(buffer.bytes).toHaveLength(10);
  expect(() => buffer.reserve(1)).toThrow(
    expect.objectContaining({ name: 'CapacityError', size: 11, limit: 10 }),
  );
  expect(buffer.length).toBe(10);
  expect(new ForwardBuffer(4096, 8).bytes).toHaveLength(8);
});

it('hands out room in a forward buffer and keeps its memory when cleared', () => {
  const buffer = new ForwardBuffer(2);
  expect(buffer.reserve(2)).toBe(0);
  buffer.view.setUint16(0, 0x0201, true);
  expect(buffer.reserve(3)).toBe(2);
  buffer.bytes.set([3, 4, 5], 2);
  expect(buffer.used()).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
  expect(buffer.view.byteLength).toBe(buffer.bytes.length);
  const capacity = buffer.bytes.length;
  buffer.clear();
  expect([buffer.length, buffer.bytes.length]).toEqual([0, capacity]);
});

it('grows a forward buffer from nothing', () => {
  const buffer = new ForwardBuffer(0);
  expect(buffer.reserve(100)).toBe(0);
  expect(buffer.bytes.length).toBe(128);
});

it('pads to powers of two', () => {
  for (const align of [1, 2, 4, 8, 16, 32]) {
    for (let size = 0; size < 70; size++) {
      const padding = paddingTo(size, align);
      expect(padding).toBeLessThan(align);
      expect(padding).toBeGreaterThanOrEqual(0);
      expect((size + padding) % align).toBe(0);
    }
  }
  expect(paddingTo(2 ** 40 + 1, 8)).toBe(7);
});

it('views exactly the bytes of an array', () => {
  const view = dataViewOf(Uint8Array.of(1, 2, 3, 4).subarray(1, 3));
  expect(view.byteLength).toBe(2);
  expect(view.getUint16(0, true)).toBe(0x0302);
  expect(() => view.getUint8(2)).toThrow(RangeError);
});

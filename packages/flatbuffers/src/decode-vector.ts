// Vectors of scalars for generated decoders: as typed arrays with memory of their own.
import type { Decoder } from './decoder.js';
import { copyScalarBytes, type ScalarArray } from './scalar-array.js';

/** Up to this many elements, loading one by one is faster than a view of them. */
const FEW = 16;

/** The booleans that the offset at `at` leads to. For generated code. @public */
export function decodeBoolVector(decoder: Decoder, at: number): boolean[] {
  const start = decoder.follow(at);
  const count = decoder.count(start, 1);
  const values: boolean[] = [];
  for (let i = 0; i < count; i++) values.push(decoder.bytes[start + 4 + i] !== 0);
  return values;
}

/** The signed 8-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeInt8Vector(decoder: Decoder, at: number): Int8Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 1);
  const values = new Int8Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getInt8(start + 4 + i);
  return values;
}

/** The unsigned 8-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeUint8Vector(decoder: Decoder, at: number): Uint8Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 1);
  const values = new Uint8Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getUint8(start + 4 + i);
  return values;
}

/** The signed 16-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeInt16Vector(decoder: Decoder, at: number): Int16Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 2);
  const values = new Int16Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getInt16(start + 4 + 2 * i, true);
  return values;
}

/** The unsigned 16-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeUint16Vector(decoder: Decoder, at: number): Uint16Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 2);
  const values = new Uint16Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getUint16(start + 4 + 2 * i, true);
  return values;
}

/** The signed 32-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeInt32Vector(decoder: Decoder, at: number): Int32Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 4);
  const values = new Int32Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getInt32(start + 4 + 4 * i, true);
  return values;
}

/** The unsigned 32-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeUint32Vector(decoder: Decoder, at: number): Uint32Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 4);
  const values = new Uint32Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getUint32(start + 4 + 4 * i, true);
  return values;
}

/** The signed 64-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeBigInt64Vector(decoder: Decoder, at: number): BigInt64Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 8);
  const values = new BigInt64Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getBigInt64(start + 4 + 8 * i, true);
  return values;
}

/** The unsigned 64-bit integers that the offset at `at` leads to. For generated code. @public */
export function decodeBigUint64Vector(decoder: Decoder, at: number): BigUint64Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 8);
  const values = new BigUint64Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getBigUint64(start + 4 + 8 * i, true);
  return values;
}

/** The 32-bit floats that the offset at `at` leads to. For generated code. @public */
export function decodeFloat32Vector(decoder: Decoder, at: number): Float32Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 4);
  const values = new Float32Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getFloat32(start + 4 + 4 * i, true);
  return values;
}

/** The 64-bit floats that the offset at `at` leads to. For generated code. @public */
export function decodeFloat64Vector(decoder: Decoder, at: number): Float64Array {
  const start = decoder.follow(at);
  const count = decoder.count(start, 8);
  const values = new Float64Array(count);
  if (count > FEW) return copied(decoder, start, values);
  const { view } = decoder;
  for (let i = 0; i < count; i++) values[i] = view.getFloat64(start + 4 + 8 * i, true);
  return values;
}

/** Copies all elements of the vector at `start` as a block. */
function copied<A extends ScalarArray>(decoder: Decoder, start: number, values: A): A {
  copyScalarBytes(decoder.bytes, start + 4, values);
  return values;
}

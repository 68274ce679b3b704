// Vectors for generated encoders: a typed array of the right kind is copied as one block, all else is stored element
// by element.
import type { Encoder } from './encoder.js';
import { copyScalars } from './scalar-array.js';
import { storeInt64 } from './store-int64.js';
import type { Offset } from './types.js';

/** Up to this many elements, copying one by one is faster than a view of them. */
const FEW = 32;

/**
 * Begins a vector of `count` elements of `size` bytes, aligned to `align`, and returns the position of the first; the
 * bytes are the caller's to fill. For generated code. @public
 */
export function encodeVector(encoder: Encoder, count: number, size: number, align: number): number {
  const bytes = count * size;
  // Without elements there is nothing to align.
  const aligned = bytes > 0 && align > 4 ? align : 4;
  if (encoder.at < bytes + aligned + 4) encoder.grow(bytes + aligned + 4);
  const start = encoder.reserve(bytes, aligned);
  encoder.at = start - 4;
  encoder.view.setInt32(encoder.at, count, true);
  return start;
}

/** Writes a vector of the offsets that were pushed since there were `base` of them. For generated code. @public */
export function encodeOffsetVector(encoder: Encoder, base: number): Offset {
  const { offsets } = encoder;
  const count = encoder.offsetCount - base;
  const size = 4 * count + 4;
  if (encoder.at < size + 4) encoder.grow(size + 4);
  const { view, end } = encoder;
  // Alignment may leave up to three bytes free behind the last element.
  view.setInt32(encoder.at - 4, 0, true);
  const vector = (encoder.at - size) & -4;
  let at = vector;
  view.setInt32(at, count, true);
  for (let i = 0; i < count; i++) {
    at += 4;
    const offset = offsets[base + i];
    // NONE in a vector of unions.
    view.setInt32(at, offset === 0 ? 0 : end - offset - at, true);
  }
  encoder.at = vector;
  encoder.offsetCount = base;
  return end - vector;
}

/** Writes a vector of booleans. For generated code. @public */
export function encodeBoolVector(
  encoder: Encoder,
  values: ArrayLike<boolean | number>,
  align: number = 1,
): Offset {
  const at = encodeVector(encoder, values.length, 1, align);
  const { bytes } = encoder;
  for (let i = 0; i < values.length; i++) bytes[at + i] = Number(values[i]);
  return encoder.end - encoder.at;
}

/** Writes a vector of 8-bit integers. For generated code. @public */
export function encodeInt8Vector(encoder: Encoder, values: ArrayLike<number>, align: number = 1): Offset {
  const at = encodeVector(encoder, values.length, 1, align);
  const { bytes } = encoder;
  if (values.length > FEW && (values instanceof Uint8Array || values instanceof Int8Array)) {
    copyScalars(values, bytes, at);
  } else for (let i = 0; i < values.length; i++) bytes[at + i] = values[i];
  return encoder.end - encoder.at;
}

/** Writes a vector of 16-bit integers. For generated code. @public */
export function encodeInt16Vector(encoder: Encoder, values: ArrayLike<number>, align: number = 2): Offset {
  const at = encodeVector(encoder, values.length, 2, align);
  const { view } = encoder;
  if (values.length > FEW && (values instanceof Int16Array || values instanceof Uint16Array)) {
    copyScalars(values, encoder.bytes, at);
  } else for (let i = 0; i < values.length; i++) view.setInt16(at + 2 * i, values[i], true);
  return encoder.end - encoder.at;
}

/** Writes a vector of 32-bit integers. For generated code. @public */
export function encodeInt32Vector(encoder: Encoder, values: ArrayLike<number>, align: number = 4): Offset {
  const at = encodeVector(encoder, values.length, 4, align);
  const { view } = encoder;
  if (values.length > FEW && (values instanceof Int32Array || values instanceof Uint32Array)) {
    copyScalars(values, encoder.bytes, at);
  } else for (let i = 0; i < values.length; i++) view.setInt32(at + 4 * i, values[i], true);
  return encoder.end - encoder.at;
}

/** Writes a vector of 64-bit integers; numbers must be safe integers. For generated code. @public */
export function encodeInt64Vector(
  encoder: Encoder,
  values: ArrayLike<bigint | number>,
  align: number = 8,
): Offset {
  const at = encodeVector(encoder, values.length, 8, align);
  const { view } = encoder;
  if (values.length > FEW && (values instanceof BigInt64Array || values instanceof BigUint64Array)) {
    copyScalars(values, encoder.bytes, at);
  } else for (let i = 0; i < values.length; i++) storeInt64(view, at + 8 * i, values[i]);
  return encoder.end - encoder.at;
}

/** Writes a vector of 32-bit floats. For generated code. @public */
export function encodeFloat32Vector(encoder: Encoder, values: ArrayLike<number>, align: number = 4): Offset {
  const at = encodeVector(encoder, values.length, 4, align);
  const { view } = encoder;
  if (values.length > FEW && values instanceof Float32Array) copyScalars(values, encoder.bytes, at);
  else for (let i = 0; i < values.length; i++) view.setFloat32(at + 4 * i, values[i], true);
  return encoder.end - encoder.at;
}

/** Writes a vector of 64-bit floats. For generated code. @public */
export function encodeFloat64Vector(encoder: Encoder, values: ArrayLike<number>, align: number = 8): Offset {
  const at = encodeVector(encoder, values.length, 8, align);
  const { view } = encoder;
  if (values.length > FEW && values instanceof Float64Array) copyScalars(values, encoder.bytes, at);
  else for (let i = 0; i < values.length; i++) view.setFloat64(at + 8 * i, values[i], true);
  return encoder.end - encoder.at;
}

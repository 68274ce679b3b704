// How a value of any type reads as a number or a bool: `at` and `width` (in bytes) are its slot's, `packed` its packed
// type. Nothing here fails on a sound buffer: what has no such reading is 0. A float outside of an integer's range
// saturates, which the reference leaves undefined.
import { decodeUtf8 } from '@fb/bytes';
import type { FlexBytes } from './flex-bytes.js';
import { parseDouble, parseInt64, parseUint64 } from './number-text.js';
import {
  BOOL_TYPE,
  FLOAT_TYPE,
  INDIRECT_FLOAT_TYPE,
  INT_TYPE,
  STRING_TYPE,
  UINT_TYPE,
  VECTOR_TYPE,
  directOf,
  isIndirect,
} from './type-codes.js';

export function toInt64(source: FlexBytes, at: number, width: number, packed: number): bigint {
  const type = packed >> 2;
  if (type === INT_TYPE || type === BOOL_TYPE) return source.bigInt(at, width);
  if (type === UINT_TYPE) return BigInt.asIntN(64, source.bigUint(at, width));
  if (type === FLOAT_TYPE) return saturate(source.float(at, width), -(2 ** 63), 2 ** 63);
  const target = targetOf(source, at, width, packed);
  if (target < 0) return 0n;
  const ownWidth = 1 << (packed & 3);
  if (type === STRING_TYPE) return parseInt64(stringText(source, target, ownWidth));
  if (type === VECTOR_TYPE) return BigInt(source.lengthBefore(target, ownWidth));
  return toInt64(source, target, ownWidth, directOf(packed));
}

export function toUint64(source: FlexBytes, at: number, width: number, packed: number): bigint {
  const type = packed >> 2;
  if (type === BOOL_TYPE) return source.bigUint(at, width);
  if (type === FLOAT_TYPE) return saturate(source.float(at, width), 0, 2 ** 64);
  const ownWidth = 1 << (packed & 3);
  if (type === STRING_TYPE) return parseUint64(stringText(source, source.target(at, width), ownWidth));
  return type === INDIRECT_FLOAT_TYPE
    ? toUint64(source, source.target(at, width), ownWidth, directOf(packed))
    : BigInt.asUintN(64, toInt64(source, at, width, packed));
}

export function toDouble(source: FlexBytes, at: number, width: number, packed: number): number {
  const type = packed >> 2;
  if (type === INT_TYPE) return source.int(at, width);
  if (type === UINT_TYPE || type === BOOL_TYPE) return source.uint(at, width);
  if (type === FLOAT_TYPE) return source.float(at, width);
  const target = targetOf(source, at, width, packed);
  if (target < 0) return 0;
  const ownWidth = 1 << (packed & 3);
  if (type === STRING_TYPE) return parseDouble(stringText(source, target, ownWidth));
  if (type === VECTOR_TYPE) return source.lengthBefore(target, ownWidth);
  return toDouble(source, target, ownWidth, directOf(packed));
}

/** Where a string, a vector or an indirect number is; -1 for what has no reading as a number. */
function targetOf(source: FlexBytes, at: number, width: number, packed: number): number {
  const type = packed >> 2;
  return type === STRING_TYPE || type === VECTOR_TYPE || isIndirect(type) ? source.target(at, width) : -1;
}

/** The low 32 bits of the signed reading, as a signed number: without a bigint for the integers. */
export function toInt32(source: FlexBytes, at: number, width: number, packed: number): number {
  const type = packed >> 2;
  if ((type === INT_TYPE || type === BOOL_TYPE) && width < 8) return source.int(at, width);
  if (type === UINT_TYPE && width < 8) return source.uint(at, width) | 0;
  return Number(BigInt.asIntN(32, toInt64(source, at, width, packed)));
}

/** The low 32 bits of the unsigned reading, as an unsigned number. */
export function toUint32(source: FlexBytes, at: number, width: number, packed: number): number {
  const type = packed >> 2;
  if (type === INT_TYPE && width < 8) return source.int(at, width) >>> 0;
  if ((type === UINT_TYPE || type === BOOL_TYPE) && width < 8) {
    return source.uint(at, width);
  }
  return Number(BigInt.asUintN(32, toUint64(source, at, width, packed)));
}

export function toBool(source: FlexBytes, at: number, width: number, packed: number): boolean {
  const type = packed >> 2;
  if (type === BOOL_TYPE || type === INT_TYPE || type === UINT_TYPE) {
    return source.uint(at, width) !== 0;
  }
  return toUint64(source, at, width, packed) !== 0n;
}

/** The bytes of the string or blob at `at`, as a view. */
export function sizedBytes(source: FlexBytes, at: number, ownWidth: number): Uint8Array {
  const length = source.lengthBefore(at, ownWidth);
  source.require(at, length);
  return source.bytes.subarray(at, at + length);
}

/** The text of the string at `at`. */
export function stringText(source: FlexBytes, at: number, ownWidth: number): string {
  const length = source.lengthBefore(at, ownWidth);
  source.require(at, length);
  return decodeUtf8(source.bytes, at, at + length);
}

/** The text of the key at `at`. */
export function keyText(source: FlexBytes, at: number): string {
  return decodeUtf8(source.bytes, at, source.keyEnd(at));
}

/** The text from `at` to the next NUL, or to the end of the buffer. */
export function textToNul({ bytes, length }: FlexBytes, at: number): string {
  const end = bytes.indexOf(0, at);
  return decodeUtf8(bytes, at, end < 0 ? length : end);
}

/** `value` without its fraction, or the nearest integer from `least` up to below `end`; a NaN is 0. */
function saturate(value: number, least: number, end: number): bigint {
  if (value >= end) return BigInt(end) - 1n;
  return BigInt(value > least ? Math.trunc(value) : value <= least ? least : 0);
}

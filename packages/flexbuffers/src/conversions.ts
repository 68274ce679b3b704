// How a value of any type reads as a number or a bool: `at` and `width` (in bytes) are its slot's, `packed` its packed
// type. Nothing here fails on a sound buffer: what has no such reading is 0. A float outside of an integer's range
// saturates, which the reference leaves undefined.
import { decodeUtf8 } from '@fb/bytes';
import { FlexType } from './flex-type.js';
import type { FlexBytes } from './flex-bytes.js';
import { parseDouble, parseInt64, parseUint64 } from './number-text.js';

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

export function toInt64(source: FlexBytes, at: number, width: number, packed: number): bigint {
  const ownWidth = 1 << (packed & 3);
  switch (packed >> 2) {
    case FlexType.Int:
    case FlexType.Bool:
      return source.bigInt(at, width);
    case FlexType.UInt:
      return BigInt.asIntN(64, source.bigUint(at, width));
    case FlexType.IndirectInt:
      return source.bigInt(source.target(at, width), ownWidth);
    case FlexType.IndirectUInt:
      return BigInt.asIntN(64, source.bigUint(source.target(at, width), ownWidth));
    case FlexType.Float:
      return saturate(source.float(at, width), MIN_INT64, MAX_INT64);
    case FlexType.IndirectFloat:
      return saturate(source.float(source.target(at, width), ownWidth), MIN_INT64, MAX_INT64);
    case FlexType.String:
      return parseInt64(stringText(source, source.target(at, width), ownWidth));
    case FlexType.Vector:
      return BigInt(source.lengthBefore(source.target(at, width), ownWidth));
    default:
      return 0n;
  }
}

export function toUint64(source: FlexBytes, at: number, width: number, packed: number): bigint {
  const ownWidth = 1 << (packed & 3);
  switch (packed >> 2) {
    case FlexType.Bool:
      return source.bigUint(at, width);
    case FlexType.Float:
      return saturate(source.float(at, width), 0n, MAX_UINT64);
    case FlexType.IndirectFloat:
      return saturate(source.float(source.target(at, width), ownWidth), 0n, MAX_UINT64);
    case FlexType.String:
      return parseUint64(stringText(source, source.target(at, width), ownWidth));
    default:
      return BigInt.asUintN(64, toInt64(source, at, width, packed));
  }
}

export function toDouble(source: FlexBytes, at: number, width: number, packed: number): number {
  const ownWidth = 1 << (packed & 3);
  switch (packed >> 2) {
    case FlexType.Int:
      return source.int(at, width);
    case FlexType.UInt:
    case FlexType.Bool:
      return source.uint(at, width);
    case FlexType.Float:
      return source.float(at, width);
    case FlexType.IndirectInt:
      return source.int(source.target(at, width), ownWidth);
    case FlexType.IndirectUInt:
      return source.uint(source.target(at, width), ownWidth);
    case FlexType.IndirectFloat:
      return source.float(source.target(at, width), ownWidth);
    case FlexType.String:
      return parseDouble(stringText(source, source.target(at, width), ownWidth));
    case FlexType.Vector:
      return source.lengthBefore(source.target(at, width), ownWidth);
    default:
      return 0;
  }
}

/** The low 32 bits of the signed reading, as a signed number: without a bigint for the integers. */
export function toInt32(source: FlexBytes, at: number, width: number, packed: number): number {
  const type = packed >> 2;
  if ((type === FlexType.Int || type === FlexType.Bool) && width < 8) return source.int(at, width);
  if (type === FlexType.UInt && width < 8) return source.uint(at, width) | 0;
  return Number(BigInt.asIntN(32, toInt64(source, at, width, packed)));
}

/** The low 32 bits of the unsigned reading, as an unsigned number. */
export function toUint32(source: FlexBytes, at: number, width: number, packed: number): number {
  const type = packed >> 2;
  if (type === FlexType.Int && width < 8) return source.int(at, width) >>> 0;
  if ((type === FlexType.UInt || type === FlexType.Bool) && width < 8) {
    return source.uint(at, width);
  }
  return Number(BigInt.asUintN(32, toUint64(source, at, width, packed)));
}

export function toBool(source: FlexBytes, at: number, width: number, packed: number): boolean {
  const type = packed >> 2;
  if (type === FlexType.Bool || type === FlexType.Int || type === FlexType.UInt) {
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

function saturate(value: number, least: bigint, most: bigint): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value <= Number(least)) return least;
  return value >= Number(most) ? most : BigInt(Math.trunc(value));
}

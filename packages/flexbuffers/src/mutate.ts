// Overwriting a value in its buffer. Only the bytes that hold it now are written: the width has to do, the type stays.
import { encodeUtf8 } from '@fb/bytes';
import { intWidth, uintWidth } from './bit-width.js';
import { sizedBytes } from './conversions.js';
import type { FlexBytes, Slot } from './flex-bytes.js';
import {
  BOOL_TYPE,
  FLOAT_TYPE,
  INDIRECT_FLOAT_TYPE,
  INDIRECT_INT_TYPE,
  INDIRECT_UINT_TYPE,
  INT_TYPE,
  KEY_TYPE,
  STRING_TYPE,
  UINT_TYPE,
} from './type-codes.js';

/** Where a scalar's bytes are, and how many. */
interface Place {
  readonly at: number;
  readonly width: number;
}

/** Overwrites an integer, which the caller takes as signed or unsigned, with the sign that the slot has. */
export function mutateInteger(
  source: FlexBytes,
  slot: Slot,
  value: number | bigint,
  signed: boolean,
): boolean {
  if (typeof value === 'number' && !Number.isInteger(value)) return false;
  const exact = BigInt(value);
  if (exact !== (signed ? BigInt.asIntN(64, exact) : BigInt.asUintN(64, exact))) return false;
  const int = placeOf(source, slot, INT_TYPE, INDIRECT_INT_TYPE);
  const place = int ?? placeOf(source, slot, UINT_TYPE, INDIRECT_UINT_TYPE);
  if (place === null) return false;
  const bits = int === null ? BigInt.asUintN(64, exact) : BigInt.asIntN(64, exact);
  const needed = int === null ? uintWidth(Number(bits)) : intWidth(Number(bits));
  if (1 << needed > place.width) return false;
  writeInteger(source, place, bits);
  return true;
}

export function mutateBool(source: FlexBytes, slot: Slot, value: boolean): boolean {
  if (slot.packed >> 2 !== BOOL_TYPE) return false;
  writeInteger(source, slot, value ? 1n : 0n);
  return true;
}

/** `needed` is the least width in bytes that takes the value. */
export function mutateFloat(source: FlexBytes, slot: Slot, value: number, needed: number): boolean {
  const place = placeOf(source, slot, FLOAT_TYPE, INDIRECT_FLOAT_TYPE);
  if (place === null || place.width < needed) return false;
  if (place.width === 4) source.view.setFloat32(place.at, value, true);
  else source.view.setFloat64(place.at, value, true);
  return true;
}

/** Overwrites a string or a key with a text of the same length. */
export function mutateText(source: FlexBytes, slot: Slot, text: string | Uint8Array): boolean {
  const type = slot.packed >> 2;
  if (type !== STRING_TYPE && type !== KEY_TYPE) return false;
  const bytes = typeof text === 'string' ? encodeUtf8(text) : text;
  const at = source.target(slot.at, slot.width);
  const isKey = type === KEY_TYPE;
  const length = isKey ? source.keyEnd(at) - at : sizedBytes(source, at, 1 << (slot.packed & 3)).length;
  if (length !== bytes.length) return false;
  source.bytes.set(bytes, at);
  return true;
}

/** The place of a scalar of the type `inline` or `indirect`; `null` if it is of another. */
function placeOf(source: FlexBytes, slot: Slot, inline: number, indirect: number): Place | null {
  const type = slot.packed >> 2;
  if (type === inline) return slot;
  if (type !== indirect) return null;
  const at = source.target(slot.at, slot.width);
  const width = 1 << (slot.packed & 3);
  source.require(at, width);
  return { at, width };
}

function writeInteger({ bytes }: FlexBytes, { at, width }: Place, value: bigint): void {
  for (let i = 0; i < width; i++) bytes[at + i] = Number((value >> BigInt(8 * i)) & 0xffn);
}

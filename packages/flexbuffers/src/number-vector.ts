// Numbers of JavaScript as ints and floats, and vectors of nothing else: those need no stack of values.
import { uintWidth } from './bit-width.js';
import type { SlotWriter } from './slot-writer.js';
import { FLOAT_TYPE, INT_TYPE, VECTOR_TYPE } from './type-codes.js';

const TWO_32 = 4294967296;
/** Packed types of numbers. */
const INT_8: number = INT_TYPE << 2;
const INT_16: number = INT_8 | 1;
export const INT_32: number = INT_8 | 2;
export const INT_64: number = INT_8 | 3;
export const FLOAT_32: number = (FLOAT_TYPE << 2) | 2;
export const FLOAT_64: number = (FLOAT_TYPE << 2) | 3;

/** The packed type of a number: of a safe integer an int, of others a float, in the least width that holds it. */
export function packedNumber(value: number): number {
  if ((value | 0) === value) {
    // Minus zero is an integer of no width.
    if (value === 0 && 1 / value < 0) return FLOAT_32;
    return value >= -0x80 && value < 0x80 ? INT_8 : value >= -0x8000 && value < 0x8000 ? INT_16 : INT_32;
  }
  if (Number.isSafeInteger(value)) return INT_64;
  // A NaN needs no 64 bits: it has nothing to lose.
  return Math.fround(value) === value || value !== value ? FLOAT_32 : FLOAT_64;
}

/**
 * Writes and pushes a vector of numbers. False, and nothing done, if something else is in it, or a float of 64 bits where
 * those are `indirect`.
 */
export function pushNumbers(writer: SlotWriter, values: readonly unknown[], indirect: boolean): boolean {
  const { length } = values;
  const width = length > 0 && isDouble(values[0]) ? 3 : leastWidth(values);
  if (width < 0 || (width === 3 && indirect)) return false;
  const before = writer.length;
  const size = 1 << width;
  const at = writer.alignAndReserve(width, size + length * (size + 1)) + size;
  writer.writeUInt(at - size, width, length);
  const written = width === 3 ? writeWide(writer, values, at) : writeNarrow(writer, values, at, width);
  if (written) writer.push((VECTOR_TYPE << 2) | width, at);
  else writer.length = before;
  return written;
}

function isDouble(value: unknown): boolean {
  return typeof value === 'number' && packedNumber(value) === FLOAT_64;
}

/** The least width for the length and all of the numbers; -1 if not all are such. */
function leastWidth(values: readonly unknown[]): number {
  let width: number = uintWidth(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return -1;
    const own = packedNumber(value) & 3;
    if (own > width) width = own;
  }
  return width;
}

function writeNarrow(writer: SlotWriter, values: readonly unknown[], at: number, width: number): boolean {
  const { bytes, view } = writer;
  const { length } = values;
  const size = 1 << width;
  const types = at + length * size;
  for (let i = 0, p = at; i < length; i++, p += size) {
    const value = values[i];
    if (typeof value !== 'number') return false;
    const type = width === 2 ? packedNumber(value) & ~3 : INT_8;
    bytes[types + i] = type | width;
    if (width === 0) bytes[p] = value;
    else if (width === 1) view.setInt16(p, value, true);
    else if (type === INT_8) view.setInt32(p, value, true);
    else view.setFloat32(p, value, true);
  }
  return true;
}

function writeWide(writer: SlotWriter, values: readonly unknown[], at: number): boolean {
  const { bytes, view } = writer;
  const { length } = values;
  const types = at + length * 8;
  for (let i = 0, p = at; i < length; i++, p += 8) {
    const value = values[i];
    if (typeof value !== 'number') return false;
    if (Number.isSafeInteger(value) && (value !== 0 || 1 / value > 0)) {
      bytes[types + i] = INT_64;
      view.setInt32(p, value, true);
      view.setInt32(p + 4, Math.floor(value / TWO_32), true);
    } else {
      bytes[types + i] = FLOAT_64;
      view.setFloat64(p, value, true);
    }
  }
  return true;
}

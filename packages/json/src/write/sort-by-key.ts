// Sorts the elements of a vector, already written or staged, by their key.
import { compareBytes, dataViewOf } from '@fb/bytes';
import {
  BOOL,
  BYTE,
  DOUBLE,
  FLOAT,
  INT,
  LONG,
  SHORT,
  STRING,
  UBYTE,
  UINT,
  ULONG,
  USHORT,
} from '../plan/kind.js';
import { fieldOffset } from '../plan/field-offset.js';
import type { FieldPlan } from '../plan/plan.js';
import type { Output } from './output.js';
import { keyOrder } from './key-order.js';

type Less = (a: number, b: number) => boolean;

/** Sorts `count` offsets of tables, 4 bytes each, at `start` of `staged`, by the tables' field `key`. */
export function sortTables(
  staged: Uint8Array,
  start: number,
  count: number,
  key: FieldPlan,
  output: Output,
): void {
  const { bytes: written, view } = output;
  const offsets = dataViewOf(staged);
  const positions = Array.from({ length: count }, (_, i) => {
    const table = written.length - offsets.getUint32(start + i * 4, true);
    const vtable = table - view.getInt32(table, true);
    const offset = fieldOffset(view, vtable, view.getUint16(vtable, true), key);
    return offset === 0 ? -1 : table + offset;
  });
  permute(staged, start, 4, keyOrder(count, lessOf(written, view, positions, key)));
}

/** Sorts `count` structs of `size` bytes each at `start` of `staged` by their field `key`. */
export function sortStructs(
  staged: Uint8Array,
  start: number,
  count: number,
  size: number,
  key: FieldPlan,
): void {
  const positions = Array.from({ length: count }, (_, i) => start + i * size + key.offset);
  permute(staged, start, size, keyOrder(count, lessOf(staged, dataViewOf(staged), positions, key)));
}

/** Moves elements so that the one at old position `order[i]` stands at `i`. */
function permute(staged: Uint8Array, start: number, size: number, order: Uint32Array): void {
  const before = staged.slice(start, start + order.length * size);
  for (let i = 0; i < order.length; i++) {
    staged.set(before.subarray(order[i] * size, (order[i] + 1) * size), start + i * size);
  }
}

/** Compares the keys at two of `positions`, where -1 is an absent one, which has its default. */
function lessOf(bytes: Uint8Array, view: DataView, positions: readonly number[], key: FieldPlan): Less {
  if (key.kind === STRING) {
    const starts = positions.map((at) => at + view.getUint32(at, true));
    return (a, b) => compareStrings(bytes, view, starts[a], starts[b]) < 0;
  }
  if (key.kind === LONG || key.kind === ULONG) {
    const low = positions.map((at) => (at < 0 ? key.defaultLow >>> 0 : view.getUint32(at, true)));
    const sign = key.kind === LONG ? 0 : -0x80000000;
    const high = positions.map((at) => (at < 0 ? key.defaultHigh : view.getInt32(at + 4, true)) ^ sign);
    return (a, b) => high[a] < high[b] || (high[a] === high[b] && low[a] < low[b]);
  }
  // A struct or an array as key is accepted by the language but has no order.
  if (key.kind > DOUBLE) return () => false;
  const numbers = Float64Array.from(positions, (at) =>
    at < 0 ? (key.default ?? 0) : scalarAt(view, at, key.kind),
  );
  return (a, b) => numbers[a] < numbers[b];
}

function compareStrings(bytes: Uint8Array, view: DataView, a: number, b: number): number {
  return compareBytes(
    bytes,
    a + 4,
    a + 4 + view.getUint32(a, true),
    bytes,
    b + 4,
    b + 4 + view.getUint32(b, true),
  );
}

function scalarAt(view: DataView, at: number, kind: number): number {
  switch (kind) {
    case BYTE:
      return view.getInt8(at);
    case BOOL:
    case UBYTE:
      return view.getUint8(at);
    case SHORT:
      return view.getInt16(at, true);
    case USHORT:
      return view.getUint16(at, true);
    case INT:
      return view.getInt32(at, true);
    case UINT:
      return view.getUint32(at, true);
    case FLOAT:
      return view.getFloat32(at, true);
    default:
      return view.getFloat64(at, true);
  }
}

// The limit: the small message at fixed offsets, written by hand for it alone. It has no defaults, no absence and no
// change of schema; strings have 40 bytes of room.
import { low } from './messages-classic.js';
import type { fooBars } from './messages-data.js';

const memory = new Uint8Array(512);
const view = new DataView(memory.buffer);
const LIST = 88;
const ROOT = 3 * LIST;
const SIZE = ROOT + 48;

function writeText(at: number, text: string): void {
  view.setInt32(at, text.length, true);
  for (let i = 0; i < text.length; i++) memory[at + 4 + i] = text.charCodeAt(i);
}

/** Writes the message; the bytes are overwritten by the next one. */
export function encodeByHand(value: typeof fooBars): Uint8Array {
  let at = 0;
  for (const { sibling, name, rating, postfix } of value.list) {
    const { parent } = sibling;
    view.setBigUint64(at, parent.id, true);
    view.setInt16(at + 8, parent.count, true);
    view.setInt8(at + 10, parent.prefix);
    view.setInt32(at + 12, parent.length, true);
    view.setInt32(at + 16, sibling.time, true);
    view.setFloat32(at + 20, sibling.ratio, true);
    view.setInt16(at + 24, sibling.size, true);
    writeText(at + 32, name);
    view.setFloat64(at + 72, rating, true);
    view.setInt8(at + 80, postfix);
    at += LIST;
  }
  view.setInt8(ROOT, Number(value.initialized));
  view.setInt16(ROOT + 4, value.fruit, true);
  writeText(ROOT + 8, value.location);
  return memory.subarray(0, SIZE);
}

/** Reads all of it. */
export function sumByHand(
  bytes: Uint8Array,
  text: (bytes: Uint8Array, start: number, end: number) => string,
): number {
  const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (position: number): string =>
    text(bytes, position + 4, position + 4 + at.getInt32(position, true));
  let sum = at.getUint8(ROOT) + at.getInt16(ROOT + 4, true) + read(ROOT + 8).length;
  for (let each = 0; each < ROOT; each += LIST) {
    sum += read(each + 32).length + at.getFloat64(each + 72, true) + at.getUint8(each + 80);
    sum += at.getInt32(each + 16, true) + at.getFloat32(each + 20, true) + at.getUint16(each + 24, true);
    sum += low(at.getBigUint64(each, true)) + at.getInt16(each + 8, true) + at.getInt8(each + 10);
    sum += at.getUint32(each + 12, true);
  }
  return sum;
}

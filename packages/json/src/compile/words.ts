// Fixed texts as the integers that four of their bytes are: what compiled code compares and writes at once. Little-endian.
import { dataViewOf } from '@fb/bytes';

/** The source of `name` plus a constant. */
function plus(name: string, offset: number): string {
  return offset === 0 ? name : `${name}+${offset}`;
}

/** The source of a condition: that `text`, of at least four bytes, is at `at` of `view`, whose length is `length`. */
export function textIsAt(text: Uint8Array, view: string, at: string, length: string): string {
  const source = dataViewOf(text);
  let condition = `${plus(at, text.length)}<=${length}`;
  for (let i = 0; i < text.length; i += 4) {
    // The last may overlap the one before.
    const from = Math.min(i, text.length - 4);
    condition += `&&${view}.getInt32(${plus(at, from)},true)===${source.getInt32(from, true)}`;
  }
  return condition;
}

/** The source of a statement that writes `text` to `at` of `view`, and up to three more bytes behind it. */
export function writeText(text: Uint8Array, view: string, at: string): string {
  const padded = new Uint8Array(text.length + 3);
  padded.set(text);
  const source = dataViewOf(padded);
  let statement = '';
  for (let i = 0; i < text.length; i += 4)
    statement += `${view}.setInt32(${plus(at, i)},${source.getInt32(i, true)},true);`;
  return statement;
}

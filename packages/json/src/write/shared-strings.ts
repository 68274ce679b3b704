// The strings of fields with the attribute `shared`: equal ones are written once.
import { decodeUtf8, isUtf8 } from '@fb/bytes';

/** Offsets of shared strings by their content. */
export class SharedStrings {
  readonly #texts: Map<string, number> = new Map();
  /** Those that are not UTF-8, by their bytes as characters. */
  readonly #malformed: Map<string, number> = new Map();

  clear(): void {
    if (this.#texts.size > 0) this.#texts.clear();
    if (this.#malformed.size > 0) this.#malformed.clear();
  }

  /** The offset of the string `bytes[start..end)`, from `write` if it is a new one. */
  offsetOf(bytes: Uint8Array, start: number, end: number, write: () => number): number {
    const isText = isUtf8(bytes, start, end);
    const map = isText ? this.#texts : this.#malformed;
    const key = isText ? decodeUtf8(bytes, start, end) : latin1(bytes, start, end);
    let offset = map.get(key);
    if (offset === undefined) {
      offset = write();
      map.set(key, offset);
    }
    return offset;
  }
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]);
  return text;
}

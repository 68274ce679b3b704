// The strings that a builder was asked to share. Equal bytes are one string, whether given as text or as UTF-8.
import { decodeUtf8, isUtf8 } from '@fb/bytes';

/** Offsets of shared strings by content. */
export class StringPool {
  private readonly texts: Map<string, number> = new Map();
  /** Strings that are not UTF-8, by their bytes as characters U+0000 to U+00FF. */
  private readonly malformed: Map<string, number> = new Map();

  clear(): void {
    if (this.texts.size > 0) this.texts.clear();
    if (this.malformed.size > 0) this.malformed.clear();
  }

  /** The offset of the shared string, from `create` if it is a new one. */
  getOrCreate(content: string | Uint8Array, create: () => number): number {
    const isText = typeof content === 'string' || isUtf8(content, 0, content.length);
    const map = isText ? this.texts : this.malformed;
    const key =
      typeof content === 'string'
        ? content
        : isText
          ? decodeUtf8(content, 0, content.length)
          : latin1(content);
    const known = map.get(key);
    if (known !== undefined) return known;
    // Only now, as it takes longer than the look-up: a lone surrogate is written as U+FFFD.
    const written = isText ? key.replace(/\p{Surrogate}/gu, '\ufffd') : key;
    const offset = map.get(written) ?? create();
    map.set(written, offset);
    if (written !== key) map.set(key, offset);
    return offset;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

// Bytes to text and back without loss. Bytes that are not UTF-8 become the lone surrogates U+DC80..U+DCFF, one a
// byte, so that they can be refused where they matter and written again where they are allowed.

/** Adds to a byte of malformed UTF-8 to make the code unit that stands for it. */
const ESCAPE = 0xdc00;
const CHUNK = 8192;

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** The text of `bytes`; a byte order mark stays as U+FEFF. @public */
export function decodeSource(bytes: Uint8Array): string {
  const Utf8 = (
    globalThis as {
      TextDecoder?: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;
    }
  ).TextDecoder;
  if (Utf8 !== undefined) {
    try {
      return new Utf8('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Malformed somewhere: the slow way below keeps every byte.
    }
  }
  return decodeEscaping(bytes);
}

/** The bytes of a text made by {@link decodeSource}; any other lone surrogate gives its three bytes. @public */
export function encodeSource(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.codePointAt(i) ?? 0;
    if (c >= ESCAPE + 0x80 && c <= ESCAPE + 0xff) bytes.push(c - ESCAPE);
    else pushUtf8(bytes, c);
    if (c > 0xffff) i++;
  }
  return Uint8Array.from(bytes);
}

/** Whether a text made by {@link decodeSource} came from well-formed UTF-8. @public */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Appends the UTF-8 of a code point (of a lone surrogate: the three bytes it would have). */
function pushUtf8(bytes: number[], c: number): void {
  if (c < 0x80) bytes.push(c);
  else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
  else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
}

function decodeEscaping(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      units.push(ESCAPE + (bytes[at] ?? 0));
      at++;
    } else {
      let c = length === 1 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) & (0x7f >> length);
      for (let i = 1; i < length; i++) c = (c << 6) | ((bytes[at + i] ?? 0) & 63);
      if (c > 0xffff) units.push(0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
      else units.push(c);
      at += length;
    }
    if (units.length >= CHUNK) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

/** Bytes of the well-formed sequence at `at` (shortest form, no surrogates, at most U+10FFFF); 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  const second = bytes[at + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

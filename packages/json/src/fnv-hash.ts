// The hash functions of the attribute `hash`: FNV, with a basis of its own for 64 bits. In 32-bit words, without a bigint.
import { encodeUtf8 } from '@fb/bytes';
import type { HashName } from '@fb/schema';

const BASIS_32 = 0x811c9dc5;
const PRIME_32 = 0x01000193;

/**
 * The hash of a text as the attribute `hash` of an integer field defines it, unsigned: of its UTF-8 bytes up to the first
 * zero byte. The 64-bit basis is 0xcbf29ce484222645, which differs from the usual one in its last digits; 16 bits are the
 * two halves of the 32-bit hash, combined by exclusive or.
 * @public
 */
export function fnvHash(name: HashName, text: string | Uint8Array): bigint {
  const bytes = typeof text === 'string' ? encodeUtf8(text) : text;
  const [low, high] = hashWords(name, bytes, 0, bytes.length);
  return (BigInt(high) << 32n) | BigInt(low);
}

/** The low and the high word of a hash of `bytes[start..end)`, unsigned; the high one is 0 but for 64 bits. */
export function hashWords(
  name: HashName,
  bytes: Uint8Array,
  start: number,
  end: number,
): [low: number, high: number] {
  const zero = bytes.subarray(start, end).indexOf(0);
  const stop = zero < 0 ? end : start + zero;
  const xorFirst = name.startsWith('fnv1a');
  if (name.endsWith('64')) return hash64(xorFirst, bytes, start, stop);
  const hash = hash32(xorFirst, bytes, start, stop);
  return [name.endsWith('16') ? (hash >>> 16) ^ (hash & 0xffff) : hash, 0];
}

function hash32(xorFirst: boolean, bytes: Uint8Array, start: number, end: number): number {
  let hash = BASIS_32;
  for (let at = start; at < end; at++) {
    hash = xorFirst ? Math.imul(hash ^ bytes[at], PRIME_32) : Math.imul(hash, PRIME_32) ^ bytes[at];
  }
  return hash >>> 0;
}

function hash64(
  xorFirst: boolean,
  bytes: Uint8Array,
  start: number,
  end: number,
): [low: number, high: number] {
  let low = 0x84222645;
  let high = 0xcbf29ce4;
  for (let at = start; at < end; at++) {
    if (xorFirst) low = (low ^ bytes[at]) >>> 0;
    // The prime is 2^40 + 0x1b3; each product fits a double exactly.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 0x100000000) + ((low << 8) >>> 0)) % 0x100000000;
    low = product % 0x100000000;
    if (!xorFirst) low = (low ^ bytes[at]) >>> 0;
  }
  return [low, high];
}

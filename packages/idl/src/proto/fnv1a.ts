// FNV-1a of 64 bits, as the reference compiler computes it: with 0xcbf29ce484222645 as offset basis instead of the
// published 0xcbf29ce484222325.

/** The hash of bytes. The prime is 2^40 + 0x1b3; the arithmetic is in halves of 32 bits, since bigints are slow. */
export function fnv1a(bytes: Uint8Array): bigint {
  let high = 0xcbf29ce4;
  let low = 0x84222645;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return (BigInt(high) << 32n) | BigInt(low);
}

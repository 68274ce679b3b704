// Which byte sequences are well-formed UTF-8 (the Unicode Standard, table 3-7): no overlong forms, no surrogates,
// nothing above U+10FFFF.

/**
 * The length in bytes, 1 to 4, of the well-formed sequence at `at`. Where there is none, minus the length, 1 to 3,
 * of the part that one U+FFFD replaces. `at < end`.
 * @public
 */
export function utf8SequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  if (at + 1 >= end) return -1;
  const second = bytes[at + 1];
  if (lead < 0xe0) return isContinuation(second) ? 2 : -1;
  if (!isSecondOf(lead, second)) return -1;
  if (at + 2 >= end || !isContinuation(bytes[at + 2])) return -2;
  if (lead < 0xf0) return 3;
  return at + 3 < end && isContinuation(bytes[at + 3]) ? 4 : -3;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Whether `byte` may follow `lead`, the first of three or four bytes. */
function isSecondOf(lead: number, byte: number): boolean {
  switch (lead) {
    case 0xe0:
      return byte >= 0xa0 && byte <= 0xbf;
    case 0xed:
      return byte >= 0x80 && byte <= 0x9f;
    case 0xf0:
      return byte >= 0x90 && byte <= 0xbf;
    case 0xf4:
      return byte >= 0x80 && byte <= 0x8f;
    default:
      return isContinuation(byte);
  }
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, getRoot } from '../src/index.js';

/** Keys that begin alike, of one to four bytes a character, with a surrogate that has no other half. */
const key = fc
  .array(fc.constantFrom('a', 'b', '/', '\u007f', 'é', '鍵', '\u{10ffff}', '\uffff', '\ud800'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** The text that comes back from UTF-8. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

describe('looking up a key', () => {
  it('finds those that are there and no others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { selector: (text) => wellFormed(text), maxLength: 40 }),
        fc.array(key),
        (keys, others) => {
          const map = getRoot(encode(Object.fromEntries(keys.map((text, i) => [text, i])))).asMap();
          const known = new Map(keys.map((text, i) => [wellFormed(text), i]));
          for (const text of [...keys, ...others]) {
            const index = known.get(wellFormed(text));
            expect(map.has(text)).toBe(index !== undefined);
            expect(map.get(text).asInt32()).toBe(index ?? 0);
          }
        },
      ),
    );
  });

  it('takes no key for one with a NUL', () => {
    const map = getRoot(encode({ a: 1, ab: 2 })).asMap();
    for (const text of ['\0', 'a\0', 'a\0b', 'ab\0']) expect(map.has(text)).toBe(false);
  });

  it('takes no key for one that only ends like it where keys are out of order', () => {
    const keys = ['aaa', 'aab', 'aac', 'aba', 'abm', 'abz', 'aca'];
    const bytes = encode(Object.fromEntries(keys.map((text, i) => [text, i])));
    expect(getRoot(bytes).asMap().get('abm').asInt32()).toBe(4);
    // The keys are the first bytes of the buffer, each with a NUL.
    bytes.set(Buffer.from('xxm'), 4 * 4);
    expect(getRoot(bytes).asMap().keys().get(4).asKey()).toBe('xxm');
    expect(getRoot(bytes).asMap().has('abm')).toBe(false);
  });
});

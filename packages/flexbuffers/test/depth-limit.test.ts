import { describe, expect, it } from 'vitest';
import { decode, encode, getRoot, printText, verify } from '../src/index.js';

const bytes = encode([[1]]);
const ways = {
  encode: (maxDepth: number) => encode([[1]], { maxDepth }),
  decode: (maxDepth: number) => decode(bytes, { maxDepth }),
  verify: (maxDepth: number) => verify(bytes, { maxDepth }),
  printText: (maxDepth: number) => printText(getRoot(bytes), { maxDepth }),
};

describe.each(Object.entries(ways))('maxDepth of %s', (_name, run) => {
  it('is 0 to 1000', () => {
    for (const wrong of [Number.NaN, -1, 1001, Infinity]) expect(() => run(wrong)).toThrow(RangeError);
    for (const right of [2, 1000]) expect(() => run(right)).not.toThrow();
  });
});

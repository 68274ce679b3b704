// What printText says to callers whose types nobody checks. The text itself is compared in conformance.
import { expect, it } from 'vitest';
import { encode, getRoot, printText } from '../src/index.js';

it('prints a reference', () => {
  expect(printText(getRoot(encode({ a: [1, 'x'] })))).toBe('{ a: [ 1, "x" ] }');
});

it.each([encode([1, 2]), null, undefined, {}, 'text'])('says what it takes when given %s', (value) => {
  expect(() => printText(value as never)).toThrow(
    new TypeError('printText takes a Reference: for bytes, printText(getRoot(bytes))'),
  );
});

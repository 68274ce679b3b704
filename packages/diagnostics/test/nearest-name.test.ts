import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, nearestName } from '@fb/diagnostics';

describe('nearestName', () => {
  it.each([
    ['--jsonscema', '--jsonschema'],
    ['--jsno', '--json'],
    ['--JSON', '--json'],
    ['--t', '--ts'],
    ['--verbose', null],
    ['-x', null],
  ])('takes %s for %s', (name, meant) => {
    expect(nearestName(name, ['-b', '--json', '--jsonschema', '--ts'])).toBe(meant);
  });

  it('knows nothing without candidates, and gives no name for itself', () => {
    expect(nearestName('x', [])).toBeNull();
    expect(nearestName('hp', ['hp'])).toBeNull();
  });

  it('finds a name that has one slip', () => {
    const word = string({ minLength: 3, maxLength: 12, unit: constantFrom('a', 'b', '-') });
    assert(
      property(word, word, (name, tail) => {
        expect(nearestName(`${name}x`, [`${name}${tail}${tail}zzzzzzzz`, name])).toBe(name);
      }),
    );
  });

  it('gives up on names that are too long to compare', () => {
    expect(nearestName('a'.repeat(100_000), ['a'.repeat(99_999)])).toBeNull();
  });
});

it('didYouMean is a hint in words', () => {
  expect(didYouMean('weapon', ['name', 'weapons'])).toBe('did you mean "weapons"?');
  expect(didYouMean('weapon', ['name'])).toBeNull();
});

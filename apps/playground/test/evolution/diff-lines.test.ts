import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffLines } from '../../src/evolution/diff-lines.js';

it('finds the lines that changed', () => {
  expect(diffLines('{\n  "a": 1,\n  "b": 2\n}\n', '{\n  "a": 1,\n  "b": 3\n}\n')).toEqual([
    { kind: 'same', text: '{' },
    { kind: 'same', text: '  "a": 1,' },
    { kind: 'removed', text: '  "b": 2' },
    { kind: 'added', text: '  "b": 3' },
    { kind: 'same', text: '}' },
  ]);
});

it('overlooks the comma that a following line needs', () => {
  const kinds = diffLines('"a": 1,\n"b": 2\n', '"a": 1\n').map(({ kind }) => kind);
  expect(kinds).toEqual(['same', 'removed']);
});

it('keeps every line of both texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = diffLines(before.join('\n'), after.join('\n'));
      const without = (kind: string): string[] =>
        diff.filter((line) => line.kind !== kind).map((line) => line.text);
      expect(without('added')).toEqual(before);
      expect(without('removed')).toEqual(after);
    }),
  );
});

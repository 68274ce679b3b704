// Names are found by their bytes, and nothing else is.
import { encodeUtf8 } from '@fb/bytes';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findName, matchName, nameTable } from '../../src/plan/name-table.js';

it('finds the number of the first name with these bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (names, other) => {
      const table = nameTable(names);
      const encoded = names.map((name) => Buffer.from(encodeUtf8(name)).toString('hex'));
      for (const name of [...names, other]) {
        const bytes = encodeUtf8(`<${name}>`);
        const hex = Buffer.from(bytes.subarray(1, -1)).toString('hex');
        expect(findName(table, bytes, 1, bytes.length - 1)).toBe(encoded.indexOf(hex));
      }
    }),
  );
});

it('sees whether a name is at a place', () => {
  const table = nameTable(['hp', 'name', '']);
  const text = encodeUtf8('name');
  expect(matchName(table, 1, text, 0)).toBe(4);
  expect(matchName(table, 0, text, 0)).toBe(-1);
  expect(matchName(table, 1, text, 1)).toBe(-1);
  expect(matchName(table, 3, text, 0)).toBe(-1);
});

import { expect, it } from 'vitest';
import { addFile, entry, files, renameFile } from '../../src/document.js';
import { isSchemaPath } from '../../src/schema/schema-path.js';

const ELSEWHERE = [
  '',
  '.',
  '..',
  '/a.fbs',
  '../a.fbs',
  'a/../../b.fbs',
  'a/..',
  './a.fbs',
  'a//b.fbs',
  'a/',
  '..\\a.fbs',
  'C:a.fbs',
  'a\0.fbs',
];

it.each(['a.fbs', 'my schema.fbs', 'größe/a.b-c.fbs', '...', '..a/b..fbs', 'ab:c.fbs'])(
  'a file may be called “%s”',
  (path) => {
    expect(isSchemaPath(path)).toBe(true);
  },
);

it.each(ELSEWHERE)('no file is called “%s”', (path) => {
  expect(isSchemaPath(path)).toBe(false);
  files.value = [{ path: 'a.fbs', text: '' }];
  entry.value = 'a.fbs';
  expect(renameFile('a.fbs', path)).toBe(false);
  addFile(path, 'x');
  expect(files.value.map((file) => file.path)).toEqual(['a.fbs', 'schema.fbs']);
});

it('files get names that are free', () => {
  files.value = [{ path: 'a.fbs', text: '' }];
  addFile('a.fbs', '');
  expect(renameFile('a.fbs', 'types/größe.fbs')).toBe(true);
  expect(renameFile('types/größe.fbs', 'a2.fbs')).toBe(false);
  expect(files.value.map((file) => file.path)).toEqual(['types/größe.fbs', 'a2.fbs']);
});

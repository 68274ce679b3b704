import { chmodSync, existsSync, lstatSync, mkdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../src/write-files.js';
import { filesIn, temporaryFolder, textOf } from './temporary-folder.js';

function contents(files: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

describe('writing files', () => {
  it('makes folders, replaces what differs and leaves no other file', () => {
    const folder = temporaryFolder({ 'b.txt': 'old' });
    expect(writeFiles(contents({ 'a/x/y.txt': 'new', 'b.txt': 'newer' }), folder)).toBeNull();
    expect(filesIn(folder)).toEqual(['a/x/y.txt', 'b.txt']);
    expect(textOf(folder, 'b.txt')).toBe('newer');
  });

  it('does not touch a file that has the content already', () => {
    const folder = temporaryFolder({ 'same.txt': 'same', 'other.txt': 'same' });
    const old = new Date('2001-02-03T04:05:06Z');
    for (const name of ['same.txt', 'other.txt']) utimesSync(path.join(folder, name), old, old);
    expect(writeFiles(contents({ 'same.txt': 'same', 'other.txt': 'else' }), folder)).toBeNull();
    expect(statSync(path.join(folder, 'same.txt')).mtime).toEqual(old);
    expect(statSync(path.join(folder, 'other.txt')).mtime).not.toEqual(old);
  });

  it('leaves everything as it was if one cannot be written', () => {
    const folder = temporaryFolder({ 'first.txt': 'old' });
    mkdirSync(path.join(folder, 'last.txt'));
    const problem = writeFiles(
      contents({ 'first.txt': 'new', 'made/x.txt': 'new', 'last.txt': 'new' }),
      folder,
    );
    expect(problem?.message).toBe('cannot write last.txt: it is a directory');
    expect(filesIn(folder)).toEqual(['first.txt']);
    expect(textOf(folder, 'first.txt')).toBe('old');
    expect(statSync(path.join(folder, 'made'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('follows a link, which stays', () => {
    const folder = temporaryFolder({ 'real.txt': 'old' });
    symlinkSync('real.txt', path.join(folder, 'link.txt'));
    expect(writeFiles(contents({ 'link.txt': 'new' }), folder)).toBeNull();
    expect(textOf(folder, 'real.txt')).toBe('new');
    expect(lstatSync(path.join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
  });

  it.skipIf(process.platform === 'win32').each([0o600, 0o775, 0o666])(
    'leaves a file its permissions, as in %o',
    (mode) => {
      const folder = temporaryFolder({ 'file.txt': 'old', 'plain.txt': '' });
      chmodSync(path.join(folder, 'file.txt'), mode);
      expect(writeFiles(contents({ 'file.txt': 'new', 'other.txt': 'new' }), folder)).toBeNull();
      const modeOf = (name: string): number => statSync(path.join(folder, name)).mode & 0o777;
      expect([textOf(folder, 'file.txt'), modeOf('file.txt')]).toEqual(['new', mode]);
      expect(modeOf('other.txt')).toBe(modeOf('plain.txt'));
    },
  );

  it.skipIf(!existsSync('/proc'))('ends where no folder can be made', () => {
    expect(writeFiles(contents({ '/proc/flatc/x.txt': '' }), '/')?.message).toMatch(/^cannot write \/proc/);
  });

  it('says so if a part of the path is a file', () => {
    const folder = temporaryFolder({ out: 'a file' });
    expect(writeFiles(contents({ 'out/x.txt': '' }), folder)?.message).toMatch(/^cannot write out\/x\.txt: /);
    expect(filesIn(folder)).toEqual(['out']);
  });
});

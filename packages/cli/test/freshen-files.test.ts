import { statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshenFiles } from '../src/freshen-files.js';
import { flatc, temporaryFolder } from './temporary-folder.js';

const OLD = new Date('2001-02-03T04:05:06Z');
const NEWER = new Date('2011-02-03T04:05:06Z');

function setTime(folder: string, name: string, time: Date): void {
  utimesSync(path.join(folder, name), time, time);
}

function timeOf(folder: string, name: string): Date {
  return statSync(path.join(folder, name)).mtime;
}

describe('outputs that keep their content', () => {
  it('become newer than what they are made of', () => {
    const folder = temporaryFolder({ 'in.txt': '', 'old.txt': '', 'new.txt': '' });
    setTime(folder, 'old.txt', OLD);
    setTime(folder, 'in.txt', NEWER);
    setTime(folder, 'new.txt', NEWER);
    freshenFiles(['old.txt', 'new.txt'], ['in.txt', '-'], folder);
    expect(timeOf(folder, 'old.txt').getTime()).toBeGreaterThan(NEWER.getTime());
    expect(timeOf(folder, 'new.txt')).toEqual(NEWER);
  });

  it('do so for included schemas too, and stay as they are otherwise', async () => {
    const folder = temporaryFolder({
      's.fbs': 'include "part.fbs"; table T { p:P; }',
      'part.fbs': 'table P {}',
    });
    await flatc(folder, ['-c', '--no-cpp-source', 's.fbs']);
    setTime(folder, 's.fbs', OLD);
    setTime(folder, 'part.fbs', OLD);
    setTime(folder, 's_generated.h', NEWER);
    await flatc(folder, ['-c', '--no-cpp-source', 's.fbs']);
    expect(timeOf(folder, 's_generated.h')).toEqual(NEWER);
    setTime(folder, 's_generated.h', OLD);
    setTime(folder, 'part.fbs', NEWER);
    await flatc(folder, ['-c', '--no-cpp-source', 's.fbs']);
    expect(timeOf(folder, 's_generated.h').getTime()).toBeGreaterThan(NEWER.getTime());
  });
});

import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { FileStates } from '../src/file-states.js';
import { temporaryFolder } from './temporary-folder.js';

it('tells each change once, whatever the times of files are', () => {
  const folder = temporaryFolder({ 'a.fbs': 'a', 'b.fbs': 'b', 'old.fbs': 'c' });
  const [a = '', b = '', c = ''] = ['a.fbs', 'b.fbs', 'c.fbs'].map((name) => path.join(folder, name));
  const states = new FileStates();
  for (const file of [a, b, c, 'nul\0']) states.note(file);
  expect([...states.paths]).toEqual([a, b, c, 'nul\0']);
  expect(states.changes()).toEqual(new Set());
  // As long as before, and at the same time.
  writeFileSync(a, 'A');
  utimesSync(a, 0, 0);
  rmSync(b);
  renameSync(path.join(folder, 'old.fbs'), c);
  states.note(a);
  expect(states.changes()).toEqual(new Set([a, b, c]));
  expect(states.changes()).toEqual(new Set());
});

it('takes what was noted as two things for changed', () => {
  const file = path.join(temporaryFolder({ 'a.fbs': 'a' }), 'a.fbs');
  const [early, late, both] = [new FileStates(), new FileStates(), new FileStates()];
  early.note(file);
  writeFileSync(file, 'longer');
  late.note(file);
  both.add(late);
  expect(both.has(file)).toBe(true);
  both.add(early);
  expect(both.changes()).toEqual(new Set([file]));
});

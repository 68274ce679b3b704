// The files beside schemas, under the compiler of a user's project; declarations of libraries are checked too.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bundlers } from './bundlers.js';
import { Project } from './project.js';

const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  target: 'es2022',
  lib: ['es2022'],
  types: [],
};
const PROGRAM = `
import { type Color } from './common.fbs';
import { type MonsterInit, encodeMonster, Monster } from './monster.fbs';
const orc: MonsterInit = { name: 'Orc', pos: { x: 1, y: 2, z: 3 } };
export const bytes: Uint8Array = encodeMonster(orc);
export const colorOf = (monster: Monster): Color => monster.color();
`;

let project: Project;
beforeEach(() => {
  project = new Project();
  project.write('program.ts', PROGRAM);
});
afterEach(() => {
  vi.restoreAllMocks();
  project.remove();
});

async function build(types: boolean | 'arbitrary-extensions'): Promise<void> {
  await bundlers['esbuild']?.(project.folder, { types });
}

function complaints(options: object): string {
  project.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: ['program.ts'] }),
  );
  const compiler = path.join(import.meta.dirname, '../node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, '-p', project.folder], { encoding: 'utf8' }).stdout;
}

it('are found with the module resolution of bundlers', async () => {
  await build(true);
  expect(complaints({ module: 'esnext', moduleResolution: 'bundler' })).toBe('');
  expect(existsSync(project.at('monster.d.fbs.ts'))).toBe(false);
});

it('are found with that of Node where extensions are arbitrary', async () => {
  await build('arbitrary-extensions');
  expect(complaints({ module: 'nodenext', allowArbitraryExtensions: true })).toBe('');
});

it('tell a wrong program', async () => {
  await build(true);
  project.write('program.ts', PROGRAM.replace('x: 1', 'x: "1"'));
  expect(complaints({ module: 'esnext', moduleResolution: 'bundler' })).toContain('program.ts(4,');
});

it('are left alone where nothing has changed', async () => {
  await build(true);
  const { mtimeMs } = statSync(project.at('monster.fbs.ts'));
  await build(true);
  expect(statSync(project.at('monster.fbs.ts')).mtimeMs).toBe(mtimeMs);
});

it('say where they come from', async () => {
  await build(true);
  expect(readFileSync(project.at('items/weapon.fbs.ts'), 'utf8')).toMatch(
    /^\/\/ Code generated from weapon\.fbs: do not edit/,
  );
});

it('are not written if they are not wanted, or there is no TypeScript project', async () => {
  await build(false);
  expect(existsSync(project.at('monster.fbs.ts'))).toBe(false);
  vi.spyOn(process, 'cwd').mockReturnValue(project.folder);
  await bundlers['esbuild']?.(project.folder, {});
  expect(existsSync(project.at('monster.fbs.ts'))).toBe(false);
  project.write('tsconfig.json', '{}');
  await bundlers['esbuild']?.(project.folder, {});
  expect(existsSync(project.at('monster.fbs.ts'))).toBe(true);
});

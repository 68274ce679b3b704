import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { checkLayers } from '../layers.mjs';

const roots: string[] = [];

/** A throw-away workspace with the given files. */
function workspace(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'fb-layers-'));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

it('accepts an import the table allows', async () => {
  const root = workspace({
    'packages/bytes/src/index.ts': 'export const one = 1;\n',
    'packages/flatbuffers/src/index.ts': "export { one } from '../../bytes/src/index.js';\n",
  });
  expect(await checkLayers(root)).toEqual([]);
});

it('refuses a runtime that imports the schema model', async () => {
  const root = workspace({
    'packages/schema/src/index.ts': 'export const one = 1;\n',
    'packages/flatbuffers/src/index.ts': "export { one } from '../../schema/src/index.js';\n",
  });
  expect(await checkLayers(root)).toEqual([
    'layer-flatbuffers: packages/flatbuffers/src/index.ts -> packages/schema/src/index.ts',
  ]);
});

it('refuses flatbuffers at run time in schema, but for ./bfbs', async () => {
  const root = workspace({
    'packages/flatbuffers/src/index.ts': 'export const one = 1;\nexport type One = 1;\n',
    'packages/schema/src/bfbs.ts': "export { one } from '../../flatbuffers/src/index.js';\n",
    'packages/schema/src/type-layout.ts': "export type { One } from '../../flatbuffers/src/index.js';\n",
    'packages/schema/src/index.ts': "export { one } from '../../flatbuffers/src/index.js';\n",
  });
  expect(await checkLayers(root)).toEqual([
    'layer-schema-types: packages/schema/src/index.ts -> packages/flatbuffers/src/index.ts',
  ]);
});

it('refuses types too of what schema may not know', async () => {
  const root = workspace({
    'packages/idl/src/index.ts': 'export type One = 1;\n',
    'packages/schema/src/index.ts': "export type { One } from '../../idl/src/index.js';\n",
  });
  expect(await checkLayers(root)).toEqual([
    'layer-schema: packages/schema/src/index.ts -> packages/idl/src/index.ts',
  ]);
});

it('refuses a package that is not in the table', async () => {
  const root = workspace({
    'packages/bytes/src/index.ts': 'export const one = 1;\n',
    'packages/news/src/index.ts': "export { one } from '../../bytes/src/index.js';\n",
  });
  expect(await checkLayers(root)).toEqual([
    'package-without-row: packages/news/src/index.ts -> packages/bytes/src/index.ts',
  ]);
});

it('refuses the command line in the playground, and apps or tools in packages', async () => {
  const root = workspace({
    'packages/cli/src/index.ts': "export { one } from '../../../apps/tour/src/one.js';\n",
    'apps/tour/src/one.ts': 'export const one = 1;\n',
    'apps/playground/src/main.ts': "export { one } from '../../../packages/cli/src/index.js';\n",
    'packages/json/src/index.ts': "export { two } from '../../../tools/two.js';\n",
    'tools/two.ts': 'export const two = 2;\n',
  });
  expect(await checkLayers(root)).toEqual([
    'app-playground: apps/playground/src/main.ts -> packages/cli/src/index.ts',
    'layer-cli: packages/cli/src/index.ts -> apps/tour/src/one.ts',
    'layer-json: packages/json/src/index.ts -> tools/two.ts',
  ]);
});

it('looks at generated sources of packages', async () => {
  const root = workspace({
    'packages/idl/src/index.ts': 'export const one = 1;\n',
    'packages/schema/src/generated/x.ts': "export { one } from '../../../idl/src/index.js';\n",
  });
  expect(await checkLayers(root)).toEqual([
    'layer-schema: packages/schema/src/generated/x.ts -> packages/idl/src/index.ts',
  ]);
});

it('refuses a cycle between files', async () => {
  const root = workspace({
    'packages/bytes/src/a.ts': "export { b } from './b.js';\nexport const a = 1;\n",
    'packages/bytes/src/b.ts': "export { a } from './a.js';\nexport const b = 1;\n",
  });
  expect((await checkLayers(root)).some((line) => line.startsWith('no-cycle-between-files'))).toBe(true);
});

it('refuses the platform in a library', async () => {
  const root = workspace({ 'packages/json/src/index.ts': "export { readFileSync } from 'node:fs';\n" });
  expect(await checkLayers(root)).toEqual(['no-platform-outside-cli: packages/json/src/index.ts -> fs']);
});

it('refuses a run that looked at nothing', async () => {
  expect(await checkLayers(workspace({ 'readme.txt': '' }))).toEqual(['no source folder found']);
  expect(await checkLayers(workspace({ 'packages/bytes/src/notes.md': '' }))).toEqual([
    'no module was looked at',
  ]);
});

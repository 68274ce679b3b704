import { expect, it } from 'vitest';
import { flatc, temporaryFolder, textOf } from '../temporary-folder.js';

it('--jsonschema writes NAME.schema.json', async () => {
  const folder = temporaryFolder({ 'sub/s.v1.fbs': 'table T { a:int; } root_type T;', 'd.json': '{}' });
  const { status, created } = await flatc(folder, ['--jsonschema', '-o', 'out', 'sub/s.v1.fbs', 'd.json']);
  expect({ status, created }).toEqual({ status: 0, created: ['out/s.v1.schema.json'] });
  expect(JSON.parse(textOf(folder, 'out/s.v1.schema.json'))).toMatchObject({ $ref: '#/definitions/T' });
});

it('--jsonschema follows --root-type', async () => {
  const folder = temporaryFolder({ 's.fbs': 'table T { a:int; } table U { b:int; } root_type T;' });
  await flatc(folder, ['--jsonschema', '--root-type', 'U', 's.fbs']);
  expect(JSON.parse(textOf(folder, 's.schema.json'))).toMatchObject({ $ref: '#/definitions/U' });
});

it('--jsonschema needs a root type', async () => {
  const folder = temporaryFolder({ 's.fbs': 'table T { a:int; }' });
  const { status, stderr, created } = await flatc(folder, ['--jsonschema', 's.fbs']);
  expect({ status, created }).toEqual({ status: 1, created: [] });
  expect(stderr).toMatch(/^error JSONSCHEMA-ROOT: s\.fbs /);
});

import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { archive } from '../../src/worker/archive.js';

const request = (path: string): Parameters<typeof archive>[0] => ({
  schema: { files: [{ path, text: 'table T { a: int; } root_type T;' }], entry: path },
  generators: [{ id: 'python', options: {} }],
  json: '{}',
  bytes: Uint8Array.of(1),
});

it('holds the schema, the code and the data', async () => {
  const names = Object.keys(unzipSync(await archive(request('types/a.fbs'))));
  expect(names).toEqual(expect.arrayContaining(['schema/types/a.fbs', 'data/data.json', 'data/data.bin']));
  expect(names.filter((name) => name.startsWith('python/') && name.endsWith('.py'))).not.toEqual([]);
});

it.each(['../a.fbs', '/a.fbs', 'x/../../a.fbs', '..\\a.fbs'])(
  'has no place for a file called %s',
  async (path) => {
    await expect(archive(request(path))).rejects.toThrow('no file of an archive is called');
  },
);

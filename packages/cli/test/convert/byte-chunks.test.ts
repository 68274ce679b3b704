import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { byteChunks } from '../../src/convert/byte-chunks.js';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const io = (cwd: string): Parameters<typeof byteChunks>[1] => ({
  stdout: { write: () => true },
  stderr: { write: () => true },
  cwd,
  env: {},
});

describe('the bytes of a file', () => {
  it('come in chunks', async () => {
    const folder = temporaryFolder({ file: 'x'.repeat(300_000) });
    const { chunks, size } = byteChunks('file', io(folder));
    const sizes: number[] = [];
    for await (const chunk of chunks) sizes.push(chunk.length);
    expect([size, sizes]).toEqual([300_000, [131_072, 131_072, 37_856]]);
  });
});

// Windows has no such files. They are there, and nobody can open them, whoever it is.
describe.skipIf(process.platform === 'win32')('a file that cannot be opened', () => {
  it('is a mistake, and leaves the output as it was', async () => {
    const folder = await withSocket();
    const { status, stderr } = await flatc(folder, ['convert', '-o', 'out/x', 'm.fbs', 'in.ndjson']);
    expect(status).toBe(1);
    expect(stderr).toContain('error FILE-READ: cannot read in.ndjson: ');
    expect([filesIn(path.join(folder, 'out')), textOf(folder, 'out/x')]).toEqual([['x'], '']);
  });

  it('is not opened if there is nowhere to write to', async () => {
    const folder = await withSocket();
    const unheard: unknown[] = [];
    const hear = (error: unknown): void => void unheard.push(error);
    process.on('uncaughtException', hear);
    onTestFinished(() => void process.off('uncaughtException', hear));
    const { status, stderr } = await flatc(folder, ['convert', '-b', '-o', 'out', 'm.fbs', 'in.ndjson']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('cannot write out: it is a directory')]);
    // What was opened before has failed when this has.
    await expect(open(path.join(folder, 'in.ndjson'))).rejects.toThrow(/in\.ndjson/);
    await new Promise(setImmediate);
    expect(unheard).toEqual([]);
  });
});

/** A folder with a schema, a socket in place of lines of JSON, and a folder `out`. */
async function withSocket(): Promise<string> {
  const folder = temporaryFolder({ 'm.fbs': 'table M { x:int; }\nroot_type M;\n', 'out/x': '' });
  const server = createServer().listen(path.join(folder, 'in.ndjson'));
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return folder;
}

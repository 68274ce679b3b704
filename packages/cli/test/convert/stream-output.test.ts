import { chmodSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileOutput, stdoutOutput } from '../../src/convert/stream-output.js';
import type { OutputStream } from '../../src/index.js';
import { filesIn, temporaryFolder, textOf } from '../temporary-folder.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const text = (content: string): Uint8Array => Buffer.from(content);

describe('a file', () => {
  it('appears when it is complete, where a link leads to it', async () => {
    const folder = temporaryFolder({ 'real.txt': 'before' });
    symlinkSync('real.txt', path.join(folder, 'link.txt'));
    const out = fileOutput('link.txt', folder);
    out.add(text('after'));
    await out.flush();
    expect(textOf(folder, 'link.txt')).toBe('before');
    out.add(text('wards'));
    await out.finish();
    out.discard();
    expect([filesIn(folder), textOf(folder, 'real.txt')]).toEqual([['real.txt'], 'afterwards']);
  });

  it.skipIf(process.platform === 'win32').each([0o600, 0o775])(
    'has the permissions of the one it replaces from its first byte on, as in %o',
    async (mode) => {
      const folder = temporaryFolder({ 'out.txt': 'before' });
      chmodSync(path.join(folder, 'out.txt'), mode);
      const modes = (): number[] =>
        readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777);
      const out = fileOutput('out.txt', folder);
      expect(modes()).toEqual([mode, mode]);
      out.add(text('after'));
      await out.finish();
      expect([textOf(folder, 'out.txt'), modes()]).toEqual(['after', [mode]]);
    },
  );

  it('leaves nothing behind if it is never complete, folders included', async () => {
    const folder = temporaryFolder();
    const out = fileOutput('a/b/out.txt', folder);
    out.add(text('part'));
    await out.flush();
    expect(filesIn(folder)).toEqual([`a/b/.out.txt.${process.pid}.tmp`]);
    out.discard();
    expect(filesIn(folder)).toEqual([]);
  });

  it('leaves nothing behind when the process is told to end, and lets it end', () => {
    const folder = temporaryFolder();
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const before = process.listenerCount('SIGTERM');
    fileOutput('out.txt', folder);
    process.emit('SIGTERM', 'SIGTERM');
    expect(filesIn(folder)).toEqual([]);
    expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, 'SIGTERM');
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });

  it.runIf(process.platform !== 'win32')('is written to, not replaced, if it is a device', async () => {
    const out = fileOutput('/dev/null', temporaryFolder());
    out.add(text('x'));
    await out.finish();
    expect(fileOutput('/dev/null', '/').discard()).toBeUndefined();
  });
});

/** A standard output that is full after each piece. */
function fullStdout(): { stdout: OutputStream; emit(event: string): void; written: string[] } {
  const listeners = new Map<string, () => void>();
  const written: string[] = [];
  const stdout: OutputStream = {
    write(piece) {
      written.push(Buffer.from(piece).toString());
      return false;
    },
    once: (event, listener) => listeners.set(event, listener),
  };
  return { stdout, emit: (event) => listeners.get(event)?.(), written };
}

describe('standard output', () => {
  it('is waited for', async () => {
    const { stdout, emit, written } = fullStdout();
    const out = stdoutOutput({ stdout, stderr: stdout, cwd: '.', env: {} });
    out.add(text('a'));
    let isReady = false;
    const ready = out.flush().then((goesOn) => (isReady = goesOn));
    await new Promise((resolve) => setImmediate(resolve));
    expect([written, isReady]).toEqual([['a'], false]);
    emit('drain');
    expect(await ready).toBe(true);
  });

  it('may be left by its reader', async () => {
    const { stdout, emit, written } = fullStdout();
    const out = stdoutOutput({ stdout, stderr: stdout, cwd: '.', env: {} });
    out.add(text('a'));
    const ready = out.flush();
    emit('error');
    expect(await ready).toBe(false);
    out.add(text('b'));
    await out.finish();
    expect(written).toEqual(['a']);
  });
});

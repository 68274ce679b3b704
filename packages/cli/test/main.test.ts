// The program around `run`: the process's arguments and streams, and the file that npm links as `flatc`.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../src/main.js';
import { temporaryFolder } from './temporary-folder.js';

const { argv, exitCode } = process;

afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

async function program(args: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((stdout += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((stderr += String(text))));
  process.argv = ['node', 'flatc', ...args];
  await main();
  return { status: process.exitCode, stdout, stderr };
}

describe('main', () => {
  it('sets the exit status of the process', async () => {
    expect(await program(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^flatc version /),
    });
    expect(await program(['--nope'])).toMatchObject({ status: 1, stdout: '' });
  });

  it('says that its output cannot be written', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    let said = '';
    await program(['--version']);
    vi.mocked(process.stderr.write).mockImplementation((text) => Boolean((said += String(text))));
    process.stdout.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    expect(said).toContain('flatc: cannot write to standard output: no space left\n');
    expect(exit).toHaveBeenCalledWith(1);
    exit.mockClear();
    process.stdout.emit('error', Object.assign(new Error('nobody reads'), { code: 'EPIPE' }));
    expect(exit).not.toHaveBeenCalled();
  });

  it('ends the process once its output is out, whatever is left running', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    const flushed: (() => void)[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text, done) => {
      if (text === '') flushed.push(() => (done as unknown as () => void)());
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((_text, done) => {
      (done as unknown as () => void)();
      return true;
    });
    process.argv = ['node', 'flatc', '--version'];
    await main();
    expect(exit).not.toHaveBeenCalled();
    expect(flushed).toHaveLength(1);
    flushed[0]?.();
    expect(exit).toHaveBeenCalledExactlyOnceWith();
  });

  it('lets Ctrl-C end what would go on for ever', async () => {
    const folder = temporaryFolder({ 'a.fbs': 'table A { x:int; }' });
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const before = process.listenerCount('SIGINT');
    const ended = program(['watch', '--jsonschema', '--root-type', 'A', 'a.fbs']);
    await vi.waitUntil(() => process.listenerCount('SIGINT') > before, { timeout: 60_000 });
    process.emit('SIGINT');
    expect(await ended).toMatchObject({ status: 0, stderr: expect.stringContaining('Ctrl-C ends it\n') });
    process.emit('SIGTERM');
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('calls an unexpected exception what it is', async () => {
    vi.spyOn(process, 'cwd').mockImplementation(() => {
      throw new Error('the folder is gone');
    });
    const { status, stderr } = await program(['--version']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^flatc: this is a defect of flatc itself, please report it:\nError: the folder is gone\n/,
    );
  });
});

describe('bin/flatc.js', () => {
  it('runs the compiled command', () => {
    const bin = install({
      'dist/main.js': 'export async function main() { console.log(process.argv[2]); process.exitCode = 7; }',
    });
    const { status, stdout } = spawnSync(process.execPath, [bin, '--argument'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 7, stdout: '--argument\n' });
  });

  it('prefers the program in few files, as it is packed', () => {
    const bin = install({
      'bundle/main.js': 'export async function main() { console.log("packed"); }',
      'dist/main.js': 'export async function main() { console.log("built"); }',
    });
    expect(spawnSync(process.execPath, [bin], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: 'packed\n',
    });
  });

  it('says what to do if it is not built', () => {
    const { status, stderr } = spawnSync(process.execPath, [install({})], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'flatc: @fb/cli is not built: run `npm run build` at the root of the repository first\n',
    });
  });
});

/** Puts bin/flatc.js into a package that holds `files` besides. */
function install(files: Record<string, string>): string {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }', ...files });
  mkdirSync(path.join(folder, 'bin'));
  copyFileSync(path.join(import.meta.dirname, '../bin/flatc.js'), path.join(folder, 'bin/flatc.js'));
  return path.join(folder, 'bin/flatc.js');
}

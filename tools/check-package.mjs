// Packs the package in the current folder and checks the tarball as a consumer would meet it: publint and attw.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'fb-pack-'));
/** Runs a tool; its output is worth reading only when it fails. */
const run = (command, ...args) => {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${stdout}${stderr}${command} ${args.join(' ')} failed with status ${status}`);
};
try {
  run('pnpm', 'pack', '--pack-destination', folder);
  const tarball = path.join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  run('publint', 'run', tarball, '--strict');
  run('attw', tarball, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii');
  console.log('what is packed can be imported and has types');
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

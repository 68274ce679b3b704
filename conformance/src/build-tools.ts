// Build tools of the machine, run where `flatc` is ours as a package manager would link it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { missing } from './toolchain.js';

const PROGRAM = fileURLToPath(new URL('../../packages/cli/bin/flatc.js', import.meta.url));
const BUILT = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));

/** Whether `tool` is installed and flatc is built. Where tests must be complete both are. */
export function canBuildWith(tool: string): boolean {
  const lacks = [
    ...(spawnSync(tool, ['--version']).status === 0 ? [] : [`${tool} is not installed`]),
    ...(existsSync(BUILT) ? [] : ['flatc is not built (npm run build)']),
  ];
  if (lacks.length === 0) return true;
  missing(`${lacks.join(', ')}: what ${tool} does with flatc is not tried`);
  return false;
}

/** The environment of a build: `flatc` in front of all other programs of that name. */
export function buildEnvironment(): NodeJS.ProcessEnv {
  const folder = mkdtempSync(path.join(tmpdir(), 'fb-bin-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(PROGRAM, path.join(folder, 'flatc'));
  return { ...process.env, PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` };
}

/** What a tool did. */
export interface BuildRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `tool` in `folder`. */
export function build(folder: string, env: NodeJS.ProcessEnv, tool: string, ...args: string[]): BuildRun {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

// Deno and Bun, whose programs come with npm packages of their platform where there are any.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** The program of Deno on this machine, or `null`. */
export function denoProgram(): string | null {
  const suffix = process.platform === 'linux' ? '-glibc' : '';
  return program('deno', `@deno/${process.platform}-${process.arch}${suffix}`, 'deno');
}

/** The program of Bun on this machine, or `null`. */
export function bunProgram(): string | null {
  const arch = process.arch === 'arm64' ? 'aarch64' : process.arch;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return program('bun', `@oven/bun-${platform}-${arch}`, 'bin/bun');
}

/** The file of the package `platform`, an optional dependency of `engine`. */
function program(engine: string, platform: string, file: string): string | null {
  const from = tryResolve(require, `${engine}/package.json`);
  const manifest = from === null ? null : tryResolve(createRequire(from), `${platform}/package.json`);
  if (manifest === null) return null;
  const found = path.join(path.dirname(manifest), file + (process.platform === 'win32' ? '.exe' : ''));
  return existsSync(found) ? found : null;
}

function tryResolve(from: NodeJS.Require, name: string): string | null {
  try {
    return from.resolve(name);
  } catch {
    return null;
  }
}

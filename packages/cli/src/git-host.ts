// Files as a commit of git has them. Git itself reads them: it knows packs, alternates and worktrees.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { DiskHost } from './host.js';

/** Files of a commit. */
export interface GitHost extends DiskHost {
  /** Whether no commit can have the file: it is not in the folder of the repository. */
  isOutside(file: string): boolean;
}

/** The host whose relative paths start from `cwd` as it is in `ref`; `null` if that names no commit, or there is no git. */
export function gitHost(ref: string, cwd: string): GitHost | null {
  const commit = git(
    cwd,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  )?.toString();
  const prefix = git(cwd, 'rev-parse', '--show-prefix')?.toString();
  if (commit === undefined || prefix === undefined) return null;
  const inRepository = (file: string): string => {
    const relative = path.isAbsolute(file) ? path.relative(cwd, file).replaceAll(path.sep, '/') : file;
    return path.posix.join(prefix.trim(), relative);
  };
  const isOutside = (file: string): boolean => leadsOut(inRepository(file));
  const read: DiskHost['read'] = (file) => {
    const bytes = isOutside(file)
      ? null
      : git(cwd, 'cat-file', 'blob', `${commit.trim()}:${inRepository(file)}`);
    return bytes === null ? { reason: `${ref} has no such file` } : { bytes };
  };
  return {
    read,
    readFile(file) {
      const result = read(file);
      return 'bytes' in result ? result.bytes : null;
    },
    isOutside,
    isDirectory: () => false,
    absolutePath: (file) => path.resolve(cwd, file).replaceAll(path.sep, '/'),
  };
}

/** Whether a relative path, with `/` between folders, leads out of the folder that it starts from. */
export function leadsOut(relative: string): boolean {
  // On another drive there is no relative path.
  return /^\.\.(\/|$)/.test(relative) || path.isAbsolute(relative);
}

/** A file of a schema is far smaller. */
const MOST_BYTES = 2 ** 28;

function git(cwd: string, ...args: readonly string[]): Buffer | null {
  try {
    return execFileSync('git', args, { cwd, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: MOST_BYTES });
  } catch {
    return null;
  }
}

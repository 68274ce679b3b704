// Reading from disk: schemas, data and settings. What else reads files is what streams its input (convert/byte-chunks.ts),
// what compares outputs with the files that are there (write-files.ts, deliver.ts), and version.ts.
import type { Host } from '@fb/idl';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileStates } from './file-states.js';

/** A host over the disk, plus what only a command line asks of it. */
export interface DiskHost extends Host {
  /** The content of `file`, or why it cannot be read. */
  read(file: string): { readonly bytes: Uint8Array } | { readonly reason: string };
  isDirectory(file: string): boolean;
  /** The absolute path, links resolved as far as the path exists; `/` between folders. */
  absolutePath(file: string): string;
}

/** The host whose relative paths start from `cwd`, and whose file `-` is `stdin` if that is given. */
export function diskHost(cwd: string, stdin: Uint8Array | null = null): DiskHost {
  const resolve = (file: string): string => path.resolve(cwd, file);
  const read: DiskHost['read'] = (file) => {
    if (file === '-' && stdin !== null) return { bytes: stdin };
    if (file === '') return { reason: 'the name is empty' };
    try {
      return { bytes: readFileSync(resolve(file)) };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  };
  return {
    read,
    readFile(file) {
      const result = read(file);
      return 'bytes' in result ? result.bytes : null;
    },
    isDirectory(file) {
      try {
        return file !== '' && statSync(resolve(file)).isDirectory();
      } catch {
        return false;
      }
    },
    absolutePath(file) {
      let real = resolve(file);
      try {
        real = realpathSync(real);
      } catch {
        // Not there (yet): the path as text has to do.
      }
      return real.replaceAll(path.sep, '/');
    },
  };
}

/** The host, noting each file that it is asked for, whether it is there or not, before it is read. */
export function notingHost(host: DiskHost, cwd: string, asked: FileStates): DiskHost {
  const note = (file: string): string => {
    asked.note(path.resolve(cwd, file));
    return file;
  };
  return {
    ...host,
    read: (file) => host.read(note(file)),
    readFile: (file) => host.readFile(note(file)),
  };
}

/** What a failed call of node:fs has to say to a person. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  ENAMETOOLONG: 'the name is too long',
};

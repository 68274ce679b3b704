// Reading schemas and writing types: the only place that touches the disk.
import type { Host } from '@fb/idl';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The host over the disk. */
export const diskHost: Host = {
  readFile(file) {
    try {
      return readFileSync(file);
    } catch {
      return null;
    }
  },
};

/** The absolute path, with `/` between folders on every system. */
export function absolutePath(file: string): string {
  return path.resolve(file).replaceAll(path.sep, '/');
}

/** Whether the current folder is that of a TypeScript project. */
export function isTypeScriptProject(): boolean {
  return existsSync(path.resolve('tsconfig.json'));
}

/** Writes a file if it has another content; the reason if that fails. */
export function writeIfChanged(file: string, content: string): string | null {
  try {
    if (existsSync(file) && readFileSync(file, 'utf8') === content) return null;
    writeFileSync(file, content);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// How files are read. The language itself touches no disk.
import { encodeSource } from '@fb/diagnostics';

/** Gives the bytes of files. @public */
export interface Host {
  /** The content of the file, or `null` if there is none that can be read. Must not throw. */
  readFile(path: string): Uint8Array | null;
}

/** A host over files in memory; texts are taken as UTF-8. `.` and `..` in a path mean what they do on a disk. @public */
export function memoryHost(files: Readonly<Record<string, string | Uint8Array>>): Host {
  const byPath = new Map(Object.entries(files).map(([path, file]) => [plainPath(path), file] as const));
  return {
    readFile(path) {
      const file = byPath.get(plainPath(path));
      if (file === undefined) return null;
      return typeof file === 'string' ? encodeSource(file) : file;
    },
  };
}

function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

// The schema files that operands name: files as they are, folders with all .fbs files below them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '@fb/diagnostics';
import { reasonOf, type DiskHost } from '../host.js';
import { messages } from '../messages.js';

/** Paths from the current folder, each once, in the order of the operands; folders' files in ascending order. */
export interface SchemaFiles {
  readonly paths: readonly string[];
  readonly problem: Diagnostic | null;
}

/** Looks into folders but for hidden ones and `node_modules`; links to folders are not followed. */
export function schemaFiles(operands: readonly string[], host: DiskHost, cwd: string): SchemaFiles {
  const paths = new Set<string>();
  for (const operand of operands) {
    if (!host.isDirectory(operand)) {
      paths.add(operand);
      continue;
    }
    const folders = [operand.replace(/(?<=.)\/+$/, '')];
    const found: string[] = [];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      try {
        for (const entry of readdirSync(path.resolve(cwd, folder), { withFileTypes: true })) {
          const name = folder === '.' ? entry.name : `${folder.replace(/\/$/, '')}/${entry.name}`;
          if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name)) folders.push(name);
          else if (entry.isFile() && entry.name.endsWith('.fbs')) found.push(name);
        }
      } catch (error) {
        const problem = messages.create('FILE-READ', null, { path: folder, reason: reasonOf(error) });
        return { paths: [], problem };
      }
    }
    for (const name of found.toSorted()) paths.add(name);
  }
  return { paths: [...paths], problem: null };
}

// Folders that take long to make and are kept: downloads, mostly. They are not part of the repository.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** The folder `name`, made once, also when several test files want it at the same time. */
export function prepared(name: string, make: (folder: string) => void): string {
  const folder = path.join(CACHE, name);
  if (existsSync(folder)) return folder;
  const draft = `${folder}-${process.pid}`;
  try {
    mkdirSync(CACHE, { recursive: true });
    make(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Tells apart what folders are made of. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}

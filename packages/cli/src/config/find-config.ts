// Which config file holds: the one in the current folder, or else in the nearest folder above it.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What config files are called. */
export const CONFIG_NAME = 'flatc.config.json';

/** The absolute path of the config file for work in `cwd`, if there is one. */
export function findConfig(cwd: string): string | null {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const file = path.join(folder, CONFIG_NAME);
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) return null;
  }
}

// A copy of `test/project` in a temporary folder, where the packages of this one are installed.
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

/** The folder of a project. */
export class Project {
  readonly folder: string = realpathSync(mkdtempSync(path.join(tmpdir(), 'fb-unplugin-')));

  constructor() {
    cpSync(path.join(import.meta.dirname, 'project'), this.folder, { recursive: true });
    symlinkSync(path.join(import.meta.dirname, '../node_modules'), this.at('node_modules'), 'junction');
    this.write('package.json', '{ "type": "module" }');
  }

  /** The absolute path of a file. */
  at(file: string): string {
    return path.join(this.folder, file);
  }

  write(file: string, content: string): void {
    writeFileSync(this.at(file), content);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a bundle reports. */
export function reportOf(code: string): unknown {
  const globals: { report?: unknown } = {};
  runInNewContext(code, Object.assign(globals, { TextDecoder, TextEncoder }));
  return globals.report;
}

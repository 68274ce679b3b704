// Notices changes of files: of some that are known, there or not yet, and of any that turn up below folders.
import { watch, type FSWatcher } from 'chokidar';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { EndSignal } from '../io.js';

/** What to look at; all paths are absolute. */
export interface Watched {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** What names of new files end in; empty if that could be anything. */
  readonly extensions: ReadonlySet<string>;
}

/** How long nothing more may change before changes are told, in milliseconds: editors and git write in several steps. */
const SETTLED = 60;

/** Collects changes until they are asked for. */
export class ChangeWatcher {
  readonly #changed = new Set<string>();
  #failure: Error | null = null;
  #watcher: FSWatcher | null = null;
  #watched = '';
  #last = 0;
  #wake: () => void = () => {};

  /** Looks at `watched` and nothing else from now on. Files that have changed since the time `since` count as well. */
  async watch(watched: Watched, since: number): Promise<void> {
    const { files, folders, extensions } = watched;
    const there = [...files].filter((file) => existsSync(file));
    // Folders rather than files: files come and go, and many programs replace instead of changing them.
    const roots = new Set([...files, ...folders].map((each) => existingFolder(each)));
    const key = JSON.stringify([roots, files, folders, extensions].map((each) => [...each].toSorted()));
    if (key !== this.#watched) {
      // The one before goes on until there is another: nothing is to be missed between them.
      const before = this.#watcher;
      this.#watched = key;
      const watcher = watch([...roots], { ignoreInitial: true, ignored: ignoredOf(watched) });
      this.#watcher = watcher;
      watcher.on('all', (_event, file) => this.#note(path.resolve(file)));
      await new Promise<void>((resolve) => {
        watcher.on('ready', resolve);
        watcher.on('error', (error) => {
          this.#failure = error instanceof Error ? error : new Error(String(error));
          this.#wake();
          resolve();
        });
      });
      await before?.close();
    }
    // What changed after it was read and before it was looked at.
    for (const file of there) if (!existsSync(file)) this.#note(file);
    for (const file of files) {
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats !== undefined && Math.floor(Math.max(stats.mtimeMs, stats.ctimeMs)) > since) this.#note(file);
    }
  }

  /** The files that have changed since the last time, once there are any and no more come; `null` when `signal` says so. */
  async changes(signal: EndSignal | undefined): Promise<ReadonlySet<string> | null> {
    const wake = (): void => this.#wake();
    signal?.addEventListener('abort', wake);
    try {
      for (;;) {
        if (signal?.aborted === true) return null;
        if (this.#failure !== null) throw this.#failure;
        const left = this.#last + SETTLED - performance.now();
        if (this.#changed.size > 0 && left <= 0) {
          const changed = new Set(this.#changed);
          this.#changed.clear();
          return changed;
        }
        await new Promise<void>((resolve) => {
          const timer = this.#changed.size > 0 ? setTimeout(resolve, left) : undefined;
          this.#wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    } finally {
      signal?.removeEventListener('abort', wake);
    }
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
    this.#watcher = null;
  }

  #note(file: string): void {
    this.#changed.add(file);
    this.#last = performance.now();
    this.#wake();
  }
}

/** The folder that `file` is or will be in, or the nearest one above it that is there. */
function existingFolder(file: string): string {
  for (let at = file; ; at = path.dirname(at)) {
    const isFolder = statSync(at, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isFolder || at === path.dirname(at)) return at;
  }
}

/** All but the files, and in the folders what is hidden, in `node_modules`, or no input by its name. */
function ignoredOf(watched: Watched): (file: string, stats?: { isFile(): boolean }) => boolean {
  const { files, folders, extensions } = watched;
  const kept = new Set<string>();
  for (const each of [...files, ...folders]) {
    for (let at = each; !kept.has(at); at = path.dirname(at)) kept.add(at);
  }
  return (file, stats) => {
    const full = path.resolve(file);
    if (kept.has(full)) return false;
    const folder = [...folders].find((each) => full.startsWith(path.join(each, path.sep)));
    if (folder === undefined) return true;
    if (/(^|[/\\])(node_modules|\.[^/\\]*)([/\\]|$)/.test(path.relative(folder, full))) return true;
    return stats?.isFile() === true && extensions.size > 0 && !extensions.has(path.extname(full));
  };
}

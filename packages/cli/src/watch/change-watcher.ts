// Notices changes of files: of some that are known, there or not yet, and of any that turn up below folders.
import { watch, type FSWatcher } from 'chokidar';
import { statSync } from 'node:fs';
import path from 'node:path';
import { FileStates } from '../file-states.js';
import type { EndSignal } from '../io.js';

/** What to look at; all paths are absolute. */
export interface Watched {
  /** What they were before they were read. */
  readonly files: FileStates;
  readonly folders: ReadonlySet<string>;
  /** What names of new files end in; empty if that could be anything. */
  readonly extensions: ReadonlySet<string>;
}

/**
 * When to look what has changed, in milliseconds after the last event: at first when editors and git, which write in several
 * steps, are done; then again, since of events that come close together, or with new folders, some get lost.
 */
const LOOKS = [60, 300, 1000, 3000];

/** Tells changes when asked. Events only say when to look: what has changed is seen from the files themselves. */
export class ChangeWatcher {
  #files = new FileStates();
  #failure: Error | null = null;
  #watcher: FSWatcher | null = null;
  #watched = '';
  /** When the last event came, and how many looks there were since. */
  #last = 0;
  #looks = 0;
  #wake: () => void = () => {};

  /** Looks at `watched` and nothing else from now on. */
  async watch(watched: Watched): Promise<void> {
    const { files, folders, extensions } = watched;
    this.#files = files;
    // Folders rather than files: files come and go, and many programs replace instead of changing them.
    const roots = new Set([...files.paths, ...folders].map((each) => existingFolder(each)));
    const key = JSON.stringify([roots, files.paths, folders, extensions].map((each) => [...each].toSorted()));
    if (key !== this.#watched) {
      // The one before goes on until there is another: nothing is to be missed between them.
      const last = this.#watcher;
      this.#watched = key;
      const watcher = watch([...roots], { ignoreInitial: true, ignored: ignoredOf(watched) });
      this.#watcher = watcher;
      watcher.on('all', () => {
        this.#expectLooks();
        this.#wake();
      });
      await new Promise<void>((resolve) => {
        // It is not said when there is nothing to wait for.
        if (roots.size === 0) resolve();
        watcher.on('ready', resolve);
        watcher.on('error', (error) => {
          this.#failure = error instanceof Error ? error : new Error(String(error));
          this.#wake();
          resolve();
        });
      });
      await last?.close();
    }
    this.#expectLooks();
  }

  /**
   * The files that have changed since they were noted, once no more events come; none if it was something else.
   * `null` when `signal` says so.
   */
  async changes(signal: EndSignal | undefined): Promise<ReadonlySet<string> | null> {
    const wake = (): void => this.#wake();
    signal?.addEventListener('abort', wake);
    try {
      for (;;) {
        if (signal?.aborted === true) return null;
        if (this.#failure !== null) throw this.#failure;
        const wait = LOOKS[this.#looks];
        const left = wait === undefined ? null : this.#last + wait - performance.now();
        if (left !== null && left <= 0) {
          this.#looks++;
          return this.#files.changes();
        }
        await new Promise<void>((resolve) => {
          const timer = left === null ? undefined : setTimeout(resolve, left);
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

  #expectLooks(): void {
    this.#last = performance.now();
    this.#looks = 0;
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
  for (const each of [...files.paths, ...folders]) {
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

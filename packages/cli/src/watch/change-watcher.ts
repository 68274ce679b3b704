// Notices changes of files: of some that are known, there or not yet, and of any that turn up below folders.
import { watch, type FSWatcher } from 'chokidar';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { EndSignal } from '../io.js';

/** What to look at; all paths are absolute. */
export interface Watched {
  readonly files: ReadonlySet<string>;
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
  /** Files that changed while nobody looked. */
  readonly #changed = new Set<string>();
  /** What the files were when they were last looked at. */
  #states: ReadonlyMap<string, FileState | null> = new Map();
  #failure: Error | null = null;
  #watcher: FSWatcher | null = null;
  #watched = '';
  /** When the last event came, and how many looks there were since. */
  #last = 0;
  #looks = 0;
  #wake: () => void = () => {};

  /** Looks at `watched` and nothing else from now on. Files that have changed since the time `since` count as well. */
  async watch(watched: Watched, since: number): Promise<void> {
    const { files, folders, extensions } = watched;
    const before = this.#states;
    this.#states = new Map([...files].map((file) => [file, stateOf(file)]));
    // A time that is still to come says nothing.
    const now = Date.now();
    const isRecent = (time: number): boolean => Math.floor(time) > since && time <= now;
    for (const [file, state] of this.#states) {
      const wasLost = state === null && before.get(file) != null;
      if (wasLost || state?.times.some(isRecent)) this.#changed.add(file);
    }
    // Folders rather than files: files come and go, and many programs replace instead of changing them.
    const roots = new Set([...files, ...folders].map((each) => existingFolder(each)));
    const key = JSON.stringify([roots, files, folders, extensions].map((each) => [...each].toSorted()));
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
   * The known files that have changed since the last time, once no more events come; none if it was something else.
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
        if (left !== null && left <= 0) return this.#look();
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

  #look(): ReadonlySet<string> {
    this.#looks++;
    const changed = new Set(this.#changed);
    this.#changed.clear();
    const states = new Map([...this.#states.keys()].map((file) => [file, stateOf(file)]));
    for (const [file, state] of states) {
      const before = this.#states.get(file);
      if (state?.mark !== before?.mark) changed.add(file);
    }
    this.#states = states;
    return changed;
  }
}

/** Tells a file from what it was before. */
interface FileState {
  /** When it was last changed, and changed or moved, in milliseconds. */
  readonly times: readonly number[];
  /** Is another after any change. */
  readonly mark: string;
}

/** What a file is now; `null` if there is none. */
function stateOf(file: string): FileState | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  const { ino, size, mtimeMs, ctimeMs } = stats;
  return { times: [mtimeMs, ctimeMs], mark: [ino, size, mtimeMs, ctimeMs].join() };
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

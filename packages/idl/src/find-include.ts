// Where an included file is: beside the including one, in the include paths, beside the main file. And what makes two
// files one: their base name and text, whatever path led to them.
import type { Span } from '@fb/diagnostics';
import type { Host } from './host.js';
import { messages } from './messages.js';
import type { Report } from './report.js';

/** What a search needs to know besides the name. */
export interface IncludeSearch {
  /** The including file. */
  readonly from: string;
  /** The file that was asked for. */
  readonly main: string;
  readonly includePaths: readonly string[];
  readonly host: Host;
}

/** The file that is included as `name` at `span`; `null`, reported, if there is none. */
export function findInclude(
  name: string,
  span: Span,
  search: IncludeSearch,
  report: Report,
): { readonly path: string; readonly bytes: Uint8Array } | null {
  const directories = [directoryOf(search.from), ...search.includePaths, directoryOf(search.main)];
  const candidates = directories.map((directory) => joinPath(directory, name));
  for (const path of candidates) {
    const bytes = path === '' ? null : search.host.readFile(path);
    if (bytes !== null) return { path, bytes };
  }
  const places = [...new Set(candidates)];
  const hint = `looked for ${places.join(', ')}; other folders can be given as include paths`;
  if (candidates.at(-1) === '') report(messages.create('INC-LOCATE', span, {}));
  else report(messages.create('INC-LOAD', span, { path: name }, { hint }));
  return null;
}

/** The files that are known so far. */
export class KnownFiles {
  readonly #texts = new Map<string, Set<string>>();

  /** Whether the file is new; from now on it is known. */
  add(path: string, text: string): boolean {
    const name = baseName(path);
    const texts = this.#texts.get(name) ?? new Set();
    this.#texts.set(name, texts);
    return texts.size !== texts.add(text).size;
  }
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function joinPath(directory: string, name: string): string {
  const path = directory === '' ? name : `${withoutFinalSlashes(directory)}/${name}`;
  return path.startsWith('./') ? path.slice(2) : path;
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === 0 ? '/' : path.slice(0, Math.max(0, slash));
}

/** By a loop: a regular expression takes the square of a long row of slashes inside. */
function withoutFinalSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

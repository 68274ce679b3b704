// What a run is going to write, complete and checked before the first byte reaches the disk.
import { entryText, uniteEntries, type EntryFile } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import { messages } from './messages.js';

/** A file to write, named relative to the output folder with `/` between folders. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Of a file that is a list of exports: several inputs may add to it. */
  readonly entry?: EntryFile;
}

/** Whether a later input may replace an output of an earlier one, as flatc does, or that is an error. */
export type OnClash = 'replace' | 'refuse';

interface Planned {
  readonly content: Uint8Array;
  readonly entry: EntryFile | null;
  readonly input: string;
}

/** Collects outputs; paths out of it start from the current folder. */
export class OutputPlan {
  readonly #directory: string;
  readonly #planned = new Map<string, Planned>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The outputs so far by path, in the order they were added. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#planned].map(([path, { content }]) => [path, content]));
  }

  /** Where an output will lie. */
  pathOf(file: OutputFile): string {
    const { path } = file;
    if (this.#directory === '') return path;
    return this.#directory.endsWith('/') ? `${this.#directory}${path}` : `${this.#directory}/${path}`;
  }

  /** Plans `file` for the input it comes from. */
  add(file: OutputFile, input: string, onClash: OnClash): Diagnostic | null {
    if (!staysInside(file.path)) return messages.create('OUTPUT-OUTSIDE', null, { path: file.path, input });
    const path = this.pathOf(file);
    const earlier = this.#planned.get(path);
    const united = earlier?.entry && file.entry ? uniteEntries(earlier.entry, file.entry) : null;
    if (united !== null) {
      this.#planned.set(path, { content: encode(entryText(united)), entry: united, input });
      return null;
    }
    const content = encode(file.content);
    this.#planned.set(path, { content, entry: file.entry ?? null, input });
    if (earlier === undefined || Buffer.compare(earlier.content, content) === 0) return null;
    if (earlier.input === input) return messages.create('OUTPUT-TWICE', null, { path, input });
    const params = { path, input, other: earlier.input };
    return onClash === 'replace'
      ? messages.create('W-OUTPUT-REPLACED', null, params, {
          hint: 'generate from one schema that includes the others, with --gen-all',
        })
      : messages.create('OUTPUT-CLASH', null, params, {
          hint: 'give each an output folder of its own, or let the generator name its files after the schema',
        });
  }

  /** Takes over what `other` plans, which was asked for apart; gives the paths at which both have their own content. */
  unite(other: OutputPlan): readonly string[] {
    const clashes: string[] = [];
    for (const [path, planned] of other.#planned) {
      const mine = this.#planned.get(path);
      if (mine === undefined) this.#planned.set(path, planned);
      else if (Buffer.compare(mine.content, planned.content) !== 0) clashes.push(path);
    }
    return clashes;
  }
}

function encode(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Names come from schemas (namespaces, `file_extension`): none may lead out of the output folder. */
function staysInside(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part));
}

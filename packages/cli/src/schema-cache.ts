// Schemas that were read once and what was made of them: outputs beside each other share them, and a watching flatc
// keeps those whose files have not changed.
import type { CommandResult } from './command.js';
import { FileStates } from './file-states.js';
import { notingHost, type DiskHost } from './host.js';
import type { Input, Loaded, SchemaInput } from './input.js';
import { loadSchemaFile, schemaKey } from './load-schema.js';
import type { Settings } from './settings.js';

interface Entry {
  readonly loaded: Loaded<SchemaInput>;
  /** Every file that was asked for, also in vain. */
  readonly asked: FileStates;
}

/** Keeps schemas, for relative paths that start from one folder. */
export class SchemaCache {
  readonly #cwd: string;
  #entries = new Map<string, Entry>();
  #used = new Map<string, Entry>();
  readonly #results = new WeakMap<Input, Map<string, CommandResult>>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** The schema at `path`, read if it has to be. */
  async load(path: string, host: DiskHost, settings: Readonly<Settings>): Promise<Loaded<SchemaInput>> {
    const key = schemaKey(path, settings);
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      const asked = new FileStates();
      entry = { loaded: await loadSchemaFile(path, notingHost(host, this.#cwd, asked), settings), asked };
      this.#entries.set(key, entry);
    }
    this.#used.set(key, entry);
    return entry.loaded;
  }

  /** What `make` gives for a schema, asked again only for another `key`; data is always made anew. */
  async result(input: Input, key: string, make: () => Promise<CommandResult>): Promise<CommandResult> {
    if (input.kind !== 'schema') return make();
    const results = this.#results.get(input) ?? new Map<string, CommandResult>();
    this.#results.set(input, results);
    const result = results.get(key) ?? (await make());
    results.set(key, result);
    return result;
  }

  /** Forgets what depends on one of `changed` (absolute paths), and what was not asked for since the last time. */
  renew(changed: ReadonlySet<string>): void {
    this.#entries = new Map(
      [...this.#used].filter(([, { asked }]) => ![...changed].some((file) => asked.has(file))),
    );
    this.#used = new Map();
  }

  /** The files that the schemas in use depend on. */
  get files(): FileStates {
    const files = new FileStates();
    for (const { asked } of this.#used.values()) files.add(asked);
    return files;
  }
}

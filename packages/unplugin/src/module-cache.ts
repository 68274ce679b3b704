// The modules of a build, each made once: a schema is asked for as itself, and for the types of all that include it.
import type { SchemaModule } from './schema-module.js';

/** Modules by the absolute path of their schema. */
export class ModuleCache {
  readonly #make: (path: string) => SchemaModule;
  readonly #modules = new Map<string, SchemaModule>();

  constructor(make: (path: string) => SchemaModule) {
    this.#make = make;
  }

  /** The module of the schema at `path`: always the same, until one of its files is forgotten. */
  get(path: string): SchemaModule {
    const found = this.#modules.get(path);
    if (found !== undefined) return found;
    const module = this.#make(path);
    this.#modules.set(path, module);
    return module;
  }

  /** Drops what was made of `file`, which may have changed. */
  forget(file: string): void {
    for (const [path, { files }] of this.#modules) if (files.includes(file)) this.#modules.delete(path);
  }

  /** Drops all. */
  clear(): void {
    this.#modules.clear();
  }
}

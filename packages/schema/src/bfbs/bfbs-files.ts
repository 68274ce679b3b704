// The files that a binary schema names. They need not be there: then all definitions are of one file, whose name the
// caller gives.
import type { SchemaFile } from '../model.js';
import type { BfbsSource } from './bfbs-source.js';
import type { Schema } from './generated/reflection/schema.js';

/** Files by name. */
export class BfbsFiles {
  readonly #files = new Map<string, SchemaFile>();
  readonly #unnamed: SchemaFile;

  /** `path` is the name of the file of definitions that do not say theirs. */
  constructor(path: string) {
    this.#unnamed = { path, includes: [] };
  }

  /** Reads the list of files, in the order in which they were written, which is that of the paths they were opened by. */
  read(source: BfbsSource, root: Schema): void {
    const length = root.fbsFilesLength();
    source.spend(length, { table: root, path: 'fbs_files' });
    const read = Array.from({ length }, (_, i) => ({ table: root.fbsFiles(i), path: `fbs_files[${i}]` }));
    // A builder of FlatBuffers writes towards lower addresses.
    for (const { table, path } of read.toSorted((a, b) => (b.table?.bb_pos ?? 0) - (a.table?.bb_pos ?? 0))) {
      if (table === null) continue;
      const place = { table, path };
      const name = source.text((encoding) => table.filename(encoding), place);
      const count = table.includedFilenamesLength();
      source.spend(count, place);
      const includes = Array.from({ length: count }, (_, i) =>
        source.text((encoding) => table.includedFilenames(i, encoding), place),
      );
      source.unique(this.#files, name, { path: name, includes }, place);
    }
  }

  /** The file of this name; the empty name is that of definitions that do not say theirs. */
  named(name: string): SchemaFile {
    if (name === '') return this.#unnamed;
    let file = this.#files.get(name);
    if (file === undefined) {
      file = { path: name, includes: [] };
      this.#files.set(name, file);
    }
    return file;
  }

  /** All files. */
  all(): readonly SchemaFile[] {
    return this.#files.size === 0 ? [this.#unnamed] : [...this.#files.values()];
  }

  /** The file that was asked for: the one that no other includes, as far as that can be told. */
  main(): SchemaFile {
    const files = this.all();
    const included = new Set(files.flatMap((file) => file.includes.filter((path) => path !== file.path)));
    return files.find((file) => !included.has(file.path)) ?? files[0] ?? this.#unnamed;
  }
}

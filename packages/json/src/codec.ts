// JSON of one schema, for many texts and buffers: what is worked out from the schema is kept.
import type { Schema, TableDef } from '@fb/schema';
import { compileCodec } from './compile/run.js';
import { messages } from './messages.js';
import { decodeRecord, encodeRecord } from './object/object-codec.js';
import type { DecodeObjectOptions, EncodeObjectOptions, FlatObject } from './object/object-options.js';
import { planCodec } from './plan/plan-codec.js';
import { Planner } from './plan/planner.js';
import type { TextSink } from './print/document-printer.js';
import { UnprintableError } from './print/unprintable-error.js';
import type { PrintJsonOptions } from './print-options.js';
import type { ParseJsonOptions, ParseJsonResult } from './read-options.js';
import { RecordCodec } from './record-codec.js';
import { findRoot } from './root-table.js';

/** Options of {@link JsonCodec}. @public */
export interface JsonCodecOptions {
  /**
   * Compiles readers and printers of the schema to JavaScript with `new Function`, which is several times as fast. The
   * results are the same. Off by default, as a page's content security policy may forbid it; the code holds no text of
   * the schema, so that a hostile one can do nothing with it.
   */
  readonly compile?: boolean;
}

/** Reads and prints JSON of one schema. @public */
export class JsonCodec {
  readonly schema: Schema;
  readonly #planner: Planner;
  readonly #compile: boolean;
  readonly #codecs: Map<TableDef, RecordCodec> = new Map();

  constructor(schema: Schema, options: JsonCodecOptions = {}) {
    this.schema = schema;
    this.#planner = new Planner(schema);
    this.#compile = options.compile ?? false;
  }

  /** See `parseJson`. */
  parse(source: string | Uint8Array, options: ParseJsonOptions = {}): ParseJsonResult {
    const root = findRoot(this.schema, options.root);
    if (typeof root !== 'string') return this.#codec(root).parse(source, options);
    const problem =
      root === ''
        ? messages.create('JSON-NO-ROOT', null, {})
        : messages.create('JSON-ROOT-TYPE', null, { name: root });
    return { bytes: null, diagnostics: [problem], consumed: 0 };
  }

  /** See `printJson`; as UTF-8 bytes. */
  print(bytes: Uint8Array, options: PrintJsonOptions = {}): Uint8Array {
    return this.#rooted(options.root).print(bytes, options);
  }

  /** See `printJsonTo`. */
  printTo(bytes: Uint8Array, sink: TextSink, options: PrintJsonOptions = {}): void {
    this.#rooted(options.root).printTo(bytes, sink, options);
  }

  /** See `encodeObject`. */
  encode(value: object, options: EncodeObjectOptions = {}): Uint8Array {
    return encodeRecord(this.#rooted(options.root).plan, value, options);
  }

  /** See `decodeObject`. */
  decode<T = FlatObject>(bytes: Uint8Array, options: DecodeObjectOptions = {}): T {
    return decodeRecord(this.#rooted(options.root).plan, bytes, options) as T;
  }

  /** The codec of a root table that must be there. */
  #rooted(name: string | undefined): RecordCodec {
    const root = findRoot(this.schema, name);
    if (typeof root !== 'string') return this.#codec(root);
    const what = root === '' ? 'the schema has no root type' : `the schema has no table ${root}`;
    throw new UnprintableError('no-root', 0, '', what);
  }

  #codec(table: TableDef): RecordCodec {
    let codec = this.#codecs.get(table);
    if (codec === undefined) {
      const plan = planCodec(this.#planner, table);
      codec = new RecordCodec(plan, this.#planner, this.#compile ? compileCodec(plan.records) : null);
      this.#codecs.set(table, codec);
    }
    return codec;
  }
}

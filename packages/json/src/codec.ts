// JSON of one schema, for many texts and buffers: what is worked out from the schema is kept.
import { CapacityError, encodeUtf8 } from '@fb/bytes';
import { verify, type TableLayout } from '@fb/flatbuffers';
import { verify as verifyFlexBuffer } from '@fb/flexbuffers';
import { tableLayout, type Schema, type TableDef } from '@fb/schema';
import { messages } from './messages.js';
import { Planner } from './plan/planner.js';
import { DocumentPrinter } from './print/document-printer.js';
import { UnprintableError } from './print/unprintable-error.js';
import { textLimit, type PrintJsonOptions } from './print-options.js';
import { DocumentReader } from './read/document-reader.js';
import type { ParseJsonOptions, ParseJsonResult } from './read-options.js';
import { findRoot } from './root-table.js';
import { runReader } from './run-reader.js';

/** Reads and prints JSON of one schema. @public */
export class JsonCodec {
  readonly schema: Schema;
  readonly #planner: Planner;
  readonly #layouts: Map<TableDef, TableLayout> = new Map();

  constructor(schema: Schema) {
    this.schema = schema;
    this.#planner = new Planner(schema);
  }

  /** See `parseJson`. */
  parse(source: string | Uint8Array, options: ParseJsonOptions = {}): ParseJsonResult {
    const root = findRoot(this.schema, options.root);
    if (typeof root === 'string') {
      const problem =
        root === ''
          ? messages.create('JSON-NO-ROOT', null, {})
          : messages.create('JSON-ROOT-TYPE', null, { name: root });
      return { bytes: null, diagnostics: [problem], consumed: 0 };
    }
    return runReader(source, options, (cursor) => {
      const reader = new DocumentReader(cursor, this.#planner, {
        unknownFields: options.unknownFields ?? false,
        forceDefaults: options.forceDefaults ?? false,
        nestedBytes: options.nestedBytes ?? false,
        sizePrefixed: options.sizePrefixed ?? false,
        allowTrailing: options.allowTrailing ?? false,
        exactNumbers: options.exactNumbers ?? false,
      });
      return reader.document(this.#planner.record(root), this.#identifier()).slice();
    });
  }

  /** See `printJson`; as UTF-8 bytes. */
  print(bytes: Uint8Array, options: PrintJsonOptions = {}): Uint8Array {
    const root = findRoot(this.schema, options.root);
    if (typeof root === 'string') {
      const what = root === '' ? 'the schema has no root type' : `the schema has no table ${root}`;
      throw new UnprintableError('no-root', 0, '', what);
    }
    this.#verify(bytes, root, options);
    const printer = new DocumentPrinter(bytes, {
      strict: options.strict ?? false,
      defaults: options.defaults ?? false,
      naturalUtf8: options.naturalUtf8 ?? false,
      allowNonUtf8: options.allowNonUtf8 ?? false,
      indent: options.indent === false ? -1 : Math.max(0, options.indent ?? 2),
      enumNames: options.enumNames ?? true,
      nestedObjects: options.nestedObjects ?? true,
      flexbufferValues: options.flexbufferValues ?? true,
      asciiProto: options.asciiProto ?? false,
      maxTextSize: textLimit(options, bytes.length),
    });
    try {
      printer.document(this.#planner.record(root), options.sizePrefixed === true ? 4 : 0);
    } catch (cause) {
      if (!(cause instanceof CapacityError)) throw cause;
      throw new UnprintableError('too-large', 0, '', `the text would have more than ${cause.limit} bytes`);
    }
    return printer.out.used().slice();
  }

  #verify(bytes: Uint8Array, root: TableDef, options: PrintJsonOptions): void {
    let layout = this.#layouts.get(root);
    if (layout === undefined) {
      layout = tableLayout(root, { deprecated: true });
      this.#layouts.set(root, layout);
    }
    const identifier = options.checkIdentifier === true ? this.#identifier() : '';
    if (identifier === undefined)
      throw new UnprintableError('no-identifier', 0, '', 'the schema has no file identifier');
    const error = verify(bytes, layout, {
      ...options.limits,
      sizePrefixed: options.sizePrefixed ?? false,
      verifyFlexBuffer: (nested) => verifyFlexBuffer(nested) === null,
      ...(identifier === '' ? {} : { identifier }),
    });
    if (error !== null) throw error;
  }

  /** The file identifier as one character a byte, which is how builder and verifier take it. */
  #identifier(): string | undefined {
    const { fileIdentifier } = this.schema;
    return fileIdentifier === null ? undefined : String.fromCharCode(...encodeUtf8(fileIdentifier));
  }
}

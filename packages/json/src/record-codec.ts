// JSON of one root table, from its plan alone: readers, printers, what of both is kept from one text to the next.
import { CapacityError, ForwardBuffer, MAX_BUFFER_SIZE } from '@fb/bytes';
import type { CodecPlan } from './compile/codec-plan.js';
import type { CompiledCodec } from './compile/compiled-codec.js';
import type { EnumScope, RecordPlan } from './plan/plan.js';
import {
  DocumentPrinter,
  OVERRUN,
  type CompiledPrinters,
  type PrintRules,
  type TextSink,
} from './print/document-printer.js';
import { printPart } from './print/print-part.js';
import { parseSelector } from './print/selector.js';
import { UnprintableError } from './print/unprintable-error.js';
import { textLimit, type PrintJsonOptions } from './print-options.js';
import { DocumentReader, type CompiledReaders } from './read/document-reader.js';
import type { ParseJsonOptions, ParseJsonResult } from './read-options.js';
import { runReader } from './run-reader.js';
import type { Cursor } from './text/cursor.js';
import { verifyBuffer } from './verify-buffer.js';
import { Assembler, KEPT } from './write/assembler.js';

/** Reads and prints JSON of one root table. */
export class RecordCodec {
  readonly plan: CodecPlan;
  readonly #root: RecordPlan;
  readonly #enums: EnumScope;
  readonly #compiled: CompiledCodec | null;
  readonly #assembler: Assembler = new Assembler();

  /** Without what is compiled an interpreter does the same. */
  constructor(plan: CodecPlan, enums: EnumScope, compiled: CompiledCodec | null) {
    this.plan = plan;
    this.#root = plan.records[0];
    this.#enums = enums;
    this.#compiled = compiled;
  }

  /** See `parseJson`. */
  parse(source: string | Uint8Array, options: ParseJsonOptions): ParseJsonResult {
    const compiled = this.#compiled;
    // Compiled readers expect commas.
    if (compiled !== null && options.asciiProto !== true) {
      const result = this.#parse(source, options, compiled.readers);
      if (result.bytes !== null) return result;
    }
    // Compiled readers stop at an error but do not know its path.
    return this.#parse(source, options, null);
  }

  #parse(
    source: string | Uint8Array,
    options: ParseJsonOptions,
    compiled: CompiledReaders | null,
  ): ParseJsonResult {
    const read = (cursor: Cursor): Uint8Array => {
      // Binary is about half as long as the text without blanks, and rarely much longer.
      this.#assembler.clear(options.forceDefaults ?? false, Math.ceil(source.length * 0.625));
      const rules = {
        unknownFields: options.unknownFields ?? false,
        nestedBytes: options.nestedBytes ?? false,
        sizePrefixed: options.sizePrefixed ?? false,
        allowTrailing: options.allowTrailing ?? false,
        exactNumbers: options.exactNumbers ?? false,
        base64: options.base64 ?? false,
      };
      const reader = new DocumentReader(cursor, this.#enums, this.#assembler, rules, compiled);
      return kept(reader.document(this.#root, this.plan.identifier));
    };
    return runReader(source, options, read, compiled !== null && options.allowTrailing !== true);
  }

  /** See `printJson`; as UTF-8 bytes. */
  print(bytes: Uint8Array, options: PrintJsonOptions): Uint8Array {
    verifyBuffer(bytes, this.plan, options);
    const rules = printRules(options, Math.min(textLimit(options, bytes.length), MAX_BUFFER_SIZE));
    // A guess, which costs nothing where it is too high: memory that is not touched is not there.
    const guess = (rules.indent < 0 ? 3 : 6) * bytes.length + 256;
    const limit = Math.min(rules.maxTextSize + OVERRUN, MAX_BUFFER_SIZE);
    const out = new ForwardBuffer(Math.min(guess, limit), limit);
    this.#print(bytes, rules, options, out, null);
    return kept(out.used());
  }

  /** See `printJsonTo`. */
  printTo(bytes: Uint8Array, sink: TextSink, options: PrintJsonOptions): void {
    verifyBuffer(bytes, this.plan, options);
    const rules = printRules(options, textLimit(options, bytes.length));
    this.#print(bytes, rules, options, new ForwardBuffer(1 << 17), sink);
  }

  #print(
    bytes: Uint8Array,
    rules: PrintRules,
    options: PrintJsonOptions,
    out: ForwardBuffer,
    sink: TextSink | null,
  ): void {
    // What is seldom asked for is not compiled.
    const compiled = rules.asciiProto || rules.base64 ? null : this.#compiled;
    try {
      this.#run(bytes, rules, options, out, compiled?.printers ?? null, sink);
      if (out.length > rules.maxTextSize) throw new CapacityError(out.length, rules.maxTextSize);
    } catch (error) {
      if (error instanceof CapacityError)
        throw new UnprintableError(
          'too-large',
          0,
          '',
          `the text would have more than ${rules.maxTextSize} bytes`,
        );
      if (compiled === null || !(error instanceof UnprintableError)) throw error;
      // Compiled printers do not know where they are: the interpreter finds the same, with its path.
      out.clear();
      this.#run(bytes, rules, options, out, null, sink === null ? null : () => {});
      throw error;
    }
  }

  #run(
    bytes: Uint8Array,
    rules: PrintRules,
    { sizePrefixed, select }: PrintJsonOptions,
    out: ForwardBuffer,
    compiled: CompiledPrinters | null,
    sink: TextSink | null,
  ): void {
    // A plain view: those of Node's Buffer are slow to take parts of.
    const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    const printer = new DocumentPrinter(plain, rules, out, compiled, sink);
    const start = sizePrefixed === true ? 4 : 0;
    if (select === undefined) return printer.document(this.#root, start);
    const steps = parseSelector(select);
    const root = start + printer.view.getUint32(start, true);
    if (steps === null || !printPart(printer, this.#root, root, steps))
      throw new UnprintableError('no-part', 0, '', `there is nothing at ${JSON.stringify(select)}`);
    printer.end();
  }
}

/**
 * Bytes that are the caller's: a copy, unless they are many and most of their memory, which is nobody else's then. A copy would
 * take as long as a good part of the work.
 */
function kept(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.length > KEPT && bytes.length * 2 > bytes.buffer.byteLength ? bytes : bytes.slice();
}

function printRules(options: PrintJsonOptions, maxTextSize: number): PrintRules {
  return {
    strict: options.strict ?? false,
    defaults: options.defaults ?? false,
    naturalUtf8: options.naturalUtf8 ?? false,
    allowNonUtf8: options.allowNonUtf8 ?? false,
    indent: options.indent === false ? -1 : Math.max(0, options.indent ?? 2),
    enumNames: options.enumNames ?? true,
    precise: options.precise ?? false,
    longStrings: options.longStrings ?? false,
    base64: options.base64 ?? false,
    nestedObjects: options.nestedObjects ?? true,
    flexbufferValues: options.flexbufferValues ?? true,
    asciiProto: options.asciiProto ?? false,
    maxTextSize,
  };
}

// From a generated module to a codec.
import { decodeUtf8 } from '@fb/bytes';
import type { RecordPlan } from '../plan/plan.js';
import type { PrintJsonOptions } from '../print-options.js';
import type { ParseJsonOptions, ParseJsonResult } from '../read-options.js';
import { RecordCodec } from '../record-codec.js';
import { enumScope, type CodecPlan } from './codec-plan.js';
import { byNumber, writers, type CompiledCodec } from './compiled-codec.js';
import { unpack } from './pack.js';

/** Reads and prints the JSON of one root table. @public */
export interface JsonCodecOf {
  /** See `parseJson`. */
  parse(source: string | Uint8Array, options?: Omit<ParseJsonOptions, 'root'>): ParseJsonResult;
  /** See `printJson`. */
  print(bytes: Uint8Array, options?: Omit<PrintJsonOptions, 'root'>): string;
  /** See `printJsonBytes`. */
  printBytes(bytes: Uint8Array, options?: Omit<PrintJsonOptions, 'root'>): Uint8Array;
}

/** What generated code is given and gives, which is nobody else's business. @public */
export type JsonCodecParts = (records: never, writers: never) => unknown;

/** The codec of a module that `generateJsonModule` has made: for generated code only. @public */
export function loadJsonCodec(
  packed: string,
  readers: JsonCodecParts,
  printers: JsonCodecParts,
): JsonCodecOf {
  let codec: RecordCodec | null = null;
  // Unpacked when it is first used: a module that is only imported costs nothing.
  const load = (): RecordCodec => {
    if (codec !== null) return codec;
    const plan = unpack(packed) as CodecPlan;
    const numbered = byNumber(plan.records);
    const make = <T>(parts: JsonCodecParts): T =>
      (parts as (records: readonly RecordPlan[], w: typeof writers) => T)(numbered, writers);
    const compiled: CompiledCodec = { readers: make(readers), printers: make(printers) };
    codec = new RecordCodec(plan, enumScope(plan), compiled);
    return codec;
  };
  return {
    parse: (source, options = {}) => load().parse(source, options),
    print: (bytes, options = {}) => {
      const text = load().print(bytes, options);
      return decodeUtf8(text, 0, text.length);
    },
    printBytes: (bytes, options = {}) => load().print(bytes, options),
  };
}

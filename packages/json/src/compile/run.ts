// From plans to functions, where code may be made at run time.
import type { RecordPlan } from '../plan/plan.js';
import type { CompiledPrinters } from '../print/document-printer.js';
import type { CompiledReaders } from '../read/document-reader.js';
import { byNumber, writers, type CompiledCodec } from './compiled-codec.js';
import { printerSource } from './printer-source.js';
import { readerSource } from './reader-source.js';

/** Compiles the readers and printers of `records`. Throws where the platform forbids `new Function`. */
export function compileCodec(records: readonly RecordPlan[]): CompiledCodec {
  const numbered = byNumber(records);
  // The sources hold no text of the schema.
  const readers = new Function('P', readerSource(records)) as (P: readonly RecordPlan[]) => CompiledReaders;
  const printers = new Function('P', 'W', printerSource(records)) as (
    P: readonly RecordPlan[],
    W: typeof writers,
  ) => CompiledPrinters;
  return { readers: readers(numbered), printers: printers(numbered, writers) };
}

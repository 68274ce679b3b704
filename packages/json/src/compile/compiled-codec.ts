// What compiled readers and printers are made of, whether compiled at run time or ahead of it.
import { appendByte } from '@fb/bytes';
import { writeSigned, writeUnsigned } from '../numbers/number-text.js';
import type { RecordPlan } from '../plan/plan.js';
import type { CompiledPrinters } from '../print/document-printer.js';
import { writeFlag, writeInteger, writeReal, writeWide } from '../print/scalar-writer.js';
import type { CompiledReaders } from '../read/document-reader.js';

/** Readers and printers of the same records. */
export interface CompiledCodec {
  readonly readers: CompiledReaders;
  readonly printers: CompiledPrinters;
}

/** What the source of printers calls. */
export const writers: Readonly<Record<string, unknown>> = {
  flag: writeFlag,
  integer: writeInteger,
  named: writeWide,
  signed: writeSigned,
  unsigned: writeUnsigned,
  real: writeReal,
  byte: appendByte,
};

/** The records at their numbers. */
export function byNumber(records: readonly RecordPlan[]): readonly RecordPlan[] {
  const numbered: RecordPlan[] = [];
  for (const record of records) numbered[record.id] = record;
  return numbered;
}

// What printing data as JSON throws because of the data, for people.
import type { Diagnostic } from '@fb/diagnostics';
import { FlatBufferError } from '@fb/flatbuffers';
import { FlexBufferError } from '@fb/flexbuffers';
import { UnprintableError } from '@fb/json';
import { messages } from './messages.js';

/** The diagnostic for `error`, which printing the data at `path` threw; `null` if the data is not its cause. */
export function printProblem(error: unknown, path: string): Diagnostic | null {
  if (error instanceof FlatBufferError)
    return messages.create('DATA-DAMAGED', null, { path, reason: error.message });
  // A valid buffer can still hold what the text has no form for, or be far smaller than its text.
  if (error instanceof UnprintableError || error instanceof FlexBufferError)
    return messages.create('DATA-UNPRINTABLE', null, { path, reason: error.message });
  return null;
}

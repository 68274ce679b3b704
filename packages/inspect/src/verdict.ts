// The verifiers' word on a buffer as plain data.
import type { FlatBufferError } from '@fb/flatbuffers';
import type { FlexBufferError } from '@fb/flexbuffers';
import type { Verdict } from './inspection.js';

/** Why a verifier rejects a buffer; `null` if it does not. */
export function verdictFrom(error: FlatBufferError | FlexBufferError | null): Verdict | null {
  if (error === null) return null;
  const { code, offset, path, message } = error;
  return { code, offset, path, message };
}

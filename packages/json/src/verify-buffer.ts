// Buffers are verified before anything is read from them.
import { verify } from '@fb/flatbuffers';
import { verify as verifyFlexBuffer } from '@fb/flexbuffers';
import type { CodecPlan } from './compile/codec-plan.js';
import type { DecodeObjectOptions } from './object/object-options.js';
import { UnprintableError } from './print/unprintable-error.js';

/** What of the options is about the buffer. */
type BufferOptions = Pick<DecodeObjectOptions, 'checkIdentifier' | 'limits' | 'sizePrefixed'>;

/** Throws the `FlatBufferError` of bytes that are no buffer of the plan's root table. */
export function verifyBuffer(
  bytes: Uint8Array,
  { layout, identifier }: CodecPlan,
  options: BufferOptions,
): void {
  // As one character a byte, which is how the verifier takes it.
  const expected = identifier === null ? undefined : String.fromCharCode(...identifier);
  if (options.checkIdentifier === true && expected === undefined)
    throw new UnprintableError('no-identifier', 0, '', 'the schema has no file identifier');
  const error = verify(bytes, layout, {
    ...options.limits,
    sizePrefixed: options.sizePrefixed ?? false,
    verifyFlexBuffer: (nested) => verifyFlexBuffer(nested) === null,
    ...(options.checkIdentifier === true && expected !== undefined ? { identifier: expected } : {}),
  });
  if (error !== null) throw error;
}

// Size-prefixed buffers to newline-delimited JSON. A buffer that cannot be printed does not end the stream; bytes that are no
// sequence of messages do, as nothing says where the next begins.
import { FlatBufferError, readSizePrefixed } from '@fb/flatbuffers';
import type { JsonCodec, PrintJsonOptions } from '@fb/json';
import { messages } from '../messages.js';
import { printProblem } from '../print-problem.js';
import { MAX_SIZE_HINT, type ConversionInput, type Converted } from './converted.js';

/** The line of each message, or what is wrong with it. */
export async function* buffersToLines(
  codec: JsonCodec,
  { path, chunks, maxSize }: ConversionInput,
  options: PrintJsonOptions,
): AsyncGenerator<Converted, void, undefined> {
  // Keys in quotes, as in printNdjson, so that others read it too.
  const printing = { strict: true, ...options, indent: false, sizePrefixed: true } as const;
  let number = 1;
  let offset = 0;
  const place = (): string => `message ${number} of ${path}, which begins at byte ${offset},`;
  try {
    for await (const message of readSizePrefixed(chunks, { maxSize })) {
      yield lineOf(codec, message, printing, place);
      number++;
      offset += message.length;
    }
  } catch (error) {
    if (!(error instanceof FlatBufferError)) throw error;
    // The size that JSON text would be taken for is far beyond any limit.
    const tooLargeHint = number === 1 ? `${NO_SIZE_HINT}; ${MAX_SIZE_HINT}` : MAX_SIZE_HINT;
    const extras = error.code === 'too-large' ? { hint: tooLargeHint } : {};
    const problem = messages.create('DATA-DAMAGED', null, { path: place(), reason: error.message }, extras);
    yield { bytes: null, diagnostics: [problem] };
  }
}

const LINE_FEED = 10;

const NO_SIZE_HINT =
  'every message must begin with its size (flatc -b --size-prefixed); for JSON text give --binary';

function lineOf(
  codec: JsonCodec,
  message: Uint8Array,
  options: PrintJsonOptions,
  place: () => string,
): Converted {
  try {
    const text = codec.print(message, options);
    const bytes = new Uint8Array(text.length + 1);
    bytes.set(text);
    bytes[text.length] = LINE_FEED;
    return { bytes, diagnostics: [] };
  } catch (error) {
    const problem = printProblem(error, place());
    if (problem === null) throw error;
    return { bytes: null, diagnostics: [problem] };
  }
}

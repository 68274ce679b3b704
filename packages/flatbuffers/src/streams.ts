// Streams of messages, each with its size in front: read from whatever comes in chunks, written to whatever takes bytes,
// one message in memory at a time.
import { MAX_BUFFER_SIZE, growForward, type OwnBytes } from '@fb/bytes';
import { FlatBufferError } from './flatbuffer-error.js';

/** What `ReadableStream` has of the Web Streams API; not every engine can iterate over one. @public */
export interface ByteSource {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
    releaseLock(): void;
  };
}

/** What `WritableStream` has of the Web Streams API. @public */
export interface ByteSink {
  getWriter(): {
    write(chunk: Uint8Array): Promise<void>;
    releaseLock(): void;
  };
}

/** How messages follow each other in a stream. @public */
export interface SizePrefixedOptions {
  /** The most bytes that a prefix may announce. Default: 64 MiB. */
  readonly maxSize?: number;
  /** Prefixes have 64 bits, as `finish` writes them if `sizePrefix` is `'wide'`. Default: false, which is 32. */
  readonly wide?: boolean;
}

/** The limit that most programs for delimited messages have. */
const DEFAULT_MAX_SIZE = 0x400_0000;

/** Memory for a message whose bytes are yet to come: a prefix may be a lie. */
const FIRST_CAPACITY = 4096;

/**
 * The messages of a stream, as {@link Builder.finishSizePrefixed} makes them, each with its prefix and in memory of its
 * own, so that it is aligned and can be kept. Chunks may end anywhere. Reads on only when the next message is asked for,
 * and closes the source when asked for no more. Nothing is verified but the framing: a prefix beyond `maxSize` throws a
 * {@link FlatBufferError} with the code `too-large`, a stream that ends within a message one with `size-prefix`, both
 * with the position in the stream where that message begins.
 * @public
 */
export async function* readSizePrefixed(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ByteSource,
  options: SizePrefixedOptions = {},
): AsyncGenerator<OwnBytes, void, undefined> {
  const { prefix, maxSize } = framingOf(options);
  let start = 0;
  let message = new Uint8Array(FIRST_CAPACITY);
  let length = 0;
  /** Bytes of the message, or of its prefix as long as that is not complete. */
  let expected = prefix;
  for await (const chunk of chunksOf(source)) {
    let at = 0;
    while (at < chunk.length) {
      const taken = Math.min(chunk.length - at, expected - length);
      if (length + taken > message.length) message = growForward(message, length, taken, expected);
      message.set(chunk.subarray(at, at + taken), length);
      length += taken;
      at += taken;
      if (length === prefix && expected === prefix) {
        const size = sizeIn(message, prefix);
        if (size > maxSize) throw tooLarge(start, size, maxSize);
        expected += size;
      }
      if (length === expected && length >= prefix) {
        // Of a size of 0 the prefix is all there is.
        const isExact = length === message.length;
        yield isExact ? message : message.slice(0, length);
        if (isExact || message.length > FIRST_CAPACITY) message = new Uint8Array(FIRST_CAPACITY);
        start += length;
        length = 0;
        expected = prefix;
      }
    }
  }
  if (length > 0) {
    throw new FlatBufferError('size-prefix', start, '', 'the stream ends within a message');
  }
}

/**
 * Writes messages, which {@link Builder.finishSizePrefixed} made, to a `WritableStream` or to a function, one after the
 * other: the next message is asked for when the last one was taken. A stream may keep what it took, as those of Node.js do:
 * give it bytes of their own, unless the sink is a function that is done with them when it returns. A sink is not closed.
 * Throws a TypeError for a message whose prefix is not its size.
 *
 * Where an iterable is wanted, as for `Readable.from` of Node.js, the messages themselves are one.
 * @public
 */
export async function writeSizePrefixed(
  messages: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sink: ByteSink | ((message: Uint8Array) => unknown),
  options: SizePrefixedOptions = {},
): Promise<void> {
  const { prefix, maxSize } = framingOf(options);
  const writer = typeof sink === 'function' ? null : sink.getWriter();
  const write = typeof sink === 'function' ? sink : (message: Uint8Array) => writer?.write(message);
  let start = 0;
  try {
    for await (const message of messages) {
      if (message.length < prefix || sizeIn(message, prefix) !== message.length - prefix) {
        throw new TypeError('the message does not begin with its size: finish it with a size prefix');
      }
      if (message.length - prefix > maxSize) throw tooLarge(start, message.length - prefix, maxSize);
      await write(message);
      start += message.length;
    }
  } finally {
    writer?.releaseLock();
  }
}

function framingOf(options: SizePrefixedOptions): { readonly prefix: 4 | 8; readonly maxSize: number } {
  const { maxSize = DEFAULT_MAX_SIZE, wide = false } = options;
  if (!(maxSize >= 0)) throw new RangeError(`maxSize is a number from 0 on, not ${String(maxSize)}`);
  return { prefix: wide ? 8 : 4, maxSize: Math.min(maxSize, MAX_BUFFER_SIZE) };
}

/** An unsigned integer of `width` bytes at the start of `bytes`; beyond 2^53 rounded, which is beyond any limit. */
function sizeIn(bytes: Uint8Array, width: 4 | 8): number {
  let size = 0;
  for (let i = width - 1; i >= 0; i--) size = size * 256 + bytes[i];
  return size;
}

function tooLarge(at: number, size: number, maxSize: number): FlatBufferError {
  return new FlatBufferError(
    'too-large',
    at,
    '',
    `a message has ${size} bytes, more than maxSize, ${maxSize}`,
  );
}

/** The chunks of any source. One that is left is cancelled. */
async function* chunksOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ByteSource,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!('getReader' in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done || value === undefined) return;
      yield value;
    }
  } catch (error) {
    isDone = true;
    throw error;
  } finally {
    if (!isDone) await reader.cancel();
    reader.releaseLock();
  }
}

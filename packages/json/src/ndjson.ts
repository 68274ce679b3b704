// Newline-delimited JSON to buffers and back, one line at a time: memory is that of the longest line.
import { TextSource } from '@fb/diagnostics';
import { placedIn } from './line-source.js';
import { messages } from './messages.js';
import type { JsonCodec } from './codec.js';
import type { PrintJsonOptions } from './print-options.js';
import type { ParseJsonOptions, ParseJsonResult } from './read-options.js';

const LINE_FEED = 10;
const MAX_LINE_SIZE = 1 << 26;

/** Options of {@link parseNdjson}. @public */
export interface ParseNdjsonOptions extends Omit<ParseJsonOptions, 'allowTrailing'> {
  /** The longest line there may be, in bytes without its line break; 64 MiB by default. A longer one ends the reading. */
  readonly maxLineSize?: number;
}

/** A line of newline-delimited JSON. @public */
export interface NdjsonResult extends ParseJsonResult {
  /** The number of the line, from 1. Places in diagnostics are within the whole text. */
  readonly line: number;
  /** Where the line begins: how many bytes of the source are before it. */
  readonly offset: number;
}

/**
 * Reads newline-delimited JSON from `source`, in pieces of any size, and gives the FlatBuffer of each line that is not blank, or what
 * is wrong with it; the lines behind it are read all the same. With `sizePrefixed` the buffers one after the other are a stream that
 * `readSizePrefixed` of `@fb/flatbuffers` reads.
 * @public
 */
export async function* parseNdjson(
  codec: JsonCodec,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ParseNdjsonOptions = {},
): AsyncGenerator<NdjsonResult, void, undefined> {
  const limit = options.maxLineSize ?? MAX_LINE_SIZE;
  if (!(limit >= 0)) throw new RangeError(`maxLineSize is a number from 0 on, not ${String(limit)}`);
  let line = 1;
  /** Where that line begins. */
  let offset = 0;
  /** Pieces of a line whose end was not seen yet. */
  let pieces: Uint8Array[] = [];
  let size = 0;
  const readLine = (text: Uint8Array): NdjsonResult => {
    const { diagnostics, ...read } = codec.parse(text, options);
    return { ...read, diagnostics: diagnostics.map((each) => placedIn(each, line, offset)), line, offset };
  };
  const result = (last: Uint8Array): NdjsonResult | null => {
    const text = pieces.length === 0 ? last : join([...pieces, last], size + last.length);
    const read = isBlank(text) ? null : readLine(text);
    pieces = [];
    size = 0;
    line++;
    offset += text.length + 1;
    return read;
  };
  const tooLong = (): NdjsonResult => {
    const span = { source: new TextSource(options.path ?? '<json>', ''), start: 0, end: 0 };
    const problem = messages.create('JSON-LINE-SIZE', span, { limit: String(limit) });
    return { bytes: null, diagnostics: [placedIn(problem, line, offset)], consumed: 0, line, offset };
  };
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      if (size + end - start > limit) {
        yield tooLong();
        return;
      }
      const next = result(chunk.subarray(start, end));
      if (next !== null) yield next;
      start = end + 1;
    }
    // A copy, which `slice` of Node's Buffer does not make: the source may use its memory again.
    if (start < chunk.length) pieces.push(new Uint8Array(chunk.subarray(start)));
    size += chunk.length - start;
    if (size > limit) {
      yield tooLong();
      return;
    }
  }
  const last = size === 0 ? null : result(new Uint8Array(0));
  if (last !== null) yield last;
}

/**
 * Prints each of the buffers as a line of JSON, in UTF-8 with the line break. Keys are in quotes unless `strict` says otherwise, so
 * that others read it too. Throws as `printJson` does.
 * @public
 */
export async function* printNdjson(
  codec: JsonCodec,
  buffers: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: Omit<PrintJsonOptions, 'indent'> = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const buffer of buffers) {
    const text = codec.print(buffer, { strict: true, ...options, indent: false });
    yield join([text, Uint8Array.of(LINE_FEED)], text.length + 1);
  }
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Whether there is nothing but blanks. */
function isBlank(text: Uint8Array): boolean {
  return text.every((c) => c === 32 || c === 9 || c === 13);
}

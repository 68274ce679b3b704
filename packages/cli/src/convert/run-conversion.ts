// A conversion from end to end: memory is that of one line or message, and of a chunk on either side.
import { JsonCodec } from '@fb/json';
import type { Schema } from '@fb/schema';
import { counted } from '../counted.js';
import { reasonOf } from '../host.js';
import { messages } from '../messages.js';
import { progressOn } from '../progress.js';
import type { SubcommandCall } from '../subcommands/subcommand.js';
import { isWorthCompiling } from '../worth-compiling.js';
import { buffersToLines } from './buffers-to-lines.js';
import { byteChunks, type ByteChunks } from './byte-chunks.js';
import type { Converted, Direction } from './converted.js';
import { parseOptions, printOptions } from './json-options.js';
import { linesToBuffers } from './lines-to-buffers.js';
import { fileOutput, stdoutOutput, type StreamOutput } from './stream-output.js';

/** What is to be done. */
export interface Conversion {
  readonly direction: Direction;
  /** The path of the input; `-` is standard input. */
  readonly file: string;
  /** The path of the output; `null` is standard output. */
  readonly output: string | null;
  /** Its root is the type of the data. */
  readonly schema: Schema;
  readonly maxSize: number;
  readonly call: SubcommandCall;
}

/** So many bytes of output wait for the next chunk of the input at most: a small message may be a long text. */
const MOST_WAITING = 1 << 20;

/** More errors than these are counted, not shown. */
const MOST_SHOWN = 100;

/** Converts all of the input, or up to the first error; whether all went well. */
export async function runConversion(conversion: Conversion): Promise<boolean> {
  const { file, output, call } = conversion;
  const { io, report } = call;
  let input: ByteChunks;
  try {
    input = byteChunks(file, io);
  } catch (error) {
    return report([messages.create('FILE-READ', null, { path: file, reason: reasonOf(error) })]);
  }
  let out: StreamOutput;
  try {
    out = output === null ? stdoutOutput(io) : fileOutput(output, io.cwd);
  } catch (error) {
    return report([messages.create('FILE-WRITE', null, { path: output ?? '-', reason: reasonOf(error) })]);
  }
  try {
    return await pump(conversion, input, out);
  } finally {
    out.discard();
  }
}

/** A failed read or write, which only the one who called it can tell from a defect. */
class StreamFailure extends Error {
  readonly failed: 'FILE-READ' | 'FILE-WRITE';
  constructor(failed: 'FILE-READ' | 'FILE-WRITE', cause: unknown) {
    super(reasonOf(cause), { cause });
    this.failed = failed;
  }
}

async function orFail<T>(what: StreamFailure['failed'], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new StreamFailure(what, error);
  }
}

async function pump(conversion: Conversion, input: ByteChunks, out: StreamOutput): Promise<boolean> {
  const { file, output, direction, call } = conversion;
  const { io, given, note } = call;
  const progress = progressOn(io, !given.has('quiet'));
  let isLeft = false;
  let bytesRead = 0;
  let converted = 0;
  let bad = 0;
  let waiting = 0;
  const flush = async (): Promise<void> => {
    waiting = 0;
    isLeft = !(await orFail('FILE-WRITE', out.flush()));
  };
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    const source = input.chunks[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await orFail('FILE-READ', source.next());
        if (next.done === true) return;
        bytesRead += next.value.length;
        yield next.value;
        // Whoever waits at the other end gets what is ready, before more of the input is waited for.
        await flush();
        if (isLeft) return;
        progress.say(() => `${file}: ${howFar(bytesRead, input.size)}, ${converted} converted`);
      }
    } finally {
      await source.return?.();
    }
  }
  const report: typeof call.report = (diagnostics) => {
    progress.clear();
    return call.report(diagnostics);
  };
  try {
    for await (const { bytes, diagnostics } of conversions(conversion, input.size, chunks())) {
      if (isLeft) return true;
      if (bytes !== null) {
        out.add(bytes);
        converted++;
        waiting += bytes.length;
        if (waiting >= MOST_WAITING) await flush();
        continue;
      }
      if (++bad <= MOST_SHOWN) report(diagnostics);
      if (given.has('keep-going')) continue;
      // What came before is not lost to whoever reads along.
      await flush();
      return false;
    }
    if (isLeft) return true;
    await orFail('FILE-WRITE', out.finish());
  } catch (error) {
    if (!(error instanceof StreamFailure)) throw error;
    const path = error.failed === 'FILE-READ' ? file : (output ?? '-');
    return report([messages.create(error.failed, null, { path, reason: error.message })]);
  } finally {
    progress.clear();
  }
  if (bad > MOST_SHOWN) note(`and ${bad - MOST_SHOWN} more errors`);
  const what = direction === 'binary' ? 'line' : 'message';
  if (output !== null) note(`${output}: ${counted(converted, what)} converted`);
  return bad === 0;
}

function conversions(
  { direction, file, schema, maxSize, call: { given } }: Conversion,
  size: number | null,
  chunks: AsyncIterable<Uint8Array>,
): AsyncIterable<Converted> {
  const codec = new JsonCodec(schema, { compile: isWorthCompiling(size) });
  const input = { path: file === '-' ? '<stdin>' : file, chunks, maxSize };
  if (direction === 'binary') return linesToBuffers(codec, input, parseOptions(given));
  const checkIdentifier = schema.fileIdentifier !== null && !given.has('raw-binary');
  return buffersToLines(codec, input, { ...printOptions(given), checkIdentifier });
}

function howFar(bytes: number, size: number | null): string {
  return size === null
    ? `${Math.round(bytes / 1e6)} MB`
    : `${Math.floor((100 * bytes) / Math.max(size, 1))} %`;
}

// The bytes of a file or of standard input, chunk by chunk.
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { Io } from '../io.js';

const CHUNK_SIZE = 1 << 17;

/** An input that is read as it is needed. */
export interface ByteChunks {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How many bytes there are, if that is known. */
  readonly size: number | null;
}

/** The bytes of the file at `name`, or of standard input if that is `-`. Both this and reading throw what node:fs throws. */
export function byteChunks(name: string, io: Io): ByteChunks {
  if (name === '-') return { chunks: stdinChunks(io), size: null };
  const file = path.resolve(io.cwd, name);
  const found = statSync(file);
  if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  return { chunks: fileChunks(file), size: found.isFile() ? found.size : null };
}

/** Opens the file when the first chunk is asked for: until then nobody would hear that it cannot be opened. */
async function* fileChunks(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(file, { highWaterMark: CHUNK_SIZE });
  yield* stream;
}

async function* stdinChunks({ stdin }: Io): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of stdin ?? []) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

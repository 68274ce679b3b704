// Standard input, whole.
import type { Io } from './io.js';

/** All bytes of standard input; none if there is no such stream. */
export async function readStdin(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin ?? [])
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

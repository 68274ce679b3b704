// A document as the fragment of an address and back. Fragments are never sent to a server: a link holds everything.
import { fromBase64, toBase64 } from './base64.js';
import { readSharedState, type SharedState } from './shared-state.js';

/** Before the data; another number would be another form. */
const MARK = '#1=';
/** What a fragment may unpack to: nobody shares more, and a hostile link must not fill the memory. */
const MOST = 32 << 20;

/** The fragment for a state, with its `#`. */
export async function fragmentOf(state: SharedState): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(state)),
    new CompressionStream('deflate-raw'),
  );
  return MARK + toBase64(packed).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The state of a fragment; `null` if it holds none. Never throws for what is in the fragment. */
export async function stateOf(fragment: string): Promise<SharedState | null> {
  if (!fragment.startsWith(MARK)) return null;
  const packed = fromBase64(fragment.slice(MARK.length));
  if (packed === null) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      await through(packed, new DecompressionStream('deflate-raw')),
    );
    return readSharedState(JSON.parse(text));
  } catch {
    // Cut off, changed on the way, or not made here.
    return null;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  change: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(change).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new RangeError('more than a document holds');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

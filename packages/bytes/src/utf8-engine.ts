// What the engine offers for UTF-8, found by looking, all of it optional. Each entry wins only on longer texts:
// the call itself costs more than a short text does by hand.

/** Decodes `bytes[start..end)`, malformed bytes to U+FFFD, keeping a byte order mark. */
type NativeDecode = (bytes: Uint8Array, start: number, end: number) => string;

/** Encodes `text` at `at`, lone surrogates as U+FFFD, and returns how many bytes it wrote. */
type NativeEncode = (text: string, target: Uint8Array, at: number) => number;

/** The engine's own ways with UTF-8; `null` where it has none. */
interface Utf8Engine {
  readonly decode: NativeDecode | null;
  readonly encodeInto: NativeEncode | null;
  readonly byteLength: ((text: string) => number) | null;
}

interface Globals {
  readonly Buffer?: {
    readonly byteLength?: (text: string) => number;
    readonly prototype?: {
      readonly utf8Slice?: (this: Uint8Array, start: number, end: number) => string;
      readonly utf8Write?: (this: Uint8Array, text: string, at: number, room: number) => number;
    };
  };
  readonly TextDecoder?: new (
    label: string,
    options: { ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder?: new () => {
    encodeInto(text: string, target: Uint8Array): { read: number; written: number };
  };
}

/** What there is here. */
export const utf8Engine: Utf8Engine = /* @__PURE__ */ detectUtf8Engine();

/** Looks at the globals of this engine. Pure but for reading them. */
function detectUtf8Engine(): Utf8Engine {
  const { Buffer, TextDecoder, TextEncoder } = globalThis as Globals;
  return {
    decode: decodeByBuffer(Buffer) ?? decodeByTextDecoder(TextDecoder),
    encodeInto: encodeByBuffer(Buffer) ?? encodeByTextEncoder(TextEncoder),
    byteLength: typeof Buffer?.byteLength === 'function' ? Buffer.byteLength : null,
  };
}

function decodeByBuffer(Buffer: Globals['Buffer']): NativeDecode | null {
  const slice = Buffer?.prototype?.utf8Slice;
  if (typeof slice !== 'function') return null;
  return (bytes, start, end) => slice.call(bytes, start, end);
}

function decodeByTextDecoder(TextDecoder: Globals['TextDecoder']): NativeDecode | null {
  if (typeof TextDecoder !== 'function') return null;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (bytes, start, end) => decoder.decode(bytes.subarray(start, end));
}

function encodeByBuffer(Buffer: Globals['Buffer']): NativeEncode | null {
  const write = Buffer?.prototype?.utf8Write;
  if (typeof write !== 'function') return null;
  return (text, target, at) => write.call(target, text, at, target.length - at);
}

function encodeByTextEncoder(TextEncoder: Globals['TextEncoder']): NativeEncode | null {
  if (typeof TextEncoder !== 'function') return null;
  const encoder = new TextEncoder();
  return (text, target, at) => encoder.encodeInto(text, target.subarray(at)).written;
}

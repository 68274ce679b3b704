// What the engine offers to encode UTF-8, found by looking, all of it optional. It wins only on longer texts: the call
// itself costs more than a short text does by hand.

/** Encodes `text` at `at`, lone surrogates as U+FFFD, and returns how many bytes it wrote. */
type NativeEncode = (text: string, target: Uint8Array, at: number) => number;

interface Globals {
  readonly Buffer?: {
    readonly byteLength?: (text: string) => number;
    readonly prototype?: {
      readonly utf8Write?: (this: Uint8Array, text: string, at: number, room: number) => number;
    };
  };
  readonly TextEncoder?: new () => {
    encode(text: string): Uint8Array;
    encodeInto(text: string, target: Uint8Array): { read: number; written: number };
  };
}

/** The engine's own way; `null` where it has none. */
export const nativeEncode: NativeEncode | null = /* @__PURE__ */ findNativeEncode();

/** The engine's own way to count the bytes of a text in UTF-8; `null` where it has none. */
export const nativeByteLength: ((text: string) => number) | null = /* @__PURE__ */ findNativeByteLength();

/** Looks at the globals of this engine. Pure but for reading them. */
function findNativeEncode(): NativeEncode | null {
  const { Buffer, TextEncoder } = globalThis as Globals;
  const write = Buffer?.prototype?.utf8Write;
  if (typeof write === 'function') {
    return (text, target, at) => write.call(target, text, at, target.length - at);
  }
  if (typeof TextEncoder !== 'function') return null;
  const encoder = new TextEncoder();
  return (text, target, at) => {
    try {
      return encoder.encodeInto(text, target.subarray(at)).written;
    } catch {
      // Browsers encode into no memory that is shared or resizable.
      const bytes = encoder.encode(text);
      target.set(bytes, at);
      return bytes.length;
    }
  };
}

function findNativeByteLength(): ((text: string) => number) | null {
  const { Buffer } = globalThis as Globals;
  return typeof Buffer?.byteLength === 'function' ? Buffer.byteLength : null;
}

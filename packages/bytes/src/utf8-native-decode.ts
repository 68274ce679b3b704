// What the engine offers to decode UTF-8, found by looking, all of it optional. Apart from encoding, so that a page that
// only reads ships only this. It wins only on longer texts: the call itself costs more than a short text does by hand.

/** Decodes `bytes[start..end)`, malformed bytes to U+FFFD, keeping a byte order mark. */
type NativeDecode = (bytes: Uint8Array, start: number, end: number) => string;

interface Globals {
  readonly Buffer?: {
    readonly prototype?: {
      readonly utf8Slice?: (this: Uint8Array, start: number, end: number) => string;
    };
  };
  readonly TextDecoder?: new (
    label: string,
    options: { ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
}

/** The engine's own way; `null` where it has none. */
export const nativeDecode: NativeDecode | null = /* @__PURE__ */ findNativeDecode();

/** Looks at the globals of this engine. Pure but for reading them. */
function findNativeDecode(): NativeDecode | null {
  const { Buffer, TextDecoder } = globalThis as Globals;
  const slice = Buffer?.prototype?.utf8Slice;
  if (typeof slice === 'function') return (bytes, start, end) => slice.call(bytes, start, end);
  if (typeof TextDecoder !== 'function') return null;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (bytes, start, end) => {
    try {
      return decoder.decode(bytes.subarray(start, end));
    } catch {
      // Browsers decode no memory that is shared or resizable; a copy is neither.
      return decoder.decode(bytes.slice(start, end));
    }
  };
}

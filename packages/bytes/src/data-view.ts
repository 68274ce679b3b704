// A DataView that sees what a Uint8Array sees. Never the whole ArrayBuffer: it may hold a stranger's bytes.

/** A view of exactly the bytes of `bytes`: reads and writes outside of them throw a RangeError. @public */
export function dataViewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

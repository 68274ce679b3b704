// The type of bytes that nobody else holds memory of.

/**
 * `Uint8Array<ArrayBuffer>`: bytes in memory that is not shared, which all of the platform takes. Spelt so that
 * compilers before TypeScript 5.7, to which a Uint8Array is not generic, take it for a Uint8Array. @public
 */
export type OwnBytes = ReturnType<Uint8ArrayConstructor['of']>;

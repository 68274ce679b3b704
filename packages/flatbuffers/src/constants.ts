// Sizes that the format fixes, in bytes. The names are those of the npm package `flatbuffers`.

/** Size of a 16-bit integer, and of a slot of a vtable. @public */
export const SIZEOF_SHORT = 2;

/** Size of a 32-bit integer, and of an offset. @public */
export const SIZEOF_INT = 4;

/** Length of a file identifier; it follows the root offset. @public */
export const FILE_IDENTIFIER_LENGTH = 4;

/** Size of the prefix of a size-prefixed buffer: a 32-bit count of the bytes that follow it. @public */
export const SIZE_PREFIX_LENGTH = 4;

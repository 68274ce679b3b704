// What is around a buffer: the file identifier and the size prefix.
import { FILE_IDENTIFIER_LENGTH, SIZEOF_INT, SIZE_PREFIX_LENGTH } from './constants.js';
import { FlatBufferError } from './flatbuffer-error.js';

/** Whether the four bytes after the root offset are `identifier`. Buffers without one may match by chance. @public */
export function hasIdentifier(
  bytes: Uint8Array,
  identifier: string,
  options: { sizePrefixed?: boolean } = {},
): boolean {
  return identifierFollows(bytes, options.sizePrefixed === true ? SIZE_PREFIX_LENGTH : 0, identifier);
}

/** Whether `identifier` is what follows the root offset at `at`. */
export function identifierFollows(bytes: Uint8Array, at: number, identifier: string): boolean {
  if (identifier.length !== FILE_IDENTIFIER_LENGTH) return false;
  for (let i = 0; i < FILE_IDENTIFIER_LENGTH; i++) {
    if (bytes[at + SIZEOF_INT + i] !== identifier.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * How many bytes the size-prefixed buffer at the start of `bytes` has, its prefix included; `null` if not even the
 * prefix is there yet. Tells how much of a stream to wait for; the number may be a lie.
 * @public
 */
export function sizePrefixedLength(bytes: Uint8Array): number | null {
  if (bytes.length < SIZE_PREFIX_LENGTH) return null;
  return ((bytes[0] | (bytes[1] << 8) | (bytes[2] << 16) | (bytes[3] << 24)) >>> 0) + SIZE_PREFIX_LENGTH;
}

/**
 * The size-prefixed buffers that follow each other in `bytes`, as views with their prefixes. Throws a
 * {@link FlatBufferError} with the code `size-prefix` where one is cut off.
 * @public
 */
export function* sizePrefixedBuffers(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  let at = 0;
  while (at < bytes.length) {
    const rest = bytes.subarray(at);
    const length = sizePrefixedLength(rest);
    if (length === null || length > rest.length) {
      throw new FlatBufferError('size-prefix', at, '', 'a size-prefixed buffer is cut off');
    }
    yield rest.subarray(0, length);
    at += length;
  }
}

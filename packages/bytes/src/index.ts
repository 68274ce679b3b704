// @fb/bytes: what every binary format here stands on. No format knowledge, no I/O, no platform needed.
export { appendAscii, appendByte, appendBytes } from './append.js';
export { CapacityError } from './capacity-error.js';
export { compareBytes } from './compare.js';
export { dataViewOf } from './data-view.js';
export { isLittleEndian } from './endianness.js';
export { ForwardBuffer } from './forward-buffer.js';
export { MAX_BUFFER_SIZE, growBackward, growForward } from './grow.js';
export type { OwnBytes } from './own-bytes.js';
export { paddingTo } from './padding.js';
export { decodeUtf8 } from './utf8-decode.js';
export { encodeUtf8, encodeUtf8Into, utf8Length } from './utf8-encode.js';
export { utf8SequenceLength } from './utf8-sequence.js';
export { isUtf8 } from './utf8-validate.js';

// How a string of a buffer is handed out.

/** As raw UTF-8 bytes (a view into the buffer) or as a JavaScript string. @public */
export const Encoding = { UTF8_BYTES: 1, UTF16_STRING: 2 } as const;

/** One of the values of the constant `Encoding`. @public */
export type Encoding = (typeof Encoding)[keyof typeof Encoding];

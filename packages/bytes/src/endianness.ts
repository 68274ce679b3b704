// The byte order of this machine. The formats are little-endian everywhere.

/** Whether typed arrays of this machine have the byte order of the formats, so that blocks can be copied. @public */
export const isLittleEndian: boolean =
  /* @__PURE__ */ new Uint16Array(/* @__PURE__ */ Uint8Array.of(1, 0).buffer)[0] === 1;

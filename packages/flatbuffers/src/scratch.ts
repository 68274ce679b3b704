// Kept for code written against the npm package `flatbuffers`; nothing here uses it.

/** Eight bytes seen as integers; shares memory with {@link float32} and {@link float64}. @public */
export const int32: Int32Array = /* @__PURE__ */ new Int32Array(2);

/** The memory of {@link int32} seen as 32-bit floats. @public */
export const float32: Float32Array = /* @__PURE__ */ new Float32Array(int32.buffer);

/** The memory of {@link int32} seen as a 64-bit float. @public */
export const float64: Float64Array = /* @__PURE__ */ new Float64Array(int32.buffer);

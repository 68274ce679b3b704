// Types of generated code that depend on nothing.

/**
 * Where an object is. A builder's offsets count bytes from the end of its buffer back to the object's first byte, so
 * they stay right when the buffer grows; 0 means no object. A reader's offsets count from the start of the bytes.
 * @public
 */
export type Offset = number;

/** A generated view that can turn itself into an object of the object API. @public */
export interface IUnpackableObject<T> {
  unpack(): T;
}

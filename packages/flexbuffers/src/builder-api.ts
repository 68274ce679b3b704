// The shapes of the builder: its options, and what a callback may put in a vector or a map.
import type { BitWidth } from './bit-width.js';
import type { FlexType } from './flex-type.js';
import type { NumericArray } from './numeric-array.js';

/** How a builder works. @public */
export interface BuilderOptions {
  /** Writes equal keys once. On by default. */
  readonly shareKeys?: boolean;
  /** Writes equal strings once. Off by default: it costs a look-up for each string. */
  readonly shareStrings?: boolean;
  /**
   * Writes equal vectors of keys, those of maps with the same keys, once. Off by default: the C++ builder has this flag
   * too but ignores it, so bytes differ from its bytes. Has no effect without `shareKeys`.
   */
  readonly shareKeyVectors?: boolean;
  /**
   * What width the types of numbers in untyped vectors and maps tell: that of the `vector` (default, as the C++ builder) or
   * of the number on its `own`, as npm `flatbuffers`. Readers do not look at it.
   */
  readonly typeWidths?: 'vector' | 'own';
  /** First size of the buffer in bytes; it grows. 1024 by default. */
  readonly capacity?: number;
}

/** A value that was written, for a builder's `reuseValue`. @public */
export interface BuilderValue {
  readonly type: FlexType;
  /** With its width, and the value or the position of its bytes, as the builder keeps them. */
  readonly packed: number;
  readonly int: number;
  readonly bits: bigint;
}

/** Elements of a typed vector: numbers as they are, booleans, or a callback that writes them one by one. @public */
export type TypedElements = NumericArray | readonly boolean[] | ((vector: VectorWriter) => void);

/** What can be put in a vector; the builder's documentation says what each does. @public */
export interface VectorWriter {
  null(): void;
  bool(value: boolean): void;
  int(value: number | bigint): void;
  uint(value: number | bigint): void;
  float(value: number): void;
  double(value: number): void;
  indirectInt(value: number | bigint): void;
  indirectUInt(value: number | bigint): void;
  indirectFloat(value: number): void;
  indirectDouble(value: number): void;
  key(text: string | Uint8Array): void;
  string(text: string | Uint8Array): void;
  blob(bytes: Uint8Array): void;
  alignedBlob(bytes: Uint8Array, width: BitWidth): void;
  vector(write: (vector: VectorWriter) => void): void;
  typedVector(elements: TypedElements): void;
  fixedTypedVector(elements: NumericArray | ((vector: VectorWriter) => void)): void;
  map(write: (map: MapWriter) => void): void;
  reuseValue(value: BuilderValue): void;
}

/** What can be put in a map: the same, under a key. The order of the calls does not matter. @public */
export interface MapWriter {
  null(key: string): void;
  bool(key: string, value: boolean): void;
  int(key: string, value: number | bigint): void;
  uint(key: string, value: number | bigint): void;
  float(key: string, value: number): void;
  double(key: string, value: number): void;
  indirectInt(key: string, value: number | bigint): void;
  indirectUInt(key: string, value: number | bigint): void;
  indirectFloat(key: string, value: number): void;
  indirectDouble(key: string, value: number): void;
  string(key: string, text: string | Uint8Array): void;
  blob(key: string, bytes: Uint8Array): void;
  alignedBlob(key: string, bytes: Uint8Array, width: BitWidth): void;
  vector(key: string, write: (vector: VectorWriter) => void): void;
  typedVector(key: string, elements: TypedElements): void;
  fixedTypedVector(key: string, elements: NumericArray | ((vector: VectorWriter) => void)): void;
  map(key: string, write: (map: MapWriter) => void): void;
  reuseValue(key: string, value: BuilderValue): void;
}

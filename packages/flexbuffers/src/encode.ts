// JavaScript values to FlexBuffers: what callers see. The work is done in value-writer.ts.
import type { OwnBytes } from '@fb/bytes';
import type { EncodeOptions } from './encode-options.js';
import { ValueWriter } from './value-writer.js';

/**
 * Encodes a JavaScript value:
 *
 * - `null`, booleans and strings are what they are; `undefined` is left out of objects and is null elsewhere;
 * - safe integers are ints; other numbers are floats in 32 bits where these hold them exactly, else in 64;
 * - bigints are ints, or from 2^63 to 2^64-1 uints; beyond they are refused;
 * - arrays and Sets are vectors, holes are null; plain objects and Maps with string keys are maps;
 * - `Uint8Array`, `Uint8ClampedArray`, `DataView` and `ArrayBuffer` are blobs of the bytes that they show; other typed
 *   arrays are typed vectors, of wider elements if the length does not fit one: 16 bits from 256 `Int8Array` elements on,
 *   32 bits from 65,536 elements of 16 bits on;
 * - an object with a `toJSON` method is what that returns, so that a Date is a string; boxed values are the values;
 * - other objects are maps of their own enumerable members with string names.
 *
 * Functions, symbols, cycles, keys with a NUL and two keys that are the same in UTF-8 throw an {@link EncodeError} with
 * the path. Surrogates without their other half become U+FFFD. Equal values give equal bytes.
 * @public
 */
export function encode(value: unknown, options: EncodeOptions = {}): OwnBytes {
  return new Encoder(options).encode(value);
}

/** Encodes many values, faster than {@link encode}: memory and the shapes of objects are kept between them. @public */
export class Encoder {
  readonly #values: ValueWriter;
  #busy = false;

  constructor(options: EncodeOptions = {}) {
    this.#values = new ValueWriter(options);
  }

  /** Encodes a value as {@link encode} does and returns a copy of the bytes. */
  encode(value: unknown): OwnBytes {
    return this.encodeView(value).slice();
  }

  /** As {@link Encoder.encode}, but the bytes are a view that holds until the next value is encoded. */
  encodeView(value: unknown): OwnBytes {
    if (this.#busy)
      throw new Error('this encoder is encoding: use another one within toJSON, a getter or a replacer');
    this.#busy = true;
    try {
      return this.#values.write(value);
    } finally {
      this.#busy = false;
    }
  }
}

// The names of npm `flatbuffers`' FlexBuffers module over this package, for code that used that. New code has no need of it.
import { Builder } from './builder.js';
import { decode } from './decode.js';
import { encode as encodeValue } from './encode.js';
import { FlexType } from './flex-type.js';
import { getRoot, type Reference } from './reference.js';

/**
 * Encodes a value by the rules of the package's `encode`. `size` is not needed any more, and keys are always shared.
 * @public
 */
export function encode(
  object: unknown,
  size = 2048,
  deduplicateStrings = true,
  deduplicateKeys = true,
  deduplicateKeyVectors = true,
): Uint8Array<ArrayBuffer> {
  void size;
  return encodeValue(object, {
    shareStrings: deduplicateStrings,
    shareKeyVectors: deduplicateKeys && deduplicateKeyVectors,
  });
}

/** Decodes a whole buffer; typed vectors become arrays. @public */
export function toObject(buffer: ArrayBuffer | Uint8Array): unknown {
  return decode(bytesOf(buffer), { typedVectors: 'array' });
}

/** The root of a buffer. @public */
export function toReference(buffer: ArrayBuffer | Uint8Array): CompatReference {
  return new CompatReference(getRoot(bytesOf(buffer)));
}

/** A builder that is filled call by call. @public */
export function builder(): CompatBuilder {
  return new CompatBuilder();
}

/** A reference with the names of npm `flatbuffers`: questions give `null` for a value of another type. @public */
export class CompatReference {
  readonly #reference: Reference;

  /** @internal */
  constructor(reference: Reference) {
    this.#reference = reference;
  }

  isNull(): boolean {
    return this.#reference.isNull();
  }

  isNumber(): boolean {
    return this.#reference.isNumeric();
  }

  isFloat(): boolean {
    return this.#reference.isFloat();
  }

  /** Signed or unsigned. */
  isInt(): boolean {
    return this.#reference.isInt() || this.#reference.isUInt();
  }

  /** A string or a key. */
  isString(): boolean {
    return this.#reference.isString() || this.#reference.isKey();
  }

  isBool(): boolean {
    return this.#reference.isBool();
  }

  isBlob(): boolean {
    return this.#reference.isBlob();
  }

  /** A vector of any kind, but no map. */
  isVector(): boolean {
    return this.#reference.isAnyVector() && !this.#reference.isMap();
  }

  isMap(): boolean {
    return this.#reference.isMap();
  }

  boolValue(): boolean | null {
    return this.isBool() ? this.#reference.asBool() : null;
  }

  /** A number if it is safe, else a bigint. */
  intValue(): number | bigint | null {
    return this.isInt() ? (decode(this.#reference) as number | bigint) : null;
  }

  floatValue(): number | null {
    return this.isFloat() ? this.#reference.asDouble() : null;
  }

  numericValue(): number | bigint | null {
    return this.floatValue() ?? this.intValue();
  }

  stringValue(): string | null {
    return this.isString() ? this.#reference.asString() : null;
  }

  blobValue(): Uint8Array | null {
    return this.isBlob() ? this.#reference.asBlob() : null;
  }

  /** The element at an index, or the value under a key; a null where there is none. */
  get(key: number | string): CompatReference {
    const from = this.#reference;
    return new CompatReference(typeof key === 'string' ? from.asMap().get(key) : from.asAnyVector().get(key));
  }

  /** Elements, entries, bytes of a blob, or UTF-16 code units of a string; 0 of anything else. */
  length(): number {
    if (this.isString()) return this.#reference.asString().length;
    return this.isBlob() ? this.#reference.asBlob().length : this.#reference.asAnyVector().length;
  }

  toObject(): unknown {
    return decode(this.#reference, { typedVectors: 'array' });
  }
}

/** A builder with the names of npm `flatbuffers`. @public */
export class CompatBuilder {
  readonly #builder: Builder = new Builder({ shareStrings: true, shareKeyVectors: true });
  readonly #open: ('vector' | 'map')[] = [];
  #finished = false;

  startVector(): void {
    this.#builder.startVector();
    this.#open.push('vector');
  }

  startMap(): void {
    this.#builder.startMap();
    this.#open.push('map');
  }

  /** Ends the container that is open. */
  end(): void {
    if (this.#open.pop() === 'vector') this.#builder.endVector();
    else this.#builder.endMap();
  }

  addKey(key: string): void {
    this.#builder.key(key);
  }

  addInt(value: number | bigint, indirect = false): void {
    if (indirect) this.#builder.indirectInt(value);
    else this.#builder.int(value);
  }

  addUInt(value: number | bigint, indirect = false): void {
    if (indirect) this.#builder.indirectUInt(value);
    else this.#builder.uint(value);
  }

  addFloat(value: number, indirect = false): void {
    if (indirect) this.#builder.indirectDouble(value);
    else this.#builder.double(value);
  }

  /** Adds a value that `encode` takes. */
  add(value: unknown): void {
    // What is encoded is sound and within the limit of depth, so that copying it needs no checks.
    copyInto(this.#builder, getRoot(encodeValue(value)));
  }

  finish(): Uint8Array<ArrayBuffer> {
    const bytes = this.#builder.finish();
    this.#finished = true;
    return bytes;
  }

  isFinished(): boolean {
    return this.#finished;
  }
}

function copyInto(target: Builder, value: Reference): void {
  if (value.isInt()) target.int(value.asInt64());
  else if (value.isUInt()) target.uint(value.asUint64());
  else if (value.isFloat()) target.double(value.asDouble());
  else if (value.isBool()) target.bool(value.asBool());
  else if (value.isString()) target.string(value.asBlob());
  else if (value.isBlob()) target.blob(value.asBlob());
  else if (value.isTypedVector()) target.typedVector(value.asTypedVector().toTypedArray() ?? []);
  else if (value.type === FlexType.Vector) {
    target.startVector();
    for (const element of value.asVector()) copyInto(target, element);
    target.endVector();
  } else if (value.isMap()) {
    target.startMap();
    for (const [key, member] of value.asMap()) {
      target.key(key);
      copyInto(target, member);
    }
    target.endMap();
  } else target.null();
}

function bytesOf(buffer: ArrayBuffer | Uint8Array): Uint8Array {
  return buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer);
}

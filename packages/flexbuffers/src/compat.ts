// The names of npm `flatbuffers`' FlexBuffers module over this package, for code that used that. New code has no need of it.
import type { OwnBytes } from '@fb/bytes';
import { Builder } from './builder.js';
import type { BuilderOptions, BuilderValue } from './builder-api.js';
import { decode, type DecodeOptions } from './decode.js';
import { encode as encodeValue } from './encode.js';
import { FlexType } from './flex-type.js';
import { getRoot, type Reference } from './reference.js';
import type { VectorKind } from './slot-writer.js';

/**
 * Encodes a value that the package's `encode` takes, to the bytes of npm `flatbuffers`: arrays of elements of one type
 * become typed vectors, of two to four numbers fixed ones. `size` is not needed any more. @public
 */
export function encode(
  object: unknown,
  size = 2048,
  deduplicateStrings = true,
  deduplicateKeys = true,
  deduplicateKeyVectors = true,
): OwnBytes {
  void size;
  const target = new CompatBuilder({
    shareStrings: deduplicateStrings,
    shareKeys: deduplicateKeys,
    shareKeyVectors: deduplicateKeyVectors,
  });
  target.add(object);
  return target.finish();
}

/** Decodes a whole buffer: maps become plain objects, typed vectors arrays, integers of 8 bytes bigints. @public */
export function toObject(buffer: ArrayBuffer | Uint8Array): unknown {
  return decode(bytesOf(buffer), AS_NPM);
}

/** A key such as `__proto__` is a property like others: objects get their prototype once they are filled. */
const AS_NPM: DecodeOptions = {
  typedVectors: 'array',
  integers: 'wide',
  reviver: (_key, value) =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null
      ? Object.setPrototypeOf(value, Object.prototype)
      : value,
};

/** The root of a buffer. @public */
export function toReference(buffer: ArrayBuffer | Uint8Array): CompatReference {
  return new CompatReference(getRoot(bytesOf(buffer)));
}

/** A builder that is filled call by call. @public */
export function builder(): CompatBuilder {
  return new CompatBuilder({ shareStrings: true, shareKeys: true, shareKeyVectors: true });
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

  /** A bigint if it is stored in 8 bytes. */
  intValue(): number | bigint | null {
    return this.isInt() ? (decode(this.#reference, AS_NPM) as number | bigint) : null;
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
    return decode(this.#reference, AS_NPM);
  }
}

/** A container that is open, with the type of its elements as long as they are of one. */
interface Open {
  readonly kind: 'vector' | 'map';
  type: FlexType | null;
  length: number;
  mixed: boolean;
}

/** A builder with the names of npm `flatbuffers`. @public */
export class CompatBuilder {
  readonly #builder: Builder;
  readonly #open: Open[] = [];
  readonly #cache: Map<string, BuilderValue> = new Map();
  #finished = false;

  /** @internal */
  constructor(options: BuilderOptions) {
    this.#builder = new Builder({ ...options, typeWidths: 'own' });
  }

  startVector(): void {
    this.#builder.startVector();
    this.#open.push({ kind: 'vector', type: null, length: 0, mixed: false });
  }

  startMap(): void {
    this.#builder.startMap();
    this.#open.push({ kind: 'map', type: null, length: 0, mixed: false });
  }

  /** Ends the container that is open. A vector of elements of one type that allows it is a typed one. */
  end(): void {
    const open = this.#open.pop();
    if (open?.kind === 'vector') this.#builder.endVector(vectorKind(open));
    else this.#builder.endMap();
    this.#added();
  }

  addKey(key: string): void {
    this.#builder.key(key);
  }

  /** `indirect`: behind an offset; `cache`: behind that of the same number before. */
  addInt(value: number | bigint, indirect = false, cache = false): void {
    this.#number(`i${value}`, indirect && cache, () =>
      indirect ? this.#builder.indirectInt(value) : this.#builder.int(value),
    );
  }

  addUInt(value: number | bigint, indirect = false, cache = false): void {
    this.#number(`u${value}`, indirect && cache, () =>
      indirect ? this.#builder.indirectUInt(value) : this.#builder.uint(value),
    );
  }

  addFloat(value: number, indirect = false, cache = false): void {
    this.#number(`f${value}`, indirect && cache, () =>
      indirect ? this.#builder.indirectDouble(value) : this.#builder.double(value),
    );
  }

  /** Adds a value that the package's `encode` takes. */
  add(value: unknown): void {
    // What is encoded is sound and within the limit of depth, so that copying it needs no checks.
    this.#copy(getRoot(encodeValue(value)));
  }

  finish(): OwnBytes {
    const bytes = this.#builder.finish();
    this.#finished = true;
    return bytes;
  }

  isFinished(): boolean {
    return this.#finished;
  }

  #number(name: string, cached: boolean, write: () => void): void {
    const known = cached ? this.#cache.get(name) : undefined;
    if (known === undefined) write();
    else this.#builder.reuseValue(known);
    if (cached && known === undefined) this.#cache.set(name, this.#builder.lastValue());
    this.#added();
  }

  /** Notes the type of the value written last. */
  #added(): void {
    const open = this.#open.at(-1);
    if (open?.kind !== 'vector') return;
    const { type } = this.#builder.lastValue();
    if (open.length > 0 && open.type !== type) open.mixed = true;
    open.type = type;
    open.length += 1;
  }

  #copy(value: Reference): void {
    if (value.type === FlexType.Vector) {
      this.startVector();
      for (const element of value.asVector()) this.#copy(element);
      return this.end();
    }
    if (value.isMap()) {
      this.startMap();
      for (const [key, member] of value.asMap()) {
        this.addKey(key);
        this.#copy(member);
      }
      return this.end();
    }
    const target = this.#builder;
    if (value.isInt()) target.int(value.asInt64());
    else if (value.isUInt()) target.uint(value.asUint64());
    else if (value.isFloat()) target.double(value.asDouble());
    else if (value.isBool()) target.bool(value.asBool());
    else if (value.isString()) target.string(value.asBlob());
    else if (value.isBlob()) target.blob(value.asBlob());
    else if (value.isTypedVector()) target.typedVector(value.asTypedVector().toTypedArray() ?? []);
    else target.null();
    this.#added();
  }
}

const NUMBERS: ReadonlySet<FlexType | null> = new Set([FlexType.Int, FlexType.UInt, FlexType.Float]);
const TYPED: ReadonlySet<FlexType | null> = new Set([
  ...NUMBERS,
  FlexType.Key,
  FlexType.String,
  FlexType.Bool,
]);

function vectorKind({ type, length, mixed }: Open): VectorKind {
  if (mixed || (length > 0 && !TYPED.has(type))) return 'untyped';
  return NUMBERS.has(type) && length >= 2 && length <= 4 ? 'fixed' : 'typed';
}

function bytesOf(buffer: ArrayBuffer | Uint8Array): Uint8Array {
  return buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer);
}

// What all steps of reading share: texts, attributes and names of a binary schema, and a bound on the work. Bytes may
// be referred to more than once, so that a small buffer can stand for a huge schema; no compiler writes that.
import { decodeSource } from '@fb/diagnostics';
import { Encoding } from '@fb/flatbuffers';
import { BUILTIN_ATTRIBUTES } from '../builtin-attributes.js';
import type { Attribute, Definition, Named, Presence, SchemaFile, Type } from '../model.js';
import { BfbsError, type BfbsErrorCode } from './bfbs-error.js';
import type { KeyValue } from './generated/reflection/key-value.js';

/** A table of the buffer and the path that leads to it. */
export interface Place {
  readonly table: { readonly bb_pos: number };
  readonly path: string;
}

/** A string of the buffer, as generated code hands it out. */
type StringBytes = (encoding: Encoding) => string | Uint8Array | null;

/** What definitions, fields, values and calls have in common. */
interface Described {
  name(encoding: Encoding): string | Uint8Array;
  attributes(index: number): KeyValue | null;
  attributesLength(): number;
  documentation(index: number, encoding: Encoding): string | Uint8Array | null;
  documentationLength(): number;
}

/** What definitions have on top. */
interface DescribedDefinition extends Described {
  declarationFile(encoding: Encoding): string | Uint8Array | null;
}

/** What a key is chosen by. */
interface Keyed extends Named {
  readonly key: boolean;
  readonly type: Type;
  readonly presence?: Presence;
}

const KEY_KINDS: ReadonlySet<Type['kind']> = new Set(['string', 'struct', 'array']);
const MAX_MESSAGE = 200;
/** Steps of looking up names, in characters, for each byte: far more than any schema needs. */
const STEPS_PER_BYTE = 64;

export class BfbsSource {
  /** Bytes of text that are still allowed: each byte is read once, but strings of one place once for all. */
  #text: number;
  /** Tables and strings that are still allowed. Each takes four bytes in the vector that lists it. */
  #items: number;
  /** Characters that may still be compared. */
  #steps: number;
  /** Texts by place. */
  readonly #known = new Map<number, string>();

  constructor(size: number) {
    this.#text = size;
    this.#items = size >>> 2;
    this.#steps = size * STEPS_PER_BYTE;
  }

  /** Refuses the schema. */
  fail(code: BfbsErrorCode, place: Place, what: string): never {
    const { table, path } = place;
    const field = path === '' ? '' : `, field ${path}`;
    // Names may be as long as the bytes are.
    const short = what.length > MAX_MESSAGE ? `${what.slice(0, MAX_MESSAGE)}...` : what;
    throw new BfbsError(code, table.bb_pos, path, `${short} (byte ${table.bb_pos}${field})`);
  }

  /** Accounts for `count` tables or strings that a vector lists. */
  spend(count: number, place: Place): void {
    this.#items -= count;
    if (this.#items < 0) this.#tooMuch(place);
  }

  /** Accounts for comparing `count` characters. */
  work(count: number, place: Place): void {
    this.#steps -= count;
    if (this.#steps < 0) this.#tooMuch(place);
  }

  /** A text; empty if it is absent. */
  text(read: StringBytes, place: Place): string {
    const bytes = read(Encoding.UTF8_BYTES);
    if (bytes === null || typeof bytes === 'string' || bytes.length === 0) return '';
    const known = this.#known.get(bytes.byteOffset);
    if (known !== undefined) return known;
    this.#text -= bytes.length;
    if (this.#text < 0) this.#tooMuch(place);
    const text = read(Encoding.UTF16_STRING);
    const decoded = typeof text === 'string' && !text.includes('\ufffd') ? text : decodeSource(bytes);
    this.#known.set(bytes.byteOffset, decoded);
    return decoded;
  }

  /** Name, documentation and attributes of a field, value or call. */
  named(described: Described, place: Place): Named {
    const name = this.text((encoding) => described.name(encoding), place);
    if (!isIdentifier(name)) this.fail('name', place, `"${shown(name)}" is no name`);
    return this.#describe(described, name, place);
  }

  /** The same of a definition, whose name is that of its namespace and its own; `fileOf` knows the files by name. */
  definition(described: DescribedDefinition, place: Place, fileOf: (name: string) => SchemaFile): Definition {
    const fullName = this.text((encoding) => described.name(encoding), place);
    const namespace = fullName.split('.');
    if (!namespace.every(isIdentifier)) this.fail('name', place, `"${shown(fullName)}" is no name`);
    const name = namespace.pop() ?? '';
    const file = fileOf(this.text((encoding) => described.declarationFile(encoding), place));
    return { ...this.#describe(described, name, place), namespace, fullName, file };
  }

  /** Adds a name to those of its kind, where it must be new. */
  unique<T>(names: Map<string, T>, name: string, value: T, place: Place): void {
    if (names.has(name)) this.fail('duplicate', place, `the name "${shown(name)}" is there twice`);
    names.set(name, value);
  }

  /** The one key among the fields of an object; `null` if there is none. */
  keyOf<F extends Keyed>(fields: readonly F[], place: Place): F | null {
    const keys = fields.filter((field) => field.key);
    for (const { name, type, presence } of keys) {
      const isScalar = type.kind === 'scalar' || type.kind === 'enum';
      if (keys.length > 1) this.fail('presence', place, `${name} is not the only key`);
      if (isScalar ? presence === 'optional' : !KEY_KINDS.has(type.kind))
        this.fail('presence', place, `${name} cannot be a key`);
    }
    return keys[0] ?? null;
  }

  #describe(described: Described, name: string, place: Place): Named {
    const doc = this.#doc(described, place);
    return { name, doc, attributes: this.#attributes(described, place), span: null };
  }

  #doc(described: Described, place: Place): string[] {
    const length = described.documentationLength();
    this.spend(length, place);
    return Array.from({ length }, (_, i) =>
      this.text((encoding) => described.documentation(i, encoding), place),
    );
  }

  /** Attributes; the value "0" is that of attributes without one. */
  #attributes(described: Described, place: Place): Attribute[] {
    const length = described.attributesLength();
    this.spend(length, place);
    const attributes: Attribute[] = [];
    for (let i = 0; i < length; i++) {
      const pair = described.attributes(i);
      if (pair === null) continue;
      const name = this.text((encoding) => pair.key(encoding), place);
      const value = this.text((encoding) => pair.value(encoding), place);
      attributes.push({ name, value: value === '0' ? null : value, builtin: BUILTIN_ATTRIBUTES.has(name) });
    }
    return attributes;
  }

  #tooMuch(place: Place): never {
    return this.fail('work', place, 'the same bytes are referred to too often');
  }
}

/** In two steps, as one expression would need space for each character of a long text. */
function isIdentifier(text: string): boolean {
  return /^[A-Za-z_]/.test(text) && !/[^A-Za-z0-9_]/.test(text);
}

/** A text of any length and content, fit for a message. */
function shown(text: string): string {
  return text.slice(0, 60).replace(/[^ -~]/g, '.');
}

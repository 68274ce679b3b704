// The pieces every definition of a binary schema is made of: names, attributes, documentation, types.
import { encodeSource, isWellFormed } from '@fb/diagnostics';
import type { Builder } from '@fb/flatbuffers';
import type { Attribute, Definition, Named } from '../model.js';
import { KeyValue } from './generated/reflection/key-value.js';
import { Type } from './generated/reflection/type.js';
import type { TypeFacts } from './type-facts.js';

/** What the pieces depend on. */
export interface PartsOptions {
  readonly comments: boolean;
  readonly builtins: boolean;
  /** The name of a file, by the path it was opened under. */
  readonly fileName: (path: string) => string;
}

/** Writes pieces and gives their offsets; 0 stands for a piece that is left out. */
export class BfbsParts {
  readonly builder: Builder;
  readonly #options: PartsOptions;
  readonly #pool = new Map<string, number>();
  /** File names by path. */
  readonly #fileNames = new Map<string, string>();

  constructor(builder: Builder, options: PartsOptions) {
    this.builder = builder;
    this.#options = options;
  }

  /** A name of the language, which is ASCII. */
  name(text: string): number {
    return this.builder.createString(text);
  }

  /** Any other text. */
  string(text: string): number {
    return this.builder.createString(isWellFormed(text) ? text : encodeSource(text));
  }

  /** A string that is written once: file names are, nothing else is. */
  pooled(text: string): number {
    const known = this.#pool.get(text);
    if (known !== undefined) return known;
    const at = this.string(text);
    this.#pool.set(text, at);
    return at;
  }

  declarationFile(def: Definition): number {
    const { path } = def.file;
    let name = this.#fileNames.get(path);
    if (name === undefined) {
      name = this.#options.fileName(path);
      this.#fileNames.set(path, name);
    }
    return this.pooled(name);
  }

  /** Sorted by name; a value that was not written reads "0". */
  attributes(def: Named): number {
    if (def.attributes.length === 0) return 0;
    const kept = def.attributes.filter((attribute) => this.#options.builtins || !attribute.builtin);
    if (kept.length === 0) return 0;
    const sorted = sortedBy(kept, (attribute) => attribute.name);
    return this.builder.createOffsetVector(sorted.map((attribute) => this.#keyValue(attribute)));
  }

  documentation(def: Named): number {
    if (!this.#options.comments || def.doc.length === 0) return 0;
    return this.builder.createOffsetVector(def.doc.map((line) => this.string(line)));
  }

  type(facts: TypeFacts): number {
    const { builder } = this;
    Type.startType(builder);
    Type.addElementSize(builder, facts.elementSize);
    Type.addBaseSize(builder, facts.baseSize);
    Type.addIndex(builder, facts.index);
    Type.addFixedLength(builder, facts.fixedLength);
    Type.addElement(builder, facts.element);
    Type.addBaseType(builder, facts.baseType);
    return Type.endType(builder);
  }

  #keyValue(attribute: Attribute): number {
    const { builder } = this;
    const key = this.string(attribute.name);
    const value = this.string(attribute.value ?? '0');
    KeyValue.startKeyValue(builder);
    KeyValue.addValue(builder, value);
    KeyValue.addKey(builder, key);
    return KeyValue.endKeyValue(builder);
  }
}

/** In ascending order of a name's UTF-8 bytes, which is the order of code points. */
export function sortedBy<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => compareCodePoints(nameOf(a), nameOf(b)));
}

/** Compares texts by their code points. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    // Halves of pairs stand for code points above all others.
    return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

// The text of the schema that .proto files become, byte for byte that of the reference compiler.
import { definitionOf, type ProtoEnum, type ProtoField, type ProtoMessage } from './model.js';
import type { ProtoNamespace, ProtoProgram, ProtoType, ProtoUnion } from './model.js';
import { newIds } from './numbering.js';

/** What the text depends on besides the definitions. */
export interface PrintFbsOptions {
  /** The name of the main file without its extension. */
  readonly stem: string;
  /** What is included, without extensions. Imported definitions are printed too if it is `null`. */
  readonly includes: readonly string[] | null;
  readonly keepIds: boolean;
  readonly namespaceSuffix: string;
  /** How many characters there may be. */
  readonly limit: number;
}

/** The text; `null` if it would be longer than the limit: names are short in a .proto file, but full here. */
export function printFbs(program: ProtoProgram, options: PrintFbsOptions): string | null {
  return new Printer(options).print(program);
}

class Printer {
  readonly #options: PrintFbsOptions;
  readonly #namespaces = new Map<ProtoNamespace, string>();
  readonly #parts: string[] = [];
  #length = 0;
  #current: ProtoNamespace | null = null;

  constructor(options: PrintFbsOptions) {
    this.#options = options;
  }

  print({ enums, messages }: ProtoProgram): string | null {
    const { stem, includes, limit } = this.#options;
    this.#line(`// Generated from ${stem.replace(/\p{Cc}/gu, '?')}.proto`);
    this.#line('');
    for (const path of includes ?? []) this.#line(`include "${escaped(path)}.fbs";`);
    if (includes !== null && includes.length > 0) this.#line('');
    for (const definition of [...enums, ...messages]) {
      if (definition.imported && includes !== null) continue;
      if (this.#length > limit) return null;
      this.#namespace(definition.namespace);
      if (definition.kind === 'enum') this.#enum(definition);
      else if (definition.kind === 'union') this.#union(definition);
      else this.#table(definition);
    }
    return this.#length > limit ? null : this.#parts.join('');
  }

  #namespace(namespace: ProtoNamespace): void {
    if (namespace === this.#current) return;
    this.#current = namespace;
    this.#line(`namespace ${this.#nameOf(namespace)};`);
    this.#line('');
  }

  #enum({ name, doc, values }: ProtoEnum): void {
    this.#doc(doc, '');
    this.#line(`enum ${name.text} : int {`);
    for (const value of values) {
      this.#doc(value.doc, '  ');
      this.#line(`  ${value.name.text} = ${value.number},`);
    }
    this.#close();
  }

  #union({ name, members }: ProtoUnion): void {
    this.#line(`union ${name.text} {`);
    for (const { type, doc } of members) {
      this.#doc(doc, '  ');
      this.#line(`  ${this.#type(type)},`);
    }
    this.#close();
  }

  #table(message: ProtoMessage): void {
    this.#doc(message.doc, '');
    this.#line(`table ${message.name.text} {`);
    const ids = this.#options.keepIds ? newIds(message) : new Map<string, number>();
    for (const field of message.fields.values()) {
      if (this.#length > this.#options.limit) return;
      const initial = field.default === null || field.default === '0' ? '' : ` = ${field.default}`;
      const attributes = attributesOf(field, ids.get(field.name.text));
      const list = attributes.length === 0 ? '' : ` (${attributes.join(',')})`;
      this.#doc(field.doc, '  ');
      this.#line(`  ${field.name.text}:${this.#type(field.type)}${initial}${list};`);
    }
    this.#close();
  }

  #type(type: ProtoType): string {
    if (type.kind === 'vector') return `[${this.#type(type.element)}]`;
    if (type.kind === 'word') return type.word;
    const { name, namespace } = type.kind === 'mention' ? type.mention.target : type.definition;
    const prefix = this.#nameOf(namespace);
    return prefix === '' ? name.text : `${prefix}.${name.text}`;
  }

  /** Names of messages may clash with those of tables, so as parts of a namespace they get an underscore. */
  #nameOf(namespace: ProtoNamespace): string {
    const known = this.#namespaces.get(namespace);
    if (known !== undefined) return known;
    const { components, fromMessages } = namespace;
    const { namespaceSuffix } = this.#options;
    const packages = components.slice(0, components.length - fromMessages);
    const inner = components.slice(packages.length).map((component) => `${component}_`);
    const suffix = namespaceSuffix === '' ? [] : [namespaceSuffix];
    const name = [...packages, ...suffix, ...inner].join('.');
    this.#namespaces.set(namespace, name);
    return name;
  }

  #doc(lines: readonly string[], indent: string): void {
    // Bytes that are no UTF-8 are lone surrogates until here.
    for (const line of lines) this.#line(`${indent}///${line.replace(/\p{Surrogate}/gu, '\ufffd')}`);
  }

  #close(): void {
    this.#line('}');
    this.#line('');
  }

  #line(text: string): void {
    this.#length += text.length + 1;
    this.#parts.push(text, '\n');
  }
}

function attributesOf({ required, type, key }: ProtoField, id: number | undefined): readonly string[] {
  // An enum that was used before its declaration is a scalar after all.
  const isEnum = definitionOf(type)?.kind === 'enum';
  return [
    ...(required && !isEnum ? ['required'] : []),
    ...(key ? ['key'] : []),
    ...(id === undefined ? [] : [`id: ${id}`]),
  ];
}

/** The inside of a string literal. */
function escaped(text: string): string {
  return text.replace(/["\p{Cc}]/gu, (c) =>
    c === '"' ? '\\"' : `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

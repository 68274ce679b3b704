// Random documents of a schema, written in the dialect in as many ways as it allows, from a seed.
import type { EnumDef, Schema, StructDef, TableDef, TableField, Type, UnionDef } from '@fb/schema';

/** Numbers from 0 to below 1, always the same ones for a seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random document for the root table. What the reference gets wrong is left out. */
export function randomDocument(schema: Schema, random: () => number): string {
  if (schema.root === null) throw new Error('the schema has no root');
  return new Writer(random).table(schema.root, 0);
}

const BITS = { byte: 8, ubyte: 8, short: 16, ushort: 16, int: 32, uint: 32, long: 64, ulong: 64 } as const;

const TEXTS = [
  '',
  'a',
  'Orc',
  'é€😀',
  'tab\tand "quotes" and \\',
  "it's",
  '\u0001\u007f',
  'x'.repeat(40),
  'a\u0000b',
  '/',
];

class Writer {
  readonly #random: () => number;
  /** Nested buffers are scanned as plain JSON first: no bare words in them. */
  #plain = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  table(table: TableDef, depth: number): string {
    let fields = table.fields.filter((field) => this.#isGiven(table, field, depth));
    // The reference finds a union's tag by the union's type: with two fields of one type only the schema's order is safe.
    const unions = fields.filter(({ tag }) => tag !== null).map(({ type }) => unionOf(type));
    const isFree = new Set(unions).size === unions.length;
    if (isFree) fields = fields.toSorted(() => this.#random() - 0.5);
    const members = fields.flatMap((field) => this.#member(field, depth, isFree));
    return `{${this.#blank()}${members.join(`,${this.#blank()}`)}${members.length > 0 && this.#chance(0.1) ? ',' : ''}${this.#blank()}}`;
  }

  #isGiven(table: TableDef, field: TableField, depth: number): boolean {
    if (field.tagOf !== null) return false;
    if (field.presence === 'required' || field === table.key) return true;
    if (depth > 3 && field.type.kind !== 'scalar' && field.type.kind !== 'enum') return false;
    return this.#chance(0.5);
  }

  #member(field: TableField, depth: number, isFree: boolean): string[] {
    const key = (name: string): string => `${this.#key(name)}:${this.#blank()}`;
    if (field.tag === null) return [key(field.name) + this.#field(field, depth)];
    const union = unionOf(field.type);
    const isVector = field.type.kind === 'vector';
    const picked = Array.from({ length: isVector ? this.#int(0, 3) : 1 }, () => this.#pick(union.members));
    // The tag may come second, if the value is plain JSON: the reader looks for it behind the value.
    const tagLast = isFree && !isVector && this.#chance(0.3);
    this.#plain += tagLast ? 1 : 0;
    const values = picked.map(({ type }) => this.value(type, depth + 1));
    this.#plain -= tagLast ? 1 : 0;
    const tags = picked.map(({ name, value }) => (this.#chance(0.3) ? String(value) : this.#name(name)));
    if (isVector) {
      return [`${key(field.tag.name)}[${tags.join(',')}]`, `${key(field.name)}[${values.join(',')}]`];
    }
    const tag = key(field.tag.name) + tags.join('');
    const value = key(field.name) + values.join('');
    return tagLast ? [value, tag] : [tag, value];
  }

  #field(field: TableField, depth: number): string {
    if (field.presence === 'optional' && field.type.kind === 'scalar' && this.#chance(0.3)) return 'null';
    if (field.nested !== null && field.nested.kind === 'table') {
      this.#plain++;
      const text = this.table(field.nested, depth + 2);
      this.#plain--;
      return text;
    }
    if (field.flexbuffer) return this.#flexible(depth);
    const { type } = field;
    if (type.kind === 'vector') {
      const length = this.#chance(0.2) ? 0 : this.#int(1, 5);
      return `[${Array.from({ length }, () => this.value(type.element, depth + 1)).join(',')}]`;
    }
    return this.value(type, depth);
  }

  value(type: Type, depth: number): string {
    switch (type.kind) {
      case 'scalar':
        if (type.scalar === 'bool') return this.#pick(['true', 'false', '"true"', '0', '1']);
        if (type.scalar === 'float' || type.scalar === 'double') return this.#float();
        return this.#integer(type.scalar);
      case 'enum':
        return this.#enum(type.enum);
      case 'struct':
        return this.#struct(type.struct);
      case 'array':
        return `[${Array.from({ length: type.length }, () => this.value(type.element, depth)).join(',')}]`;
      case 'table':
        return this.table(type.table, depth + 1);
      case 'string':
        return this.#string();
      default:
        throw new Error(`no value of a ${type.kind}`);
    }
  }

  #struct(struct: StructDef): string {
    const values = struct.fields.map((field) => [field.name, this.value(field.type, 0)] as const);
    if (this.#chance(0.3)) return `[${values.map(([, value]) => value).join(',')}]`;
    const shuffled = values.toSorted(() => this.#random() - 0.5);
    return `{${shuffled.map(([name, value]) => `${this.#key(name)}:${value}`).join(',')}}`;
  }

  #enum(def: EnumDef): string {
    if (this.#chance(0.2)) return this.#integer(def.underlying);
    if (this.#chance(0.2)) return `"${this.#pick(def.values).name} ${this.#pick(def.values).name}"`;
    return this.#name(this.#pick(def.values).name);
  }

  #integer(type: keyof typeof BITS): string {
    const bits = BITS[type];
    const width = this.#chance(0.5) ? 4 : this.#int(1, bits - 1);
    const magnitude =
      BigInt(Math.floor(this.#random() * 2 ** 32)) * BigInt(Math.floor(this.#random() * 2 ** 32));
    const value = BigInt.asUintN(width, magnitude >> 5n);
    const signed = !type.startsWith('u') && this.#chance(0.4) ? `-${value}` : String(value);
    if (this.#chance(0.1)) return `"${signed}"`;
    if (this.#chance(0.1)) return `0x${value.toString(16)}`;
    return signed;
  }

  #float(): string {
    const value = (this.#random() - 0.5) * 10 ** this.#int(-8, 12);
    const exact = this.#int(-5000, 5000) / 2 ** this.#int(0, 12);
    const words = ['inf', '-inf', '"nan"', '"-infinity"', '0', '-0.0', '1e20', '.5', '5.', '0x1.8p3'];
    const functions = this.#plain > 0 ? [] : ['sin(rad(30))', 'deg(1)', 'atan(0.5)', 'nan', '-nan'];
    return this.#pick([
      String(value),
      String(exact),
      value.toPrecision(9),
      value.toExponential(3),
      String(this.#int(-9, 9)),
      this.#pick([...words, ...functions]),
    ]);
  }

  #string(): string {
    const text = JSON.stringify(this.#pick(TEXTS));
    // JSON leaves 0x7F alone, as the dialect does.
    return this.#chance(0.2) && !/['"\\]/.test(text.slice(1, -1)) ? `'${text.slice(1, -1)}'` : text;
  }

  #flexible(depth: number): string {
    switch (this.#int(0, depth > 2 ? 4 : 6)) {
      case 0:
        return String(this.#int(-100000, 100000));
      case 1:
        return String(this.#int(-5000, 5000) / 2 ** this.#int(0, 12) + 0.1);
      case 2:
        return this.#string();
      case 3:
        return this.#pick(['true', 'false', '1.5', '[]', '{}', 'inf']);
      case 4:
        return this.#pick(['9007199254740993', '-129', '65536']);
      case 5:
        return `[${Array.from({ length: this.#int(0, 4) }, () => this.#flexible(depth + 1)).join(',')}]`;
      default: {
        const keys = ['b', 'a', 'key two', 'é', 'c', '"'].filter(() => this.#chance(0.5));
        return `{${keys.map((key) => `${JSON.stringify(key)}:${this.#flexible(depth + 1)}`).join(',')}}`;
      }
    }
  }

  #key(name: string): string {
    return this.#pick([name, `"${name}"`, `'${name}'`]);
  }

  #name(name: string): string {
    return this.#plain > 0 || this.#chance(0.5) ? `"${name}"` : name;
  }

  #blank(): string {
    return this.#chance(0.8) ? '' : this.#pick([' ', '\n', '\t', '/* c */', '// c\n']);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #int(min: number, max: number): number {
    return min + Math.floor(this.#random() * (max - min + 1));
  }

  #pick<T>(from: readonly T[]): T {
    const picked = from[this.#int(0, from.length - 1)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}

function unionOf(type: Type): UnionDef {
  if (type.kind === 'union') return type.union;
  if (type.kind === 'vector' && type.element.kind === 'union') return type.element.union;
  throw new Error('not a union');
}

// Random schemas that flatc accepts, as text: every kind of definition, field, default and attribute, in namespaces.
import * as fc from 'fast-check';

/** Schemas in the spelling of flatc. */
export const schemaText: fc.Arbitrary<string> = fc.gen().map((gen) => new SchemaWriter(gen).write());

type Gen = fc.GeneratorValue;

/** A definition that fields can name. */
interface Known {
  readonly namespace: string;
  readonly name: string;
}

interface KnownEnum extends Known {
  readonly values: readonly string[];
  /** Values may be combined in a default. */
  readonly flags: boolean;
  /** Members of structs read 0 when nothing is said, so that there must be such a value. */
  readonly hasZero: boolean;
}

const INTEGERS = ['byte', 'ubyte', 'short', 'ushort', 'int', 'uint', 'long', 'ulong'] as const;
const SCALARS = [...INTEGERS, 'bool', 'float', 'double', 'int8', 'uint16', 'float64'] as const;
const BITS: Readonly<Record<string, number>> = { ubyte: 8, ushort: 16, uint: 32, ulong: 64 };

/** What a field with `hash` may be, with the bits of the hash. */
const HASHED = [
  ['short', 16],
  ['ushort', 16],
  ['int', 32],
  ['uint', 32],
  ['long', 64],
  ['ulong', 64],
  ['[uint]', 32],
] as const;

const FLOATS = [
  '1.5',
  '-0.1',
  '3',
  'nan',
  '-inf',
  '+infinity',
  '1e10',
  '.5',
  '0x1p-3',
  '0.0',
  '"2.5"',
] as const;

/** Fields that can be a key: scalars with a value, and strings without one. */
const KEY = /: (?:u?(?:byte|short|int|long)|bool|float|double|string)(?: = [\w.]+)?$(?<! = null)/;

/** Attributes that say something to generators and nothing to a binary schema, but stand in it. */
const DEFINITION_ATTRIBUTES = [
  'private',
  'csharp_partial',
  'native_type: "Own"',
  'native_type_pack_name: "Packed"',
  'native_custom_alloc: "alloc"',
  'cpp_str_type: "std::string"',
] as const;

class SchemaWriter {
  readonly #gen: Gen;
  readonly #lines: string[] = ['attribute "mine";', 'attribute other;'];
  readonly #enums: KnownEnum[] = [];
  readonly #structs: Known[] = [];
  readonly #unions: Known[] = [];
  readonly #tables: Known[] = [];
  /** Tables that were mentioned and must still be defined. */
  readonly #promised: Known[] = [];
  #namespace = '';
  #count = 0;

  constructor(gen: Gen) {
    this.#gen = gen;
  }

  write(): string {
    const blocks = this.#number(1, 3);
    for (let block = 0; block < blocks; block++) {
      this.#namespace = this.#one(['', 'A', 'A.B', 'Zoo']);
      this.#lines.push(`namespace ${this.#namespace};`);
      const definitions = this.#number(1, 5);
      for (let index = 0; index < definitions; index++) this.#definition();
      this.#keepPromises();
    }
    this.#table();
    this.#keepPromises();
    const [root] = this.#tables.slice(-1);
    if (root !== undefined && this.#chance(0.7)) this.#lines.push(`root_type ${this.#reference(root)};`);
    if (root !== undefined && this.#chance(0.3)) this.#service();
    if (this.#chance(0.5)) this.#lines.push('file_identifier "R4ND";');
    if (this.#chance(0.3)) this.#lines.push('file_extension "rnd";');
    return `${this.#lines.join('\n')}\n`;
  }

  #definition(): void {
    const kind = this.#one(['enum', 'struct', 'table', 'table', 'union'] as const);
    if (kind === 'enum') this.#enum();
    else if (kind === 'struct') this.#struct();
    else if (kind === 'union') this.#union();
    else this.#table();
  }

  #enum(): void {
    const known = this.#known(this.#one(['Hue', 'Kind']));
    const flags = this.#chance(0.3);
    const type = flags ? this.#one(Object.keys(BITS)) : this.#one(INTEGERS);
    const implicit = this.#chance(0.2);
    const numbers = implicit
      ? Array.from({ length: this.#number(0, 5) }, (_, index) => index)
      : this.#distinct(flags ? (BITS[type] ?? 8) - 1 : 100, this.#number(1, 5));
    if (!flags && this.#chance(0.7) && !numbers.includes(0)) numbers[0] = 0;
    const negative = !flags && !type.startsWith('u') && this.#chance(0.3);
    const values = numbers.map((_, index) => `V${index}`);
    this.#lines.push(
      `${this.#doc('')}enum ${known.name} : ${type}${this.#meta(flags ? ['bit_flags'] : [])} {`,
    );
    for (const [index, number] of numbers.entries()) {
      const written = implicit ? '' : ` = ${this.#written(negative ? -number : number)}`;
      this.#lines.push(`${this.#doc('  ')}  V${index}${written}${this.#meta([])},`);
    }
    this.#lines.push('}');
    // Without a value there is one that the language adds.
    if (values.length === 0) values.push('NONE');
    this.#enums.push({ ...known, values, flags, hasZero: flags || implicit || numbers.includes(0) });
  }

  #struct(): void {
    const known = this.#known('Point');
    // Less than a member's own alignment would be refused.
    const align = this.#chance(0.2) ? ['force_align: 32'] : [];
    this.#lines.push(`${this.#doc('')}struct ${known.name}${this.#meta(align)} {`);
    const count = this.#number(1, 5);
    const key = this.#chance(0.2) ? this.#number(0, count - 1) : -1;
    for (let index = 0; index < count; index++) {
      const type = this.#inlineType();
      const written = this.#chance(0.2) ? `[${type}:${this.#number(1, 4)}]` : type;
      const zero = written === 'int' && this.#chance(0.2) ? ' = 0' : '';
      const attributes = this.#meta(index === key ? ['key'] : []);
      this.#lines.push(
        `${this.#doc('  ')}  m${index}_${this.#one(['b', 'z'])}: ${written}${zero}${attributes};`,
      );
    }
    this.#lines.push('}');
    this.#structs.push(known);
  }

  #union(): void {
    const known = this.#known('Any');
    const members = [...this.#tables, ...this.#structs].filter(() => this.#chance(0.5));
    const type = this.#chance(0.3) ? ` : ${this.#one(['ubyte', 'ushort', 'int'])}` : '';
    if (this.#chance(0.2)) members.push(this.#promise());
    this.#lines.push(`${this.#doc('')}union ${known.name}${type}${this.#meta([])} {`);
    for (const [index, member] of members.entries()) {
      const alias = this.#chance(0.5) ? `Alias${index}: ` : '';
      const number = this.#chance(0.2) ? ` = ${50 + 10 * index}` : '';
      this.#lines.push(`${this.#doc('  ')}  ${alias}${this.#reference(member)}${number},`);
    }
    if (this.#chance(0.4)) this.#lines.push('  Text: string,');
    this.#lines.push('}');
    this.#unions.push(known);
  }

  #table(): void {
    const known = this.#known('Table');
    this.#tables.push(known);
    const count = this.#number(0, 7);
    const fields = Array.from({ length: count }, (_, index) =>
      this.#field(`${this.#one(['a', 'm', 'z'])}${index}`),
    );
    const key = fields.find(({ text }) => KEY.test(text));
    if (key !== undefined && this.#chance(0.3)) key.attributes.push('key');
    const ids = this.#chance(0.2) ? this.#ids(fields.map((field) => field.slots)) : null;
    const attributes = this.#chance(0.1) ? ['original_order'] : [];
    if (this.#chance(0.1)) attributes.push(this.#one(DEFINITION_ATTRIBUTES));
    this.#lines.push(`${this.#doc('')}table ${known.name}${this.#meta(attributes)} {`);
    for (const [index, field] of fields.entries()) {
      const id = ids === null ? [] : [`id: ${ids[index]}`];
      this.#lines.push(`${this.#doc('  ')}  ${field.text}${this.#meta([...field.attributes, ...id])};`);
    }
    this.#lines.push('}');
  }

  #field(name: string): { text: string; attributes: string[]; slots: number } {
    const attributes = this.#chance(0.1) ? ['deprecated'] : [];
    const kind = this.#one([
      'scalar',
      'scalar',
      'enum',
      'struct',
      'string',
      'table',
      'union',
      'vector',
      'bytes',
      'hash',
      'wide',
    ] as const);
    if (kind === 'union' && this.#unions.length > 0) {
      const union = this.#reference(this.#one(this.#unions));
      return { text: `${name}: ${this.#chance(0.3) ? `[${union}]` : union}`, attributes, slots: 2 };
    }
    if (kind === 'enum' && this.#enums.length > 0) {
      const type = this.#one(this.#enums);
      const both = `"${this.#one(type.values)} ${this.#one(type.values)}"`;
      const value = this.#chance(0.2)
        ? 'null'
        : type.flags && this.#chance(0.3)
          ? both
          : this.#one(type.values);
      return { text: `${name}: ${this.#reference(type)} = ${value}`, attributes, slots: 1 };
    }
    if (kind === 'hash') {
      const [type, bits] = this.#one(HASHED);
      attributes.push(`hash: "${this.#one(['fnv1', 'fnv1a'])}_${bits}"`);
      if (this.#chance(0.3)) attributes.push('cpp_type: "Own"');
      return { text: `${name}: ${type}`, attributes, slots: 1 };
    }
    if (kind === 'wide' && this.#chance(0.2)) {
      const element =
        this.#chance(0.3) && this.#structs.length > 0
          ? this.#reference(this.#one(this.#structs))
          : this.#one(SCALARS);
      const [type, attribute] = this.#one([
        [`[${element}]`, 'vector64'],
        [`[${element}]`, 'offset64'],
        ['string', 'offset64'],
      ] as const);
      return { text: `${name}: ${type}`, attributes: [...attributes, attribute], slots: 1 };
    }
    if (kind === 'scalar' || kind === 'enum' || kind === 'union' || kind === 'wide') {
      const type = this.#one(SCALARS);
      return { text: `${name}: ${type}${this.#default(type)}`, attributes, slots: 1 };
    }
    if (this.#chance(0.2)) attributes.push('required');
    if (kind === 'bytes') {
      attributes.push(
        this.#chance(0.5) ? 'flexbuffer' : `nested_flatbuffer: "${this.#reference(this.#one(this.#tables))}"`,
      );
      return { text: `${name}: [ubyte]`, attributes, slots: 1 };
    }
    if (kind === 'string') {
      if (this.#chance(0.1)) attributes.push('shared');
      const value = this.#chance(0.8)
        ? '"hello"'
        : this.#one(['""', '"0"', `'"'`, '"\\u20AC \\n"', '"\\xc3\\xa9"']);
      const text = !attributes.includes('required') && this.#chance(0.2) ? ` = ${value}` : '';
      return { text: `${name}: string${text}`, attributes, slots: 1 };
    }
    if (kind === 'vector') {
      const table = this.#chance(0.1) ? this.#promise() : this.#one(this.#tables);
      const type = this.#one([this.#inlineType(), 'string', this.#reference(table)]);
      const text = !attributes.includes('required') && this.#chance(0.2) ? ' = []' : '';
      return { text: `${name}: [${type}]${text}`, attributes, slots: 1 };
    }
    if (kind === 'struct' && this.#structs.length > 0) {
      if (this.#chance(0.1)) attributes.push('native_inline');
      return { text: `${name}: ${this.#reference(this.#one(this.#structs))}`, attributes, slots: 1 };
    }
    const table = this.#chance(0.1) ? this.#promise() : this.#one(this.#tables);
    return { text: `${name}: ${this.#reference(table)}`, attributes, slots: 1 };
  }

  #default(type: string): string {
    if (this.#chance(0.5)) return '';
    if (this.#chance(0.2)) return ' = null';
    if (type === 'bool') return ` = ${this.#one(['true', 'false', '1'])}`;
    if (type.startsWith('f') || type.startsWith('d')) {
      return ` = ${this.#one(FLOATS)}`;
    }
    // Numbers may be written as values of an enum whose name needs no namespace.
    const named = this.#enums.filter(
      (each) => each.namespace === this.#namespace && each.values.length === 1,
    );
    if (type === 'long' && named.length > 0 && this.#chance(0.5)) {
      const { name, values } = this.#one(named);
      return ` = "${name}.${values[0] ?? ''}"`;
    }
    if (type === 'ulong') return ` = ${this.#one(['18446744073709551615', '9223372036854775807', '3'])}`;
    if (type === 'long') return ` = ${this.#one(['-9223372036854775808', '77'])}`;
    return ` = ${this.#one(['1', '127', '0x1F', '007', '+5', '"12"', '" 7 "'])}`;
  }

  #service(): void {
    const known = this.#known('Service');
    this.#lines.push(`${this.#doc('')}rpc_service ${known.name}${this.#meta([])} {`);
    for (const call of ['Store', 'Ask', 'tell'].slice(0, this.#number(1, 3))) {
      const streaming = this.#one(['none', 'client', 'server', 'bidi']);
      const attributes = this.#chance(0.3) ? [`streaming: "${streaming}"`] : [];
      if (this.#chance(0.2)) attributes.push('idempotent');
      const [request, response] = [0, 1].map(() => this.#reference(this.#one(this.#tables)));
      this.#lines.push(`${this.#doc('  ')}  ${call}(${request}): ${response}${this.#meta(attributes)};`);
    }
    this.#lines.push('}');
  }

  /** A table of the current namespace that is mentioned now and defined later. */
  #promise(): Known {
    const known = this.#known('Later');
    this.#promised.push(known);
    return known;
  }

  #keepPromises(): void {
    for (const known of this.#promised.splice(0)) {
      this.#tables.push(known);
      this.#lines.push(`${this.#doc('')}table ${known.name}${this.#meta([])} {`);
      if (this.#chance(0.7)) this.#lines.push(`  ${this.#one(['p', 'q'])}: ${this.#one(SCALARS)};`);
      this.#lines.push('}');
    }
  }

  /** What may stand in a struct: scalars, enums with a 0, structs that are complete. */
  #inlineType(): string {
    const enums = this.#enums.filter((each) => each.hasZero);
    const known = this.#chance(0.3) ? [...enums, ...this.#structs] : [];
    return known.length > 0 ? this.#reference(this.#one(known)) : this.#one(SCALARS);
  }

  /** Ids in any order; what takes two slots is named by the second. */
  #ids(slots: readonly number[]): number[] {
    const order = this.#gen(fc.shuffledSubarray, [...slots.keys()], { minLength: slots.length });
    const ids: number[] = [];
    let next = 0;
    for (const index of order) {
      next += slots[index] ?? 1;
      ids[index] = next - 1;
    }
    return ids;
  }

  #meta(attributes: readonly string[]): string {
    const all = [...attributes];
    if (this.#chance(0.15)) all.push(this.#one(['mine', 'mine: 7', 'other: "text"', 'mine: "é\\n"']));
    return all.length === 0 ? '' : ` (${all.join(', ')})`;
  }

  #doc(indent: string): string {
    if (this.#chance(0.8)) return '';
    return `${indent}/// ${this.#one(['A line.', 'More about it,', 'ünïcödé'])}\n${this.#chance(0.3) ? `${indent}///\n` : ''}`;
  }

  #known(prefix: string): Known {
    this.#count++;
    return { namespace: this.#namespace, name: `${prefix}${this.#count}` };
  }

  /** Names are unique, so that what an enclosing namespace defines may be written without it, or from it on. */
  #reference({ namespace, name }: Known): string {
    const full = namespace === '' ? name : `${namespace}.${name}`;
    if (namespace === this.#namespace || namespace === '') return name;
    if (namespace === 'A' && this.#namespace === 'A.B') return this.#one([name, full]);
    return namespace === 'A.B' && this.#namespace === 'A' ? this.#one([`B.${name}`, full]) : full;
  }

  /** A number of an enum in one of its spellings. */
  #written(number: number): string {
    if (number < 0 || this.#chance(0.8)) return String(number);
    return this.#one([
      `0x${number.toString(16)}`,
      `0X${number.toString(16).toUpperCase()}`,
      `00${number}`,
      `+${number}`,
    ]);
  }

  #chance(probability: number): boolean {
    return this.#number(0, 99) < probability * 100;
  }

  #number(min: number, max: number): number {
    return this.#gen(fc.integer, { min, max });
  }

  #one<T>(items: readonly T[]): T {
    return this.#gen(fc.constantFrom<T[]>, ...items);
  }

  #distinct(max: number, count: number): number[] {
    return this.#gen(fc.uniqueArray<number, number>, fc.integer({ min: 0, max }), {
      minLength: count,
      maxLength: count,
    });
  }
}

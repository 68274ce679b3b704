// Random .proto files that flatc mostly accepts: every kind of definition and field, nested, early and late mentions.
import * as fc from 'fast-check';

/** Files by path; `main.proto` imports the others. */
export const protoFiles: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .gen()
  .map((gen) => new ProtoWriter(gen).write());

type Gen = fc.GeneratorValue;

const SCALARS =
  'double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes'.split(
    ' ',
  );
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  int32: ['0', '-5', '0x1F', '+7'],
  uint64: ['18446744073709551615', '00'],
  float: ['inf', '-inf', '+inf', 'nan', '1.5e3', '0.0', '.5'],
  double: ['-2.5', 'inf', '7'],
  bool: ['true', 'false'],
  string: ['"text"', "'t'"],
};

class ProtoWriter {
  readonly #gen: Gen;
  #lines: string[] = [];
  /** Full names of what is defined so far. */
  #messages: string[] = [];
  #enums: string[] = [];
  /** Names at the top of the file that may be mentioned before they are defined. */
  #ahead: string[] = [];
  #count = 0;

  constructor(gen: Gen) {
    this.#gen = gen;
  }

  write(): Record<string, string> {
    const files: Record<string, string> = {};
    const imports: string[] = [];
    for (let i = this.#number(0, 2); i > 0; i--) {
      const path = this.#one([`part${i}.proto`, `lib/part${i}.v1.proto`]);
      files[path] = this.#file([]);
      imports.push(path);
    }
    files['main.proto'] = this.#file(imports);
    return files;
  }

  #file(imports: readonly string[]): string {
    this.#lines = [];
    const pack = this.#one(['', 'farm', 'farm.barn', 'zoo']);
    if (this.#chance(0.5)) this.#lines.push('syntax = "proto3";');
    if (this.#chance(0.3)) this.#lines.push('option java_package = "x";');
    const packageLine = pack === '' ? [] : [`package ${pack};`];
    const importLines = imports.map((path) => `import ${this.#chance(0.3) ? 'public ' : ''}"${path}";`);
    this.#lines.push(...packageLine, ...importLines);
    const tops = Array.from({ length: this.#number(1, 5) }, () => this.#fresh('Top'));
    this.#ahead = [...tops];
    for (const name of tops) {
      this.#ahead = this.#ahead.filter((each) => each !== name);
      if (this.#chance(0.25)) this.#enum(name, pack);
      else this.#message(name, pack, 0);
      if (this.#chance(0.15)) this.#extend();
      if (this.#chance(0.1)) this.#lines.push(`service S { rpc Feed (${name}) returns (stream ${name}) {} }`);
    }
    return `${this.#lines.join('\n')}\n`;
  }

  #message(name: string, scope: string, depth: number): void {
    this.#doc();
    this.#lines.push(`message ${name} {`);
    const full = scope === '' ? name : `${scope}.${name}`;
    this.#messages.push(full);
    this.#members(full, depth, 'message');
    this.#lines.push(this.#one(['}', '}', '};']));
  }

  #members(scope: string, depth: number, inside: 'message' | 'oneof' | 'group'): void {
    let id = this.#number(1, 3);
    const next = (): number => (id += this.#chance(0.1) ? 3 : 1);
    if (inside === 'message' && this.#chance(0.15)) this.#lines.push('reserved 500, 600 to 610, 700 to max;');
    if (inside === 'message' && this.#chance(0.1)) this.#lines.push('extensions 1000 to max;');
    if (this.#chance(0.1)) this.#lines.push('option (thing).part = { a: 1 };');
    for (let i = this.#number(inside === 'oneof' ? 1 : 0, 5); i > 0; i--) {
      const kind = this.#one([
        'field',
        'field',
        'field',
        'message',
        'enum',
        'group',
        'oneof',
        'map',
      ] as const);
      if (kind === 'message' && depth < 3)
        this.#message(this.#one([this.#fresh('Part'), 'Part']), scope, depth + 1);
      else if (kind === 'enum') this.#enum(this.#fresh('Kind'), scope);
      else if (kind === 'group' && depth < 3) this.#group(scope, next(), depth, inside);
      else if (kind === 'oneof' && inside !== 'oneof' && depth < 3) this.#oneof(scope, depth);
      else if (kind === 'map' && inside !== 'oneof') this.#map(next());
      else this.#field(next(), inside);
    }
  }

  #field(id: number, inside: 'message' | 'oneof' | 'group'): void {
    this.#doc();
    const name = this.#fresh(this.#one(['a_', 'longName', 'x']));
    const label = inside === 'oneof' ? '' : this.#one(['', '', 'optional ', 'required ', 'repeated ']);
    const known = [...this.#messages, ...this.#enums];
    const canBeAhead = this.#ahead.length > 0 && label !== 'required ';
    const type = this.#one([
      this.#one(SCALARS),
      this.#one(SCALARS),
      known.length === 0 ? 'int32' : `${this.#chance(0.1) ? '.' : ''}${this.#spelled(this.#one(known))}`,
      canBeAhead ? this.#one(this.#ahead) : 'bytes',
    ]);
    this.#lines.push(`${label}${type} ${name} = ${id}${label === 'repeated ' ? '' : this.#options(type)};`);
  }

  #options(type: string): string {
    const values = DEFAULTS[type];
    const options = [
      ...(values !== undefined && this.#chance(0.5) ? [`default = ${this.#one(values)}`] : []),
      ...(this.#chance(0.1) ? ['deprecated = true'] : []),
      ...(this.#chance(0.1) ? ['(my.thing).other = { a: "]" }'] : []),
    ];
    return options.length === 0 ? '' : ` [${options.join(', ')}]`;
  }

  #map(id: number): void {
    const value = this.#one([
      'int32',
      'string',
      'double',
      this.#messages.length === 0 ? 'bool' : this.#spelled(this.#one(this.#messages)),
    ]);
    this.#lines.push(`map<${this.#one(['string', 'int64'])}, ${value}> ${this.#fresh('map_of_x')} = ${id};`);
  }

  #group(scope: string, id: number, depth: number, inside: 'message' | 'oneof' | 'group'): void {
    this.#doc();
    const label = inside === 'oneof' ? '' : this.#one(['optional ', 'repeated ', 'required ']);
    this.#lines.push(`${label}group ${this.#fresh('Group')} = ${id} {`);
    this.#members(scope, depth + 1, inside === 'oneof' ? 'oneof' : 'group');
    this.#lines.push('}');
  }

  #oneof(scope: string, depth: number): void {
    this.#doc();
    this.#lines.push(`oneof ${this.#fresh(this.#one(['choice_of_', '_odd__Name']))} {`);
    if (this.#chance(0.5)) this.#members(scope, depth + 1, 'oneof');
    else {
      for (let i = this.#number(1, 3); i > 0; i--) {
        this.#doc();
        const type = this.#messages.length === 0 ? 'int32' : this.#spelled(this.#one(this.#messages));
        this.#lines.push(`${type} ${this.#fresh('y')} = ${2000 + i};`);
      }
    }
    this.#lines.push('}');
  }

  #enum(name: string, scope: string): void {
    this.#doc();
    this.#lines.push(`enum ${name} {`);
    if (this.#chance(0.2)) this.#lines.push('option allow_alias = true;');
    this.#lines.push('ZERO = 0 [deprecated = true];');
    for (let i = this.#number(0, 4); i > 0; i--) {
      this.#doc();
      this.#lines.push(
        `${this.#one(['B', 'A', 'C'])}${i} = ${this.#one(['1', '2', '5', '-3', '0x10', '77'])};`,
      );
    }
    this.#lines.push('}');
    this.#enums.push(scope === '' ? name : `${scope}.${name}`);
  }

  #extend(): void {
    if (this.#messages.length === 0) return;
    this.#doc();
    const id = 3000 + this.#count;
    this.#lines.push(`extend ${this.#spelled(this.#one(this.#messages))} {`);
    this.#lines.push(`optional int32 ${this.#fresh('more')} = ${id};`, '}');
  }

  /** A full name or a part of it. */
  #spelled(full: string): string {
    const parts = full.split('.');
    const kept = this.#chance(0.15) ? parts.slice(this.#number(0, parts.length - 1)) : parts;
    return kept.join('.');
  }

  #doc(): void {
    if (this.#chance(0.15)) this.#lines.push(this.#one(['/// Some text.', '///two\n///lines ü', '// none']));
  }

  #fresh(prefix: string): string {
    return `${prefix}${this.#count++}`;
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
}

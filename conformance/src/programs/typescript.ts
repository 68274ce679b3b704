// Programs in TypeScript: generated classes are called as a user's program calls them, by their names.
import { camelCase, dasherCase } from '@fb/codegen';
import * as runtime from '@fb/flatbuffers';
import { Builder, ByteBuffer } from '@fb/flatbuffers';
import { getRoot } from '@fb/flexbuffers';
import type { StructDef, TableDef } from '@fb/schema';
import { runTypeScript, type Exports, type GeneratedText } from '../typescript.js';
import type { Build, Operation } from './build.js';
import type { Check, Segment } from './checks.js';
import type { Program } from './program.js';
import type { Inline, ScalarValue, StructValue } from './values.js';

/** What came of one feature. */
export interface TypeScriptRun {
  readonly built: Uint8Array;
  readonly packed: Uint8Array;
  readonly mutated: Uint8Array;
  /** Names of the checks that failed. */
  readonly failed: readonly string[];
}

/** Generated code of one feature, at hand. */
export class TypeScriptProgram {
  readonly #program: Program;
  readonly #load: (path: string) => Exports;

  /** `files` are those of the generator, with a barrel for the namespace of each type. */
  constructor(program: Program, files: readonly GeneratedText[]) {
    this.#program = program;
    this.#load = runTypeScript(files, runtime);
  }

  /** Builds, checks, packs what was unpacked, looks up, mutates. */
  run(): TypeScriptRun {
    const { build, root, feature } = this.#program;
    const builder = new Builder();
    const offsets = this.#build(build, builder);
    const finish = `finish${feature.sizePrefixed === true ? 'SizePrefixed' : ''}${root.name}Buffer`;
    this.#class(root)[finish](builder, offsets.at(-1));
    const built = builder.asUint8Array().slice();
    const failed = [...this.read(built)];

    const packer = new Builder();
    this.#class(root)[finish](packer, this.#root(built).unpack().pack(packer));
    const packed = packer.asUint8Array().slice();
    failed.push(...this.read(packed).map((name) => `packed: ${name}`));

    failed.push(...this.#lookUps(built));
    const mutated = built.slice();
    failed.push(...this.#mutate(mutated));
    return { built, packed, mutated, failed };
  }

  /** The checks that fail on `bytes`. */
  read(bytes: Uint8Array): readonly string[] {
    return this.#program.checks.filter((check) => !this.#holds(bytes, check)).map(({ name }) => name);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  #root(bytes: Uint8Array): any {
    const { root, feature } = this.#program;
    const get = `get${feature.sizePrefixed === true ? 'SizePrefixed' : ''}RootAs${root.name}`;
    return this.#class(root)[get](new ByteBuffer(bytes));
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  #class(def: TableDef | StructDef): any {
    return this.#load([...def.namespace, def.name].map(dasherCase).join('/'))[def.name];
  }

  #build(build: Build, builder: Builder): readonly number[] {
    const offsets: number[] = [];
    for (const operation of build.operations) offsets.push(this.#perform(operation, builder, offsets));
    return offsets;
  }

  #perform(operation: Operation, builder: Builder, offsets: readonly number[]): number {
    switch (operation.kind) {
      case 'string':
        return operation.wide ? builder.createString64(operation.text) : builder.createString(operation.text);
      case 'struct':
        return this.#createStruct(operation.value, builder);
      case 'nested': {
        const inner = new Builder();
        inner.finish(this.#build(operation.build, inner).at(-1) ?? 0);
        const create = camelCase(`create_${operation.field.name}_vector`);
        return this.#class(operation.owner)[create](builder, inner.asUint8Array());
      }
      case 'vector': {
        const owner = this.#class(operation.owner);
        const { name } = operation.field;
        if (operation.type.element.kind === 'struct') {
          const structs = operation.elements.filter((each) => each.kind === 'struct').toReversed();
          owner[camelCase(`start_${name}_vector`)](builder, structs.length);
          for (const each of structs) this.#createStruct(each, builder);
          return operation.type.wide || operation.field.offset64
            ? builder.endVector64()
            : builder.endVector();
        }
        const elements = operation.elements.map((each) =>
          each.kind === 'reference' ? offsets[each.id] : each.kind === 'scalar' ? each.value : null,
        );
        return owner[camelCase(`create_${name}_vector`)](builder, elements);
      }
      case 'table': {
        const { def } = operation;
        const owner = this.#class(def);
        owner[`start${def.name}`](builder);
        for (const { field, value } of operation.fields) {
          const written =
            value.kind === 'reference'
              ? offsets[value.id]
              : value.kind === 'struct'
                ? this.#createStruct(value, builder)
                : value.kind === 'scalar'
                  ? value.value
                  : null;
          owner[camelCase(`add_${field.name}`)](builder, written);
        }
        return owner[`end${def.name}`](builder);
      }
    }
  }

  #createStruct(value: StructValue, builder: Builder): number {
    return this.#class(value.def)[`create${value.def.name}`](builder, ...value.fields.flatMap(argumentsOf));
  }

  #holds(bytes: Uint8Array, { path, expected }: Check): boolean {
    const last = path.at(-1);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const ask = (suffix: string): any => this.#follow(this.#root(bytes), path, suffix);
    switch (expected.kind) {
      case 'scalar':
        return same(ask(''), expected);
      case 'string':
        return ask('') === expected.text;
      case 'length':
        return Number(ask('length')) === expected.length;
      case 'absent':
        return expected.type.kind === 'vector' ? ask('length') === 0 : ask('') === null;
      case 'tag':
        return ask('type') === Number(expected.member?.value ?? 0);
      case 'flexbuffer': {
        const bytesOf = last?.kind === 'field' ? (ask('array') as Uint8Array) : new Uint8Array();
        return getRoot(bytesOf).asDouble() === expected.value;
      }
    }
  }

  /** Calls accessors along a path; `suffix` asks for a thing beside the last field. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  #follow(root: any, path: readonly Segment[], suffix: string): any {
    let at = root;
    for (let i = 0; i < path.length; i++) {
      const segment = path[i];
      if (segment?.kind !== 'field') continue;
      let next = path[i + 1];
      const index = next?.kind === 'element' ? [next.index] : [];
      if (next?.kind === 'element') next = path[++i + 1];
      const { name } = segment.field;
      const last = i === path.length - 1;
      if (last && suffix !== '') at = at[camelCase(`${name}_${suffix}`)](...index);
      else if (next?.kind === 'nested') {
        at = at[camelCase(`${name}_as_root`)]();
        i++;
      } else if (next?.kind === 'member') {
        const { type } = next.member;
        const view =
          type.kind === 'string' ? '' : new (this.#class(type.kind === 'table' ? type.table : type.struct))();
        at = at[camelCase(name)](...index, view);
        i++;
      } else at = at[camelCase(name)](...index);
    }
    return at;
  }

  #lookUps(bytes: Uint8Array): readonly string[] {
    return this.#program.lookUps
      .filter(({ vector, key, found }) => {
        const field = vector.at(-1);
        if (field?.kind !== 'field') return true;
        const owner = this.#follow(this.#root(bytes), vector.slice(0, -1), '');
        const hit = owner[camelCase(`${field.field.name}_by_key`)](typeof key === 'string' ? key : key.value);
        if (found === null) return hit !== null;
        return hit === null || !same(hit[camelCase(found.field.name)](), found.value);
      })
      .map(({ name }) => name);
  }

  #mutate(bytes: Uint8Array): readonly string[] {
    return this.#program.mutations
      .filter(({ path, to, stored }) => {
        // There are no mutators of elements; the view of the vector writes through.
        const last = path.at(-1);
        const field = path[last?.kind === 'element' ? path.length - 2 : path.length - 1];
        if (field?.kind !== 'field') return true;
        const owner = this.#follow(this.#root(bytes), path.slice(0, last?.kind === 'element' ? -2 : -1), '');
        if (last?.kind === 'element') owner[camelCase(`${field.field.name}_array`)]()[last.index] = to.value;
        else if (owner[`mutate_${field.field.name}`](to.value) !== stored) return true;
        return stored && !same(this.#follow(this.#root(bytes), path, ''), to);
      })
      .map(({ name }) => `mutate ${name}`);
  }
}

function same(value: unknown, { value: expected }: ScalarValue): boolean {
  return Object.is(value, expected);
}

/** What `createX` takes for a value: structs are flattened, and arrays are taken as they are. */
function argumentsOf(value: Inline): readonly unknown[] {
  if (value.kind === 'struct') return value.fields.flatMap(argumentsOf);
  return [plain(value)];
}

/** Structs in arrays are plain objects with the names of the plain classes. */
function plain(value: Inline): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'array') return value.elements.map(plain);
  return Object.fromEntries(
    value.def.fields.map((field, i) => [camelCase(field.name), plainOr(value.fields[i])]),
  );
}

function plainOr(value: Inline | undefined): unknown {
  return value === undefined ? null : plain(value);
}

// Programs in Python: one script that uses the generated builders, accessors and plain classes of every feature.
import { camelCase } from '@fb/codegen';
import {
  isFloat,
  type StructDef,
  type StructField,
  type TableDef,
  type TableField,
  type Type,
} from '@fb/schema';
import type { Build, Operation, Reference } from './build.js';
import type { Check, Segment } from './checks.js';
import type { Program } from './program.js';
import type { ArrayValue, Inline, ScalarValue, StructValue } from './values.js';

/** What the code that a program is written for is like. */
export interface PythonStyle {
  /** All types of a schema are in one module: `feature_generated`, with the number of the feature in it. */
  readonly oneFile?: string;
  /** Features that cannot be used, by name. */
  readonly broken?: readonly string[];
  /** Plain classes that cannot be packed, by the name of their feature. */
  readonly unpackable?: readonly string[];
}

/** The source of the script. */
export function pythonProgram(programs: readonly Program[], style: PythonStyle = {}): string {
  const features = programs.map((program, i) => new Feature(program, i, style).lines());
  const table = programs.flatMap(({ feature: { name } }, i) =>
    style.broken?.includes(name) === true ? [] : [`    ${text(name)}: (build${i}, check${i}, pack${i}),`],
  );
  return `${[...HEAD, ...features.flat(), 'FEATURES = {', ...table, '}', ...TAIL].join('\n')}\n`;
}

const HEAD = [
  'import importlib',
  'import math',
  'import sys',
  'import flatbuffers',
  'from flatbuffers import flexbuffers',
  '',
  'failed = []',
  '',
  'def same(name, got, want):',
  '    if got != want or (isinstance(want, float) and math.copysign(1, got) != math.copysign(1, want)):',
  '        failed.append("%s: %r, not %r" % (name, got, want))',
  '',
  'def member(cls, table):',
  '    obj = cls()',
  '    obj.Init(table.Bytes, table.Pos)',
  '    return obj',
  '',
];

const TAIL = [
  '',
  'def main():',
  '    if len(sys.argv) > 1:',
  '        with open(sys.argv[1], encoding="utf-8") as lines:',
  '            for line in lines:',
  '                name, data = line.rsplit(None, 1)',
  '                FEATURES[name][1](name, bytearray.fromhex(data))',
  '    else:',
  '        for name, (build, check, pack) in FEATURES.items():',
  '            data = build()',
  '            print(name, "built", data.hex(), sep="\\t")',
  '            check(name, data)',
  '            packed = pack(data)',
  '            if packed is not None:',
  '                print(name, "packed", packed.hex(), sep="\\t")',
  '                check(name + ", packed", packed)',
  '    for failure in failed:',
  '        print(failure, file=sys.stderr)',
  '    sys.exit(1 if failed else 0)',
  '',
  'main()',
];

/** A feature's functions. Classes are fetched where they are used, whatever they are called. */
class Feature {
  readonly #program: Program;
  readonly #index: number;
  readonly #style: PythonStyle;

  constructor(program: Program, index: number, style: PythonStyle) {
    this.#program = program;
    this.#index = index;
    this.#style = style;
  }

  lines(): readonly string[] {
    const { build, checks, root, feature } = this.#program;
    const start = feature.sizePrefixed === true ? 4 : 0;
    const canPack = !(this.#style.unpackable ?? []).includes(feature.name);
    return [
      `def build${this.#index}():`,
      ...indent(this.#build(build, 'builder', true)),
      '    return builder.Output()',
      '',
      `def check${this.#index}(feature, data):`,
      `    root = ${this.#name(root, root.name)}.GetRootAs(data, ${start})`,
      ...this.#identifier(start),
      ...indent(checks.map((check) => this.#check(check))),
      '',
      `def pack${this.#index}(data):`,
      ...(canPack
        ? [
            `    value = ${this.#name(root, `${root.name}T`)}.InitFromPackedBuf(data, ${start})`,
            '    builder = flatbuffers.Builder(0)',
            '    packed = value.Pack(builder)',
            `    ${this.#finish('builder', 'packed', true)}`,
            '    return builder.Output()',
          ]
        : ['    return None']),
      '',
    ];
  }

  #identifier(start: number): readonly string[] {
    const { root, schema } = this.#program;
    if (schema.fileIdentifier === null) return [];
    const call = `${this.#name(root, root.name)}.${root.name}BufferHasIdentifier(data, 0, ${start > 0 ? 'True' : 'False'})`;
    return [`    same(feature + ' identifier', ${call}, True)`];
  }

  /** A name of the module of `def`. */
  #name(
    { namespace, name }: { readonly namespace: readonly string[]; readonly name: string },
    member: string,
  ): string {
    const { oneFile } = this.#style;
    const module =
      oneFile === undefined ? [...namespace, name].join('.') : oneFile.replace('_', `${this.#index}_`);
    return `importlib.import_module(${text(module)}).${member}`;
  }

  #finish(builder: string, root: string, isWhole: boolean): string {
    const { feature, schema } = this.#program;
    const id =
      isWhole && schema.fileIdentifier !== null ? `, file_identifier=b${text(schema.fileIdentifier)}` : '';
    const finish = isWhole && feature.sizePrefixed === true ? 'FinishSizePrefixed' : 'Finish';
    return `${builder}.${finish}(${root}${id})`;
  }

  #build({ operations }: Build, builder: string, isWhole: boolean): readonly string[] {
    const lines = operations.flatMap((operation) => this.#operation(operation, builder));
    const root = variable(builder, operations.at(-1)?.id ?? 0);
    return [`${builder} = flatbuffers.Builder(0)`, ...lines, this.#finish(builder, root, isWhole)];
  }

  #operation(operation: Operation, builder: string): readonly string[] {
    const target = variable(builder, operation.id);
    switch (operation.kind) {
      case 'string':
        return [`${target} = ${builder}.CreateString(${text(operation.text)})`];
      case 'vector': {
        const { owner, field, elements, type } = operation;
        const before = this.#name(owner, `${owner.name}`);
        const method = upper(field.name);
        if (type.element.kind === 'scalar' || type.element.kind === 'enum') {
          const values = elements.map((each) => this.#value(each, builder)).join(', ');
          return [`${target} = ${before}Create${method}Vector(${builder}, [${values}])`];
        }
        const writes = elements.toReversed().map((each) => {
          const value = this.#value(each, builder);
          return each.kind === 'reference' ? `${builder}.PrependUOffsetTRelative(${value})` : value;
        });
        return [
          `${before}Start${method}Vector(${builder}, ${elements.length})`,
          ...writes,
          `${target} = ${builder}.EndVector()`,
        ];
      }
      case 'nested': {
        const { owner, field, build } = operation;
        const inner = `${builder}_${operation.id}`;
        return [
          ...this.#build(build, inner, false),
          `${target} = ${this.#name(owner, `${owner.name}Make${upper(field.name)}VectorFromBytes`)}(${builder}, ${inner}.Output())`,
        ];
      }
      case 'struct':
        throw new Error('Python has no structs in unions');
      case 'table': {
        const before = this.#name(operation.def, operation.def.name);
        const adds = operation.fields.map(
          ({ field, value }) =>
            `${before}Add${upper(field.name)}(${builder}, ${this.#value(value, builder)})`,
        );
        return [`${before}Start(${builder})`, ...adds, `${target} = ${before}End(${builder})`];
      }
    }
  }

  #value(value: Inline | Reference, builder: string): string {
    switch (value.kind) {
      case 'reference':
        return variable(builder, value.id);
      case 'scalar':
        return this.#scalar(value);
      case 'struct':
        return `${this.#name(value.def, `Create${value.def.name}`)}(${[builder, ...this.#leaves([value])].join(', ')})`;
      case 'array':
        throw new Error('an array is in a struct only');
    }
  }

  #scalar({ type, value, constant }: ScalarValue): string {
    if (type.kind === 'enum' && constant !== null) {
      const def = type.enum.union ?? type.enum;
      return this.#name(def, `${def.name}.${word(constant.name)}`);
    }
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    return type.kind === 'scalar' && isFloat(type.scalar) ? floatText(Number(value)) : String(value);
  }

  /** The arguments of the function that writes a struct: of several structs, a list for each. */
  #leaves(structs: readonly StructValue[]): readonly string[] {
    const [first] = structs;
    return (first?.def.fields ?? []).flatMap((_field, i) =>
      this.#leaf(structs.map((each) => each.fields[i] as Inline)),
    );
  }

  #leaf(values: readonly Inline[]): readonly string[] {
    const [first] = values;
    if (first?.kind === 'struct') return this.#leaves(values as readonly StructValue[]);
    if (first?.kind !== 'array') return [this.#scalar(first as ScalarValue)];
    const { elements } = first;
    if (elements[0]?.kind !== 'struct') return [this.#list(first)];
    const columns = elements.map((element) => this.#leaves([element as StructValue]));
    return (columns[0] ?? []).map((_column, i) => `[${columns.map((row) => row[i] ?? '').join(', ')}]`);
  }

  #list({ elements }: ArrayValue): string {
    return `[${elements.map((each) => this.#scalar(each as ScalarValue)).join(', ')}]`;
  }

  #check({ name, path, expected }: Check): string {
    const got = this.#read(path);
    const label = `feature + ${text(` ${name}`)}`;
    switch (expected.kind) {
      case 'scalar':
        return `same(${label}, ${got}, ${this.#scalar(expected)})`;
      case 'string':
        return `same(${label}, ${got}, ${text(expected.text)}.encode())`;
      case 'length':
        return `same(${label}, ${got.replace(/\(\)$/, 'Length()')}, ${expected.length})`;
      case 'absent':
        return expected.type.kind === 'vector'
          ? `same(${label}, (${got.replace(/\(\)$/, 'IsNone()')}, ${got.replace(/\(\)$/, 'Length()')}), (True, 0))`
          : `same(${label}, ${got}, None)`;
      case 'tag': {
        const { member } = expected;
        const last = path.at(-1);
        const union =
          last?.kind === 'field' && last.field.type.kind === 'union' ? last.field.type.union : null;
        const want =
          union === null || member === null ? '0' : this.#name(union, `${union.name}.${word(member.name)}`);
        const tag = last?.kind === 'field' && last.field.kind === 'tableField' ? last.field.tag : null;
        const accessor = got.replace(/\w+\(\)$/, `${upper(tag?.name ?? '')}()`);
        return `same(${label}, ${accessor}, ${want})`;
      }
      case 'flexbuffer': {
        const bytes = `bytes(${got.replace(/\(\)$/, '(i)')} for i in range(${got.replace(/\(\)$/, 'Length()')}))`;
        return `same(${label}, flexbuffers.Loads(${bytes}), ${expected.value})`;
      }
    }
  }

  /** The expression that reads what is at a path. */
  #read(path: readonly Segment[]): string {
    let got = 'root';
    for (const segment of path) {
      switch (segment.kind) {
        case 'field':
          got = `${got}.${upper(segment.field.name)}(${this.#target(segment.owner, segment.field)})`;
          break;
        case 'element':
          got = got.replace(/\(\)$/, `(${segment.index})`);
          break;
        case 'nested':
          got = got.replace(/\(\)$/, 'NestedRoot()');
          break;
        case 'member': {
          const { type } = segment.member;
          if (type.kind !== 'table') throw new Error('Python has unions of tables only');
          got = `member(${this.#name(type.table, type.table.name)}, ${got})`;
        }
      }
    }
    return got;
  }

  /** A struct in a struct is read into an accessor that the caller gives. */
  #target(owner: TableDef | StructDef, { type }: TableField | StructField): string {
    const inner: Type = type;
    return owner.kind === 'struct' && inner.kind === 'struct'
      ? `${this.#name(inner.struct, inner.struct.name)}()`
      : '';
  }
}

function variable(builder: string, id: number): string {
  return `${builder}_v${id}`;
}

/** The features use no other reserved words. */
function word(name: string): string {
  return ['None', 'True', 'False'].includes(name) ? `${name}_` : name;
}

function upper(name: string): string {
  const camel = camelCase(name);
  return word(camel.charAt(0).toUpperCase() + camel.slice(1));
}

function floatText(value: number): string {
  const written = Object.is(value, -0) ? '-0.0' : String(value);
  return /^-?\d+$/.test(written) ? `${written}.0` : written;
}

function text(value: string): string {
  return JSON.stringify(value);
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`);
}

// Programs in Java: one class that uses generated accessors, builders, mutators and the object API of every feature.
import { camelCase } from '@fb/codegen';
import type { EnumType, ScalarName, ScalarType, TableDef, TableField } from '@fb/schema';
import type { Build, Operation, Reference } from './build.js';
import type { Check, Segment } from './checks.js';
import type { Program } from './program.js';
import type { Inline, ScalarValue, StructValue } from './values.js';

/** The source of `Main.java`. */
export function javaProgram(programs: readonly Program[]): string {
  const features = programs.map((program, i) => featureMethods(program, i)).join('\n');
  const all = programs.map(
    ({ feature: { name } }, i) => `    feature = ${quoted(name)};\n    feature${i}();`,
  );
  const reads = programs.map(
    ({ feature }, i) => `      case ${quoted(feature.name)}: read${i}(buffer); break;`,
  );
  return `import com.google.flatbuffers.ByteBufferUtil;
import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.FlexBuffers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Paths;

public final class Main {
  private static boolean failed = false;
  private static String feature = "";

  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      for (String line : Files.readAllLines(Paths.get(args[0]))) {
        int space = line.lastIndexOf(' ');
        read(line.substring(0, space), ByteBuffer.wrap(bytes(line.substring(space + 1))));
      }
    } else {
      all();
    }
    System.exit(failed ? 1 : 0);
  }

  private static void all() {
${all.join('\n')}
  }

  private static void read(String name, ByteBuffer buffer) {
    feature = name;
    switch (name) {
${reads.join('\n')}
      default: check("known", false);
    }
  }

  private static void check(String name, boolean holds) {
    if (holds) return;
    failed = true;
    System.out.println(feature + "\\tfailed\\t" + name);
  }

  private static void print(String what, byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte each : bytes) hex.append(String.format("%02x", each));
    System.out.println(feature + "\\t" + what + "\\t" + hex);
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    return bytes;
  }

${features}}
`;
}

function featureMethods(program: Program, index: number): string {
  const { root, feature, schema } = program;
  const type = root.fullName;
  const prefixed = feature.sizePrefixed ?? false;
  const open = (bytes: string): string => {
    const buffer = `ByteBuffer.wrap(${bytes})`;
    return `${type}.getRootAs${root.name}(${prefixed ? `ByteBufferUtil.removeSizePrefix(${buffer})` : buffer})`;
  };
  const finish = `${type}.finish${prefixed ? 'SizePrefixed' : ''}${root.name}Buffer`;
  const identified =
    schema.fileIdentifier === null
      ? []
      : [
          `check("identifier", ${type}.${root.name}BufferHasIdentifier(${prefixed ? `ByteBufferUtil.removeSizePrefix(buffer)` : 'buffer'}));`,
        ];
  const main = [
    'FlatBufferBuilder b = new FlatBufferBuilder();',
    ...buildLines(program.build, 'b', 'v'),
    `${finish}(b, v${program.build.operations.length - 1});`,
    'byte[] built = b.sizedByteArray();',
    'print("built", built);',
    `read${index}(ByteBuffer.wrap(built));`,
    'FlatBufferBuilder p = new FlatBufferBuilder();',
    `${finish}(p, ${type}.pack(p, ${open('built')}.unpack()));`,
    'print("packed", p.sizedByteArray());',
    `read${index}(ByteBuffer.wrap(p.sizedByteArray()));`,
    `${type} root = ${open('built')};`,
    ...lookUpLines(program),
    ...mutationLines(program),
    'print("mutated", built);',
  ];
  const read = [
    ...identified,
    `${type} root = ${type}.getRootAs${root.name}(${prefixed ? 'ByteBufferUtil.removeSizePrefix(buffer)' : 'buffer'});`,
    ...program.checks.map((check) => checkLine(check)).filter((line) => line !== ''),
  ];
  return [
    `  private static void feature${index}() {`,
    ...main.map((line) => `    ${line}`),
    '  }',
    '',
    `  private static void read${index}(ByteBuffer buffer) {`,
    ...read.map((line) => `    ${line}`),
    '  }',
    '',
    '',
  ].join('\n');
}

/** The calls of a builder, one statement an operation. */
function buildLines(build: Build, builder: string, prefix: string): readonly string[] {
  return build.operations.flatMap((operation) => operationLines(operation, builder, prefix));
}

function operationLines(operation: Operation, builder: string, prefix: string): readonly string[] {
  const variable = `${prefix}${operation.id}`;
  const refer = ({ id }: Reference): string => `${prefix}${id}`;
  switch (operation.kind) {
    case 'string':
      return [`int ${variable} = ${builder}.createString(${quoted(operation.text)});`];
    case 'struct':
      return [`int ${variable} = ${createStruct(operation.value, builder)};`];
    case 'nested': {
      const inner = `n${variable}`;
      const last = `${inner}_${operation.build.operations.length - 1}`;
      return [
        `FlatBufferBuilder ${inner} = new FlatBufferBuilder();`,
        ...buildLines(operation.build, inner, `${inner}_`),
        `${inner}.finish(${last});`,
        `int ${variable} = ${vectorCall(operation.owner, operation.field, builder)}${inner}.sizedByteArray());`,
      ];
    }
    case 'vector': {
      const { element } = operation.type;
      if (element.kind === 'struct') {
        const start = `${operation.owner.fullName}.${camelCase(`start_${operation.field.name}_vector`)}`;
        const structs = operation.elements.filter((each) => each.kind === 'struct').toReversed();
        return [
          `${start}(${builder}, ${structs.length});`,
          ...structs.map((each) => `${createStruct(each, builder)};`),
          `int ${variable} = ${builder}.endVector();`,
        ];
      }
      const type = element.kind === 'scalar' || element.kind === 'enum' ? arrayType(element) : 'int';
      const elements = operation.elements.map((each) =>
        each.kind === 'reference' ? refer(each) : each.kind === 'scalar' ? cast(type, literal(each)) : '',
      );
      const call = vectorCall(operation.owner, operation.field, builder);
      return [`int ${variable} = ${call}new ${type}[] {${elements.join(', ')}});`];
    }
    case 'table': {
      const { fullName, name } = operation.def;
      return [
        `${fullName}.start${name}(${builder});`,
        ...operation.fields.map(({ field, value }) => {
          const written =
            value.kind === 'reference'
              ? refer(value)
              : value.kind === 'struct'
                ? createStruct(value, builder)
                : value.kind === 'scalar'
                  ? literal(value)
                  : '';
          return `${fullName}.${camelCase(`add_${field.name}`)}(${builder}, ${written});`;
        }),
        `int ${variable} = ${fullName}.end${name}(${builder});`,
      ];
    }
  }
}

function vectorCall(owner: TableDef, field: TableField, builder: string): string {
  return `${owner.fullName}.${camelCase(`create_${field.name}_vector`)}(${builder}, `;
}

function createStruct(value: StructValue, builder: string): string {
  const values = argumentsOf(value).map(({ type, text }) =>
    type.endsWith('[]') ? `new ${type} ${text}` : text,
  );
  return `${value.def.fullName}.create${value.def.name}(${[builder, ...values].join(', ')})`;
}

interface Argument {
  readonly type: string;
  readonly text: string;
}

/** A struct flattened; arrays of structs become arrays of each of their members. */
function argumentsOf(value: Inline): readonly Argument[] {
  switch (value.kind) {
    case 'scalar':
      return [{ type: javaType(value.type), text: literal(value) }];
    case 'struct':
      return value.fields.flatMap(argumentsOf);
    case 'array': {
      const rows = value.elements.map(argumentsOf);
      return (rows[0] ?? []).map(({ type }, column) => ({
        type: `${type}[]`,
        text: `{${rows.map((row) => row[column]?.text ?? '').join(', ')}}`,
      }));
    }
  }
}

function checkLine({ name, path, expected }: Check): string {
  // The API has no way to read a struct or string in a union.
  if (path.some((segment) => segment.kind === 'member' && segment.member.type.kind !== 'table')) return '';
  const condition = conditionOf(path, expected);
  return `check(${quoted(name)}, ${condition});`;
}

function conditionOf(path: readonly Segment[], expected: Check['expected']): string {
  switch (expected.kind) {
    case 'scalar': {
      const last = path.at(-1);
      const optional =
        last?.kind === 'field' && last.field.kind === 'tableField' && last.field.presence === 'optional';
      const equal = `${expression(path, '')} == ${literal(expected)}`;
      return optional ? `${expression(path, 'has')} && ${equal}` : equal;
    }
    case 'string':
      return `${quoted(expected.text)}.equals(${expression(path, '')})`;
    case 'length':
      return `${expression(path, 'length')} == ${expected.length}`;
    case 'absent': {
      if (expected.type.kind === 'vector') return `${expression(path, 'length')} == 0`;
      const scalar = expected.type.kind === 'scalar' || expected.type.kind === 'enum';
      return scalar ? `!${expression(path, 'has')}` : `${expression(path, '')} == null`;
    }
    case 'tag':
      return `${expression(path, 'type')} == ${Number(expected.member?.value ?? 0)}`;
    case 'flexbuffer':
      return `FlexBuffers.getRoot(${expression(path, 'as_byte_buffer')}).asInt() == ${expected.value}`;
  }
}

/** The calls along a path; `of` says what is asked of its end: its value, or a thing beside it. */
function expression(path: readonly Segment[], of: '' | 'has' | 'length' | 'type' | 'as_byte_buffer'): string {
  let text = 'root';
  for (let i = 0; i < path.length; i++) {
    const segment = path[i];
    if (segment?.kind !== 'field') continue;
    const { name } = segment.field;
    let next = path[i + 1];
    const index = next?.kind === 'element' ? String(next.index) : null;
    if (next?.kind === 'element') next = path[++i + 1];
    const last = i === path.length - 1;
    if (last && of !== '') {
      const asked = of === 'has' ? `has_${name}` : `${name}_${of}`;
      text += `.${camelCase(asked)}(${index ?? ''})`;
    } else if (next?.kind === 'nested') {
      text += `.${camelCase(name)}As${next.root.name}()`;
      i++;
    } else if (next?.kind === 'member') {
      const member = next.member.type.kind === 'table' ? next.member.type.table.fullName : '';
      text = `((${member}) ${text}.${camelCase(name)}(new ${member}()${index === null ? '' : `, ${index}`}))`;
      i++;
    } else text += `.${camelCase(name)}(${index ?? ''})`;
  }
  return text;
}

function lookUpLines({ lookUps }: Program): readonly string[] {
  return lookUps.map(({ name, vector, key, found }) => {
    const field = vector.at(-1);
    const method = field?.kind === 'field' ? camelCase(`${field.field.name}_by_key`) : '';
    const call = `${expression(vector.slice(0, -1), '')}.${method}(${typeof key === 'string' ? quoted(key) : literal(key)})`;
    if (found === null) return `check(${quoted(name)}, ${call} == null);`;
    return `check(${quoted(name)}, ${call}.${camelCase(found.field.name)}() == ${literal(found.value)});`;
  });
}

function mutationLines({ mutations }: Program): readonly string[] {
  return mutations.flatMap(({ name, path, to, stored }) => {
    const last = path.at(-1);
    const index = last?.kind === 'element' ? last.index : null;
    const at = index === null ? path.length - 1 : path.length - 2;
    const field = path[at];
    if (field?.kind !== 'field') return [];
    const owner = expression(path.slice(0, at), '');
    const method = camelCase(`mutate_${field.field.name}`);
    const call = `${owner}.${method}(${index === null ? '' : `${index}, `}${literal(to)})`;
    const read = `check(${quoted(`${name} after mutation`)}, ${expression(path, '')} == ${literal(to)});`;
    if (field.field.kind === 'structField') return [`${call};`, read];
    return [`check(${quoted(`mutate ${name}`)}, ${stored ? '' : '!'}${call});`, ...(stored ? [read] : [])];
  });
}

const JAVA_TYPES: Readonly<Record<ScalarName, string>> = {
  bool: 'boolean',
  byte: 'byte',
  ubyte: 'int',
  short: 'short',
  ushort: 'int',
  int: 'int',
  uint: 'long',
  long: 'long',
  ulong: 'long',
  float: 'float',
  double: 'double',
};

function javaType(type: ScalarType | EnumType): string {
  if (type.kind === 'enum') return type.enum.union === null ? JAVA_TYPES[type.enum.underlying] : 'byte';
  return JAVA_TYPES[type.scalar];
}

/** The type of the elements that `createXVector` takes. */
function arrayType(type: ScalarType | EnumType): string {
  const scalar = type.kind === 'enum' ? type.enum.underlying : type.scalar;
  return scalar === 'ubyte' ? 'byte' : javaType(type);
}

function cast(type: string, text: string): string {
  return type === 'byte' ? `(byte) ${text}` : text;
}

function literal({ type, value, constant }: ScalarValue): string {
  const java = javaType(type);
  if (constant !== null && type.kind === 'enum') {
    // Constants of 2^63 and more are written as the bits they have.
    if (java === 'long') return `${BigInt.asIntN(64, BigInt(value))}L`;
    return `${type.enum.fullName}.${constant.name}`;
  }
  if (typeof value === 'boolean') return String(value);
  switch (java) {
    case 'long':
      return `${BigInt.asIntN(64, BigInt(value))}L`;
    case 'float':
      return `${value}f`;
    case 'double':
      return `${value}d`;
    case 'int':
      return String(value);
    default:
      return `(${java}) ${value < 0 ? `(${value})` : value}`;
  }
}

function quoted(text: string): string {
  const escaped = text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped.replace(/["]/g, '\\"')}"`;
}

// A program in C++: what users write against the code that `flatc --cpp` generates. It only calls what both the
// reference compiler's code and ours have.
import {
  isFloat,
  storedScalar,
  type ArrayType,
  type EnumDef,
  type EnumType,
  type ScalarName,
  type ScalarType,
  type StructDef,
  type TableDef,
  type TableField,
  type Type,
  type UnionDef,
  type UnionMember,
  type VectorType,
} from '@fb/schema';
import type { Build, Operation, Reference } from './build.js';
import type { Check, Expected, Segment } from './checks.js';
import type { Program, ResolvedLookUp, ResolvedMutation } from './program.js';
import type { Inline, ScalarValue, StructValue } from './values.js';

const STORED: Readonly<Record<ScalarName, string>> = {
  bool: 'uint8_t',
  byte: 'int8_t',
  ubyte: 'uint8_t',
  short: 'int16_t',
  ushort: 'uint16_t',
  int: 'int32_t',
  uint: 'uint32_t',
  long: 'int64_t',
  ulong: 'uint64_t',
  float: 'float',
  double: 'double',
};

/** The base name of the schema of the program at `index`, which is what its header is named after. */
export function cppStem(index: number): string {
  return `feature${index}`;
}

/** One program of all: it includes `feature<index>_generated.h` for each. */
export function cppProgram(programs: readonly Program[]): string {
  return [
    '#include <cstdint>',
    '#include <cstdio>',
    '#include <cstring>',
    '#include <fstream>',
    '#include <iostream>',
    '#include <memory>',
    '#include <string>',
    '#include <vector>',
    ...programs.map((_, i) => `#include "${cppStem(i)}_generated.h"`),
    SUPPORT,
    ...programs.map(programCode),
    'int main(int argc, char **argv) {',
    '  if (argc < 2) {',
    ...programs.map((_, i) => `    run${i}();`),
    '    return failures == 0 ? 0 : 1;',
    '  }',
    '  std::ifstream file(argv[1]);',
    '  std::string line;',
    '  while (std::getline(file, line)) {',
    "    const auto space = line.rfind(' ');",
    '    const std::string name = line.substr(0, space);',
    '    const std::vector<uint8_t> bytes = unhex(line.substr(space + 1));',
    ...programs.map(
      (program, i) => `    if (name == ${quoted(program.feature.name)}) check${i}(bytes.data());`,
    ),
    '  }',
    '  return failures == 0 ? 0 : 1;',
    '}',
    '',
  ].join('\n');
}

const SUPPORT = `
static int failures = 0;

static void check(bool holds, const char *feature, const char *name) {
  if (holds) return;
  std::printf("%s: %s is wrong\\n", feature, name);
  ++failures;
}

static void print(const char *feature, const char *what, const uint8_t *bytes, size_t size) {
  std::printf("%s %s ", feature, what);
  for (size_t i = 0; i < size; ++i) std::printf("%02x", static_cast<unsigned>(bytes[i]));
  std::printf("\\n");
}

static std::vector<uint8_t> unhex(const std::string &text) {
  std::vector<uint8_t> bytes;
  for (size_t i = 0; i + 1 < text.size(); i += 2)
    bytes.push_back(static_cast<uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
  return bytes;
}
`;

function programCode(program: Program, index: number): string {
  const { feature, root, schema } = program;
  const name = quoted(feature.name);
  const prefix = feature.sizePrefixed === true ? 'SizePrefixed' : '';
  const space = namespaceOf(root);
  const builder = builderOf(program);
  const { lines, last } = operations(program.build, program, 'fbb');
  return [
    `static void check${index}(const void *buffer) {`,
    `  const auto *root = ${space}Get${prefix}${root.name}(buffer);`,
    '  (void)root;',
    ...(schema.fileIdentifier === null
      ? []
      : [`  check(${space}${prefix}${root.name}BufferHasIdentifier(buffer), ${name}, "the identifier");`]),
    ...program.checks.map((each) => `  check(${checkCode(each)}, ${name}, ${quoted(each.name)});`),
    '}',
    '',
    `static void run${index}() {`,
    `  ${builder} fbb;`,
    ...lines.map((line) => `  ${line}`),
    `  ${space}Finish${prefix}${root.name}Buffer(fbb, ${last});`,
    `  std::vector<uint8_t> bytes(fbb.GetBufferPointer(), fbb.GetBufferPointer() + fbb.GetSize());`,
    `  print(${name}, "built", bytes.data(), bytes.size());`,
    `  check${index}(fbb.GetBufferPointer());`,
    ...verification(program, space, prefix),
    ...packing(program, space, prefix),
    `  auto *root = ${space}GetMutable${prefix}${root.name}(fbb.GetBufferPointer());`,
    '  (void)root;',
    ...program.lookUps.map((lookUp) => `  { ${lookUpCode(lookUp, name)} }`),
    ...program.mutations.map((mutation) => `  ${mutationCode(mutation, name)}`),
    `  print(${name}, "mutated", fbb.GetBufferPointer(), fbb.GetSize());`,
    '}',
    '',
  ].join('\n');
}

/** A whole buffer is accepted and half of one is not; every shorter one is looked at, which must not crash. */
function verification({ feature, root }: Program, space: string, prefix: string): readonly string[] {
  const name = quoted(feature.name);
  const verify = `${space}Verify${prefix}${root.name}Buffer(verifier)`;
  return [
    `  { flatbuffers::Verifier verifier(bytes.data(), bytes.size()); check(${verify}, ${name}, "the verifier"); }`,
    '  for (size_t size = 0; size < bytes.size(); ++size) {',
    '    const std::vector<uint8_t> part(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));',
    '    flatbuffers::Verifier verifier(part.data(), part.size());',
    `    const bool accepted = ${verify};`,
    `    check(!accepted || size > bytes.size() / 2, ${name}, "the verifier of a part");`,
    '  }',
  ];
}

function packing(program: Program, space: string, prefix: string): readonly string[] {
  const { feature, root } = program;
  const name = quoted(feature.name);
  return [
    '  {',
    `    auto object = ${space}UnPack${prefix}${root.name}(fbb.GetBufferPointer());`,
    `    const auto copy = *object;`,
    `    check(copy == *object && !(copy != *object), ${name}, "equality");`,
    `    ${builderOf(program)} packer;`,
    `    ${space}Finish${prefix}${root.name}Buffer(packer, ${space}Create${root.name}(packer, &copy));`,
    `    print(${name}, "packed", packer.GetBufferPointer(), packer.GetSize());`,
    '  }',
  ];
}

function builderOf({ schema }: Program): string {
  return schema.features.has('64-bit offsets')
    ? 'flatbuffers::FlatBufferBuilder64'
    : 'flatbuffers::FlatBufferBuilder';
}

/** Statements that build, and the offset of the root. */
function operations(
  build: Build,
  program: Program,
  fbb: string,
): { readonly lines: readonly string[]; readonly last: string } {
  const nameOf = (id: number): string => `${fbb}${id}`;
  const lines = build.operations.flatMap((operation) =>
    operationCode(operation, nameOf(operation.id), nameOf, program, fbb),
  );
  return { lines, last: nameOf(build.operations.length - 1) };
}

function operationCode(
  operation: Operation,
  name: string,
  nameOf: (id: number) => string,
  program: Program,
  fbb: string,
): readonly string[] {
  const reference = ({ id }: Reference): string => nameOf(id);
  switch (operation.kind) {
    case 'string': {
      const far = operation.wide ? '<flatbuffers::Offset64>' : '';
      return [`const auto ${name} = ${fbb}.CreateString${far}(${quoted(operation.text)});`];
    }
    case 'vector': {
      const { field, type, elements } = operation;
      const items = elements.map((each) =>
        each.kind !== 'reference'
          ? elementCode(each)
          : type.element.kind === 'union'
            ? `${reference(each)}.Union()`
            : reference(each),
      );
      const alignment = field.attributes.find((each) => each.name === 'force_align')?.value;
      return [
        `const std::vector<${elementType(type)}> ${name}s{${items.join(', ')}};`,
        ...(alignment === undefined
          ? []
          : [`${fbb}.ForceVectorAlignment(${name}s.size(), sizeof(${name}s[0]), ${alignment});`]),
        `const auto ${name} = ${fbb}.${vectorCall(field, type)}(${name}s);`,
      ];
    }
    case 'nested': {
      const inner = operations(operation.build, program, `${name}_`);
      return [
        `flatbuffers::FlatBufferBuilder ${name}_;`,
        ...inner.lines,
        `${name}_.Finish(${inner.last});`,
        `const auto ${name} = ${fbb}.CreateVector(${name}_.GetBufferPointer(), ${name}_.GetSize());`,
      ];
    }
    case 'struct':
      return [`const auto ${name} = ${fbb}.CreateStruct(${structCode(operation.value)});`];
    case 'table': {
      const { def, fields } = operation;
      const adds = fields.map(({ field, value }) => {
        const add = `${name}b.add_${nameOfField(field)}`;
        if (value.kind === 'reference')
          return `${add}(${reference(value)}${field.type.kind === 'union' ? '.Union()' : ''});`;
        if (value.kind === 'struct')
          return `const auto ${name}s${field.slot} = ${structCode(value)}; ${add}(&${name}s${field.slot});`;
        return `${add}(${value.kind === 'scalar' ? userCode(value) : ''});`;
      });
      return [
        `${namespaceOf(def)}${def.name}Builder ${name}b(${fbb});`,
        ...adds,
        `const auto ${name} = ${name}b.Finish();`,
      ];
    }
  }
}

function vectorCall(field: TableField, type: VectorType): string {
  const structs = type.element.kind === 'struct' ? 'CreateVectorOfStructs' : 'CreateVector';
  if (type.wide) return `${structs}64`;
  return field.offset64 ? `${structs}64<flatbuffers::Vector>` : structs;
}

function elementType({ element }: VectorType): string {
  switch (element.kind) {
    case 'scalar':
    case 'enum':
      return storedOf(element);
    case 'struct':
      return typeName(element.struct);
    case 'table':
      return `flatbuffers::Offset<${typeName(element.table)}>`;
    case 'union':
      return 'flatbuffers::Offset<void>';
    case 'string':
      return 'flatbuffers::Offset<flatbuffers::String>';
  }
}

function elementCode(value: Inline): string {
  if (value.kind === 'struct') return structCode(value);
  return value.kind === 'scalar' ? `static_cast<${storedOf(value.type)}>(${userCode(value)})` : '';
}

/** An expression: arrays need a name, so a struct with some is made by a function. */
function structCode({ def, fields }: StructValue): string {
  const arrays: string[] = [];
  const values = fields.map((value, i) => {
    if (value.kind === 'struct') return structCode(value);
    if (value.kind === 'scalar') return userCode(value);
    const items = value.elements.map((each) =>
      each.kind === 'struct' ? structCode(each) : each.kind === 'scalar' ? userCode(each) : '',
    );
    arrays.push(`const ${arrayElement(value.type)} a${i}[] = {${items.join(', ')}};`);
    return `flatbuffers::span<const ${arrayElement(value.type)}, ${value.type.length}>(a${i})`;
  });
  const made = `${typeName(def)}(${values.join(', ')})`;
  return arrays.length === 0 ? made : `[]() { ${arrays.join(' ')} return ${made}; }()`;
}

function arrayElement({ element }: ArrayType): string {
  if (element.kind === 'struct') return typeName(element.struct);
  return element.kind === 'enum' ? typeName(element.enum) : storedOf(element);
}

function checkCode({ path, expected }: Check): string {
  switch (expected.kind) {
    case 'scalar':
      return scalarCheck(path, expected);
    case 'string': {
      const text = `${expected.text === '' ? 'std::string()' : `std::string(${quoted(expected.text)})`}`;
      return `${read(path)} != nullptr && ${read(path)}->str() == ${text}`;
    }
    case 'length':
      return `${read(path)} != nullptr && ${read(path)}->size() == ${expected.length}`;
    case 'absent':
      return isPlain(expected.type) ? `!${read(path)}.has_value()` : `${read(path)} == nullptr`;
    case 'tag':
      return `${readTag(path)} == ${tagCode(path, expected)}`;
    case 'flexbuffer':
      return `${readFlexBuffer(path)} == ${expected.value}`;
  }
}

function scalarCheck(path: readonly Segment[], expected: ScalarValue): string {
  const last = path.at(-1);
  const value = read(path);
  if (last?.kind === 'element') {
    return `${value} == ${last.type.kind === 'array' && expected.type.kind === 'enum' ? userCode(expected) : elementCode(expected)}`;
  }
  const isOptional =
    last?.kind === 'field' && last.field.kind === 'tableField' && last.field.presence === 'optional';
  return isOptional
    ? `${value}.has_value() && *${value} == ${userCode(expected)}`
    : `${value} == ${userCode(expected)}`;
}

/** The expression that reads what is at a path. Structs in structs are references, all else is behind pointers. */
function read(path: readonly Segment[], root = 'root'): string {
  let at = root;
  let arrow = '->';
  let field: TableField | null = null;
  for (const segment of path) {
    switch (segment.kind) {
      case 'field':
        field = segment.field.kind === 'tableField' ? segment.field : null;
        at = `${at}${arrow}${nameOfField(segment.field)}()`;
        arrow = segment.field.kind === 'structField' && segment.field.type.kind === 'struct' ? '.' : '->';
        break;
      case 'element':
        at = `${at}${arrow}Get(${segment.index})`;
        arrow = '->';
        break;
      case 'member':
        at =
          field?.type.kind === 'union'
            ? at.replace(/\(\)$/, `_as_${segment.member.name}()`)
            : `static_cast<const ${memberType(segment.member)} *>(${at})`;
        arrow = '->';
        break;
      case 'nested':
        at = at.replace(/\(\)$/, '_nested_root()');
        arrow = '->';
        break;
    }
  }
  return at;
}

function readFlexBuffer(path: readonly Segment[]): string {
  return `${read(path).replace(/\(\)$/, '_flexbuffer_root()')}.AsInt64()`;
}

/** The tag of the union at the end of a path. */
function readTag(path: readonly Segment[]): string {
  const value = read(path);
  const union = typeName(unionOf(path));
  const element = /\(\)->(Get\(\d+\))$/.exec(value);
  if (element === null) return value.replace(/\(\)$/, '_type()');
  return `static_cast<${union}>(${value.slice(0, element.index)}_type()->${element[1]})`;
}

function tagCode(path: readonly Segment[], { member }: Extract<Expected, { kind: 'tag' }>): string {
  const { discriminator } = unionOf(path);
  return enumerator(discriminator, member === null ? 'NONE' : member.name);
}

function unionOf(path: readonly Segment[]): UnionDef {
  const last = path.at(-1);
  const type: Type | null =
    last?.kind === 'element' ? last.type.element : last?.kind === 'field' ? last.field.type : null;
  if (type?.kind !== 'union') throw new Error('the path does not end at a union');
  return type.union;
}

function lookUpCode({ name, vector, key, found }: ResolvedLookUp, feature: string): string {
  const value = typeof key === 'string' ? quoted(key) : userCode(key);
  const holds =
    found === null
      ? 'found == nullptr'
      : `found != nullptr && found->${nameOfField(found.field)}() == ${userCode(found.value)}`;
  return `const auto *found = ${read(vector)}->LookupByKey(${value}); check(${holds}, ${feature}, ${quoted(name)});`;
}

function mutationCode({ name, path, to, stored }: ResolvedMutation, feature: string): string {
  let at = 'root';
  let arrow = '->';
  for (const segment of path.slice(0, -1)) {
    switch (segment.kind) {
      case 'field':
        at = `${at}${arrow}mutable_${nameOfField(segment.field)}()`;
        arrow = segment.field.kind === 'structField' && segment.field.type.kind === 'struct' ? '.' : '->';
        break;
      case 'element':
        at =
          segment.type.element.kind === 'struct'
            ? `const_cast<${typeName(segment.type.element.struct)} *>(${at}${arrow}Get(${segment.index}))`
            : `${at}${arrow}GetMutableObject(${segment.index})`;
        arrow = '->';
        break;
      case 'member':
        at = at.replace(/\(\)$/, `_as_${segment.member.name}()`);
        break;
      case 'nested':
        throw new Error('nested buffers are not mutated');
    }
  }
  const last = path.at(-1);
  if (last?.kind === 'element') return `${at}${arrow}Mutate(${last.index}, ${elementCode(to)});`;
  if (last?.kind !== 'field') throw new Error('only scalars are mutated');
  const call = `${at}${arrow}mutate_${nameOfField(last.field)}(${userCode(to)})`;
  return last.field.kind === 'structField'
    ? `${call};`
    : `check(${call} == ${stored}, ${feature}, ${quoted(`the mutation of ${name}`)});`;
}

/** A scalar as a user writes it. */
function userCode({ type, value, constant }: ScalarValue): string {
  if (type.kind === 'enum') {
    return constant === null
      ? `static_cast<${typeName(type.enum)}>(${number(type.enum.underlying, value)})`
      : enumerator(type.enum, constant.name);
  }
  if (type.scalar === 'bool') return String(Boolean(value));
  return `static_cast<${STORED[type.scalar]}>(${number(type.scalar, value)})`;
}

function number(scalar: ScalarName, value: number | bigint | boolean): string {
  if (isFloat(scalar)) return String(value);
  if (scalar === 'ulong') return `${BigInt(value)}ULL`;
  const whole = BigInt(value);
  return whole === -(1n << 63n) ? `(${whole + 1n}LL - 1)` : `${whole}LL`;
}

function enumerator(def: EnumDef, name: string): string {
  return `${typeName(def)}_${name}`;
}

function isPlain(type: Type): type is ScalarType | EnumType {
  return type.kind === 'scalar' || type.kind === 'enum';
}

function storedOf(type: ScalarType | EnumType): string {
  return STORED[storedScalar(type) ?? 'ubyte'];
}

function memberType({ type }: UnionMember): string {
  if (type.kind === 'string') return 'flatbuffers::String';
  return typeName(type.kind === 'table' ? type.table : type.struct);
}

function typeName(def: TableDef | StructDef | EnumDef | UnionDef): string {
  return `${namespaceOf(def)}${def.name}`;
}

function namespaceOf({ namespace }: { readonly namespace: readonly string[] }): string {
  return ['', ...namespace, ''].join('::');
}

/** Keywords that features use as names: generated code puts `_` behind them. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'class default delete enum false new signed true unsigned'.split(' '),
);

function nameOfField({ name }: { readonly name: string }): string {
  return KEYWORDS.has(name) ? `${name}_` : name;
}

/** A literal of any text: bytes that are not plain in octal. */
function quoted(text: string): string {
  const body = [...Buffer.from(text)].map((byte) =>
    byte >= 0x20 && byte < 0x7f && !'"\\?'.includes(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  );
  return `"${body.join('')}"`;
}

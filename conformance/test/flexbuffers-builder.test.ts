// Op lists for the builder, with the exact bytes of the C++ builder, what they print as, and mutations of them.
import {
  Builder,
  getRoot,
  printText,
  type BitWidth,
  type BuilderValue,
  type Reference,
  type TypedElements,
} from '@fb/flexbuffers';
import { expect } from 'vitest';
import { runVectors, vectorJson } from '../src/vectors.js';

type Op = readonly [name: string, ...args: unknown[]];

interface Mutation {
  readonly path: string;
  readonly op: 'int' | 'uint' | 'float' | 'double' | 'bool' | 'string';
  readonly value: string;
  readonly ok: boolean;
  readonly hex: string;
}

interface Case {
  readonly name: string;
  readonly description: string;
  readonly flags: number;
  readonly ops: readonly Op[];
  readonly hex: string;
  readonly hasDuplicateKeys: boolean;
  readonly json: string | { readonly hex: string };
  readonly mutations?: readonly Mutation[];
}

const { cases } = vectorJson<{ cases: Case[] }>('flexbuffers/builder.json');

/** The reference writes half of a 64-bit pattern for indirect doubles that fit 32 bits: ours are the value's. */
const halfDoubles = (ops: readonly Op[]): string[] =>
  ops
    .filter(([name, value]) => name === 'indirectDouble' && Math.fround(Number(value)) === Number(value))
    .map(([, value]) => value as string);

const arrays: Record<string, (values: readonly string[]) => TypedElements> = {
  i8: (v) => Int8Array.from(v, Number),
  i16: (v) => Int16Array.from(v, Number),
  i32: (v) => Int32Array.from(v, Number),
  i64: (v) => BigInt64Array.from(v, BigInt),
  u8: (v) => Uint8Array.from(v, Number),
  u16: (v) => Uint16Array.from(v, Number),
  u32: (v) => Uint32Array.from(v, Number),
  u64: (v) => BigUint64Array.from(v, BigInt),
  f32: (v) => Float32Array.from(v, toNumber),
  f64: (v) => Float64Array.from(v, toNumber),
  bool: (v) => v.map((value) => value === '1'),
};

function toNumber(text: string): number {
  const words: Record<string, number> = { inf: Infinity, '-inf': -Infinity, nan: NaN };
  return words[text] ?? Number(text);
}

function build(vector: Case): Builder {
  const b = new Builder({
    shareKeys: (vector.flags & 1) !== 0,
    shareStrings: (vector.flags & 2) !== 0,
    capacity: 1,
  });
  const saved = new Map<string, BuilderValue>();
  for (const [name, ...args] of vector.ops) apply(b, name, args, saved);
  return b;
}

function apply(b: Builder, name: string, args: readonly unknown[], saved: Map<string, BuilderValue>): void {
  const text = args[0] as string;
  switch (name) {
    case 'null':
      return b.null();
    case 'bool':
      return b.bool(args[0] as boolean);
    case 'int':
      return b.int(BigInt(text));
    case 'uint':
      return b.uint(BigInt(text));
    case 'float':
      return b.float(toNumber(text));
    case 'double':
      return b.double(toNumber(text));
    case 'indirectInt':
      return b.indirectInt(BigInt(text));
    case 'indirectUInt':
      return b.indirectUInt(BigInt(text));
    case 'indirectFloat':
      return b.indirectFloat(toNumber(text));
    case 'indirectDouble':
      return b.indirectDouble(toNumber(text));
    case 'string':
      return b.string(text);
    case 'stringHex':
      return b.string(Buffer.from(text, 'hex'));
    case 'key':
      return b.key(text);
    case 'blob':
      return b.blob(Buffer.from(text, 'hex'));
    case 'alignedBlob':
      return b.alignedBlob(Buffer.from(text, 'hex'), args[1] as BitWidth);
    case 'startVector':
      return b.startVector();
    case 'endVector':
      return b.endVector(args[1] === true ? 'fixed' : args[0] === true ? 'typed' : 'untyped');
    case 'startMap':
      return b.startMap();
    case 'endMap':
      return b.endMap();
    case 'scalars': {
      const elements = arrays[text]!(args[2] as string[]);
      return args[1] === true ? b.fixedTypedVector(elements as Int8Array) : b.typedVector(elements);
    }
    case 'forceMinimumBitWidth':
      return b.forceMinimumBitWidth(args[0] as BitWidth);
    case 'save':
      saved.set(text, b.lastValue());
      return undefined;
    case 'reuse':
      return b.reuseValue(saved.get(text)!);
    case 'undo':
      return b.undo();
    case 'clear':
      return b.clear();
    default:
      throw new Error(`unknown op ${name}`);
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The node at a path of element numbers; a map's values count as its elements. */
function nodeAt(root: Reference, path: string): Reference {
  let node = root;
  for (const step of path.split('/').slice(1)) node = node.asAnyVector().get(Number(step));
  return node;
}

function mutate(node: Reference, { op, value }: Mutation): boolean {
  switch (op) {
    case 'int':
      return node.mutateInt(BigInt(value));
    case 'uint':
      return node.mutateUint(BigInt(value));
    case 'float':
      return node.mutateFloat(toNumber(value));
    case 'double':
      return node.mutateDouble(toNumber(value));
    case 'bool':
      return node.mutateBool(value === '1');
    case 'string':
      return node.mutateString(value);
    default:
      throw new Error(`unknown mutation ${String(op)}`);
  }
}

function check(vector: Case): void {
  const builder = build(vector);
  const bytes = builder.finish();
  const halved = halfDoubles(vector.ops);
  if (halved.length === 0) expect(hexOf(bytes)).toBe(vector.hex);
  else expect(bytes.length).toBe(vector.hex.length / 2);
  expect(builder.hasDuplicateKeys).toBe(vector.hasDuplicateKeys);
  if (halved.length === 0) {
    const text =
      typeof vector.json === 'string' ? vector.json : Buffer.from(vector.json.hex, 'hex').toString();
    expect(printText(getRoot(bytes), { quoteStrings: true, quoteKeys: true })).toBe(text);
  }
  for (const mutation of vector.mutations ?? []) {
    const copy = bytes.slice();
    expect(mutate(nodeAt(getRoot(copy), mutation.path), mutation)).toBe(mutation.ok);
    expect(hexOf(copy)).toBe(mutation.hex);
  }
}

runVectors('flexbuffers-builder', cases, ({ name }) => name, check);

// What every value of the builder's buffers, and of hand-written ones, reads and prints as.
import { decodeUtf8 } from '@fb/bytes';
import { getRoot, printText, type Reference } from '@fb/flexbuffers';
import { expect } from 'vitest';
import { runVectors, vectorJson } from '../src/vectors.js';

/** Bytes that are not UTF-8 stand as hex. */
type Text = string | { readonly hex: string };

interface Node {
  readonly path: string;
  readonly type: number;
  readonly asInt64?: string;
  readonly asInt32?: number;
  readonly asInt16?: number;
  readonly asInt8?: number;
  readonly asUInt64?: string;
  readonly asUInt32?: number;
  readonly asUInt16?: number;
  readonly asUInt8?: number;
  readonly asBool?: boolean;
  readonly asDoubleBits: string;
  readonly asFloatBits: string;
  readonly asString: Text;
  readonly asKey: Text;
  readonly asBlobHex: string;
  readonly sizes: {
    readonly vector: number;
    readonly typed: number;
    readonly fixed: number;
    readonly map: number;
  };
  readonly toString: Text;
  readonly toStringQuoted?: Text;
  readonly toStringStrict?: Text;
  readonly toStringIndent?: Text;
  readonly toStringNatural?: Text;
}

interface Case {
  readonly name: string;
  /** `null` where the buffer is large: then it is the builder's of the same name. */
  readonly hex: string | null;
  readonly nodes: readonly Node[];
}

const builder = vectorJson<{ cases: { name: string; hex: string }[] }>('flexbuffers/builder.json').cases;

function textOf(text: Text): string {
  if (typeof text === 'string') return text;
  const bytes = Buffer.from(text.hex, 'hex');
  return decodeUtf8(bytes, 0, bytes.length);
}

function bitsOf(value: number, size: 4 | 8): string {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, value);
  else view.setFloat64(0, value);
  return Buffer.from(view.buffer).toString('hex');
}

function checkNode(root: Reference, expected: Node): void {
  let node = root;
  for (const step of expected.path.split('/').slice(1)) node = node.asAnyVector().get(Number(step));
  const actual: Record<string, unknown> = {
    path: expected.path,
    type: node.type,
    asInt64: String(node.asInt64()),
    asInt32: node.asInt32(),
    asInt16: node.asInt16(),
    asInt8: node.asInt8(),
    asUInt64: String(node.asUint64()),
    asUInt32: node.asUint32(),
    asUInt16: node.asUint16(),
    asUInt8: node.asUint8(),
    asBool: node.asBool(),
    asDoubleBits: bitsOf(node.asDouble(), 8),
    asFloatBits: bitsOf(node.asFloat(), 4),
    asString: node.asString(),
    asKey: node.asKey(),
    asBlobHex: Buffer.from(node.asBlob()).toString('hex'),
    sizes: {
      vector: node.asVector().length,
      typed: node.asTypedVector().length,
      fixed: node.asFixedTypedVector().length,
      map: node.asMap().size,
    },
    toString: String(node),
    toStringQuoted: printText(node, { quoteStrings: true }),
    toStringStrict: printText(node, { quoteStrings: true, quoteKeys: true }),
    toStringIndent: printText(node, { quoteStrings: true, quoteKeys: true, indent: '  ' }),
    toStringNatural: printText(node, { quoteStrings: true, naturalUtf8: true }),
  };
  for (const [name, value] of Object.entries(expected)) {
    if (name === 'typeName') continue;
    const isText = typeof value === 'object' && value !== null && 'hex' in value;
    expect(actual[name], `${expected.path} ${name}`).toEqual(isText ? textOf(value as Text) : value);
  }
}

function check(vector: Case): void {
  const hex = vector.hex ?? builder.find(({ name }) => name === vector.name)!.hex;
  const root = getRoot(Buffer.from(hex, 'hex'));
  for (const node of vector.nodes) checkNode(root, node);
}

const nameOf = (vector: Case): string => vector.name;
runVectors(
  'flexbuffers-conversions',
  vectorJson<{ cases: Case[] }>('flexbuffers/conversions.json').cases,
  nameOf,
  check,
);
runVectors('flexbuffers-raw', vectorJson<{ cases: Case[] }>('flexbuffers/raw.json').cases, nameOf, check);

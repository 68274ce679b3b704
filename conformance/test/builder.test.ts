// The builder, driven by lists of operations, gives the bytes of the reference C++ builders.
import assert from 'node:assert/strict';
import { Builder } from '@fb/flatbuffers';
import { runVectors, vectorJson } from '../src/vectors.js';

type Op = readonly [name: string, ...operands: unknown[]];

interface BuilderVector {
  readonly name: string;
  readonly builder64: boolean;
  readonly ops: readonly Op[];
  readonly hex: string;
  readonly minAlign: number;
}

/** The slots that a table is started with: more than any vector uses. */
const SLOTS = 300;

const scalarArrays = {
  u8: (values: readonly string[]) => Uint8Array.from(values, Number),
  i32: (values: readonly string[]) => Int32Array.from(values, Number),
  i64: (values: readonly string[]) => BigInt64Array.from(values, BigInt),
  f32: (values: readonly string[]) => Float32Array.from(values, Number),
  f64: (values: readonly string[]) => Float64Array.from(values, Number),
};

/** Runs operations; offsets have names. */
class Driver {
  readonly builder: Builder;
  /** The 64-bit builder writes size prefixes of 64 bits. */
  readonly wide: boolean;
  readonly offsets: Map<string, number> = new Map();

  constructor(builder: Builder, wide: boolean) {
    this.builder = builder;
    this.wide = wide;
  }

  run(op: Op): void {
    const { builder } = this;
    const [name, ...operands] = op;
    switch (name) {
      case 'startTable':
        return builder.startObject(SLOTS);
      case 'endTable':
        return this.define(operands[0], builder.endObject());
      case 'forceDefaults':
        return builder.forceDefaults(operands[0] as boolean);
      case 'clear':
        return builder.clear();
      case 'field':
        return this.field(operands as [number, string, string, string]);
      case 'off':
        return builder.addFieldOffset(operands[0] as number, this.offset(operands[1]), 0);
      case 'string':
        return this.define(operands[0], builder.createString(operands[1] as string));
      case 'shared':
        return this.define(operands[0], builder.createSharedString(operands[1] as string));
      case 'vec':
        return this.define(operands[0], this.scalars(operands[1] as string, operands[2] as string[]));
      case 'vecoff':
        return this.define(
          operands[0],
          builder.createOffsetVector((operands[1] as string[]).map((id) => this.offset(id))),
        );
      case 'structf':
        return this.structField(operands as [number, number, string]);
      case 'off64':
        return builder.addFieldOffset64(operands[0] as number, this.offset(operands[1]));
      case 'string64':
        return this.define(operands[0], builder.createString64(operands[1] as string));
      case 'vec64_32':
        return this.define(
          operands[0],
          builder.createFarScalarVector(Buffer.from(operands[1] as string, 'hex')),
        );
      case 'vec64':
        return this.define(
          operands[0],
          builder.createScalarVector64(Buffer.from(operands[1] as string, 'hex')),
        );
      case 'vec64i32':
      case 'vec64f64': {
        const toArray = scalarArrays[name === 'vec64i32' ? 'i32' : 'f64'];
        return this.define(operands[0], builder.createScalarVector64(toArray(operands[1] as string[])));
      }
      case 'forceVecAlign64':
        return builder.forceVectorAlignment64(
          operands[1] as number,
          operands[0] as number,
          operands[2] as number,
        );
      case 'forceVecAlign':
        return builder.forceVectorAlignment(
          operands[1] as number,
          operands[0] as number,
          operands[2] as number,
        );
      case 'finish':
        return builder.finish(
          this.offset(operands[0]),
          (operands[1] as string | null) ?? undefined,
          operands[2] === true ? (this.wide ? 'wide' : true) : false,
        );
      default:
        throw new Error(`no operation ${name}`);
    }
  }

  private define(id: unknown, offset: number): void {
    this.offsets.set(id as string, offset);
  }

  private offset(id: unknown): number {
    const offset = this.offsets.get(id as string);
    if (offset === undefined) throw new Error(`no object ${String(id)}`);
    return offset;
  }

  private scalars(type: string, values: readonly string[]): number {
    return this.builder.createScalarVector(scalarArrays[type as keyof typeof scalarArrays](values));
  }

  private field([slot, type, value, defaultValue]: [number, string, string, string]): void {
    const { builder } = this;
    const number = parseNumber(value);
    const byDefault = defaultValue === 'none' ? null : parseNumber(defaultValue);
    switch (type) {
      case 'bool':
      case 'i8':
      case 'u8':
        return builder.addFieldInt8(slot, number, byDefault);
      case 'i16':
      case 'u16':
        return builder.addFieldInt16(slot, number, byDefault);
      case 'i32':
      case 'u32':
        return builder.addFieldInt32(slot, number, byDefault);
      case 'i64':
      case 'u64':
        return builder.addFieldInt64(
          slot,
          BigInt(value),
          defaultValue === 'none' ? null : BigInt(defaultValue),
        );
      case 'f32':
        return builder.addFieldFloat32(slot, number, byDefault);
      case 'f64':
        return builder.addFieldFloat64(slot, number, byDefault);
      default:
        throw new Error(`no scalar ${type}`);
    }
  }

  private structField([slot, align, hex]: [number, number, string]): void {
    const bytes = Buffer.from(hex, 'hex');
    this.builder.prep(align, bytes.length);
    for (const byte of bytes.toReversed()) this.builder.writeInt8(byte);
    this.builder.addFieldStruct(slot, this.builder.offset(), 0);
  }
}

function parseNumber(text: string): number {
  return text === 'nan' ? Number.NaN : Number(text);
}

const { cases } = vectorJson<{ cases: readonly BuilderVector[] }>('builder/index.json');

runVectors(
  'builder',
  cases,
  (vector) => vector.name,
  (vector) => {
    const driver = new Driver(new Builder(1), vector.builder64);
    for (const op of vector.ops) driver.run(op);
    assert.equal(Buffer.from(driver.builder.asUint8Array()).toString('hex'), vector.hex);
    assert.equal(driver.builder.minAlignment(), vector.minAlign);
  },
);

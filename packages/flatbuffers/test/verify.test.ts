import { describe, expect, it } from 'vitest';
import {
  Builder,
  FlatBufferError,
  type FlatBufferErrorCode,
  type TableLayout,
  type VerifyOptions,
  createVerifier,
  openBuffer,
  rootPosition,
  verify,
} from '../src/index.js';
import { verifyLimits } from '../src/verify-options.js';

const bytesType = { kind: 'vector', element: { kind: 'scalar', size: 1 } } as const;

/** A table with everything that can go wrong; `child` and `children` refer to the type itself. */
const node: TableLayout = {
  kind: 'table',
  name: 'Node',
  get fields(): TableLayout['fields'] {
    return [
      { name: 'name', slot: 0, type: { kind: 'string' }, required: true },
      { name: 'child', slot: 1, type: node },
      { name: 'children', slot: 2, type: { kind: 'vector', element: node } },
      { name: 'inner', slot: 3, type: bytesType, nested: node },
      { name: 'flex', slot: 4, type: bytesType, flexbuffer: true },
      {
        name: 'any',
        slot: 6,
        type: { kind: 'union', name: 'Any', tagSize: 1, members: [{ name: 'Node', tag: 1, type: node }] },
      },
      { name: 'tags', slot: 7, type: { kind: 'vector', element: { kind: 'string' } } },
    ];
  },
};

interface NodePlan {
  readonly name?: string;
  readonly child?: NodePlan;
  readonly children?: readonly NodePlan[];
  readonly inner?: Uint8Array;
  readonly flex?: Uint8Array;
  readonly any?: NodePlan;
  readonly tags?: readonly string[];
}

function write(builder: Builder, plan: NodePlan): number {
  const fields = [
    builder.createString(plan.name),
    plan.child === undefined ? 0 : write(builder, plan.child),
    plan.children === undefined
      ? 0
      : builder.createOffsetVector(plan.children.map((each) => write(builder, each))),
    plan.inner === undefined ? 0 : nested(builder, plan.inner),
    plan.flex === undefined ? 0 : builder.createByteVector(plan.flex),
    0,
    plan.any === undefined ? 0 : write(builder, plan.any),
    plan.tags === undefined
      ? 0
      : builder.createOffsetVector(plan.tags.map((tag) => builder.createString(tag))),
  ];
  builder.startObject(8);
  for (const [slot, offset] of fields.entries()) builder.addFieldOffset(slot, offset, 0);
  builder.addFieldInt8(5, plan.any === undefined ? 0 : 1, 0);
  return builder.endObject();
}

function nested(builder: Builder, bytes: Uint8Array): number {
  builder.forceVectorAlignment(1, bytes.length, 8);
  return builder.createByteVector(bytes);
}

function build(plan: NodePlan, sizePrefixed = false): Uint8Array {
  const builder = new Builder();
  builder.finish(write(builder, plan), 'NODE', sizePrefixed);
  return builder.asUint8Array();
}

function fault(plan: NodePlan, options?: VerifyOptions): readonly [FlatBufferErrorCode, string] | null {
  const error = verify(build(plan), node, options);
  return error === null ? null : [error.code, error.path];
}

/** Tables in each other; the innermost has depth `depth`. */
function chain(depth: number): NodePlan {
  return depth === 1 ? { name: 'end' } : { name: 'link', child: chain(depth - 1) };
}

describe('the path of a fault', () => {
  it('leads through tables, vectors, unions and nested buffers', () => {
    expect(fault({})).toEqual(['required', 'name']);
    expect(fault({ name: '', child: {} })).toEqual(['required', 'child.name']);
    expect(fault({ name: '', children: [{ name: '' }, { name: '', child: {} }] })).toEqual([
      'required',
      'children[1].child.name',
    ]);
    expect(fault({ name: '', any: { name: '', any: {} } })).toEqual(['required', 'any.any.name']);
    expect(fault({ name: '', inner: build({ name: '', child: {} }) })).toEqual([
      'required',
      'inner.child.name',
    ]);
    expect(fault({ name: '', inner: build({}) }, { checkNested: false })).toBeNull();
  });

  it('comes with a position in the bytes given', () => {
    const bytes = build({ name: '', tags: ['a', 'broken', 'c'] });
    const at = Buffer.from(bytes).indexOf('broken') + 6;
    bytes[at] = 0x21;
    const error = verify(bytes, node);
    expect(error).toMatchObject({ code: 'terminator', path: 'tags[1]', offset: at });
    expect(error?.message).toBe(`a string does not end with a zero byte (byte ${at}, field tags[1])`);
    const outer = build({ name: '', inner: bytes });
    const inside = Buffer.from(outer).indexOf('broken') + 6;
    expect(verify(outer, node)).toMatchObject({ code: 'terminator', path: 'inner.tags[1]', offset: inside });
  });
});

/** The message for a buffer after `change`, which gets the position of a field; without the byte position. */
function messageAfter(change: (view: DataView, field: (slot: number) => number) => void): string | undefined {
  const bytes = build({ name: 'Orc', tags: ['a'] }).slice();
  const view = new DataView(bytes.buffer);
  const root = view.getUint32(0, true);
  const vtable = root - view.getInt32(root, true);
  change(view, (slot) => root + view.getUint16(vtable + 4 + 2 * slot, true));
  return verify(bytes, node)?.message.replace(/ \(byte \d+/, ' (byte N');
}

function targetOf(view: DataView, at: number): number {
  return at + view.getUint32(at, true);
}

it('says what is at fault', () => {
  const far = 1_000_000;
  expect([
    messageAfter((view, field) => view.setUint32(targetOf(view, field(0)), far, true)),
    messageAfter((view, field) => view.setUint32(targetOf(view, field(7)), far, true)),
    messageAfter((view, field) => view.setUint32(field(0), far, true)),
    messageAfter((view, field) => view.setUint32(field(0), view.getUint32(field(0), true) + 1, true)),
    messageAfter((view) => view.setInt32(view.getUint32(0, true), far, true)),
    messageAfter((view) => view.setUint32(0, view.getUint32(0, true) + 1, true)),
  ]).toEqual([
    'a string reaches beyond the bytes (byte N, field name)',
    'a vector reaches beyond the bytes (byte N, field tags)',
    'an offset leads beyond the bytes (byte N, field name)',
    'a string is misaligned (byte N, field name)',
    'a vtable reaches beyond the bytes (byte N)',
    'a table is misaligned (byte N)',
  ]);
});

describe('limits', () => {
  it('hold for the depth, in each nested buffer anew', () => {
    expect(fault(chain(64))).toBeNull();
    expect(fault(chain(65))?.[0]).toBe('depth');
    expect(fault(chain(3), { maxDepth: 3 })).toBeNull();
    expect(fault(chain(3), { maxDepth: 2 })).toEqual(['depth', 'child.child']);
    expect(fault({ name: '', inner: build(chain(3)) }, { maxDepth: 3 })).toBeNull();
  });

  it('hold for the depth of the stack, whatever is asked for', () => {
    expect(fault(chain(1000), { maxDepth: 1e9 })).toBeNull();
    expect(fault(chain(1001), { maxDepth: 1e9 })?.[0]).toBe('depth');
    let bytes = build({ name: '' });
    for (let i = 0; i < 1200; i++) bytes = build({ name: '', inner: bytes });
    expect(verify(bytes, node)?.code).toBe('depth');
  });

  it('hold for the number of tables, in each nested buffer anew', () => {
    const three = { name: '', children: [{ name: '' }, { name: '' }] };
    expect(fault(three, { maxTables: 3 })).toBeNull();
    expect(fault(three, { maxTables: 2 })).toEqual(['tables', 'children[1]']);
    expect(fault({ ...three, inner: build(three) }, { maxTables: 3 })).toBeNull();
  });

  it('hold for the time, when few bytes refer to the same things very often', () => {
    const builder = new Builder();
    const text = builder.createString('');
    const tags = builder.createOffsetVector(Array.from({ length: 10_000 }, () => text));
    builder.startObject(8);
    builder.addFieldOffset(0, text, 0);
    builder.addFieldOffset(7, tags, 0);
    const table = builder.endObject();
    const children = builder.createOffsetVector(Array.from({ length: 100_000 }, () => table));
    builder.startObject(8);
    builder.addFieldOffset(0, text, 0);
    builder.addFieldOffset(2, children, 0);
    builder.finish(builder.endObject());
    expect(verify(builder.asUint8Array(), node, { maxSteps: 1_000_000 })?.code).toBe('work');
  });

  it('hold for the time that FlexBuffers take, however often one is referred to', () => {
    const builder = new Builder();
    const text = builder.createString('');
    const flex = builder.createByteVector(new Uint8Array(30_000));
    builder.startObject(8);
    builder.addFieldOffset(0, text, 0);
    builder.addFieldOffset(4, flex, 0);
    const table = builder.endObject();
    const children = builder.createOffsetVector(Array.from({ length: 100_000 }, () => table));
    builder.startObject(8);
    builder.addFieldOffset(0, text, 0);
    builder.addFieldOffset(2, children, 0);
    builder.finish(builder.endObject());
    let seen = 0;
    const verifyFlexBuffer = (bytes: Uint8Array): boolean => {
      seen += bytes.length;
      return true;
    };
    expect(verify(builder.asUint8Array(), node, { verifyFlexBuffer })?.code).toBe('work');
    expect(seen).toBeGreaterThan(90_000_000);
    expect(seen).toBeLessThanOrEqual(100_000_000);
  });

  it('hold for the time that absent fields take', () => {
    const wide: TableLayout = {
      kind: 'table',
      name: 'Wide',
      fields: Array.from({ length: 1000 }, (_item, slot) => ({
        name: `f${slot}`,
        slot,
        type: { kind: 'string' },
      })),
    };
    const root: TableLayout = {
      kind: 'table',
      name: 'R',
      fields: [{ name: 'v', slot: 0, type: { kind: 'vector', element: wide } }],
    };
    const builder = new Builder();
    builder.startObject(0);
    const table = builder.endObject();
    const all = builder.createOffsetVector(Array.from({ length: 10 }, () => table));
    builder.startObject(1);
    builder.addFieldOffset(0, all, 0);
    builder.finish(builder.endObject());
    // The root and its field, the elements, and ten tables of a thousand fields.
    const steps = 2 + 10 + 10 * 1001;
    expect(verify(builder.asUint8Array(), root, { maxSteps: steps })).toBeNull();
    expect(verify(builder.asUint8Array(), root, { maxSteps: steps - 1 })?.code).toBe('work');
  });

  it('leave more time to larger buffers', () => {
    expect(verifyLimits({}, 0).maxSteps).toBe(100_000_000);
    expect(verifyLimits({}, 10_000_000).maxSteps).toBe(320_000_000);
    expect(verifyLimits({ maxSteps: 7 }, 10_000_000).maxSteps).toBe(7);
  });

  it('are numbers from 0 on', () => {
    const bytes = build(chain(1200));
    for (const name of ['maxDepth', 'maxTables', 'maxSize', 'maxSteps'] as const) {
      expect(() => verify(bytes, node, { [name]: Number.NaN })).toThrow(RangeError);
      expect(() => verify(bytes, node, { [name]: -1 })).toThrow(`${name} is a number from 0 on, not -1`);
      expect(verify(bytes, node, { [name]: Infinity })?.code).toBe('depth');
      expect(verify(bytes, node, { [name]: undefined } as object)?.code).toBe('depth');
      expect(verify(bytes, node, { [name]: 0 })).not.toBeNull();
    }
  });

  it('hold for the size', () => {
    const bytes = build({ name: '' });
    expect(verify(bytes, node, { maxSize: bytes.length })).toBeNull();
    expect(verify(bytes, node, { maxSize: bytes.length - 1 })?.code).toBe('too-large');
  });
});

describe('offsets of elements', () => {
  it('are not zero', () => {
    const bytes = build({ name: '', tags: ['x'] });
    // The count of the vector is in front of its only offset, which leads back to the string.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const root = view.getUint32(0, true);
    const entry = root - view.getInt32(root, true) + 4 + 2 * 7;
    const field = root + view.getUint16(entry, true);
    const element = field + view.getUint32(field, true) + 4;
    view.setUint32(element, 0, true);
    expect(verify(bytes, node)).toMatchObject({ code: 'offset', path: 'tags[0]', offset: element });
  });
});

describe('FlexBuffers', () => {
  it('are checked by whoever knows them', () => {
    const plan = { name: '', flex: Uint8Array.of(1, 2, 3) };
    const asked: Uint8Array[] = [];
    const answer =
      (isValid: boolean): VerifyOptions['verifyFlexBuffer'] =>
      (bytes) => {
        asked.push(Uint8Array.from(bytes));
        return isValid;
      };
    expect(fault(plan)).toBeNull();
    expect(fault(plan, { verifyFlexBuffer: answer(true)! })).toBeNull();
    expect(fault(plan, { verifyFlexBuffer: answer(false)! })).toEqual(['flexbuffer', 'flex']);
    expect(fault(plan, { verifyFlexBuffer: answer(false)!, checkNested: false })).toBeNull();
    expect(asked).toEqual([plan.flex, plan.flex]);
  });
});

describe('opening', () => {
  it('gives the root, or throws what is wrong', () => {
    const bytes = build({ name: 'x' });
    expect(rootPosition(bytes, node, { identifier: 'NODE' })).toBe(
      new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true),
    );
    expect(openBuffer(bytes, node).bytes()).toBe(bytes);
    expect(() => openBuffer(bytes, node, { identifier: 'EDON' })).toThrow(FlatBufferError);
    expect(() => rootPosition(new Uint8Array(3), node)).toThrow(/fewer bytes than the smallest/);
  });

  it('skips a size prefix', () => {
    const bytes = build({ name: 'x' }, true);
    const root = rootPosition(bytes, node, { sizePrefixed: true, identifier: 'NODE' });
    expect(root).toBe(4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true));
    expect(verify(bytes.subarray(0, bytes.length - 1), node, { sizePrefixed: true })?.code).toBe(
      'size-prefix',
    );
    expect(verify(bytes.subarray(0, 3), node, { sizePrefixed: true })?.code).toBe('too-short');
  });

  it('looks only at the part of a larger array that it was given', () => {
    const bytes = build({ name: 'x' });
    const pool = new Uint8Array(bytes.length + 64).fill(0xff);
    pool.set(bytes, 24);
    expect(verify(pool.subarray(24, 24 + bytes.length), node)).toBeNull();
  });
});

it('prepares a layout once for many buffers', () => {
  const verifyNode = createVerifier(node, { identifier: 'NODE' });
  expect(verifyNode(build({ name: 'a', child: { name: 'b' } }))).toBeNull();
  expect(verifyNode(build({ name: 'a', child: {} }))?.path).toBe('child.name');
  expect(verifyNode(build({ name: 'c' }))).toBeNull();
});

it('knows members of a union by any tag', () => {
  const leaf: TableLayout = {
    kind: 'table',
    name: 'L',
    fields: [{ name: 's', slot: 0, type: { kind: 'string' }, required: true }],
  };
  for (const [tagSize, tag] of [
    [1, 200],
    [2, 40_000],
    [4, -7],
    [8, 2 ** 40],
  ] as const) {
    const root: TableLayout = {
      kind: 'table',
      name: 'R',
      fields: [
        {
          name: 'u',
          slot: 1,
          type: { kind: 'union', name: 'U', tagSize, members: [{ name: 'L', tag, type: leaf }] },
        },
      ],
    };
    for (const written of [tag, tag + 1]) {
      const builder = new Builder();
      builder.startObject(1);
      const empty = builder.endObject();
      builder.startObject(2);
      if (tagSize === 1) builder.addFieldInt8(0, written, 0);
      else if (tagSize === 2) builder.addFieldInt16(0, written, 0);
      else if (tagSize === 4) builder.addFieldInt32(0, written, 0);
      else builder.addFieldInt64(0, BigInt(written), 0n);
      builder.addFieldOffset(1, empty, 0);
      builder.finish(builder.endObject());
      // The member lacks a required field; other tags are of later versions of the schema and accepted.
      expect(verify(builder.asUint8Array(), root)?.path).toBe(written === tag ? 'u.s' : undefined);
    }
  }
});

// Fields with the attribute `flexbuffer` in generated TypeScript: what it writes the reference compiler reads, and the
// other way round.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import * as flexbuffers from '@fb/flexbuffers';
import { parseSchema } from '@fb/idl';
import { describe, expect, it, vi } from 'vitest';
import { FLEX_TYPES, FLEX_VALUES } from '../../packages/codegen-typescript/src/runtime.js';
import { flatc } from '../src/oracle.js';
import { runTypeScript, typeErrors, type GeneratedText } from '../src/typescript.js';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

const SCHEMA = `
  table Inner { extras:[ubyte] (flexbuffer); }
  table Save { inner:Inner; state:[ubyte] (flexbuffer); }
  table Score { points:int; }
  root_type Save;
`;

const STATE = { level: 3, names: ['a', 'b'], ratio: 0.5, nested: { yes: true, none: null } };

function generate(options: TypeScriptOptions = {}): readonly GeneratedText[] {
  const { schema } = parseSchema(SCHEMA, { path: 'game.fbs' });
  if (schema === null) throw new Error('the schema is wrong');
  const { files, diagnostics } = typescriptGenerator.generate(schema, options);
  expect(diagnostics).toEqual([]);
  return files;
}

const load = runTypeScript(generate(), runtime);
const { Save, verifySave } = load('save');
const { Inner } = load('inner');

function written(): Uint8Array {
  const builder = new runtime.Builder();
  const extras = Inner.createExtrasFlexBuffer(builder, [1, 2.5, 'three']);
  const inner = Inner.createInner(builder, extras);
  const state = Save.createStateFlexBuffer(builder, STATE, { shareStrings: true });
  Save.finishSaveBuffer(builder, Save.createSave(builder, inner, state));
  return builder.asUint8Array();
}

function read(bytes: Uint8Array): { state: unknown; extras: unknown } {
  const save = Save.getRootAsSave(new runtime.ByteBuffer(bytes));
  return {
    state: flexbuffers.decode(save.stateAsRoot()),
    extras: flexbuffers.decode(save.inner().extrasAsRoot()),
  };
}

describe('a field with a FlexBuffer', async () => {
  const oracle = await flatc();

  it('compiles under the strictest flags, and imports the runtime only where it is needed', () => {
    expect(typeErrors(generate({ objectApi: true, mutable: true }))).toEqual([]);
    const using = generate().filter(({ content }) => content.includes('@fb/flexbuffers'));
    expect(using.map(({ path }) => path).toSorted()).toEqual(['inner.ts', 'save.ts']);
  });

  it('names exports that the runtime has', () => {
    for (const value of FLEX_VALUES) expect(flexbuffers).toHaveProperty(value);
    const content = `export type { ${FLEX_TYPES.join(', ')} } from '@fb/flexbuffers';\n`;
    expect(typeErrors([{ path: 'types.ts', content }])).toEqual([]);
  });

  it('leaves the classic interface as it was', () => {
    const text = generate({ modern: false, runtimeModule: 'flatbuffers' })
      .map(({ content }) => content)
      .join('');
    expect(text).toContain('extrasArray()');
    expect(text).not.toMatch(/flexbuffers'|AsRoot|FlexBuffer/);
  });

  it('is written from a value, and read by the reference compiler', () => {
    const bytes = written();
    expect(verifySave(bytes)).toBeNull();
    expect(read(bytes)).toEqual({ state: STATE, extras: [1, 2.5, 'three'] });
    const run = oracle.run(['--json', '--strict-json', '--raw-binary', 'save.fbs', '--', 'save.bin'], {
      'save.fbs': SCHEMA,
      'save.bin': bytes,
    });
    expect(run).toMatchObject({ status: 0 });
    expect(JSON.parse(Buffer.from(run.files.get('save.json') ?? []).toString())).toEqual({
      inner: { extras: [1, 2.5, 'three'] },
      state: STATE,
    });
  });

  it('is read from bytes of the reference compiler', () => {
    const run = oracle.run(['-b', 'save.fbs', 'save.json'], {
      'save.fbs': SCHEMA,
      'save.json': JSON.stringify({ inner: { extras: [1, 2.5, 'three'] }, state: STATE }),
    });
    expect(run).toMatchObject({ status: 0 });
    const bytes = run.files.get('save.bin') ?? new Uint8Array();
    expect(verifySave(bytes)).toBeNull();
    expect(read(bytes)).toEqual({ state: STATE, extras: [1, 2.5, 'three'] });
  });

  it('gives nothing where there is none', () => {
    const builder = new runtime.Builder();
    Save.finishSaveBuffer(builder, Save.createSave(builder, 0, 0));
    expect(Save.getRootAsSave(new runtime.ByteBuffer(builder.asUint8Array())).stateAsRoot()).toBeNull();
  });

  it('begins where typed arrays can view its numbers', () => {
    const builder = new runtime.Builder();
    builder.createString('something before');
    const state = Save.createStateFlexBuffer(builder, Float64Array.of(1, 2));
    Save.finishSaveBuffer(builder, Save.createSave(builder, 0, state));
    const save = Save.getRootAsSave(new runtime.ByteBuffer(builder.asUint8Array().slice()));
    const numbers = save.stateAsRoot().asTypedVector().toTypedArray();
    expect(numbers).toEqual(Float64Array.of(1, 2));
    expect(numbers.buffer).toBe(save.bb.bytes().buffer);
  });

  it('is verified with its parent, at any depth, unless the caller does that otherwise', () => {
    const bytes = written().slice();
    const { bytes: inside } = Save.getRootAsSave(new runtime.ByteBuffer(bytes)).inner().extrasAsRoot();
    // The root's type becomes one that the format does not know.
    inside[inside.length - 2] = 30 << 2;
    expect(verifySave(bytes)).toMatchObject({ code: 'flexbuffer', path: expect.stringContaining('extras') });
    expect(verifySave(bytes, { verifyFlexBuffer: () => true })).toBeNull();
  });
});

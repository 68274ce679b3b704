// The same program runs with the Python of the reference compiler and with ours, and leaves the same bytes.
import { pythonGenerator, type PythonOptions } from '@fb/codegen-python';
import { parseSchema } from '@fb/idl';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { flatc } from '../../src/oracle.js';
import { FEATURES } from '../../src/programs/features.js';
import { programOf } from '../../src/programs/program.js';
import { pythonProgram, type PythonStyle } from '../../src/programs/python.js';
import { missingPython, PythonFolder, type PythonFile } from '../../src/python.js';

// Python starts quickly, but the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const missing = missingPython();
const programs = FEATURES.map(programOf);

/** Python has these features; the others are refused, by the reference compiler too. */
const supported = programs.filter(({ schema }) =>
  [...schema.features.keys()].every((each) => pythonGenerator.supports.has(each)),
);
const refused = programs.filter((program) => !supported.includes(program));

/** Plain classes of the reference compiler that fail: negative values in `[byte]`, arrays of structs, a field `self`. */
const BROKEN = ['scalar vectors', 'fixed arrays', 'nested tables'];

const folders: PythonFolder[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

function ours(options: PythonOptions): readonly PythonFile[] {
  return supported.flatMap(({ feature }, i) => {
    const { schema } = parseSchema(feature.schema, { path: `feature${i}.fbs` });
    if (schema === null) throw new Error(`${feature.name} has a schema`);
    const { files, diagnostics } = pythonGenerator.generate(schema, options);
    expect(diagnostics).toEqual([]);
    return files;
  });
}

async function theirs(flags: readonly string[]): Promise<readonly PythonFile[]> {
  const oracle = await flatc();
  return supported.flatMap(({ feature }, i) => {
    const name = `feature${i}.fbs`;
    const plain = BROKEN.includes(feature.name) ? [] : ['--gen-object-api'];
    const { status, files } = oracle.run(['--python', ...plain, ...flags, name], { [name]: feature.schema });
    expect(status).toBe(0);
    return [...files].map(([path, content]) => ({ path, content }));
  });
}

interface Output {
  /** The buffers by feature and step. */
  readonly buffers: ReadonlyMap<string, string>;
  readonly stderr: string;
  readonly status: number;
}

async function run(files: readonly PythonFile[], style: PythonStyle): Promise<Output> {
  const folder = new PythonFolder([
    ...files,
    { path: 'program.py', content: pythonProgram(supported, style) },
  ]);
  folders.push(folder);
  const { status, stdout, stderr } = await folder.run(['program.py']);
  const lines = stdout.split('\n').filter((line) => line !== '');
  const buffers = lines
    .map((line) => line.split('\t'))
    .map(([name, step, hex = '']) => [`${name} ${step}`, hex] as const);
  return { buffers: new Map(buffers), stderr, status };
}

describe.skipIf(missing !== null)('generated Python', () => {
  it.each([
    ['a module for each type', [], {}, {}, []],
    // There, the reference compiler looks for the class of a nested FlatBuffer in a module of its own.
    [
      'one module',
      ['--gen-onefile'],
      { oneFile: true },
      { oneFile: 'feature_generated' },
      ['nested FlatBuffers'],
    ],
  ] as const)(
    '%s, gives the bytes of the reference compiler',
    async (_name, flags, options, style, broken) => {
      const reference = await run(await theirs(flags), { ...style, broken, unpackable: BROKEN });
      expect(reference).toMatchObject({ stderr: '', status: 0 });
      const result = await run(ours({ objectApi: true, ...options }), style);
      expect(result).toMatchObject({ stderr: '', status: 0 });
      for (const [step, hex] of reference.buffers)
        expect([step, result.buffers.get(step)]).toEqual([step, hex]);
      const more = [...result.buffers.keys()].filter((step) => !reference.buffers.has(step));
      expect(more.toSorted()).toEqual(
        [
          ...BROKEN.map((name) => `${name} packed`),
          ...broken.flatMap((name) => [`${name} built`, `${name} packed`]),
        ].toSorted(),
      );
    },
  );

  it('is the same with annotations, and without NumPy', async () => {
    const plain = await run(ours({ objectApi: true }), {});
    const other = await run(ours({ objectApi: true, typing: true, compare: true, numpy: false }), {});
    expect(other).toEqual(plain);
  });
});

describe('features that Python does not have', () => {
  it.each(refused.map((program) => [program.feature.name, program] as const))('%s', (_name, { schema }) => {
    const { files, diagnostics } = pythonGenerator.generate(schema, {});
    expect(files).toEqual([]);
    expect(diagnostics.map(({ code }) => code.replace(/-.*/, ''))).toEqual(diagnostics.map(() => 'LANG'));
    expect(diagnostics).not.toEqual([]);
  });
});

// The same program against the reference compiler's C++ and against ours: both compile, both find what they wrote, and
// all buffers are equal.
import { cppGenerator, type CppOptions } from '@fb/codegen-cpp';
import { parseJson } from '@fb/json';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  hasCompiler,
  hasInstalledRuntime,
  preparedRuntime,
  runProgram,
  temporaryFolder,
  writeFiles,
} from '../../src/gxx.js';
import { flatc } from '../../src/oracle.js';
import { cppProgram, cppStem } from '../../src/programs/cpp.js';
import { FEATURES } from '../../src/programs/features.js';
import { jsonOf } from '../../src/programs/json.js';
import { programOf, type Program } from '../../src/programs/program.js';

const OPTIONS: CppOptions = {
  objectApi: true,
  mutable: true,
  compare: true,
  reflect: 'names',
  nameStrings: true,
};
const FLAGS = [
  '--cpp',
  '--gen-object-api',
  '--gen-mutable',
  '--gen-compare',
  '--reflect-names',
  '--gen-name-strings',
];

const programs = FEATURES.map(programOf);
const folder = temporaryFolder();

function writeOurs(name: string, of: readonly Program[]): string {
  const files: Record<string, string> = { 'main.cpp': cppProgram(of) };
  for (const [i, { schema }] of of.entries()) {
    const mainFile = { ...schema.mainFile, path: `${cppStem(i)}.fbs` };
    const result = cppGenerator.generate({ ...schema, mainFile }, { ...OPTIONS, generateAll: true });
    expect(result.diagnostics).toEqual([]);
    for (const { path, content } of result.files) files[path] = content;
  }
  return writeFiles(`${folder}/${name}`, files);
}

async function writeOracles(name: string): Promise<string> {
  const oracle = await flatc();
  const files: Record<string, string | Uint8Array> = { 'main.cpp': cppProgram(programs) };
  for (const [i, { feature }] of programs.entries()) {
    const run = oracle.run([...FLAGS, `${cppStem(i)}.fbs`], { [`${cppStem(i)}.fbs`]: feature.schema });
    expect(run.stderr).toBe('');
    for (const [path, content] of run.files) files[path] = content;
  }
  return writeFiles(`${folder}/${name}`, files);
}

/** What the program prints; any line of a failed check fails the test. */
function printed(program: string, ...args: string[]): string {
  const { stdout, status } = runProgram(program, ...args);
  expect(stdout.split('\n').filter((line) => line.endsWith(' is wrong'))).toEqual([]);
  expect(status).toBe(0);
  return stdout;
}

// One compilation at a time: the tests build on each other's files.
describe.runIf(hasCompiler())('programs in C++', { timeout: 300_000 }, () => {
  let runtime = '';
  let reference = '';
  let ours = '';

  beforeAll(async () => {
    runtime = await preparedRuntime();
    reference = await writeOracles('reference');
    ours = writeOurs('ours', programs);
  }, 60_000);

  it('give the same buffers with our code as with the reference compiler’s', () => {
    const outputs = [reference, ours].map((at) => {
      const output = `${at}/program`;
      const source = `${at}/main.cpp`;
      // Only our code promises to give no warnings.
      const warnings = at === ours;
      expect(compile({ source, includes: [runtime, at], standard: '11', output, warnings })).toBe('');
      return printed(output);
    });
    const lines = (outputs[1] ?? '').split('\n').filter((line) => line !== '');
    const theirs = (outputs[0] ?? '').split('\n').filter((line) => line !== '');
    const different = lines.filter((line, i) => line !== theirs[i]);
    expect(lines).toHaveLength(theirs.length);
    // The reference compiler places a tag as if it were one byte, however large it is (docs/deviations.md).
    expect(different.map((line) => line.replace(/ [0-9a-f]*$/, ''))).toEqual([
      'union underlying types packed',
    ]);
    expect(lines.map((line) => line.replace(/ [0-9a-f]*$/, ''))).toEqual(
      programs.flatMap(({ feature: { name } }) =>
        ['built', 'packed', 'mutated'].map((step) => `${name} ${step}`),
      ),
    );
  });

  it('read the buffers that are made of JSON', () => {
    const lines = programs.map((program) => {
      const sizePrefixed = program.feature.sizePrefixed ?? false;
      const { bytes } = parseJson(program.schema, jsonOf(program), { sizePrefixed });
      return `${program.feature.name} ${Buffer.from(bytes ?? []).toString('hex')}\n`;
    });
    writeFiles(folder, { 'buffers.txt': lines.join('') });
    expect(printed(`${ours}/program`, `${folder}/buffers.txt`)).toBe('');
    // A wrong buffer is noticed.
    const [name = ''] = programs.map(({ feature }) => feature.name);
    writeFiles(folder, { 'wrong.txt': `${name} 0c000000080008000000040008000000\n` });
    expect(runProgram(`${ours}/program`, `${folder}/wrong.txt`).status).toBe(1);
  });

  it.each(['14', '17', '20'] as const)('compile without a warning as C++%s', (standard) => {
    expect(compile({ source: `${ours}/main.cpp`, includes: [runtime, ours], standard })).toBe('');
  });

  it.runIf(hasInstalledRuntime())('give the same buffers with the installed, older runtime', () => {
    const old = programs.filter(({ schema }) => !schema.features.has('64-bit offsets'));
    const at = writeOurs('old', old);
    const output = `${at}/program`;
    expect(compile({ source: `${at}/main.cpp`, includes: [at], standard: '11', output })).toBe('');
    const names = new Set(old.map(({ feature }) => feature.name));
    const newest = printed(`${ours}/program`).split('\n');
    const isOld = (line: string): boolean => names.has(line.replace(/ \w+ [0-9a-f]*$/, ''));
    expect(printed(output).split('\n').filter(isOld)).toEqual(newest.filter(isOld));
  });
});

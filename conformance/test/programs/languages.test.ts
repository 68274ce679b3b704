// Every language reads what every other one writes: one buffer of each feature by each writer, read by each reader. The
// table of features and languages is printed at the end. Services are in it too: their calls are made by a test of each
// language, over its own gRPC library.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature as SchemaFeature } from '@fb/schema';
import { cppGenerator } from '@fb/codegen-cpp';
import { javaGenerator } from '@fb/codegen-java';
import { pythonGenerator } from '@fb/codegen-python';
import { typescriptGenerator } from '@fb/codegen-typescript';
import { parseSchema } from '@fb/idl';
import { parseJson, printJson } from '@fb/json';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  compile,
  hasCompiler,
  hasGrpc,
  preparedRuntime,
  runProgram,
  temporaryFolder,
  writeFiles,
} from '../../src/gxx.js';
import { hasJava, javaWorkspace } from '../../src/java.js';
import { mavenJars } from '../../src/maven.js';
import { cppProgram, cppStem } from '../../src/programs/cpp.js';
import { FEATURES } from '../../src/programs/features.js';
import { javaProgram } from '../../src/programs/java.js';
import { jsonOf } from '../../src/programs/json.js';
import { programOf, type Program } from '../../src/programs/program.js';
import { pythonProgram } from '../../src/programs/python.js';
import { TypeScriptProgram } from '../../src/programs/typescript.js';
import { grpcPython, missingPython, PythonFolder } from '../../src/python.js';

/** Buffers in hexadecimal, by the name of their feature. */
type Buffers = ReadonlyMap<string, string>;

interface Language {
  readonly name: string;
  /** `null` where there is no toolchain. */
  readonly start: (() => Promise<Running>) | null;
  readonly supports: ReadonlySet<SchemaFeature> | 'everything';
  /** The test that calls services, and whether its libraries are here; `null` for what makes no calls. */
  readonly services: { readonly test: string; readonly here: () => boolean } | null;
}

interface Running {
  write(): Promise<Buffers>;
  /** What a reader complains about. */
  read(buffers: Buffers): Promise<string>;
}

const folder = temporaryFolder();
const programs = FEATURES.map(programOf);
const endings: (() => void)[] = [];
afterAll(() => endings.forEach((end) => end()));

const LANGUAGES: readonly Language[] = [
  { name: 'JSON', start: startJson, supports: 'everything', services: null },
  {
    name: 'TypeScript',
    start: startTypeScript,
    supports: typescriptGenerator.supports,
    services: { test: 'typescript-grpc.test.ts', here: () => true },
  },
  {
    name: 'C++',
    start: hasCompiler() ? startCpp : null,
    supports: cppGenerator.supports,
    services: { test: 'cpp-grpc.test.ts', here: hasGrpc },
  },
  {
    name: 'Java',
    start: hasJava() ? startJava : null,
    supports: javaGenerator.supports,
    services: { test: 'java-grpc.test.ts', here: () => !('missing' in mavenJars()) },
  },
  {
    name: 'Python',
    start: missingPython() === null ? startPython : null,
    supports: pythonGenerator.supports,
    services: { test: 'python-grpc.test.ts', here: () => !('missing' in grpcPython()) },
  },
];

describe('programs in all languages', () => {
  const written = new Map<string, Buffers>();
  const running = new Map<string, Running>();
  beforeAll(async () => {
    for (const { name, start } of LANGUAGES) if (start !== null) running.set(name, await start());
    for (const [name, program] of running) written.set(name, await program.write());
  }, 600_000);
  const services = LANGUAGES.map(servicesIn);
  afterAll(() => console.log(table(written, services)));

  for (const reader of LANGUAGES.filter(({ start }) => start !== null)) {
    it(`${reader.name} reads what the others write`, async () => {
      for (const [writer, buffers] of written) {
        const known = [...buffers].filter(([feature]) => expresses(reader, feature));
        assert.equal(
          (await running.get(reader.name)?.read(new Map(known))) ?? '',
          '',
          `written by ${writer}`,
        );
      }
    });
  }

  it('builders that are told the same write the same', () => {
    const reference = written.get('TypeScript') ?? new Map<string, string>();
    for (const [name, buffers] of written) {
      // JSON is written in the order of its text: program.test.ts compares its bytes with the reference compiler's.
      if (name === 'JSON') continue;
      const different = [...buffers]
        .filter(([feature, hex]) => reference.get(feature) !== hex)
        .map(([feature]) => feature);
      assert.deepEqual(different.toSorted(), (OTHER_BYTES[name] ?? []).toSorted(), name);
    }
  });
});

/** What the table says of services in a language. */
function servicesIn({ start, services }: Language): string {
  if (services === null) return 'no calls';
  // A test that is gone must not be promised.
  assert.ok(existsSync(new URL(`../${services.test}`, import.meta.url)), services.test);
  return start !== null && services.here() ? 'own test' : 'not run';
}

/** Features whose bytes the code of a language decides otherwise: Java's writes keys that are the default, too. */
const OTHER_BYTES: Readonly<Record<string, readonly string[]>> = { Java: ['number keys'] };

function expresses({ supports }: Language, name: string): boolean {
  const program = programs.find(({ feature }) => feature.name === name);
  return (
    program !== undefined &&
    (supports === 'everything' || [...program.schema.features.keys()].every((each) => supports.has(each)))
  );
}

function supported(generator: { readonly supports: ReadonlySet<SchemaFeature> }): readonly Program[] {
  return programs.filter(({ schema }) =>
    [...schema.features.keys()].every((each) => generator.supports.has(each)),
  );
}

async function startJson(): Promise<Running> {
  const own = new Map(
    programs.map((program) => {
      const options = { sizePrefixed: program.feature.sizePrefixed ?? false };
      const { bytes } = parseJson(program.schema, jsonOf(program), options);
      return [program.feature.name, { program, options, bytes: bytes ?? new Uint8Array() }];
    }),
  );
  return {
    write: async () =>
      new Map([...own].map(([name, { bytes }]) => [name, Buffer.from(bytes).toString('hex')])),
    // The same text as of the buffer that was made of JSON.
    read: async (buffers) =>
      [...buffers]
        .filter(([name, hex]) => {
          const known = own.get(name);
          if (known === undefined) return true;
          const text = (bytes: Uint8Array): string =>
            printJson(known.program.schema, bytes, { ...known.options, defaults: true });
          return text(Buffer.from(hex, 'hex')) !== text(known.bytes);
        })
        .map(([name]) => name)
        .join(),
  };
}

async function startTypeScript(): Promise<Running> {
  const all = new Map(
    supported(typescriptGenerator).map((program) => {
      const { files } = typescriptGenerator.generate(program.schema, { objectApi: true, mutable: true });
      return [program.feature.name, new TypeScriptProgram(program, files)];
    }),
  );
  return {
    write: async () =>
      new Map([...all].map(([name, program]) => [name, Buffer.from(program.run().built).toString('hex')])),
    read: async (buffers) =>
      [...buffers]
        .flatMap(([name, hex]) =>
          (all.get(name)?.read(Buffer.from(hex, 'hex')) ?? []).map((check) => `${name}: ${check}`),
        )
        .join('\n'),
  };
}

async function startCpp(): Promise<Running> {
  const runtime = await preparedRuntime();
  const known = supported(cppGenerator);
  const files: Record<string, string> = { 'main.cpp': cppProgram(known) };
  for (const [i, { feature }] of known.entries()) {
    const { schema } = parseSchema(feature.schema, { path: `${cppStem(i)}.fbs` });
    assert.ok(schema !== null);
    const { files: made } = cppGenerator.generate(schema, {
      objectApi: true,
      mutable: true,
      compare: true,
      reflect: 'names',
      nameStrings: true,
    });
    for (const file of made) files[file.path] = file.content;
  }
  const at = writeFiles(`${folder}/cpp`, files);
  const output = `${at}/program`;
  assert.equal(compile({ source: `${at}/main.cpp`, includes: [runtime, at], standard: '17', output }), '');
  return {
    write: async () => buffersOf(runProgram(output).stdout),
    read: async (buffers) => runProgram(output, fileOf('cpp', buffers)).stdout,
  };
}

async function startJava(): Promise<Running> {
  const known = supported(javaGenerator);
  const workspace = await javaWorkspace();
  endings.push(() => workspace.remove());
  const files = known.flatMap(
    ({ schema }) => javaGenerator.generate(schema, { objectApi: true, mutable: true }).files,
  );
  const classes = workspace.compile([...files, { path: 'Main.java', content: javaProgram(known) }]);
  return {
    write: async () => buffersOf(classes.run('Main').output),
    read: async (buffers) => classes.run('Main', fileOf('java', buffers)).output,
  };
}

async function startPython(): Promise<Running> {
  const known = supported(pythonGenerator);
  const files = known.flatMap(({ feature }, i) => {
    const { schema } = parseSchema(feature.schema, { path: `feature${i}.fbs` });
    assert.ok(schema !== null);
    return pythonGenerator.generate(schema, { objectApi: true }).files;
  });
  const python = new PythonFolder([...files, { path: 'program.py', content: pythonProgram(known) }]);
  endings.push(() => python.remove());
  return {
    write: async () => buffersOf((await python.run(['program.py'])).stdout),
    read: async (buffers) => (await python.run(['program.py', fileOf('python', buffers)])).stderr,
  };
}

/** The buffers among the lines `<feature> built <hex>`. */
function buffersOf(output: string): Buffers {
  const lines = [...output.matchAll(/^(.*?)[\t ]built[\t ]([0-9a-f]+)$/gm)];
  return new Map(lines.map(([, name = '', hex = '']) => [name, hex]));
}

function fileOf(language: string, buffers: Buffers): string {
  const file = path.join(folder, `${language}.txt`);
  writeFileSync(file, [...buffers].map(([name, hex]) => `${name} ${hex}\n`).join(''));
  return file;
}

/** Features down, languages across. */
function table(written: ReadonlyMap<string, Buffers>, services: readonly string[]): string {
  const width = Math.max(...programs.map(({ feature }) => feature.name.length));
  const columns = LANGUAGES.map((language) => ({ language, width: Math.max(language.name.length, 11) }));
  const line = (name: string, cells: readonly string[]): string =>
    [name.padEnd(width), ...cells.map((cell, i) => cell.padEnd(columns[i]?.width ?? 0))].join('  ').trimEnd();
  const rows = programs.map(({ feature: { name } }) =>
    line(
      name,
      columns.map(({ language }) => {
        if (!expresses(language, name)) return 'by design -';
        if (language.start === null) return 'not run';
        return written.get(language.name)?.has(name) === true ? 'pass' : 'FAIL';
      }),
    ),
  );
  const head = line(
    'feature',
    columns.map(({ language }) => language.name),
  );
  return [
    head,
    ...rows,
    line('gRPC services', services),
    '"own test": calls of a client are answered by a server in conformance/test/<language>-grpc.test.ts.',
    '"by design -": the official runtime of the language cannot express it, and it is refused.',
  ].join('\n');
}

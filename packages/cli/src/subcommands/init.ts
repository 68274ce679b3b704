// flatc init: a config file to start from, and a schema if there is none. Nothing that is there is touched.
import { decodeSource, TextSource } from '@fb/diagnostics';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_NAME } from '../config/find-config.js';
import { GENERATORS } from '../config/config-options.js';
import { readJson, type JsonValue } from '../config/json-value.js';
import { diskHost, type DiskHost } from '../host.js';
import { messages } from '../messages.js';
import { writeFiles } from '../write-files.js';
import { schemaFiles } from './schema-files.js';
import { textOption, type Subcommand } from './subcommand.js';

const EXAMPLE_NAME = 'schemas/example.fbs';

const EXAMPLE = `// An example to start from: rename it, change it, or delete it.
namespace example;

enum Color:byte { Red, Green, Blue }

struct Position {
  x:float;
  y:float;
}

table Monster {
  name:string (required);
  hp:short = 100;
  color:Color = Blue;
  position:Position;
  friends:[string];
}

root_type Monster;
file_identifier "MONS";
`;

/** The subcommand. */
export const init: Subcommand = {
  usage: '[--generator NAME]...',
  options: [
    textOption(
      'generator',
      'NAME',
      `Generate ${[...GENERATORS.keys()].join(', ')}; default: ts. May be repeated.`,
    ),
  ],
  examples: [
    ['flatc init', 'then plain flatc writes what the config lists'],
    ['flatc init --generator cpp --generator python', 'code for two languages'],
  ],
  async run({ operands, given, io, report, note }) {
    const [operand] = operands;
    if (operand !== undefined)
      return report([messages.create('CLI-OPERAND', null, { subcommand: 'init', operand })]);
    const unknown = given.all('generator').find((name) => !GENERATORS.has(name));
    if (unknown !== undefined) {
      const params = { option: '--generator', choices: [...GENERATORS.keys()].join(', '), value: unknown };
      return report([messages.create('CLI-OPTION-CHOICE', null, params)]);
    }
    if (existsSync(path.join(io.cwd, CONFIG_NAME)))
      return report([messages.create('INIT-EXISTS', null, { path: CONFIG_NAME })]);

    const host = diskHost(io.cwd);
    const { paths, problem } = schemaFiles(['.'], host, io.cwd);
    if (problem !== null) return report([problem]);
    const manifest = jsonOf('package.json', host);
    const generators = given.has('generator') ? [...new Set(given.all('generator'))] : ['ts'];
    const files = new Map<string, string>();
    files.set(CONFIG_NAME, configText(generators, inputsFor(paths), manifest, host, io.cwd));
    // Behind a link there may be one all the same: links to folders were not followed.
    if (paths.length === 0 && !existsSync(path.join(io.cwd, EXAMPLE_NAME))) files.set(EXAMPLE_NAME, EXAMPLE);
    const encoder = new TextEncoder();
    const failure = writeFiles(
      new Map([...files].map(([name, text]) => [name, encoder.encode(text)])),
      io.cwd,
    );
    if (failure !== null) return report([failure]);
    for (const name of files.keys()) note(`wrote ${name}`);
    for (const line of nextSteps(generators, manifest)) note(line);
    return true;
  },
};

/** Patterns that cover the schemas there are: their one folder, or all. */
function inputsFor(paths: readonly string[]): string {
  const folders = new Set(paths.map((each) => (each.includes('/') ? (each.split('/')[0] ?? '') : '')));
  const [folder = 'schemas'] = folders;
  return folders.size > 1 || folder === '' ? '**/*.fbs' : `${folder}/**/*.fbs`;
}

function configText(
  generators: readonly string[],
  inputs: string,
  manifest: JsonValue | null,
  host: DiskHost,
  cwd: string,
): string {
  const outputs = generators.map((generator) => {
    const folder = folderFor(generator, generators.length > 1, host);
    const options = generator === 'ts' ? typeScriptOptions(manifest, host) : {};
    return `    ${oneLine({ generator, folder, ...(Object.keys(options).length === 0 ? {} : { options }) })}`;
  });
  return `{
  "$schema": ${JSON.stringify(schemaPath(cwd))},
  "inputs": [${JSON.stringify(inputs)}],
  "outputs": [
${outputs.join(',\n')}
  ]
}
`;
}

/** JSON on one line, with blanks for people. */
function oneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}

/** Where the schema of config files is installed: here or above, or will be here. */
function schemaPath(cwd: string): string {
  const name = 'node_modules/@fb/cli/flatc.config.schema.json';
  for (let folder = path.resolve(cwd), up = './'; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, name))) return `${up}${name}`;
    if (folder === path.dirname(folder)) return `./${name}`;
    up = up === './' ? '../' : `../${up}`;
  }
}

/** Beside the sources of a TypeScript project; a folder for each where there are several outputs. */
function folderFor(generator: string, several: boolean, host: DiskHost): string {
  if (generator !== 'ts') return several ? `generated/${generator}` : 'generated';
  const rootDir = compilerOption('rootDir', host);
  const source =
    rootDir?.kind === 'string' && /^[\w.-]+(\/[\w.-]+)*\/?$/.test(rootDir.value)
      ? rootDir.value.replace(/^\.\//, '').replace(/\/$/, '')
      : 'src';
  if (source !== '.' && !source.startsWith('..') && host.isDirectory(source)) return `${source}/generated`;
  return several ? 'generated/ts' : 'generated';
}

/** What generated code imports unless told otherwise, and the package that it works with as well. */
const RUNTIME = '@fb/flatbuffers';
const PEER = 'flatbuffers';

/** What the project's other files say about the code it can use. */
function typeScriptOptions(manifest: JsonValue | null, host: DiskHost): Record<string, string> {
  const erasable = compilerOption('erasableSyntaxOnly', host);
  return {
    ...(!dependsOn(manifest, RUNTIME) && dependsOn(manifest, PEER) ? { 'ts-runtime': PEER } : {}),
    ...(erasable?.kind === 'boolean' && erasable.value ? { 'ts-enums': 'const' } : {}),
  };
}

function nextSteps(generators: readonly string[], manifest: JsonValue | null): string[] {
  const steps = ['', 'next: npx flatc writes the outputs, npx flatc watch does so at each change'];
  if (manifest === null) return steps;
  if (member(member(manifest, 'scripts'), 'flatc') === null)
    steps.push('      in package.json, "scripts" could have  "flatc": "flatc"');
  if (generators.includes('ts') && ![RUNTIME, PEER].some((name) => dependsOn(manifest, name)))
    steps.push(`      the generated TypeScript needs a runtime: npm install ${RUNTIME}`);
  return steps;
}

function dependsOn(manifest: JsonValue | null, name: string): boolean {
  return ['dependencies', 'devDependencies', 'peerDependencies'].some(
    (kind) => member(member(manifest, kind), name) !== null,
  );
}

function compilerOption(name: string, host: DiskHost): JsonValue | null {
  return member(member(jsonOf('tsconfig.json', host), 'compilerOptions'), name);
}

/** The content of a file of JSON; `null` if it is not there, or none: that is for others to complain about. */
function jsonOf(file: string, host: DiskHost): JsonValue | null {
  const content = host.read(file);
  if ('reason' in content) return null;
  const value = readJson(new TextSource(file, decodeSource(content.bytes)));
  return 'code' in value ? null : value;
}

function member(value: JsonValue | null, name: string): JsonValue | null {
  if (value?.kind !== 'object') return null;
  return value.properties.find((property) => property.name === name)?.value ?? null;
}

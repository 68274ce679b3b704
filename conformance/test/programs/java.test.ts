// Programs in Java, for every feature: compiled and run with the reference compiler's code and with ours.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { javaGenerator } from '@fb/codegen-java';
import { parseJson } from '@fb/json';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  hasJava,
  javaWorkspace,
  type JavaClasses,
  type JavaRun,
  type JavaWorkspace,
} from '../../src/java.js';
import { mavenJars, RUNTIMES } from '../../src/maven.js';
import { flatc, type Oracle } from '../../src/oracle.js';
import { FEATURES } from '../../src/programs/features.js';
import { javaProgram } from '../../src/programs/java.js';
import { jsonOf } from '../../src/programs/json.js';
import { programOf, type Program } from '../../src/programs/program.js';
import type { GeneratedText } from '../../src/typescript.js';

/** Features for which the reference compiler's Java does not do what the program asks. */
const FAULTS: Readonly<Record<string, string>> = {
  'optional scalars, absent': 'pack throws on an absent one',
  'optional scalars, zero': 'an explicit zero is not written',
  'structs and strings in unions': 'they are packed but not unpacked',
  'vectors of unions': 'structs and strings in them are packed but not unpacked',
  enums: 'constants of 2^63 and more do not compile',
  'fixed arrays': 'unsigned elements are read as signed',
};

const OPTIONS = { objectApi: true, mutable: true };
const FLAGS = ['--java', '--gen-object-api', '--gen-mutable'];

const javaIsHere = hasJava();
const maven = javaIsHere ? mavenJars() : { missing: 'Java' };

describe.runIf(javaIsHere)('programs in Java', () => {
  let oracle: Oracle;
  let java: JavaWorkspace;
  const programs = FEATURES.map(programOf);
  const supported = programs.filter(({ schema }) =>
    [...schema.features.keys()].every((feature) => javaGenerator.supports.has(feature)),
  );
  beforeAll(async () => {
    oracle = await flatc();
    java = await javaWorkspace();
  });
  afterAll(() => java.remove());

  let classes: JavaClasses | null = null;
  const compiled = (): JavaClasses =>
    (classes ??= java.compile([...supported.flatMap(ours), mainOf(supported)]));

  it('refuses what the runtime cannot express, as the reference compiler does', () => {
    for (const { schema, feature } of programs.filter((program) => !supported.includes(program))) {
      assert.ok(javaGenerator.generate(schema, OPTIONS).diagnostics.length > 0, feature.name);
      assert.notEqual(oracle.run([...FLAGS, 's.fbs'], { 's.fbs': feature.schema }).status, 0, feature.name);
    }
  });

  it('compiles without a warning', () => {
    assert.equal(java.complaints(supported.flatMap(ours)), '');
  });

  it('runs with our code, and packs what was unpacked', () => {
    const run = compiled().run('Main');
    assert.equal(run.status, 0, run.output);
  });

  it.runIf(!('missing' in maven)).each(RUNTIMES)('does the same with the runtime %s', async (version) => {
    assert.ok(!('missing' in maven));
    const released = await javaWorkspace([maven.runtimes[version]], 'among them');
    try {
      const files = supported.flatMap(ours);
      assert.equal(released.complaints(files), '');
      const run = released.compile([...files, mainOf(supported)]).run('Main');
      assert.deepEqual(run, compiled().run('Main'));
    } finally {
      released.remove();
    }
  });

  it('gives the same bytes with the code of the reference compiler', () => {
    const shared = supported.filter(({ feature }) => FAULTS[feature.name] === undefined);
    const theirs = java
      .compile([...shared.flatMap((each) => reference(oracle, each)), mainOf(shared)])
      .run('Main');
    assert.equal(theirs.status, 0, theirs.output);
    assert.equal(linesOf(compiled().run('Main'), shared), theirs.output);
  });

  for (const [name, fault] of Object.entries(FAULTS)) {
    it(`mends what the reference compiler's code gets wrong: ${name}, ${fault}`, () => {
      const program = supported.find(({ feature }) => feature.name === name);
      assert.ok(program !== undefined);
      let theirs: JavaClasses;
      try {
        theirs = java.compile([...reference(oracle, program), mainOf([program])]);
      } catch {
        return;
      }
      const { status, output } = theirs.run('Main');
      assert.ok(status !== 0 || output !== linesOf(compiled().run('Main'), [program]));
    });
  }

  it('reads what was written from JSON', () => {
    const lines = supported.map((program) => {
      const { bytes } = parseJson(program.schema, jsonOf(program), {
        sizePrefixed: program.feature.sizePrefixed ?? false,
      });
      assert.ok(bytes !== null);
      return `${program.feature.name} ${Buffer.from(bytes).toString('hex')}`;
    });
    const file = path.join(java.folder, 'json.txt');
    writeFileSync(file, lines.join('\n'));
    const run = compiled().run('Main', file);
    assert.equal(run.output, '');
    assert.equal(run.status, 0);
  });
});

/** What a run printed of some of its programs. */
function linesOf({ output }: JavaRun, programs: readonly Program[]): string {
  const names = new Set(programs.map(({ feature }) => feature.name));
  const lines = output.split('\n').filter((line) => names.has(line.split('\t')[0] ?? ''));
  return lines.map((line) => `${line}\n`).join('');
}

function mainOf(programs: readonly Program[]): GeneratedText {
  return { path: 'Main.java', content: javaProgram(programs) };
}

function ours({ schema, feature }: Program): readonly GeneratedText[] {
  const { files, diagnostics } = javaGenerator.generate(schema, OPTIONS);
  assert.ok(files.length > 0, `${feature.name}: ${diagnostics.map(({ message }) => message).join('\n')}`);
  return files;
}

function reference(oracle: Oracle, { feature }: Program): readonly GeneratedText[] {
  const run = oracle.run([...FLAGS, 's.fbs'], { 's.fbs': feature.schema });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return [...run.files].map(([name, bytes]) => ({ path: name, content: Buffer.from(bytes).toString() }));
}

// Build tools that call flatc, as they find it in PATH: ours does what they expect of it, and calls it again only when a schema
// has changed. The command lines are those of CMake's BuildFlatBuffers, of makefiles that read what -M prints, of rules for
// Bazel, plugins of Gradle and build scripts of Cargo.
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, buildEnvironment, canBuildWith, type BuildRun } from '../src/build-tools.js';
import { temporaryFolder, writeFiles, writeRuntime } from '../src/gxx.js';

const schemas = {
  'schemas/monster.fbs': `include "color.fbs";
namespace Game;
table Monster { hp:short = 100; name:string; color:Color; }
root_type Monster;
`,
  'schemas/color.fbs': 'namespace Game;\nenum Color : byte { Red, Green }\n',
  'data/orc.json': '{ hp: 80, name: "Orc", color: "Green" }\n',
};

/** Makes a file look as if it had been changed a moment from now, which clocks of file systems can tell. */
function touch(file: string): void {
  const soon = new Date(Date.now() + 2000);
  utimesSync(file, soon, soon);
}

describe.runIf(canBuildWith('cmake'))('CMake', () => {
  const project = `cmake_minimum_required(VERSION 3.13)
project(game CXX)
find_program(FLATC flatc REQUIRED)
set(GENERATED \${CMAKE_CURRENT_BINARY_DIR}/generated)
foreach(name color monster)
  set(schema \${CMAKE_CURRENT_SOURCE_DIR}/schemas/\${name}.fbs)
  add_custom_command(
    OUTPUT \${GENERATED}/game/\${name}_generated.h
    COMMAND \${FLATC} -o \${GENERATED}/game -I \${CMAKE_CURRENT_SOURCE_DIR}/schemas
      -c \${schema} --include-prefix game --gen-mutable --gen-object-api --scoped-enums
    DEPENDS \${schema})
  add_custom_command(
    OUTPUT \${GENERATED}/\${name}.bfbs
    COMMAND \${FLATC} -b --schema -o \${GENERATED} -I \${CMAKE_CURRENT_SOURCE_DIR}/schemas \${schema}
    DEPENDS \${schema})
  list(APPEND made \${GENERATED}/game/\${name}_generated.h \${GENERATED}/\${name}.bfbs)
endforeach()
add_custom_command(
  OUTPUT \${GENERATED}/orc.bin
  COMMAND \${FLATC} -o \${GENERATED} -b schemas/monster.fbs data/orc.json
  DEPENDS data/orc.json
  WORKING_DIRECTORY \${CMAKE_CURRENT_SOURCE_DIR})
add_executable(game main.cpp \${made} \${GENERATED}/orc.bin)
target_compile_features(game PRIVATE cxx_std_11)
target_compile_definitions(game PRIVATE FLATBUFFERS_LOCALE_INDEPENDENT=0)
target_include_directories(game PRIVATE \${GENERATED} runtime)
`;
  const program = `#include "game/monster_generated.h"
#include <cstdio>
int main(int, char **args) {
  unsigned char bytes[1000];
  std::FILE *file = std::fopen(args[1], "rb");
  const std::size_t size = std::fread(bytes, 1, sizeof bytes, file);
  flatbuffers::Verifier verifier(bytes, size);
  if (!Game::VerifyMonsterBuffer(verifier)) return 1;
  const auto monster = Game::GetMonster(bytes);
  std::printf("%s %d %s\\n", monster->name()->c_str(), monster->hp(), Game::EnumNameColor(monster->color()));
}
`;

  it('builds a program with the generated headers and data, once', async () => {
    const env = buildEnvironment();
    const folder = writeFiles(temporaryFolder(), {
      ...schemas,
      'CMakeLists.txt': project,
      'main.cpp': program,
    });
    await writeRuntime(path.join(folder, 'runtime'));
    const cmake = (...args: string[]): BuildRun => build(folder, env, 'cmake', ...args);
    expect(cmake('-S', '.', '-B', 'out')).toMatchObject({ status: 0 });
    expect(cmake('--build', 'out')).toMatchObject({ status: 0, stderr: '' });
    expect(build(folder, env, 'out/game', 'out/generated/orc.bin').stdout).toBe('Orc 80 Green\n');
    expect(existsSync(path.join(folder, 'out/generated/color.bfbs'))).toBe(true);
    // A schema that is newer and the same gives the same header, which counts as made nevertheless.
    expect(cmake('--build', 'out').stdout).not.toContain('Generating');
    const header = path.join(folder, 'out/generated/game/monster_generated.h');
    const long = new Date('2001-02-03T04:05:06Z');
    utimesSync(header, long, long);
    expect(cmake('--build', 'out').stdout).toContain('Generating generated/game/monster_generated.h');
    expect(statSync(header).mtimeMs).toBeGreaterThan(long.getTime());
    expect(cmake('--build', 'out').stdout).not.toContain('Generating');
  }, 300_000);

  it('stops at a schema with a mistake, and shows it', () => {
    const env = buildEnvironment();
    const broken = { ...schemas, 'schemas/monster.fbs': 'table Monster { hp:shrot; }\n' };
    const folder = writeFiles(temporaryFolder(), {
      ...broken,
      'CMakeLists.txt': project,
      'main.cpp': program,
    });
    expect(build(folder, env, 'cmake', '-S', '.', '-B', 'out')).toMatchObject({ status: 0 });
    const { status, stderr } = build(folder, env, 'cmake', '--build', 'out');
    expect(status).not.toBe(0);
    expect(stderr).toContain('monster.fbs:1:20: error ');
  }, 300_000);
});

describe.runIf(canBuildWith('make'))('make', () => {
  const makefile = `FLATC = flatc
SCHEMAS = monster color
OUTPUTS = $(SCHEMAS:%=out/%_generated.h) $(SCHEMAS:%=out/%.bfbs)

all: $(OUTPUTS)

out/%_generated.h: schemas/%.fbs
	$(FLATC) --cpp -I schemas -o out $<

out/%.bfbs: schemas/%.fbs
	$(FLATC) -b --schema -I schemas -o out $<

%.d: schemas/%.fbs
	$(FLATC) -M --cpp -b --schema -I schemas -o out $< > $@

include $(SCHEMAS:%=%.d)
`;

  it('makes what depends on an included schema anew, and nothing else', () => {
    const env = buildEnvironment();
    const folder = writeFiles(temporaryFolder(), { ...schemas, Makefile: makefile });
    expect(build(folder, env, 'make')).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(folder, 'monster.d'), 'utf8')).toContain('schemas/color.fbs');
    expect(build(folder, env, 'make').stdout).toBe("make: Nothing to be done for 'all'.\n");
    touch(path.join(folder, 'schemas/color.fbs'));
    const { stdout, status } = build(folder, env, 'make');
    expect(status).toBe(0);
    expect(stdout).toContain('flatc --cpp -I schemas -o out schemas/monster.fbs');
    expect(stdout).toContain('flatc -b --schema -I schemas -o out schemas/color.fbs');
  });

  it('ends with an error of flatc, and leaves no output behind', () => {
    const env = buildEnvironment();
    const folder = writeFiles(temporaryFolder(), {
      ...schemas,
      'schemas/color.fbs': 'enum Color : ghost {}\n',
      Makefile: makefile,
    });
    const { status, stderr } = build(folder, env, 'make', 'out/monster_generated.h');
    expect(status).not.toBe(0);
    expect(stderr).toContain('schemas/color.fbs:1:');
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  });
});

describe.runIf(canBuildWith('node'))('command lines of', () => {
  it('a Gradle plugin', () => {
    const { run, folder } = flatc(
      '--java --gen-mutable -o out/ -I schemas schemas/monster.fbs schemas/color.fbs',
    );
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
    expect([has(folder, 'out/Game/Monster.java'), has(folder, 'out/Game/Color.java')]).toEqual([true, true]);
  });

  it('a Bazel rule', () => {
    const { run, folder } = flatc(
      '-I ./ -I bazel-out/bin -I schemas --gen-object-api --gen-compare --no-includes --gen-mutable --reflect-names ' +
        '--cpp-ptr-type flatbuffers::unique_ptr -c -o bazel-out/bin/schemas schemas/monster.fbs',
    );
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(has(folder, 'bazel-out/bin/schemas/monster_generated.h')).toBe(true);
  });

  it('a build script of Cargo, which learns what there is instead', () => {
    const { run, folder } = flatc('--rust -o target/out schemas/monster.fbs');
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(/^error CLI-UNSUPPORTED: --rust: .*\n {2}hint: .*--cpp/);
    expect(has(folder, 'target')).toBe(false);
  });

  it('a script that asks for the version', () => {
    expect(flatc('--version').run).toEqual({ status: 0, stdout: 'flatc version 25.12.19\n', stderr: '' });
  });
});

function flatc(line: string): { run: BuildRun; folder: string } {
  const folder = writeFiles(temporaryFolder(), schemas);
  return { run: build(folder, buildEnvironment(), 'flatc', ...line.split(' ')), folder };
}

function has(folder: string, file: string): boolean {
  return existsSync(path.join(folder, file));
}

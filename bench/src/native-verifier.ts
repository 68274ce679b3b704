// The C++ verifier as a peer, where there are a C++ compiler and the FlatBuffers headers on this machine (Debian:
// libflatbuffers-dev with flatbuffers-compiler). Code that the reference compiler generates, in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Reference } from './reference.js';

/** Times the verification of the files named, so many runs of each: prints nanoseconds of work for one run on each line. */
const PROGRAM = `
#include "message_generated.h"
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <vector>

int main(int count, char **arguments) {
  for (int i = 1; i + 1 < count; i += 2) {
    std::ifstream file(arguments[i], std::ios::binary);
    std::vector<char> read((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    // Memory from operator new is aligned for all scalars.
    const uint8_t *bytes = reinterpret_cast<const uint8_t *>(read.data());
    const int runs = std::atoi(arguments[i + 1]);
    int valid = 0;
    const std::clock_t start = std::clock();
    for (int run = 0; run < runs; run++) {
      flatbuffers::Verifier verifier(bytes, read.size());
      valid += Bench::VerifyMessageBuffer(verifier);
    }
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    if (valid != runs) return 1;
    std::printf("%f\\n", seconds * 1e9 / runs);
  }
  return 0;
}
`;

/** A file to verify, and how often. */
export interface NativeCase {
  readonly bytes: Uint8Array;
  readonly runs: number;
}

/** A compiled program. */
export interface NativeVerifier {
  /** Nanoseconds that verifying each takes. */
  run(cases: readonly NativeCase[]): readonly number[];
  /** Removes what it has left behind. */
  close(): void;
}

/** The C++ verifier for `schema`, or why there is none. */
export function nativeVerifier(schema: string, reference: Reference): NativeVerifier | string {
  reference.prepare({ 'message.fbs': schema });
  reference.run(['--cpp', 'message.fbs']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  const program = path.join(folder, 'verify');
  writeFileSync(path.join(folder, 'message_generated.h'), reference.read('message_generated.h'));
  writeFileSync(path.join(folder, 'verify.cpp'), PROGRAM);
  const { status, stderr } = spawnSync('g++', ['-O3', '-DNDEBUG', '-o', program, 'verify.cpp'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) {
    close();
    return stderr?.split('\n').find((line) => line.includes('error')) ?? 'no g++';
  }
  return {
    run(cases) {
      const args = cases.flatMap(({ bytes, runs }, i) => {
        const file = path.join(folder, `${i}.bin`);
        writeFileSync(file, bytes);
        return [file, String(runs)];
      });
      const run = spawnSync(program, args, { encoding: 'utf8' });
      if (run.status !== 0) throw new Error('the C++ verifier refuses a message');
      return run.stdout.trim().split('\n').map(Number);
    },
    close,
  };
}

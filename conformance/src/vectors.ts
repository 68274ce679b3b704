// Runs a set of vectors as tests and keeps the ledger honest: a case listed in known-failures/<set>.txt must still
// fail, any other must pass. So the ledger can only shrink without someone editing it on purpose.
import { rejects } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);

/** Reads a file of `conformance/vectors/` as bytes. */
export function vectorBytes(path: string): Uint8Array {
  return readFileSync(new URL(`vectors/${path}`, root));
}

/** Reads a file of `conformance/vectors/` as text. */
export function vectorText(path: string): string {
  return readFileSync(new URL(`vectors/${path}`, root), 'utf8');
}

/** Reads a JSON file of `conformance/vectors/`; its shape is the caller's to state. */
export function vectorJson<T>(path: string): T {
  return JSON.parse(vectorText(path)) as T;
}

/** Names in the ledger of a set; lines that start with `#` are reasons. */
export function knownFailures(set: string): ReadonlySet<string> {
  const file = new URL(`known-failures/${set}.txt`, root);
  if (!existsSync(file)) return new Set();
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')));
}

/** One test a case: `check` throws when the case does not hold. */
export function runVectors<T>(
  set: string,
  cases: readonly T[],
  nameOf: (vector: T) => string,
  check: (vector: T) => void | Promise<void>,
): void {
  const ledger = knownFailures(set);
  const names = new Set(cases.map(nameOf));
  describe(`vectors of ${set}`, () => {
    it.each(cases.map((vector) => ({ name: nameOf(vector), vector })))('$name', async ({ name, vector }) => {
      if (!ledger.has(name)) await check(vector);
      else
        await rejects(
          async () => check(vector),
          () => true,
          `${name} passes now: take it off the ledger`,
        );
    });

    it('the ledger names existing cases only', () => {
      expect([...ledger].filter((name) => !names.has(name))).toEqual([]);
    });
  });
}

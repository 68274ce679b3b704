// --annotate beside the reference's: each section and each region with its place, bytes, machine type and value. What
// the remarks say is each program's own business.
import { parseSchema } from '@fb/idl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatc, type Oracle } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';
import { vectorBytes, vectorJson } from '../src/vectors.js';
import { runCli } from './cli-run.js';
import { randomDocument, randomNumbers } from './json-random.js';

interface AnnotateVector {
  readonly name: string;
  readonly schema: string;
  readonly binary: string;
  readonly flags: readonly string[];
}

const oracle = await flatc();

describe('buffers of the vectors', () => {
  const { cases } = vectorJson<{ cases: AnnotateVector[] }>('annotate/index.json');
  it.each(cases)('$name', async ({ name, schema, binary, flags }) => {
    const files = {
      [schema]: vectorBytes(`annotate/${schema}`),
      [binary]: vectorBytes(`annotate/${binary}`),
    };
    const args = ['--annotate', schema, ...flags, binary];
    const expected = oracle.run(args, files);
    const actual = await runCli(args, files);
    expect([actual.status, actual.stdout, actual.stderr]).toEqual([0, '', '']);
    expect([...actual.files.keys()]).toEqual([...expected.files.keys()]);
    const [theirs, ours] = [rowsOf(expected.files), rowsOf(actual.files)];
    expect(missing(theirs, ours)).toEqual([]);
    // With a size prefix the reference cannot read its own binary form of the schema, and says nothing.
    expect(theirs.length > 0).toBe(name !== 'prefixed');
  });

  it('may have a size prefix', async () => {
    const files = {
      'craft.fbs': vectorBytes('annotate/craft.fbs'),
      'd.bin': vectorBytes('annotate/prefixed.bin'),
    };
    const { files: written } = await runCli(['--annotate', 'craft.fbs', '--size-prefixed', 'd.bin'], files);
    expect(rowsOf(written).slice(0, 3)).toEqual([
      'header | 0000 | 1C 01 00 00 | int32_t | 0x0000011C',
      'header | 0004 | 28 00 00 00 | UOffset32 | 0x00000028 Loc: 0x002C',
      'header | 0008 | 53 4B 59 43 | char[4] | ',
    ]);
  });

  it('are named beside the input, whatever the output folder', async () => {
    const files = {
      'craft.fbs': vectorBytes('annotate/craft.fbs'),
      'a/b.c.bin': vectorBytes('annotate/craft.bin'),
      'a/plain': vectorBytes('annotate/craft.bin'),
    };
    const args = ['-o', 'out', '--annotate', 'craft.fbs', '-b', 'a/b.c.bin', '--', 'a/plain'];
    expect([...(await runCli(args, files)).files.keys()]).toEqual([...oracle.run(args, files).files.keys()]);
  });

  it.each([
    '--annotate ghost.fbs d.bin',
    '--annotate d.bin d.bin',
    '--annotate bad.fbs d.bin',
    '--annotate s.fbs',
    '--annotate',
    '--annotate s.fbs ghost.bin',
    '--annotate s.fbs d.bin ghost.bin',
  ])('flatc %s ends as the reference does', async (line) => {
    const files = { 's.fbs': 'table T {} root_type T;', 'bad.fbs': 'table T {', 'd.bin': new Uint8Array(12) };
    const expected = oracle.run(line.split(' '), files);
    const actual = await runCli(line.split(' '), files);
    expect([actual.status, [...actual.files.keys()]]).toEqual([expected.status, [...expected.files.keys()]]);
    expect(/^warning /m.test(actual.stderr)).toBe(/^warning:/m.test(expected.stderr));
  });
});

describe('random schemas and documents', () => {
  it('give the same sections, regions, types and values', { timeout: 300_000 }, async () => {
    let fresh: Oracle = oracle;
    let runs = 0;
    let compared = 0;
    let crashes = 0;
    await fc.assert(
      fc.asyncProperty(schemaText, fc.integer(), async (text, seed) => {
        const { schema } = parseSchema(text);
        if (schema === null || schema.root === null) return;
        // In vectors of unions the reference takes the tags for single bytes, whatever their type.
        if (/^union \w+ : (?!u?byte)/m.test(text)) return;
        if (++runs % 60 === 0) fresh = await flatc();
        // Tables that require themselves have no document.
        const document = attempt(() => randomDocument(schema, randomNumbers(seed)));
        if (document === null) return;
        const given = { 's.fbs': text, 'd.json': document };
        const [made] = [...fresh.run(['-b', '--allow-non-utf8', 's.fbs', 'd.json'], given).files.values()];
        if (made === undefined) return;
        const files = { 's.fbs': text, 'd.bin': made };
        const args = ['--annotate', 's.fbs', 'd.bin'];
        const expected = attempt(() => fresh.run(args, files));
        if (expected === null) {
          fresh = await flatc();
          crashes++;
          return;
        }
        const theirs = rowsOf(expected.files);
        const ours = rowsOf((await runCli(args, files)).files);
        // Buffers in buffers are looked into, where the reference lists their bytes.
        const looksInto = /nested_flatbuffer|flexbuffer/.test(text);
        const known = theirs.filter((row) => !looksInto || !/^vector \| \w+ \| \w\w \|/.test(row));
        expect(missing(known, ours)).toEqual([]);
        compared++;
      }),
      { numRuns: 500, seed: 8, endOnFailure: true },
    );
    expect(crashes).toBeLessThan(runs / 10);
    expect(compared).toBeGreaterThan(100);
  });
});

/** What `run` gives; `null` if it fails. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/** The regions that the reference knows and we do not show just so. What it takes for unknown, we may know. */
function missing(theirs: readonly string[], ours: readonly string[]): string[] {
  const shown = new Set(ours);
  return theirs.filter((row) => !/^unknown|\| int8_t\[\d+\] \||\|  \| $/.test(row) && !shown.has(row));
}

/** The regions of the one annotation, as facts about the buffer: section, place, bytes, type, value. Single bytes of padding are left out, as the reference does at times. */
function rowsOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  const [content] = [...files.values()];
  const rows: string[] = [];
  let section = '';
  for (const line of Buffer.from(content ?? [])
    .toString('latin1')
    .split('\n')) {
    const title = /^(\w+)(?: \(.*\))?:$/.exec(line);
    if (title !== null) section = title[1] ?? '';
    const cells = /^ {2}\+0x([0-9A-F]+) \| ((?:[0-9A-F]{2} ){1,8}) *\| (\S*) +\| (.*)$/.exec(line);
    if (cells === null) continue;
    const [, position = '', bytes = '', type = '', rest = ''] = cells;
    if (type === 'uint8_t[1]') continue;
    // The reference shows some signed numbers as unsigned; and only it marks bytes of fields that it does not know.
    const machineType = type.replace(/^\??u?(?=int)/, '');
    const value = /^(0x[0-9A-F]+) \(.*?\)( Loc: -?0x[0-9A-F]+)?/.exec(rest)?.slice(1).join('') ?? '';
    rows.push([section, position, bytes.trim(), machineType, value].join(' | '));
  }
  return rows;
}

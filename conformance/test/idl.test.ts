// Schemas against the reference compiler: what it accepts gives the same binary schema, what it refuses is refused
// for the same reason on the same line. Columns are not compared: the reference's stand behind the token, ours at it.
import { checkFeatures } from '@fb/codegen';
import { placeOf, type Diagnostic } from '@fb/diagnostics';
import { loadSchema, parseSchema, type Host, type LoadOptions } from '@fb/idl';
import type { Feature } from '@fb/schema';
import { writeBfbs } from '@fb/schema/bfbs';
import { describe, expect, it } from 'vitest';
import { runVectors, vectorBytes, vectorJson } from '../src/vectors.js';

interface Vector {
  readonly file: string;
  readonly expect: 'ok' | 'error';
  readonly flags: readonly string[];
  readonly code?: string;
  readonly line?: number;
  /** The file with the error, if it is an included one. */
  readonly error_file?: string;
  readonly warnings?: readonly string[];
  readonly bfbs?: string;
}

/** What the reference's generators support. */
const TARGETS: Readonly<Record<string, readonly Feature[]>> = {
  '--ts': [
    'structs and strings in unions',
    'vectors of unions',
    'union underlying types',
    'optional scalars',
    'string and vector defaults',
    'fixed arrays',
  ],
  '--java': ['structs and strings in unions', 'vectors of unions', 'optional scalars', 'fixed arrays'],
  '--python': ['optional scalars', 'fixed arrays'],
  '--php': ['structs and strings in unions', 'vectors of unions'],
};

/** What the reference finds at the end of a file only; ours points at the place that causes it. */
const FOUND_AT_END: ReadonlySet<string | undefined> = new Set(['NAME-UNDEF', 'LEX-EMPTY', 'LEAK', 'WERROR']);

/** Warnings that only ours gives. */
const OWN_WARNINGS: ReadonlySet<string> = new Set([
  'W-ENUM-DUP',
  'W-JSON-TAIL',
  'W-NAME-FAR',
  'W-NAME-OUTER',
  'W-STRUCT-SIZE',
]);

const host: Host = {
  readFile(path) {
    try {
      return vectorBytes(`idl/${path}`);
    } catch {
      return null;
    }
  },
};

/** What the reference accepts and this project refuses, with the code that says why; each has a test below. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'struct_recursive_array.fbs': 'TYPE-CYCLE',
  'root_predeclared_struct.fbs': 'NAME-ROOT-STRUCT',
  'rpc_forward_struct.fbs': 'TYPE-RPC',
};

runVectors(
  'idl',
  vectorJson<Vector[]>('idl/index.json').filter(({ file }) => !Object.hasOwn(DEVIATIONS, file)),
  ({ file }) => file,
  checkVector,
);

describe('deviations from the reference', () => {
  // The reference takes the size that an unfinished struct has so far, and does not look again at what was
  // mentioned as a table and turns out to be a struct.
  it.each(Object.entries(DEVIATIONS))('refuses %s with %s', (file, code) => {
    for (const strict of [true, false]) {
      const { schema, diagnostics } = loadSchema(file, host, { strict });
      expect(schema).toBeNull();
      expect(new Set(diagnostics.map((each) => each.code))).toContain(code);
    }
  });

  it('refuses an enum that is its own underlying type', () => {
    // The reference takes the type that an unfinished enum has so far.
    const { schema, diagnostics } = parseSchema('enum E : E { A }', { strict: true });
    expect(schema).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['TYPE-ENUM-BASE']);
  });
});

function checkVector(vector: Vector): void {
  const { schema, diagnostics } = loadSchema(vector.file, host, loadOptions(vector.flags));
  const targets = Object.keys(TARGETS).filter((flag) => vector.flags.includes(flag));
  const gates = targets.flatMap((name) =>
    schema === null ? [] : checkFeatures(schema, { name, supports: new Set(TARGETS[name]) }),
  );
  const errors = [...diagnostics, ...gates].filter(({ severity }) => severity === 'error');
  if (vector.expect === 'error') {
    expect(errors.map(({ code }) => code)).toContain(vector.code);
    const same = errors.filter(({ code }) => code === vector.code);
    if (!same.some((found) => isAt(found, vector)))
      throw new Error(`elsewhere: ${same.map(placeText).join(', ')}`);
  } else {
    expect(errors.map(placeText)).toEqual([]);
    if (schema === null) throw new Error('no schema');
    // The reference applies this flag too late for the output, but in time to forget the root.
    const written = vector.flags.includes('--root-type') ? { ...schema, root: null } : schema;
    if (vector.bfbs !== undefined)
      expectSameBytes(writeBfbs(written, bfbsOptions(vector.flags)), vector.bfbs);
  }
  const warnings = diagnostics.filter(
    ({ severity, code }) => severity === 'warning' && !OWN_WARNINGS.has(code),
  );
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(expectedWarnings(vector)));
}

function loadOptions(flags: readonly string[]): LoadOptions {
  return {
    strict: true,
    includePaths: flags.filter((_, i) => flags[i - 1] === '-I'),
    allowNonUtf8: flags.includes('--allow-non-utf8'),
    requireIds: flags.includes('--require-explicit-ids'),
    forbidPrivateLeaks: flags.includes('--no-leak-private-annotation'),
    noWarnings: flags.includes('--no-warnings'),
    warningsAsErrors: flags.includes('--warnings-as-errors'),
    shortUnionNames: flags.includes('--no-union-value-namespacing'),
  };
}

function bfbsOptions(flags: readonly string[]): Parameters<typeof writeBfbs>[1] {
  const root = flags[flags.indexOf('--bfbs-filenames') + 1];
  return {
    // A generator's flag forgets this one, so that it must come later.
    comments: flags.indexOf('--bfbs-comments') > flags.indexOf('-b'),
    builtins: flags.includes('--bfbs-builtins'),
    ...(flags.includes('--bfbs-filenames') && root !== undefined ? { projectRoot: root } : {}),
  };
}

/** The reference forgets the warnings of included files. */
function expectedWarnings({ file, warnings = [] }: Vector): readonly string[] {
  return file === 'inc/main_quiet.fbs' ? ['W-CASE'] : warnings;
}

function isAt(found: Diagnostic, vector: Vector): boolean {
  if (vector.line === undefined || found.span === null) return true;
  const { source, start } = found.span;
  const { line } = source.position(start);
  if (source.path !== (vector.error_file ?? vector.file)) return false;
  return FOUND_AT_END.has(vector.code) ? line <= vector.line : line === vector.line;
}

function expectSameBytes(actual: Uint8Array, file: string): void {
  const wanted = vectorBytes(`idl/${file}`);
  expect(
    Buffer.compare(actual, wanted),
    `${actual.length} bytes differ from the ${wanted.length} of ${file}`,
  ).toBe(0);
}

function placeText({ code, span, message }: Diagnostic): string {
  return `${span === null ? '' : placeOf(span)} ${code} ${message}`;
}

// Command lines to which flatc and ours give different answers on purpose, each with its row in docs/deviations.md.
import { REFUSED, type Summary } from './summary.js';

/** What ours does with a command line. */
type Answer =
  | { readonly kind: 'refuses' }
  | { readonly kind: 'like'; readonly line: string }
  | { readonly kind: 'but'; readonly changes: Partial<Summary> };

/** Command lines that differ for one reason. */
export interface Difference {
  /** The first cell of its row in docs/deviations.md. */
  readonly row: string;
  readonly lines: Readonly<Record<string, Answer>>;
  /** What standard input has; nothing if it is left out. */
  readonly stdin?: string;
}

/** An error, and nothing is written. */
const refuses: Answer = { kind: 'refuses' };

/** It does what the reference does with another command line. */
function like(line: string): Answer {
  return { kind: 'like', line };
}

/** It does what the reference does, but for `changes`; where the reference fails, nothing but them. */
function but(changes: Partial<Summary>): Answer {
  return { kind: 'but', changes };
}

/** What is expected of ours, given what the reference does with the line, or with the one that ours is `like`. */
export function expectedSummary(answer: Answer, reference: Summary): Summary {
  switch (answer.kind) {
    case 'refuses':
      return REFUSED;
    case 'like':
      return reference;
    case 'but':
      return reference.status === 0
        ? { ...reference, ...answer.changes }
        : { ...REFUSED, status: 0, says: 'nothing', ...answer.changes };
  }
}

/** Options for languages that are not generated here, with both spellings. */
const LANGUAGES =
  '-n --csharp -d --dart -g --go --kotlin --kotlin-kmp --lobster -l --lua --nim --php -r --rust --swift'.split(
    ' ',
  );

/** What the build that tests compare with has beside the options of flatc. */
export const additions: readonly string[] = ['--aligned', '--sql', '--jsonschema-xflatbuffers'];

/** Options that differ whatever stands around them. */
export const differentOptions: ReadonlySet<string> = new Set([
  ...LANGUAGES,
  ...additions,
  '--proto',
  '--bfbs-gen-embed',
]);

/** All of them. */
export const differences: readonly Difference[] = [
  {
    row: 'languages other than C++, Java, Python and TypeScript',
    lines: Object.fromEntries(
      [...LANGUAGES.map((option) => `${option} s.fbs`), '-M --rust s.fbs', '-b --go s.fbs d.json'].map(
        (line) => [line, refuses],
      ),
    ),
  },
  {
    row: '`--aligned`, `--sql`, `--jsonschema-xflatbuffers`, schemas called `.schema.json`: additions of the build that tests compare with',
    lines: {
      '--sql s.fbs': refuses,
      '--jsonschema --jsonschema-xflatbuffers s.fbs': refuses,
    },
  },
  {
    row: '`--grpc`',
    lines: {
      '--ts --grpc svc.fbs': but({ files: ['a.ts', 'a/q.ts', 'svc.ts'] }),
      '--ts --grpc -o out svc2.fbs': but({ files: ['out/q.ts', 'out/svc2.ts'] }),
    },
  },
  {
    row: '`--gen-onefile`',
    lines: {
      '-j --gen-onefile -o out ns.fbs': but({
        files: ['out/One/Two/E.java', 'out/One/Two/T.java', 'out/One/Two/U.java'],
      }),
    },
  },
  {
    row: '`--cpp-std` of what is no standard, without `--cpp`',
    lines: { '-b --cpp-std=1 s.fbs': refuses, '-b --cpp-std c++98 s.fbs d.json': refuses },
  },
  {
    row: '`--python-version` of what is no version',
    lines: { '-p --python-version x s.fbs': refuses },
  },
  {
    row: '`--bfbs-gen-embed` with `-b` or `-t`',
    lines: {
      '-b --bfbs-gen-embed s.fbs': like('-b s.fbs'),
      '--bfbs-gen-embed -b plain.fbs d.json': like('-b plain.fbs d.json'),
      '--bfbs-gen-embed -t -o out s.fbs d.json': like('-t -o out s.fbs d.json'),
      '--bfbs-gen-embed -b rootless.fbs': like('-b rootless.fbs'),
    },
  },
  {
    row: '`--schema` with `-t`',
    lines: { '--schema -t s.fbs': like('-t s.fbs') },
  },
  {
    row: 'a buffer after `--` with `-b --schema`',
    lines: { '-b --schema s.fbs -- d.ttt': like('-b --schema s.fbs d.json') },
  },
  {
    row: 'a data file that is named again after another one',
    lines: {
      '-b -o out s.fbs d.json sub/deep.name.json d.json': like('-b -o out s.fbs d.json sub/deep.name.json'),
    },
  },
  {
    row: '`--jsonschema --root-type`',
    lines: { '--jsonschema --root-type Other s.fbs': like('--jsonschema root/s.fbs') },
  },
  {
    row: '`-M`',
    lines: {
      '-M -b s.fbs d.json': but({ prints: ['d.ttt: d.json s.fbs'] }),
      '-M -t s.fbs d.json': but({ prints: ['d.json: d.json s.fbs'] }),
      '-M -t -o out s.fbs -- d.ttt': but({ prints: ['out/d.json: d.ttt s.fbs'] }),
      '-M -b --flexbuffers any.json': but({ prints: ['any.bin: any.json'] }),
      '-M --ts s.fbs': but({ prints: ['other.ts: s.fbs', 's.ts: s.fbs', 't.ts: s.fbs'] }),
      '-M -j -o out main.fbs': but({ prints: ['out/M.java: lib/part.fbs main.fbs'] }),
      '-M --python s.fbs': but({ prints: ['Other.py: s.fbs', 'T.py: s.fbs'] }),
      '-M --jsonschema s.fbs': but({ prints: ['s.schema.json: s.fbs'] }),
      "-M -b --schema 'we ird.fbs'": but({ prints: ['we\\ ird.bfbs: we\\ ird.fbs'] }),
    },
  },
  {
    row: 'a buffer to print',
    lines: { '-t -o out s.fbs -- unended.ttt': refuses },
  },
  {
    row: 'a data file that is overwritten by what is made of it',
    lines: {
      '-t s.fbs d.json': but({ says: 'warning' }),
      '-b -t s.fbs d.json': but({ says: 'warning' }),
      's.fbs d.json --json --binary': but({ says: 'warning' }),
      '-t --warnings-as-errors s.fbs d.json': but({ says: 'warning' }),
      '-b s.fbs -- -- d.ttt': but({ says: 'warning' }),
      '-b s.fbs -- --json d.ttt': but({ says: 'warning' }),
    },
  },
  {
    row: '`--no-warnings`',
    lines: {
      '-c --no-warnings --gen-includes s.fbs': but({ says: 'nothing' }),
      '--proto --no-warnings plain.proto': but({ says: 'nothing' }),
    },
  },
  {
    row: '`--annotate` with a damaged binary schema',
    lines: { '--annotate bin/cut.bfbs d.ttt': refuses },
  },
  {
    row: '`--annotate` of JSON text',
    lines: { '--annotate s.fbs d.json': refuses, '--annotate s.fbs noext': refuses },
  },
  {
    row: '`--annotate --file-names-only`',
    lines: { '--annotate s.fbs --file-names-only d.ttt': but({ files: [], prints: ['d.afb'] }) },
  },
  {
    row: '`--proto` with other outputs',
    lines: {
      '--proto -c plain.proto': refuses,
      '--proto -b plain.proto': refuses,
      '--proto --conform ev1.fbs plain.proto': refuses,
    },
  },
  {
    row: 'FlexBuffers in `-b -t`, or after `--`',
    lines: {
      '-t --flexbuffers -o out -- any.flex': like('-t --flexbuffers -o out any.flex'),
      '-t --flexbuffers --raw-binary -o out -- any.flex': like('-t --flexbuffers -o out any.flex'),
    },
  },
  {
    row: 'a NUL byte behind JSON text with `--flexbuffers`',
    lines: { '-b --flexbuffers zero.json': refuses },
  },
  {
    row: 'two data files for one output',
    lines: { '-b s.fbs d.json root/d.json': refuses },
  },
  {
    row: '`-` among the files, `-o -`',
    stdin: '{ a: 8 }',
    lines: {
      '-b -o out s.fbs -': like('-b -o out s.fbs stdin.json'),
      '-t -o - s.fbs d.json': but({
        files: [],
        bytes: {},
        prints: ['    1,', '    2', '  ]', '  a: 1,', '  s: "x",', '  v: [', '{', '}'],
      }),
    },
  },
];

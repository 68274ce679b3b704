// The help text: the option table by topic, for people. The short usage for command lines that went wrong.
import { OPTIONS, TOPIC_NAMES, TOPICS, type Option, type Topic } from './options.js';
import type { Painter } from './paint.js';
import { SUMMARIES } from './subcommands/summaries.js';
import { FLATC_VERSION, packageVersion } from './version.js';

const USAGE = 'Usage: flatc [OPTION]... FILE... [-- BINARY_FILE...]';
const PROJECT = '       flatc [--config FILE]    what flatc.config.json asks for (flatc init writes one)';

const FILES = [
  'FILE         a schema (.fbs), or JSON data of the schema before it',
  'BINARY_FILE  a FlatBuffer of the schema before it',
];

const EXAMPLES = [
  ['flatc --ts -o src/generated monster.fbs', 'TypeScript for every type'],
  ['flatc -b monster.fbs orc.json', 'JSON to binary: orc.bin'],
  ['flatc --json --raw-binary monster.fbs -- orc.bin', 'binary to JSON: orc.json'],
  ['flatc -b --schema monster.fbs', 'the schema as a buffer: monster.bfbs'],
] as const;

const TOPIC_EXAMPLES: Readonly<Partial<Record<Topic, readonly (readonly [line: string, what: string])[]>>> = {
  'What to generate': [
    ['flatc --ts --jsonschema -o out monster.fbs', 'several outputs in one run'],
    ['flatc --annotate monster.fbs orc.bin', 'what each byte of orc.bin is: orc.afb'],
  ],
  Files: [
    ['flatc --ts -I shared -o out monster.fbs', 'included schemas are in shared/ too'],
    ['flatc --ts --dry-run -o out monster.fbs', 'what would be written'],
    ['flatc -b -o - monster.fbs - < orc.json > orc.bin', 'from standard input to standard output'],
  ],
  Schemas: [
    ['flatc --conform released.fbs monster.fbs', 'may monster.fbs follow released.fbs?'],
    ['flatc -b --root-type Weapon monster.fbs axe.json', 'data of another type than the root'],
  ],
  'Binary data': [
    ['flatc -t --raw-binary monster.fbs -- orc.bin', 'a buffer without a file identifier'],
    ['flatc -b --flexbuffers any.json', 'no schema: a FlexBuffer'],
  ],
  'Binary schemas': [['flatc -b --schema --bfbs-comments monster.fbs', 'monster.bfbs, with documentation']],
  JSON: [['flatc -t --strict-json --defaults-json monster.fbs -- orc.mon', 'for any reader of JSON']],
  TypeScript: [
    ['flatc --ts --gen-object-api --ts-import-ext none -o src/generated monster.fbs', 'for bundlers'],
  ],
  'Proto files': [['flatc --proto --oneof-union messages.proto', 'messages.fbs']],
  Messages: [['flatc -b --json-diagnostics --warnings-as-errors monster.fbs orc.json', 'for programs']],
};

/** What outputs cannot hold yet, by the option that asks for them. */
const LIMITS: Readonly<Record<string, string>> = {
  '--python':
    'Python code cannot look up by key, verify or change buffers, as its runtime cannot. Refused are unions of anything but ' +
    'tables, vectors of unions, defaults of strings and vectors, and 64-bit offsets.',
  '--jsonschema':
    'A JSON Schema says nothing of defaults. Refused are schemas without a root type, optional scalars, defaults of strings ' +
    'and vectors, vectors of unions, structs and strings in unions, unions with an underlying type, and 64-bit offsets.',
};

/** The column where explanations start. */
const COLUMN = 32;

/** The whole help text, wrapped at `width` columns. */
export function helpText(width: number, paint: Painter): string {
  const lines = [
    `flatc, the FlatBuffers schema compiler (@fb/cli ${packageVersion()}, compatible with flatc ${FLATC_VERSION})`,
    '',
    USAGE,
    PROJECT,
    '',
    ...FILES.map((line) => `  ${line}`),
    '',
    paint('heading', 'Examples:'),
    ...EXAMPLES.map(([command, what]) => `  ${command.padEnd(50)}${what}`),
  ];
  lines.push('', paint('heading', 'Subcommands (as the first word, if no file is called so):'));
  for (const [name, summary] of Object.entries(SUMMARIES)) lines.push(`  ${name.padEnd(12)}${summary}`);
  for (const topic of TOPICS) lines.push('', paint('heading', `${topic}:`), ...topicLines(topic, width));
  lines.push(
    '',
    'Short options stand before the first file. Outputs are named after their input.',
    'flatc help TOPIC shows one part with examples, flatc help OPTION one option.',
    'Topics:',
    ...wrap(Object.values(TOPIC_NAMES).join(' '), width - 2).map((line) => `  ${line}`),
  );
  return `${lines.join('\n')}\n`;
}

/** The options of one topic, with command lines that show them. */
export function topicText(topic: Topic, width: number, paint: Painter): string {
  const examples = TOPIC_EXAMPLES[topic] ?? [];
  const lines = [paint('heading', `${topic}:`), ...topicLines(topic, width)];
  const limits = OPTIONS.filter(
    (option) => option.topic === topic || option.names.includes(`--${TOPIC_NAMES[topic]}`),
  );
  lines.push(...limits.flatMap((option) => limitLines(option, width)));
  if (examples.length > 0) {
    lines.push('', paint('heading', 'Examples:'));
    for (const [command, what] of examples) lines.push(`  ${command}`, `      ${what}`);
  }
  return `${lines.join('\n')}\n`;
}

/** One option, with what it cannot do. */
export function optionText(option: Option, width: number, paint: Painter): string {
  const lines = [
    paint('heading', `${option.topic} (flatc help ${TOPIC_NAMES[option.topic]}):`),
    ...(option.help === '' ? [`  ${option.names.join(', ')}`] : optionLines(option, width)),
    ...limitLines(option, width),
  ];
  return `${lines.join('\n')}\n`;
}

function limitLines({ names }: Option, width: number): string[] {
  const text = names.map((name) => LIMITS[name]).find((limits) => limits !== undefined);
  return text === undefined ? [] : ['', ...wrap(text, width - 2).map((line) => `  ${line}`)];
}

/** What a mistaken command line is told, after the mistake itself. */
export function usageText(): string {
  return `${USAGE}\nAll options: flatc --help\n`;
}

function topicLines(topic: Topic, width: number): string[] {
  const rows = OPTIONS.filter((option) => option.topic === topic && option.deprecated === null);
  if (rows.every(({ help }) => help === '')) {
    const spellings = rows.map(({ names }) => names.filter((name) => !name.includes('=')).join('/'));
    return wrap(spellings.join(' '), width - 2).map((line) => `  ${line}`);
  }
  return rows.flatMap((option) => optionLines(option, width));
}

function optionLines(option: Option, width: number): string[] {
  const indent = option.names[0]?.startsWith('--') ? '      ' : '  ';
  const value = option.value === null ? '' : ` ${option.value}`;
  const spelling = `${indent}${option.names.join(', ')}${value}`;
  const [first = '', ...more] = wrap(option.help, Math.max(30, width - COLUMN));
  const rest = more.map((line) => ' '.repeat(COLUMN) + line);
  return spelling.length + 2 > COLUMN
    ? [spelling, ' '.repeat(COLUMN) + first, ...rest]
    : [spelling.padEnd(COLUMN) + first, ...rest];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

// The help text: the option table by topic, for people. The short usage for command lines that went wrong.
import { OPTIONS, TOPICS, type Option, type Topic } from './options.js';
import type { Painter } from './paint.js';
import { FLATC_VERSION, packageVersion } from './version.js';

const USAGE = 'Usage: flatc [OPTION]... FILE... [-- BINARY_FILE...]';

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

/** The column where explanations start. */
const COLUMN = 32;

/** The whole help text, wrapped at `width` columns. */
export function helpText(width: number, paint: Painter): string {
  const lines = [
    `flatc, the FlatBuffers schema compiler (@fb/cli ${packageVersion()}, compatible with flatc ${FLATC_VERSION})`,
    '',
    USAGE,
    '',
    ...FILES.map((line) => `  ${line}`),
    '',
    paint('heading', 'Examples:'),
    ...EXAMPLES.map(([command, what]) => `  ${command.padEnd(50)}${what}`),
  ];
  for (const topic of TOPICS) lines.push('', paint('heading', `${topic}:`), ...topicLines(topic, width));
  lines.push('', 'Short options stand before the first file. Outputs are named after their input.');
  return `${lines.join('\n')}\n`;
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

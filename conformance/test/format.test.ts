// Formatting schemas: nothing is lost, nothing changes its meaning, and formatting twice is formatting once. Over the
// vectors, over random schemas with blanks and comments strewn in, and over texts that are damaged.
// FORMAT_RUNS sets how many random texts each property gets.
import { existsSync } from 'node:fs';
import { format, parseSchema, type LoadOptions } from '@fb/idl';
import { writeBfbs } from '@fb/schema/bfbs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaText } from '../src/random-schema.js';
import { vectorJson, vectorText } from '../src/vectors.js';

const numRuns = Number(process.env['FORMAT_RUNS'] ?? 150);
/** The same texts in every run; other ones on request. */
const seed = Number(process.env['FORMAT_SEED'] ?? 1);
const timeout = 60_000 + numRuns * 50;

interface Vector {
  readonly file: string;
  readonly expect: 'ok' | 'error';
}

const vectors = vectorJson<Vector[]>('idl/index.json').filter(({ file }) =>
  existsSync(new URL(`../vectors/idl/${file}`, import.meta.url)),
);

/** Comments, strings, words and numbers, punctuation. */
const TOKEN = /\/\/[^\r\n]*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|[\w.+-]+|\S/g;
const BLANKS = ['', ' ', '  ', '\n', '\r\n', '\n\n\n', '\t'];
const COMMENTS = [
  ' // line  \n',
  '\n// own line\n',
  '\n\n// apart\n\n',
  '// at once\r\n',
  ' /* in between */ ',
  '/**/',
  '\n/*\n * with\n     * stars\n */\n',
  '/* a\r\n  drawing */',
  '\n/// doc  \n',
  '\n\n///\n/// two\n// no\n',
];

/** A text and how to strew trivia into it. */
const strewn = fc.tuple(schemaText, fc.infiniteStream(fc.nat(40))).map(([text, dice]) => strew(text, dice));

function strew(text: string, dice: Iterator<number>): string {
  const roll = (): number => Number(dice.next().value);
  let out = '';
  let before = '';
  for (const token of text.match(TOKEN) ?? []) {
    const trivia =
      roll() < 8 ? (COMMENTS[roll() % COMMENTS.length] ?? '') : (BLANKS[roll() % BLANKS.length] ?? '');
    const glued = trivia === '' && /[\w.+-]$/.test(before) && /^[\w.+(-]/.test(token);
    out += glued || token.startsWith('///') ? `\n${token}` : trivia + token;
    before = token;
    if (token.startsWith('//')) out += '\n';
  }
  return out;
}

/** The text as tokens and comments, without what formatting may change: commas before braces, blanks in comments. */
function content(text: string): readonly string[] {
  const found = text.replace(/^\ufeff/, '').match(TOKEN) ?? [];
  // Blanks may stand around the dots of a name.
  const tokens = found.flatMap((token) =>
    /^\.?[A-Za-z_]/.test(token) ? token.split(/(?=[.+-])|(?<=[.+-])/) : [token],
  );
  const plain = tokens.map((token) =>
    token.startsWith('/*') ? token.replace(/\s+/g, ' ') : /^\/\/(?!\/)/.test(token) ? token.trimEnd() : token,
  );
  return plain.filter((token, index) => {
    if (token !== ',') return true;
    return plain.slice(index + 1).find((next) => !isComment(next)) !== '}';
  });
}

function isComment(token: string): boolean {
  return /^\/[/*]/.test(token);
}

/** The binary schema with all that it can hold; `null` if the text is refused. */
function binary(text: string, options: LoadOptions = {}): string | null {
  const { schema } = parseSchema(text, options);
  return schema === null
    ? null
    : Buffer.from(writeBfbs(schema, { comments: true, builtins: true })).toString('hex');
}

/** Checks all that formatting promises of a text. */
function check(text: string): void {
  const { text: once, diagnostics } = format(text);
  // Text that was not understood comes back as it is, which keeps every promise but those of the layout.
  expect(diagnostics.length === 0 || once === text).toBe(true);
  if (diagnostics.length === 0) checkFormatted(text, once);
}

function checkFormatted(text: string, once: string): void {
  expect(content(once)).toEqual(content(text));
  // What is in block comments stays, empty lines too.
  expect(once.replace(/\/\*[^]*?\*\//g, '/**/')).not.toMatch(/^\ufeff|\r|\n\n\n|^\n|[^\n]$/);
  expect(format(once)).toEqual({ text: once, diagnostics: [] });
  for (const strict of [false, true]) expect(binary(once, { strict })).toBe(binary(text, { strict }));
}

describe('formatting changes layout only', () => {
  it.each(vectors)('$file', ({ file, expect: verdict }) => {
    const text = vectorText(`idl/${file}`);
    expect(verdict !== 'ok' || format(text).diagnostics.length === 0).toBe(true);
    check(text);
  });

  it('the tutorial keeps its dialect', () => {
    const text = vectorText('tutorial/monster.fbs');
    check(text);
    expect(format(text).text).toContain('mana:short (default = 150);');
  });

  it(
    'random schemas',
    () => {
      fc.assert(fc.property(schemaText, check), { numRuns });
    },
    timeout,
  );

  it(
    'random schemas with blanks and comments anywhere',
    () => {
      fc.assert(
        fc.property(strewn, (text) => {
          expect(format(text).diagnostics.map(({ code }) => code)).toEqual([]);
          check(text);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'damaged texts',
    () => {
      const source = fc.oneof(
        fc.constantFrom(...vectors.map(({ file }) => vectorText(`idl/${file}`))),
        strewn,
      );
      const edit = fc.record({
        at: fc.nat(),
        count: fc.nat(3),
        put: fc.constantFrom(
          '',
          ' ',
          '\n',
          '\r',
          '\r\n',
          ';',
          ',',
          '/',
          '*',
          '//',
          '/*',
          '*/',
          '///',
          '{',
          '}',
          '(',
          ')',
          '"',
          '\ufeff',
          'a',
          '0',
          '.',
        ),
      });
      fc.assert(
        fc.property(source, fc.array(edit, { minLength: 1, maxLength: 3 }), (original, edits) => {
          let text = original;
          for (const { at, count, put } of edits) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + put + text.slice(start + count);
          }
          check(text);
        }),
        { numRuns: numRuns * 3, seed },
      );
    },
    timeout,
  );
});

import { defineCatalogue, error, warning, type Diagnostic } from '@fb/diagnostics';
import { describe, expect, it } from 'vitest';
import { messages } from '../src/messages.js';
import { reporter, type WarningPolicy } from '../src/report.js';

const catalogue = defineCatalogue({ BAD: error`bad ${'what'}`, 'W-ODD': warning`odd ${'what'}` });
const findings = [
  catalogue.create('W-ODD', null, { what: 'hat' }),
  catalogue.create('BAD', null, { what: 'luck' }, { hint: 'try again' }),
];

function shown(
  policy: Partial<WarningPolicy>,
  terminal: { isTTY?: boolean } = {},
  env: Record<string, string> = {},
  diagnostics: readonly Diagnostic[] = findings,
): [text: string, goOn: boolean] {
  let text = '';
  const stderr = { ...terminal, write: (part: string) => (text += part) };
  const report = reporter(
    { stdout: stderr, stderr, cwd: '.', env },
    { noWarnings: false, warningsAsErrors: false, ...policy },
  );
  const goOn = report(diagnostics);
  return [text, goOn];
}

describe('report', () => {
  it('shows every finding and stops at errors only', () => {
    expect(shown({})).toEqual(['warning W-ODD: odd hat\nerror BAD: bad luck\n  hint: try again\n', false]);
    expect(shown({}, {}, {}, findings.slice(0, 1))).toEqual(['warning W-ODD: odd hat\n', true]);
    expect(shown({}, {}, {}, [])).toEqual(['', true]);
  });

  it('keeps warnings quiet, and then they do not count', () => {
    expect(shown({ noWarnings: true })).toEqual(['error BAD: bad luck\n  hint: try again\n', false]);
    expect(shown({ noWarnings: true, warningsAsErrors: true }, {}, {}, findings.slice(0, 1))).toEqual([
      '',
      true,
    ]);
  });

  it('lets warnings count as an error', () => {
    const [text, goOn] = shown({ warningsAsErrors: true }, {}, {}, findings.slice(0, 1));
    expect(text).toMatch(/^warning W-ODD: odd hat\nerror WERROR: /);
    expect(goOn).toBe(false);
  });

  it('lets warnings about files pass, whatever counts as an error', () => {
    const replaced = messages.create('W-OUTPUT-IS-DATA', null, { path: 'd.json' });
    const [text, goOn] = shown({ warningsAsErrors: true }, {}, {}, [replaced]);
    expect(text).toMatch(/^warning W-OUTPUT-IS-DATA: .*\n$/);
    expect(goOn).toBe(true);
  });

  it('shows a hundred errors and a hundred warnings, and counts the rest', () => {
    const many = Array.from({ length: 250 }, () => findings).flat();
    const [text, goOn] = shown({}, {}, {}, [...many, ...findings]);
    expect(text.match(/^error BAD/gm)).toHaveLength(100);
    expect(text.match(/^warning W-ODD/gm)).toHaveLength(100);
    expect(text).toMatch(/\nand 151 more errors\nand 151 more warnings\n$/);
    expect(goOn).toBe(false);
    expect(shown({}, {}, {}, many.slice(0, 202))[0]).toMatch(/and 1 more error\nand 1 more warning\n$/);
    expect(shown({}, {}, {}, many.slice(0, 200))[0]).not.toContain('more');
  });

  it.each<[string, { isTTY?: boolean }, Record<string, string>, boolean]>([
    ['a pipe', {}, {}, false],
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal that cannot', { isTTY: true }, { TERM: 'dumb' }, false],
    ['a terminal with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a pipe with FORCE_COLOR', {}, { FORCE_COLOR: '1' }, true],
    ['a terminal with FORCE_COLOR=0', { isTTY: true }, { FORCE_COLOR: '0' }, false],
  ])('on %s', (_name, terminal, env, colored) => {
    expect(shown({}, terminal, env)[0].includes('\u001b[')).toBe(colored);
  });

  it('cannot be led to say more than one thing to GitHub', () => {
    const odd = [catalogue.create('BAD', null, { what: '100%\r\n::error::x' }, { hint: 'a,b:c' })];
    expect(shown({ format: 'github' }, {}, {}, odd)).toEqual([
      '::error title=BAD::bad 100%25%0D%0A::error::x%0Ahint: a,b:c\n',
      false,
    ]);
  });

  it('gives programs all there is', () => {
    const many = Array.from({ length: 250 }, () => findings).flat();
    const [text] = shown({ format: 'json' }, {}, {}, many);
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as Diagnostic).severity),
    ).toHaveLength(500);
  });
});

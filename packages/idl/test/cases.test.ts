// One case a message: cases/<code>.fbs (or cases/<code>/main.fbs with what it includes) and beside it, in a .txt, what
// is said about it. A first line `// load: {...}` holds options. To record the texts anew after a change of wording:
//   RECORD=1 npx vitest run --project idl
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderDiagnostic } from '@fb/diagnostics';
import { describe, expect, it } from 'vitest';
import { loadSchema, messages, type Host, type LoadOptions } from '../src/index.js';

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => !name.endsWith('.txt'))
  .map((name) => name.replace(/\.fbs$/, ''));

const host: Host = {
  readFile(path) {
    const url = new URL(path, folder);
    return existsSync(url) ? new Uint8Array(readFileSync(url)) : null;
  },
};

describe('cases', () => {
  it('has a case for every message, and no others', () => {
    expect(names.toSorted()).toEqual(Object.keys(messages.messages).toSorted());
  });

  it.each(names)('%s', (name) => {
    const path = existsSync(new URL(`${name}.fbs`, folder)) ? `${name}.fbs` : `${name}/main.fbs`;
    const { schema, diagnostics } = loadSchema(path, host, optionsOf(path));
    expect(diagnostics.map(({ code }) => code)).toContain(name);
    expect(schema === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    const text = `${diagnostics.map((each) => renderDiagnostic(each)).join('\n')}\n`;
    const file = new URL(`${name}.txt`, folder);
    if (process.env['RECORD'] === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

function optionsOf(path: string): LoadOptions {
  const line = /^\/\/ load: (.*)/.exec(readFileSync(new URL(path, folder), 'utf8'))?.[1];
  return line === undefined ? {} : (JSON.parse(line) as LoadOptions);
}

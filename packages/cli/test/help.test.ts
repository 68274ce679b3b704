import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPTIONS } from '../src/options.js';
import { run } from '../src/index.js';
import { flatc, temporaryFolder } from './temporary-folder.js';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

async function shown(args: string[], terminal: { isTTY?: boolean; columns?: number }): Promise<string> {
  let text = '';
  const stdout = { ...terminal, write: (part: string) => (text += part) };
  await run(args, { stdout, stderr: stdout, cwd: '.', env: {} });
  return text;
}

describe('--help', () => {
  it('names every option that is not deprecated', async () => {
    const { status, stdout, stderr } = await flatc(temporaryFolder(), ['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { names, deprecated } of OPTIONS) {
      if (deprecated !== null) continue;
      for (const name of names.filter((spelling) => !spelling.includes('='))) expect(stdout).toContain(name);
    }
  });

  it.each([60, 80, 100, 300])('fits a terminal of %i columns', async (columns) => {
    const lines = (await shown(['--help'], { columns })).split('\n');
    const options = lines.slice(lines.indexOf('What to generate:'));
    expect(Math.max(...options.map((line) => line.length))).toBeLessThanOrEqual(
      Math.min(Math.max(columns, 80), 100),
    );
  });

  it('has colours on a terminal only', async () => {
    expect(await shown(['--help'], { isTTY: true })).toContain('\u001b[');
    expect(await shown(['--help'], {})).not.toContain('\u001b');
  });
});

describe('--version', () => {
  it("is flatc's line and nothing else for programs", async () => {
    expect(await shown(['--version'], {})).toBe('flatc version 25.12.19\n');
  });

  it('also tells a person what this is', async () => {
    expect(await shown(['--version'], { isTTY: true })).toBe(
      `flatc version 25.12.19\n@fb/cli ${manifest.version}, compatible with flatc 25.12.19\n`,
    );
  });
});

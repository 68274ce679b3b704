// What the blocks of a page mean; the pages themselves are tried in pages.test.ts.
import type { Oracle } from '@fb/conformance/oracle';
import { expect, it } from 'vitest';
import { readPage } from '../src/page.js';
import { Project } from '../src/project.js';
import { runPage } from '../src/run-page.js';

const fence = (info: string, content: string): string => `\`\`\`${info}\n${content}\n\`\`\`\n`;

it('tells commands of the reference compiler, commands that fail, and files apart', () => {
  const { steps } = readPage(
    fence('sh reference', 'flatc --version') +
      fence('sh fails', 'false') +
      fence('sh', '# a comment\none \\\n  two\nthree') +
      fence('text', 'printed') +
      fence('ts [src/main.ts] excerpt', 'const a = 1;'),
  );
  expect(steps).toEqual([
    { kind: 'run', line: 1, commands: ['flatc --version'], prints: null, fails: false, reference: true },
    { kind: 'run', line: 4, commands: ['false'], prints: null, fails: true, reference: false },
    {
      kind: 'run',
      line: 7,
      commands: ['one    two', 'three'],
      prints: 'printed\n',
      fails: false,
      reference: false,
    },
    { kind: 'excerpt', line: 16, path: 'src/main.ts', content: 'const a = 1;\n' },
  ]);
});

it('refuses a block that nobody would try', () => {
  expect(() => readPage(fence('ts', 'const a = 1;'))).toThrow('line 1: a block "ts" is no file');
});

it('hands commands of the reference compiler to that, with the files of the folder', () => {
  const project = new Project();
  const asked: unknown[] = [];
  const oracle: Oracle = {
    run(args, files) {
      asked.push([args, Object.keys(files ?? {})]);
      return { status: 0, stdout: 'done', stderr: '', files: new Map([['made.bin', Uint8Array.of(1)]]) };
    },
  };
  try {
    const text = fence('fbs [a.fbs]', 'table A {}') + fence('sh reference', 'flatc -b a.fbs');
    runPage(readPage(text + fence('text', 'done') + fence('sh', 'test -f made.bin')), project, oracle);
    expect(asked).toEqual([[['-b', 'a.fbs'], ['a.fbs']]]);
  } finally {
    project.remove();
  }
});

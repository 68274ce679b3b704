// Every page of the documentation, tried as its reader would: files written, commands run, output compared.
import { readFileSync, readdirSync } from 'node:fs';
import { flatc } from '@fb/conformance/oracle';
import { afterAll, describe, expect, it } from 'vitest';
import { readPage } from '../src/page.js';
import { Project } from '../src/project.js';
import { runPage } from '../src/run-page.js';

const docs = new URL('../', import.meta.url).pathname;
const SKIPPED = /^(?:node_modules|api|\.vitepress|test|src|public)\b/;

const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !SKIPPED.test(path))
  .toSorted();

const oracle = await flatc();

describe.each(pages)('%s', (path) => {
  const page = readPage(readFileSync(`${docs}${path}`, 'utf8'));
  const project = new Project();
  afterAll(() => project.remove());

  it('does what it says', () => {
    expect(() => runPage(page, project, oracle)).not.toThrow();
  });
});

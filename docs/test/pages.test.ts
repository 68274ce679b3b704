// Every page of the documentation, tried as its reader would: files written, commands run, output compared.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { flatc } from '@fb/conformance/oracle';
import { afterAll, describe, expect, it } from 'vitest';
import { readPage } from '../src/page.js';
import { Project } from '../src/project.js';
import { runPage } from '../src/run-page.js';
import { toolchain } from '../src/toolchain.js';
import { typeErrors } from '../src/type-check.js';

const docs = fileURLToPath(new URL('../', import.meta.url));
const SKIPPED = /^(?:node_modules|api|\.vitepress|test|src|public)\b/;

const oracle = await flatc();
const projects: Project[] = [];
afterAll(() => projects.forEach((project) => project.remove()));

const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !SKIPPED.test(path))
  .toSorted();

describe.each(pages)('%s', (path) => {
  const page = readPage(readFileSync(`${docs}${path}`, 'utf8'));

  it('does what it says', async ({ skip }) => {
    const { missing, variables } = await toolchain(page.needs);
    skip(missing !== null, missing ?? undefined);
    const project = new Project(variables);
    projects.push(project);
    expect(() => runPage(page, project, oracle)).not.toThrow();
  });
});

it('the TypeScript of all pages compiles', () => {
  expect(typeErrors(projects)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundlers } from './bundlers.js';
import { Project, reportOf } from './project.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('has at most 60 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

it.each(Object.entries(bundlers))('has an example that runs with %s', async (name, bundle) => {
  expect(readme.toLowerCase()).toContain(name.toLowerCase());
  const [, example = ''] = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code ?? '');
  const project = new Project();
  try {
    project.write('main.js', example.replace('console.log(', 'globalThis.report = ('));
    expect(reportOf((await bundle(project.folder, { types: false })).code)).toBe('Orc');
  } finally {
    project.remove();
  }
});

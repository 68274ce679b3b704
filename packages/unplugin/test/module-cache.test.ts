// How often modules are made, and that none is older than its files.
import { typescriptGenerator } from '@fb/codegen-typescript';
import { context } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { flatbuffers } from '../src/esbuild.js';
import { flatbuffers as forVite } from '../src/vite.js';
import { bundlers } from './bundlers.js';
import { Project, reportOf } from './project.js';

/** So many schemas, each of which includes the next. */
const LENGTH = 8;

let project: Project;
beforeEach(() => {
  project = new Project();
  for (let i = 0; i < LENGTH; i++) {
    const isLast = i === LENGTH - 1;
    const include = isLast ? '' : `include "t${i + 1}.fbs";\n`;
    project.write(`t${i}.fbs`, `${include}table T${i} { ${isLast ? 'x : int = 7' : `next : T${i + 1}`}; }\n`);
  }
  project.write('main.js', mainOf(LENGTH - 1));
});
afterEach(() => {
  vi.restoreAllMocks();
  project.remove();
});

function mainOf(last: number): string {
  return `import { T0 } from './t0.fbs';
import { T${last} } from './t${last}.fbs';
globalThis.report = [typeof T0, Object.getOwnPropertyNames(T${last}.prototype).includes('y')];`;
}

it.each(Object.entries(bundlers))('makes each module once with %s', async (_name, bundle) => {
  const generate = vi.spyOn(typescriptGenerator, 'generate');
  const { code } = await bundle(project.folder, { types: true });
  expect(reportOf(code)).toEqual(['function', false]);
  expect(generate).toHaveBeenCalledTimes(LENGTH);
  expect(readFileSync(project.at(`t${LENGTH - 1}.fbs.ts`), 'utf8')).toContain('class T7');
});

it('makes them anew for the next build', async () => {
  const builds = await context({
    absWorkingDir: project.folder,
    entryPoints: ['main.js'],
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [flatbuffers({ types: true })],
  });
  try {
    await builds.rebuild();
    project.write(`t${LENGTH - 1}.fbs`, `table T${LENGTH - 1} { x : int = 7; y : int; }`);
    const { outputFiles } = await builds.rebuild();
    expect(reportOf(outputFiles[0]?.text ?? '')).toEqual(['function', true]);
    expect(readFileSync(project.at(`t${LENGTH - 1}.fbs.ts`), 'utf8')).toContain('y()');
  } finally {
    await builds.dispose();
  }
});

it('makes anew what a changed file is part of, and no more, in a dev server', async () => {
  const generate = vi.spyOn(typescriptGenerator, 'generate');
  const server = await createServer({
    root: project.folder,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: { usePolling: true, interval: 20 } },
    plugins: [forVite({ types: true })],
  });
  const served = async (file: string): Promise<string> =>
    (await server.environments.client.transformRequest(file))?.code ?? '';
  try {
    for (let i = 0; i < LENGTH; i++) await served(`/t${i}.fbs`);
    expect(generate).toHaveBeenCalledTimes(LENGTH);
    project.write('t1.fbs', 'include "t2.fbs";\ntable T1 { next : T2; y : int; }\n');
    await vi.waitFor(async () => expect(await served('/t1.fbs')).toContain('y()'), 20_000);
    for (let i = 0; i < LENGTH; i++) await served(`/t${i}.fbs`);
    expect(readFileSync(project.at('t1.fbs.ts'), 'utf8')).toContain('y()');
    const again = generate.mock.calls
      .slice(LENGTH)
      .map(([{ mainFile }]) => path.posix.basename(mainFile.path));
    expect([...new Set(again)].toSorted()).toEqual(['t0.fbs', 't1.fbs']);
  } finally {
    await server.close();
  }
});

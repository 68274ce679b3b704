// Vite's dev server: what it serves follows the schemas, those that are only included too.
import { readFileSync } from 'node:fs';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { flatbuffers } from '../src/vite.js';
import { Project } from './project.js';

let project: Project;
let server: ViteDevServer;
beforeEach(async () => {
  project = new Project();
  server = await createServer({
    root: project.folder,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: { usePolling: true, interval: 20 } },
    plugins: [flatbuffers({ types: false })],
  });
});
afterEach(async () => {
  await server.close();
  project.remove();
});

async function served(file: string): Promise<string> {
  return (await server.environments.client.transformRequest(file))?.code ?? '';
}

function change(file: string, from: string, to: string): void {
  project.write(file, readFileSync(project.at(file), 'utf8').replace(from, to));
}

it('serves a schema, and what became of it after a change', async () => {
  expect(await served('/monster.fbs')).not.toContain('mana');
  const send = vi.spyOn(server.environments.client.hot, 'send');
  change('monster.fbs', 'hp : short = 100;', 'hp : short = 100; mana : short;');
  await vi.waitFor(async () => expect(await served('/monster.fbs')).toContain('mana'), 20_000);
  await vi.waitFor(() => expect(send).toHaveBeenCalled(), 20_000);
});

it('makes a schema anew when one that it includes has changed', async () => {
  await served('/main.js');
  expect(await served('/monster.fbs')).not.toContain('getFloat64');
  const before = await served('/monster.fbs');
  change('common.fbs', 'z : float;', 'z : double;');
  await vi.waitFor(async () => expect(await served('/monster.fbs')).not.toBe(before), 20_000);
  expect(await served('/common.fbs')).toContain('size: 16');
});

it('recovers from a mistake', async () => {
  expect(await served('/monster.fbs')).toContain('hp');
  change('monster.fbs', 'hp : short', 'hp : shrot');
  await vi.waitFor(() => expect(served('/monster.fbs')).rejects.toThrow('NAME-UNDEF'), 20_000);
  change('monster.fbs', 'hp : shrot', 'hp : int');
  await vi.waitFor(async () => expect(await served('/monster.fbs')).toContain('hp'), 20_000);
});

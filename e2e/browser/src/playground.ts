// The built playground in a browser, as a person meets it: a server for its static files, and pages that remember what
// went wrong on them.
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { preview } from 'vite';
import { launch } from './chromium.js';

const folder = fileURLToPath(new URL('../../../apps/playground', import.meta.url));

export interface Visit {
  readonly page: Page;
  /** What the console and uncaught errors said, a line each; a good visit has none. */
  readonly faults: readonly string[];
  /** Every address that was asked for. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

export interface Playground {
  readonly address: string;
  readonly browser: Browser;
  /** Opens the playground in a context of its own, and waits until it shows bytes; `fragment` starts with `#`. */
  visit(options?: BrowserContextOptions, fragment?: string): Promise<Visit>;
  close(): Promise<void>;
}

/** Serves what `npm run build` made, and starts the browser. */
export async function openPlayground(): Promise<Playground> {
  const server = await preview({ root: folder, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const { port } = server.httpServer.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/`;
  const browser = await launch();
  return {
    address,
    browser,
    async visit(options = {}, fragment = '') {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      // Only a hang is a failure: other tests share the machine.
      page.setDefaultTimeout(100_000);
      const faults: string[] = [];
      const requested: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('request', (request) => requested.push(request.url()));
      await page.goto(address + fragment);
      await page.getByRole('tabpanel', { name: 'Bytes' }).waitFor();
      return { page, faults, requested, close: () => context.close() };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

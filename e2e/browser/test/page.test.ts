import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfAccess } from '../src/accessibility.js';
import { withoutBrowser } from '../src/chromium.js';
import { replaceText } from '../src/editor.js';
import { openPlayground, type Playground } from '../src/playground.js';

/** What a first visit may load, compressed: the editor included, generators and their colours not. */
const CEILING = 300 * 1024;

describe.skipIf(withoutBrowser())('the page', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it('opens on the monster, compiled and encoded', async () => {
    const { page, faults, close } = await playground.visit();
    await page
      .getByText('Compiles: 2 tables, 1 struct, 1 enum, 1 union, root MyGame.Sample.Monster')
      .waitFor();
    await page.getByText('Makes 212 bytes').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('forbids eval and foreign code', async () => {
    const { page, requested, close } = await playground.visit();
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toContain('unsafe-eval');
    const said = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      return (window as { ran?: boolean }).ran ?? false;
    });
    expect(said).toBe(false);
    expect(requested.filter((address) => !address.startsWith(playground.address))).toEqual([]);
    await close();
  });

  it('is small enough at first sight', async () => {
    const { page, requested, close } = await playground.visit();
    await page.getByText('Makes 212 bytes').waitFor();
    await page.waitForLoadState('networkidle');
    const addresses = [...new Set(requested)];
    expect(addresses.some((address) => address.includes('worker-'))).toBe(true);
    let size = 0;
    for (const address of addresses)
      size += gzipSync(new Uint8Array(await (await fetch(address)).arrayBuffer())).length;
    console.log(
      `the playground's first load: ${(size / 1024).toFixed(1)} KB compressed, ${addresses.length} files`,
    );
    expect(size).toBeLessThan(CEILING);
    await close();
  });

  it('says so when its worker fails, and starts another when there is more to do', async () => {
    const context = await playground.browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(100_000);
    const worker = /\/assets\/worker-/;
    await page.route(worker, (route) => route.abort());
    await page.goto(playground.address);
    const alert = page.getByRole('alert');
    await alert.getByText('The playground failed at').waitFor();
    expect(await faultsOfAccess(page)).toEqual([]);
    await alert.getByRole('button', { name: 'Close' }).click();
    expect(await alert.textContent()).toBe('');
    await page.unroute(worker);
    await replaceText(page, 'JSON data', '{ name: "Another" }');
    await page.getByText(/^Makes \d+ bytes/).waitFor();
    expect(await alert.textContent()).toBe('');
    await context.close();
  });

  it('can be installed', async () => {
    const { page, close } = await playground.visit();
    const session = await page.context().newCDPSession(page);
    const { errors, url } = await session.send('Page.getAppManifest');
    expect(url).toBe(`${playground.address}manifest.webmanifest`);
    expect(errors).toEqual([]);
    await close();
  });

  it.each([
    [1440, 900, 'light'],
    [1440, 900, 'dark'],
    [360, 740, 'light'],
    [360, 740, 'dark'],
  ] as const)('has no serious fault of accessibility at %d x %d, %s', async (width, height, colorScheme) => {
    const { page, faults, close } = await playground.visit({ viewport: { width, height }, colorScheme });
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.waitForTimeout(300);
      expect(await faultsOfAccess(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('is reachable with the keyboard alone', async () => {
    const { page, close } = await playground.visit();
    await page.getByText('Makes 212 bytes').waitFor();
    const reached = new Set<string>();
    for (let count = 0; count < 40; count++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => {
          const at = document.activeElement;
          return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
        }),
      );
    }
    for (const name of [
      'Start from a sample',
      'Share',
      'Theme',
      'Bytes',
      'Format',
      'Open bytes…',
      'JSON data',
    ])
      expect([...reached]).toContain(name);
    // Arrows move between tabs.
    await page.getByRole('tab', { name: 'Bytes' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Code', selected: true }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('tab', { name: 'Measure', selected: true }).waitFor();
    await close();
  });

  it.each([360, 768, 1024, 1440, 2200])(
    'shows everything at %d pixels without scrolling sideways',
    async (width) => {
      const { page, close } = await playground.visit({ viewport: { width, height: 800 } });
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await page.waitForTimeout(200);
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        expect(scroll).toBeLessThanOrEqual(client);
      }
      await close();
    },
  );
});

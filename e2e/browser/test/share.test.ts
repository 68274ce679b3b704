import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../src/chromium.js';
import { dropFile } from '../src/drop.js';
import { cursorBehind, replaceText, textOf } from '../src/editor.js';
import { openPlayground, type Playground } from '../src/playground.js';

describe.skipIf(withoutBrowser())('sharing and keeping', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it('puts the whole document into a link', async () => {
    const { page, faults, close, requested } = await playground.visit({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await cursorBehind(page, 'Schema file monster.fbs', 'mana:short = 15');
    await page.keyboard.type('7');
    await replaceText(page, 'JSON data', '{ name: "Shared" }');
    await page.getByRole('tab', { name: 'Code' }).click();
    await page.getByRole('button', { name: 'Python', exact: true }).click();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('Copied the link').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${playground.address}#1=`)).toBe(true);
    // Nothing of it was sent anywhere.
    expect(requested.filter((address) => !address.startsWith(playground.address))).toEqual([]);

    const other = await playground.browser.newContext();
    const opened = await other.newPage();
    await opened.goto(link);
    await opened.getByRole('tab', { name: 'Code', selected: true }).waitFor();
    await opened.getByTitle('MyGame/Sample/Monster.py', { exact: true }).waitFor();
    expect(await textOf(opened, 'Schema file monster.fbs')).toContain('mana:short = 1570;');
    expect(await textOf(opened, 'JSON data')).toContain('{ name: "Shared" }');
    await other.close();
    expect(faults).toEqual([]);
    await close();
  });

  it('keeps the document in the address, bytes as well', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('combobox', { name: 'Start from a sample' }).selectOption('Structs');
    await page.waitForURL(/#1=/);
    await page.reload();
    await page.getByRole('textbox', { name: 'Schema file robot.fbs' }).waitFor();

    const before = page.url();
    // A table without fields: of another schema, as this one requires some. The bytes are kept all the same.
    await dropFile(page, 'tiny.bin', Uint8Array.of(8, 0, 0, 0, 4, 0, 4, 0, 4, 0, 0, 0));
    await page.getByText('Follows 12 bytes').waitFor();
    await page.waitForURL((url) => url.href !== before && url.hash !== '');
    await page.reload();
    await page.getByText('Follows 12 bytes').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('says so when a link holds no document', async () => {
    const { page, faults, close } = await playground.visit({}, '#1=AAAA');
    await page.getByText('This link holds no document').waitFor();
    await page.getByText('Makes 212 bytes').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('works without a network, code of every language included', async () => {
    const { page, faults, close } = await playground.visit();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Makes 212 bytes').waitFor();
    await page.getByRole('tab', { name: 'Code' }).click();
    for (const [language, path] of [
      ['Java', 'MyGame/Sample/Monster.java'],
      ['C++', 'monster_generated.h'],
    ] as const) {
      await page.getByRole('button', { name: language, exact: true }).click();
      await page.getByTitle(path, { exact: true }).waitFor();
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('follows the system into the dark, and a choice outlasts the visit', async () => {
    const { page, close } = await playground.visit({ colorScheme: 'dark' });
    const back = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await back();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
    const light = await back();
    expect(light).not.toBe(dark);
    await page.reload();
    await page.getByText('Makes 212 bytes').waitFor();
    expect(await back()).toBe(light);
    await close();
  });
});

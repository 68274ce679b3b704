import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfAccess } from '../src/accessibility.js';
import { withoutBrowser } from '../src/chromium.js';
import { dropFile } from '../src/drop.js';
import { openPlayground, type Playground } from '../src/playground.js';

describe.skipIf(withoutBrowser())('the bytes', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it('tell what they are, and where an offset leads', async () => {
    const { page, faults, close } = await playground.visit();
    const grid = page.getByRole('grid', { name: 'Bytes of the buffer' });
    await page.locator('#byte-0.kind-offset').waitFor();
    await page.locator('#byte-0').hover();
    const details = page.locator('.region-details');
    await details.getByText('MyGame.Sample.Monster').waitFor();
    expect(await details.textContent()).toContain('→ 0x0024');
    expect(await page.locator('.hex-arrow').count()).toBe(1);
    expect(await page.locator('#byte-4').getAttribute('class')).toContain('kind-text');
    expect(await page.getByRole('list', { name: 'What the colours mean' }).textContent()).toContain('Vtable');
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await details.getByText('→ 0x0024').waitFor();
    await page.keyboard.press('Enter');
    await details.getByText('offset to the vtable').waitFor();
    expect(await grid.getAttribute('aria-activedescendant')).toBe('byte-36');
    await page.keyboard.press('Backspace');
    await details.getByText('→ 0x0024').waitFor();
    expect(await grid.getAttribute('aria-activedescendant')).toBe('byte-0');
    expect(faults).toEqual([]);
    await close();
  });

  it.each(['light', 'dark'] as const)(
    'bytes have no serious fault of accessibility in %s',
    async (colorScheme) => {
      const { page, close } = await playground.visit({ colorScheme });
      await page.locator('#byte-0.kind-offset').waitFor();
      await page.locator('#byte-0').click();
      await page.getByText('Follow to 0x0024').waitFor();
      expect(await faultsOfAccess(page)).toEqual([]);
      await close();
    },
  );

  it('and the JSON text light each other', async () => {
    const { page, faults, close } = await playground.visit();
    await page.locator('#byte-0.kind-offset').waitFor();
    const key = page.getByRole('textbox', { name: 'JSON data' }).getByText('"hp"');
    await key.hover();
    await page.locator('.hex-lit').first().waitFor();
    await page.locator('#byte-208').hover();
    await page.getByRole('textbox', { name: 'JSON data' }).locator('.cm-lit').first().waitFor();
    expect(
      await page.getByRole('textbox', { name: 'JSON data' }).locator('.cm-lit').first().textContent(),
    ).toContain('name');
    expect(await page.locator('.region-details').textContent()).toContain('“Orc”');
    expect(faults).toEqual([]);
    await close();
  });

  it('that were clicked light their JSON text, however fast the mouse goes on', async () => {
    const { page, faults, close } = await playground.visit();
    await page.locator('#byte-0.kind-offset').waitFor();
    const lit = page.getByRole('textbox', { name: 'JSON data' }).locator('.cm-lit');
    const leave = (): Promise<void> =>
      page
        .getByRole('grid', { name: 'Bytes of the buffer' })
        .evaluate((grid) => void grid.dispatchEvent(new MouseEvent('mouseleave')));
    // All within one task: the worker cannot have answered in between. The last is a byte of no field.
    await page.evaluate(() => {
      document.getElementById('byte-208')?.click();
      for (const at of [207, 100, 50, 0])
        document.getElementById(`byte-${at}`)?.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
    });
    await page.locator('.region-details').getByText('→ 0x0024').waitFor();
    await leave();
    await lit.first().waitFor();
    expect(await lit.first().textContent()).toContain('name');
    expect(await page.locator('.region-details').textContent()).toContain('“Orc”');
    // The same byte once more, after something else was chosen.
    await page.getByRole('textbox', { name: 'JSON data' }).getByText('"hp"').click();
    await page.mouse.move(0, 0);
    await page.waitForFunction(() => document.querySelector('.cm-lit') === null);
    await page.evaluate(() => document.getElementById('byte-208')?.click());
    await lit.first().waitFor();
    expect(await lit.first().textContent()).toContain('name');
    expect(faults).toEqual([]);
    await close();
  });

  it('that are damaged show where verification failed, and lead there', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('button', { name: 'Open bytes' }).click();
    // The root offset leads outside.
    await page.locator('textarea').fill('ff 00 00 00 4d 4f 4e 53 00 00 00 00');
    await page.getByRole('button', { name: 'Show these bytes' }).click();
    await page.getByText('Verification failed').waitFor();
    await page.getByRole('button', { name: /^Go to 0x/ }).click();
    await page.locator('.region-damage').waitFor();
    expect(await page.locator('.region-damage').textContent()).toContain('leads outside the buffer');
    expect(await page.locator('.hex-fault').count()).toBe(1);
    expect(await page.locator('.hex-byte.has-error').count()).toBe(4);
    expect(faults).toEqual([]);
    await close();
  });

  it('are smooth for many megabytes: only what is to be seen exists', async () => {
    const { page, faults, close } = await playground.visit();
    await page.locator('#byte-0.kind-offset').waitFor();
    // A monster with an inventory of 10 MB.
    const size = 10 << 20;
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    bytes.set([8, 0, 0, 0, 0, 0, 0, 0]);
    view.setUint32(0, 32, true);
    // The vtable: of 18 bytes, a table of 8, the inventory in slot 5.
    for (const [index, entry] of [16, 8, 0, 0, 0, 0, 0, 4].entries())
      view.setUint16(16 + 2 * index, entry, true);
    view.setInt32(32, 16, true);
    view.setUint32(36, 4, true);
    view.setUint32(40, size - 44, true);
    await dropFile(page, 'large.mon', bytes);
    await page.getByText('10,485,760 bytes').first().waitFor();
    const grid = page.getByRole('grid', { name: 'Bytes of the buffer' });
    await page.locator('#byte-40.kind-length').waitFor();
    await grid.focus();
    await page.keyboard.press('Control+End');
    await page.locator(`#byte-${size - 1}.kind-field`).waitFor();
    expect(await page.locator('.hex-row').count()).toBeLessThan(80);
    await page.keyboard.press('Control+Home');
    await page.locator('#byte-0').waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

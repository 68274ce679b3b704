import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfAccess } from '../src/accessibility.js';
import { withoutBrowser } from '../src/chromium.js';
import { openPlayground, type Playground } from '../src/playground.js';

describe.skipIf(withoutBrowser())('the other tabs', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it('FlexBuffers: a typed value, its bytes, what is shared, and sizes', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('tab', { name: 'FlexBuffers' }).click();
    const value = page.getByRole('textbox', { name: 'Value as JSON' });
    await value.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('[{ "key": 1 }, { "key": 300 }, "text"]');
    await page.getByRole('button', { name: 'key key ×2' }).waitFor();
    const widths = page.getByRole('list', { name: 'Types and widths' });
    await widths.getByText('int16').waitFor();
    const sizes = page.getByRole('table', { name: 'Bytes of this value' });
    await sizes.getByText('30 bytes').waitFor();
    expect(await sizes.textContent()).toContain('MessagePack');
    await page.getByRole('button', { name: 'key key ×2' }).click();
    const details = page.locator('.region-details');
    await details.getByText('“key”').waitFor();
    await page.locator('#flex-byte-0').waitFor();
    await page.getByRole('button', { name: 'Take the document’s JSON' }).click();
    await sizes.getByText('212 bytes').waitFor();
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('Evolution: findings, and old bytes read with new code, as one types', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('tab', { name: 'Evolution' }).click();
    await page.getByText('the default of "MyGame.Sample.Monster.color" was 1, and is 2 now').waitFor();
    await page.getByRole('region', { name: 'Old bytes, new code' }).waitFor();
    await page.getByRole('button', { name: 'Start from the current' }).click();
    await page.getByText('Old data reads with the new schema').waitFor();
    const newer = page.getByRole('textbox', { name: 'Newer schema' });
    await newer.getByText('hp', { exact: true }).dblclick();
    await page.keyboard.insertText('health');
    await page
      .getByText('3 findings')
      .or(page.getByText(/[12] findings?/))
      .first()
      .waitFor();
    expect(await page.locator('.findings').textContent()).toContain('health');
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('Measure: starts, stops, and shows times with honest labels', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('tab', { name: 'Measure' }).click();
    await page.getByRole('button', { name: 'Measure this document' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Measure again' }).click();
    await page.getByRole('table', { name: 'Encode: an object to bytes' }).getByText('JSON').waitFor();
    await page.getByRole('button', { name: 'Measure again' }).waitFor();
    const shown = await page.getByRole('tabpanel').textContent();
    expect(shown).toMatch(/median of 21 batches/);
    expect(shown).toMatch(/Measured in Chromium \d+/);
    expect(shown).toContain('interprets the schema');
    expect(shown).toContain('212 bytes');
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

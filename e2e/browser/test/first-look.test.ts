import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../src/chromium.js';
import { openPlayground, type Playground } from '../src/playground.js';

describe.skipIf(withoutBrowser())('the first look', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it('opens on a monster whose schema compiles and whose bytes are there', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByText('The schema compiles.').waitFor();
    await page.getByText('212 bytes').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'JSON data' }).textContent()).toContain('Orc');
    expect(faults).toEqual([]);
    await close();
  });
});

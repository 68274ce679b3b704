// The pictures of the documentation: RECORD=1 takes them anew. Nothing is compared with them, as fonts differ between
// machines; without RECORD the test sees that each can be taken.
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../src/chromium.js';
import { openPlayground, type Playground } from '../src/playground.js';

const folder = fileURLToPath(new URL('../../../apps/playground/docs', import.meta.url));
const recording = process.env['RECORD'] === '1';

describe.skipIf(withoutBrowser())('the pictures', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it.each([
    ['bytes-1440.png', 'Bytes', 1440, 900, 'light'],
    ['code-1440-dark.png', 'Code', 1440, 900, 'dark'],
    ['bytes-1024.png', 'Bytes', 1024, 768, 'light'],
    ['schema-360.png', 'Schema', 360, 740, 'light'],
    ['bytes-360-dark.png', 'Bytes', 360, 740, 'dark'],
  ] as const)('%s', async (name, tab, width, height, colorScheme) => {
    const { page, close } = await playground.visit({ viewport: { width, height }, colorScheme });
    await page.getByRole('tab', { name: tab }).click();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    const picture = await page.screenshot(recording ? { path: path.join(folder, name) } : {});
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    await close();
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../src/chromium.js';
import { dropFile } from '../src/drop.js';
import { cursorBehind, editor, replaceText, textOf } from '../src/editor.js';
import { openPlayground, type Playground } from '../src/playground.js';

const JSON_DATA = 'JSON data';

/** A monster with a vector of `size` bytes, made by hand from the format's rules. */
function monsterWithInventory(size: number): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(28, 0); // Root.
  head.write('MONS', 4);
  // The vtable, at 8: its size, the table's, and slots up to the sixth field, inventory.
  [16, 8, 0, 0, 0, 0, 0, 4].forEach((value, index) => head.writeUInt16LE(value, 8 + 2 * index));
  // Padding, then the table at 28: its vtable lies 20 bytes before; the vector is right behind the table.
  head.writeInt32LE(20, 28);
  head.writeUInt32LE(4, 32);
  head.writeUInt32LE(size, 36);
  return Buffer.concat([head, Buffer.alloc(size, 7)]);
}

describe.skipIf(withoutBrowser())('JSON and bytes', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it('makes bytes as one types', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByText('Makes 212 bytes').waitFor();
    await cursorBehind(page, JSON_DATA, '"name": "Orc');
    await page.keyboard.type('ish warrior');
    await page.getByText('Makes 224 bytes').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('tells a mistake at its place, with a hint', async () => {
    const { page, close } = await playground.visit();
    await cursorBehind(page, JSON_DATA, '"color": "Red');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('x');
    const problem = page.getByRole('region', { name: 'JSON' }).getByRole('button', { name: /JSON:6:/ });
    await problem.waitFor();
    expect(await problem.textContent()).toContain('did you mean "Red"?');
    expect(await editor(page, JSON_DATA).locator('.cm-lintRange-error').count()).toBe(1);
    await close();
  });

  it('completes fields and names from the schema', async () => {
    const { page, faults, close } = await playground.visit();
    await cursorBehind(page, JSON_DATA, '"hp": 300,');
    await page.keyboard.type(' ');
    await page.keyboard.type('m');
    await page.getByRole('option', { name: /mana/ }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.type('7,');
    expect(await textOf(page, JSON_DATA)).toContain('"hp": 300, "mana": 7,');
    await cursorBehind(page, JSON_DATA, '"color": "Re');
    for (let count = 0; count < 2; count++) await page.keyboard.press('Backspace');
    await page.keyboard.type('G');
    await page.getByRole('option', { name: 'Green' }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    expect(await textOf(page, JSON_DATA)).toContain('"color": "Green"');
    await page.getByText(/^Makes \d+ bytes$/).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('keeps the last bytes while there is a mistake', async () => {
    const { page, faults, close } = await playground.visit();
    await cursorBehind(page, JSON_DATA, '"hp": 300');
    await page.keyboard.type('x');
    await page.getByText('These are the bytes of the last schema and JSON without errors.').waitFor();
    await page.getByRole('tabpanel', { name: 'Bytes' }).getByText('212 bytes').waitFor();
    await page.keyboard.press('Backspace');
    await page.getByText('These are the bytes of the last').waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
    await close();
  });

  it('starts buffers with their size, and saves them', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByLabel('Size prefix').check();
    await page.getByText('Makes 216 bytes').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('monster.mon');
    const saved = readFileSync(await download.path());
    expect(saved.readUInt32LE(0)).toBe(212);
    expect(saved.subarray(8, 12).toString()).toBe('MONS');
    expect(faults).toEqual([]);
    await close();
  });

  it('opens a dropped buffer, and follows it until the text is edited', async () => {
    const { page, faults, close } = await playground.visit();
    await dropFile(page, 'bag.mon', monsterWithInventory(3));
    await page.getByText('Follows 43 bytes').waitFor();
    expect((await textOf(page, JSON_DATA)).replace(/\s/g, '')).toBe('{"inventory":[7,7,7]}');
    await cursorBehind(page, JSON_DATA, '"inventory": [');
    await page.keyboard.type('1, ');
    await page.getByText(/^Makes \d+ bytes$/).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('opens pasted hex and base64', async () => {
    const { page, faults, close } = await playground.visit();
    const bytes = monsterWithInventory(2);
    for (const [how, text] of [
      ['hex', bytes.toString('hex').replace(/(..)/g, '$1 ')],
      ['base64', bytes.toString('base64')],
    ] as const) {
      await page.getByRole('button', { name: 'Open bytes…' }).click();
      await page.getByLabel('Or paste hex or base64').fill(text);
      await page.getByText(`42 bytes of ${how}`).waitFor();
      await page.getByRole('button', { name: 'Show these bytes' }).click();
      await page.getByText('Follows 42 bytes').waitFor();
      await replaceText(page, JSON_DATA, '{}');
      await page.getByText(/^Makes \d+ bytes$/).waitFor();
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('opens a binary schema as a schema, or as the bytes that it is', async () => {
    // Written by the reference compiler: a table and a union.
    const bfbs = readFileSync(new URL('../../../conformance/vectors/idl/union_alias.bfbs', import.meta.url));
    const { page, faults, close } = await playground.visit();
    await dropFile(page, 'pets.bfbs', bfbs);
    await page.getByRole('button', { name: 'Use it as the schema' }).click();
    await page.getByText('Compiles: 1 table, 1 union, no root type').waitFor();
    await dropFile(page, 'pets.bfbs', bfbs);
    await page.getByRole('button', { name: 'Look at its bytes' }).click();
    await page.getByText(/^Compiles:.*root reflection\.Schema$/).waitFor();
    await page.getByText(/^Follows [\d,]+ bytes/).waitFor();
    expect(await textOf(page, JSON_DATA)).toContain('"name": "Cat"');
    expect(faults).toEqual([]);
    await close();
  });

  it('opens a file of 5 MB and stays usable', async () => {
    const { page, faults, close } = await playground.visit();
    const size = 5 << 20;
    await dropFile(page, 'large.bin', monsterWithInventory(size));
    await page.getByText(`Follows ${(size + 40).toLocaleString('en')} bytes`).waitFor();
    // As text it would be several times as long: too long to edit.
    await page.getByText('large.bin cannot be read as JSON: its text would be longer than 4 MB').waitFor();
    await page.getByRole('tab', { name: 'Code' }).click();
    await page.getByText('export class Monster').waitFor();
    await page.getByRole('tab', { name: 'Bytes' }).click();
    await page.getByRole('combobox', { name: 'Start from a sample' }).selectOption('Monster');
    await page.getByText('Makes 212 bytes').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('says why a damaged file has no text', async () => {
    const { page, faults, close } = await playground.visit();
    const damaged = monsterWithInventory(3);
    damaged.writeUInt32LE(4000, 36);
    await dropFile(page, 'damaged.bin', damaged);
    await page.getByText(/damaged\.bin cannot be read as JSON/).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

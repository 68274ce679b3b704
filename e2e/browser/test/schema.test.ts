import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../src/chromium.js';
import { cursorBehind, editor, replaceText, textOf } from '../src/editor.js';
import { openPlayground, type Playground } from '../src/playground.js';

const MONSTER = 'Schema file monster.fbs';

describe.skipIf(withoutBrowser())('editing a schema', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it('tells a mistake at its place, with a hint, and a click leads there', async () => {
    const { page, faults, close } = await playground.visit();
    const schema = page.getByRole('region', { name: 'Schema' });
    await cursorBehind(page, MONSTER, '  weapons:[Weapon');
    await page.keyboard.press('Backspace');
    const problem = schema.getByRole('button', { name: /"Weapo" is not defined/ });
    await problem.waitFor();
    // The list takes room from the editor, but not from the line that is typed.
    const pane = await schema.locator('.file-editors').boundingBox();
    const line = await editor(page, MONSTER).locator('.cm-activeLine').boundingBox();
    if (pane === null || line === null) throw new Error('there is nothing to be seen');
    expect(line.y + line.height).toBeLessThanOrEqual(pane.y + pane.height);
    expect(await problem.textContent()).toContain('monster.fbs:22:12');
    expect(await problem.textContent()).toContain('did you mean "Weapon"?');
    expect(await editor(page, MONSTER).locator('.cm-lintRange-error').textContent()).toBe('Weapo');
    await problem.click();
    await page.keyboard.type('Weapon');
    await schema.getByText('Compiles: 2 tables').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('completes types and attributes', async () => {
    const { page, faults, close } = await playground.visit();
    await cursorBehind(page, MONSTER, 'damage:short;');
    await page.keyboard.press('Enter');
    await page.keyboard.type('owner:Mons');
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /Monster/ })
      .waitFor();
    // CodeMirror takes no choice in the first moments, when it may be meant for the line.
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' (');
    await page.keyboard.type('dep');
    await page.getByRole('option', { name: 'deprecated' }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(';');
    expect(await textOf(page, MONSTER)).toContain('owner:Monster (deprecated);');
    await page.getByText('Compiles: 2 tables').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('lays the text out on a key', async () => {
    const { page, close } = await playground.visit();
    await replaceText(page, MONSTER, 'table   T{a:int;b:[string];}root_type T;');
    await page.keyboard.press('Shift+Alt+F');
    await editor(page, MONSTER).locator('.cm-line').nth(5).waitFor();
    expect(await textOf(page, MONSTER)).toBe('table T {\n  a:int;\n  b:[string];\n}\n\nroot_type T;\n');
    await close();
  });

  it('has files as tabs, which include each other', async () => {
    const { page, faults, close } = await playground.visit();
    const schema = page.getByRole('region', { name: 'Schema' });
    await schema.getByRole('button', { name: 'Add a file' }).click();
    await replaceText(page, 'Schema file types.fbs', 'namespace MyGame.Sample; table Shield { size:int; }');
    await schema.getByRole('button', { name: 'monster.fbs' }).click();
    await cursorBehind(page, MONSTER, 'as in the tutorial.');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('include "types.fbs";');
    await cursorBehind(page, MONSTER, 'damage:short;');
    await page.keyboard.insertText(' shield:Shield;');
    await schema.getByText('Compiles: 3 tables').waitFor();

    // A mistake in the other file is found from here, and shown there.
    await schema.getByRole('button', { name: 'types.fbs' }).click();
    await replaceText(page, 'Schema file types.fbs', 'namespace MyGame.Sample; table Shield { size:inte; }');
    await schema.getByRole('button', { name: 'monster.fbs' }).click();
    await schema.getByRole('button', { name: /types\.fbs:1:.*"inte" is not defined/ }).click();
    await editor(page, 'Schema file types.fbs').waitFor();

    await schema.getByRole('button', { name: 'types.fbs', exact: false }).first().dblclick();
    await page.getByRole('textbox', { name: 'New name of types.fbs' }).fill('shield.fbs');
    await page.keyboard.press('Enter');
    await schema.getByRole('button', { name: 'Remove shield.fbs' }).click();
    await schema
      .getByText(/types\.fbs/)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('starts from each sample', async () => {
    const { page, faults, close } = await playground.visit();
    const samples = page.getByRole('combobox', { name: 'Start from a sample' });
    const names = (await samples.locator('option').allTextContents()).slice(1);
    expect(names).toEqual([
      'Monster',
      'Structs',
      'Unions and includes',
      'FlexBuffer field',
      'Tensor file',
      'Evolution pair',
    ]);
    for (const name of names.slice(1, -1)) {
      await samples.selectOption(name);
      await page.getByText(/^Compiles:/).waitFor();
      await page.getByText(/^Makes \d+ bytes$/).waitFor();
    }
    await samples.selectOption('Evolution pair');
    await page.getByRole('tab', { name: 'Evolution', selected: true }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

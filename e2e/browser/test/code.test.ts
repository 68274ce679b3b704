import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../src/chromium.js';
import { cursorBehind, textOf } from '../src/editor.js';
import { openPlayground, type Playground } from '../src/playground.js';

describe.skipIf(withoutBrowser())('generated code', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.close());

  it.each([
    ['TypeScript', 'my-game/sample/monster.ts', 'export class Monster'],
    ['C++', 'monster_generated.h', 'VerifyMonsterBuffer'],
    ['Python', 'MyGame/Sample/Monster.py', 'class Monster(object)'],
    ['Java', 'MyGame/Sample/Monster.java', 'public final class Monster extends Table'],
    ['JSON Schema', 'monster.schema.json', '"MyGame_Sample_Monster"'],
  ])('is there in %s, in colour', async (language, path, line) => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('tab', { name: 'Code' }).click();
    const code = page.getByRole('region', { name: 'Generated code' });
    await code.getByRole('button', { name: language, exact: true }).click();
    await code.getByTitle(path, { exact: true }).click();
    const file = page.getByRole('textbox', { name: `Generated file ${path}` });
    await file.locator('.cm-line span').first().waitFor();
    // The editor shows the lines at hand only.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      code.getByRole('button', { name: 'Download', exact: true }).click(),
    ]);
    expect(path.endsWith(download.suggestedFilename())).toBe(true);
    expect(readFileSync(await download.path(), 'utf8')).toContain(line);
    expect(faults).toEqual([]);
    await close();
  });

  it('follows its options and the schema, and stays while that has an error', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('tab', { name: 'Code' }).click();
    const code = page.getByRole('region', { name: 'Generated code' });
    await code.getByTitle('my-game/sample/monster.ts', { exact: true }).waitFor();
    await code.getByText('Options').click();
    await code.getByLabel('One file').check();
    await code.getByTitle('monster.ts', { exact: true }).waitFor();
    expect(await code.getByTitle('my-game/sample/monster.ts', { exact: true }).count()).toBe(0);
    await code.getByLabel('One file').uncheck();
    await code.getByLabel('Imports').selectOption('.ts');
    await page.getByText("'./color.ts'").waitFor();

    await cursorBehind(page, 'Schema file monster.fbs', 'struct Vec3');
    await page.keyboard.type('D');
    await code.getByText('The schema has errors. This is the code of the last one that compiled.').waitFor();
    await page.keyboard.press('Backspace');
    await code.getByText('The schema has errors').waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
    await close();
  });

  it('tells what a language cannot do', async () => {
    const { page, faults, close } = await playground.visit();
    await page.getByRole('combobox', { name: 'Start from a sample' }).selectOption('Unions and includes');
    await page.getByRole('tab', { name: 'Code' }).click();
    await page.getByRole('button', { name: 'Java', exact: true }).click();
    await page.getByRole('button', { name: 'JSON Schema', exact: true }).click();
    await page
      .getByRole('region', { name: 'Generated code' })
      .getByText(/JSON Schema/)
      .nth(1)
      .waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('is copied, and downloaded all at once', async () => {
    const { page, faults, close } = await playground.visit({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('tab', { name: 'Code' }).click();
    const code = page.getByRole('region', { name: 'Generated code' });
    await code.getByTitle('my-game/sample/vec3.ts', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Generated file my-game/sample/vec3.ts' }).waitFor();
    await code.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('export class Vec3');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      code.getByRole('button', { name: 'Download all' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('flatbuffers.zip');
    const files = unzipSync(readFileSync(await download.path()));
    const text = (path: string): string => new TextDecoder().decode(files[path]);
    expect(text('typescript/my-game/sample/vec3.ts')).toBe(copied);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'schema/monster.fbs',
        'cpp/monster_generated.h',
        'python/MyGame/Sample/Monster.py',
        'java/MyGame/Sample/Monster.java',
        'jsonschema/monster.schema.json',
      ]),
    );
    expect(JSON.parse(text('data/data.json'))).toMatchObject({ name: 'Orc' });
    expect(files['data/data.bin']).toHaveLength(212);
    expect(await textOf(page, 'Schema file monster.fbs')).toContain('namespace');
    expect(faults).toEqual([]);
    await close();
  });
});

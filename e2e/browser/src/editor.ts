// Typing into the playground's editors as a person does.
import type { Locator, Page } from 'playwright-core';

/** The editor of that label. */
export function editor(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Puts the cursor behind the last character of a text in an editor, by clicking there and moving. */
export async function cursorBehind(page: Page, label: string, text: string): Promise<void> {
  const line = editor(page, label).locator('.cm-line').filter({ hasText: text }).first();
  await line.scrollIntoViewIfNeeded();
  await line.click();
  await page.keyboard.press('Home');
  const content = (await line.textContent()) ?? '';
  // Home stops at the indentation first.
  const indentation = /^\s*/.exec(content)?.[0].length ?? 0;
  const steps = content.indexOf(text) + text.length - indentation;
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
}

/** Replaces all text of an editor, by typing; `text` must be one that closing brackets by themselves does not change. */
export async function replaceText(page: Page, label: string, text: string): Promise<void> {
  await editor(page, label).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** All text of an editor that is shown. */
export async function textOf(page: Page, label: string): Promise<string> {
  const lines = await editor(page, label).locator('.cm-line').allTextContents();
  return lines.join('\n');
}

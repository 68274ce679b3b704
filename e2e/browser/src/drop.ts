// Dropping a file on the page: browsers let no script drag from the desktop, so the events are made in the page.
import type { Page } from 'playwright-core';

export async function dropFile(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  const base64 = Buffer.from(content).toString('base64');
  const transfer = await page.evaluateHandle(
    async ([file, data]) => {
      const response = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const made = new DataTransfer();
      made.items.add(new File([response], file));
      return made;
    },
    [name, base64] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

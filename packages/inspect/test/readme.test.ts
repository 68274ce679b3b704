import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

it('the example of the README is this one, and prints what it says', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);

  const log = vi.spyOn(console, 'log').mockReturnValue();
  await import('./readme-example.js');
  const [values, [text]] = log.mock.calls as [unknown[], [string]];
  log.mockRestore();
  expect(values).toEqual([18, 'short', 80]);
  expect(readme).toContain(`\`\`\`text\n${text}\`\`\``);
});

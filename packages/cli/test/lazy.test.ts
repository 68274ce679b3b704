// What an ordinary command line loads: none of what only projects, watching and plugins need.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const source = path.join(import.meta.dirname, '../src');

/** All modules that `entry` loads before it runs, by what imports call them; files by path in src. */
function loadedBy(entry: string): string[] {
  const loaded = new Set<string>();
  const waiting = [path.join(source, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = path.relative(source, file);
    if (loaded.has(name)) continue;
    loaded.add(name);
    const imports = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm,
    );
    for (const [, specifier = ''] of imports) {
      if (specifier.startsWith('.'))
        waiting.push(path.resolve(path.dirname(file), specifier.replace(/\.js$/, '.ts')));
      else loaded.add(specifier);
    }
  }
  return [...loaded];
}

it('is little', () => {
  expect(existsSync(path.join(source, 'config/run-project.ts'))).toBe(true);
  const loaded = [
    ...new Set([...loadedBy('main.ts'), ...loadedBy('compile.ts'), ...loadedBy('commands/typescript.ts')]),
  ];
  expect(loaded).toEqual(expect.arrayContaining(['run.ts', 'schema-cache.ts', 'picocolors']));
  const late =
    /^(config|watch|subcommands)\/|^(chokidar|tinyglobby|jsonc-parser|import-meta-resolve)$|^load-plugins/;
  expect(
    loaded.filter((name) => late.test(name) && name !== path.join('subcommands', 'summaries.ts')),
  ).toEqual([]);
});

it('is the watcher for flatc watch only', () => {
  expect(loadedBy('config/run-project.ts')).toEqual(expect.arrayContaining(['tinyglobby', 'jsonc-parser']));
  expect(loadedBy('config/run-project.ts')).not.toContain('chokidar');
  expect(loadedBy('subcommands/watch.ts')).toContain('chokidar');
  expect(loadedBy('subcommands/init.ts')).not.toContain('tinyglobby');
});

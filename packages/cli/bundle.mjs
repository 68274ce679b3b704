// Puts the program into few files before it is packed: reading 200 modules takes longer than most runs of flatc. What is
// loaded only when needed stays in files of its own. Packages of others stay packages, with their licences.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

await build({
  entryPoints: ['dist/main.js'],
  outdir: 'bundle',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  // What generators print of themselves, and traces, should have the names of the sources.
  minify: false,
  external: Object.keys(dependencies).filter((name) => !name.startsWith('@fb/')),
  logLevel: 'warning',
});

#!/usr/bin/env node
// The program `flatc`. All it does is find the compiled command: in few files as it is packed, else as it is built.
import { existsSync } from 'node:fs';
import module from 'node:module';

// Node.js 22.8 and later keep what they compiled for the next run.
module.enableCompileCache?.();

const main = ['../bundle/main.js', '../dist/main.js']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url));
if (main !== undefined) {
  await (await import(main.href)).main();
} else {
  console.error('flatc: @fb/cli is not built: run `npm run build` at the root of the repository first');
  process.exitCode = 1;
}

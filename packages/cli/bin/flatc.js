#!/usr/bin/env node
// The program `flatc`. All it does is find the compiled command.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await (await import(main.href)).main();
} else {
  console.error('flatc: @fb/cli is not built: run `npm run build` at the root of the repository first');
  process.exitCode = 1;
}

// The typed program, as Node, Deno and Bun run it.
import { readFileSync } from 'node:fs';
import { describe } from './describe.js';

const bytes = readFileSync('craft.bin');
console.log(describe(bytes));
console.log(describe(bytes.subarray(0, 40)));

// The TypeScript compiler of builds and type checks: the native one, which takes an eighth of the time of the one in
// JavaScript that other tools need. Their declarations and code are the same.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const manifest = createRequire(import.meta.url).resolve('typescript-7/package.json');
await import(pathToFileURL(path.join(path.dirname(manifest), 'bin/tsc')).href);

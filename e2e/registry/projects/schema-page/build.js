// Bundles the page with the esbuild at the path given.
import { pathToFileURL } from 'node:url';
import { flatbuffers } from '@fb/unplugin/esbuild';

const { build } = await import(pathToFileURL(process.argv[2]).href);
await build({
  entryPoints: ['page.js'],
  bundle: true,
  outfile: 'out.js',
  plugins: [flatbuffers({ types: true })],
});

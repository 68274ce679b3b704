// What a page ships: files in memory bundled by esbuild, minified and compressed as a server sends them.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Sizes in bytes. */
export interface BundleSize {
  readonly minified: number;
  readonly gzip: number;
}

/** Packages are found from here. */
const FOLDER = fileURLToPath(new URL('../', import.meta.url));

/** The size of the program that begins with `entry`, one of `files` (TypeScript by path), with all that it imports. */
export async function bundleSize(
  files: Readonly<Record<string, string>>,
  entry: string,
): Promise<BundleSize> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    // The sources of this project, as its tests read them: nothing need be built before.
    conditions: ['@fb/source'],
    plugins: [
      {
        name: 'memory',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path: name, importer, namespace }) => {
            const from = namespace === 'memory' ? path.posix.dirname(importer) : '.';
            const file = path.posix.join(from, name).replace(/\.js$/, '.ts');
            return file in files ? { path: file, namespace: 'memory' } : undefined;
          });
          onLoad({ filter: /./, namespace: 'memory' }, ({ path: name }) => ({
            contents: files[name] ?? '',
            loader: 'ts',
            resolveDir: FOLDER,
          }));
        },
      },
    ],
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

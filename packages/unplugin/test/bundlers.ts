// The bundlers, each as a function from an entry file to a script. Nothing is minified, so that tests can read it.
import { rspack } from '@rspack/core';
import { build as esbuild, type OnLoadResult, type Plugin as EsbuildPlugin } from 'esbuild';
import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { flatbuffers as forEsbuild } from '../src/esbuild.js';
import type { FlatBuffersOptions } from '../src/index.js';
import { flatbuffers as forRollup } from '../src/rollup.js';
import { flatbuffers as forRspack } from '../src/rspack.js';
import { flatbuffers as forVite } from '../src/vite.js';
import { flatbuffers as forWebpack } from '../src/webpack.js';

/** A script, and the files that a watching bundler looks at; `null` where it does not tell them, which is Vite. */
export interface Bundle {
  readonly code: string;
  readonly watched: readonly string[] | null;
}

/** Bundles `main.js` in `folder`. */
export type Bundler = (folder: string, options: FlatBuffersOptions) => Promise<Bundle>;

/** The bundlers by name. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  async Vite(root, options) {
    const output = await vite({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [forVite(options)],
      build: {
        write: false,
        minify: false,
        rolldownOptions: { input: path.join(root, 'main.js'), output: { format: 'iife' } },
      },
    });
    const chunks = (Array.isArray(output) ? output : [output]).flatMap((each) =>
      'output' in each ? each.output : [],
    );
    const [code = ''] = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []));
    return { code, watched: null };
  },

  async Rollup(folder, options) {
    const input = path.join(folder, 'main.js');
    const bundle = await rollup({ input, plugins: [builtPackages(), forRollup(options)] });
    const { output } = await bundle.generate({ format: 'iife' });
    return { code: output[0].code, watched: bundle.watchFiles };
  },

  async esbuild(folder, options) {
    const watched: string[] = [];
    const { outputFiles } = await esbuild({
      absWorkingDir: folder,
      entryPoints: ['main.js'],
      bundle: true,
      write: false,
      logLevel: 'silent',
      plugins: [noting(forEsbuild(options), watched)],
    });
    return { code: outputFiles[0]?.text ?? '', watched };
  },

  webpack(folder, options) {
    const output = mkdtempSync(path.join(folder, 'webpack-'));
    const compiler = webpack({
      mode: 'development',
      devtool: false,
      target: 'web',
      context: folder,
      entry: './main.js',
      output: { path: output, filename: 'out.js' },
      plugins: [forWebpack(options)],
    });
    return new Promise((resolve, reject) => {
      compiler?.run((failure, stats) => {
        const errors = stats?.compilation.errors ?? [];
        const problem = failure ?? errors[0];
        if (problem !== undefined && problem !== null) return reject(problem);
        const watched = [...(stats?.compilation.fileDependencies ?? [])];
        compiler.close(() => resolve({ code: readFileSync(path.join(output, 'out.js'), 'utf8'), watched }));
      });
    });
  },

  Rspack(folder, options) {
    const output = mkdtempSync(path.join(folder, 'rspack-'));
    const compiler = rspack({
      mode: 'development',
      devtool: false,
      target: 'web',
      context: folder,
      entry: './main.js',
      output: { path: output, filename: 'out.js' },
      plugins: [forRspack(options)],
    });
    return new Promise((resolve, reject) => {
      compiler.run((failure, stats) => {
        const problem = failure ?? stats?.compilation.errors[0];
        if (problem !== undefined && problem !== null) return reject(new Error(problem.message));
        const watched = [...(stats?.compilation.fileDependencies ?? [])];
        compiler.close(() => resolve({ code: readFileSync(path.join(output, 'out.js'), 'utf8'), watched }));
      });
    });
  },
};

/** The plugin, whose results tell esbuild which files to watch, and `watched`. */
function noting({ name, setup }: EsbuildPlugin, watched: string[]): EsbuildPlugin {
  return {
    name,
    setup: (build) =>
      setup({
        ...build,
        onLoad: (filter, load) =>
          build.onLoad(filter, async (args): Promise<OnLoadResult | null | undefined> => {
            const result = await load(args);
            watched.push(...(result?.watchFiles ?? []));
            return result;
          }),
      }),
  };
}

/** Rollup alone knows nothing of packages: those of this repository as they were built. */
function builtPackages(): Plugin {
  const packages = path.join(import.meta.dirname, '../..');
  return {
    name: 'built-packages',
    resolveId: (id) =>
      id.startsWith('@fb/') ? path.join(packages, id.slice('@fb/'.length), 'dist/index.js') : null,
  };
}

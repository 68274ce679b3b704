// Writes the service worker: the names of all files of this build, and the code that keeps them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const code = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8');
const publicFolder = new URL('../public/', import.meta.url);

export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const made = Object.values(bundle).filter(({ fileName }) => !fileName.endsWith('.map'));
      const given = readdirSync(publicFolder).toSorted();
      const files = [
        './',
        ...given,
        ...made.map(({ fileName }) => fileName).filter((name) => name !== 'index.html'),
      ];
      const hash = createHash('sha256');
      for (const name of given) hash.update(readFileSync(new URL(name, publicFolder)));
      for (const each of made) hash.update(each.type === 'chunk' ? each.code : each.source);
      const version = `playground-${hash.digest('hex').slice(0, 16)}`;
      const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + code });
    },
  };
}

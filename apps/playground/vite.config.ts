// How the playground is built: static files that may lie in any folder of any server.
import { defineConfig } from 'vite';
import { offline } from './offline/plugin.js';

export default defineConfig({
  base: './',
  plugins: [offline()],
  // For browsers that know light-dark() and CompressionStream; with maps, so that its code can be read.
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    sourcemap: true,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', port: 4173 },
});

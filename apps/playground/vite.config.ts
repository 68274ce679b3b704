// How the playground is built: static files that may lie in any folder of any server.
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // Types in bytes and code are for readers of the repository: what is served is minified, with maps beside it.
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    sourcemap: true,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', port: 4173 },
});

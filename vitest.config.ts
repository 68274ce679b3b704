import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'bench', 'conformance', 'tools'],
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'] },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      'packages/*',
      'apps/*',
      'examples/{consumer,reader,tensors,third-party-generator}',
      'bench',
      'e2e/browser',
      'conformance',
      'docs',
      'tools',
      'e2e/registry',
    ],
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'] },
  },
});

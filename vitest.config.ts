import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // All processors: much of the time tests wait for compilers and browsers.
    maxWorkers: '100%',
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

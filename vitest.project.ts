// One vitest project: tests of a package read the sources of every package, so no build is needed.
import { defineProject, type UserWorkspaceConfig } from 'vitest/config';

/** The vitest configuration of the workspace called `name`. */
export function project(name: string): UserWorkspaceConfig {
  return defineProject({
    resolve: { conditions: ['@fb/source'] },
    ssr: { resolve: { conditions: ['@fb/source', 'module', 'node', 'development|production'] } },
    test: {
      name,
      include: ['test/**/*.test.ts'],
      // Most of the time of a short test file would go into loading again what the file before it had loaded.
      isolate: false,
      // A generous limit: only a hang is a failure, not a slow machine.
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  });
}

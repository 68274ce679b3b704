import { describe, expect, it } from 'vitest';
import { helloWorlds } from '../src/hello-worlds.js';

describe('bundles', () => {
  it.each(helloWorlds)('stay below their ceiling: $name', async (world) => {
    const { gzip } = await world.size();
    expect(gzip).toBeLessThanOrEqual(world.ceiling);
    // A ceiling far above says nothing: lower it.
    expect(gzip).toBeGreaterThan(0.9 * world.ceiling);
  });
});

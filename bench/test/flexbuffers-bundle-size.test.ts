import { describe, expect, it } from 'vitest';
import { FLEX_WORLDS, flexWorldSize } from '../src/flexbuffers-worlds.js';

describe('bundles with FlexBuffers', () => {
  it.each(FLEX_WORLDS)('stay below their ceiling: $name', async ({ text, ceiling }) => {
    const { gzip } = await flexWorldSize(text);
    expect(gzip).toBeLessThanOrEqual(ceiling);
    // A ceiling far above says nothing: lower it.
    expect(gzip).toBeGreaterThan(0.9 * ceiling);
  });
});

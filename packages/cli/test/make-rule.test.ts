import { describe, expect, it } from 'vitest';
import { makeRule } from '../src/make-rule.js';

describe('make rules', () => {
  it('name each path once', () => {
    expect(makeRule(['s.bfbs'], ['s.fbs', 'i.fbs', 's.fbs'])).toBe('s.bfbs: s.fbs i.fbs');
  });

  it('list all outputs before the colon', () => {
    expect(makeRule(['a.ts', 'b.ts'], ['s.fbs'])).toBe('a.ts b.ts: s.fbs');
  });

  it('break before they are 80 columns wide', () => {
    const long = `dir/${'x'.repeat(60)}.fbs`;
    const rule = makeRule(['w.bin'], ['w.fbs', long, 'n.fbs']);
    expect(rule).toBe(`w.bin: w.fbs \\\n ${long} n.fbs`);
    for (const line of rule.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('escape what make would read as syntax', () => {
    expect(makeRule(['a b.bin'], ['c$d#.fbs'])).toBe('a\\ b.bin: c$$d\\#.fbs');
  });
});

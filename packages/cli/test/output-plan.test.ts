import { describe, expect, it } from 'vitest';
import { OutputPlan } from '../src/output-plan.js';

describe('where outputs lie', () => {
  it.each([
    ['', 'a/b.ts', 'a/b.ts'],
    ['out', 'a/b.ts', 'out/a/b.ts'],
    ['out/', 'b.ts', 'out/b.ts'],
    ['/', 'b.ts', '/b.ts'],
  ])('%j and %j give %j', (directory, path, expected) => {
    const plan = new OutputPlan(directory);
    expect(plan.add({ path, content: 'x' }, 's.fbs', 'refuse')).toBeNull();
    expect([...plan.files]).toEqual([[expected, new TextEncoder().encode('x')]]);
  });

  it.each(['../x', 'a/../../x', '/x', 'a//x', './x', 'a\\..\\x', 'x\0', '', 'a/', '..'])(
    'refuses %j',
    (path) => {
      const plan = new OutputPlan('out');
      expect(plan.add({ path, content: '' }, 's.fbs', 'refuse')?.code).toBe('OUTPUT-OUTSIDE');
      expect(plan.files.size).toBe(0);
    },
  );
});

describe('two outputs at one path', () => {
  it('are fine if they are the same', () => {
    const plan = new OutputPlan('');
    plan.add({ path: 'x', content: 'same' }, 'a.fbs', 'refuse');
    expect(plan.add({ path: 'x', content: 'same' }, 'b.fbs', 'refuse')).toBeNull();
  });

  it('of two inputs are refused, naming both', () => {
    const plan = new OutputPlan('');
    plan.add({ path: 'd.bin', content: 'one' }, 'a/d.json', 'refuse');
    const problem = plan.add({ path: 'd.bin', content: 'two' }, 'b/d.json', 'refuse');
    expect(problem?.message).toBe('b/d.json and a/d.json would both write d.bin');
  });

  it('may be replaced by a later input, with a warning', () => {
    const plan = new OutputPlan('');
    plan.add({ path: 'ns.ts', content: 'one' }, 'a.fbs', 'replace');
    expect(plan.add({ path: 'ns.ts', content: 'two' }, 'b.fbs', 'replace')?.severity).toBe('warning');
    expect(plan.files.get('ns.ts')).toEqual(new TextEncoder().encode('two'));
  });

  it('of one input are refused', () => {
    const plan = new OutputPlan('');
    plan.add({ path: 'x', content: 'one' }, 'a.fbs', 'replace');
    expect(plan.add({ path: 'x', content: 'two' }, 'a.fbs', 'replace')?.code).toBe('OUTPUT-TWICE');
  });
});

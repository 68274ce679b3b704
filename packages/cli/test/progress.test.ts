import { describe, expect, it } from 'vitest';
import { progressOn, type Progress } from '../src/progress.js';

/** A progress at given times, and what it wrote. */
function shown(
  terminal: { isTTY?: boolean; columns?: number },
  wanted: boolean,
  work: (progress: Progress, tick: (ms: number) => void) => void,
): string {
  let text = '';
  let time = 0;
  const stderr = { ...terminal, write: (part: string | Uint8Array) => (text += String(part)) };
  const progress = progressOn({ stdout: stderr, stderr, cwd: '.', env: {} }, wanted, () => time);
  work(progress, (ms) => (time += ms));
  return text;
}

function long(progress: Progress, tick: (ms: number) => void): void {
  progress.step(1, 3, 'a.json');
  tick(699);
  progress.step(2, 3, 'b.json');
  tick(1);
  progress.step(3, 3, 'c\u001b.json');
  progress.clear();
  progress.clear();
}

describe('progress', () => {
  it('appears on a terminal once it takes long, and goes', () => {
    expect(shown({ isTTY: true }, true, long)).toBe('\r\u001b[2K[3/3] c?.json\r\u001b[2K');
    expect(shown({ isTTY: true, columns: 8 }, true, long)).toBe('\r\u001b[2K[3/3] c\r\u001b[2K');
  });

  it('does not appear elsewhere, nor where it is not wanted', () => {
    expect(shown({}, true, long)).toBe('');
    expect(shown({ isTTY: true }, false, long)).toBe('');
  });

  it('is not renewed all the time', () => {
    const text = shown({ isTTY: true }, true, (progress, tick) => {
      for (let i = 0; i < 1000; i++) {
        tick(1);
        progress.step(i, 1000, 'x');
      }
    });
    expect(text.match(/\[/g)?.length).toBeLessThan(10);
  });

  it('tells of work whose steps cannot be counted, and makes the text only if it is shown', () => {
    let made = 0;
    const text = shown({ isTTY: true }, true, (progress, tick) => {
      for (let i = 0; i < 1000; i++) {
        tick(1);
        progress.say(() => `${++made}`);
      }
      progress.clear();
    });
    expect(text).toMatch(/1[^]*2/);
    expect(made).toBeLessThan(10);
  });
});

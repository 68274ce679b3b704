// Times and tables. Cases that are to be compared run in turn, so that a busy machine slows all of them alike.

/** Milliseconds that each case takes: the median over `rounds` rounds, after one that does not count. */
export async function medians<Name extends string>(
  cases: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(cases) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await cases[name]();
      if (round >= 0) measured.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/**
 * Nanoseconds of work that one of `runs` calls takes, on all processors: waiting for other programs does not count, so
 * this is the measure for short calls on a busy machine.
 */
export function work(call: () => unknown, runs: number): number {
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run++) call();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / runs;
}

/** A table in the form that a README can hold. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  console.log([line(head), line(rule), ...rows.map(line)].join('\n'));
}

/** Milliseconds for people. */
export function inMs(time: number): string {
  return `${time < 100 ? time.toFixed(1) : Math.round(time)} ms`;
}

/** How many times faster than a peer. */
export function times(peer: number, own: number): string {
  return `${(peer / own).toFixed(2)}x`;
}

/** The middle of `values`. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

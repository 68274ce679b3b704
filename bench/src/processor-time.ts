// Time that the processor worked for this process, rather than time that passed: on a machine that others use as well, the
// one can be measured and the other not.

/**
 * Milliseconds of processor time that each case takes: the lower quartile over `rounds` rounds, in which the cases run in
 * turn, after a fifth as many that do not count. Of a short case, repeat it: the clock counts microseconds.
 */
export function processorTimes<Name extends string>(
  cases: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(cases) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -Math.floor(rounds / 5); round < rounds; round++) {
    for (const name of names) {
      const start = process.cpuUsage();
      cases[name]();
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) measured.get(name)?.push((user + system) / 1000);
    }
  }
  return Object.fromEntries(names.map((name) => [name, quartile(measured.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

function quartile(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)] ?? NaN;
}

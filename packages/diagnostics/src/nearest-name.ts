// "Did you mean": the known name that a mistyped one is nearest to.

/** Names beyond this many are not compared: a hint is not worth a slow compiler. */
const MAX_CANDIDATES = 5000;

/** Longer names are not compared, for the same reason. */
const MAX_LENGTH = 64;

/**
 * The candidate nearest to `name` by edit distance, if it is near enough to be a slip of the fingers: one
 * mistake for each three letters, letter case aside. `null` if there is none; of equally near ones one that
 * begins alike, else the first. @public
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  if (name.length > MAX_LENGTH) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.floor(name.length / 3) + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MAX_CANDIDATES) break;
    if (Math.abs(candidate.length - name.length) >= bestDistance || candidate === name) continue;
    const known = candidate.toLowerCase();
    // Of equally near ones rather the one that goes on, or ends early: a letter too many or too few.
    const goesOn = known.startsWith(wanted) || wanted.startsWith(known);
    const distance = editDistance(wanted, known) - (goesOn ? 0.5 : 0);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The hint `did you mean "…"?` with the {@link nearestName}; `null` if there is none. @public */
export function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const near = nearestName(name, candidates);
  return near === null ? null : `did you mean "${near}"?`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

// Paths of fields, as `@fb/inspect` writes them: `weapons[2].name`.

/** Whether `path` is `above`, or a field or element below it; everything is below the empty path, the root. */
export function isAtOrBelow(path: string, above: string): boolean {
  if (!path.startsWith(above)) return false;
  const next = path.charAt(above.length);
  return above === '' || next === '' || next === '.' || next === '[';
}

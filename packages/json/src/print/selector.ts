// A path to a part of a document: `$.weapons[2].name`.

/** The names and indexes of a path, with or without `$` in front; `null` if it is malformed. */
export function parseSelector(path: string): readonly (string | number)[] | null {
  const text = path.startsWith('$') ? path.slice(1) : /^[[.]/.test(path) || path === '' ? path : `.${path}`;
  const steps: (string | number)[] = [];
  const pattern = /\.([A-Za-z_]\w*)|\[(\d{1,10})\]/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return null;
    steps.push(match[1] ?? Number(match[2]));
  }
  return steps;
}

// Code in its namespaces: opened and closed only as far as the next piece needs.
import { blank, type Code } from '@fb/codegen';

/** Code that belongs in a namespace. */
export interface Placed {
  readonly namespace: readonly string[];
  readonly code: Code;
}

/** The pieces in order, those that are empty left out. */
export function inNamespaces(pieces: readonly Placed[]): Code {
  const lines: Code[] = [];
  let open: readonly string[] = [];
  const enter = (namespace: readonly string[]): void => {
    let shared = 0;
    while (shared < open.length && open[shared] === namespace[shared]) shared++;
    for (const name of open.slice(shared).toReversed()) lines.push(`}  // namespace ${name}`);
    if (shared < open.length) lines.push(blank);
    for (const name of namespace.slice(shared)) lines.push(`namespace ${name} {`);
    if (shared < namespace.length) lines.push(blank);
    open = namespace;
  };
  for (const { namespace, code } of pieces) {
    if (isEmpty(code)) continue;
    enter(namespace);
    lines.push(code, blank);
  }
  enter([]);
  return lines;
}

/** Whether there is no line in it. */
export function isEmpty(code: Code): boolean {
  if (Array.isArray(code)) return (code as readonly Code[]).every(isEmpty);
  return typeof code === 'object' && (code as { readonly kind?: string }).kind === 'blank';
}

// Text as one word of a shell.

/** A word of bash or zsh, which take nothing inside of single quotes for anything else. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

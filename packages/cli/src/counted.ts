// Numbers of things in words.

/** So many of `what`, whose plural has an s: `1 error`, `2 errors`. */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

// The shells there is a completion script for.

/** Their names. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** One of them. */
export type Shell = (typeof SHELLS)[number];

/** Whether there is a script for `name`. */
export function isShell(name: string | undefined): name is Shell {
  return SHELLS.some((shell) => shell === name);
}

// What was thrown by code that is not ours, in a line for people: anything can be thrown.

/** The first line of the message of `error`; where the message is empty, its name. */
export function thrownReason(error: unknown): string {
  try {
    const text = error instanceof Error ? error.message || error.name : String(error);
    return text.split('\n', 1)[0] ?? '';
  } catch {
    return 'it threw what cannot be shown';
  }
}

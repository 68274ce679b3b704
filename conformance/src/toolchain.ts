// What a machine has of what the tests of other languages need. A test that cannot run says so and is skipped; where
// tests must be complete, which the variable `CI` says, a missing toolchain is a failure.

/** Whether tests must be complete. */
function inCi(): boolean {
  const value = process.env['CI'];
  return value !== undefined && value !== '' && value !== 'false';
}

/** Says that tests are skipped because `reason`, which is given back. Throws where tests must be complete. */
export function missing(reason: string): string {
  if (inCi()) throw new Error(`${reason}, and where CI is set it must not be missing`);
  return skipped(reason);
}

/** The same for what no machine needs to have: another release of what is tested already. Never throws. */
export function skipped(reason: string): string {
  console.warn(`skipped: ${reason}`);
  return reason;
}

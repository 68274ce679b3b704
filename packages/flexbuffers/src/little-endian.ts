// The byte order of the machine.

/** Whether this machine keeps numbers as the format does. */
export function littleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}

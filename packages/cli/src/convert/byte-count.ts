// Numbers of bytes as people write them.

/** The bytes that `text` says, such as `65536`, `64K`, `64M` or `1G`; `null` if it says none. */
export function byteCount(text: string): number | null {
  const [, digits, unit = ''] = /^(\d{1,15})([KMG]?)$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const exponent = ['', 'K', 'M', 'G'].indexOf(unit.toUpperCase());
  return Number(digits) * 1024 ** exponent;
}

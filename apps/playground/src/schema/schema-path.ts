// What a file of the page may be called: a path that stays below the folder it is put into, wherever it is unpacked.

/** Whether a path is one: no step upwards or to where it is, no empty part, neither a root nor a drive of its own. */
export function isSchemaPath(path: string): boolean {
  // Backslashes and drives lead elsewhere on Windows; control characters are in no honest name.
  if (/[\\\p{Cc}]|^[a-z]:/iu.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

// String literals: the way back from `stringValue`.

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
};

/** A literal in double quotes. Bytes that were no UTF-8 (lone surrogates U+DC80..U+DCFF) are written as bytes. */
export function printString(text: string): string {
  // With the flag `u` the class does not match halves of pairs.
  const body = text.replace(/["\\\p{Cc}\udc80-\udcff]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0xff) return `\\x${(code & 0xff).toString(16)}`;
    return ESCAPES[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `"${body}"`;
}

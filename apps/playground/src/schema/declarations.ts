// The names that a text declares, found without a parser: it must work while the text is half-written.

export interface Declaration {
  readonly kind: 'table' | 'struct' | 'enum' | 'union';
  readonly name: string;
  /** Of enums. */
  readonly values: readonly string[];
}

/** Tables, structs, enums and unions of a text, in order. */
export function declarationsIn(text: string): readonly Declaration[] {
  const plain = text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
  const found = plain.matchAll(/\b(table|struct|enum|union)\s+([A-Za-z_]\w*)(?:[^{};]*\{([^{}]*)\})?/g);
  return Array.from(found, ([, kind, name = '', body = '']) => ({
    kind: kind as Declaration['kind'],
    name,
    values:
      kind === 'enum'
        ? Array.from(body.matchAll(/([A-Za-z_]\w*)\s*(?:=[^,]*)?(?:,|$)/g), (value) => value[1] ?? '').filter(
            Boolean,
          )
        : [],
  }));
}

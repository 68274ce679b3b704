// Small changes of a schema's text, as people make them between two versions; what is made may be no schema any more.
import * as fc from 'fast-check';

/** One change: what to do, where, and which of the words to take. */
export interface SchemaChange {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly pick: number;
}

const KINDS = [
  'swap',
  'remove',
  'double',
  'rename',
  'type',
  'number',
  'plain',
  'value',
  'attribute',
] as const;

/** Changes at random. */
export const schemaChange: fc.Arbitrary<SchemaChange> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(),
  pick: fc.nat(),
});

const TYPES =
  'bool byte ubyte short ushort int uint long ulong float double string [ubyte] [ulong] [string] [float:3]'.split(
    ' ',
  );
const ATTRIBUTES = [
  'required',
  'deprecated',
  'key',
  'offset64',
  'vector64',
  'bit_flags',
  'force_align: 16',
  'shared',
];

const VALUES = ['0', '1', 'null', '"hi"', '[]', '1.5', '1.50', 'true', 'V0', 'V1'];

/** The first line of a type, and its name. */
const DEFINITION = /^(?:enum|struct|table|union) (\w+)/;

/** The text with the change made to one of its lines, of those that it can be made to. */
export function changeSchema(text: string, { kind, at, pick }: SchemaChange): string {
  const lines = text.split('\n');
  const places = lines.flatMap((line, i) => (canChange(line, kind) ? [i] : []));
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return text;
  const line = lines[place] ?? '';
  const definition = DEFINITION.exec(line)?.[1];
  // Of a type, with all that refer to it.
  if (kind === 'rename' && definition !== undefined)
    return text.replaceAll(new RegExp(`\\b${definition}\\b`, 'g'), `R${pick % 5}`);
  if (kind === 'type') {
    const names = lines.flatMap((each) => DEFINITION.exec(each)?.[1] ?? []);
    const types = [...TYPES, ...names, ...names.map((name) => `[${name}]`)];
    lines[place] = line.replace(/(\w+\s*:\s*)(\[[^\]]*\]|[\w.]+)/, `$1${types[pick % types.length]}`);
    return lines.join('\n');
  }
  lines.splice(place, kind === 'swap' ? 2 : 1, ...changeLine(line, lines[place + 1] ?? '', kind, pick));
  return lines.join('\n');
}

function canChange(line: string, kind: SchemaChange['kind']): boolean {
  if (kind === 'swap' || kind === 'remove') return true;
  if (/^\s*\/\/|^attribute|^\}|^$/.test(line)) return false;
  if (kind === 'type') return /\w+\s*:|enum|union/.test(line);
  if (kind === 'number') return /[^\w.]-?\d+/.test(line);
  if (kind === 'plain') return /\(|=/.test(line);
  if (kind === 'value') return /^\s+\w+:/.test(line);
  return kind !== 'double' || /^\s/.test(line);
}

function changeLine(
  line: string,
  next: string,
  kind: Exclude<SchemaChange['kind'], 'type'>,
  pick: number,
): string[] {
  const one = (words: readonly string[]): string => words[pick % words.length] ?? '';
  switch (kind) {
    case 'swap':
      return [next, line];
    case 'remove':
      return [];
    case 'double':
      return [line, line.replace(/\w+/, `n${pick % 5}`)];
    case 'rename':
      return [line.replace(/^(\s*(?:(?:namespace|root_type) )?)\w+/, `$1R${pick % 5}`)];
    case 'number':
      return [line.replace(/([^\w.])-?\d+/, `$1${pick % 7}`)];
    case 'plain':
      return [pick % 2 === 0 ? line.replace(/ \([^)]*\)/, '') : line.replace(/ = [^,;(]*/, '')];
    case 'value':
      return [line.replace(/( = [^,;(]*)?( \(.*\))?;$/, ` = ${one(VALUES)}$2;`)];
    case 'attribute':
      if (/\)[;,{ ]*$/.test(line))
        return [line.replace(/\(([^)]*)\)([;,{ ]*)$/, `($1, ${one(ATTRIBUTES)})$2`)];
      return [line.replace(/([;,]| \{)$/, ` (${one(ATTRIBUTES)})$1`)];
  }
}

// The documents that FlexBuffers and their peers are compared on. Each is the same in every run.

/** What one document is called, its value, and how often it is encoded in one measurement. */
export interface FlexDocument {
  readonly name: string;
  readonly value: unknown;
  readonly times: number;
}

/** A record of the first document. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly score: number;
  readonly tags: readonly string[];
  readonly address: { readonly street: string; readonly city: string; readonly zip: number };
  readonly visits: readonly number[];
  readonly manager: number | null;
}

export const RECORDS = 1_000;
export const KEYS = 10_000;
export const NUMBERS = 100_000;

/**
 * 1,000 records (about 200 KB of JSON), a small message, 100,000 doubles, a map of 10,000 keys. Floats in the first two fit
 * 32 bits: npm `flatbuffers` cannot read a 64-bit float beside a string.
 */
export function flexDocuments(): readonly FlexDocument[] {
  return [
    { name: `${RECORDS} records`, value: people(), times: 1 },
    { name: 'small message', value: message(), times: 1_000 },
    { name: `${NUMBERS} doubles`, value: doubles(), times: 1 },
    { name: `map of ${KEYS} keys`, value: dictionary(), times: 1 },
  ];
}

/** The records. */
export function people(): Person[] {
  const next = random();
  const word = (): string => WORDS[next(WORDS.length)] ?? '';
  return Array.from({ length: RECORDS }, (_, id) => {
    const first = word();
    const last = word();
    return {
      id,
      name: `${first} ${last}`,
      email: `${first}.${last}.${id}@example.org`,
      active: next(2) === 1,
      score: next(4_000) / 4,
      tags: Array.from({ length: next(4) }, word),
      address: { street: `${next(200)} ${word()} Street`, city: word(), zip: 10_000 + next(90_000) },
      visits: Array.from({ length: 1 + next(4) }, () => next(100_000)),
      manager: next(3) === 0 ? null : next(RECORDS),
    };
  });
}

/** A key of {@link dictionary}. */
export function dictionaryKey(i: number): string {
  return `entry/${(i * 7919) % KEYS}`;
}

function message(): unknown {
  return {
    type: 'order',
    id: 81_234,
    urgent: true,
    total: 112.5,
    customer: { name: 'Ada Example', city: 'London' },
    items: [
      { sku: 'A-17', count: 2, price: 12.25 },
      { sku: 'B-4', count: 1, price: 88 },
    ],
    note: null,
  };
}

function doubles(): number[] {
  const next = random();
  return Array.from({ length: NUMBERS }, () => (next(2 ** 30) + 0.1) / 3);
}

function dictionary(): Record<string, number> {
  return Object.fromEntries(Array.from({ length: KEYS }, (_, i) => [dictionaryKey(i), i]));
}

const WORDS =
  'amber birch cedar dahlia elm fern ginger hazel iris jasmine kelp lotus maple nettle olive poppy quince rose sage thyme'.split(
    ' ',
  );

/** Whole numbers below a bound, the same in every run. */
function random(): (bound: number) => number {
  let state = 1;
  return (bound) => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return Math.floor(((state >>> 0) / 2 ** 32) * bound);
  };
}

// Which value of one version is which of the other: by name, else by number, as a renamed one keeps it.
import type { Pair } from './rule.js';

/** An enum's value or a union's member. */
interface Numbered {
  readonly name: string;
  readonly value: bigint;
}

/** What became of values. */
export interface NumberMatch<T> {
  /** By name. */
  readonly kept: readonly Pair<T>[];
  /** By number, where the name is gone. */
  readonly renamed: readonly Pair<T>[];
  readonly removed: readonly T[];
  /** With numbers that did not exist. */
  readonly added: readonly T[];
}

/** Pairs up values. A number that has more than one name is known as long as one of them stays. */
export function matchNumbers<T extends Numbered>(base: readonly T[], next: readonly T[]): NumberMatch<T> {
  const before = new Map(base.map((value) => [value.name, value]));
  const now = new Map(next.map((value) => [value.name, value]));
  const numbersBefore = new Set(base.map(({ value }) => value));
  const kept: Pair<T>[] = [];
  const renamed: Pair<T>[] = [];
  const removed: T[] = [];
  /** Values by number, without those that had another number: they do not stand for it in old data. */
  const heirs = new Map<bigint, T>();
  for (const value of next) {
    const same = before.get(value.name);
    if (same !== undefined) kept.push({ base: same, next: value });
    if (same === undefined || same.value === value.value) heirs.set(value.value, value);
  }
  for (const value of base) {
    if (now.has(value.name)) continue;
    const heir = heirs.get(value.value);
    if (heir === undefined) removed.push(value);
    else renamed.push({ base: value, next: heir });
  }
  const added = next.filter(({ name, value }) => !before.has(name) && !numbersBefore.has(value));
  return { kept, renamed, removed, added };
}

// How a definition is called from a namespace, such that the look-up of names, which has no way to begin at the
// global namespace, finds it and nothing nearer.
import type { Definition, Schema } from '@fb/schema';

/** Finds names for the types of a schema. */
export class TypeNames {
  readonly #enums: ReadonlySet<string>;
  readonly #objects: ReadonlySet<string>;
  /** How many objects and enums have a simple name. */
  readonly #uses = new Map<string, number>();

  constructor(schema: Schema) {
    this.#enums = new Set(schema.enums.map((def) => def.fullName));
    this.#objects = new Set(schema.objects.map((def) => def.fullName));
    for (const { name } of [...schema.enums, ...schema.objects])
      this.#uses.set(name, (this.#uses.get(name) ?? 0) + 1);
  }

  /**
   * The name of `target` in `namespace`. Where the language has none, since something nearer is called the same
   * from there, the full name.
   */
  nameOf(target: Definition & { readonly kind: string }, namespace: readonly string[]): string {
    const { fullName, name } = target;
    const isEnum = target.kind === 'enum' || target.kind === 'union';
    // A mention before the definition goes to the first that has the name, in whatever namespace.
    const isPlain = isEnum || this.#uses.get(name) === 1;
    const isNear = target.namespace.join('.') === namespace.join('.');
    const candidates = [...(isPlain && isNear ? [name] : []), fullName, ...this.#shorter(target)];
    return candidates.find((text) => this.#find(text, namespace, isEnum) === fullName) ?? fullName;
  }

  /** The full name without its first parts, longest first. */
  #shorter({ namespace, name }: Definition): string[] {
    return namespace.map((_, index) => [...namespace.slice(index + 1), name].join('.'));
  }

  /** The full name of what is found for a text: any enum in sight comes before all objects. */
  #find(text: string, namespace: readonly string[], isEnum: boolean): string | undefined {
    const prefixes = [...namespace.keys(), namespace.length].toReversed().map((length) =>
      namespace
        .slice(0, length)
        .map((part) => `${part}.`)
        .join(''),
    );
    const full = prefixes.map((prefix) => prefix + text);
    const enumName = full.find((each) => this.#enums.has(each));
    return isEnum || enumName !== undefined ? enumName : full.find((each) => this.#objects.has(each));
  }
}

// Names to declarations, in the order in which the reference compiler meets them, because that order decides what a
// name means. What is not found that way is looked up once more among all definitions, so that order does not matter.
import type { Span } from '@fb/diagnostics';
import { BUILTIN_ATTRIBUTES, type Attribute, type SchemaFile } from '@fb/schema';
import { schemaFiles, type FileUnit } from '../loader.js';
import { findAttribute, readAttributes, type AttributeList } from './attributes.js';
import { messages } from '../messages.js';
import type { LoadOptions } from '../options.js';
import type { Report } from '../report.js';
import { docBefore } from '../syntax/doc-comments.js';
import type {
  AttributeSyntax,
  EnumSyntax,
  FieldSyntax,
  MemberSyntax,
  NameSyntax,
  ObjectSyntax,
  ServiceSyntax,
} from '../syntax/syntax.js';
import { AttributeNames } from './attribute-names.js';
import type {
  EnumDraft,
  FieldDraft,
  MemberDraft,
  ObjectDraft,
  Program,
  Scope,
  ServiceDraft,
  Target,
  TypeRef,
} from './draft.js';
import { SCALAR_WORDS } from './scalar-words.js';
import { SymbolTable } from './symbols.js';

/** A schema with its names bound, and the attributes it declares. */
export interface Bound {
  readonly program: Program;
  readonly attributeNames: AttributeNames;
  readonly symbols: SymbolTable;
}

/** Binds the names of all files. */
export function bind(units: readonly FileUnit[], options: LoadOptions, report: Report): Bound {
  const symbols = new SymbolTable(options.strict === true, report);
  const attributeNames = new AttributeNames(options.strict === true, report);
  const program: Program = {
    units,
    files: schemaFiles(units),
    objects: [],
    enums: [],
    services: [],
    roots: [],
    settings: [],
    json: [],
  };
  for (const unit of units) new UnitBinder(unit, program, symbols, attributeNames, report).bind();
  symbols.finish();
  attributeNames.finish();
  return { program, attributeNames, symbols };
}

class UnitBinder {
  readonly #unit: FileUnit;
  readonly #program: Program;
  readonly #symbols: SymbolTable;
  readonly #attributeNames: AttributeNames;
  readonly #report: Report;
  #scope: Scope;

  constructor(
    unit: FileUnit,
    program: Program,
    symbols: SymbolTable,
    attributeNames: AttributeNames,
    report: Report,
  ) {
    this.#unit = unit;
    this.#program = program;
    this.#symbols = symbols;
    this.#attributeNames = attributeNames;
    this.#report = report;
    this.#scope = { unit, namespace: [], prefixes: [''] };
  }

  bind(): void {
    const unit = this.#unit;
    for (const declaration of unit.syntax.declarations) {
      switch (declaration.kind) {
        case 'table':
        case 'struct':
          this.#object(declaration);
          break;
        case 'enum':
        case 'union':
          this.#enum(declaration);
          break;
        case 'service':
          this.#service(declaration);
          break;
        case 'namespace':
          this.#scope = this.#scopeOf(declaration.name);
          break;
        case 'root': {
          const symbol = this.#symbols.findExact(declaration.name.text, this.#scope);
          this.#program.roots.push({ scope: this.#scope, syntax: declaration, symbol });
          break;
        }
        case 'attribute':
          this.#attributeNames.declare(unit, declaration.value);
          break;
        case 'identifier':
        case 'extension':
          this.#program.settings.push({ unit, syntax: declaration });
          break;
        case 'json':
          if (unit.isMain) this.#program.json.push({ unit, syntax: declaration });
          break;
        case 'include':
        case 'native include':
          break;
      }
    }
  }

  #object(syntax: ObjectSyntax): void {
    const name = this.#text(syntax.name);
    const span = this.#span(syntax.name);
    const attributes = this.#attributes(syntax.attributes);
    const named = this.#definition(syntax.name, syntax.first, name);
    const def: ObjectDraft['def'] =
      syntax.kind === 'table'
        ? { kind: 'table', ...named, fields: [], writeOrder: [], key: null }
        : { kind: 'struct', ...named, fields: [], size: 0, align: 1, key: null };
    const draft: ObjectDraft = {
      kind: syntax.kind,
      scope: this.#scope,
      syntax,
      name,
      span,
      fields: [],
      def,
      type: def.kind === 'table' ? { kind: 'table', table: def } : { kind: 'struct', struct: def },
      attributes,
    };
    this.#symbols.defineObject(draft);
    this.#program.objects.push(draft);
    for (const field of syntax.fields) draft.fields.push(this.#field(draft, field));
  }

  #field(object: ObjectDraft, syntax: FieldSyntax): FieldDraft {
    const name = this.#text(syntax.name);
    const span = this.#span(syntax.name);
    this.#symbols.checkFieldName(name, span, this.#scope);
    const typeName = syntax.type?.name ?? null;
    const ref = typeName === null ? null : this.#typeRef(typeName, true);
    const attributes = this.#attributes(syntax.attributes);
    return {
      object,
      syntax,
      name,
      span,
      ref,
      nested: this.#nested(attributes, syntax),
      attributes,
      type: null,
      def: null,
    };
  }

  /** The table that `nested_flatbuffer` names. */
  #nested(attributes: AttributeList, syntax: FieldSyntax): TypeRef | null {
    if (attributes.items.length === 0) return null;
    const attribute = findAttribute(attributes, 'nested_flatbuffer');
    if (attribute?.isString !== true || attribute.value === null) return null;
    const token =
      syntax.attributes.find((item) => this.#span(item.name).start === attribute.span.start)?.value ?? 0;
    return this.#symbols.mentionObject({ first: token, end: token + 1, text: attribute.value }, this.#scope);
  }

  #enum(syntax: EnumSyntax): void {
    const name = this.#text(syntax.name);
    const definition = this.#definition(syntax.name, syntax.first, name);
    const base = syntax.underlying?.name ?? null;
    const def: EnumDraft['def'] = {
      kind: 'enum',
      ...definition,
      underlying: syntax.kind === 'union' ? 'ubyte' : 'short',
      bitFlags: false,
      values: [],
      union: null,
    };
    const union: EnumDraft['union'] =
      syntax.kind === 'enum'
        ? null
        : {
            kind: 'union',
            ...definition,
            discriminator: def,
            members: [],
            explicitUnderlying: !syntax.untyped,
          };
    def.union = union;
    const draft: EnumDraft = {
      kind: syntax.kind,
      scope: this.#scope,
      syntax,
      name,
      span: this.#span(syntax.name),
      def,
      union,
      type: union === null ? { kind: 'enum', enum: def } : { kind: 'union', union },
      attributes: this.#attributes(syntax.attributes),
      members: [],
      underlying: null,
      base: base === null ? null : this.#symbols.mentionEnum(base, this.#scope),
    };
    this.#symbols.defineEnum(draft);
    this.#program.enums.push(draft);
    for (const member of syntax.members) draft.members.push(this.#member(draft, member));
  }

  #member(draft: EnumDraft, syntax: MemberSyntax): MemberDraft {
    const { name, type } = syntax;
    let ref: TypeRef | null = null;
    if (draft.kind === 'union') {
      // A bare name is that of an object, whatever else is called so.
      ref = type === null ? this.#symbols.mentionObject(name, this.#scope) : this.#typeRef(type.name, true);
    }
    const span = this.#nodeSpan(name);
    return { syntax, name: name.text, span, ref, attributes: this.#attributes(syntax.attributes), def: null };
  }

  #service(syntax: ServiceSyntax): void {
    const name = this.#text(syntax.name);
    const attributes = this.#attributes(syntax.attributes);
    const calls = syntax.calls.map((call) => ({
      syntax: call,
      name: this.#text(call.name),
      span: this.#span(call.name),
      request: this.#typeRef(call.request, false),
      response: this.#typeRef(call.response, false),
      attributes: this.#attributes(call.attributes),
    }));
    const def: ServiceDraft['def'] = {
      kind: 'service',
      ...this.#definition(syntax.name, syntax.first, name),
      calls: [],
    };
    const draft: ServiceDraft = {
      scope: this.#scope,
      syntax,
      name,
      span: this.#span(syntax.name),
      calls,
      attributes,
      def,
    };
    this.#symbols.defineService(draft);
    this.#program.services.push(draft);
  }

  #typeRef(name: NameSyntax | null, scalars: boolean): TypeRef | null {
    if (name === null) return null;
    const word = scalars ? WORD_TARGETS.get(name.text) : undefined;
    if (word !== undefined) return { scope: this.#scope, name, target: word, late: false };
    return this.#symbols.mention(name, this.#scope);
  }

  #attributes(syntaxes: readonly AttributeSyntax[]): AttributeList {
    const list = readAttributes(this.#unit, syntaxes, this.#report);
    for (const item of list.items) {
      if (!BUILTIN_ATTRIBUTES.has(item.name)) this.#attributeNames.use(item.name, item.span);
    }
    return list;
  }

  #scopeOf(name: NameSyntax | null): Scope {
    if (name === null) return { unit: this.#unit, namespace: [], prefixes: [''] };
    const namespace = Object.freeze(name.text.split('.'));
    const depth = MAX_NAMESPACE_DEPTH;
    if (namespace.length > depth) {
      this.#report(messages.create('DEPTH', this.#nodeSpan(name), { limit: depth }));
      return this.#scope;
    }
    const prefixes = namespace.map((_, i) => `${namespace.slice(0, namespace.length - i).join('.')}.`);
    return { unit: this.#unit, namespace, prefixes: [...prefixes, ''] };
  }

  /** What the model says of every definition. */
  #definition(nameToken: number, first: number, name: string): DefinitionFields {
    const { source, tokens } = this.#unit.syntax;
    return {
      name,
      doc: docBefore(source.text, tokens, first),
      attributes: [],
      span: this.#span(nameToken),
      namespace: this.#scope.namespace,
      fullName: `${this.#scope.prefixes[0] ?? ''}${name}`,
      file: this.#unit.file,
    };
  }

  #text(token: number): string {
    const { source, tokens } = this.#unit.syntax;
    return source.text.slice(tokens.starts[token], tokens.ends[token]);
  }

  #span(token: number): Span {
    const { source, tokens } = this.#unit.syntax;
    return { source, start: tokens.starts[token] ?? 0, end: tokens.ends[token] ?? 0 };
  }

  #nodeSpan(node: { readonly first: number; readonly end: number }): Span {
    const { source, tokens } = this.#unit.syntax;
    return { source, start: tokens.starts[node.first] ?? 0, end: tokens.ends[node.end - 1] ?? 0 };
  }
}

/** Deeper namespaces serve nobody and would make every look-up long. */
const MAX_NAMESPACE_DEPTH = 64;

interface DefinitionFields {
  readonly name: string;
  readonly doc: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly span: Span;
  readonly namespace: readonly string[];
  readonly fullName: string;
  readonly file: SchemaFile;
}

/** What the words of the language mean, one object for all mentions: they become types of the model as they are. */
const WORD_TARGETS: ReadonlyMap<string, Target> = new Map<string, Target>([
  ['string', Object.freeze({ kind: 'string' })],
  ...[...SCALAR_WORDS].map(([word, scalar]) => [word, Object.freeze({ kind: 'scalar', scalar })] as const),
]);

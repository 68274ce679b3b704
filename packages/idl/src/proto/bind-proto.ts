// From the trees of .proto files to what they define, in the order in which the reference compiler meets names, because
// that order decides what a name means.
import { SCALAR_WORDS } from '../bind/scalar-words.js';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import { bindProtoEnum } from './bind-proto-enum.js';
import { protoMessages } from './messages.js';
import { definitionOf } from './model.js';
import type {
  ProtoElement,
  ProtoEnum,
  ProtoField,
  ProtoMessage,
  ProtoNamespace,
  ProtoProgram,
  ProtoType,
  ProtoUnion,
} from './model.js';
import { newMessage, ProtoNames } from './names.js';
import { idOf } from './numbering.js';
import type {
  FieldSyntax,
  MemberSyntax,
  MessageSyntax,
  OneofSyntax,
  PackageSyntax,
  ReservedSyntax,
  Spelling,
} from './syntax.js';
import type { ProtoUnit } from './load-proto.js';

/** The scalars of .proto files that are such in a schema too. */
const PROTO_SCALARS: ReadonlyMap<string, string> = new Map([
  ['float', 'float'],
  ['double', 'double'],
  ['int32', 'int'],
  ['int64', 'long'],
  ['uint32', 'uint'],
  ['uint64', 'ulong'],
  ['sint32', 'int'],
  ['sint64', 'long'],
  ['fixed32', 'uint'],
  ['fixed64', 'ulong'],
  ['sfixed32', 'int'],
  ['sfixed64', 'long'],
  ['bool', 'bool'],
  ['string', 'string'],
]);

/** The words for types of keys and values of maps. */
const ENTRY_SCALARS: ReadonlyMap<string, string> = new Map([...SCALAR_WORDS, ['string', 'string']]);

/** How many characters the name of a namespace may have. */
const MAX_NAME = 1024;

/** Tags of unions take one byte. */
const MAX_MEMBERS = 256;

/** Binds the names of all files, of which the main one is the last. */
export function bindProto(units: readonly ProtoUnit[], oneofUnions: boolean, report: Report): ProtoProgram {
  const binder = new ProtoBinder(oneofUnions, report);
  for (const unit of units) binder.bind(unit);
  return binder.finish();
}

/** What the members of a message are added to. */
interface Place {
  readonly message: ProtoMessage;
  /** Fields may be declared again. */
  readonly extending: boolean;
}

class ProtoBinder {
  readonly #oneofUnions: boolean;
  readonly #report: Report;
  readonly #names: ProtoNames;
  readonly #enums: (ProtoEnum | ProtoUnion)[] = [];
  readonly #messages: ProtoMessage[] = [];
  #namespace: ProtoNamespace;
  #imported = false;
  #anonymous = 0;

  constructor(oneofUnions: boolean, report: Report) {
    this.#oneofUnions = oneofUnions;
    this.#report = report;
    this.#names = new ProtoNames(report);
    this.#namespace = this.#names.namespace([], 0);
  }

  bind(unit: ProtoUnit): void {
    this.#imported = !unit.isMain;
    this.#namespace = this.#names.namespace([], 0);
    for (const declaration of unit.syntax.declarations) {
      if (declaration.kind === 'package') this.#package(declaration);
      else if (declaration.kind === 'enum')
        this.#define(bindProtoEnum(declaration, this.#namespace, this.#imported, this.#report));
      else this.#message(declaration);
    }
  }

  finish(): ProtoProgram {
    this.#names.finish();
    for (const definition of this.#enums) if (definition.kind === 'union') this.#checkUnion(definition);
    return { enums: this.#enums, messages: this.#messages };
  }

  #message(syntax: MessageSyntax): void {
    const { name, kind } = syntax;
    const message = kind === 'message' ? this.#start(name) : this.#names.message(name.text, this.#namespace);
    if (message === null) {
      this.#report(protoMessages.create('PROTO-EXTEND', name.span, { name: name.text }));
      return;
    }
    message.doc = syntax.doc;
    const place = { message, extending: kind === 'extend' };
    if (place.extending) {
      this.#members(syntax.members, place);
      return;
    }
    const outer = this.#namespace;
    this.#namespace = this.#inside(name, [...outer.components, name.text], outer.fromMessages + 1);
    this.#members(syntax.members, place);
    this.#namespace = outer;
  }

  #package({ name }: PackageSyntax): void {
    this.#namespace =
      name === null ? this.#names.namespace([], 0) : this.#inside(name, name.text.split('.'), 0);
  }

  /** A namespace, unless its name is so long that a few of them would fill the memory. */
  #inside({ span }: Spelling, components: readonly string[], fromMessages: number): ProtoNamespace {
    if (components.join('.').length <= MAX_NAME) return this.#names.namespace(components, fromMessages);
    this.#report(protoMessages.create('PROTO-NAME', span, { limit: MAX_NAME }));
    return this.#names.namespace([], 0);
  }

  #members(members: readonly MemberSyntax[], place: Place): void {
    for (const member of members) {
      if (member.kind === 'enum')
        this.#define(bindProtoEnum(member, this.#namespace, this.#imported, this.#report));
      else if (member.kind === 'field') this.#field(member, place);
      else if (member.kind === 'oneof') this.#oneof(member, place);
      else if (member.kind === 'reserved') this.#reserve(member, place.message);
      else this.#message(member);
    }
  }

  #field(syntax: FieldSyntax, place: Place): void {
    const { name, id } = syntax;
    const { type, group } = this.#fieldType(syntax);
    const scalar = isScalar(type);
    const field = this.#add(place, { name, type, id, numbered: true, key: false });
    // The reference forgets the documentation of maps.
    if (syntax.type.kind !== 'map') field.doc = syntax.doc;
    if (syntax.label === 'required' && !scalar) field.required = true;
    if (syntax.default !== null && scalar) field.default = defaultText(syntax.default, type);
    if (syntax.type.kind === 'group' && group !== null)
      this.#members(syntax.type.members, { message: group, extending: false });
  }

  #oneof(syntax: OneofSyntax, place: Place): void {
    const { name, doc } = syntax;
    const definition = this.#oneofUnions ? this.#startUnion(name) : this.#startAnonymous(name);
    const type: ProtoType = { kind: 'definition', definition };
    this.#add(place, { name, type, id: null, numbered: true, key: false }).doc = doc;
    if (definition.kind === 'message') {
      this.#members(syntax.members, { message: definition, extending: false });
      return;
    }
    // Its fields become members; nothing ever refers to the message that collects them.
    const holder = newMessage(name, this.#namespace, this.#imported);
    this.#members(syntax.members, { message: holder, extending: false });
    definition.members.push(...holder.fields.values());
  }

  /** The type of a field, and the message that its group became, if it is one. */
  #fieldType({ type, label, name }: FieldSyntax): { type: ProtoType; group: ProtoMessage | null } {
    if (type.kind === 'map') return { type: this.#entries(type.key, type.value, name), group: null };
    const group = type.kind === 'group' ? this.#startAnonymous(name) : null;
    const single: ProtoType =
      group !== null
        ? { kind: 'definition', definition: group }
        : type.kind === 'name'
          ? this.#namedType(type.name)
          : word('string');
    if (label !== 'repeated') return { type: single, group };
    // There are no vectors of vectors, and bytes are a vector already.
    return { type: { kind: 'vector', element: single.kind === 'vector' ? word('string') : single }, group };
  }

  #namedType(name: Spelling): ProtoType {
    if (name.text === 'bytes') return { kind: 'vector', element: word('ubyte') };
    return this.#element(name, PROTO_SCALARS);
  }

  /** A map as a vector of entries. The reference takes scalars in here by their words in schemas. */
  #entries(key: Spelling, value: Spelling, name: Spelling): ProtoType {
    const types = [this.#element(key, ENTRY_SCALARS), this.#element(value, ENTRY_SCALARS)] as const;
    const message = this.#start({ text: `${upperCamel(name.text)}Entry`, span: name.span });
    for (const [i, text] of ['key', 'value'].entries()) {
      const field = { name: { text, span: name.span }, type: types[i] ?? types[0], id: null };
      this.#add({ message, extending: false }, { ...field, numbered: false, key: i === 0 });
    }
    return { kind: 'vector', element: { kind: 'definition', definition: message } };
  }

  #element(name: Spelling, words: ReadonlyMap<string, string>): ProtoElement {
    const scalar = words.get(name.text);
    if (scalar !== undefined) return word(scalar);
    return { kind: 'mention', mention: this.#names.mention(name, this.#namespace) };
  }

  /** Adds a field, or finds the one that is declared again. */
  #add(
    { message, extending }: Place,
    field: Pick<ProtoField, 'name' | 'type' | 'id' | 'numbered' | 'key'>,
  ): ProtoField {
    const { text, span } = field.name;
    const known = message.fields.get(text);
    if (known !== undefined && extending) return known;
    const added: ProtoField = { ...field, doc: [], required: false, default: null };
    if (known === undefined) message.fields.set(text, added);
    else {
      const related = [{ message: 'first declared here', span: known.name.span }];
      this.#report(messages.create('NAME-DUP-FIELD', span, { name: text }, { related }));
    }
    return added;
  }

  #reserve({ ranges }: ReservedSyntax, message: ProtoMessage): void {
    for (const { from, to } of ranges) {
      const first = this.#reservedNumber(from);
      const last = to === from ? first : this.#reservedNumber(to);
      if (first === null || last === null) continue;
      message.reserved.push({ from: first, to: Math.max(first, last), span: from.span });
    }
  }

  #reservedNumber({ text, span }: Spelling): number | null {
    const id = idOf(text);
    if (id === null) this.#report(protoMessages.create('PROTO-RESERVED', span, { text }));
    return id;
  }

  #start(name: Spelling): ProtoMessage {
    const message = this.#names.defineMessage(name, this.#namespace, this.#imported);
    this.#messages.push(message);
    return message;
  }

  /** Starts the message that stands in for a group or oneof. */
  #startAnonymous({ span }: Spelling): ProtoMessage {
    return this.#start({ text: `Anonymous${this.#anonymous++}`, span });
  }

  #startUnion({ text, span }: Spelling): ProtoUnion {
    const name = { text: `${upperCamel(text)}Union`, span };
    const union: ProtoUnion = {
      kind: 'union',
      name,
      oneof: text,
      namespace: this.#namespace,
      members: [],
      imported: this.#imported,
    };
    this.#define(union);
    return union;
  }

  #define(definition: ProtoEnum | ProtoUnion): void {
    this.#names.defineEnum(definition);
    this.#enums.push(definition);
  }

  #checkUnion({ oneof, name, members }: ProtoUnion): void {
    for (const { name: member, type } of members) {
      if (definitionOf(type)?.kind === 'message') continue;
      const params = { oneof, name: member.text };
      this.#report(protoMessages.create('PROTO-UNION-MEMBER', member.span, params));
    }
    if (members.length <= MAX_MEMBERS) return;
    this.#report(protoMessages.create('PROTO-UNION-SIZE', name.span, { oneof, limit: MAX_MEMBERS }));
  }
}

function word(text: string): ProtoElement {
  return { kind: 'word', word: text };
}

/** Whether a type is known to be a scalar or enum at this point. */
function isScalar(type: ProtoType): boolean {
  if (type.kind === 'word') return type.word !== 'string';
  return type.kind === 'mention' && !type.mention.early && type.mention.target.kind === 'enum';
}

/** The default of a scalar as a schema has it; `null` for names of enum values, `false` and NaN, which are left out. */
function defaultText(text: string, type: ProtoType): string | null {
  if (/^[+-]?inf$/.test(text)) {
    const isFloat = type.kind === 'word' && (type.word === 'float' || type.word === 'double');
    return isFloat ? (text === 'inf' ? '+inf' : text) : null;
  }
  return text === 'true' || /^[-+.0-9]/.test(text) ? text : null;
}

/** `daily_food` as `DailyFood`; of underscores that are first, doubled or last one stays. */
function upperCamel(name: string): string {
  const [start = '', rest = ''] = name.startsWith('_') ? ['_', name.slice(1)] : ['', name];
  const camel = rest.replace(/_(.)/gs, (_, next: string) => next.toUpperCase());
  return start + (rest.startsWith('_') ? rest[0] + camel : camel.charAt(0).toUpperCase() + camel.slice(1));
}

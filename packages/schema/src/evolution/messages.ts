// Every message of the comparison, keyed by its stable code, and whom the change hurts.
import { defineCatalogue, error, warning, type Catalogue, type MessageTemplate } from '@fb/diagnostics';
import type { Breakage } from './breakage.js';

/** What each message names, by code. @public */
export type EvolutionMessages = {
  readonly 'EVO-KIND': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-ROOT': MessageTemplate<'was' | 'is'>;
  readonly 'EVO-IDENTIFIER-ADDED': MessageTemplate<'is'>;
  readonly 'EVO-IDENTIFIER-REMOVED': MessageTemplate<'was'>;
  readonly 'EVO-IDENTIFIER-CHANGED': MessageTemplate<'was' | 'is'>;
  readonly 'EVO-FIELD-MOVED': MessageTemplate<'name' | 'unit' | 'was' | 'is'>;
  readonly 'EVO-FIELD-REMOVED': MessageTemplate<'name'>;
  readonly 'EVO-SLOT-REUSED': MessageTemplate<'name' | 'was' | 'other' | 'is'>;
  readonly 'EVO-FIELD-TYPE': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-FIELD-SIGN': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-ARRAY-LENGTH': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-64BIT': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-DEFAULT': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-PRESENCE': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-REQUIRED-ADDED': MessageTemplate<'name'>;
  readonly 'EVO-REQUIRED-REMOVED': MessageTemplate<'name'>;
  readonly 'EVO-KEY-ADDED': MessageTemplate<'name' | 'is'>;
  readonly 'EVO-KEY-REMOVED': MessageTemplate<'name' | 'was'>;
  readonly 'EVO-KEY-CHANGED': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-CONTENT-ADDED': MessageTemplate<'name' | 'is'>;
  readonly 'EVO-CONTENT-REMOVED': MessageTemplate<'name' | 'was'>;
  readonly 'EVO-CONTENT-CHANGED': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-STRUCT-SIZE': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-ENUM-TYPE': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-VALUE-REMOVED': MessageTemplate<'name' | 'value'>;
  readonly 'EVO-VALUE-NUMBER': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-UNION-REMOVED': MessageTemplate<'name' | 'value'>;
  readonly 'EVO-UNION-NUMBER': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'EVO-UNION-TYPE': MessageTemplate<'name' | 'value' | 'was' | 'is'>;
  readonly 'W-EVO-ROOT': MessageTemplate<'was' | 'is'>;
  readonly 'W-EVO-ROOT-REMOVED': MessageTemplate<'was'>;
  readonly 'W-EVO-EXTENSION': MessageTemplate<'was' | 'is'>;
  readonly 'W-EVO-TYPE-REMOVED': MessageTemplate<'kind' | 'name'>;
  readonly 'W-EVO-FIELD-RENAMED': MessageTemplate<'name' | 'is'>;
  readonly 'W-EVO-FIELD-TYPE': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'W-EVO-DEPRECATED': MessageTemplate<'name'>;
  readonly 'W-EVO-HASH': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'W-EVO-MEMBER-ADDED': MessageTemplate<'name'>;
  readonly 'W-EVO-FLAGS-ADDED': MessageTemplate<'name'>;
  readonly 'W-EVO-FLAGS-REMOVED': MessageTemplate<'name'>;
  readonly 'W-EVO-VALUE-ADDED': MessageTemplate<'name' | 'value'>;
  readonly 'W-EVO-VALUE-RENAMED': MessageTemplate<'name' | 'is'>;
  readonly 'W-EVO-UNION-ADDED': MessageTemplate<'name' | 'value'>;
  readonly 'W-EVO-UNION-RENAMED': MessageTemplate<'name' | 'is'>;
  readonly 'W-EVO-UNION-MEMBER-TYPE': MessageTemplate<'name' | 'was' | 'is'>;
  readonly 'W-EVO-UNION-TYPE-WRITTEN': MessageTemplate<'name'>;
};

/** The stable name of a kind of change. @public */
export type EvolutionCode = keyof EvolutionMessages;

/** The messages, by code. @public */
export const evolutionMessages: Catalogue<EvolutionMessages> = defineCatalogue({
  'EVO-KIND': error`"${'name'}" was a ${'was'}, and is a ${'is'} now`,
  'EVO-ROOT': error`the root type was "${'was'}", and is "${'is'}" now`,
  'EVO-IDENTIFIER-ADDED': error`the file identifier "${'is'}" is new: data written before has none`,
  'EVO-IDENTIFIER-REMOVED': error`the file identifier "${'was'}" is gone: readers that look for it refuse new data`,
  'EVO-IDENTIFIER-CHANGED': error`the file identifier was "${'was'}", and is "${'is'}" now`,
  'EVO-FIELD-MOVED': error`"${'name'}" was at ${'unit'} ${'was'}, and is at ${'is'} now`,
  'EVO-FIELD-REMOVED': error`"${'name'}" is gone: data that holds it loses it`,
  'EVO-SLOT-REUSED': error`"${'name'}" of type ${'was'} gave its place to "${'other'}" of type ${'is'}`,
  'EVO-FIELD-TYPE': error`the type of "${'name'}" was ${'was'}, and is ${'is'} now`,
  'EVO-FIELD-SIGN': error`the sign of "${'name'}" changed: it was ${'was'}, and is ${'is'} now`,
  'EVO-ARRAY-LENGTH': error`the length of "${'name'}" was ${'was'}, and is ${'is'} now`,
  'EVO-64BIT': error`offsets to "${'name'}" had ${'was'}, and have ${'is'} now`,
  'EVO-DEFAULT': error`the default of "${'name'}" was ${'was'}, and is ${'is'} now`,
  'EVO-PRESENCE': error`where "${'name'}" is absent, that read as ${'was'}, and reads as ${'is'} now`,
  'EVO-REQUIRED-ADDED': error`"${'name'}" must be there now: data without it is refused`,
  'EVO-REQUIRED-REMOVED': error`"${'name'}" may be absent now: readers that require it refuse such data`,
  'EVO-KEY-ADDED': error`"${'name'}" has the key "${'is'}" now: vectors in old data are not sorted by it`,
  'EVO-KEY-REMOVED': error`"${'name'}" has no key "${'was'}" any more: vectors in new data are not sorted by it`,
  'EVO-KEY-CHANGED': error`the key of "${'name'}" was "${'was'}", and is "${'is'}" now`,
  'EVO-CONTENT-ADDED': error`"${'name'}" could hold any bytes, and must hold ${'is'} now`,
  'EVO-CONTENT-REMOVED': error`"${'name'}" had to hold ${'was'}, and may hold any bytes now`,
  'EVO-CONTENT-CHANGED': error`"${'name'}" had to hold ${'was'}, and must hold ${'is'} now`,
  'EVO-STRUCT-SIZE': error`the struct "${'name'}" took ${'was'}, and takes ${'is'} now`,
  'EVO-ENUM-TYPE': error`the numbers of "${'name'}" were ${'was'}, and are ${'is'} now`,
  'EVO-VALUE-REMOVED': error`"${'name'}" is gone: data may hold its number ${'value'}`,
  'EVO-VALUE-NUMBER': error`the number of "${'name'}" was ${'was'}, and is ${'is'} now`,
  'EVO-UNION-REMOVED': error`"${'name'}" is gone: data may hold its number ${'value'}`,
  'EVO-UNION-NUMBER': error`the number of "${'name'}" was ${'was'}, and is ${'is'} now`,
  'EVO-UNION-TYPE': error`number ${'value'} of a union, "${'name'}", stood for ${'was'}, and stands for ${'is'} now`,
  'W-EVO-ROOT': warning`the root type was "${'was'}", and is "${'is'}" now, which reads the same`,
  'W-EVO-ROOT-REMOVED': warning`"${'was'}" is the root type no more`,
  'W-EVO-EXTENSION': warning`the file extension was ${'was'}, and is ${'is'} now`,
  'W-EVO-TYPE-REMOVED': warning`the ${'kind'} "${'name'}" is gone`,
  'W-EVO-FIELD-RENAMED': warning`"${'name'}" is called "${'is'}" now`,
  'W-EVO-FIELD-TYPE': warning`the type of "${'name'}" was ${'was'}, and is ${'is'} now, which reads the same`,
  'W-EVO-DEPRECATED': warning`"${'name'}" is deprecated now: generated code has it no more`,
  'W-EVO-HASH': warning`strings for "${'name'}" were hashed by ${'was'}, and are by ${'is'} now`,
  'W-EVO-MEMBER-ADDED': warning`"${'name'}" is a new member of a struct`,
  'W-EVO-FLAGS-ADDED': warning`values of "${'name'}" can be combined now`,
  'W-EVO-FLAGS-REMOVED': warning`values of "${'name'}" cannot be combined any more, and old data may hold such`,
  'W-EVO-VALUE-ADDED': warning`"${'name'}" is new: readers from before do not know its number ${'value'}`,
  'W-EVO-VALUE-RENAMED': warning`"${'name'}" is called "${'is'}" now`,
  'W-EVO-UNION-ADDED': warning`"${'name'}" is new: readers from before do not know its number ${'value'}`,
  'W-EVO-UNION-RENAMED': warning`"${'name'}" is called "${'is'}" now`,
  'W-EVO-UNION-MEMBER-TYPE': warning`"${'name'}" stood for ${'was'}, and stands for ${'is'} now, which reads the same`,
  'W-EVO-UNION-TYPE-WRITTEN': warning`the numbers of "${'name'}" are what they were, but only one version says so`,
});

const EVERYBODY: readonly Breakage[] = ['old data', 'new data', 'source'];
const ALL_DATA: readonly Breakage[] = ['old data', 'new data'];
const OLD_DATA: readonly Breakage[] = ['old data', 'source'];
const NEW_DATA: readonly Breakage[] = ['new data', 'source'];
const SOURCE: readonly Breakage[] = ['source'];

/** Whom each kind of change hurts. @public */
export const evolutionBreaks: Readonly<Record<EvolutionCode, readonly Breakage[]>> = {
  'EVO-KIND': EVERYBODY,
  'EVO-ROOT': EVERYBODY,
  'EVO-IDENTIFIER-ADDED': ['old data'],
  'EVO-IDENTIFIER-REMOVED': ['new data'],
  'EVO-IDENTIFIER-CHANGED': ALL_DATA,
  'EVO-FIELD-MOVED': ALL_DATA,
  'EVO-FIELD-REMOVED': OLD_DATA,
  'EVO-SLOT-REUSED': EVERYBODY,
  'EVO-FIELD-TYPE': EVERYBODY,
  'EVO-FIELD-SIGN': EVERYBODY,
  'EVO-ARRAY-LENGTH': EVERYBODY,
  'EVO-64BIT': EVERYBODY,
  'EVO-DEFAULT': ALL_DATA,
  'EVO-PRESENCE': EVERYBODY,
  'EVO-REQUIRED-ADDED': OLD_DATA,
  'EVO-REQUIRED-REMOVED': NEW_DATA,
  'EVO-KEY-ADDED': ['old data'],
  'EVO-KEY-REMOVED': NEW_DATA,
  'EVO-KEY-CHANGED': EVERYBODY,
  'EVO-CONTENT-ADDED': OLD_DATA,
  'EVO-CONTENT-REMOVED': NEW_DATA,
  'EVO-CONTENT-CHANGED': EVERYBODY,
  'EVO-STRUCT-SIZE': ALL_DATA,
  'EVO-ENUM-TYPE': EVERYBODY,
  'EVO-VALUE-REMOVED': OLD_DATA,
  'EVO-VALUE-NUMBER': ALL_DATA,
  'EVO-UNION-REMOVED': OLD_DATA,
  'EVO-UNION-NUMBER': ALL_DATA,
  'EVO-UNION-TYPE': EVERYBODY,
  'W-EVO-ROOT': SOURCE,
  'W-EVO-ROOT-REMOVED': SOURCE,
  'W-EVO-EXTENSION': SOURCE,
  'W-EVO-TYPE-REMOVED': SOURCE,
  'W-EVO-FIELD-RENAMED': SOURCE,
  'W-EVO-FIELD-TYPE': SOURCE,
  'W-EVO-DEPRECATED': SOURCE,
  'W-EVO-HASH': SOURCE,
  'W-EVO-MEMBER-ADDED': SOURCE,
  'W-EVO-FLAGS-ADDED': NEW_DATA,
  'W-EVO-FLAGS-REMOVED': OLD_DATA,
  'W-EVO-VALUE-ADDED': ['new data'],
  'W-EVO-VALUE-RENAMED': SOURCE,
  'W-EVO-UNION-ADDED': ['new data'],
  'W-EVO-UNION-RENAMED': SOURCE,
  'W-EVO-UNION-MEMBER-TYPE': SOURCE,
  'W-EVO-UNION-TYPE-WRITTEN': SOURCE,
};

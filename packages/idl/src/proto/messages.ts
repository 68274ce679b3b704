// What is said about .proto files only; tokens, names and includes have the messages of schemas.
import { defineCatalogue, error, warning, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** What each message names, by code. @public */
export type ProtoMessages = {
  readonly 'PROTO-DECL': MessageTemplate<'found'>;
  readonly 'PROTO-EXTEND': MessageTemplate<'name'>;
  readonly 'PROTO-ENUM-EMPTY': MessageTemplate<'name'>;
  readonly 'PROTO-UNION-MEMBER': MessageTemplate<'oneof' | 'name'>;
  readonly 'PROTO-UNION-SIZE': MessageTemplate<'oneof' | 'limit'>;
  readonly 'PROTO-RESERVED': MessageTemplate<'text'>;
  readonly 'PROTO-ID': MessageTemplate<'text'>;
  readonly 'PROTO-ID-TWICE': MessageTemplate<'id'>;
  readonly 'PROTO-ID-RESERVED': MessageTemplate<'id'>;
  readonly 'PROTO-ID-GAP': MessageTemplate<'name' | 'before' | 'after'>;
  readonly 'PROTO-NAME': MessageTemplate<'limit'>;
  readonly 'PROTO-SIZE': MessageTemplate<'limit'>;
  readonly 'W-PROTO-ID-GAP': MessageTemplate<'name' | 'before' | 'after'>;
};

/** The catalogue of messages about .proto files. @public */
export const protoMessages: Catalogue<ProtoMessages> = defineCatalogue({
  'PROTO-DECL': error`no declaration of a .proto file that could be imported starts with ${'found'}`,
  'PROTO-EXTEND': error`"${'name'}" is extended, but no message of that name stands before`,
  'PROTO-ENUM-EMPTY': error`the enum "${'name'}" has no values`,
  'PROTO-UNION-MEMBER': error`the oneof "${'oneof'}" cannot become a union, because "${'name'}" is no message`,
  'PROTO-UNION-SIZE': error`the oneof "${'oneof'}" cannot become a union, because it has more than ${'limit'} members`,
  'PROTO-RESERVED': error`${'text'} cannot be reserved: field numbers are 0 to 65535 here`,
  'PROTO-ID': error`${'text'} cannot be the number of a field: they are 0 to 65535 here`,
  'PROTO-ID-TWICE': error`the field number ${'id'} is used already`,
  'PROTO-ID-RESERVED': error`the field number ${'id'} is reserved`,
  'PROTO-ID-GAP': error`"${'name'}" has no field between the numbers ${'before'} and ${'after'}`,
  'PROTO-NAME': error`the full name of this is longer than ${'limit'} characters`,
  'PROTO-SIZE': error`the schema would be longer than ${'limit'} characters`,
  'W-PROTO-ID-GAP': warning`"${'name'}" has no field between the numbers ${'before'} and ${'after'}`,
});

// What generators say about a schema or its output.
import { defineCatalogue, error, warning, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** A message that names the target only. @public */
export type OfTarget = MessageTemplate<'target'>;

/** The messages by code. @public */
export type GeneratorMessages = {
  readonly 'LANG-ARRAY': OfTarget;
  readonly 'LANG-UNIONVEC': OfTarget;
  readonly 'LANG-UNIONELEM': OfTarget;
  readonly 'LANG-UNIONBASE': OfTarget;
  readonly 'LANG-OPTIONAL': OfTarget;
  readonly 'LANG-DEFAULT': OfTarget;
  readonly 'LANG-64': OfTarget;
  readonly 'GEN-NAME': MessageTemplate<'name'>;
  readonly 'GEN-WIDE': MessageTemplate<'name' | 'limit'>;
  readonly 'GEN-DEEP': MessageTemplate<'name' | 'limit'>;
  readonly 'GEN-ALIGN': MessageTemplate<'name' | 'value' | 'limit'>;
  readonly 'GEN-OUTPUT': MessageTemplate<'first' | 'second' | 'path'>;
  readonly 'W-GEN-OUTPUT-CASE': MessageTemplate<'first' | 'second'>;
};

/** The diagnostics of generators. @public */
export const generatorMessages: Catalogue<GeneratorMessages> = defineCatalogue({
  'LANG-ARRAY': error`fixed-length arrays are not supported by the ${'target'} generator`,
  'LANG-UNIONVEC': error`vectors of unions are not supported by the ${'target'} generator`,
  'LANG-UNIONELEM': error`structs and strings in unions are not supported by the ${'target'} generator`,
  'LANG-UNIONBASE': error`unions with an underlying type are not supported by the ${'target'} generator`,
  'LANG-OPTIONAL': error`optional scalars are not supported by the ${'target'} generator`,
  'LANG-DEFAULT': error`defaults of strings and vectors are not supported by the ${'target'} generator`,
  'LANG-64': error`64-bit offsets are not supported by the ${'target'} generator`,
  'GEN-NAME': error`${'name'} is no name that code could use`,
  'GEN-WIDE': error`the struct ${'name'} has more than ${'limit'} members, too many for a function to take`,
  'GEN-DEEP': error`the struct ${'name'} has structs nested more than ${'limit'} deep in it`,
  'GEN-ALIGN': error`force_align of ${'name'} is ${'value'}, which is not a power of two from 1 to ${'limit'}`,
  'GEN-OUTPUT': error`${'first'} and ${'second'} would both be written to ${'path'}`,
  'W-GEN-OUTPUT-CASE': warning`the outputs ${'first'} and ${'second'} differ in upper and lower case only`,
});

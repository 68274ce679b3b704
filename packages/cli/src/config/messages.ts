// What can be said about a config file.
import { defineCatalogue, error, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** The codes and what each message names. */
export type ConfigMessages = {
  readonly 'CONFIG-JSON': MessageTemplate<'problem'>;
  readonly 'CONFIG-PROPERTY': MessageTemplate<'owner' | 'name'>;
  readonly 'CONFIG-REPEATED': MessageTemplate<'name'>;
  readonly 'CONFIG-TYPE': MessageTemplate<'what' | 'expected' | 'found'>;
  readonly 'CONFIG-MISSING': MessageTemplate<'owner' | 'name'>;
  readonly 'CONFIG-EMPTY': MessageTemplate<'what'>;
  readonly 'CONFIG-GENERATOR': MessageTemplate<'name'>;
  readonly 'CONFIG-GENERATOR-ONE': MessageTemplate<never>;
  readonly 'CONFIG-OPTION': MessageTemplate<'name'>;
  readonly 'CONFIG-OPTION-OTHER': MessageTemplate<'name' | 'generator'>;
  readonly 'CONFIG-CHOICE': MessageTemplate<'name' | 'choices' | 'value'>;
  readonly 'CONFIG-NO-MATCH': MessageTemplate<'pattern'>;
};

/** The messages, by code. */
export const configMessages: Catalogue<ConfigMessages> = defineCatalogue({
  'CONFIG-JSON': error`this is not JSON: ${'problem'}`,
  'CONFIG-PROPERTY': error`${'owner'} has no property "${'name'}"`,
  'CONFIG-REPEATED': error`"${'name'}" is given twice`,
  'CONFIG-TYPE': error`${'what'} must be ${'expected'}, not ${'found'}`,
  'CONFIG-MISSING': error`${'owner'} needs the property "${'name'}"`,
  'CONFIG-EMPTY': error`${'what'} is empty, so there is nothing to do`,
  'CONFIG-GENERATOR': error`there is no generator "${'name'}"`,
  'CONFIG-GENERATOR-ONE': error`an output has either a "generator" or a "plugin"`,
  'CONFIG-OPTION': error`there is no option "${'name'}" that a config file could set`,
  'CONFIG-OPTION-OTHER': error`the option "${'name'}" is for outputs of ${'generator'}`,
  'CONFIG-CHOICE': error`"${'name'}" takes ${'choices'}, not "${'value'}"`,
  'CONFIG-NO-MATCH': error`no file matches "${'pattern'}"`,
});

// What this generator says beside what all generators can say.
import { defineCatalogue, error, warning, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** The messages by code. @public */
export type JsonSchemaMessages = {
  readonly 'JSONSCHEMA-ROOT': MessageTemplate<'path'>;
  readonly 'W-JSONSCHEMA-NAME': MessageTemplate<'first' | 'second' | 'name'>;
};

/** The diagnostics of the JSON Schema generator. @public */
export const jsonSchemaMessages: Catalogue<JsonSchemaMessages> = defineCatalogue({
  'JSONSCHEMA-ROOT': error`${'path'} names no root type, and a JSON Schema describes one`,
  'W-JSONSCHEMA-NAME': warning`the definitions of ${'first'} and ${'second'} are both called ${'name'}`,
});

// Every message this package can give about a JSON text, keyed by its code.
import {
  defineCatalogue,
  error,
  type Catalogue,
  type MessageParams,
  type MessageTemplate,
} from '@fb/diagnostics';

/** What each message names, by code. @public */
export type JsonMessages = {
  // The text as a whole.
  readonly 'JSON-EMPTY': MessageTemplate<never>;
  readonly 'JSON-BINARY': MessageTemplate<never>;
  readonly 'JSON-BOM': MessageTemplate<never>;
  readonly 'JSON-NO-ROOT': MessageTemplate<never>;
  readonly 'JSON-ROOT-TYPE': MessageTemplate<'name'>;
  readonly 'JSON-TRAILING': MessageTemplate<'found'>;
  readonly 'JSON-TOO-LARGE': MessageTemplate<'reason'>;
  readonly 'JSON-LINE-SIZE': MessageTemplate<'limit'>;
  readonly 'JSON-DEPTH': MessageTemplate<'limit'>;
  // Tokens.
  readonly 'JSON-CHARACTER': MessageTemplate<'found'>;
  readonly 'JSON-COMMENT': MessageTemplate<never>;
  readonly 'JSON-DOC-COMMENT': MessageTemplate<never>;
  readonly 'JSON-STRING-OPEN': MessageTemplate<never>;
  readonly 'JSON-STRING-CONTROL': MessageTemplate<'code'>;
  readonly 'JSON-ESCAPE': MessageTemplate<'escape'>;
  readonly 'JSON-ESCAPE-DIGITS': MessageTemplate<'escape' | 'count'>;
  readonly 'JSON-SURROGATE': MessageTemplate<'code'>;
  readonly 'JSON-UTF8': MessageTemplate<never>;
  readonly 'JSON-NUMBER': MessageTemplate<'text'>;
  // Shape.
  readonly 'JSON-EXPECTED': MessageTemplate<'expected' | 'found'>;
  readonly 'JSON-STRICT-KEY': MessageTemplate<'key'>;
  readonly 'JSON-STRICT-COMMA': MessageTemplate<'closer'>;
  readonly 'JSON-FIELD-UNKNOWN': MessageTemplate<'type' | 'name'>;
  readonly 'JSON-FIELD-TWICE': MessageTemplate<'name'>;
  readonly 'JSON-REQUIRED': MessageTemplate<'type' | 'name'>;
  readonly 'JSON-STRUCT-FIELDS': MessageTemplate<'type' | 'count' | 'name'>;
  readonly 'JSON-TUPLE-LONG': MessageTemplate<'count' | 'type'>;
  readonly 'JSON-TUPLE-SHORT': MessageTemplate<'given' | 'count' | 'type'>;
  readonly 'JSON-ARRAY-LENGTH': MessageTemplate<'expected' | 'given'>;
  // Values.
  readonly 'JSON-TYPE': MessageTemplate<'expected' | 'found'>;
  readonly 'JSON-NULL': MessageTemplate<'type'>;
  readonly 'JSON-RANGE': MessageTemplate<'text' | 'type' | 'min' | 'max'>;
  readonly 'JSON-HEX-FLOAT': MessageTemplate<'text' | 'type'>;
  readonly 'JSON-QUOTED-SCALAR': MessageTemplate<'type'>;
  readonly 'JSON-BASE64': MessageTemplate<'type'>;
  readonly 'JSON-ENUM-VALUE': MessageTemplate<'enum' | 'name'>;
  readonly 'JSON-ENUM-UNKNOWN': MessageTemplate<'name'>;
  readonly 'JSON-ENUM-QUALIFY': MessageTemplate<'type' | 'name'>;
  readonly 'JSON-FUNCTION': MessageTemplate<'name'>;
  readonly 'JSON-FUNCTION-TYPE': MessageTemplate<'name' | 'type'>;
  // Unions, nested buffers, what the schema asks for.
  readonly 'JSON-UNION-TYPE': MessageTemplate<'name' | 'tag'>;
  readonly 'JSON-UNION-TAG': MessageTemplate<'value' | 'union'>;
  readonly 'JSON-UNION-LENGTH': MessageTemplate<'tags' | 'tag' | 'values' | 'name'>;
  readonly 'JSON-NESTED-BYTES': MessageTemplate<'name'>;
  readonly 'JSON-SKIP': MessageTemplate<'found'>;
  readonly 'JSON-FORCE-ALIGN': MessageTemplate<'name' | 'value'>;
  readonly 'JSON-FLEX-VALUE': MessageTemplate<'found'>;
  readonly 'JSON-FLEX-KEY-TWICE': MessageTemplate<'name'>;
};

/** A code of this package's diagnostics. */
export type JsonCode = keyof JsonMessages;

/** What the holes of a message need. */
export type JsonParams<C extends JsonCode> = MessageParams<JsonMessages[C]>;

/** The catalogue of messages about JSON texts. @public */
export const messages: Catalogue<JsonMessages> = defineCatalogue({
  // The text as a whole.
  'JSON-EMPTY': error`the text holds no JSON`,
  'JSON-BINARY': error`a zero byte: this is not a text`,
  'JSON-BOM': error`an incomplete byte order mark`,
  'JSON-NO-ROOT': error`the schema has no root type, so the JSON has no type either`,
  'JSON-ROOT-TYPE': error`the schema has no table ${'name'}`,
  'JSON-TRAILING': error`nothing may follow the root object, but there is ${'found'}`,
  'JSON-TOO-LARGE': error`a FlatBuffer cannot hold this: ${'reason'}`,
  'JSON-LINE-SIZE': error`this line has more than ${'limit'} bytes`,
  'JSON-DEPTH': error`values are nested deeper than ${'limit'} levels`,
  // Tokens.
  'JSON-CHARACTER': error`the character ${'found'} has no meaning here`,
  'JSON-COMMENT': error`the comment is not closed`,
  'JSON-DOC-COMMENT': error`a comment with three slashes needs a line of its own`,
  'JSON-STRING-OPEN': error`the string is not closed`,
  'JSON-STRING-CONTROL': error`a control character (${'code'}) inside a string`,
  'JSON-ESCAPE': error`${'escape'} is not an escape sequence`,
  'JSON-ESCAPE-DIGITS': error`${'escape'} needs ${'count'} hexadecimal digits`,
  'JSON-SURROGATE': error`a surrogate (${'code'}) without its other half`,
  'JSON-UTF8': error`the string is not well-formed UTF-8`,
  'JSON-NUMBER': error`${'text'} is not a number`,
  // Shape.
  'JSON-EXPECTED': error`expected ${'expected'}, found ${'found'}`,
  'JSON-STRICT-KEY': error`strict JSON needs quotes around the key ${'key'}`,
  'JSON-STRICT-COMMA': error`strict JSON has no comma before ${'closer'}`,
  'JSON-FIELD-UNKNOWN': error`${'type'} has no field ${'name'}`,
  'JSON-FIELD-TWICE': error`the field ${'name'} is given twice`,
  'JSON-REQUIRED': error`${'type'} needs the field ${'name'}`,
  'JSON-STRUCT-FIELDS': error`the struct ${'type'} needs all its ${'count'} fields: ${'name'} is missing`,
  'JSON-TUPLE-LONG': error`more values than the ${'count'} fields of ${'type'}`,
  'JSON-TUPLE-SHORT': error`${'given'} values for the ${'count'} fields of ${'type'}`,
  'JSON-ARRAY-LENGTH': error`expected ${'expected'} elements, found ${'given'}`,
  // Values.
  'JSON-TYPE': error`expected ${'expected'}, found ${'found'}`,
  'JSON-NULL': error`null is not a value of type ${'type'}`,
  'JSON-RANGE': error`${'text'} is out of range for ${'type'}: ${'min'} to ${'max'}`,
  'JSON-HEX-FLOAT': error`the hexadecimal number ${'text'} needs an exponent to be a ${'type'}`,
  'JSON-QUOTED-SCALAR': error`a quoted ${'type'} may hold printable ASCII only, and no escapes`,
  'JSON-BASE64': error`the string for ${'type'} is not base64`,
  'JSON-ENUM-VALUE': error`${'enum'} has no value ${'name'}`,
  'JSON-ENUM-UNKNOWN': error`there is no enum ${'name'} in the global namespace`,
  'JSON-ENUM-QUALIFY': error`expected ${'type'}, found "${'name'}"`,
  'JSON-FUNCTION': error`there is no function ${'name'}`,
  'JSON-FUNCTION-TYPE': error`the function ${'name'} gives a float, but ${'type'} is expected`,
  // Unions, nested buffers, what the schema asks for.
  'JSON-UNION-TYPE': error`the value of ${'name'} needs ${'tag'} before it or right after it`,
  'JSON-UNION-TAG': error`${'value'} is not a member of ${'union'} that can have a value`,
  'JSON-UNION-LENGTH': error`${'tags'} types in ${'tag'} for ${'values'} values in ${'name'}`,
  'JSON-NESTED-BYTES': error`the nested buffer ${'name'} is given as bytes`,
  'JSON-SKIP': error`${'found'} cannot be skipped: not a plain JSON value`,
  'JSON-FORCE-ALIGN': error`force_align of ${'name'} is ${'value'}, which is not a power of two from 1 to 32`,
  'JSON-FLEX-VALUE': error`${'found'} is not a value`,
  'JSON-FLEX-KEY-TWICE': error`the key ${'name'} is given twice in one map`,
});

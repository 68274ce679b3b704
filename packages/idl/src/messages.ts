// Every message of the schema language, keyed by its stable code. Warnings start with `W-`.
import { defineCatalogue, error, warning, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** What each message names, by code. @public */
export type SchemaMessages = {
  readonly 'LEX-EMPTY': MessageTemplate<never>;
  readonly 'LEX-BOM': MessageTemplate<never>;
  readonly 'LEX-CHAR': MessageTemplate<'character'>;
  readonly 'LEX-COMMENT-EOF': MessageTemplate<never>;
  readonly 'LEX-DOC-INLINE': MessageTemplate<never>;
  readonly 'LEX-NUM': MessageTemplate<'text'>;
  readonly 'STR-CTRL': MessageTemplate<never>;
  readonly 'STR-ESC': MessageTemplate<never>;
  readonly 'STR-HEX': MessageTemplate<never>;
  readonly 'STR-SUR-HIGH': MessageTemplate<never>;
  readonly 'STR-SUR-MULTI': MessageTemplate<never>;
  readonly 'STR-SUR-LOW': MessageTemplate<never>;
  readonly 'STR-UTF8': MessageTemplate<never>;
  readonly DEPTH: MessageTemplate<'limit'>;
  readonly 'SYN-EXPECT': MessageTemplate<'wanted' | 'found'>;
  readonly 'SYN-DECL': MessageTemplate<'found'>;
  readonly 'SYN-INCLUDE-LATE': MessageTemplate<never>;
  readonly 'SYN-TYPE': MessageTemplate<'found'>;
  readonly 'SYN-ENUM-TYPE': MessageTemplate<'name'>;
  readonly 'SYN-ATTR-NAME': MessageTemplate<'found'>;
  readonly 'JSON-ROOT': MessageTemplate<never>;
  readonly 'INC-LOCATE': MessageTemplate<never>;
  readonly 'INC-LOAD': MessageTemplate<'path'>;
  readonly 'NAME-UNDEF': MessageTemplate<'name'>;
  readonly 'NAME-DUP-TYPE': MessageTemplate<'name'>;
  readonly 'NAME-DUP-ENUM': MessageTemplate<'name'>;
  readonly 'NAME-DUP-SERVICE': MessageTemplate<'name'>;
  readonly 'NAME-DUP-RPC': MessageTemplate<'name'>;
  readonly 'NAME-DUP-FIELD': MessageTemplate<'name'>;
  readonly 'NAME-FIELD-IS-TYPE': MessageTemplate<'name'>;
  readonly 'NAME-DUP-VALUE': MessageTemplate<'name'>;
  readonly 'NAME-ROOT': MessageTemplate<'name'>;
  readonly 'NAME-ROOT-STRUCT': MessageTemplate<'name'>;
  readonly 'NAME-ATTR': MessageTemplate<'name'>;
  readonly 'NAME-CLASH': MessageTemplate<'name' | 'other'>;
  readonly 'TYPE-NEST': MessageTemplate<never>;
  readonly 'TYPE-ARR-LEN-TOK': MessageTemplate<'found'>;
  readonly 'TYPE-ARR-LEN-RANGE': MessageTemplate<'length'>;
  readonly 'TYPE-ARR-TABLE': MessageTemplate<never>;
  readonly 'TYPE-INCOMPLETE': MessageTemplate<'name'>;
  readonly 'TYPE-STRUCT-FIELD': MessageTemplate<never>;
  readonly 'TYPE-EMPTY-STRUCT': MessageTemplate<'name'>;
  readonly 'TYPE-CYCLE': MessageTemplate<'name'>;
  readonly 'TYPE-SIZE': MessageTemplate<'kind' | 'name' | 'limit'>;
  readonly 'TYPE-ENUM-BASE': MessageTemplate<'name'>;
  readonly 'TYPE-UNION-MEMBER': MessageTemplate<never>;
  readonly 'TYPE-RPC': MessageTemplate<'name'>;
  readonly 'VAL-RANGE': MessageTemplate<'value' | 'type' | 'min' | 'max'>;
  readonly 'VAL-NUM': MessageTemplate<'value' | 'type'>;
  readonly 'VAL-TOKEN': MessageTemplate<'found' | 'type'>;
  readonly 'VAL-MISMATCH': MessageTemplate<'found' | 'type'>;
  readonly 'VAL-STRUCT': MessageTemplate<never>;
  readonly 'VAL-VEC': MessageTemplate<never>;
  readonly 'VAL-ENUM-QUAL': MessageTemplate<'value'>;
  readonly 'VAL-ENUM-UNKNOWN': MessageTemplate<'name'>;
  readonly 'VAL-ENUM-VALUE': MessageTemplate<'enum' | 'value'>;
  readonly 'VAL-ENUM-MEMBER': MessageTemplate<'value' | 'name' | 'enum'>;
  readonly 'VAL-NULL-ENUM': MessageTemplate<'enum'>;
  readonly 'VAL-ASCII': MessageTemplate<never>;
  readonly 'VAL-HEXFLOAT': MessageTemplate<'type'>;
  readonly 'VAL-FN-TYPE': MessageTemplate<'name'>;
  readonly 'VAL-FN-NAME': MessageTemplate<'name'>;
  readonly 'ATT-STRUCT-REQ': MessageTemplate<'attribute'>;
  readonly 'ATT-DEPR-STRUCT': MessageTemplate<never>;
  readonly 'ATT-REQ-SCALAR': MessageTemplate<never>;
  readonly 'ATT-REQ-OPT': MessageTemplate<never>;
  readonly 'ATT-KEY-MULTI': MessageTemplate<never>;
  readonly 'ATT-KEY-TYPE': MessageTemplate<never>;
  readonly 'ATT-KEY-OPT': MessageTemplate<never>;
  readonly 'ATT-HASH-TYPE': MessageTemplate<never>;
  readonly 'ATT-HASH-NAME': MessageTemplate<'name' | 'bits'>;
  readonly 'ATT-V64-TYPE': MessageTemplate<never>;
  readonly 'ATT-O64-TYPE': MessageTemplate<never>;
  readonly 'ATT-64-ELEM': MessageTemplate<never>;
  readonly 'ATT-CPPTYPE': MessageTemplate<never>;
  readonly 'ATT-SHARED': MessageTemplate<never>;
  readonly 'ATT-ALLOC': MessageTemplate<never>;
  readonly 'ATT-INLINE': MessageTemplate<never>;
  readonly 'ATT-NEST-STR': MessageTemplate<never>;
  readonly 'ATT-NEST-TYPE': MessageTemplate<never>;
  readonly 'ATT-FLEX': MessageTemplate<never>;
  readonly 'ATT-ALIGN': MessageTemplate<'name' | 'min'>;
  readonly 'ATT-ALIGN-ENUM': MessageTemplate<never>;
  readonly 'ATT-ID-MIX': MessageTemplate<'name'>;
  readonly 'ATT-ID-ALL': MessageTemplate<'name'>;
  readonly 'ATT-ID-NUM': MessageTemplate<never>;
  readonly 'ATT-ID-SEQ': MessageTemplate<'problem' | 'id'>;
  readonly 'ATT-ID-UNION': MessageTemplate<never>;
  readonly 'ENUM-RANGE': MessageTemplate<'value' | 'type'>;
  readonly 'ENUM-DUP': MessageTemplate<'name' | 'other' | 'value'>;
  readonly 'ENUM-FLAG-RANGE': MessageTemplate<'value' | 'type'>;
  readonly 'ENUM-FLAG-SIGN': MessageTemplate<'value' | 'type'>;
  readonly 'FILE-IDENT': MessageTemplate<'length'>;
  readonly LEAK: MessageTemplate<'name' | 'other'>;
  readonly WERROR: MessageTemplate<'count'>;
  readonly 'W-CASE': MessageTemplate<'name'>;
  readonly 'W-ATTR-DUP': MessageTemplate<'name'>;
  readonly 'W-FLAGS-SIGNED': MessageTemplate<never>;
  readonly 'W-V64': MessageTemplate<never>;
  readonly 'W-ENUM-DUP': MessageTemplate<'name' | 'other' | 'value'>;
  readonly 'W-NAME-FAR': MessageTemplate<'name' | 'target'>;
  readonly 'W-NAME-OUTER': MessageTemplate<'name' | 'target'>;
  readonly 'W-STRUCT-SIZE': MessageTemplate<'name' | 'offset'>;
  readonly 'W-JSON-TAIL': MessageTemplate<never>;
  readonly 'W-DIALECT-DEFAULT': MessageTemplate<never>;
  readonly 'W-DIALECT-SEMI': MessageTemplate<never>;
  readonly 'W-DIALECT-ENUM': MessageTemplate<'name'>;
};

/** The catalogue of messages about schemas. @public */
export const messages: Catalogue<SchemaMessages> = defineCatalogue({
  // Tokens
  'LEX-EMPTY': error`there is nothing in this schema: not a single declaration`,
  'LEX-BOM': error`the byte order mark is damaged: after the byte EF must come BB BF`,
  'LEX-CHAR': error`no token starts with ${'character'}`,
  'LEX-COMMENT-EOF': error`this block comment never ends`,
  'LEX-DOC-INLINE': error`a documentation comment must stand on a line of its own`,
  'LEX-NUM': error`"${'text'}" is not a number`,
  'STR-CTRL': error`a string must end on its line and hold no control characters`,
  'STR-ESC': error`unknown escape sequence`,
  'STR-HEX': error`too few hexadecimal digits: \\x needs two, \\u four`,
  'STR-SUR-HIGH': error`a high surrogate must be followed by the escape of a low one`,
  'STR-SUR-MULTI': error`two high surrogates in a row make no character`,
  'STR-SUR-LOW': error`a low surrogate needs a high one before it`,
  'STR-UTF8': error`the bytes of this string are not UTF-8`,
  DEPTH: error`nested deeper than ${'limit'} levels`,

  // Grammar
  'SYN-EXPECT': error`expected ${'wanted'}, but found ${'found'}`,
  'SYN-DECL': error`no declaration starts with ${'found'}`,
  'SYN-INCLUDE-LATE': error`includes must come before all other declarations`,
  'SYN-TYPE': error`expected a type, but found ${'found'}`,
  'SYN-ENUM-TYPE': error`enum "${'name'}" does not say which integer it is stored as`,
  'SYN-ATTR-NAME': error`expected the name of an attribute, but found ${'found'}`,
  'JSON-ROOT': error`a JSON object needs a root type`,

  // Includes
  'INC-LOCATE': error`the path of an include must not be empty`,
  'INC-LOAD': error`there is no file "${'path'}" that can be read`,

  // Names
  'NAME-UNDEF': error`"${'name'}" is not defined`,
  'NAME-DUP-TYPE': error`"${'name'}" is defined already`,
  'NAME-DUP-ENUM': error`the enum or union "${'name'}" is defined already`,
  'NAME-DUP-SERVICE': error`the service "${'name'}" is defined already`,
  'NAME-DUP-RPC': error`the method "${'name'}" is declared already`,
  'NAME-DUP-FIELD': error`the field "${'name'}" is declared already`,
  'NAME-FIELD-IS-TYPE': error`the field "${'name'}" bears the name of a table or struct`,
  'NAME-DUP-VALUE': error`"${'name'}" is listed already`,
  'NAME-ROOT': error`there is no table "${'name'}" to be the root type`,
  'NAME-ROOT-STRUCT': error`the root type "${'name'}" is a struct; only tables can be roots`,
  'NAME-ATTR': error`the attribute "${'name'}" is not declared`,
  'NAME-CLASH': error`the accessors of "${'name'}" and "${'other'}" would get the same name`,

  // Types
  'TYPE-NEST': error`vectors and arrays cannot be nested`,
  'TYPE-ARR-LEN-TOK': error`the length of an array must be an integer, not ${'found'}`,
  'TYPE-ARR-LEN-RANGE': error`the length of an array must be from 1 to 65535, not ${'length'}`,
  'TYPE-ARR-TABLE': error`arrays of fixed length are possible in structs only`,
  'TYPE-INCOMPLETE': error`the struct "${'name'}" must be defined before it is a member of another`,
  'TYPE-STRUCT-FIELD': error`structs can hold scalars, structs, and arrays of these only`,
  'TYPE-EMPTY-STRUCT': error`the struct "${'name'}" is empty`,
  'TYPE-CYCLE': error`the struct "${'name'}" contains itself`,
  'TYPE-SIZE': error`the ${'kind'} "${'name'}" has more than ${'limit'}, which no buffer can hold`,
  'TYPE-ENUM-BASE': error`"${'name'}" cannot be the underlying type: it must be an integer`,
  'TYPE-UNION-MEMBER': error`a union holds tables, structs and strings only`,
  'TYPE-RPC': error`"${'name'}" is not a table, as requests and responses must be`,

  // Values
  'VAL-RANGE': error`${'value'} does not fit into ${'type'}: the range is ${'min'} to ${'max'}`,
  'VAL-NUM': error`${'value'} is not a value of type ${'type'}`,
  'VAL-TOKEN': error`${'found'} cannot be the value of ${'type'}`,
  'VAL-MISMATCH': error`${'found'} cannot be the value of ${'type'}`,
  'VAL-STRUCT': error`members of structs have no defaults`,
  'VAL-VEC': error`the default of a vector can only be the empty one, "[]"`,
  'VAL-ENUM-QUAL': error`the value "${'value'}" of an integer must name its enum`,
  'VAL-ENUM-UNKNOWN': error`there is no enum "${'name'}"`,
  'VAL-ENUM-VALUE': error`the enum "${'enum'}" has no value "${'value'}"`,
  'VAL-ENUM-MEMBER': error`the default ${'value'} of "${'name'}" is not a value of the enum "${'enum'}"`,
  'VAL-NULL-ENUM': error`"null" is ambiguous: the enum "${'enum'}" has a value of that name`,
  'VAL-ASCII': error`a number in a string must be written in plain ASCII without escapes`,
  'VAL-HEXFLOAT': error`a hexadecimal integer cannot be the value of ${'type'}`,
  'VAL-FN-TYPE': error`"${'name'}(...)" can be the value of floats only`,
  'VAL-FN-NAME': error`there is no function "${'name'}"`,

  // Attributes
  'ATT-STRUCT-REQ': error`members of structs are always there: "${'attribute'}" means nothing for them`,
  'ATT-DEPR-STRUCT': error`members of structs cannot be deprecated`,
  'ATT-REQ-SCALAR': error`a scalar always has a value: "required" means nothing for it`,
  'ATT-REQ-OPT': error`a scalar cannot be both optional and required`,
  'ATT-KEY-MULTI': error`there is a key already`,
  'ATT-KEY-TYPE': error`a key must be a scalar, a string or a struct`,
  'ATT-KEY-OPT': error`an optional scalar cannot be the key`,
  'ATT-HASH-TYPE': error`only integers of 16, 32 and 64 bits can hold a hash`,
  'ATT-HASH-NAME': error`there is no hash "${'name'}" of ${'bits'} bits`,
  'ATT-V64-TYPE': error`"vector64" is for vectors`,
  'ATT-O64-TYPE': error`"offset64" is for strings and vectors`,
  'ATT-64-ELEM': error`elements behind a 64-bit offset must be scalars or structs`,
  'ATT-CPPTYPE': error`"cpp_type" needs "hash"`,
  'ATT-SHARED': error`"shared" is for strings`,
  'ATT-ALLOC': error`"native_custom_alloc" is for tables and structs, not for fields`,
  'ATT-INLINE': error`"native_inline" is for structs and vectors of structs or tables`,
  'ATT-NEST-STR': error`"nested_flatbuffer" needs the name of a table, as a string`,
  'ATT-NEST-TYPE': error`"nested_flatbuffer" is for vectors of ubyte`,
  'ATT-FLEX': error`"flexbuffer" is for vectors of ubyte`,
  'ATT-ALIGN': error`the alignment of "${'name'}" must be a power of two from ${'min'} to 32`,
  'ATT-ALIGN-ENUM': error`"force_align" is for structs`,
  'ATT-ID-MIX': error`"${'name'}" has no id: either all fields of a table have one or none`,
  'ATT-ID-ALL': error`"${'name'}" has no id, but ids are required`,
  'ATT-ID-NUM': error`an id must be an integer from 0 to 65535`,
  'ATT-ID-SEQ': error`ids must be 0, 1, 2 and so on: there is ${'problem'} ${'id'}`,
  'ATT-ID-UNION': error`the id of a union must be 1 at least: the id before it is that of its type`,

  // Enums and files
  'ENUM-RANGE': error`${'value'} is not a value of type ${'type'}`,
  'ENUM-DUP': error`"${'name'}" has the same number as "${'other'}": ${'value'}`,
  'ENUM-FLAG-RANGE': error`there is no bit ${'value'} in ${'type'}`,
  'ENUM-FLAG-SIGN': error`bit ${'value'} is the sign of ${'type'}`,
  'FILE-IDENT': error`a file identifier must be four bytes long, not ${'length'}`,
  LEAK: error`"${'name'}" is public, but uses the private "${'other'}"`,
  WERROR: error`warnings are errors: ${'count'} found`,

  // Warnings
  'W-CASE': warning`the field "${'name'}" is not in snake_case`,
  'W-ATTR-DUP': warning`the attribute "${'name'}" is listed already: only the first counts`,
  'W-FLAGS-SIGNED': warning`flags should have an unsigned underlying type`,
  'W-V64': warning`"offset64" says nothing new: "vector64" implies it`,
  'W-ENUM-DUP': warning`"${'name'}" has the same number as "${'other'}": ${'value'}`,
  'W-NAME-FAR': warning`"${'name'}" is taken for "${'target'}", which is in another namespace`,
  'W-NAME-OUTER': warning`"${'name'}" means the enum "${'target'}", although a table of that name is nearer`,
  'W-STRUCT-SIZE': warning`"${'name'}" starts at byte ${'offset'}: binary schemas keep 16 bits of it`,
  'W-JSON-TAIL': warning`what follows here is ignored because the file is included`,
  'W-DIALECT-DEFAULT': warning`a default is not an attribute`,
  'W-DIALECT-SEMI': warning`the members of a union are separated by commas`,
  'W-DIALECT-ENUM': warning`enum "${'name'}" does not say which integer it is stored as: short is taken`,
});

// What the command line itself can say, beside what the libraries find in schemas and data.
import { defineCatalogue, error, warning, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** The codes and what each message names. */
export type Messages = {
  readonly 'CLI-OPTION': MessageTemplate<'option'>;
  readonly 'CLI-OPTION-LATE': MessageTemplate<'option'>;
  readonly 'CLI-OPTION-VALUE': MessageTemplate<'option' | 'value'>;
  readonly 'CLI-OPTION-CHOICE': MessageTemplate<'option' | 'choices' | 'value'>;
  readonly 'CLI-OPTION-NEEDS': MessageTemplate<'option' | 'other'>;
  readonly 'CLI-UNSUPPORTED': MessageTemplate<'option' | 'what'>;
  readonly 'CLI-NO-FILE': MessageTemplate<never>;
  readonly 'CLI-NO-GENERATOR': MessageTemplate<never>;
  readonly 'CLI-NO-RULE': MessageTemplate<never>;
  readonly 'CLI-PROTO-ALONE': MessageTemplate<never>;
  readonly 'CLI-CONFIG-ALONE': MessageTemplate<'beside'>;
  readonly 'CLI-OPERAND': MessageTemplate<'subcommand' | 'operand'>;
  readonly 'INIT-EXISTS': MessageTemplate<'path'>;
  readonly 'WATCH-LINE': MessageTemplate<'argument'>;
  readonly 'WATCH-FAILED': MessageTemplate<'reason'>;
  readonly 'CLI-FOLDER': MessageTemplate<'option' | 'path'>;
  readonly 'FILE-READ': MessageTemplate<'path' | 'reason'>;
  readonly 'FILE-WRITE': MessageTemplate<'path' | 'reason'>;
  readonly 'FILE-PROTO': MessageTemplate<'path'>;
  readonly 'OUTPUT-OUTSIDE': MessageTemplate<'path' | 'input'>;
  readonly 'OUTPUT-CLASH': MessageTemplate<'input' | 'other' | 'path'>;
  readonly 'OUTPUT-TWICE': MessageTemplate<'input' | 'path'>;
  readonly 'OUTPUT-SHARED': MessageTemplate<'path'>;
  readonly 'OUTPUT-IS-SCHEMA': MessageTemplate<'path'>;
  readonly 'SCHEMA-DAMAGED': MessageTemplate<'path' | 'reason'>;
  readonly 'ROOT-UNKNOWN': MessageTemplate<'path' | 'type'>;
  readonly 'DATA-NO-SCHEMA': MessageTemplate<'path'>;
  readonly 'DATA-NO-ROOT': MessageTemplate<'path' | 'schema'>;
  readonly 'DATA-BINARY': MessageTemplate<'path' | 'offset'>;
  readonly 'DATA-NO-IDENTIFIER': MessageTemplate<'path' | 'schema'>;
  readonly 'DATA-IDENTIFIER': MessageTemplate<'path' | 'offset' | 'found' | 'expected'>;
  readonly 'DATA-DAMAGED': MessageTemplate<'path' | 'reason'>;
  readonly 'DATA-UNPRINTABLE': MessageTemplate<'path' | 'reason'>;
  readonly 'ANNOTATE-SCHEMA': MessageTemplate<'path'>;
  readonly 'ANNOTATE-TEXT': MessageTemplate<'path'>;
  readonly 'W-ANNOTATE-READ': MessageTemplate<'path' | 'reason'>;
  readonly 'FLEX-NO-SCHEMA': MessageTemplate<'path'>;
  readonly 'CLI-STDIN-ALONE': MessageTemplate<never>;
  readonly 'CLI-STDOUT-ONE': MessageTemplate<'count'>;
  readonly 'CLI-OPTION-MISSING': MessageTemplate<'option'>;
  readonly 'BREAKING-BASE': MessageTemplate<'base'>;
  readonly 'BREAKING-OUTSIDE': MessageTemplate<'base' | 'path'>;
  readonly 'HELP-TOPIC': MessageTemplate<'topic'>;
  readonly 'INSPECT-OPERANDS': MessageTemplate<never>;
  readonly 'CONVERT-OPERANDS': MessageTemplate<never>;
  readonly 'CONVERT-DIRECTION': MessageTemplate<never>;
  readonly 'CONVERT-TERMINAL': MessageTemplate<never>;
  readonly 'FILE-SCHEMA': MessageTemplate<'path'>;
  readonly 'W-LINT-TYPE': MessageTemplate<'name'>;
  readonly 'W-LINT-IDENTIFIER': MessageTemplate<'name'>;
  readonly 'PLUGIN-LOAD': MessageTemplate<'module' | 'reason'>;
  readonly 'PLUGIN-EXPORT': MessageTemplate<'module'>;
  readonly 'PLUGIN-THREW': MessageTemplate<'module' | 'path' | 'reason'>;
  readonly 'PLUGIN-RESULT': MessageTemplate<'module' | 'path'>;
  readonly WERROR: MessageTemplate<never>;
  readonly 'W-CLI-GRPC': MessageTemplate<'option'>;
  readonly 'W-CLI-PROTO': MessageTemplate<never>;
  readonly 'W-CLI-DEPRECATED': MessageTemplate<'option' | 'advice'>;
  readonly 'W-OUTPUT-IS-DATA': MessageTemplate<'path'>;
  readonly 'W-OUTPUT-REPLACED': MessageTemplate<'path' | 'other' | 'input'>;
};

/** The messages, by code. */
export const messages: Catalogue<Messages> = defineCatalogue({
  'CLI-OPTION': error`unknown option ${'option'}`,
  'CLI-OPTION-LATE': error`${'option'} stands after the first file, where flatc takes long options only`,
  'CLI-OPTION-VALUE': error`${'option'} needs a value: ${'option'} ${'value'}`,
  'CLI-OPTION-CHOICE': error`${'option'} takes ${'choices'}, not "${'value'}"`,
  'CLI-OPTION-NEEDS': error`${'option'} needs ${'other'}`,
  'CLI-UNSUPPORTED': error`${'option'}: ${'what'} is not supported yet`,
  'CLI-NO-FILE': error`no file is given`,
  'CLI-NO-GENERATOR': error`nothing is asked for: say what to generate`,
  'CLI-CONFIG-ALONE': error`--config says what to make of which files, so ${'beside'} cannot stand beside it`,
  'CLI-OPERAND': error`flatc ${'subcommand'} takes options only, not "${'operand'}"`,
  'INIT-EXISTS': error`there is a ${'path'} already, and it is left as it is`,
  'WATCH-LINE': error`flatc watch cannot repeat a command line with ${'argument'}`,
  'WATCH-FAILED': error`changes of files cannot be noticed: ${'reason'}`,
  'CLI-FOLDER': error`${'option'}: ${'path'} is not a directory`,
  'CLI-PROTO-ALONE': error`--proto cannot stand together with other outputs or --conform`,
  'CLI-NO-RULE': error`none of the files gives an output that -M could print a rule for`,
  'FILE-READ': error`cannot read ${'path'}: ${'reason'}`,
  'FILE-WRITE': error`cannot write ${'path'}: ${'reason'}`,
  'FILE-PROTO': error`${'path'} was read as a schema: protobuf definitions become one with --proto`,
  'OUTPUT-OUTSIDE': error`the output "${'path'}" of ${'input'} would not be inside the output folder`,
  'OUTPUT-CLASH': error`${'input'} and ${'other'} would both write ${'path'}`,
  'OUTPUT-TWICE': error`${'input'} would write ${'path'} twice, with different content`,
  'OUTPUT-SHARED': error`this output and another would both write ${'path'}, with different content`,
  'OUTPUT-IS-SCHEMA': error`an output would overwrite the schema ${'path'}`,
  'SCHEMA-DAMAGED': error`${'path'} is not a valid binary schema: ${'reason'}`,
  'ROOT-UNKNOWN': error`--root-type: ${'path'} has no table ${'type'}`,
  'DATA-NO-SCHEMA': error`${'path'} is a data file, and no schema stands before it`,
  'DATA-NO-ROOT': error`${'path'} is a data file, and ${'schema'} names no root type`,
  'DATA-BINARY': error`${'path'}: at byte ${'offset'}: a zero byte, so this is not JSON text`,
  'DATA-NO-IDENTIFIER': error`${'path'} cannot be told to be of this schema: ${'schema'} has no file_identifier`,
  'DATA-IDENTIFIER': error`${'path'}: at byte ${'offset'}: the file identifier is "${'found'}", not "${'expected'}"`,
  'DATA-UNPRINTABLE': error`${'path'} cannot be written as JSON: ${'reason'}`,
  'ANNOTATE-SCHEMA': error`--annotate: ${'path'} is no schema: its name must end in .fbs or .bfbs`,
  'ANNOTATE-TEXT': error`--annotate: ${'path'} is JSON text, and what is annotated are buffers`,
  'W-ANNOTATE-READ': warning`${'path'} is left out, as it cannot be read: ${'reason'}`,
  'FLEX-NO-SCHEMA': error`${'path'} is a schema, and with --flexbuffers data has none`,
  'DATA-DAMAGED': error`${'path'} is damaged: ${'reason'}`,
  'CLI-STDIN-ALONE': error`- (standard input) cannot stand beside other files`,
  'CLI-STDOUT-ONE': error`-o - takes one output to standard output, and there are ${'count'}`,
  'CLI-OPTION-MISSING': error`${'option'} is missing`,
  'BREAKING-BASE': error`--against: ${'base'} is no schema file, no folder and no commit of git`,
  'BREAKING-OUTSIDE': error`--against: files are found in ${'base'} by their paths from here, and ${'path'} is outside`,
  'HELP-TOPIC': error`there is no help on ${'topic'}`,
  'INSPECT-OPERANDS': error`one schema and one buffer are needed`,
  'CONVERT-OPERANDS': error`one schema and one file of lines or buffers are needed; - is standard input`,
  'CONVERT-DIRECTION': error`which way is not clear: --binary makes buffers of lines, --json lines of buffers`,
  'CONVERT-TERMINAL': error`buffers are nothing for a terminal: give -o FILE, or send standard output elsewhere`,
  'FILE-SCHEMA': error`${'path'} is no schema: its name must end in .fbs or .bfbs`,
  'W-LINT-TYPE': warning`the name of the type "${'name'}" is not in UpperCamelCase`,
  'W-LINT-IDENTIFIER': warning`buffers of ${'name'} cannot be told from others: the schema has no file_identifier`,
  'PLUGIN-LOAD': error`--plugin: ${'module'} cannot be loaded: ${'reason'}`,
  'PLUGIN-EXPORT': error`--plugin: ${'module'} exports no generator`,
  'PLUGIN-THREW': error`--plugin: ${'module'} failed at ${'path'}: ${'reason'}`,
  'PLUGIN-RESULT': error`--plugin: what ${'module'} gave for ${'path'} is not what a generator gives`,
  WERROR: error`a warning counts as an error here (--warnings-as-errors)`,
  'W-CLI-GRPC': warning`--grpc: ${'option'} writes no services`,
  'W-CLI-PROTO': warning`no code is generated from .proto files: they become schemas, and those become code`,
  'W-CLI-DEPRECATED': warning`${'option'} is deprecated: ${'advice'}`,
  'W-OUTPUT-IS-DATA': warning`the data file ${'path'} is overwritten by what is made of it`,
  'W-OUTPUT-REPLACED': warning`${'path'} of ${'other'} is replaced by that of ${'input'}`,
});

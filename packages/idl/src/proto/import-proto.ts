// .proto files to the text of a schema: the verb of this folder.
import { hasErrors, type Diagnostic } from '@fb/diagnostics';
import { baseName } from '../find-include.js';
import type { Host } from '../host.js';
import { messages } from '../messages.js';
import { bindProto } from './bind-proto.js';
import { inHashOrder, loadProtoFiles } from './load-proto.js';
import { protoMessages } from './messages.js';
import { checkIds } from './numbering.js';
import { printFbs } from './print-fbs.js';

/** Options of {@link importProto}; the flag of the command line is named where there is one. @public */
export interface ImportProtoOptions {
  /** Directories in which imports are looked for after that of the importing file (`-I`). */
  readonly includePaths?: readonly string[];
  /** A oneof becomes a union instead of a table; its members must be messages (`--oneof-union`). */
  readonly oneofUnions?: boolean;
  /** Fields keep the order of their numbers: they get ids from 0 (`--keep-proto-id`). */
  readonly keepIds?: boolean;
  /** What happens if the numbers of a message leave one out (`--proto-id-gap`); `warn` by default. */
  readonly idGap?: 'ignore' | 'warn' | 'error';
  /** A component to put behind the package in every namespace (`--proto-namespace-suffix`). */
  readonly namespaceSuffix?: string;
  /** Imported definitions are repeated instead of included (`--gen-all`, `--no-includes`). */
  readonly inlineImports?: boolean;
  /** Includes keep the directories of the imports (`--keep-prefix`). */
  readonly keepPrefix?: boolean;
  /** How many characters the text may have, since names grow long in it; 2^28 by default. */
  readonly maxLength?: number;
}

/** What came of importing a .proto file. @public */
export interface ImportProtoResult {
  /** The text of the schema; `null` if and only if there is an error among the diagnostics. */
  readonly text: string | null;
  /** Errors and warnings, file by file, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns the .proto file (proto2 or proto3) at `path` into the text of a schema, the one that `flatc --proto` writes.
 * Messages become tables, nested definitions move to a namespace of the message's name with an underscore; options,
 * services and extension ranges are left out. Numbers of fields must fit into 16 bits. The text says what the data
 * means, not how protobuf writes it: the bytes of the two formats have nothing in common.
 *
 * Paths are used as given, as by `loadSchema`. Never throws for what is in the files.
 * @public
 */
export function importProto(path: string, host: Host, options: ImportProtoOptions = {}): ImportProtoResult {
  const bytes = host.readFile(path);
  if (bytes === null) return { text: null, diagnostics: [messages.create('INC-LOAD', null, { path })] };
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const units = loadProtoFiles(path, bytes, host, options.includePaths ?? [], report);
  const program = bindProto(units, options.oneofUnions === true, report);
  for (const message of program.messages) checkIds(message, options.idGap ?? 'warn', report);
  const order = new Map(units.map((unit, i) => [unit.syntax.source as unknown, i] as const));
  const rank = ({ span }: Diagnostic): number => order.get(span?.source) ?? units.length;
  const diagnostics = found.toSorted(
    (a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
  if (hasErrors(diagnostics)) return { text: null, diagnostics };
  const limit = options.maxLength ?? 2 ** 28;
  const includes = inHashOrder(units).map(({ importedAs, path: at }) =>
    withoutExtension(options.keepPrefix === true ? (importedAs ?? at) : baseName(importedAs ?? at)),
  );
  const text = printFbs(program, {
    stem: withoutExtension(baseName(path)),
    includes: options.inlineImports === true ? null : includes,
    keepIds: options.keepIds === true,
    namespaceSuffix: options.namespaceSuffix ?? '',
    limit,
  });
  if (text !== null) return { text, diagnostics };
  return { text, diagnostics: [...diagnostics, protoMessages.create('PROTO-SIZE', null, { limit })] };
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

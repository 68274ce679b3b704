// The way of a schema from text to model: files, tokens, syntax, names, meaning, rules.
import type { Diagnostic } from '@fb/diagnostics';
import { freezeSchema, type Schema } from '@fb/schema';
import { bind } from './bind/bind.js';
import { memoryHost, type Host } from './host.js';
import { loadFiles } from './loader.js';
import { lowerContext } from './lower/context.js';
import { lower } from './lower/lower.js';
import { messages } from './messages.js';
import type { LoadOptions } from './options.js';
import { checkRules } from './rules/check-rules.js';

/** What came of loading a schema. @public */
export interface LoadResult {
  /** The schema; `null` if and only if there is an error among the diagnostics. */
  readonly schema: Schema | null;
  /** Errors and warnings, file by file, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads the schema file at `path` and all that it includes.
 *
 * Paths are used as given: `path` is what the host is asked for first, and includes are looked for beside the including
 * file, then in `includePaths`, then beside the main file. Never throws for what is in the files.
 * @public
 */
export function loadSchema(path: string, host: Host, options: LoadOptions = {}): LoadResult {
  const bytes = host.readFile(path);
  if (bytes === null) {
    return { schema: null, diagnostics: [messages.create('INC-LOAD', null, { path })] };
  }
  return load(path, bytes, host, options);
}

/** Options of {@link parseSchema}. @public */
export interface ParseSchemaOptions extends LoadOptions {
  /** The name to give the text in diagnostics; `schema.fbs` by default. */
  readonly path?: string;
}

/** Loads a schema from one text that includes nothing. Never throws for what is in the text. @public */
export function parseSchema(text: string | Uint8Array, options: ParseSchemaOptions = {}): LoadResult {
  return load(options.path ?? 'schema.fbs', text, memoryHost({}), options);
}

/** What is said of names that are defined nowhere. */
const NAMES_UNDEFINED: ReadonlySet<string> = new Set(['NAME-UNDEF', 'NAME-ROOT']);

function load(path: string, content: string | Uint8Array, host: Host, options: LoadOptions): LoadResult {
  const found: Diagnostic[] = [];
  let errors = 0;
  let warnings = 0;
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === 'error') errors++;
    else if (options.noWarnings === true) return;
    else warnings++;
    found.push(diagnostic);
  };
  const { units } = loadFiles(path, content, host, options, report);
  const context = lowerContext(bind(units, options, report), options, report);
  const schema = lower(context);
  checkRules(context);
  if (warnings > 0 && options.warningsAsErrors === true)
    report(messages.create('WERROR', null, { count: warnings }));
  const order = new Map(units.map((unit) => [unit.syntax.source, unit.order] as const));
  const rank = (diagnostic: Diagnostic): number => {
    const source = diagnostic.span?.source;
    return (
      (source === undefined ? undefined : order.get(source as (typeof units)[number]['syntax']['source'])) ??
      units.length
    );
  };
  // What an include that cannot be read would have defined is not missing for a reason of its own.
  const incomplete = found.some(({ code }) => code === 'INC-LOAD');
  const diagnostics = found
    .filter(({ code, related }) => !(incomplete && NAMES_UNDEFINED.has(code) && related.length === 0))
    .toSorted((a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { schema: errors > 0 ? null : freezeSchema(schema), diagnostics };
}

// A config file as settings: every value is looked at, and what is wrong is said at its place.
import { didYouMean, type Diagnostic, type Span, type TextSource } from '@fb/diagnostics';
import { conflictIn } from '../arguments.js';
import { defaultSettings, type Settings } from '../settings.js';
import { applyOptions } from './apply-options.js';
import { GENERATORS } from './config-options.js';
import { readJson, type JsonValue } from './json-value.js';
import { configMessages } from './messages.js';
import { ValueReader } from './value-reader.js';

/** The properties of a config file. */
export const CONFIG_PROPERTIES = ['$schema', 'inputs', 'includePaths', 'options', 'outputs'] as const;

/** The properties of each of its outputs. */
export const OUTPUT_PROPERTIES = [
  'generator',
  'plugin',
  'pluginOptions',
  'folder',
  'inputs',
  'options',
] as const;

/** What a config file asks for. */
export interface Config {
  /** What it says of the run as a whole. */
  readonly settings: Readonly<Settings>;
  readonly outputs: readonly ConfigOutput[];
}

/** One of the outputs: its own files, with settings that hold for it alone. */
export interface ConfigOutput {
  readonly span: Span;
  readonly inputs: readonly Pattern[];
  readonly settings: Readonly<Settings>;
}

/** A file, folder or glob; those that start with `!` leave out. */
export interface Pattern {
  readonly text: string;
  readonly span: Span;
}

/** A config, or what is wrong with it. */
export interface ReadConfig {
  readonly config: Config | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a config file; `here` turns a path that starts from its folder into one from the current folder. */
export function readConfig(source: TextSource, here: (path: string) => string): ReadConfig {
  const value = readJson(source);
  if ('code' in value) return { config: null, diagnostics: [value] };
  const reader = new ValueReader();
  const root = reader.object(value, 'a config file', CONFIG_PROPERTIES);
  if (root === null) return { config: null, diagnostics: reader.diagnostics };
  const { inputs, includePaths, options, outputs } = root;
  const basis: Basis = {
    inputs: inputs === undefined ? null : patternsOf(inputs, reader),
    includePaths: reader.strings(includePaths, '"includePaths"').map(({ text }) => here(text)),
    options,
    here,
  };
  const settings = defaultSettings();
  applyOptions(options, { generator: null, shared: true }, settings, reader, here);
  const listed = outputs === undefined ? [] : reader.list(outputs, '"outputs"');
  if (outputs === undefined)
    reader.add(
      configMessages.create('CONFIG-MISSING', value.span, { owner: 'a config file', name: 'outputs' }),
    );
  else if (outputs.kind === 'list' && listed.length === 0)
    reader.add(configMessages.create('CONFIG-EMPTY', outputs.span, { what: '"outputs"' }));
  const read = listed.flatMap((each) => readOutput(each, basis, reader) ?? []);
  const { diagnostics } = reader;
  return { config: diagnostics.length === 0 ? { settings, outputs: read } : null, diagnostics };
}

/** What holds for all outputs. */
interface Basis {
  readonly inputs: readonly Pattern[] | null;
  readonly includePaths: readonly string[];
  readonly options: JsonValue | undefined;
  readonly here: (path: string) => string;
}

function readOutput(value: JsonValue, basis: Basis, reader: ValueReader): ConfigOutput | null {
  const output = reader.object(value, 'an output', OUTPUT_PROPERTIES);
  if (output === null) return null;
  const { span } = value;
  const settings = defaultSettings();
  const generator = readGenerator(output, span, settings, reader);
  // Checked above, for all of them.
  applyOptions(basis.options, { generator, shared: true }, settings, new ValueReader(), basis.here);
  applyOptions(output.options, { generator, shared: false }, settings, reader, basis.here);
  // Not the folder of each schema, as on a command line: what is written must not depend on where flatc is started.
  settings.bfbsRoot ??= basis.here('.');
  settings.includePaths = [...basis.includePaths];
  const folder = output.folder === undefined ? '.' : reader.string(output.folder, '"folder"');
  // The current folder is the empty one; `-` would be standard output.
  const directory = basis.here(folder ?? '.');
  settings.outputDirectory = directory === '.' ? '' : directory === '-' ? './-' : directory;
  const inputs = output.inputs === undefined ? basis.inputs : patternsOf(output.inputs, reader);
  if (inputs === null)
    reader.add(configMessages.create('CONFIG-MISSING', span, { owner: 'a config file', name: 'inputs' }));
  const conflict = conflictIn(settings);
  if (conflict !== null) reader.add({ ...conflict, span });
  return { span, inputs: inputs ?? [], settings };
}

/** Sets what the output is made by; gives its name, `null` for a plugin. */
function readGenerator(
  { generator, plugin, pluginOptions }: Partial<Record<string, JsonValue>>,
  span: Span,
  settings: Settings,
  reader: ValueReader,
): string | null {
  if ((generator === undefined) === (plugin === undefined)) {
    const hint = `the generators are ${[...GENERATORS.keys()].join(', ')}`;
    reader.add(configMessages.create('CONFIG-GENERATOR-ONE', span, {}, { hint }));
    return null;
  }
  if (plugin !== undefined) {
    const module = reader.string(plugin, '"plugin"');
    if (module !== null) settings.plugins.push(module);
    settings.pluginOptions.push(...reader.texts(pluginOptions, '"pluginOptions"'));
    return null;
  }
  if (pluginOptions !== undefined) {
    const hint = 'only outputs with a "plugin" have it';
    const params = { owner: 'an output with a "generator"', name: 'pluginOptions' };
    reader.add(configMessages.create('CONFIG-PROPERTY', pluginOptions.span, params, { hint }));
  }
  const name = generator === undefined ? null : reader.string(generator, '"generator"');
  if (name === null) return null;
  const known = GENERATORS.get(name);
  if (known !== undefined) {
    settings.generators.push(known);
    return name;
  }
  const names = [...GENERATORS.keys()];
  const meant = ALIASES.get(name.toLowerCase());
  const hint =
    (meant === undefined ? didYouMean(name, names) : `did you mean "${meant}"?`) ??
    `the generators are ${names.join(', ')}`;
  reader.add(configMessages.create('CONFIG-GENERATOR', generator?.span ?? span, { name }, { hint }));
  return null;
}

/** What people call generators. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['typescript', 'ts'],
  ['c++', 'cpp'],
  ['py', 'python'],
  ['bfbs', 'binary'],
  ['json-schema', 'jsonschema'],
]);

function patternsOf(value: JsonValue, reader: ValueReader): readonly Pattern[] {
  const patterns = reader.strings(value, '"inputs"');
  if (value.kind === 'list' && value.items.length === 0)
    reader.add(configMessages.create('CONFIG-EMPTY', value.span, { what: '"inputs"' }));
  return patterns;
}

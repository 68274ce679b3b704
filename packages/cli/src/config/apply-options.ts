// The options of a config file, named as on the command line, as settings.
import { didYouMean } from '@fb/diagnostics';
import type { Settings } from '../settings.js';
import { CONFIG_OPTIONS, type ConfigOption } from './config-options.js';
import { KINDS, type JsonProperty, type JsonValue } from './json-value.js';
import { configMessages } from './messages.js';
import type { ValueReader } from './value-reader.js';

/** Where options stand. */
interface OptionsOf {
  /** The generator of the output; `null` for a plugin and for all outputs. */
  readonly generator: string | null;
  /** Whether they are those of the whole file, so that each output takes what is for it. */
  readonly shared: boolean;
}

/** Settings whose text is a path. */
const PATHS: ReadonlySet<keyof Settings> = new Set(['conform', 'conformIncludes', 'bfbsRoot']);

/** Applies `value`, an object of options, to `settings`. */
export function applyOptions(
  value: JsonValue | undefined,
  of: OptionsOf,
  settings: Settings,
  reader: ValueReader,
  here: (path: string) => string,
): void {
  for (const property of reader.entries(value, '"options"')) {
    const { name, nameSpan } = property;
    const option = CONFIG_OPTIONS.find((each) => each.name === name);
    if (option === undefined) {
      const hint = unknownHint(name);
      reader.add(configMessages.create('CONFIG-OPTION', nameSpan, { name }, { hint }));
      continue;
    }
    const { generator, shared } = option;
    if (!of.shared && shared) {
      const hint = 'it is for the whole run: put it into the "options" beside "outputs"';
      reader.add(configMessages.create('CONFIG-OPTION', nameSpan, { name }, { hint }));
    } else if (!of.shared && generator !== null && generator !== of.generator)
      reader.add(configMessages.create('CONFIG-OPTION-OTHER', nameSpan, { name, generator }));
    else apply(option, property, settings, reader, here);
  }
}

function apply(
  { name, effect, row }: ConfigOption,
  { value }: JsonProperty,
  settings: Settings,
  reader: ValueReader,
  here: (path: string) => string,
): void {
  const what = `"${name}"`;
  const located = (text: string): string => (PATHS.has(effect.setting) ? here(text) : text);
  switch (effect.kind) {
    case 'switch':
      if (value.kind === 'boolean') settings[effect.setting] = value.value ? effect.to : !effect.to;
      else reader.refuse(value, what, KINDS.boolean);
      break;
    case 'text': {
      const text = reader.string(value, what);
      if (text === null) break;
      if (row.choices === null || row.choices.includes(text)) {
        settings[effect.setting] = text === '' && row.emptyIsDefault ? null : located(text);
        break;
      }
      const params = { name, choices: row.choices.join(', '), value: text };
      const hint = didYouMean(text, row.choices);
      reader.add(configMessages.create('CONFIG-CHOICE', value.span, params, { hint }));
      break;
    }
    case 'folder': {
      const text = reader.string(value, what);
      if (text !== null) settings[effect.setting] = located(text);
      break;
    }
    case 'folders':
    case 'list':
      settings[effect.setting] = reader.strings(value, what).map(({ text }) => located(text));
  }
}

/** What was meant: it may be spelled as on the command line, or in camelCase. */
function unknownHint(name: string): string {
  const plain = (name === '-I' ? 'i' : name.replace(/^-+/, '')).replace(
    /[A-Z]/g,
    (letter) => `-${letter.toLowerCase()}`,
  );
  const names = CONFIG_OPTIONS.map((option) => option.name);
  const undone = plain.replace(/^no-/, '');
  if (names.includes(plain)) return `did you mean "${plain}"?`;
  if (names.includes(undone)) return `write "${undone}": false`;
  return didYouMean(plain, names) ?? ELSEWHERE.get(plain) ?? 'options are named as those of flatc --help';
}

/** What other properties say. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['o', 'the property "folder" of an output says where it goes'],
  ['i', 'the property "includePaths" beside "outputs" lists folders'],
  ['plugin', 'an output has the property "plugin"'],
  ['plugin-opt', 'an output with a "plugin" has the property "pluginOptions"'],
]);

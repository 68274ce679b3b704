// The JSON Schema of config files, which editors follow: made of the same table of options as flatc itself reads.
import { CONFIG_OPTIONS, GENERATORS, type ConfigOption } from '../../src/config/config-options.js';
import { CONFIG_PROPERTIES, OUTPUT_PROPERTIES } from '../../src/config/read-config.js';

type Json = { readonly [key: string]: unknown };

const strings: Json = { type: 'array', items: { type: 'string' } };

/** The schema as the text of `flatc.config.schema.json`. */
export function configSchema(): string {
  const generators = [...GENERATORS.keys()];
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'flatc.config.json',
    description: 'What plain flatc makes of which schemas. Paths start from the folder of this file.',
    type: 'object',
    properties: ordered(CONFIG_PROPERTIES, {
      $schema: { type: 'string' },
      inputs: { $ref: '#/definitions/inputs' },
      includePaths: { ...strings, description: 'Look for included schemas in these folders, too.' },
      options: {
        ...optionsOf(() => true),
        description: 'Options of all outputs, each of which takes those that are for it.',
      },
      outputs: {
        type: 'array',
        minItems: 1,
        items: { anyOf: [...generators.map(generatorOutput), pluginOutput()] },
        description: 'What to make: one entry for each generator or plugin.',
      },
    }),
    required: ['outputs'],
    additionalProperties: false,
    allowTrailingCommas: true,
    definitions: {
      inputs: {
        ...strings,
        minItems: 1,
        description:
          'Files, folders (for all .fbs files below them) and globs; what starts with ! is left out. Data follows its schema.',
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function generatorOutput(generator: string): Json {
  const options = optionsOf((option) => !option.shared && [null, generator].includes(option.generator));
  return output({ generator: { const: generator, description: 'What to make.' }, options }, 'generator');
}

function pluginOutput(): Json {
  const options = optionsOf((option) => !option.shared && option.generator === null);
  const plugin = {
    type: 'string',
    description: 'The module of a generator: a path that starts with ./, or the name of a package.',
  };
  const pluginOptions = {
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean'] },
    description: 'Options of the plugin.',
  };
  return output({ plugin, pluginOptions, options }, 'plugin');
}

function output(own: Json, required: string): Json {
  const folder = {
    type: 'string',
    description: 'Write below this folder; default: that of the config file.',
  };
  const properties = ordered(OUTPUT_PROPERTIES, { ...own, folder, inputs: { $ref: '#/definitions/inputs' } });
  return { type: 'object', properties, required: [required], additionalProperties: false };
}

function optionsOf(fits: (option: ConfigOption) => boolean): Json {
  const properties = Object.fromEntries(
    CONFIG_OPTIONS.filter(fits).map((option) => [
      option.name,
      { ...valueOf(option), description: option.row.help },
    ]),
  );
  return { type: 'object', properties, additionalProperties: false };
}

function valueOf({ effect, row }: ConfigOption): Json {
  switch (effect.kind) {
    case 'switch':
      return { type: 'boolean' };
    case 'text':
      return row.choices === null ? { type: 'string' } : { enum: row.choices };
    case 'folder':
      return { type: 'string' };
    case 'folders':
    case 'list':
      return strings;
  }
}

/** The properties that flatc knows, in its order; fails to compile or to run where they are not all described. */
function ordered(names: readonly string[], described: Json): Json {
  const unknown = Object.keys(described).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`flatc knows no ${unknown.join(', ')}`);
  return Object.fromEntries(names.filter((name) => name in described).map((name) => [name, described[name]]));
}

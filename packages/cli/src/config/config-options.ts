// Which options of the command line a config file may set, and in which outputs. It all follows from the option table.
import { OF_ANY_RUN } from '../arguments.js';
import { OPTIONS, type Option, type Topic } from '../options.js';
import type { GeneratorName, Settings } from '../settings.js';

/** Options that keep their meaning when they hold for a project, as well as for one run. */
const OF_PROJECTS: ReadonlySet<keyof Settings> = new Set(['noWarnings', 'warningsAsErrors']);

/** What other properties of a config file say, and what is not about making outputs of schemas. */
const ELSEWHERE: ReadonlySet<keyof Settings> = new Set([
  'outputDirectory',
  'includePaths',
  'plugins',
  'pluginOptions',
  'annotate',
  'annotateSparse',
  'proto',
  'oneofUnions',
  'keepProtoIds',
  'protoIdGap',
  'protoNamespaceSuffix',
  'csJsonSerializer',
]);

/** Languages with a topic of their own: its options are for their outputs alone. */
const LANGUAGES: Readonly<Partial<Record<Topic, GeneratorName>>> = {
  TypeScript: 'typescript',
  'C++': 'cpp',
  Java: 'java',
  Python: 'python',
};

/** An option as a config file names it. */
export interface ConfigOption {
  /** Such as `gen-object-api`. */
  readonly name: string;
  readonly row: Option;
  readonly effect: Extract<Option['effect'], { setting: keyof Settings }>;
  /** The one generator that it is for, as config files call it; `null` if it is for more. */
  readonly generator: string | null;
  /** Whether it is for the run as a whole, so that single outputs cannot have it. */
  readonly shared: boolean;
}

/** The generators, as config files call them: such as `ts`. */
export const GENERATORS: ReadonlyMap<string, GeneratorName> = new Map(
  OPTIONS.flatMap(({ names, effect }) =>
    effect.kind === 'generator' ? [[longName(names), effect.name] as const] : [],
  ),
);

/** All options that a config file may set, in the order of the help. */
export const CONFIG_OPTIONS: readonly ConfigOption[] = OPTIONS.flatMap((row) => {
  const { effect, deprecated, topic } = row;
  if (!('setting' in effect) || deprecated !== null) return [];
  // What undoes another option is that one's `false`.
  if (effect.kind === 'switch' && !effect.to) return [];
  const { setting } = effect;
  if (ELSEWHERE.has(setting)) return [];
  const shared = OF_ANY_RUN.has(setting);
  if (shared && !OF_PROJECTS.has(setting)) return [];
  const language = LANGUAGES[topic];
  const generator = [...GENERATORS].find(([, name]) => name === language)?.[0] ?? null;
  return [{ name: longName(row.names), row, effect, generator, shared }];
});

function longName(names: readonly string[]): string {
  return (names.find((name) => name.startsWith('--')) ?? '').slice(2);
}

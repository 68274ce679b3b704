// flatc help: all of it, one topic of the options with examples, or one option. (`flatc help fmt` is `flatc fmt --help`.)
import { nearestName } from '@fb/diagnostics';
import { helpText, optionText, topicText } from '../help.js';
import { messages } from '../messages.js';
import { OPTIONS, TOPIC_NAMES, TOPICS } from '../options.js';
import { painterFor } from '../paint.js';
import type { Subcommand } from './subcommand.js';
import { SUBCOMMAND_NAMES } from './summaries.js';

/** The subcommand. */
export const help: Subcommand = {
  usage: '[TOPIC | SUBCOMMAND | OPTION]',
  options: [],
  notes: [`Topics: ${Object.values(TOPIC_NAMES).join(', ')}.`],
  examples: [
    ['flatc help', 'all of it'],
    ['flatc help json', 'one topic of the options'],
    ['flatc help fmt', 'a subcommand'],
    ['flatc help jsonschema', 'one option, with or without its dashes'],
  ],
  async run({ operands, io, report }) {
    const width = Math.min(io.stdout.columns ?? 100, 100);
    const paint = painterFor(io.stdout, io.env);
    const subject = operands.join(' ');
    const wanted = subject.toLowerCase();
    if (wanted === '') {
      io.stdout.write(helpText(width, paint));
      return true;
    }
    const topic = TOPICS.find((each) => TOPIC_NAMES[each] === wanted || each.toLowerCase() === wanted);
    const option = OPTIONS.find(({ names }) =>
      names.some((name) => name === `--${wanted}` || name === `-${subject}`),
    );
    if (topic === undefined && option !== undefined) {
      io.stdout.write(optionText(option, width, paint));
      return true;
    }
    if (topic === undefined) {
      const topics = Object.values(TOPIC_NAMES);
      const names = [...topics, ...SUBCOMMAND_NAMES];
      const meant = nearestName(wanted, names);
      const hint = meant === null ? `the topics are ${topics.join(', ')}` : `did you mean ${meant}?`;
      return report([messages.create('HELP-TOPIC', null, { topic: wanted }, { hint })]);
    }
    io.stdout.write(topicText(topic, width, paint));
    return true;
  },
};

// flatc help: all of it, or one topic of the options with examples. (`flatc help fmt` is `flatc fmt --help`.)
import { nearestName } from '@fb/diagnostics';
import { helpText, topicText } from '../help.js';
import { messages } from '../messages.js';
import { TOPICS } from '../options.js';
import { painterFor } from '../paint.js';
import type { Subcommand } from './subcommand.js';
import { SUMMARIES } from './summaries.js';

/** The subcommand. */
export const help: Subcommand = {
  usage: '[TOPIC | SUBCOMMAND]',
  options: [],
  examples: [
    ['flatc help', 'all of it'],
    ['flatc help json', 'one topic of the options'],
    ['flatc help fmt', 'a subcommand'],
  ],
  async run({ operands, io, report }) {
    const width = Math.min(io.stdout.columns ?? 100, 100);
    const paint = painterFor(io.stdout, io.env);
    const wanted = operands.join(' ').toLowerCase();
    if (wanted === '') {
      io.stdout.write(helpText(width, paint));
      return true;
    }
    const topic = TOPICS.find((each) => each.toLowerCase() === wanted);
    if (topic === undefined) {
      const names = [...TOPICS.map((each) => each.toLowerCase()), ...Object.keys(SUMMARIES)];
      const meant = nearestName(wanted, names);
      const hint = meant === null ? `the topics are ${names.join(', ')}` : `did you mean ${meant}?`;
      return report([messages.create('HELP-TOPIC', null, { topic: wanted }, { hint })]);
    }
    io.stdout.write(topicText(topic, width, paint));
    return true;
  },
};

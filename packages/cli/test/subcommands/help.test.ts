import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/arguments.js';
import { OPTIONS, TOPIC_NAMES, TOPICS } from '../../src/options.js';
import { flatc, temporaryFolder } from '../temporary-folder.js';

describe('flatc help', () => {
  it('is --help without a topic', async () => {
    const [short, long] = [
      await flatc(temporaryFolder(), ['help']),
      await flatc(temporaryFolder(), ['--help']),
    ];
    expect(short).toEqual(long);
    expect(short.stdout).toMatch(/^ {2}fmt +lay out schemas/m);
  });

  it.each(TOPICS)('%s shows the options of the topic, with command lines that can be read', async (topic) => {
    const { status, stdout } = await flatc(temporaryFolder(), ['help', ...topic.toLowerCase().split(' ')]);
    expect(status).toBe(0);
    for (const option of OPTIONS.filter((each) => each.topic === topic && each.deprecated === null))
      expect(stdout).toContain(option.names[0]);
    for (const [, line = ''] of stdout.matchAll(/^ {2}flatc (.*)$/gm)) {
      const args = line.replace(/ [<>] \S+/g, '').split(' ');
      const { kind } = parseArguments(args);
      expect({ line, kind }).toEqual({ line, kind: expect.stringMatching(/^(?:work|project)$/) as string });
    }
  });

  it.each(TOPICS)('%s has a word of its own, which the help names', async (topic) => {
    const name = TOPIC_NAMES[topic];
    const folder = temporaryFolder();
    const text = (...args: string[]): Promise<string> => flatc(folder, args).then(({ stdout }) => stdout);
    expect(await text('help', name)).toBe(await text('help', ...topic.split(' ')));
    for (const line of ['--help', 'help --help'])
      expect((await text(...line.split(' '))).split(/[\s,.]+/)).toContain(name);
    expect((await flatc(folder, ['help', 'zzzzzz'])).stderr).toContain(name);
  });

  it.each([
    ['jsonschema', /--jsonschema +Write a JSON Schema.*\n\n +A JSON Schema says nothing of defaults/],
    ['--jsonschema', /--jsonschema/],
    ['-o', /^Files \(flatc help files\):\n {2}-o DIR/],
    ['-T', /-T, --ts/],
    ['python', /^Python:[^]*Refused are\s/],
    ['--python', /^Python:/],
    ['--lua', /-l, --lua/],
  ])('tells of %s', async (subject, text) => {
    const { status, stdout } = await flatc(temporaryFolder(), ['help', subject]);
    expect(status).toBe(0);
    expect(stdout).toMatch(text);
  });

  it('leads to subcommands', async () => {
    const { stdout } = await flatc(temporaryFolder(), ['help', 'fmt']);
    expect(stdout).toBe((await flatc(temporaryFolder(), ['fmt', '--help'])).stdout);
  });

  it('knows what was meant', async () => {
    const { status, stderr } = await flatc(temporaryFolder(), ['help', 'jsn']);
    expect(status).toBe(1);
    expect(stderr).toContain('did you mean json?');
  });
});

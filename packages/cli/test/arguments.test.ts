import { describe, expect, it } from 'vitest';
import { parseArguments, type CommandLine } from '../src/arguments.js';
import { OPTIONS } from '../src/options.js';

type Work = Extract<CommandLine, { kind: 'work' }>;

function work(...args: string[]): Work {
  const line = parseArguments(args);
  if (line.kind !== 'work') throw new Error(line.kind === 'mistake' ? line.diagnostic.message : line.kind);
  return line;
}

function mistake(...args: string[]): { code: string; message: string; hint: string | null } {
  const line = parseArguments(args);
  if (line.kind !== 'mistake') throw new Error(`no mistake in ${args.join(' ')}`);
  const { code, message, hint } = line.diagnostic;
  return { code, message, hint };
}

describe('what a command line asks for', () => {
  it('keeps generators in their order, each once', () => {
    expect(work('-t', '-b', '--json', 's.fbs').settings.generators).toEqual(['json', 'binary']);
  });

  it('takes the next argument as a value, whatever it looks like', () => {
    const { settings, files } = work('-o', '-b', '-I', '--json', '-b', 's.fbs');
    expect(settings).toMatchObject({
      outputDirectory: '-b',
      includePaths: ['--json'],
      generators: ['binary'],
    });
    expect(files).toEqual([{ path: 's.fbs', binary: false }]);
  });

  it('collects include paths and keeps the last of other values', () => {
    const { settings } = work('-I', 'a', '-I', 'b\\c', '-o', 'x', '-o', 'y', '-b', 's.fbs');
    expect(settings).toMatchObject({ includePaths: ['a', 'b/c'], outputDirectory: 'y' });
  });

  it('takes files after -- as binaries and options there as options', () => {
    const { settings, files } = work('-t', 's.fbs', '--', 'a.bin', '--strict-json', 'b.bin');
    expect(files).toEqual([
      { path: 's.fbs', binary: false },
      { path: 'a.bin', binary: true },
      { path: 'b.bin', binary: true },
    ]);
    expect(settings.strictJson).toBe(true);
  });

  it('takes long options after files', () => {
    expect(work('s.fbs', 'd.json', '--binary').settings.generators).toEqual(['binary']);
  });

  it('forgets --bfbs-comments at each generator option', () => {
    expect(work('--bfbs-comments', '-b', 's.fbs').settings.bfbsComments).toBe(false);
    expect(work('-b', '--bfbs-comments', 's.fbs').settings.bfbsComments).toBe(true);
  });

  it('takes = where flatc does', () => {
    expect(
      work('--cpp-std=c++17', '--python-version=3', '--python-gen-numpy=false', '-b', 's.fbs').kind,
    ).toBe('work');
  });

  it('takes an empty value for the default where that can be meant', () => {
    const empty = ['--root-type', '', '--cpp-std=', '--filename-ext', '', '--python-version', ''];
    expect(work(...empty, '--object-suffix', '', '-b', 's.fbs').settings).toMatchObject({
      rootType: null,
      cppStandard: null,
      filenameExtension: null,
      pythonVersion: null,
      objectSuffix: '',
    });
    expect(mistake('--cpp-field-case-style', '', '-c', 's.fbs').code).toBe('CLI-OPTION-CHOICE');
  });

  it('takes the C++ standard in capitals, too', () => {
    expect(work('--cpp-std', 'C++17', '-c', 's.fbs').settings.cppStandard).toBe('c++17');
  });

  it('warns where --grpc writes nothing', () => {
    const { warnings } = work('--grpc', '-p', '-b', '--jsonschema', 's.fbs');
    expect(warnings.map(({ message }) => message)).toEqual([
      '--grpc: --binary writes no services',
      '--grpc: --jsonschema writes no services',
    ]);
  });

  it('stops at help and version, whatever follows', () => {
    expect(parseArguments(['-b', '--version', '--nope'])).toEqual({ kind: 'show', what: 'version' });
    expect(parseArguments(['-h'])).toEqual({ kind: 'show', what: 'help' });
  });

  it('warns about deprecated options and still follows them', () => {
    const { settings, warnings } = work('--ts-flat-files', '--gen-includes', '--ts', 's.fbs');
    expect(settings.generateAll).toBe(true);
    expect(warnings.map(({ message }) => message)).toEqual([
      '--ts-flat-files is deprecated: write --gen-all',
      '--gen-includes is deprecated: it is the default, leave it out',
    ]);
  });
});

describe('a command line that names neither files nor what to make', () => {
  it.each([
    [[]],
    [['--dry-run', '--quiet', '--json-diagnostics']],
    [['-M', '--file-names-only', '--github-diagnostics', '--no-warnings', '--warnings-as-errors']],
    [['--config', 'x.json']],
  ])('%j is about a project', (args) => {
    expect(parseArguments(args).kind).toBe('project');
  });

  it.each([[['--strict']], [['-o', 'x']], [['--gen-all', '--dry-run']]])('%j is not', (args) => {
    expect(mistake(...args).code).toBe('CLI-NO-FILE');
  });
});

describe('mistakes', () => {
  const cases: [string[], string, string | null][] = [
    [['-b'], 'CLI-NO-FILE', null],
    [
      ['--config', 'x.json', 's.fbs'],
      'CLI-CONFIG-ALONE',
      'put it into the config file, or leave --config out',
    ],
    [
      ['--ts', '--config', 'x.json'],
      'CLI-CONFIG-ALONE',
      'put it into the config file, or leave --config out',
    ],
    [
      ['s.fbs'],
      'CLI-NO-GENERATOR',
      'the choices are -b (--binary), -t (--json), -T (--ts), -c (--cpp), -j (--java), -p (--python), --jsonschema, --plugin MODULE',
    ],
    [['--schema', 's.fbs'], 'CLI-NO-GENERATOR', '--schema goes with -b: flatc -b --schema ...'],
    [['--grpc', 's.fbs'], 'CLI-NO-GENERATOR', '--grpc goes with --cpp, --java, --python or --ts'],
    [['fmtt'], 'CLI-NO-GENERATOR', 'did you mean flatc fmt?'],
    [['Breaking', 's.fbs'], 'CLI-NO-GENERATOR', 'did you mean flatc breaking?'],
    [['fmtt', '--check', 's.fbs'], 'CLI-OPTION', 'did you mean flatc fmt?'],
    [['--quiet', 'lint', 's.fbs'], 'CLI-NO-GENERATOR', 'a subcommand is the first word: flatc lint ...'],
    [['--jsn', 's.fbs'], 'CLI-OPTION', 'did you mean --json?'],
    [['--strcit-json', 's.fbs'], 'CLI-OPTION', 'did you mean --strict-json?'],
    [['--completely-different', 's.fbs'], 'CLI-OPTION', null],
    [['-json', 's.fbs'], 'CLI-OPTION', 'did you mean --json?'],
    [['-bt', 's.fbs'], 'CLI-OPTION', 'write short options apart: -b -t'],
    [['--root-type=T', 's.fbs'], 'CLI-OPTION', 'write --root-type T'],
    [['--strict-json=yes', 's.fbs'], 'CLI-OPTION', '--strict-json takes no value'],
    [['-b', 's.fbs', '-t'], 'CLI-OPTION-LATE', 'put -t before the files, or write --json'],
    [['-b', 's.fbs', '-o', 'x'], 'CLI-OPTION-LATE', 'put -o before the files'],
    [['-b', 's.fbs', '-x'], 'CLI-OPTION-LATE', 'put -x before the files'],
    [['-b', 's.fbs', '--root-type'], 'CLI-OPTION-VALUE', null],
    [['--ts-import-ext', 'mjs', '--ts', 's.fbs'], 'CLI-OPTION-CHOICE', null],
    [['--cpp-std=c++98', '--cpp', 's.fbs'], 'CLI-OPTION-CHOICE', null],
    [['--cpp-static-reflection', '--cpp', 's.fbs'], 'CLI-OPTION-NEEDS', null],
    [['--cs-gen-json-serializer', '-b', 's.fbs'], 'CLI-OPTION-NEEDS', null],
    [['--proto-id-gap', 'odd', '-b', 's.fbs'], 'CLI-OPTION-CHOICE', null],
  ];

  it.each(cases)('%j', (args, code, hint) => {
    expect(mistake(...args)).toMatchObject({ code, hint });
  });

  it('of a language without generator name those there are', () => {
    expect(mistake('--lua', 's.fbs')).toEqual({
      code: 'CLI-UNSUPPORTED',
      message: '--lua: generating Lua is not supported yet',
      hint: 'supported so far are -b (--binary), -t (--json), -T (--ts), -c (--cpp), -j (--java), -p (--python), --jsonschema, and --schema with -b',
    });
  });
});

describe('the table', () => {
  it('spells every option once', () => {
    const names = OPTIONS.flatMap((option) => option.names);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('has spellings that are options', () => {
    for (const name of OPTIONS.flatMap((option) => option.names)) {
      expect(name).toMatch(/^(-[A-Za-z]|--[a-z][a-z0-9-]+(=true|=false)?)$/);
    }
  });

  // --config stands without files.
  const withFiles = OPTIONS.filter(({ names }) => !names.includes('--config'));

  it.each(withFiles.flatMap((option) => option.names.map((name) => ({ name, option }))))(
    'gives $name a meaning',
    ({ name, option: { value, choices, effect } }) => {
      // Nothing else can be generated with this one.
      const generator =
        name === '--proto' ? [] : ['-b', '--cpp-std', 'c++17', '--gen-object-api', '--plugin', 'x'];
      const argument = value === null ? [] : [choices?.[0] ?? 'x=y'];
      const line = parseArguments([name, ...argument, ...generator, 's.fbs']);
      const kinds: Readonly<Record<string, string>> = { show: 'show', unsupported: 'mistake' };
      expect(line.kind).toBe(kinds[effect.kind] ?? 'work');
    },
  );
});

// Runs programs as a user would, and says what they said if they fail.
import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** Where and how a program runs. */
export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The environment without what npm, pnpm and git tell the scripts that they run: it is about this repository. Settings
 * of the machine, such as where packages come from, stay.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const ofThisRun =
    /^(?:git_|node_options$|vitest|npm_(?:package|lifecycle|command|execpath|node_execpath)|(?:p?npm|npm)_config_(?:recursive|workspace|local_prefix|prefix|frozen_lockfile|verify_deps|package_json|dir$|user_agent)|init_cwd$|pnpm_(?:script|package))/i;
  const entries = Object.entries(process.env).filter(([name]) => !ofThisRun.test(name));
  const author = { GIT_AUTHOR_NAME: 'test', GIT_AUTHOR_EMAIL: 'test@localhost' };
  const committer = { GIT_COMMITTER_NAME: 'test', GIT_COMMITTER_EMAIL: 'test@localhost' };
  const git = { GIT_CONFIG_GLOBAL: devNull, ...author, ...committer };
  return { ...Object.fromEntries(entries), ...git, NO_COLOR: '1' };
}

/** Gives the standard output of a program; anything but exit status 0 is an error with all that it wrote. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const windows = process.platform === 'win32' && command !== process.execPath;
  const child = spawn(
    command,
    args.map((arg) => (windows ? `"${arg}"` : arg)),
    {
      cwd: options.cwd,
      env: { ...cleanEnvironment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm and npx are scripts there.
      shell: windows,
    },
  );
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  child.stderr.on('data', (data: Buffer) => complaints.push(data));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const text = Buffer.concat(output).toString();
  if (status === 0) return text;
  const call = [command, ...args].join(' ');
  throw new Error(`${call}: status ${status}\n${text}${Buffer.concat(complaints).toString()}`);
}

/** Runs a program of Node. */
export function node(args: readonly string[], options: RunOptions): Promise<string> {
  return run(process.execPath, args, options);
}

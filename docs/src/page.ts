// A page of the documentation as a script: its code blocks, in order, are files to write, commands to run and what these
// print. The fence's info string says which: "ts [src/main.ts]" is a file, "sh" commands, "text" what the commands before it
// print. A block that is none of these is a mistake, so nothing on a page goes untried.

/** One block of a page, with the line of its fence, from 1. */
export type Step =
  | { readonly kind: 'file'; readonly line: number; readonly path: string; readonly content: string }
  | { readonly kind: 'excerpt'; readonly line: number; readonly path: string; readonly content: string }
  | {
      readonly kind: 'run';
      readonly line: number;
      readonly commands: readonly string[];
      /** What they must print, if the page shows it. */
      readonly prints: string | null;
      /** Whether they must fail: the fence says "sh fails". */
      readonly fails: boolean;
      /** Whether `flatc` is the reference compiler: the fence says "sh reference". */
      readonly reference: boolean;
    };

/** A page: what it needs of the machine (front matter `needs: [cpp, java]`), and its blocks. */
export interface Page {
  readonly needs: readonly string[];
  readonly steps: readonly Step[];
}

const FENCE = /^ {0,3}(`{3,})([^\n`]*)\n([\s\S]*?)^ {0,3}\1[ ]*$/gm;
const INFO = /^(?<language>[\w-]+)(?: \[(?<path>[^\]]+)\])?(?: (?<word>excerpt|fails|reference))?$/;

/** The blocks of a page. Throws for a block that says neither what file it is nor that it is run. */
export function readPage(text: string): Page {
  const steps: Step[] = [];
  for (const match of text.matchAll(FENCE)) {
    const [, , info = '', content = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    const { language, path, word } = INFO.exec(info.trim())?.groups ?? {};
    const last = steps.at(-1);
    if (path !== undefined) {
      steps.push({ kind: word === 'excerpt' ? 'excerpt' : 'file', line, path, content });
    } else if (language === 'sh') {
      const commands = readCommands(content);
      steps.push({
        kind: 'run',
        line,
        commands,
        prints: null,
        fails: word === 'fails',
        reference: word === 'reference',
      });
    } else if (language === 'text' && last?.kind === 'run' && last.prints === null) {
      steps[steps.length - 1] = { ...last, prints: content };
    } else {
      throw new Error(
        `line ${line}: a block "${info}" is no file, no command and nothing that a command printed`,
      );
    }
  }
  const [, needs = ''] = /^---\n[\s\S]*?^needs: \[(.*)\]$[\s\S]*?^---$/m.exec(text) ?? [];
  return { needs: needs.split(/, */).filter(Boolean), steps };
}

/** Commands: a line each, comments left out, lines that end with a backslash joined. */
function readCommands(content: string): string[] {
  return content
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

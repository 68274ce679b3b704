// Tries a page: writes its files, runs its commands, and compares what they print with what the page shows.
import type { Oracle } from '@fb/conformance/oracle';
import type { Page, Step } from './page.js';
import type { Outcome, Project } from './project.js';

/** Runs all steps of a page in a folder. Throws, with the line, for the first that is not as the page says. */
export function runPage(page: Page, project: Project, oracle: Oracle): void {
  for (const step of page.steps) {
    const wrong = runStep(step, project, oracle);
    if (wrong !== null) throw new Error(`line ${step.line}: ${wrong}`);
  }
}

/** What is not as the page says, or `null`. */
function runStep(step: Step, project: Project, oracle: Oracle): string | null {
  switch (step.kind) {
    case 'file':
      project.write(step.path, step.content);
      return null;
    case 'excerpt':
      return contains(project.read(step.path), step.content)
        ? null
        : `${step.path} does not have these lines:\n${project.read(step.path)}`;
    case 'run': {
      let printed = '';
      let failed = false;
      for (const command of step.commands) {
        const { output, status } = step.reference
          ? runReference(command, project, oracle)
          : project.run(command);
        printed += output;
        failed ||= status !== 0;
        if (status !== 0 && !step.fails) return `"${command}" ended with status ${status}:\n${output}`;
      }
      if (step.fails && !failed) return `no command failed, though the page says so:\n${printed}`;
      if (step.prints === null || contains(printed, step.prints)) return null;
      return `the page shows\n${step.prints}\nbut this is printed:\n${printed}`;
    }
  }
}

/** Runs `flatc ...` by the reference compiler on the files of the project. */
function runReference(command: string, project: Project, oracle: Oracle): Outcome {
  const [name, ...args] = command.split(' ');
  if (name !== 'flatc') throw new Error(`"${command}" is not a command of the reference compiler`);
  const { status, stdout, stderr, files } = oracle.run(args, project.files());
  for (const [path, content] of files) project.write(path, content);
  return { output: stdout + stderr, status };
}

/** Whether a text has the lines of an excerpt, in order and together; a line "…" in the excerpt stands for any lines. */
function contains(text: string, excerpt: string): boolean {
  if (excerpt.trim() === '') return text.trim() === '';
  const lines = trimLines(text);
  let from = 0;
  for (const part of excerpt.split(/^\s*(?:\/\/ |# )?…\n/m).map(trimLines)) {
    const at = lines.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

// Lays out a schema file, if its syntax has no errors.
import { editFile, files } from '../document.js';
import { engine } from '../pipeline.js';

/** Whether the file was laid out (or was so already); text that changed meanwhile is left alone. */
export async function formatFile(path: string): Promise<boolean> {
  const file = files.peek().find((each) => each.path === path);
  if (file === undefined) return false;
  const answer = await engine.latest('format', file);
  if (answer === null || answer.value.problems.length > 0 || !files.peek().includes(file)) return false;
  if (answer.value.text !== file.text) editFile(path, answer.value.text);
  return true;
}

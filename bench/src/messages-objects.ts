// How many objects do messages cost? The cases of `messages`, counted instead of timed, in a process of its own: counting
// takes code that is compiled in another way.
import { objectsOf } from './allocated-objects.js';
import { printTable } from './measure.js';
import { questions } from './messages-cases.js';

console.log(`node ${process.version}\n`);
for (const { message, question, cases } of questions()) {
  printTable(
    [`${message}: ${question}`, 'objects'],
    cases.map(({ name, run }) => [name, inObjects(objectsOf(run))]),
  );
  console.log();
}

function inObjects(count: number): string {
  return count < 10 ? count.toFixed(1) : String(Math.round(count));
}

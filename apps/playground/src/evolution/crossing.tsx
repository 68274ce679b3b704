// Bytes of one version read by code of the other: whether they are accepted, and what is read instead.
import type { ComponentChildren } from 'preact';
import type { CrossReading } from '../worker/protocol.js';
import { type DiffLine, diffLines } from './diff-lines.js';

export interface CrossingProps {
  readonly title: string;
  /** The version that writes, and the one that reads. */
  readonly writer: string;
  readonly reader: string;
  readonly reading: CrossReading;
}

/** Lines around a difference that are shown. */
const AROUND = 2;

export function Crossing({ title, writer, reader, reading }: CrossingProps): ComponentChildren {
  const { problem, size, left, refused, written, read } = reading;
  const diff = refused === null && problem === null ? diffLines(written, read) : [];
  const differs = diff.some(({ kind }) => kind !== 'same');
  const [mark, verdict] =
    problem !== null
      ? ['bad', `The ${writer} schema cannot write this document: ${problem}.`]
      : refused !== null
        ? ['bad', `The ${reader} code refuses the ${size} bytes: ${refused}.`]
        : differs
          ? ['warn', `The ${reader} code accepts the ${size} bytes, and reads something else:`]
          : ['good', `The ${reader} code reads the ${size} bytes exactly as they were written.`];
  return (
    <section class={`crossing ${mark}`} aria-label={title}>
      <h3>{title}</h3>
      <p class="crossing-verdict">{verdict}</p>
      {left !== null && (
        <p class="quiet">
          Not in the bytes, as the {writer} schema does not know it: {left}.
        </p>
      )}
      {differs && (
        <>
          <p class="quiet">
            <span class="diff-removed">− as the {writer} schema prints it</span>{' '}
            <span class="diff-added">+ as the {reader} one does</span>
          </p>
          <pre class="diff" tabIndex={0} aria-label={`${title}: differences`}>
            {hunks(diff).map((line, index) =>
              line === null ? (
                <span key={index} class="diff-gap">
                  {'  …\n'}
                </span>
              ) : (
                <span key={index} class={`diff-${line.kind}`}>
                  {`${SIGNS[line.kind]} ${line.text}\n`}
                </span>
              ),
            )}
          </pre>
        </>
      )}
    </section>
  );
}

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '−', added: '+' };

/** The lines near differences; `null` where others are left out. */
function hunks(diff: readonly DiffLine[]): readonly (DiffLine | null)[] {
  const near = diff.map(() => false);
  for (const [index, { kind }] of diff.entries())
    if (kind !== 'same') near.fill(true, Math.max(0, index - AROUND), index + AROUND + 1);
  const shown: (DiffLine | null)[] = [];
  for (const [index, line] of diff.entries()) {
    if (near[index] === true) shown.push(line);
    else if (shown.at(-1) !== null) shown.push(null);
  }
  return shown;
}

// The bytes of the document, and what the verifier says about them.
import type { ComponentChildren } from 'preact';
import { bytes, inspection } from '../document.js';

/** The first bytes as a plain dump; how many. */
const SHOWN = 4096;

export function BytesTab(): ComponentChildren {
  const buffer = bytes.value;
  if (buffer === null)
    return <p class="quiet">There are no bytes while the schema or the JSON has an error.</p>;
  const verdict = inspection.value?.verdict;
  return (
    <div class="bytes">
      <p class="quiet">
        {buffer.length.toLocaleString('en')} bytes
        {verdict !== null && verdict !== undefined && `, damaged: ${verdict.message}`}
      </p>
      <pre tabIndex={0}>{dump(buffer.subarray(0, SHOWN))}</pre>
    </div>
  );
}

function dump(part: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < part.length; at += 16) {
    const row = Array.from(part.subarray(at, at + 16), (byte) => byte.toString(16).padStart(2, '0'));
    lines.push(`${at.toString(16).padStart(6, '0')}  ${row.join(' ')}`);
  }
  return lines.join('\n');
}

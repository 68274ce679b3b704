// The code of the document's schema, as generated in the worker.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { schemaInput } from '../document.js';
import { engine } from '../pipeline.js';
import type { GenerateResult } from '../worker/protocol.js';

export function CodeTab(): ComponentChildren {
  const [result, setResult] = useState<GenerateResult | null>(null);
  const schema = schemaInput.value;
  useEffect(() => {
    void engine
      .latest('generate', { schema, generator: 'typescript', options: {} })
      .then((answer) => answer !== null && setResult(answer.value));
  }, [schema]);
  return (
    <div class="code">
      {result?.files.map(({ path, content }) => (
        <details key={path}>
          <summary>{path}</summary>
          <pre tabIndex={0}>{content}</pre>
        </details>
      ))}
    </div>
  );
}

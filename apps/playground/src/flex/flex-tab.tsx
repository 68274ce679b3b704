// FlexBuffers: a value without a schema, and its bytes.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { flexJson } from '../document.js';
import { CodeEditor } from '../editor/code-editor.js';
import { ProblemList } from '../editor/problem-list.js';
import { jsonLanguage } from '../json/json-language.js';
import { engine } from '../pipeline.js';
import type { EncodeResult } from '../worker/protocol.js';

export function FlexTab(): ComponentChildren {
  const [result, setResult] = useState<EncodeResult | null>(null);
  const json = flexJson.value;
  useEffect(() => {
    void engine.latest('encodeFlex', { json }).then((answer) => answer !== null && setResult(answer.value));
  }, [json]);
  return (
    <section class="pane" aria-label="FlexBuffers">
      <CodeEditor
        label="Value as JSON"
        text={json}
        onEdit={(text) => {
          flexJson.value = text;
        }}
        extensions={jsonLanguage}
      />
      <ProblemList problems={result?.problems ?? []}>
        {result?.bytes ? `${result.bytes.length} bytes as a FlexBuffer` : ''}
      </ProblemList>
    </section>
  );
}

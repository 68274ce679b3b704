// The code of the document's schema: a generator, its options, its files. Made in the worker as the schema changes.
import type { Extension } from '@codemirror/state';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { bytes, json, outline, schemaInput, stale } from '../document.js';
import { CodeEditor } from '../editor/code-editor.js';
import { ProblemList } from '../editor/problem-list.js';
import { announce } from '../layout/announcement.js';
import { engine } from '../pipeline.js';
import type { GenerateResult, GeneratorId } from '../worker/protocol.js';
import { coloursOf } from './code-colours.js';
import { CodeOptions } from './code-options.js';
import { generator, options, optionsOf, shownFile } from './code-state.js';
import { download } from './download.js';
import { changedOptions, GENERATORS } from './generators.js';
import './code.css';

/** What came of the last schema that compiled. */
interface Generated extends GenerateResult {
  readonly by: GeneratorId;
}

export function CodeTab(): ComponentChildren {
  const [result, setResult] = useState<Generated | null>(null);
  const [colours, setColours] = useState<Extension>([]);
  const id = generator.value;
  const info = GENERATORS.find((each) => each.id === id);
  const schema = schemaInput.value;
  const compiles = outline.value !== null;
  const chosen = options.value;

  useEffect(() => {
    if (info === undefined) return;
    const request = { schema, generator: id, options: changedOptions(info, optionsOf(id)) };
    void engine.latest('generate', request).then((answer) => {
      // Without a schema there is no file and no problem: the code of the last good one stays.
      if (answer !== null && answer.value.files.length + answer.value.problems.length > 0)
        setResult({ ...answer.value, by: id });
    });
  }, [schema, id, chosen, compiles]);
  useEffect(() => {
    let here = true;
    void coloursOf(id).then((loaded) => here && setColours(loaded));
    return () => {
      here = false;
    };
  }, [id]);

  if (info === undefined) return null;
  const shown = result?.by === id ? result : null;
  const file = shown?.files.find(({ path }) => path === shownFile.value[id]) ?? mainFile(shown);
  return (
    <section class="pane code-tab" aria-label="Generated code">
      <header class="pane-head">
        <div class="segments" role="group" aria-label="Language">
          {GENERATORS.map((each) => (
            <button
              key={each.id}
              type="button"
              aria-pressed={each.id === id}
              onClick={() => {
                generator.value = each.id;
              }}
            >
              {each.title}
            </button>
          ))}
        </div>
        <span class="spacer" />
        <button type="button" class="button" onClick={() => void downloadAll()} disabled={!compiles}>
          Download all
        </button>
      </header>
      <CodeOptions info={info} />
      {!compiles && shown !== null && (
        <p class="notice mild">The schema has errors. This is the code of the last one that compiled.</p>
      )}
      {shown !== null && shown.problems.length > 0 && <ProblemList problems={shown.problems} />}
      <div class="code-files">
        <ul aria-label="Files">
          {shown?.files.map(({ path }) => (
            <li key={path}>
              <button
                type="button"
                aria-pressed={path === file?.path}
                title={path}
                onClick={() => {
                  shownFile.value = { ...shownFile.value, [id]: path };
                }}
              >
                {path.includes('/') && <span class="folder">{path.slice(0, path.lastIndexOf('/') + 1)}</span>}
                {path.slice(path.lastIndexOf('/') + 1)}
              </button>
            </li>
          ))}
        </ul>
        {file !== undefined && (
          <div class="code-file">
            <div class="code-file-actions">
              <span class="quiet">{file.content.split('\n').length - 1} lines</span>
              <span class="spacer" />
              <button type="button" class="button" onClick={() => void copy(file.content)}>
                Copy
              </button>
              <button
                type="button"
                class="button"
                onClick={() => download(file.path.slice(file.path.lastIndexOf('/') + 1), file.content)}
              >
                Download
              </button>
            </div>
            <CodeEditor
              key={`${id} ${file.path}`}
              label={`Generated file ${file.path}`}
              text={file.content}
              extensions={colours}
              wrap={false}
            />
          </div>
        )}
      </div>
    </section>
  );
}

/** The file to show first: the longest says most. */
function mainFile(result: Generated | null): GenerateResult['files'][number] | undefined {
  return result?.files.toSorted((a, b) => b.content.length - a.content.length)[0];
}

async function copy(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
    announce('Copied');
  } catch {
    announce('The browser does not let this page write to the clipboard');
  }
}

/** One archive with the code of every generator, the schema, the JSON text and the bytes. */
async function downloadAll(): Promise<void> {
  const answer = await engine.latest('archive', {
    schema: schemaInput.peek(),
    generators: GENERATORS.map((info) => ({
      id: info.id,
      options: changedOptions(info, optionsOf(info.id)),
    })),
    json: json.peek(),
    bytes: stale.peek() ? null : bytes.peek(),
  });
  if (answer !== null) download('flatbuffers.zip', answer.value);
}

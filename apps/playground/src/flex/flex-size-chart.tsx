// How large one value is in four formats.
import type { ComponentChildren } from 'preact';
import { type Bar, Bars } from '../chart/bars.js';
import type { FlexSizes } from '../worker/protocol.js';

export function FlexSizeChart({ sizes }: { readonly sizes: FlexSizes }): ComponentChildren {
  const { json, messagePack, flexBuffer, flatBuffer, misfit } = sizes;
  const bar = (name: string, value: number): Bar => ({
    name,
    value,
    text: `${value.toLocaleString('en')} bytes`,
    note: name === 'JSON' ? 'without spaces' : `${Math.round((100 * value) / json)} % of JSON`,
    plain: name === 'JSON',
  });
  const flat: Bar =
    flatBuffer === null
      ? { name: 'FlatBuffer', value: null, text: 'none', note: 'needs a schema that fits' }
      : bar('FlatBuffer', flatBuffer);
  return (
    <>
      <Bars
        caption="Bytes of this value"
        bars={[bar('JSON', json), bar('MessagePack', messagePack), bar('FlexBuffer', flexBuffer), flat]}
      />
      <p class="quiet">
        {flatBuffer === null
          ? `The document’s schema does not fit this value: ${misfit ?? ''}.`
          : 'The FlatBuffer is made with the document’s schema, which is not part of it.'}
      </p>
    </>
  );
}

// Measure: sizes of the current document.
import type { ComponentChildren } from 'preact';
import { bytes, json } from '../document.js';

export function MeasureTab(): ComponentChildren {
  return (
    <table class="measure">
      <tbody>
        <tr>
          <th scope="row">JSON text</th>
          <td>{new TextEncoder().encode(json.value).length.toLocaleString('en')} bytes</td>
        </tr>
        <tr>
          <th scope="row">FlatBuffer</th>
          <td>{bytes.value?.length.toLocaleString('en') ?? 'none'} bytes</td>
        </tr>
      </tbody>
    </table>
  );
}

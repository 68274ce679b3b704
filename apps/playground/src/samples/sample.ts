// What a sample is: a document to start from, with a name and a sentence.
import type { DocumentState } from '../document.js';
import type { Tab } from '../layout/tabs.js';

export interface Sample {
  readonly id: string;
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  readonly state: DocumentState;
  /** The tab that shows it best; otherwise the one at hand stays. */
  readonly tab?: Tab['id'];
}

/** A document with one schema file. */
export function documentOf(path: string, schema: string, json: string): DocumentState {
  return {
    files: [{ path, text: schema }],
    entry: path,
    json,
    bytes: null,
    sizePrefixed: false,
    flex: FLEX,
    base: schema,
  };
}

/** The value that the FlexBuffers tab starts with. */
export const FLEX = `{
  "vec": [-100, "Fred", 4.0, false],
  "bar": [1, 2, 3],
  "foo": 100,
  "mymap": { "foo": "Fred" },
  "points": [{ "x": 1, "y": 2 }, { "x": 3, "y": 4 }]
}
`;

// What a sample is: a document to start from, with a name and a sentence.
import type { DocumentState } from '../document.js';

export interface Sample {
  readonly name: string;
  readonly about: string;
  readonly state: DocumentState;
}

// What is asked of both formats, in words; `contests.ts` has the work.
export type ContestId = 'open' | 'decode' | 'encode';

/** What is asked of both, as a title and a sentence. */
export const CONTESTS: readonly { readonly id: ContestId; readonly title: string; readonly about: string }[] =
  [
    {
      id: 'open',
      title: 'Received, until a field can be read',
      about: 'A FlatBuffer is verified and then read in place; JSON has to be parsed as a whole.',
    },
    {
      id: 'decode',
      title: 'Decode: bytes to an object with every field',
      about: 'Both give a plain JavaScript object. The FlatBuffer is verified too.',
    },
    {
      id: 'encode',
      title: 'Encode: an object to bytes',
      about: 'Both start at the same JavaScript object and end at bytes that can be sent.',
    },
  ];

// What the page may ask of the worker, and what it answers: plain data only, as it crosses by structured clone.
// To add an ability: a row in `Api`, a handler of the same name in `handlers.ts`. Types are erased; nothing runs here.
import type { Region, Verdict } from '@fb/inspect';
import type { Breakage } from '@fb/schema';
import type { RegionMap } from '../bytes/region-map.js';

/** A text of the schema language. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** All that a schema is made of. The worker compiles it once and remembers the last few. */
export interface SchemaInput {
  readonly files: readonly SchemaFile[];
  /** Path of the file to start at; the others are there to be included. */
  readonly entry: string;
}

/** A place in a text: UTF-16 offsets for editors, line and column (from 1) for people. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** A diagnostic as data. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string | null;
  readonly place: Place | null;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
}

/** A field of a table or struct, as editors need it. */
export interface OutlineField {
  readonly name: string;
  /** As a schema writes it: `[Weapon]`, `short`. */
  readonly type: string;
  /** Full name of the table, struct, enum or union that it is made of, through vectors and arrays; `null` for others. */
  readonly target: string | null;
  readonly repeated: boolean;
  /** The scalar or string at the bottom, `null` where `target` is a table, struct or union. */
  readonly scalar: string | null;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The default as text, if there is one. */
  readonly default: string | null;
  readonly doc: string;
}

/** A type of the schema, as editors need it. */
export interface OutlineType {
  readonly name: string;
  readonly fullName: string;
  readonly kind: 'table' | 'struct' | 'enum' | 'union';
  /** Of tables and structs. */
  readonly fields: readonly OutlineField[];
  /** Names of an enum's values, or of a union's members with the full name of the type of each. */
  readonly values: readonly { readonly name: string; readonly type: string | null }[];
  readonly doc: string;
}

/** What a page needs to know about a compiled schema. */
export interface SchemaOutline {
  readonly root: string | null;
  readonly fileIdentifier: string | null;
  readonly fileExtension: string | null;
  readonly types: readonly OutlineType[];
}

export interface CompileResult {
  readonly problems: readonly Problem[];
  /** `null` if and only if there is an error. */
  readonly outline: SchemaOutline | null;
}

export interface EncodeResult {
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly problems: readonly Problem[];
}

/** Text of a buffer, or why it has none. */
export type DecodeResult =
  { readonly json: string } | { readonly message: string; readonly offset: number; readonly path: string };

/** What is known of a buffer as a whole. Its regions stay in the worker: see `regions` and `regionsOfPath`. */
export interface InspectionSummary {
  /** Names the inspection in later requests; one older than the last few is forgotten. */
  readonly inspection: number;
  readonly length: number;
  readonly verdict: Verdict | null;
  readonly complete: boolean;
  readonly regionCount: number;
  readonly map: RegionMap;
  /** Regions with damage, in order, the first 200. */
  readonly damaged: readonly Region[];
}

/** A generator of the playground. */
export type GeneratorId = 'typescript' | 'cpp' | 'python' | 'java' | 'jsonschema';

/** Values for a generator's options, by name. */
export type GeneratorOptions = Readonly<Record<string, boolean | string>>;

export interface GeneratedText {
  readonly path: string;
  readonly content: string;
}

export interface GenerateResult {
  readonly files: readonly GeneratedText[];
  readonly problems: readonly Problem[];
}

/** A difference between two schemas. */
export interface EvolutionFinding extends Problem {
  readonly breaks: readonly Breakage[];
  readonly subject: string;
}

export interface CompareResult {
  /** Errors of the base; findings are given if there are none. */
  readonly baseProblems: readonly Problem[];
  readonly findings: readonly EvolutionFinding[] | null;
}

/** A text of a FlexBuffer, and how many offsets lead to it. */
export interface SharedText {
  readonly kind: 'key' | 'string';
  readonly text: string;
  readonly position: number;
  readonly uses: number;
}

export interface FlexFacts {
  /** How many keys and strings are stored. */
  readonly keys: number;
  readonly strings: number;
  /** Those that are used more than once, the most used first. */
  readonly shared: readonly SharedText[];
  /** How often each type with its width is there, the most frequent first. */
  readonly widths: readonly (readonly [type: string, count: number])[];
}

/** Sizes of one value, in bytes. */
export interface FlexSizes {
  readonly json: number;
  readonly messagePack: number;
  readonly flexBuffer: number;
  /** `null` if the value does not fit the schema of the document; `misfit` says why. */
  readonly flatBuffer: number | null;
  readonly misfit: string | null;
}

/** What code of one schema makes of bytes of another. */
export interface CrossReading {
  /** Why there are no bytes, if there are none. */
  readonly problem: string | null;
  /** How many bytes were read. */
  readonly size: number;
  /** What of the document the writing schema does not know, so that it is not in the bytes. */
  readonly left: string | null;
  /** Why the reader's verifier refuses the bytes. */
  readonly refused: string | null;
  /** The bytes as text by the schema that wrote them, and by the one that reads them. */
  readonly written: string;
  readonly read: string;
}

export interface OldBytesResult {
  readonly oldData: CrossReading;
  readonly newData: CrossReading;
}

interface Call<Request, Response> {
  readonly request: Request;
  readonly response: Response;
}

interface Buffer {
  readonly schema: SchemaInput;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sizePrefixed: boolean;
}

/** Every request with its response. */
export interface Api {
  readonly compile: Call<SchemaInput, CompileResult>;
  readonly format: Call<SchemaFile, { readonly text: string; readonly problems: readonly Problem[] }>;
  readonly encode: Call<
    { readonly schema: SchemaInput; readonly json: string; readonly sizePrefixed: boolean },
    EncodeResult
  >;
  readonly decode: Call<Buffer, DecodeResult>;
  readonly inspect: Call<Buffer, InspectionSummary | null>;
  readonly inspectFlex: Call<{ readonly bytes: Uint8Array<ArrayBuffer> }, InspectionSummary>;
  /** Regions that have a byte in `[from, to)`: those that own theirs in order, then those that overlap them; `null` if the inspection is forgotten. */
  readonly regions: Call<
    { readonly inspection: number; readonly from: number; readonly to: number },
    readonly Region[] | null
  >;
  /** Regions of a field and of what is below it: `weapons[2]` gives those of `weapons[2].name` too. At most 2,000. */
  readonly regionsOfPath: Call<
    { readonly inspection: number; readonly path: string },
    readonly Region[] | null
  >;
  readonly generate: Call<
    { readonly schema: SchemaInput; readonly generator: GeneratorId; readonly options: GeneratorOptions },
    GenerateResult
  >;
  /** A zip file with all code, the schema and the data. */
  readonly archive: Call<
    {
      readonly schema: SchemaInput;
      readonly generators: readonly { readonly id: GeneratorId; readonly options: GeneratorOptions }[];
      readonly json: string;
      readonly bytes: Uint8Array<ArrayBuffer> | null;
    },
    Uint8Array<ArrayBuffer>
  >;
  readonly compare: Call<{ readonly base: SchemaInput; readonly next: SchemaInput }, CompareResult>;
  /** JSON without a schema. */
  readonly encodeFlex: Call<{ readonly json: string }, EncodeResult>;
  readonly flexFacts: Call<{ readonly inspection: number }, FlexFacts | null>;
  readonly flexSizes: Call<
    { readonly bytes: Uint8Array<ArrayBuffer>; readonly json: string; readonly schema: SchemaInput },
    FlexSizes
  >;
  /** The document written with each of two schemas and read with the other. */
  readonly oldBytes: Call<
    { readonly base: SchemaInput; readonly next: SchemaInput; readonly json: string },
    OldBytesResult | null
  >;
  /** A binary schema as text. */
  readonly printBinarySchema: Call<
    { readonly bytes: Uint8Array<ArrayBuffer> },
    { readonly text: string } | { readonly message: string }
  >;
}

export type Name = keyof Api;
export type RequestOf<N extends Name> = Api[N]['request'];
export type ResponseOf<N extends Name> = Api[N]['response'];

/** What is posted to the worker. */
export interface RequestMessage {
  readonly id: number;
  readonly name: Name;
  readonly request: unknown;
}

/** What it posts back; `error` tells of a bug of ours, as mistakes of users are part of a response. */
export type ResponseMessage =
  | { readonly id: number; readonly response: unknown }
  | { readonly id: number; readonly error: string }
  /** Once, when the worker is loaded. */
  | { readonly ready: true };

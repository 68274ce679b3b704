// Whom a change of a schema can hurt.

/**
 * Who is hurt by a change of a schema:
 * `old data`: code of the next version that reads data of the base version;
 * `new data`: code of the base version that reads data of the next version;
 * `source`: whoever calls generated code or writes JSON by name, and has to follow when it is generated anew.
 * @public
 */
export type Breakage = 'old data' | 'new data' | 'source';

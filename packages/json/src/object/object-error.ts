// A JavaScript value that does not fit the schema.

/** A value given to {@link encodeObject} is not what the schema wants. A program's mistake, so it is thrown. @public */
export class ObjectError extends TypeError {
  override readonly name: string = 'ObjectError';
  /** Where the value is, as in `$.weapons[2].damage`. */
  readonly path: string;

  constructor(path: string, what: string) {
    super(`${path}: ${what}`);
    this.path = path;
  }
}

// Casing rules as functions on names. They are part of what users' programs depend on: each target says which of
// them makes which of its names.

/**
 * `snake_case`: an upper-case letter or digit gets `_` before it after a lower-case letter, and a letter in upper
 * case after a digit; then all is lower case. `HTTPReq2xx` is `httpreq_2xx`. @public
 */
export function snakeCase(name: string): string {
  return name.replace(/[a-z](?=[A-Z0-9])|[0-9](?=[A-Z])/g, '$&_').toLowerCase();
}

/**
 * `camelCase`, from {@link snakeCase}: `_x` becomes `X`. A leading `_` stays, and the letter after it becomes upper
 * case; a trailing `_` stays; of `__` one stays. @public
 */
export function camelCase(name: string): string {
  return snakeCase(name).replace(/^_[a-z]|(?!^)_./g, (found, at: number) =>
    at === 0 ? found.toUpperCase() : found.charAt(1).toUpperCase(),
  );
}

/** `dasher-case`, from {@link snakeCase}: `_` becomes `-`, or nothing when it is first or before a digit. @public */
export function dasherCase(name: string): string {
  return snakeCase(name)
    .replace(/^_|_(?=[0-9])/g, '')
    .replaceAll('_', '-');
}

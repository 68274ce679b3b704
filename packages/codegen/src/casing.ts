// Casing rules as functions on names. They are part of what users' programs depend on: each target says which of
// them makes which of its names.

/**
 * `snake_case`: an upper-case letter or digit gets `_` before it after a lower-case letter, and a letter in upper
 * case after a digit; then all is lower case. `HTTPReq2xx` is `httpreq_2xx`. @public
 */
export function snakeCase(name: string): string {
  let result = '';
  for (let i = 0; i < name.length; i++) {
    const char = name.charAt(i);
    const previous = name.charAt(i - 1);
    const upper = isUpper(char);
    const digit = isDigit(char);
    const apart = i > 0 && (upper || digit) && (isLower(previous) || (isDigit(previous) && !digit));
    result += apart ? `_${char.toLowerCase()}` : char.toLowerCase();
  }
  return result;
}

/**
 * `camelCase`, from {@link snakeCase}: `_x` becomes `X`. A leading `_` stays, and the letter after it becomes upper
 * case; a trailing `_` stays; of `__` one stays. @public
 */
export function camelCase(name: string): string {
  const snake = snakeCase(name);
  let result = '';
  for (let i = 0; i < snake.length; i++) {
    const char = snake.charAt(i);
    const next = snake.charAt(i + 1);
    if (char !== '_' || next === '') result += char;
    else if (i > 0) {
      result += next.toUpperCase();
      i++;
    } else if (isLower(next)) {
      result += `_${next.toUpperCase()}`;
      i++;
    } else result += '_';
  }
  return result;
}

/** `dasher-case`, from {@link snakeCase}: `_` becomes `-`, or nothing when it is first or before a digit. @public */
export function dasherCase(name: string): string {
  const snake = snakeCase(name);
  let result = '';
  for (let i = 0; i < snake.length; i++) {
    const char = snake.charAt(i);
    if (char !== '_') result += char;
    else if (i > 0 && !isDigit(snake.charAt(i + 1))) result += '-';
  }
  return result;
}

function isUpper(char: string): boolean {
  return char >= 'A' && char <= 'Z';
}

function isLower(char: string): boolean {
  return char >= 'a' && char <= 'z';
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

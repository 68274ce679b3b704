import { describe, expect, it } from 'vitest';
import { camelCase, dasherCase, snakeCase } from '../src/index.js';

describe('snakeCase', () => {
  it.each([
    ['UpperCamel', 'upper_camel'],
    ['ALLCAPS', 'allcaps'],
    ['HTTPReq2xx', 'httpreq_2xx'],
    ['a1B', 'a_1_b'],
    ['snake_case_9x', 'snake_case_9x'],
    ['Vec3', 'vec_3'],
    ['', ''],
  ])('%s is %s', (name, expected) => expect(snakeCase(name)).toBe(expected));
});

describe('camelCase', () => {
  it.each([
    ['UpperCamel', 'upperCamel'],
    ['ALLCAPS', 'allcaps'],
    ['snake_case_9x', 'snakeCase9x'],
    ['x1_2y', 'x12y'],
    ['trailing_', 'trailing_'],
    ['_leading', '_Leading'],
    ['add__leading', 'add_leading'],
    ['double__under', 'double_under'],
    ['_x', '_X'],
    ['__y', '_Y'],
    ['add___y', 'add_Y'],
    ['trailing__length', 'trailing_length'],
    ['A1', 'a1'],
    ['a1B', 'a1B'],
    ['union_toUTyped', 'unionToUtyped'],
  ])('%s is %s', (name, expected) => expect(camelCase(name)).toBe(expected));
});

describe('dasherCase', () => {
  it.each([
    ['UpperCamel', 'upper-camel'],
    ['snake_case_9x', 'snake-case9x'],
    ['trailing_', 'trailing-'],
    ['_leading', 'leading'],
    ['Inner2', 'inner2'],
    ['UBig', 'ubig'],
    ['HTTPReq2xx', 'httpreq2xx'],
    ['HTTPServer_Api', 'httpserver-api'],
    ['myGame2', 'my-game2'],
  ])('%s is %s', (name, expected) => expect(dasherCase(name)).toBe(expected));
});

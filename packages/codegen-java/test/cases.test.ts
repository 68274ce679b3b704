import { parseSchema } from '@fb/idl';
import { testCases } from '../../codegen/test/generator-cases.js';
import { javaGenerator } from '../src/index.js';

testCases(new URL('cases/', import.meta.url), javaGenerator, parseSchema);

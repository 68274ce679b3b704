import { parseSchema } from '@fb/idl';
import { testCases } from '../../codegen/test/generator-cases.js';
import { cppGenerator } from '../src/index.js';

testCases(new URL('cases/', import.meta.url), cppGenerator, parseSchema);

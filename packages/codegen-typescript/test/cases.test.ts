import { parseSchema } from '@fb/idl';
import { testCases } from '../../codegen/test/generator-cases.js';
import { typescriptGenerator } from '../src/index.js';

testCases(new URL('cases/', import.meta.url), typescriptGenerator, parseSchema);

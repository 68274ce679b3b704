// Programs in TypeScript, for every feature. What the reference compiler's code does is in typescript-oracle.test.ts.
import assert from 'node:assert/strict';
import { typescriptGenerator } from '@fb/codegen-typescript';
import { parseJson } from '@fb/json';
import { describe, it } from 'vitest';
import { FEATURES } from '../../src/programs/features.js';
import { jsonOf } from '../../src/programs/json.js';
import { programOf } from '../../src/programs/program.js';
import { TypeScriptProgram } from '../../src/programs/typescript.js';

describe('programs in TypeScript', () => {
  for (const feature of FEATURES) {
    const program = programOf(feature);
    it(`${feature.name}`, () => {
      const { files, diagnostics } = typescriptGenerator.generate(program.schema, {
        objectApi: true,
        mutable: true,
      });
      assert.ok(files.length > 0, diagnostics.map(({ message }) => message).join('\n'));
      const ours = new TypeScriptProgram(program, files);
      const run = ours.run();
      assert.deepEqual(run.failed, []);
      const sizePrefixed = feature.sizePrefixed ?? false;
      const { bytes } = parseJson(program.schema, jsonOf(program), { sizePrefixed });
      assert.ok(bytes !== null);
      assert.deepEqual(ours.read(bytes), []);
    });
  }
});

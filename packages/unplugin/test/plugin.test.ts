// Real builds with each bundler, whose output is run. They bundle the built runtime: `npm run build` comes first.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundlers } from './bundlers.js';
import { Project, reportOf } from './project.js';

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

describe.each(Object.entries(bundlers))('%s', (name, bundle) => {
  it('imports schemas with includes and several namespaces', async () => {
    const { code } = await bundle(project.folder, {});
    expect(reportOf(code)).toEqual({
      fault: null,
      name: 'Orc',
      color: 'Blue',
      isVec3: true,
      isWeapon: true,
      owner: 'Ada',
      decoded: 'hop',
      equipped: 'Sword',
      builder: 'function',
    });
  });

  it('has each type once, whatever includes it', async () => {
    const { code } = await bundle(project.folder, {});
    expect(code.match(/static createVec3\(/g)).toHaveLength(1);
    expect(code).not.toMatch(/interface |implements /);
  });

  it('takes the options of the generator', async () => {
    project.write(
      'main.js',
      "import { MonsterObject } from './monster.fbs';\nglobalThis.report = new MonsterObject().hp;",
    );
    const { code } = await bundle(project.folder, { objectApi: true, objectSuffix: 'Object' });
    expect(reportOf(code)).toBe(100);
  });

  it('looks for includes in folders', async () => {
    project.write('main.js', "import { Hat } from './hat.fbs';\nglobalThis.report = typeof Hat;");
    project.write('hat.fbs', 'include "weapon.fbs";\ntable Hat { weapon : Items.Weapon; }');
    const { code } = await bundle(project.folder, { includePaths: [project.at('items')] });
    expect(reportOf(code)).toBe('function');
  });

  // Vite tells no list: its dev server is watched in vite-dev.test.ts.
  it.skipIf(name === 'Vite')('watches what is included', async () => {
    const { watched } = await bundle(project.folder, {});
    const expected = ['monster.fbs', 'common.fbs', 'items/weapon.fbs'].map((file) => project.at(file));
    expect(watched).toEqual(expect.arrayContaining(expected));
  });

  it('shows errors where they are', async () => {
    project.write(
      'monster.fbs',
      'table Monster { hp : Sort; }\ntable Sorted { a : in; }\nroot_type Monster;\n',
    );
    const error = await bundle(project.folder, {}).then(
      () => null,
      (problem: unknown) => problem as Error,
    );
    expect(error?.message).toContain('monster.fbs:1:22: error NAME-UNDEF: "Sort" is not defined');
    expect(error?.message).toMatch(/ {2}1 \| table Monster \{ hp : Sort; \}\n.*\^~~~\n/);
    expect(name.endsWith('pack') ? PLACE : placeIn(error)).toEqual(PLACE);
  });

  it('shows errors of included schemas where they are', async () => {
    project.write('common.fbs', readFileSync(project.at('common.fbs'), 'utf8').replace('float', 'flaot'));
    await expect(bundle(project.folder, {})).rejects.toThrow(/common\.fbs:3:19: error NAME-UNDEF/);
  });
});

/** Of the mistake above; columns count from 0. webpack and Rspack have no places for errors of loaders. */
const PLACE = { file: 'monster.fbs', line: 1, column: 21 };

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Located {
  readonly loc?: Place;
  readonly location?: Place;
  readonly errors?: readonly Located[];
}

/** The place that an error has as data. */
function placeIn(error: unknown): Place | null {
  const located = error as Located;
  const [first = located] = located.errors ?? [];
  const place = located.loc ?? first.loc ?? first.location;
  if (place === undefined) return null;
  return { file: path.basename(place.file), line: place.line, column: place.column };
}

// Types as a schema writes them, for messages and views.
import type { Type } from './model.js';

/** The type in the spelling of a schema, with full names: `short`, `MyGame.Color`, `[Weapon]`, `[float:3]`. @public */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'enum':
      return type.enum.fullName;
    case 'struct':
      return type.struct.fullName;
    case 'table':
      return type.table.fullName;
    case 'union':
      return type.union.fullName;
    case 'string':
      return 'string';
    case 'vector':
      return `[${typeText(type.element)}]`;
    case 'array':
      return `[${typeText(type.element)}:${type.length}]`;
  }
}

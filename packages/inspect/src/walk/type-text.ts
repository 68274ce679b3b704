// Types as a schema writes them.
import type { Type } from '@fb/schema';

/** The text of a type: `short`, `MyGame.Color`, `[Weapon]`, `[float:3]`. */
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

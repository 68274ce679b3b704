// Schemas that several tests use.
import { parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';

/** A schema from its text, which must compile. */
export function schema(text: string): Schema {
  const { schema: result, diagnostics } = parseSchema(text);
  if (result === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return result;
}

/** Most of the language in one root table. */
export function monsterSchema(): Schema {
  return schema(`
    namespace MyGame;
    enum Color : byte { Red = -1, Green, Blue = 2 }
    enum Flags : ushort (bit_flags) { A, B, C = 9 }
    struct Vec3 { x:float; y:double; n:[short:2]; color:Color; }
    table Weapon { name:string; damage:short; }
    table Armor { id:ulong (key); material:string; }
    union Equipment { Weapon, Armor, Place:Vec3, Note:string }
    table Monster {
      pos:Vec3; mana:short = 150; hp:long = -100; name:string (required); friendly:bool = true;
      inventory:[ubyte]; color:Color = Blue; flags:Flags; weapons:[Weapon]; armor:[Armor]; equipped:Equipment;
      bag:[Equipment]; path:[Vec3]; tags:[string]; ratio:float; rating:double = 0.5; level:int = null;
      big:ulong; friend:Monster; scores:[long]; colors:[Color]; nested:[ubyte] (nested_flatbuffer: "Monster");
      extra:[ubyte] (flexbuffer);
    }
    root_type Monster;
    file_identifier "MONS";
  `);
}

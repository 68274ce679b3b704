// What a program does with generated code of another package, typed.
import { ByteBuffer, type FlatBufferError } from '@fb/flatbuffers';
import { Craft, CraftT, decodeCraft, encodeCraft, Kind, Load, Tag, verifyCraft } from 'messages';

/** A craft in a line of text; what is damaged is told. */
export function describe(bytes: Uint8Array): string {
  const fault: FlatBufferError | null = verifyCraft(bytes, { identifier: 'SKYC' });
  if (fault !== null) return `damaged: ${fault.code}`;
  const craft = Craft.getRootAsCraft(new ByteBuffer(bytes));
  const object: CraftT = craft.unpack();
  const load: Tag | null = craft.loadAType() === Load.Tag ? (craft.loadA(new Tag()) as Tag) : null;
  const again: Uint8Array = encodeCraft(decodeCraft(bytes));
  const name: string | null = craft.name();
  return [
    name,
    Kind[craft.kind()],
    craft.speed(),
    load?.label(),
    object.parts.map((part) => part.id).join('+'),
    decodeCraft(again).codes?.join('+'),
  ].join(' ');
}

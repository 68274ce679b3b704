// The attributes of the schema language, for completion: name, what it goes on, what it does.

export interface AttributeWord {
  readonly name: string;
  /** Inserted behind the name, with the cursor at the end. */
  readonly value: '' | ': ';
  readonly about: string;
}

const word = (name: string, about: string): AttributeWord => ({ name, value: '', about });
const valued = (name: string, about: string): AttributeWord => ({ name, value: ': ', about });

export const ATTRIBUTES: readonly AttributeWord[] = [
  valued('id', 'Slot of a table field; then every field of the table has one'),
  word('deprecated', 'Keeps the slot of a table field, but generates no access'),
  word('required', 'A table field that is no scalar must be there'),
  word('key', 'Vectors of the table or struct are sorted and searched by this field'),
  word('shared', 'Equal strings of this field are stored once'),
  valued('hash', 'A number that JSON may give as a string, which is hashed: "fnv1a_32"'),
  word('flexbuffer', 'A [ubyte] that holds a FlexBuffer'),
  valued('nested_flatbuffer', 'A [ubyte] that holds a FlatBuffer with this root type'),
  valued('force_align', 'Alignment of a struct or of the elements of a vector, in bytes'),
  word('bit_flags', 'Values of the enum are positions of bits'),
  word('original_order', 'Fields of the table are not reordered by size'),
  word('offset64', 'A string or vector may lie beyond 4 GiB'),
  word('vector64', 'A vector whose offset and length have 64 bits'),
  word('private', 'The type is for use inside its file only'),
  word('idempotent', 'RPC: calling twice does what calling once does'),
  valued('streaming', 'RPC: "server", "client", "bidi" or "none"'),
  word('csharp_partial', 'C#: a partial class'),
  word('native_inline', 'C++ object API: store the table or struct by value'),
  valued('native_default', 'C++ object API: the default in native code'),
  valued('native_custom_alloc', 'C++ object API: an allocator'),
  valued('native_type', 'C++ object API: a type of your own'),
  valued('native_type_pack_name', 'C++ object API: suffix of the functions that convert a native type'),
  valued('cpp_type', 'C++ object API: pointer type that a hash stands for'),
  valued('cpp_ptr_type', 'C++ object API: smart pointer of the field'),
  valued('cpp_ptr_type_get', 'C++ object API: how to get a plain pointer out of it'),
  valued('cpp_str_type', 'C++ object API: string type of the field'),
  word('cpp_str_flex_ctor', 'C++ object API: make that string from pointer and length'),
];

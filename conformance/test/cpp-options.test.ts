// What options add to C++, in programs that run with the reference compiler's code and with ours and print the same.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compileAll,
  hasCompiler,
  preparedRuntime,
  runProgram,
  temporaryFolder,
  writeFiles,
} from '../src/gxx.js';
import { flatc, type Oracle } from '../src/oracle.js';
import { runCli } from './cli-run.js';

const LIB = `
  namespace Lib;
  enum Kind : ushort { Small, Large = 9 }
  table Note { text : string; }
`;

const SCHEMA = `
  include "lib.fbs";
  namespace Game;
  enum Color : byte { Red = -1, Green, Blue = 3 }
  enum Skills : ubyte (bit_flags) { Fly, Swim, Dig = 6 }
  enum Sparse : long { Low = -9223372036854775808, None = 0, Top = 100 }
  struct Id { a : ushort; b : [ubyte:3]; }
  struct Slot { id : Id (key); color : Color; }
  struct Vec3 { x : float; y : float; z : float; }
  table Weapon { name : string (key); damage : short = 5; }
  union Item { Weapon, Where : Vec3, Text : string, Lib.Note }
  table Monster {
    pos : Vec3;
    name : string (required);
    title : string = "none";
    color : Color = Blue;
    skills : Skills = "Fly Dig";
    sparse : Sparse = Top;
    kind : Lib.Kind;
    maybe : int = null;
    maybe_color : Color = null;
    ratio : float = 0.1;
    odd : double = nan;
    old : int (deprecated);
    weapons : [Weapon];
    slots : [Slot];
    colors : [Color];
    flags : [bool];
    names : [string];
    bytes : [ubyte];
    item : Item;
    items : [Item];
    shared : string (shared);
    wide : [ubyte] (force_align: 16);
    no_list : [int] = [];
    friend : Monster;
  }
  root_type Monster;
  file_identifier "MONS";
  file_extension "mon";
`;

const INCLUDES = `
#include <cstdio>
#include <iostream>
#include "flatbuffers/minireflect.h"
#include "s_generated.h"
using namespace Game;
`;

/** What unscoped and scoped enums have in common is written with E(enum, value). */
const COMMON = `
static void print(const char *what, const flatbuffers::FlatBufferBuilder &fbb) {
  std::printf("%s ", what);
  for (size_t i = 0; i < fbb.GetSize(); ++i) std::printf("%02x", static_cast<unsigned>(fbb.GetBufferPointer()[i]));
  std::printf("\\n");
}

static void direct(flatbuffers::FlatBufferBuilder &fbb) {
  std::vector<flatbuffers::Offset<Weapon>> weapons{CreateWeaponDirect(fbb, "sword", 7), CreateWeaponDirect(fbb, "axe")};
  const uint8_t third[] = {3, 2, 1}, second[] = {0, 9, 9}, first[] = {0, 9, 8};
  typedef flatbuffers::span<const uint8_t, 3> Three;
  std::vector<Slot> slots{Slot(Id(2, Three(third)), E(Color, Red)), Slot(Id(1, Three(second)), E(Color, Blue)), Slot(Id(1, Three(first)), E(Color, Green))};
  const std::vector<ColorElement> colors{static_cast<ColorElement>(E(Color, Red)), static_cast<ColorElement>(E(Color, Blue))};
  const std::vector<uint8_t> flags{1, 0}, bytes{1, 2, 3};
  const std::vector<flatbuffers::Offset<flatbuffers::String>> names{fbb.CreateString("one"), fbb.CreateString("")};
  const Vec3 pos(1, 2, 3);
  const auto item = Lib::CreateNoteDirect(fbb, "note").Union();
  const std::vector<ItemElement> types{static_cast<ItemElement>(E(Item, Where)), static_cast<ItemElement>(E(Item, Text))};
  const std::vector<flatbuffers::Offset<void>> items{fbb.CreateStruct(pos).Union(), fbb.CreateString("text").Union()};
  FinishMonsterBuffer(fbb, CreateMonsterDirect(fbb, &pos, "Orc", nullptr, E(Color, Green), E(Skills, Swim), E(Sparse, Low),
    Lib::K(Large), 4, E(Color, Red), 2.5f, 1.0, &weapons, &slots, &colors, &flags, &names, &bytes, E(Item, Lib_Note), item,
    &types, &items, "same", &bytes));
}

static void look(const Monster *monster) {
  const uint8_t key[] = {0, 9, 9};
  const auto *slot = monster->slots()->LookupByKey(Id(1, flatbuffers::span<const uint8_t, 3>(key)));
  std::printf("%d %d\\n", slot != nullptr, slot == nullptr ? 0 : static_cast<int>(slot->color()));
  std::printf("%d %d\\n", monster->weapons()->LookupByKey("axe")->damage(), monster->weapons()->LookupByKey(std::string("sword"))->damage());
  std::printf("%d\\n", monster->weapons()->LookupByKey("none") == nullptr);
  std::printf("%s %s %s\\n", EnumNameColor(monster->color()), EnumNameSparse(monster->sparse()), EnumNameColor(static_cast<Color>(1)));
  std::printf("%s %zu\\n", EnumNamesItem()[static_cast<int>(monster->item_type())], sizeof(EnumValuesSkills()) / sizeof(Skills));
  std::printf("%s %d %d\\n", monster->title()->c_str(), monster->no_list() != nullptr, monster->item_as<Lib::Note>() == monster->item_as_Lib_Note());
  std::printf("%d %d\\n", monster->item_as<Vec3>() == nullptr, static_cast<int>(ItemTraits<Lib::Note>::enum_value));
  std::printf("%s %s\\n", MonsterExtension(), MonsterIdentifier());
}

static void objects(const Monster *monster) {
  std::unique_ptr<MonsterT> object(monster->UnPack());
  MonsterT other = *object;
  std::printf("%d\\n", other == *object);
  other.items[1].Set(WeaponT());
  other.items[1].AsWeapon()->name = "new";
  other.item.Set(std::string("changed"));
  other.maybe = flatbuffers::nullopt;
  other.weapons.pop_back();
  other.friend_.reset(new MonsterT(*object));
  std::printf("%d %d\\n", other == *object, *other.friend_ == *object);
  flatbuffers::FlatBufferBuilder fbb;
  fbb.Finish(CreateMonster(fbb, &other), MonsterIdentifier());
  print("packed", fbb);
  MonsterT moved(std::move(other));
  monster->UnPackTo(&moved);
  std::printf("%d %zu %d\\n", moved == *object, moved.weapons.size(), moved.friend_ == nullptr);
  MonsterT assigned;
  assigned = moved;
  std::printf("%d\\n", assigned == moved && assigned.odd == moved.odd);
  std::printf("%s %s\\n", Monster::GetFullyQualifiedName(), Vec3::GetFullyQualifiedName());
}
`;

const UNSCOPED = `
#define E(type, value) type##_##value
#define K(value) Kind_##value
typedef int8_t ColorElement;
typedef uint8_t ItemElement;
`;

const SCOPED = `
#define E(type, value) type::value
#define K(value) Kind::value
typedef Game::Color ColorElement;
typedef Game::Item ItemElement;
`;

const REFLECTION = `
static void reflect(const uint8_t *buffer) {
  std::cout << flatbuffers::FlatBufferToString(buffer, Monster::MiniReflectTypeTable()) << "\\n";
  for (const auto *table : {ColorTypeTable(), SkillsTypeTable(), SparseTypeTable(), ItemTypeTable(), SlotTypeTable(), IdTypeTable()}) {
    std::cout << table->st << " " << table->num_elems << ":";
    for (size_t i = 0; i < table->num_elems; ++i) {
      const auto code = table->type_codes[i];
      std::cout << " " << table->names[i] << "=" << code.base_type << "," << code.is_repeating << "," << code.sequence_ref;
      if (table->values) std::cout << "@" << table->values[i];
    }
    std::cout << "\\n";
  }
}
`;

const MAIN = `
int main() {
  flatbuffers::FlatBufferBuilder fbb;
  direct(fbb);
  print("direct", fbb);
  flatbuffers::Verifier verifier(fbb.GetBufferPointer(), fbb.GetSize());
  std::printf("%d\\n", VerifyMonsterBuffer(verifier));
  look(GetMonster(fbb.GetBufferPointer()));
  objects(GetMonster(fbb.GetBufferPointer()));
  REFLECT(fbb.GetBufferPointer());
}
`;

const FIELDS = `
static void traits(const uint8_t *buffer) {
  const Monster *monster = GetMonster(buffer);
  std::printf("%s %s %zu\\n", Monster::Traits::name, Monster::Traits::fully_qualified_name, Monster::Traits::fields_number);
  for (const char *name : Monster::Traits::field_names) std::printf("%s ", name);
  static_assert(std::is_same<Monster::Traits::FieldType<1>, const flatbuffers::String *>::value, "");
  static_assert(std::is_same<Vec3::Traits::type, Vec3>::value, "");
  std::printf("%s %f\\n", monster->get_field<1>()->c_str(), static_cast<double>(monster->pos()->get_field<2>()));
  const Skills both = Skills::Fly | Skills::Swim;
  std::printf("%d %d\\n", static_cast<int>(both & ~Skills::Fly), !(both ^ both));
  std::printf("%zu\\n", MonsterBinarySchema::size());
  flatbuffers::FlatBufferBuilder fbb;
  fbb.Finish(Weapon::Traits::Create(fbb, fbb.CreateString("x"), 3));
  print("traits", fbb);
}
`;

/** Attributes that name types of the user, and a struct as a key; the reference compiler's code for some of them does not compile. */
const NATIVE = `
native_include "own.h";
namespace N;
struct V3 (native_type:"Native::V3") { x:float; y:float; z:float; }
struct V4 (native_type:"Native::V3", native_type_pack_name:"V4") { x:float; y:float; z:float; }
struct P { a:int; b:int; }
struct Pair { a:ubyte; b:[ubyte:2]; c:[P:2]; }
table Keyed { id:Pair (key); w:int; }
table NT (native_type:"Native::T") { a:int; }
table T (native_custom_alloc:"my_alloc") { x:int; p:[int]; }
union U { T, P, V3, NT }
table R {
 v:V3; vi:V3 (native_inline); vv:[V3]; w:V4;
 p:P; pi:P (native_inline);
 t:T; tn:T (cpp_ptr_type:"naked"); ts:T (cpp_ptr_type:"std::shared_ptr"); tv:[T]; tvn:[T] (cpp_ptr_type:"naked"); tvs:[T] (cpp_ptr_type:"std::shared_ptr", cpp_ptr_type_get:".get()");
 nt:NT; nts:[NT];
 s:string (cpp_str_type:"MyStr"); s2:string (cpp_str_type:"MyStr", cpp_str_flex_ctor); sv:[string] (cpp_str_type:"MyStr");
 h:uint (hash:"fnv1_32", cpp_type:"Foo"); hv:[ulong] (hash:"fnv1a_64", cpp_type:"Foo"); hs:ulong (hash:"fnv1a_64", cpp_type:"Foo", cpp_ptr_type:"std::shared_ptr");
 hh:uint (hash:"fnv1_32");
 hu:ulong (hash:"fnv1a_64", cpp_type:"Foo", cpp_ptr_type:"default_ptr_type", cpp_ptr_type_get:".get()");
 hvs:[ulong] (hash:"fnv1a_64", cpp_type:"Foo", cpp_ptr_type:"std::shared_ptr");
 u:U; pn: P(cpp_ptr_type:"naked"); vn: V3(cpp_ptr_type:"naked");
 nd:int = 5 (native_default: "MYDEF"); req:[int] (required); reqs:string (required); reqt:T (required); nest:[ubyte](nested_flatbuffer:"T");
 dsr:string = "abc"; ptrv:[P] (cpp_ptr_type:"naked");
}
root_type R;
`;

const NATIVE_TYPES = `
#pragma once
#include <memory>
#include <string>
#include <vector>
#include "flatbuffers/flatbuffers.h"
namespace Native {
struct V3 {
  float a, b, c;
  V3(float x = 0, float y = 0, float z = 0) : a(x), b(y), c(z) {}
  bool operator==(const V3 &o) const { return a == o.a && b == o.b && c == o.c; }
};
struct T : public ::flatbuffers::NativeTable {
  int a = 0;
  bool operator==(const T &o) const { return a == o.a; }
};
}
template<class T> using my_alloc = std::allocator<T>;
struct MyStr : public std::string {
  MyStr() {}
  MyStr(const char *text, size_t size) : std::string(text, size) {}
  MyStr(const std::string &text) : std::string(text) {}
};
struct Foo {
  int x;
  bool operator==(const Foo &o) const { return x == o.x; }
};
const int MYDEF = 77;
namespace N { struct V3; struct V4; }
namespace flatbuffers {
N::V3 Pack(const Native::V3 &);
Native::V3 UnPack(const N::V3 &);
N::V4 PackV4(const Native::V3 &);
Native::V3 UnPackV4(const N::V4 &);
}
`;

const NATIVE_MAIN = `
#include <cstdio>
#include "nat_generated.h"
namespace flatbuffers {
N::V3 Pack(const Native::V3 &v) { return N::V3(v.a, v.b, v.c); }
Native::V3 UnPack(const N::V3 &v) { return Native::V3(v.x(), v.y(), v.z()); }
N::V4 PackV4(const Native::V3 &v) { return N::V4(v.a, v.b, v.c); }
Native::V3 UnPackV4(const N::V4 &v) { return Native::V3(v.x(), v.y(), v.z()); }
}
namespace N {
void NT::UnPackTo(Native::T *o, const flatbuffers::resolver_function_t *) const { o->a = a(); }
flatbuffers::Offset<NT> NT::Pack(flatbuffers::FlatBufferBuilder &fbb, const Native::T *o, const flatbuffers::rehasher_function_t *) {
  return CreateNT(fbb, o->a);
}
}
int main() {
  N::RT r;
  r.v.reset(new Native::V3(1, 2, 3));
  r.vi = Native::V3(4, 5, 6);
  r.vv.push_back(Native::V3(7, 8, 9));
  r.w.reset(new Native::V3(1, 1, 1));
  r.tn = new N::TT();
  r.tn->x = 5;
  r.ts = std::make_shared<N::TT>();
  r.nt.reset(new Native::T());
  r.nt->a = 9;
  r.s = MyStr("abc", 3);
  r.s2 = MyStr("def", 3);
  r.reqt.reset(new N::TT());
  r.u.Set(Native::T());
  Foo foo{3};
  r.h = &foo;
  r.hv.push_back(&foo);
  const flatbuffers::rehasher_function_t rehash = [](void *p) {
    return static_cast<flatbuffers::hash_value_t>(p ? static_cast<Foo *>(p)->x : 0);
  };
  const flatbuffers::resolver_function_t resolve = [&](void **p, flatbuffers::hash_value_t hash) {
    if (hash == 3) *p = &foo;
  };
  flatbuffers::FlatBufferBuilder fbb;
  fbb.Finish(N::CreateR(fbb, &r, &rehash));
  flatbuffers::Verifier verifier(fbb.GetBufferPointer(), fbb.GetSize());
  std::printf("%d\\n", N::VerifyRBuffer(verifier));
  std::unique_ptr<N::RT> o(N::GetR(fbb.GetBufferPointer())->UnPack(&resolve));
  std::printf("%g %g %g %g %d %d\\n", o->v->a, o->vi.b, o->vv[0].c, o->w->a, o->tn->x, o->nt->a);
  std::printf("%d %d %d %d\\n", o->h == &foo, o->hv[0] == &foo, o->nd, o->u.AsNT() != nullptr);
  const uint8_t low[] = {1, 2}, high[] = {1, 3};
  const N::P points[] = {N::P(1, 2), N::P(3, 4)};
  typedef flatbuffers::span<const uint8_t, 2> Two;
  typedef flatbuffers::span<const N::P, 2> Points;
  const N::Pair first(9, Two(low), Points(points)), second(9, Two(high), Points(points));
  flatbuffers::FlatBufferBuilder keys;
  std::vector<flatbuffers::Offset<N::Keyed>> offsets{N::CreateKeyed(keys, &second, 2), N::CreateKeyed(keys, &first, 1)};
  keys.Finish(keys.CreateVectorOfSortedTables(&offsets));
  const auto *sorted = flatbuffers::GetRoot<flatbuffers::Vector<flatbuffers::Offset<N::Keyed>>>(keys.GetBufferPointer());
  std::printf("%d %d %d\\n", sorted->Get(0)->w(), sorted->LookupByKey(second)->w(), sorted->LookupByKey(N::Pair()) == nullptr);
  const N::RT copy(*o);
  std::printf("%d %s %s\\n", copy == *o, copy.s.c_str(), copy.s2.c_str());
}
`;

const SHARED = ['--cpp', '--gen-object-api', '--gen-mutable', '--gen-compare', '--gen-name-strings'];
const files = { 's.fbs': SCHEMA, 'lib.fbs': LIB };
const folder = temporaryFolder();
let count = 0;

describe.runIf(hasCompiler())('options of --cpp', { timeout: 300_000 }, () => {
  let runtime = '';
  let oracle: Oracle;

  beforeAll(async () => {
    runtime = await preparedRuntime();
    oracle = await flatc();
  });

  /** What a program prints with the code that flatc makes of the schemas with `flags`, the reference's or ours. */
  async function printed(
    ours: boolean,
    flags: readonly string[],
    main: string,
    standard: '11' | '17',
  ): Promise<string> {
    const at = `${folder}/${count++}`;
    const args = [...flags, 's.fbs', 'lib.fbs'];
    const run = ours ? await runCli(args, files) : oracle.run(args, files);
    expect([run.stderr, run.status]).toEqual(['', 0]);
    writeFiles(at, { ...Object.fromEntries(run.files), 'main.cpp': main });
    const output = `${at}/program`;
    const sources = flags.includes('--cpp-source=full')
      ? ['main.cpp', 's_generated.cpp', 'lib_generated.cpp']
      : ['main.cpp'];
    const complaints = compileAll(
      sources.map((source) => `${at}/${source}`),
      { includes: [runtime, at], standard, output, warnings: ours },
    );
    expect(complaints).toBe('');
    const { status, stdout } = runProgram(output);
    expect(status).toBe(0);
    return stdout;
  }

  it('object API, comparison, direct functions, look-up, names, mini-reflection', async () => {
    const main = INCLUDES + UNSCOPED + COMMON + REFLECTION + MAIN.replace('REFLECT', 'reflect');
    const flags = [...SHARED, '--reflect-names'];
    const reference = await printed(false, flags, main, '11');
    expect((await printed(true, flags, main, '11')).split('\n')).toEqual(reference.split('\n'));
    // The same program of two translation units.
    const full = await printed(true, [...flags, '--cpp-source=full'], main, '11');
    expect(full).toBe(reference);
  });

  it('C++17: scoped enums, static reflection, the embedded schema', async () => {
    const main = INCLUDES + SCOPED + COMMON + FIELDS + MAIN.replace('REFLECT', 'traits');
    const flags = [...SHARED, '--cpp-std', 'c++17', '--cpp-static-reflection', '--bfbs-gen-embed'];
    const reference = await printed(false, flags, main, '17');
    expect((await printed(true, flags, main, '17')).split('\n')).toEqual(reference.split('\n'));
  });

  it('types of the user, structs as keys of tables', async () => {
    const run = await runCli(['--cpp', '--gen-object-api', '--gen-compare', '--gen-mutable', 'nat.fbs'], {
      'nat.fbs': NATIVE,
    });
    expect(run.status).toBe(0);
    const at = writeFiles(`${folder}/native`, {
      ...Object.fromEntries(run.files),
      'own.h': NATIVE_TYPES,
      'main.cpp': NATIVE_MAIN,
    });
    const sources = [`${at}/main.cpp`, `${at}/nat_generated.cpp`];
    const output = `${at}/program`;
    expect(compileAll(sources, { includes: [runtime, at], standard: '11', output })).toBe('');
    expect(runProgram(output).stdout).toBe('1\n1 5 9 1 5 9\n1 1 77 1\n1 2 1\n1 abc def\n');
  });
});

"""Compiles and imports every module below the current folder, and packs and unpacks every plain class that needs no more."""
import importlib
import inspect
import pathlib

import flatbuffers

done = 0
for path in sorted(pathlib.Path('.').rglob('*.py')):
    name = '.'.join(path.with_suffix('').parts)
    if name.endswith('.__init__'):
        name = name[: -len('.__init__')]
    for cls in list(vars(importlib.import_module(name)).values()):
        if not inspect.isclass(cls) or not hasattr(cls, 'InitFromPackedBuf'):
            continue
        value = cls()
        for i, key in enumerate(vars(value)):
            held = getattr(value, key)
            if isinstance(held, bool):
                setattr(value, key, True)
            elif isinstance(held, (int, float)):
                setattr(value, key, type(held)(i % 100))
            elif cls.__module__.endswith('Fields.Text'):
                setattr(value, key, key)
            elif cls.__module__.endswith('Fields.Ints'):
                setattr(value, key, [i, -i])
        builder = flatbuffers.Builder(0)
        if 'StartObject' not in inspect.getsource(cls.Pack):
            continue
        builder.Finish(value.Pack(builder))
        again = cls.InitFromPackedBuf(builder.Output())
        for key in vars(value):
            want, got = getattr(value, key), getattr(again, key)
            if isinstance(want, str):
                want = want.encode()
            if isinstance(want, (bool, int, float, bytes, list)) and got != want:
                raise SystemExit('%s.%s.%s: %r, not %r' % (name, cls.__name__, key, got, want))
        done += 1
print(done)

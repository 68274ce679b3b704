"""Prints what programs can call in the modules below the current folder, a line each."""
import importlib
import inspect
import pathlib

HIDDEN = {'__module__', '__dict__', '__weakref__', '__doc__', '__hash__', '__slots__', '__annotations__', '_tab'}


def show(name, function):
    parameters = inspect.signature(function).parameters.values()
    texts = [p.name + ('' if p.default is p.empty else '=%r' % (p.default,)) for p in parameters]
    print('%s(%s)' % (name, ', '.join(texts)))


def show_class(name, cls):
    for key, value in sorted(vars(cls).items()):
        if key in HIDDEN:
            continue
        if callable(value) or isinstance(value, (classmethod, staticmethod)):
            show('%s.%s' % (name, key), getattr(cls, key))
        else:
            print('%s.%s = %r' % (name, key, value))


for path in sorted(pathlib.Path('.').rglob('*.py')):
    if path.name == '__init__.py':
        continue
    module = '.'.join(path.with_suffix('').parts)
    members = vars(importlib.import_module(module))
    for key, value in sorted(members.items()):
        if inspect.isclass(value) and value.__module__ == module:
            show_class('%s.%s' % (module, key), value)
        elif inspect.isfunction(value) and value.__module__ == module:
            show('%s.%s' % (module, key), value)

"""pglast's parser without its Python node classes, which cost 30 ms to import and serve nothing here.

`pglast.parser` needs the package only for its exception class; the node classes (`pglast.ast`) and enumerations
(`pglast.enums`) are for calls that are never made.  They become lazy modules by the standard library's own means: who
uses pglast in the same process still finds all of it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType

PACKAGE = "pglast"
LAZY = ("ast", "enums")


def load() -> ModuleType:
    """`pglast.parser`. Raises ImportError when pglast is not installed."""
    if PACKAGE in sys.modules:
        return import_module(f"{PACKAGE}.parser")
    try:
        return _light()
    except (AttributeError, ImportError):  # a pglast that is laid out another way
        for name in [m for m in sys.modules if m == PACKAGE or m.startswith(f"{PACKAGE}.")]:
            del sys.modules[name]
        return import_module(f"{PACKAGE}.parser")


def _light() -> ModuleType:
    spec = find_spec(PACKAGE)
    if spec is None:
        raise ImportError(f"{PACKAGE} is not installed")
    stand_in = sys.modules[PACKAGE] = module_from_spec(spec)
    stand_in.Error = import_module(f"{PACKAGE}.error").Error  # type: ignore[attr-defined]
    parts = {name: _lazy(f"{PACKAGE}.{name}") for name in LAZY}
    for name, module in parts.items():
        setattr(stand_in, name, module)
    parser = import_module(f"{PACKAGE}.parser")
    package = _lazy(PACKAGE)  # from now on the real package, made when somebody looks into it
    for name, module in (*parts.items(), ("parser", parser)):
        setattr(package, name, module)
    return parser


def _lazy(name: str) -> ModuleType:
    """A module that is executed on the first access to one of its names."""
    spec: ModuleSpec | None = find_spec(name) if name != PACKAGE else sys.modules[PACKAGE].__spec__
    if spec is None or spec.loader is None:
        raise ImportError(f"no module {name}")
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module

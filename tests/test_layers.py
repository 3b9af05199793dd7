"""Which module may import which: nothing flows backwards."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import dbarch_lint

PACKAGE = Path(dbarch_lint.__file__).parent
# Lowest first. A module imports from its own layer and those below; what is not listed here has no place yet.
LAYERS = (
    (
        "errors",
        "names",
        "regex",
        "source",
        "datatypes",
        "deferred",
        "expression",
        "maps",
        "migrations",
        "yaml_places",
        "front_matter",
        "words",
    ),
    (
        "findings",
        "weighing",
        "git",
        "objects",
        "catalog",
        "evidence",
        "operations",
        "roles",
        "session",
        "shapes",
        "splits",
        "vocabulary",
        "keys",
        "derived",
        "bounds",
        "by_hand",
        "conditions",
        "conventions",
        "links",
        "history",
        "named",
        "publications",
    ),
    ("effects", "effects_tables", "lock_modes", "requested"),
    ("engines",),
    ("actions", "asked", "compatibility", "context", "granted", "ledger", "place", "replay"),
    ("api", "effects_report"),
    ("pages", "packs", "shelf", "frameworks", "reporters", "schemas"),
    ("config", "coverage"),
    (
        "baseline",
        "deployed",
        "code_search",
        "dispatch",
        "projects",
        "released",
        "revisions",
        "production",
        "rollback",
        "silences",
        "suppress",
        "unparsed",
    ),
    ("compat",),
    ("schema", "lint", "documents", "changes", "fix", "normalize", "testing", "scaffold"),
    ("cli", "lsp"),
    ("__main__",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
# Rooms with one window: what they may see of the package at all.
ONLY = {
    "reporters": {"reporters", "findings", "source", "errors"},
    "frameworks": {"frameworks", "source", "names", "migrations", "operations", "errors", "regex"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def module_name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def run_time(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below one, without what only a type checker reads: an annotation may name what is above."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from run_time(child)


def imports(file: Path, *, at_top: bool = False) -> set[str]:
    """The modules of the package that a file imports, wherever in the file (or only where it is loaded)."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {module_name(f) for f in MODULES}
    found: set[str] = set()
    for node in tree.body if at_top else run_time(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide what is imported"
            base = node.module or ""
            found |= {f"{base}.{a.name}" if f"{base}.{a.name}" in names else base for a in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.startswith("dbarch_lint.")}


def room(module: str) -> str:
    return module.split(".")[1]


@pytest.mark.parametrize("file", MODULES, ids=[module_name(f) for f in MODULES])
def test_imports_only_from_below(file: Path) -> None:
    module = module_name(file)
    if module == "dbarch_lint":  # the door of the package: it holds the version, and imports its work when called
        assert not imports(file, at_top=True)
        return
    own = room(module)
    assert own in LEVEL, f"say in LAYERS where {own} stands"
    above = {name for name in imports(file) if LEVEL[room(name)] > LEVEL[own]}
    assert not above
    if own in ONLY:
        assert {room(name) for name in imports(file)} <= ONLY[own]


def test_modules_do_not_load_each_other_in_circles() -> None:
    graph = {module_name(f): imports(f, at_top=True) - {module_name(f)} for f in MODULES}
    assert list(TopologicalSorter(graph).static_order())


def test_no_module_is_too_long() -> None:
    lengths = {module_name(f): len(f.read_text(encoding="utf-8").splitlines()) for f in MODULES}
    assert {name: n for name, n in lengths.items() if n > 500} == {}

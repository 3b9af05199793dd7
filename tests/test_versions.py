"""What depends on the server's version is told by tables: neither rules nor code know a version by its number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "dbarch_lint" / "engines" / "postgres" / "versions.py"  # the only place for a number
FILES = sorted(f for folder in ("dbarch_lint", "rules") for f in (ROOT / folder).rglob("*.py") if f != TABLE)
MAJOR = range(9, 31)


def is_version(node: ast.expr) -> bool:
    """Whether an expression is named after a version."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return "version" in name.lower()


def is_number(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) is int and node.value in MAJOR


def numbered(tree: ast.Module) -> Iterator[int]:
    """The lines where a version stands as a number: compared, given as a default, or named in a constant."""
    constants = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and is_number(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            plain = any(is_number(s) or (isinstance(s, ast.Name) and s.id in constants) for s in sides)
            if plain and any(map(is_version, sides)):
                yield node.lineno
        elif isinstance(node, ast.arguments):
            named = [*node.posonlyargs, *node.args]
            pairs = [*zip(reversed(named), reversed(node.defaults), strict=False)]
            pairs += [(arg, value) for arg, value in zip(node.kwonlyargs, node.kw_defaults, strict=True) if value]
            yield from (arg.lineno for arg, value in pairs if "version" in arg.arg and is_number(value))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if is_number(node.value) and any(map(is_version, targets)):
                yield node.lineno


@pytest.mark.parametrize("file", FILES, ids=[str(f.relative_to(ROOT)) for f in FILES])
def test_no_version_by_its_number(file: Path) -> None:
    assert list(numbered(ast.parse(file.read_text(encoding="utf-8")))) == [], f"move it to a table, or to {TABLE.name}"


@pytest.mark.parametrize(
    "code",
    [
        "if version >= 18: pass",
        "NAMED = 18\nif scope.version < NAMED: pass",
        "def f(version: int = 18): pass",
        "def f(*, engine_version=17): pass",
        "default_version = 17",
    ],
)
def test_a_number_is_seen(code: str) -> None:
    assert list(numbered(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["if version >= row.since: pass", "if count > 12: pass", "def f(width: int = 12): pass"]
)
def test_other_numbers_are_left_alone(code: str) -> None:
    assert not list(numbered(ast.parse(code)))

"""The value of a text expression that holds constants only: what `EXECUTE 'DROP ' || 'TABLE t'` will run."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dbarch_lint.engines.postgres.libpg import NotParsedError, raw_statements
from dbarch_lint.names import quoted
from dbarch_lint.source import Tree, decode_tree

_LONGEST = 1 << 20  # characters of a value; more is nobody's statement
_TEXT_TYPES = {"text", "varchar", "name"}
_FORMAT = re.compile(r"%(?:(\d+)\$)?(-?\d*)([sIL%])")


def constant_text(expression: str) -> str | None:
    """The value of an expression, or None when it depends on anything."""
    try:
        found = raw_statements(f"SELECT ({expression}\n)")
        targets = decode_tree(found[0].stmt["SelectStmt"])["targetList"]
        return text_value(targets[0]["ResTarget"]["val"]) if len(targets) == 1 and len(found) == 1 else None
    except (NotParsedError, RecursionError, KeyError, IndexError):
        return None


def text_value(node: Tree) -> str | None:
    """The value of a tree, or None when it depends on anything."""
    kind, tree = next(iter(node.items()))
    read = _READERS.get(kind)
    value = read(tree) if read else None
    return value if value is None or len(value) <= _LONGEST else None


def _constant(tree: Tree) -> str | None:
    # the JSON leaves an empty string out: {"sval": {}}
    return tree["sval"].get("sval", "") if "sval" in tree else None


def _operator(tree: Tree) -> str | None:
    if tree.get("kind") != "AEXPR_OP" or tree["name"][-1]["String"]["sval"] != "||" or "lexpr" not in tree:
        return None
    left, right = text_value(tree["lexpr"]), text_value(tree["rexpr"])
    return None if left is None or right is None else left + right


def _cast(tree: Tree) -> str | None:
    names = tree["typeName"]["names"]
    return text_value(tree["arg"]) if names[-1]["String"]["sval"] in _TEXT_TYPES else None


def _call(tree: Tree) -> str | None:
    function = _FUNCTIONS.get(tree["funcname"][-1]["String"]["sval"])
    arguments = [text_value(argument) for argument in tree.get("args", ())]
    known = [argument for argument in arguments if argument is not None]
    if function is None or not known or len(known) < len(arguments):
        return None
    return function(known)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _format(arguments: Sequence[str]) -> str | None:
    values = arguments[1:]
    following = 0
    parts, at = [], 0
    for mark in _FORMAT.finditer(arguments[0]):
        parts.append(arguments[0][at : mark.start()])
        at = mark.end()
        position, width, how = mark.groups()
        if how == "%":
            parts.append("%")
            continue
        following = int(position) if position else following + 1
        if width or not 1 <= following <= len(values):
            return None
        parts.append(_WRITE[how](values[following - 1]))
    parts.append(arguments[0][at:])
    return "".join(parts)


_WRITE: dict[str, Callable[[str], str]] = {"s": str, "I": quoted, "L": _literal}
_READERS: dict[str, Callable[[Tree], str | None]] = {
    "A_Const": _constant,
    "A_Expr": _operator,
    "TypeCast": _cast,
    "FuncCall": _call,
}
_FUNCTIONS: dict[str, Callable[[Sequence[str]], str | None]] = {
    "format": _format,
    "concat": "".join,
    "lower": lambda arguments: arguments[0].lower(),
    "upper": lambda arguments: arguments[0].upper(),
    "quote_ident": lambda arguments: quoted(arguments[0]),
    "quote_literal": lambda arguments: _literal(arguments[0]),
}

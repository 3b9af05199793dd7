"""Expressions in which columns, types and values of enums bear other names."""

from __future__ import annotations

import msgspec

from dbarch_lint.engines.postgres.expressions import Node, names_of, text_of, walk


def rename_column(node: Node, old: str, new: str) -> Node:
    """A copy of an expression in which a column bears another name."""
    copy: Node = msgspec.json.decode(msgspec.json.encode(node))
    for kind, fields in walk(copy):
        if kind == "ColumnRef":
            last = fields["fields"][-1].get("String")
            if last is not None and last.get("sval") == old:
                last["sval"] = new
    return copy


def rename_type(node: Node, old: tuple[str, str], new: tuple[str, str]) -> Node:
    """An expression in which casts to a type know its new schema and name; itself where there is none."""
    if not any(is_cast_to(fields, old) for kind, fields in walk(node) if kind == "TypeCast"):
        return node
    copy: Node = msgspec.json.decode(msgspec.json.encode(node))
    for kind, fields in walk(copy):
        if kind == "TypeCast" and is_cast_to(fields, old):
            spelled = new if len(fields["typeName"]["names"]) > 1 or new[0] != old[0] else new[1:]
            fields["typeName"]["names"] = [{"String": {"sval": name}} for name in spelled]
    return copy


def rename_value(node: Node, type_: tuple[str, str], old: str, new: str, *, bare: bool) -> Node:
    """An expression in which a constant of an enum bears another name; itself where there is none.

    A constant is known by its cast; `bare` says that one which is the whole expression is of the type, too.
    """
    constants = [fields["arg"] for kind, fields in walk(node) if kind == "TypeCast" and is_cast_to(fields, type_)]
    constants += [node] if bare else []
    if not any(text_of(constant) == old for constant in constants):
        return node
    copy: Node = msgspec.json.decode(msgspec.json.encode(node))
    found = [fields["arg"] for kind, fields in walk(copy) if kind == "TypeCast" and is_cast_to(fields, type_)]
    for constant in [*found, *([copy] if bare else [])]:
        if text_of(constant) == old:
            constant["A_Const"]["sval"]["sval"] = new
    return copy


def is_cast_to(fields: Node, type_: tuple[str, str]) -> bool:
    """Whether a cast names this type, with or without its schema."""
    names = names_of(fields["typeName"].get("names", []))
    return names == type_ or names == type_[1:]

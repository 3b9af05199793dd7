"""What the grammar calls objects: their kinds in plain words, and their names as texts.

Names come in many forms: a string, a list of strings, a type, a function with its arguments. CREATE, ALTER and DROP
must spell the same object alike, because the catalog finds it by kind and spelling.
"""

from __future__ import annotations

from collections.abc import Callable

from dbarch_lint.engines.postgres.lower.common import Node, qualified, range_var, strings
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name

# Kinds whose plain word is not simply the grammar's in lower case
WORDS = {
    "OBJECT_DEFACL": "default",
    "OBJECT_DOMCONSTRAINT": "domain_constraint",
    "OBJECT_FDW": "foreign_data_wrapper",
    "OBJECT_FOREIGN_SERVER": "server",
    "OBJECT_LARGEOBJECT": "large_object",
    "OBJECT_OPCLASS": "operator_class",
    "OBJECT_OPFAMILY": "operator_family",
    "OBJECT_PARAMETER_ACL": "parameter",
    "OBJECT_STATISTIC_EXT": "statistics",
    "OBJECT_TABCONSTRAINT": "constraint",
    "OBJECT_TSCONFIGURATION": "text_search_configuration",
    "OBJECT_TSDICTIONARY": "text_search_dictionary",
    "OBJECT_TSPARSER": "text_search_parser",
    "OBJECT_TSTEMPLATE": "text_search_template",
}
RELATIONS = frozenset({"table", "foreign_table", "view", "matview", "index", "sequence"})
ROUTINES = frozenset({"function", "procedure", "routine", "aggregate"})
ON_RELATION = frozenset({"column", "constraint", "policy", "rule", "trigger"})  # named after their relation
ROLES = {
    "ROLESPEC_PUBLIC": "public",
    "ROLESPEC_CURRENT_USER": "current_user",
    "ROLESPEC_CURRENT_ROLE": "current_role",
    "ROLESPEC_SESSION_USER": "session_user",
}


def word(objtype: str) -> str:
    """An ObjectType in plain words: table, matview, text_search_parser, ..."""
    return WORDS.get(objtype) or objtype.removeprefix("OBJECT_").lower()


def items(node: Node) -> list[Node]:
    """The items of a List node."""
    return node["List"].get("items", [])  # type: ignore[no-any-return]


def text(node: Node, kind: str = "") -> str:
    """The name of an object as one text."""
    ((form, value),) = node.items()
    if form == "String":
        return str(value.get("sval", ""))
    if form == "Integer":
        return str(value.get("ival", 0))
    if form == "TypeName":
        return str(type_of(value))
    if form == "RangeVar":
        return range_var(value).full
    if form == "ObjectWithArgs":
        name = qualified(value["objname"]).full
        return operator(name, value.get("objargs", ())) if kind == "operator" else name
    parts = value.get("items", [])
    spell = SPELLED.get(kind)
    return spell(parts) if spell is not None else qualified(parts).full


def operator(name: str, arguments: list[Node]) -> str:
    """An operator with the types on both sides; a prefix operator has none on its left."""
    return f"{name}({', '.join(text(a) if a else 'none' for a in arguments)})"


def by_method(parts: list[Node]) -> str:
    """An operator class or family: the index method stands first."""
    return used_by(qualified(parts[1:]), strings(parts[:1])[0])


def used_by(name: Name, method: str) -> str:
    """An operator class or family with its index method."""
    return f"{name.full} USING {method}"


def cast(source: str, target: str) -> str:
    """A cast, from one type to another."""
    return f"{source} AS {target}"


def transform(type_: str, language: str) -> str:
    """A transform, of a type for a language."""
    return f"{type_} LANGUAGE {language}"


SPELLED: dict[str, Callable[[list[Node]], str]] = {
    "operator_class": by_method,
    "operator_family": by_method,
    "cast": lambda parts: cast(text(parts[0]), text(parts[1])),
    "transform": lambda parts: transform(text(parts[0]), text(parts[1])),
    "domain_constraint": lambda parts: text(parts[1]),
}


def on_relation(node: Node) -> tuple[Name, str]:
    """A trigger, policy, rule, constraint or column: its relation, and its own name."""
    parts = items(node)
    return qualified(parts[:-1]), text(parts[-1])


def type_name(node: Node) -> Name:
    """The name of a type, from whatever form it has."""
    if "TypeName" in node:
        return qualified(node["TypeName"]["names"])
    return qualified(items(node))


def argument_types(nodes: list[Node]) -> tuple[str, ...]:
    """Types of arguments as they tell functions apart: without lengths and precisions."""
    return tuple([argument_type(n["TypeName"]) if "TypeName" in n else "none" for n in nodes])


def argument_type(node: Node) -> str:
    """The type of one argument."""
    return str(type_of({k: v for k, v in node.items() if k != "typmods"} if "typmods" in node else node))


def routine(node: Node) -> tuple[Name, tuple[str, ...] | None]:
    """An ObjectWithArgs: the name, and the argument types if they are given."""
    arguments = None if node.get("args_unspecified") else argument_types(node.get("objargs", []))
    return qualified(node["objname"]), arguments


def role(node: Node) -> str:
    """A RoleSpec; PUBLIC and CURRENT_USER are words in lower case."""
    return ROLES.get(node.get("roletype", "")) or str(node.get("rolename", ""))


def roles(nodes: list[Node] | None) -> tuple[str, ...]:
    """A list of RoleSpec nodes."""
    return tuple([role(n["RoleSpec"]) for n in nodes or ()])

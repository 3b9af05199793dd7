"""Reading libpg_query's JSON trees: names, lists, expressions, options.

The JSON leaves out every field that is zero, false or empty; `.get` with that default is therefore exact.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import msgspec

from dbarch_lint.engines.postgres import expressions, terms
from dbarch_lint.engines.postgres.expressions import constant_text
from dbarch_lint.engines.postgres.terms import Facts
from dbarch_lint.expression import Term
from dbarch_lint.names import Name, quoted_name
from dbarch_lint.objects import Expression
from dbarch_lint.source import Origin, Statement

Node: TypeAlias = dict[str, Any]


class PgExpression(Expression):
    """An expression as libpg_query's tree; text and facts are worked out when somebody asks."""

    __slots__ = ("_columns", "_facts", "_terms", "_text", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self._text: str | None = None
        self._columns: frozenset[str] | None = None
        self._terms: tuple[Term, ...] | None = None
        self._facts: Facts | None = None

    @property
    def text(self) -> str:
        if self._text is None:
            from dbarch_lint.engines.postgres import deparse  # a small file asks for no text

            try:
                self._text = deparse.expression(self.node)
            except deparse.Unsupported:  # rare and unreadable, but never equal to another expression by mistake
                self._text = msgspec.json.encode(self.node).decode()
        return self._text

    @property
    def columns(self) -> frozenset[str]:
        if self._columns is None:
            self._columns = expressions.column_names(self.node)
        return self._columns

    @property
    def functions(self) -> frozenset[str]:
        return self._known.functions

    @property
    def constants(self) -> tuple[str, ...]:
        return self._known.constants

    @property
    def literal(self) -> str | None:
        return terms.literal(self.node)

    @property
    def terms(self) -> tuple[Term, ...]:
        if self._terms is None:
            self._terms = terms.terms(self.node)
        return self._terms

    @property
    def row_calls(self) -> frozenset[str]:
        return terms.row_calls(self.node)

    @property
    def casts(self) -> frozenset[tuple[str, str]]:
        return self._known.casts

    @property
    def reads_tables(self) -> bool:
        return self._known.reads_tables

    @property
    def json_keys(self) -> frozenset[tuple[str, str]]:
        return self._known.json_keys

    @property
    def tests_bits(self) -> bool:
        return self._known.tests_bits

    @property
    def volatility(self) -> str:
        return expressions.volatility(self.node)

    @property
    def _known(self) -> Facts:
        if self._facts is None:
            self._facts = terms.facts(self.node)
        return self._facts

    @property
    def is_null(self) -> bool:
        return "isnull" in self.node.get("A_Const", ())

    # Nothing is renamed in most histories: the module is loaded when something is.
    def renamed(self, old: str, new: str) -> PgExpression:
        from dbarch_lint.engines.postgres import renames

        return PgExpression(renames.rename_column(self.node, old, new))

    def with_type(self, old: Name, new: Name) -> PgExpression:
        from dbarch_lint.engines.postgres import renames

        changed = renames.rename_type(self.node, (old.schema, old.name), (new.schema, new.name))
        return self if changed is self.node else PgExpression(changed)

    def with_value(self, type_: Name, old: str, new: str, *, bare: bool) -> PgExpression:
        from dbarch_lint.engines.postgres import renames

        changed = renames.rename_value(self.node, (type_.schema, type_.name), old, new, bare=bare)
        return self if changed is self.node else PgExpression(changed)

    def drawing_from(self, sequence: Name) -> PgExpression:
        return drawing(sequence)


def drawing(sequence: Name) -> PgExpression:
    """The default nextval('sequence'), with the name as the server prints it: public is on the default path."""
    shown = quoted_name(Name("", sequence.name) if sequence.schema == "public" else sequence)
    constant = {"A_Const": {"sval": {"sval": shown}}}
    cast = {"TypeCast": {"arg": constant, "typeName": {"names": [{"String": {"sval": "regclass"}}], "typemod": -1}}}
    name = [{"String": {"sval": "nextval"}}]
    return PgExpression({"FuncCall": {"funcname": name, "args": [cast], "funcformat": "COERCE_EXPLICIT_CALL"}})


def expr(node: Node | None) -> PgExpression | None:
    """The expression of a node, or None."""
    return PgExpression(node) if node else None


def range_var(node: Node) -> Name:
    """The name of a RangeVar."""
    if node.get("relpersistence") == "t":
        return Name("pg_temp", node["relname"])
    return Name(node.get("schemaname", ""), node["relname"])


def strings(nodes: list[Node] | None) -> tuple[str, ...]:
    """The values of a list of String nodes."""
    return tuple([n["String"].get("sval", "") for n in nodes]) if nodes else ()


def qualified(nodes: list[Node]) -> Name:
    """A name from a list of String nodes: the last two parts; empty where the author left the relation out."""
    parts = strings(nodes)
    return Name(parts[-2] if len(parts) > 1 else "", parts[-1] if parts else "")


def option_text(node: Node | None) -> str:
    """The value of a DefElem argument as text."""
    if not node:
        return ""
    ((kind, value),) = node.items()
    reader = READERS.get(kind)
    return reader(value) if reader is not None else ""


READERS: dict[str, Callable[[Node], str]] = {
    "String": lambda value: str(value.get("sval", "")),
    "Integer": lambda value: str(value.get("ival", 0)),
    "Float": lambda value: str(value.get("fval", "0")),
    "Boolean": lambda value: "true" if value.get("boolval") else "false",
    "TypeName": lambda value: ".".join(strings(value.get("names"))),
    "A_Const": constant_text,
    "List": lambda value: ", ".join(option_text(item) for item in value.get("items", ())),
}


def options(nodes: list[Node] | None) -> dict[str, str]:
    """DefElem list as a mapping of lower-case names to texts; a bare option is an empty text."""
    return {option_name(n["DefElem"]): option_text(n["DefElem"].get("arg")) for n in nodes or ()}


def option_name(node: Node) -> str:
    """The name of an option in lower case; one for the TOAST table says so."""
    name = str(node["defname"]).lower()
    return f"{node['defnamespace']}.{name}" if "defnamespace" in node else name


def is_on(value: str) -> bool:
    """Whether an option's text switches it on: bare, true, on, 1."""
    return value.lower() in {"", "true", "on", "1", "yes"}


def origin(statement: Statement, node: Node) -> Origin:
    """Where a node was written."""
    return Origin(statement, node.get("location", -1))


def cascades(node: Node) -> bool:
    """Whether a node says CASCADE."""
    return node.get("behavior") == "DROP_CASCADE"

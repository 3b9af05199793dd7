"""What a whole schema tells about the words and types in it: which table a word means, what its keys look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, TypeAlias

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Domain, Enum, Table
from dbarch_lint.words import words

Family: TypeAlias = Literal["integer", "decimal", "float", "text", "uuid", "time", "boolean", "json", "enum", "other"]

FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("int2", "int4", "int8"), "integer"),
    "numeric": "decimal",
    "money": "decimal",
    **dict.fromkeys(("float4", "float8"), "float"),
    **dict.fromkeys(("text", "varchar", "bpchar", "citext", "name"), "text"),
    "uuid": "uuid",
    **dict.fromkeys(("date", "timestamp", "timestamptz"), "time"),
    "bool": "boolean",
    **dict.fromkeys(("json", "jsonb"), "json"),
}
DEEPEST_DOMAIN = 64  # domains over domains; a made-up circle of them must not keep us here


def base_type(type_: Type, catalog: Catalog) -> Type:
    """The type below any domains."""
    for _ in range(DEEPEST_DOMAIN):
        found = None if type_.builtin or type_.array else catalog.types.get(Name(type_.schema, type_.name))
        if not isinstance(found, Domain):
            break
        type_ = found.type
    return type_


def family(type_: Type, catalog: Catalog) -> Family:
    """What kind of values a column holds, domains taken off; arrays are `other`."""
    base = base_type(type_, catalog)
    if base.array:
        return "other"
    if isinstance(catalog.types.get(Name(base.schema, base.name)), Enum):
        return "enum"
    return FAMILIES.get(base.name, "other")


def key_column(table: Table) -> Column | None:
    """The column of a primary key of one column, or None."""
    key = table.primary_key
    return table.column(key.columns[0]) if key is not None and len(key.columns) == 1 else None


def is_generated_key(column: Column) -> bool:
    """Whether the server numbers the rows: serial, identity, or a default from a sequence."""
    return bool(column.identity) or (column.default is not None and "nextval" in column.default.functions)


class Vocabulary:
    """The tables of a catalog by the words of their names, and the usual type of their keys."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._tables: dict[tuple[str, ...], list[Table]] = {}
        types: Counter[str] = Counter()
        for table in catalog.tables:
            if table.partition_of is None:
                self._tables.setdefault(words(table.name.name), []).append(table)
                key = key_column(table)
                types.update([base_type(key.type, catalog).name] if key is not None else ())
        self.usual_key_type = types.most_common(1)[0][0] if types else ""

    def tables(self, named: Iterable[str]) -> tuple[Table, ...]:
        """The tables that these words name, whatever their number: `("order", "line")` means order_lines."""
        return tuple(self._tables.get(tuple(named), ()))

    def named(self, values: Iterable[str]) -> int:
        """How many of these values are names of tables: `Order`, `orders`, `App\\Models\\Order`."""
        return sum(bool(self.tables(words(v.replace("\\", ".").rsplit(".", 1)[-1]))) for v in values)

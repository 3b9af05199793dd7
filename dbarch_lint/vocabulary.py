"""What a whole schema tells about the words and types in it: which table a word means, what its keys look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Literal, TypeAlias

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.conventions import References, Stamps, Tenancy, soft_delete, stamps, tenancy
from dbarch_lint.datatypes import Type
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Column, Domain, Enum, Expression, ForeignKey, Table
from dbarch_lint.roles import Role, is_audit, roles
from dbarch_lint.words import words

Family: TypeAlias = Literal["integer", "decimal", "float", "text", "uuid", "time", "boolean", "json", "enum", "other"]

FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("int2", "int4", "int8", "tinyint", "smallint", "mediumint", "int", "bigint"), "integer"),
    **dict.fromkeys(("numeric", "decimal"), "decimal"),
    "money": "decimal",
    **dict.fromkeys(("float4", "float8", "float", "double"), "float"),
    **dict.fromkeys(("text", "varchar", "bpchar", "citext", "name"), "text"),
    **dict.fromkeys(("char", "tinytext", "mediumtext", "longtext"), "text"),
    "uuid": "uuid",
    **dict.fromkeys(("date", "timestamp", "timestamptz", "datetime"), "time"),
    **dict.fromkeys(("bool", "tinyint(1)"), "boolean"),
    **dict.fromkeys(("enum", "set"), "enum"),
    **dict.fromkeys(("json", "jsonb"), "json"),
}
LARGEST = {"int2": 2**15 - 1, "int4": 2**31 - 1, "int8": 2**63 - 1}
BITS = {"tinyint": 8, "smallint": 16, "mediumint": 24, "int": 32, "bigint": 64}  # of MySQL
LARGEST |= {name: 2 ** (bits - 1) - 1 for name, bits in BITS.items()}
LARGEST |= {f"{name} unsigned": 2**bits - 1 for name, bits in BITS.items()}

# How PostgreSQL compares a referring column with a key of another type (conpfeqop of a server, and its plans): without
# a cast within one of these groups, and otherwise by casting every row of the referring table, which no index survives.
ONE_ORDER = (
    frozenset({"int2", "int4", "int8"}),
    frozenset({"float4", "float8"}),
    frozenset({"date", "timestamp", "timestamptz"}),
)
ALIKE = (frozenset({"text", "varchar"}), frozenset({"inet", "cidr"}))  # one type to all operators and indexes
CAST_TO = {
    **dict.fromkeys(("int2", "int4", "int8"), frozenset({"numeric", "float4", "float8", "oid"})),
    "numeric": frozenset({"float4", "float8"}),
    **dict.fromkeys(("text", "varchar"), frozenset({"bpchar"})),
    **dict.fromkeys(("bpchar", "citext"), frozenset({"text", "varchar"})),
}
DEEPEST_DOMAIN = 64  # domains over domains; a made-up circle of them must not keep us here


SHAPED: frozenset[Role] = frozenset({"child", "framework", "partition", "staging", "temporary"})
PASSING: frozenset[Role] = frozenset({"archive", "junction", "log", "queue", "settings"})


class Facets(msgspec.Struct, frozen=True):
    """What the columns of a table have among them: most rules look for something that most tables do not have."""

    by_word: dict[str, list[Column]]
    types: AbstractSet[str]
    families: dict[Family, list[Column]]

    @property
    def words(self) -> AbstractSet[str]:
        """Every word of a column's name."""
        return self.by_word.keys()


class Vocabulary:
    """A catalog as a reader sees it: the tables by the words of their names, what they are for, and kinds of values."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._roles: dict[Name, frozenset[Role]] = {}
        self._designed: dict[Name, bool] = {}
        self._facets: dict[Name, Facets] = {}
        self._families: dict[int, Family] = {}  # by the identity of a type, which the catalog keeps alive
        self._beginning: dict[Name, dict[str, list[Column]]] = {}
        self._listed: dict[Name, dict[str, tuple[str, ...]]] = {}
        self._expressions: dict[Name, tuple[Expression, ...]] = {}
        self._attributes: dict[tuple[Name, frozenset[str]], dict[tuple[str, ...], Column]] = {}

    # --- tables

    @cached_property
    def _tables(self) -> dict[tuple[str, ...], list[Table]]:
        by_words: dict[tuple[str, ...], list[Table]] = {}
        for table in self.catalog.tables:
            if table.partition_of is None:
                by_words.setdefault(words(table.name.name), []).append(table)
        return by_words

    @cached_property
    def usual_key_family(self) -> Family:
        """The kind of values that most primary keys of one column hold."""
        keys = (key_column(table) for tables in self._tables.values() for table in tables)
        families = Counter(self.family(key) for key in keys if key is not None)
        return max(families, key=families.__getitem__, default="other")

    def tables(self, named: Iterable[str]) -> tuple[Table, ...]:
        """The tables that these words name, whatever their number: `("order", "line")` means order_lines."""
        return tuple(self._tables.get(tuple(named), ()))

    def mentions(self, values: Iterable[str]) -> int:
        """How many of these values are names of tables: `Order`, `orders`, or `Order` behind the path of a class."""
        return sum(bool(self.tables(words(v.replace("\\", ".").rsplit(".", 1)[-1]))) for v in values)

    def roles(self, table: Table) -> frozenset[Role]:
        """What a table is for."""
        found = self._roles.get(table.name)
        if found is None:
            found = self._roles[table.name] = roles(table, self.catalog)
        return found

    def is_designed(self, table: Table) -> bool:
        """Whether somebody designs this table here: no tool made it, and it does not follow another one's shape."""
        found = self._designed.get(table.name)
        if found is None:
            found = table.kind != "foreign" and self.roles(table).isdisjoint(SHAPED)
            self._designed[table.name] = found
        return found

    def is_ordinary(self, table: Table) -> bool:
        """Whether its rows are things that people look after: nothing that piles up, passes or is copied."""
        return self.is_designed(table) and self.roles(table).isdisjoint(PASSING)

    # --- habits

    @cached_property
    def referring_names(self) -> References:
        """How foreign keys are named, and what is named so."""
        return References(self)

    @cached_property
    def minted(self) -> frozenset[tuple[str, ...]]:
        """The names of the key columns that some table gives new values of its own."""
        tables = ((t, t.primary_key) for t in self.catalog.tables)
        keyed = (t.column(name) for t, key in tables if key is not None for name in key.columns)
        return frozenset(words(c.name) for c in keyed if c is not None and mints(c))

    @cached_property
    def tenancy(self) -> Tenancy | None:
        """The table that owns the rows of most others; None where there is none."""
        return tenancy(self)

    @cached_property
    def stamps(self) -> Stamps:
        """What most tables call the times at which a row was made and changed."""
        return stamps(self)

    def soft_delete(self, table: Table) -> Column | None:
        """The column that marks a row as deleted while it stays; None: rows go when they are deleted."""
        return soft_delete(table, self)

    def attributes(self, table: Table, keyed: frozenset[str]) -> dict[tuple[str, ...], Column]:
        """The columns of a table by their words, without the keyed ones and those about the row's own history."""
        key = table.name, keyed
        found = self._attributes.get(key)
        if found is None:
            own = (c for c in table.columns if c.name not in keyed and not is_audit(c.name))
            found = self._attributes[key] = {words(c.name): c for c in own}
        return found

    # --- columns

    def facets(self, table: Table) -> Facets:
        """The words, kinds and types of a table's columns."""
        found = self._facets.get(table.name)
        if found is None:
            found = self._facets[table.name] = Facets({}, {c.type.name for c in table.columns}, {})
            for column in table.columns:
                for word in dict.fromkeys(words(column.name)):
                    found.by_word.setdefault(word, []).append(column)
                found.families.setdefault(self.family(column), []).append(column)
        return found

    def saying(self, table: Table, meant: AbstractSet[str]) -> Sequence[Column]:
        """The columns with one of these words in their name."""
        by_word = self.facets(table).by_word
        hits = by_word.keys() & meant
        if not hits:
            return ()
        if len(hits) == 1:
            return by_word[hits.pop()]
        return [c for c in table.columns if not hits.isdisjoint(words(c.name))]

    def beginning(self, table: Table) -> dict[str, list[Column]]:
        """The columns by the first word of their names, without those of keys and foreign keys and generated ones."""
        found = self._beginning.get(table.name)
        if found is None:
            found = self._beginning[table.name] = {}
            linked = table.linked_columns
            for column in table.columns:
                if column.name not in linked and not column.generated:
                    found.setdefault("".join(words(column.name)[:1]), []).append(column)
        return found

    def of_family(self, table: Table, family: Family) -> Sequence[Column]:
        """The columns that hold this kind of values, domains taken off."""
        return self.facets(table).families.get(family, ())

    def of_type(self, table: Table, names: AbstractSet[str]) -> Sequence[Column]:
        """The columns whose type has one of these names, as declared."""
        if self.facets(table).types.isdisjoint(names):
            return ()
        return [c for c in table.columns if c.type.name in names]

    # --- values

    def base(self, type_: Type) -> Type:
        """The type below any domains."""
        for _ in range(DEEPEST_DOMAIN):
            found = None if type_.builtin or type_.array else self.catalog.types.get(Name(type_.schema, type_.name))
            if not isinstance(found, Domain):
                break
            type_ = found.type
        return type_

    def family(self, column: Column) -> Family:
        """What kind of values a column holds, domains taken off; arrays are `other`."""
        found = self._families.get(id(column.type))
        if found is None:
            found = self._families[id(column.type)] = self._family(column.type)
        return found

    def _family(self, type_: Type) -> Family:
        base = self.base(type_)
        if base.array:
            return "other"
        if isinstance(self.catalog.types.get(Name(base.schema, base.name)), Enum):
            return "enum"
        return FAMILIES.get(base.spelling) or FAMILIES.get(base.name, "other")

    def may_be_null(self, column: Column) -> bool:
        """Whether a column takes NULL: neither it nor a domain that it is of says NOT NULL."""
        type_ = column.type
        for _ in range(DEEPEST_DOMAIN if column.nullable else 0):
            found = None if type_.builtin or type_.array else self.catalog.types.get(Name(type_.schema, type_.name))
            if not isinstance(found, Domain):
                return True
            if not found.nullable:
                return False
            type_ = found.type
        return column.nullable

    def largest(self, column: Column) -> int:
        """The largest value of an integer column; 0 for others."""
        base = self.base(column.type)
        return 0 if base.array else LARGEST.get(base.spelling) or LARGEST.get(base.name, 0)

    def comparison(self, referring: Column, key: Column) -> Literal["same", "mixed", "cast", "unknown"]:
        """How a foreign key meets the column it refers to: mixed types share an order, others are cast row by row."""
        child, parent = self.base(referring.type), self.base(key.type)
        if child.name == parent.name or any({child.name, parent.name} <= group for group in ALIKE):
            return "same"
        if child.array or parent.array:
            return "unknown"
        if any({child.name, parent.name} <= group for group in ONE_ORDER):
            return "mixed"
        return "cast" if parent.name in CAST_TO.get(child.name, ()) else "unknown"

    def references(self, table: Table, fk: ForeignKey) -> Iterator[tuple[Column, Column]]:
        """The columns of a foreign key, each with the one that it refers to, as far as both are known."""
        parent = self.catalog.table(fk.target)
        for name, key in zip(fk.columns, fk.target_columns, strict=False):
            column, target = table.column(name), parent.column(key) if parent is not None else None
            if column is not None and target is not None:
                yield column, target

    def referring(self, table: Table) -> Iterator[tuple[Name, Column]]:
        """The columns of other tables that refer to this one's key, with their tables, by name."""
        for name in sorted(self.catalog.referencing.get(table.name, NO_NAMES)):
            child = self.catalog.table(name)
            for fk in child.foreign_keys if child is not None and name != table.name else ():
                column = child.column(fk.columns[0]) if child is not None and fk.target == table.name else None
                if column is not None and len(fk.columns) == 1:
                    yield name, column

    def expressions(self, table: Table) -> tuple[Expression, ...]:
        """Every expression that the definition of a table and what hangs on it holds."""
        found = self._expressions.get(table.name)
        if found is None:
            found = self._expressions[table.name] = tuple(self._expressions_of(table))
        return found

    def _expressions_of(self, table: Table) -> Iterator[Expression]:
        yield from (c.expression for c in table.checks)
        yield from (c.default for c in table.columns if c.default is not None)
        for index in table.indexes:
            yield from (p.expression for p in index.parts if p.expression is not None)
            yield from (index.where,) if index.where is not None else ()
        for policy in table.policies:
            yield from (e for e in (policy.using, policy.check) if e is not None)

    def listed_values(self, table: Table, column: Column) -> tuple[str, ...]:
        """The texts that a column may hold, where an enum or a CHECK lists them."""
        if column.type.builtin and column.type.name in {"enum", "set"}:
            return tuple(map(str, column.type.modifiers))
        if not column.type.builtin:
            base = self.base(column.type)
            found = self.catalog.types.get(Name(base.schema, base.name))
            if isinstance(found, Enum):
                return found.values
        return self._checked_values(table).get(column.name, ()) if table.checks else ()

    def _checked_values(self, table: Table) -> dict[str, tuple[str, ...]]:
        found = self._listed.get(table.name)
        if found is None:
            found = self._listed[table.name] = {}
            for check in table.checks:
                expression = check.expression
                lists = [t.values for t in expression.terms if t.operator == "in"]
                if not expression.terms and len(expression.constants) > 1:
                    lists = [expression.constants]  # equal to one or the other
                for name in expression.columns if lists and len(expression.columns) == 1 else ():
                    found.setdefault(name, lists[0])
        return found


def key_column(table: Table) -> Column | None:
    """The column of a primary key of one column, or None."""
    key = table.primary_key
    return table.column(key.columns[0]) if key is not None and len(key.columns) == 1 else None


def is_generated(column: Column) -> bool:
    """Whether the server numbers the rows: serial, identity, or a default from a sequence."""
    return bool(column.identity) or (column.default is not None and "nextval" in column.default.functions)


def mints(column: Column) -> bool:
    """Whether the server gives a new value to each row that says none: a number, or what a function makes."""
    return is_generated(column) or (column.default is not None and bool(column.default.functions))

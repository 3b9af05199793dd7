"""Random statements about tables: names are looked up in the replayed catalog, and come from small pools."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from dbarch_lint.catalog import Catalog
from dbarch_lint.maps import Map
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import Composite, Enum, Table, View, replace

TABLES = ("t", "orders", "Order", "items", "a_rather_long_name_for_a_table_that_will_not_fit_with_more", "p", "q")
COLUMNS = ("id", "a", "b", "c", "Weird Col", "a_column_with_a_name_so_long_that_nothing_else_fits_in_", "user_id", "at")
SCHEMAS = ("public", "public", "public", "s")
TYPES = ("integer", "bigint", "text", "varchar(20)", "numeric(10,2)", "timestamptz", "boolean", "uuid", "integer[]")
DEFAULTS = {
    "integer": ("1", "1 + 1"),
    "bigint": ("7",),
    "text": ("'x'", "upper('x')"),
    "varchar(20)": ("'y'",),
    "numeric(10,2)": ("0.5",),
    "timestamptz": ("now()", "CURRENT_TIMESTAMP"),
    "boolean": ("true",),
    "uuid": ("gen_random_uuid()",),
    "integer[]": ("'{}'",),
}
ACTIONS = ("", " ON DELETE CASCADE", " ON DELETE SET NULL", " ON DELETE RESTRICT ON UPDATE CASCADE")
LIKE = ("", " INCLUDING ALL", " INCLUDING INDEXES", " INCLUDING CONSTRAINTS INCLUDING DEFAULTS", " INCLUDING IDENTITY")


class TableGrammar:
    """Draws statements about tables, their columns, constraints and indexes."""

    def __init__(self, random: Random) -> None:
        self.random = random

    # --- picking

    def function(self, catalog: Catalog) -> str:
        """A trigger function."""
        found = sorted(f.name for overloads in catalog.functions.values() for f in overloads if f.returns == "trigger")
        return quoted_name(self.random.choice(found)) if found else "public.touch"

    def one(self, items: Sequence[str]) -> str:
        return self.random.choice(items)

    def maybe(self, text: str, chance: float = 0.3) -> str:
        return text if self.random.random() < chance else ""

    def table(self, catalog: Catalog, *kinds: str) -> Table | None:
        found = [t for t in catalog.tables if (not kinds or t.kind in kinds) and t.columns]
        return self.random.choice(found) if found else None

    def column(self, table: Table) -> str:
        return self.random.choice(table.columns).name

    def columns(self, table: Table, most: int = 2) -> str:
        names = [c.name for c in table.columns]
        chosen = self.random.sample(names, min(len(names), self.random.randint(1, most)))
        return ", ".join(map(quoted, chosen))

    def new_name(self) -> str:
        return quoted_name(Name(self.one(SCHEMAS), self.one(TABLES)))

    def type(self, catalog: Catalog) -> str:
        own = [quoted_name(t.name) for t in catalog.types.values() if not isinstance(t, Composite)]
        return self.one(own) if own and self.random.random() < 0.15 else self.one(TYPES)

    def view(self, catalog: Catalog, *, materialized: bool | None = None) -> View | None:
        found = [v for v in catalog.views if materialized is None or v.materialized == materialized]
        return self.random.choice(found) if found else None

    def expression(self, table: Table) -> str:
        """A condition on one column of a table."""
        name = quoted(self.column(table))
        return self.one((f"{name} IS NOT NULL", f"({name})::text <> ''", f"length(({name})::text) < 100"))

    # --- tables

    def column_definition(self, catalog: Catalog, name: str, beside: Sequence[str] = ()) -> str:
        """A column; `beside` are others that it may be computed from."""
        type_ = self.type(catalog)
        words = [quoted(name), type_]
        draw = self.random.random()
        if draw < 0.08:
            words[1] = self.one(("serial", "bigserial"))
        elif draw < 0.16:
            words[1:] = [
                self.one(("integer", "bigint")),
                "GENERATED",
                self.one(("ALWAYS", "BY DEFAULT")),
                "AS IDENTITY",
            ]
        elif draw < 0.22:
            of = self.one(("1 + 2", *(f"length({quoted(n)}::text)" for n in beside)))
            words[1:] = [f"integer GENERATED ALWAYS AS ({of})", self.one(("STORED", "VIRTUAL"))]
        elif type_ in DEFAULTS and draw < 0.5:
            words += ["DEFAULT", self.one(DEFAULTS[type_])]
        enums = [
            t for t in catalog.types.values() if isinstance(t, Enum) and quoted_name(t.name) == words[1] and t.values
        ]
        if enums and len(words) == 2:
            words.append(f"DEFAULT '{self.one(enums[0].values)}'::{words[1]}")
        words.append(self.maybe("NOT NULL", 0.3))
        words.append(self.maybe("UNIQUE", 0.1))
        words.append(self.maybe(f"{self.maybe('CONSTRAINT named ')}CHECK ({quoted(name)} IS NOT NULL)", 0.12))
        target = self.table(catalog, "table", "partitioned")
        if target is not None and self.random.random() < 0.15 and target.primary_key:
            to = target.primary_key.columns
            kind = next(str(c.type) for c in target.columns if c.name == to[0])
            words[1:] = [kind, f"REFERENCES {quoted_name(target.name)}{self.one(ACTIONS)}"]
        return " ".join(filter(None, words))

    def create_table(self, catalog: Catalog) -> str:
        names = self.random.sample(COLUMNS, self.random.randint(1, 5))
        parts = [self.column_definition(catalog, n, names[:at]) for at, n in enumerate(names)]
        if self.random.random() < 0.6:
            keys = ", ".join(map(quoted, self.random.sample(names, self.random.randint(1, min(2, len(names))))))
            parts.append(f"{self.maybe('CONSTRAINT named_key ', 0.2)}PRIMARY KEY ({keys})")
        if self.random.random() < 0.3:
            parts.append(f"{self.maybe('CONSTRAINT named ')}UNIQUE ({', '.join(map(quoted, names[:2]))})")
        if self.random.random() < 0.2:
            parts.append(f"CHECK ({' AND '.join(f'{quoted(n)} IS NOT NULL' for n in names[:2])})")
        like = self.table(catalog)
        if like is not None and self.random.random() < 0.15:
            parts.append(f"LIKE {quoted_name(like.name)}{self.one(LIKE)}")
        unlogged, exists = self.maybe("UNLOGGED ", 0.05), self.maybe("IF NOT EXISTS ", 0.1)
        parent = self.table(catalog, "table")
        inherits = f" INHERITS ({quoted_name(parent.name)})" if parent and self.random.random() < 0.12 else ""
        return f"CREATE {unlogged}TABLE {exists}{self.new_name()} ({', '.join(parts)}){inherits}"

    def create_partitioned(self, catalog: Catalog) -> str:
        parts = ["k integer NOT NULL"]
        parts += [self.column_definition(catalog, n) for n in self.random.sample(COLUMNS, self.random.randint(0, 2))]
        parts += [self.one(("PRIMARY KEY (k)", "UNIQUE (k)", "CHECK (k > 0)"))] if self.random.random() < 0.5 else []
        strategy = self.one(("RANGE", "LIST", "RANGE", "LIST", "HASH"))
        return f"CREATE TABLE {self.new_name()} ({', '.join(parts)}) PARTITION BY {strategy} (k)"

    def bound(self, parent: Table) -> str:
        low = self.random.randrange(1, 1000) * 10
        if self.random.random() < 0.1:
            return "DEFAULT"
        strategy = parent.partition_by.strategy if parent.partition_by is not None else ""
        if strategy == "hash":
            return f"FOR VALUES WITH (MODULUS 4, REMAINDER {self.random.randrange(4)})"
        by_list = strategy == "list"
        return f"FOR VALUES IN ({low})" if by_list else f"FOR VALUES FROM ({low}) TO ({low + 10})"

    def create_partition(self, catalog: Catalog) -> str | None:
        parent = self.table(catalog, "partitioned")
        if parent is None:
            return None
        more = f" PARTITION BY {self.one(('RANGE', 'LIST'))} (k)" if self.random.random() < 0.15 else ""
        own = self.one(
            ("CHECK (k > 0)", "CONSTRAINT named CHECK (k > 0)", "UNIQUE (k)", "PRIMARY KEY (k)", "k DEFAULT 5")
        )
        parts = self.maybe(f"({own}) ", 0.2)
        return (
            f"CREATE TABLE {self.new_name()} PARTITION OF {quoted_name(parent.name)} {parts}{self.bound(parent)}{more}"
        )

    def attach(self, catalog: Catalog) -> str | None:
        parent, child = self.table(catalog, "partitioned"), self.table(catalog, "table", "partitioned")
        if parent is None or child is None or parent is child:
            return None
        bound = self.bound(parent)
        return f"ALTER TABLE {quoted_name(parent.name)} ATTACH PARTITION {quoted_name(child.name)} {bound}"

    def create_to_attach(self, catalog: Catalog) -> str | None:
        """A table like a partitioned one: what ATTACH takes."""
        parent = self.table(catalog, "partitioned")
        if parent is None:
            return None
        return f"CREATE TABLE {self.new_name()} (LIKE {quoted_name(parent.name)}{self.one(LIKE)})"

    def detach(self, catalog: Catalog) -> str | None:
        child = next((t for t in self.shuffled(catalog) if t.partition_of is not None), None)
        if child is None or child.partition_of is None:
            return None
        return f"ALTER TABLE {quoted_name(child.partition_of)} DETACH PARTITION {quoted_name(child.name)}"

    def shuffled(self, catalog: Catalog) -> list[Table]:
        found = list(catalog.tables)
        self.random.shuffle(found)
        return found

    def inherit(self, catalog: Catalog) -> str | None:
        parent, child = self.table(catalog, "table"), self.table(catalog, "table")
        if parent is None or child is None or parent is child:
            return None
        word = "NO INHERIT" if parent.name in child.inherits else "INHERIT"
        return f"ALTER TABLE {quoted_name(child.name)} {word} {quoted_name(parent.name)}"

    def create_to_inherit(self, catalog: Catalog) -> str | None:
        parent = self.table(catalog, "table")
        if parent is None:
            return None
        return f"CREATE TABLE {self.new_name()} (LIKE {quoted_name(parent.name)}{self.one(LIKE)})"

    def create_as(self, catalog: Catalog) -> str | None:
        source = self.table(catalog)
        if source is None:
            return None
        return f"CREATE TABLE {self.new_name()} AS SELECT * FROM {quoted_name(source.name)}"

    def drop_table(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        return f"DROP TABLE {quoted_name(table.name)}{self.maybe(' CASCADE', 0.6)}" if table else None

    def rename_table(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        return f"ALTER TABLE {quoted_name(table.name)} RENAME TO {quoted(self.one(TABLES))}" if table else None

    def set_schema(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        return f"ALTER TABLE {quoted_name(table.name)} SET SCHEMA {self.one(SCHEMAS)}" if table else None

    # --- columns

    def alter(self, catalog: Catalog, *kinds: str) -> tuple[Table, str] | None:
        table = self.table(catalog, *kinds)
        return (table, f"ALTER TABLE {self.maybe('ONLY ', 0.06)}{quoted_name(table.name)} ") if table else None

    def add_column(self, catalog: Catalog) -> str | None:
        start = self.alter(catalog)
        if start is None:
            return None
        exists, beside = self.maybe("IF NOT EXISTS ", 0.2), [c.name for c in start[0].columns]
        return f"{start[1]}ADD COLUMN {exists}{self.column_definition(catalog, self.one(COLUMNS), beside)}"

    def on_column(self, catalog: Catalog) -> str | None:
        start = self.alter(catalog)
        if start is None:
            return None
        column = self.random.choice(start[0].columns)
        name = quoted(column.name)
        values = DEFAULTS.get(str(column.type), ("NULL",))
        return start[1] + self.one(
            (
                f"DROP COLUMN {name}{self.maybe(' CASCADE', 0.6)}",
                f"DROP COLUMN IF EXISTS {name} CASCADE",
                f"RENAME COLUMN {name} TO {quoted(self.one(COLUMNS))}",
                f"RENAME COLUMN {name} TO {quoted(self.one(COLUMNS))}",
                f"ALTER COLUMN {name} SET NOT NULL",
                f"ALTER COLUMN {name} DROP NOT NULL",
                f"ALTER COLUMN {name} SET DEFAULT {self.one(values)}",
                f"ALTER COLUMN {name} DROP DEFAULT",
                f"ALTER COLUMN {name} TYPE {self.one(('text', 'varchar(30)', 'bigint'))}",
                f"ALTER COLUMN {name} TYPE {self.type(catalog)} USING NULL",
                f"ALTER COLUMN {name} ADD GENERATED BY DEFAULT AS IDENTITY",
                f"ALTER COLUMN {name} SET GENERATED ALWAYS",
                f"ALTER COLUMN {name} SET EXPRESSION AS (3)",
                f"ALTER COLUMN {name} DROP IDENTITY IF EXISTS",
                f"ALTER COLUMN {name} DROP EXPRESSION IF EXISTS",
            )
        )

    def several(self, catalog: Catalog) -> str | None:
        """Actions of several kinds on one table, in one statement: the server puts them in its own order."""
        table = self.table(catalog)
        if table is None:
            return None
        start = f"ALTER TABLE {quoted_name(table.name)} "
        alone = replace(catalog, relations=Map({table.name: table}))  # all actions are about it
        made = [rule(self, alone) for rule in self.random.choices(ACTING, k=self.random.randint(2, 3))]
        actions = [sql.removeprefix(start) for sql in made if sql is not None and sql.startswith(start)]
        actions = [a for a in actions if not a.startswith("RENAME")]
        return start + ", ".join(actions) if len(actions) > 1 else None

    def on_table(self, catalog: Catalog) -> str | None:
        start = self.alter(catalog)
        if start is None:
            return None
        name = quoted_name(start[0].name)
        return self.one(
            (
                f"{start[1]}{self.one(('SET LOGGED', 'SET UNLOGGED'))}",
                f"{start[1]}REPLICA IDENTITY FULL",
                f"TRUNCATE {name} CASCADE",
                f"COMMENT ON COLUMN {name}.{quoted(self.column(start[0]))} IS 'said'",
                f"DROP TABLE IF EXISTS {name}",
                f"ALTER TABLE IF EXISTS {name} DROP COLUMN IF EXISTS {quoted(self.one(COLUMNS))}",
                f"ALTER TABLE {name} {self.one(('ENABLE', 'DISABLE'))} TRIGGER USER",
                f"CREATE TABLE {self.new_name()} AS SELECT {self.columns(start[0], 3)} FROM {name}",
            )
        )

    def on_schema(self, catalog: Catalog) -> str:
        return self.one(
            ("CREATE SCHEMA IF NOT EXISTS s", "DROP SCHEMA IF EXISTS s2 CASCADE", "ALTER SCHEMA s RENAME TO s2")
        )

    # --- constraints and indexes

    def add_constraint(self, catalog: Catalog) -> str | None:
        start = self.alter(catalog)
        if start is None:
            return None
        table, words = start
        name = self.maybe(f"CONSTRAINT {self.one(('named', 'other', 'third'))} ", 0.4)
        target = self.table(catalog, "table", "partitioned")
        options = [
            f"UNIQUE ({self.columns(table)})",
            f"UNIQUE NULLS NOT DISTINCT ({self.columns(table)}) DEFERRABLE",
            f"PRIMARY KEY ({self.columns(table)})",
            f"CHECK ({self.expression(table)}){self.maybe(' NOT VALID')}{self.maybe(' NO INHERIT', 0.1)}",
            f"NOT NULL {quoted(self.column(table))}",
            f"{self.one(('UNIQUE', 'PRIMARY KEY'))} ({self.columns(table, 1)}) INCLUDE ({self.columns(table, 1)})",
            f"EXCLUDE USING btree ({quoted(self.column(table))} WITH =){self.maybe(f' WHERE ({self.expression(table)})')}",
            f"CHECK ({self.expression(table)}) NOT ENFORCED",
        ]
        if target is not None and target.keys:
            to = self.random.choice(target.keys).columns
            own = [self.column(table) for _ in to]
            key = f"FOREIGN KEY ({', '.join(map(quoted, own))}) REFERENCES {quoted_name(target.name)}"
            how = self.one(("", "", "", " MATCH FULL", " DEFERRABLE", " ON DELETE SET DEFAULT", " NOT ENFORCED"))
            how += "" if how else self.one(ACTIONS)
            options += [f"{key} ({', '.join(map(quoted, to))}){how}{self.maybe(' NOT VALID')}"] * 5
        return f"{words}ADD {name}{self.one(options)}"

    def on_constraint(self, catalog: Catalog) -> str | None:
        start = self.alter(catalog)
        names = list(start[0].constraint_names) if start else []
        if start is None or not names:
            return None
        name = quoted(self.one(names))
        return start[1] + self.one(
            (
                f"DROP CONSTRAINT {name}{self.maybe(' CASCADE', 0.6)}",
                f"RENAME CONSTRAINT {name} TO {self.one(('named', 'other', 'renamed'))}",
                f"VALIDATE CONSTRAINT {name}",
                f"ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED",
                f"ALTER CONSTRAINT {name} {self.one(('NOT DEFERRABLE', 'NOT ENFORCED', 'ENFORCED', 'INHERIT', 'NO INHERIT'))}",
                f"DROP CONSTRAINT IF EXISTS {name}",
            )
        )

    def create_index(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        if table is None:
            return None
        name = self.maybe(f"{self.one(('idx', 'idx2', 'idx3'))} ", 0.4)
        only, unique = self.maybe("ONLY ", 0.15), self.maybe("UNIQUE ", 0.2)
        parts = self.one(
            (
                self.columns(table),
                f"{quoted(self.column(table))} DESC NULLS LAST",
                f"({quoted(self.column(table))} IS NULL)",
                f"lower(({quoted(self.column(table))})::text), {self.columns(table, 1)}",
            )
        )
        using, include = self.maybe("USING hash ", 0.06), self.maybe(f" INCLUDE ({self.columns(table, 1)})", 0.1)
        where = self.maybe(f" WHERE {self.expression(table)}", 0.15)
        unique += "INDEX CONCURRENTLY" if not only and self.random.random() < 0.1 else "INDEX"
        return f"CREATE {unique} {name}ON {only}{quoted_name(table.name)} {using}({parts}){include}{where}"

    def on_index(self, catalog: Catalog) -> str | None:
        table = next((t for t in self.shuffled(catalog) if t.indexes), None)
        if table is None:
            return None
        index = self.random.choice(table.indexes)
        name = quoted_name(table.name.sibling(index.name))
        using = f"ALTER TABLE {quoted_name(table.name)} ADD {self.maybe('CONSTRAINT taken ')}"
        return self.one(
            (
                f"DROP INDEX {name}{self.maybe(' CASCADE')}",
                f"DROP INDEX {name}",
                f"ALTER INDEX {name} RENAME TO {self.one(('idx', 'renamed_idx'))}",
                f"{using}{self.one(('UNIQUE', 'PRIMARY KEY'))} USING INDEX {quoted(index.name)}",
            )
        )

    def attach_index(self, catalog: Catalog) -> str | None:
        """An index of a partition in the place that CREATE INDEX ON ONLY left open."""
        for table in self.shuffled(catalog):
            for index in table.indexes:
                children = [c for c in self.shuffled(catalog) if c.partition_of == table.name]
                if index.valid or not children:
                    continue
                own = [i.name for i in children[0].indexes if not i.inherited]
                if not own:
                    columns = ", ".join(quoted(p.column) if p.column else p.text for p in index.parts)
                    return f"CREATE INDEX ON {quoted_name(children[0].name)} ({columns})"
                part = quoted_name(children[0].name.sibling(self.one(own)))
                return f"ALTER INDEX {quoted_name(table.name.sibling(index.name))} ATTACH PARTITION {part}"
        return None

    def rename_owned_index(self, catalog: Catalog) -> str | None:
        table = next((t for t in self.shuffled(catalog) if t.keys), None)
        if table is None:
            return None
        key = self.random.choice(table.keys)
        return f"ALTER INDEX {quoted_name(table.name.sibling(key.name))} RENAME TO {self.one(('idx', 'key_renamed'))}"


TableRule = Callable[[TableGrammar, Catalog], "str | None"]
ACTING: tuple[TableRule, ...] = (
    TableGrammar.add_column,
    TableGrammar.on_column,
    TableGrammar.add_constraint,
    TableGrammar.on_constraint,
)

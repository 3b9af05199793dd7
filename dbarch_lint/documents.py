"""The documents other programs rely on: the catalog and the effects as plain dictionaries, ready for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from dbarch_lint import projects
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import Engine, engine, major_version
from dbarch_lint.errors import UsageError
from dbarch_lint.migrations import Migration
from dbarch_lint.objects import (
    Column,
    Domain,
    Enum,
    Index,
    IndexPart,
    Key,
    Partitioning,
    Table,
)
from dbarch_lint.objects import Sequence as SequenceObject
from dbarch_lint.replay import Replayed, replay
from dbarch_lint.source import Source

if TYPE_CHECKING:
    from dbarch_lint.config import Config

Document = dict[str, Any]
VERSION = 1


class Schema(NamedTuple):
    """A schema at some point of a history."""

    catalog: Catalog
    engine: Engine
    version: int

    @property
    def document(self) -> Document:
        """As data."""
        return catalog_document(self.catalog, self.engine.name, self.version)

    @property
    def sql(self) -> str:
        """As a script that makes it."""
        return self.engine.dump(self.catalog, self.version)


START = "start"  # what people call the point before the first migration


def catalog_of(paths: Sequence[str], config: Config, *, root: Path, at: str | None = None) -> Document:
    """The schema after the last migration, or after the migration `at`, as data. Raises DbarchLintError."""
    return schemas_of(paths, config, root=root, points=(at,))[0].document


def schemas_of(paths: Sequence[str], config: Config, *, root: Path, points: Sequence[str | None]) -> list[Schema]:
    """The schema after each of these migrations (id, path or file name), in one replay. Raises DbarchLintError.

    None: after the last one; `start`: before the first one.
    """
    work = single(paths, config, root)
    engine_ = engine(work.engine)
    version = major_version(engine_, work.version)
    catalog = engine_.initial_catalog()
    found: dict[str | None, Catalog] = {START: catalog}
    for replayed in replay(work.migrations, engine_, version):
        catalog = replayed.after
        found.update(dict.fromkeys(replayed.migration.names.intersection(filter(None, points)), catalog))
        if found.keys() >= set(points):
            break
    found[None] = catalog
    missing = next((point for point in points if point not in found), None)
    if missing is not None:
        raise UsageError(f"no migration is called {missing!r}; give its number, its file name or its path")
    return [Schema(found[point], engine_, version) for point in points]


def single(paths: Sequence[str], config: Config, root: Path) -> projects.Work:
    """The one history that the paths name. Raises UsageError when there are several."""
    found = histories(paths, config, root)
    if len(found) > 1:
        folders = ", ".join(sorted({w.migrations[0].path.rsplit("/", 1)[0] for w in found}))
        raise UsageError(f"several migration folders are here ({folders}); name one of them")
    return found[0]


def histories(paths: Sequence[str], config: Config, root: Path) -> Sequence[projects.Work]:
    """The histories that the paths name. What was released is no matter here, and git is not asked."""
    return projects.collect(paths, msgspec.structs.replace(config, released=None), root=root).projects


def effects_of(paths: Sequence[str], config: Config, *, root: Path) -> Document:
    """Locks, work, transaction and refusal of every statement in the paths. Raises DbarchLintError."""
    from dbarch_lint import effects_report

    judged: list[Replayed] = []
    name, version = "", 0
    for work in histories(paths, config, root):
        engine_ = engine(work.engine)
        name, version = engine_.name, major_version(engine_, work.version)
        judged += (r for r in replay(work.migrations, engine_, version) if r.migration.pending)
    return effects_report.document(judged, name, version)


def compare_effects(paths: Sequence[str], config: Config, other: str, *, root: Path) -> Document:
    """What another version of the server does otherwise with these statements. Raises DbarchLintError."""
    from dbarch_lint import effects_report

    newer = msgspec.structs.replace(config, engine_version=other)
    return effects_report.compared(effects_of(paths, config, root=root), effects_of(paths, newer, root=root))


def explain_statement(sql: str, engine_name: str, version: str) -> Document:
    """The effects of SQL that stands alone: its tables are taken to be there and in use. Raises DbarchLintError."""
    from dbarch_lint import effects_report

    engine_ = engine(engine_name)
    number = major_version(engine_, version)
    migration = Migration(id="statement", source=Source("statement.sql", sql), wrapper="none")
    somewhere = msgspec.structs.replace(engine_.initial_catalog(), complete=False)
    replayed = next(replay([migration], engine_, number, start=somewhere))
    broken = next((s for s in replayed.statements if s.error is not None), None)
    if broken is not None or not replayed.statements:
        raise UsageError(
            f"this is not a statement that {engine_.name} understands: {broken.error if broken else 'empty'}"
        )
    return effects_report.document([replayed], engine_.name, number)


# --- the catalog


def catalog_document(catalog: Catalog, engine_name: str, version: int) -> Document:
    """The catalog in the public shape; objects sorted by name, columns and enum values in their own order."""
    types = sorted(catalog.types.values(), key=lambda t: (t.name.schema, t.name.name))
    relations = sorted(catalog.relations.values(), key=lambda r: (r.name.schema, r.name.name))
    functions = [f for overloads in catalog.functions.values() for f in overloads]
    return {
        "version": VERSION,
        "engine": engine_name,
        "engine_version": engine(engine_name).version_text(version),
        "complete": catalog.complete,
        "tables": [table(t) for t in catalog.tables],
        "views": [
            {"schema": v.name.schema, "name": v.name.name, "materialized": v.materialized} for v in catalog.views
        ],
        "enums": [
            {"schema": t.name.schema, "name": t.name.name, "values": list(t.values)}
            for t in types
            if isinstance(t, Enum)
        ],
        "domains": [domain(t) for t in types if isinstance(t, Domain)],
        "sequences": [sequence(s) for s in relations if isinstance(s, SequenceObject)],
        "functions": [
            {"schema": f.name.schema, "name": f.name.name, "arguments": list(f.arguments), "kind": f.kind}
            for f in sorted(functions, key=lambda f: (f.name.schema, f.name.name, f.arguments))
        ],
        "extensions": sorted(catalog.extensions),
    }


def table(t: Table) -> Document:
    """A table."""
    return {
        "schema": t.name.schema,
        "name": t.name.name,
        "kind": t.kind,
        "comment": t.comment or None,
        "row_security": t.row_security,
        "unlogged": t.unlogged,
        "columns": [column(c) for c in t.columns],
        "primary_key": {"name": t.primary_key.name, "columns": list(t.primary_key.columns)} if t.primary_key else None,
        "unique": [unique(k) for k in sorted(t.uniques, key=lambda k: k.name)],
        "foreign_keys": [
            {
                "name": f.name,
                "columns": list(f.columns),
                "references": {"schema": f.target.schema, "table": f.target.name, "columns": list(f.target_columns)},
                "on_delete": f.on_delete,
                "on_update": f.on_update,
                "deferrable": f.deferrable,
                "validated": f.validated,
            }
            for f in sorted(t.foreign_keys, key=lambda f: f.name)
        ],
        "checks": [
            {"name": c.name, "expression": c.expression.text, "validated": c.validated}
            for c in sorted(t.checks, key=lambda c: c.name)
        ],
        "exclusions": [
            {"name": e.name, "columns": [p.text for p in e.parts]} for e in sorted(t.exclusions, key=lambda e: e.name)
        ],
        "indexes": [index(i) for i in sorted(t.indexes, key=lambda i: i.name)],
        "partition_of": t.partition_of.full if t.partition_of else None,
        "partition_by": partitioning(t.partition_by) if t.partition_by else None,
        "inherits": [p.full for p in t.inherits],
        "triggers": sorted(trigger.name for trigger in t.triggers),
        "policies": sorted(policy.name for policy in t.policies),
    }


def column(c: Column) -> Document:
    """A column; what a generated column computes is not its default."""
    return {
        "name": c.name,
        "type": str(c.type),
        "nullable": c.nullable,
        "default": c.default.text if c.default is not None and not c.generated else None,
        "identity": c.identity or None,
        "generated": c.generated or None,
        "collation": c.collation or None,
    }


def unique(k: Key) -> Document:
    """A UNIQUE constraint."""
    return {"name": k.name, "columns": list(k.columns), "nulls_distinct": k.nulls_distinct, "deferrable": k.deferrable}


def index(i: Index) -> Document:
    """An index that no constraint owns."""
    return {
        "name": i.name,
        "unique": i.unique,
        "method": i.method,
        "columns": [part(p) for p in i.parts],
        "include": list(i.include),
        "where": i.where.text if i.where is not None else None,
        "valid": i.valid,
    }


def part(p: IndexPart) -> str:
    """One part of an index."""
    return p.text


def partitioning(p: Partitioning) -> str:
    """PARTITION BY as one line."""
    return f"{p.strategy} ({', '.join(x.text for x in p.parts)})"


def domain(d: Domain) -> Document:
    """A domain."""
    return {
        "schema": d.name.schema,
        "name": d.name.name,
        "type": str(d.type),
        "nullable": d.nullable,
        "default": d.default.text if d.default is not None else None,
        "checks": [{"name": c.name, "expression": c.expression.text} for c in d.checks],
    }


def sequence(s: SequenceObject) -> Document:
    """A sequence."""
    owner = f"{s.owner.full}.{s.owner_column}" if s.owner else None
    return {"schema": s.name.schema, "name": s.name.name, "type": s.type, "owned_by": owner}

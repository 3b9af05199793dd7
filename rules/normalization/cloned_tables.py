from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, Table, listed, plain_words, problem_in

LEAST = 3
ALIKE = 0.9


def check(catalog: Catalog, ctx: Context) -> Problems:
    groups: dict[tuple[str, tuple[str, ...]], list[Table]] = {}
    for table in catalog.tables:
        parts = plain_words(table.name.name)
        if len(parts) > 1 and parts[-1].isdecimal() and not table.inherits and ctx.vocabulary.is_designed(table):
            stem = tuple(part for part in parts if not part.isdecimal())
            groups.setdefault((table.name.schema, stem), []).append(table)
    for tables in groups.values():
        if len(tables) < LEAST:
            continue
        first, *_ = signatures = [signature(table) for table in tables]
        same = [t for t, own in zip(tables, signatures, strict=True) if len(own & first) >= ALIKE * len(own | first)]
        if len(same) >= LEAST and len(first) > 1:
            names = listed([str(table.name) for table in same])
            message = f"{names} are one table in pieces, and a question about all names each: make it one, partitioned"
            yield problem_in(same[-1], None, message)


def signature(table: Table) -> frozenset[tuple[str, str]]:
    return frozenset((column.name, str(column.type)) for column in table.columns)

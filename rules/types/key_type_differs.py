from __future__ import annotations

from collections import Counter

from dbarch_lint.api import AUDIT_DONE, FOREIGN, Catalog, Column, Context, Problems, Table, is_audit, problem_in, words

SHARED = {"id", "uuid", "code"} | AUDIT_DONE  # what many tables have
LEAST = 4
MOST = 0.8


def check(catalog: Catalog, ctx: Context) -> Problems:
    named: dict[str, list[tuple[Table, Column]]] = {}
    for table in catalog.tables:
        linked = {name for fk in table.foreign_keys for name in fk.columns}
        for column in ctx.vocabulary.saying(table, SHARED) if ctx.vocabulary.is_designed(table) else ():
            if column.name not in linked and (is_audit(column.name) or is_key(words(column.name))):
                named.setdefault(column.name, []).append((table, column))
    for name, columns in named.items():
        if len(columns) <= LEAST:
            continue
        types = Counter(ctx.vocabulary.family(column) for _, column in columns)
        usual, count = types.most_common(1)[0]
        spelled = Counter(str(column.type) for _, column in columns if ctx.vocabulary.family(column) == usual)
        common = " or ".join(text for text, _ in spelled.most_common(2))
        for table, column in columns if count >= MOST * len(columns) else ():
            if ctx.vocabulary.family(column) not in {usual, "other"}:
                message = f"{table.name}.{name} is {column.type}, but {count} tables keep it as {common}"
                yield problem_in(table, column, f"{message}: make it the same", fold=name)


def is_key(parts: tuple[str, ...]) -> bool:
    return len(parts) > 1 and parts[-1] in {"id", "uuid", "code"} and FOREIGN.isdisjoint(parts)

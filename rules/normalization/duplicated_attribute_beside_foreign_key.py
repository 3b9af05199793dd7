from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, copied_attributes, is_optional, problem_in, words

# What was true on the day may be kept on purpose, so that a later change of the other row does not reach it.
OF_THE_DAY = set("address amount cost original price rate snapshot tax".split())
CARRIERS = set("copy denormalize fill propagate sync".split())
DRIFT = "nothing keeps the two alike: read it by a join instead"
MEANT = "if it is meant to stay as it was that day, say so in a comment; if not, nothing keeps the two alike"


def check(table: Table, ctx: Context) -> Problems:
    found, seen = ctx.vocabulary.roles(table), set[str]()
    for fk in table.foreign_keys if ctx.vocabulary.is_designed(table) else ():
        parent = ctx.after.table(fk.target)
        for column, source in copied_attributes(table, fk, parent, ctx.vocabulary) if parent is not None else ():
            if parent is None or column.name in seen:
                continue
            seen.add(column.name)
            signs = {
                "copied": True,
                "explained": column.comment,
                "carried": is_carried(column.name, table, parent),
                "outlives": fk.on_delete == "SET NULL",
                "own": not column.nullable and is_optional(table, fk),
                "passing": found & {"archive", "log", "queue"},
            }
            meant = "document" in found or bool(OF_THE_DAY.intersection(words(column.name)))
            label, via = f"{table.name}.{column.name}", ", ".join(fk.columns)
            message = f"{label} repeats {fk.target}.{source.name}, to which {via} leads: {MEANT if meant else DRIFT}"
            severity = Severity.INFO if meant else None
            yield problem_in(table, column, message, severity=severity, also=(fk, source), evidence=signs)


def is_carried(column: str, table: Table, parent: Table) -> bool:
    """Whether a trigger on either side, by its name, keeps the copy up to date."""
    called = [{*words(t.name), *words(t.function.name)} for t in (*table.triggers, *parent.triggers)]
    return any(parts & CARRIERS or parts.issuperset(words(column)) for parts in called)

from __future__ import annotations

from dbarch_lint.api import Column, Context, Problems, Severity, Table, Vocabulary, is_generated, problem_in

CAST = "each row is cast to compare them, so no index on {0} helps, and deleting a referenced row reads the whole table"
NARROW = "inserts that refer to a key above {1:,} fail"
WIDE = "the keys end at {2:,}, long before {0} does"
INEXACT = "whether two of them are equal depends on rounding, or on the time zone of the session"


def check(table: Table, ctx: Context) -> Problems:
    for fk in table.foreign_keys:
        for column, key in ctx.vocabulary.references(table, fk) if not fk.inherited else ():
            found = verdict(column, key, ctx.vocabulary)
            if found is not None:
                severity, harm = found
                pair = f"{table.name}.{column.name} is {column.type} but refers to {fk.target}.{key.name}"
                message = f"{pair}, which is {key.type}: {harm}: give both one type"
                notes = (ctx.note("the key", key),) if key.origin is not None else ()
                fold = f"{fk.target.full}.{key.name} {severity}"
                yield problem_in(table, fk, message, severity=severity, notes=notes, fold=fold, also=(column, key))


def verdict(column: Column, key: Column, known: Vocabulary) -> tuple[Severity, str] | None:
    met, fits, largest = known.comparison(column, key), known.largest(column), known.largest(key)
    verdicts = (
        (met == "cast", Severity.ERROR, CAST),
        (0 < fits < largest, Severity.ERROR, NARROW),
        (0 < largest < fits and not is_generated(key), Severity.WARNING, WIDE),  # else integer-primary-key says so
        (met == "mixed" and not fits, Severity.WARNING, INEXACT),
    )
    return next(((s, text.format(column.name, fits, largest)) for holds, s, text in verdicts if holds), None)

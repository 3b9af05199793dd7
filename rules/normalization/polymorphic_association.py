from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, typed_references

BY_DESIGN = {"archive", "child", "framework", "log", "partition", "queue", "staging", "temporary"}
# Ids that somebody else gave out, of whatever type.
FOREIGN = set("aggregate client correlation device external provider remote request session vendor".split())


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    for stem, named, type_ in typed_references(table, known) if not known.roles(table) & BY_DESIGN else ():
        values = known.listed_values(table, type_)
        proven = known.mentions(values) >= 2
        guessed = not values and not known.tables(stem)  # a table of that name: then the type is the row's own
        if (proven or guessed) and known.family(named) == known.usual_key_family and FOREIGN.isdisjoint(stem):
            yield problem_in(
                table,
                named,
                f"{table.name}.{named.name} refers to one table or another as {type_.name} says, so no foreign key can "
                f"watch it, and the row it means can vanish: use one column with a foreign key for each table",
                confidence="high" if proven else None,
                also=(type_,),
            )

from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, typed_references, words

# Ids that somebody else gave out, of whatever type.
FOREIGN = set("aggregate client correlation device external provider remote request session vendor".split())


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    for stem, named, type_ in typed_references(table, known) if known.is_designed(table) else ():
        values = known.listed_values(table, type_)
        proven, pair = known.mentions(values) > 1, {named.name, type_.name}
        signs = {
            "paired": True,
            "key-like": known.family(named) == known.usual_key_family,
            "described": not proven and sum(words(c.name)[: len(stem)] == stem for c in table.columns) > 2,
            "values-name-tables": proven,
            "searched": any(pair <= set(index.columns) for index in table.indexes),
            "own-type": not proven and known.tables(stem),
            "other-values": not proven and values,
            "elsewhere": not FOREIGN.isdisjoint(stem),
            "passing": known.roles(table) & {"archive", "log", "queue"},
        }
        message = (
            f"{table.name}.{named.name} refers to one table or another as {type_.name} says, so no foreign key can "
            f"watch it, and the row it means can vanish: use one column with a foreign key for each table"
        )
        yield problem_in(table, named, message, also=(type_,), evidence=signs, fold=" ".join(stem))

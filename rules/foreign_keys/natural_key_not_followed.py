from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words


def check(table: Table, ctx: Context) -> Problems:
    for fk in table.foreign_keys if ctx.vocabulary.usual_key_family != "text" else ():
        for column, key in ctx.vocabulary.references(table, fk):
            chosen = ctx.vocabulary.family(key) == "text" and words(key.name)[-1:] not in {("id",), ("uuid",)}
            if chosen and key.default is None and fk.on_update in {"NO ACTION", "RESTRICT"}:
                label = f"{table.name}.{column.name}"
                message = f"{label} keeps {fk.target}.{key.name} from being changed: add ON UPDATE CASCADE"
                yield problem_in(table, fk, message, fold="natural")

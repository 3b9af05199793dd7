from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, attribute_value, problem_in, words

# Names that users or machines make up: nobody could know the columns beforehand.
FREE = set(
    """cache config env environment feature flag header i18n label locale localization metric option preference secret
    setting tag text translation variable""".split()
)


def check(table: Table, ctx: Context) -> Problems:
    found = attribute_value(table, ctx.vocabulary) if ctx.vocabulary.is_designed(table) else None
    if found is None:
        return
    values = " and ".join(column.name for column in found.values)
    message = (
        f"{table.name} keeps one attribute a row ({found.name.name} says which, {values} what), so none has "
        f"a type, a CHECK or a foreign key of its own: give the known ones columns, and put the rest in a "
        f"{ctx.advised('document')}"
    )
    signs = {
        "shape": True,
        "defined": found.defined,
        "typed-values": len(found.values) > 1,
        "free": not FREE.isdisjoint(words(table.name.name)),
        "passing": ctx.vocabulary.roles(table) & {"archive", "log", "queue", "settings"},
    }
    severity = Severity.WARNING if signs["defined"] or signs["typed-values"] else None
    yield problem_in(table, found.name, message, severity=severity, also=found.values, evidence=signs)

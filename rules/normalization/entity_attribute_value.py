from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, attribute_value, problem_in, words

BY_DESIGN = {"archive", "child", "framework", "log", "partition", "queue", "settings", "staging", "temporary"}
# Names that users or machines make up: nobody could know the columns beforehand.
FREE = set(
    """cache config env environment feature flag header i18n label locale localization metric option preference secret
    setting tag text translation variable""".split()
)


def check(table: Table, ctx: Context) -> Problems:
    if ctx.vocabulary.roles(table) & BY_DESIGN or not FREE.isdisjoint(words(table.name.name)):
        return
    found = attribute_value(table, ctx.vocabulary)
    if found is not None:
        values = " and ".join(column.name for column in found.values)
        yield problem_in(
            table,
            found.name,
            f"{table.name} keeps one attribute a row ({found.name.name} says which, {values} what), so none has "
            f"a type, a CHECK or a foreign key of its own: give the known ones columns, and put the rest in a jsonb",
            severity=Severity.WARNING if found.defined or len(found.values) > 1 else None,
            also=found.values,
        )

from __future__ import annotations

from dbarch_lint.api import AddCheck, AddUnique, Context, CreateIndex, Problem, Problems, listed, refuses

ONE = "a row", "write values that pass into it first"
TWO = "two rows", "give each row a value of its own first"


def check(op: CreateIndex | AddUnique | AddCheck, ctx: Context) -> Problems:
    if not ctx.in_use(op.table):
        return
    columns, (few, way_out) = (refusing(op, ctx), ONE) if isinstance(op, AddCheck) else (repeating(op, ctx), TWO)
    table = ctx.result.table(op.table) if columns else None
    if columns and (table is None or "settings" not in ctx.vocabulary.roles(table)):  # some of those are made so
        made = op.index if isinstance(op, CreateIndex) else op.constraint
        left = ", and leaves an invalid index behind" if isinstance(op, CreateIndex) and op.concurrent else ""
        notes = tuple(ctx.note("gives all rows one value", ctx.repeating(op.table, column)) for column in columns)
        message = f"{made.name} fails as soon as {op.table} has {few}{left}"
        yield Problem(op, f"{message}: all of them have the default of {listed(columns)}; {way_out}", notes=notes)


def repeating(op: CreateIndex | AddUnique, ctx: Context) -> list[str]:
    """The columns that must differ together, if none of them does."""
    made = op.index if isinstance(op, CreateIndex) else op.constraint
    done = op.exists or not op.index.unique if isinstance(op, CreateIndex) else op.using_index
    some = isinstance(op, CreateIndex) and (op.index.where is not None or len(op.index.parts) > len(made.columns))
    added = [] if done or some else [ctx.repeating(op.table, column) for column in made.columns]
    return [*made.columns] if added and all(o and ctx.vocabulary.family(o.column) != "boolean" for o in added) else []


def refusing(op: AddCheck, ctx: Context) -> list[str]:
    """The columns whose only value does not pass, whatever else the condition asks for."""
    found = []
    for term in op.constraint.expression.terms if op.validated and op.enforced and not op.forgotten else ():
        added = ctx.repeating(op.table, term.column)
        default = added.column.default.literal if added and added.column.default is not None else None
        if added and default is not None and refuses(term, default, ctx.vocabulary.family(added.column)):
            same = default.lower() in map(str.lower, term.values)  # as a collation may see it
            found += [] if same and term.operator in {"=", "in"} else [term.column]
    return list(dict.fromkeys(found))

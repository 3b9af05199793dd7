from __future__ import annotations

from dbarch_lint.api import Context, Index, Key, Problems, Severity, Shape, Table, problem_in, roles, shapes


def check(table: Table, ctx: Context) -> Problems:
    if roles(table, ctx.after) & {"framework", "partition"} or table.temporary:
        return
    kept = shapes(table)
    for index, shape in sorted(kept, key=lambda pair: rank(*pair, table), reverse=True):
        others = [(o, s) for o, s in kept if o is not index and s.serves(shape)]
        if not others or is_referenced(index, table, ctx):
            continue
        other, wider = min(others, key=lambda pair: (pair[1].parts != shape.parts, len(pair[1].parts)))
        kept = [pair for pair in kept if pair[0] is not index]
        same = wider.parts == shape.parts
        does = "already does the same" if same else "begins with the same columns and serves the same queries"
        yield problem_in(
            table,
            index,
            f"index {index.name} on {table.name} is redundant: {other.name} ({columns(wider)}) {does}, and every write "
            f"keeps both up to date; drop {index.name}",
            notes=(ctx.note("this one stays", other),) if other.origin is not None else (),
            severity=Severity.WARNING if same or other is table.primary_key else Severity.INFO,
        )


def columns(shape: Shape) -> str:
    return ", ".join(part.text for part in shape.parts)


def rank(index: Index | Key, shape: Shape, table: Table) -> tuple[bool, bool, int, int]:
    """What is kept rather than another: constraints, unique ones, those with more columns, older ones."""
    age = table.indexes.index(index) if isinstance(index, Index) else table.keys.index(index)
    return isinstance(index, Index), not shape.unique, -len(shape.parts), age


def is_referenced(index: Index | Key, table: Table, ctx: Context) -> bool:
    """Whether a foreign key may hang on this very key: the server lets nobody drop it then."""
    names = ctx.after.referencing.get(table.name, ()) if isinstance(index, Key) else ()
    children = [t for name in names if (t := ctx.after.table(name)) is not None]
    return any(fk.target == table.name and fk.target_columns == index.columns for t in children for fk in t.foreign_keys)

from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, key_column, problem_in

MOST_COLUMNS = 5
LIMITED = frozenset({"varchar", "bpchar"})


def check(table: Table, ctx: Context) -> Problems:
    key = key_column(table)  # as the last part it puts rows of one value in order
    limited = ctx.vocabulary.of_type(table, LIMITED) if table.indexes else ()
    for index in table.indexes if ctx.vocabulary.is_designed(table) else ():
        if index.method != "btree" or index.inherited:
            continue
        types = [c.type for c in limited if c.name in index.columns] if limited else []
        sizes = [t.modifiers[0] for t in types if t.modifiers and not t.array]
        length = sum(size for size in sizes if isinstance(size, int))
        searched = index.columns[:-1] if key is not None and index.columns[-1:] == (key.name,) else index.parts
        if len(searched) > MOST_COLUMNS and not index.unique:
            problem = f"has {len(index.parts)} columns, and searches that leave out the first cannot use the others"
        elif 0 < ctx.longest_entry < length:
            problem = f"may need {length:,} bytes for an entry, and an INSERT of more than {ctx.longest_entry:,} fails"
        else:
            continue
        yield problem_in(table, index, f"{index.name} of {table.name} {problem}: keep what queries search by")

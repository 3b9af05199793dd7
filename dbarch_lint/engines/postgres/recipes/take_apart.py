"""A table taken apart in migrations that old and new code survive: expand, fill, validate, relax, contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres.deparse import string
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import Column, Table, replace
from dbarch_lint.splits import NewTable, Phase, Reference, Split

WITHOUT_EQUALITY = frozenset("json xml point polygon path".split())  # types that cannot be compared
LONGEST = 63  # bytes
EXPAND = "a place for the columns (grant there what is granted on {}), and a trigger that keeps it in step"


def take_apart(split: Split, catalog: Catalog) -> list[Phase]:
    """The migrations, in their order; none where the server could not be led there in steps that wait for nobody."""
    if split.table.partition_by is not None or not _has_rows_apart(split):
        return []
    return list(_shrinking(split, catalog) if split.kept else _replacing(split, catalog))


def _has_rows_apart(split: Split) -> bool:
    """Whether the first key of each new table can be a primary key."""
    compared = {c.name for c in split.table.columns if c.type.name not in WITHOUT_EQUALITY or c.type.array}
    required = {c.name for c in split.table.columns if not c.nullable}
    for table in (new for new in split.new if not new.existing):
        if not compared.issuperset(table.keys[0]) or not (split.kept or required.issuperset(table.keys[0])):
            return False
    return True


# --- the table stays, and loses columns


def _shrinking(split: Split, catalog: Catalog) -> Iterator[Phase]:
    table, name = split.table, quoted_name(split.table.name)
    refer = [_foreign_key(split.table.name, r, catalog) for r in split.references]
    making = [statement for new in split.new for statement in made(new, split)]
    keeping = [_function(split, _copies(split)), _trigger(split, _read(split))]
    adding = [f"ALTER TABLE {name} ADD {text} NOT VALID" for _, text in refer]
    yield Phase("expand", EXPAND.format(name), (*making, *keeping, *adding))
    for reference in split.references:
        if table.covering_index(reference.columns) is None:
            index = quoted(_shortened(f"{table.name.name}_{'_'.join(reference.columns)}", "_idx"))
            build = f"CREATE INDEX CONCURRENTLY {index} ON {name} ({_list(reference.columns)})"
            yield Phase("index", "the index that the foreign key needs", (build,), transaction=False)
    guards = [g for new in split.new if _stored(table, new.told) for g in (_guard(new, table), *_homeless(new, table))]
    yield Phase("fill", "the rows that are there", (*guards, *(_fill(new, table) for new in split.new)))
    checked = tuple(f"ALTER TABLE {name} VALIDATE CONSTRAINT {quoted(key)}" for key, _ in refer)
    if checked:
        yield Phase("validate", "the foreign keys hold for old rows too", checked)
    moved = _list(split.moved)
    new_names = ", ".join(quoted_name(n.name) for n in split.new)
    relaxed = tuple(_relaxed(split))
    read = f"all running code reads {moved} from {new_names}, and still writes them to {name}"
    if relaxed:
        yield Phase(
            "relax", "rows may come without the old columns", (f"ALTER TABLE {name} {', '.join(relaxed)}",), before=read
        )
    gone = [i.name for i in table.indexes if any(i.uses(column) for column in split.moved)]
    lost = f"; with them go the indexes {', '.join(map(quoted, gone))}" if gone else ""
    written = f"all running code reads and writes {moved} in {new_names} only{_readers(split, catalog)}{lost}"
    yield Phase("contract", "the old columns go", tuple(_contracted(split)), before=written)


def _relaxed(split: Split) -> Iterator[str]:
    """What lets rows come without the columns; a default would be copied over what new code has written."""
    for column in _columns(split.table, split.moved):
        if not column.nullable:
            yield f"ALTER COLUMN {quoted(column.name)} DROP NOT NULL"
        if column.default is not None and not column.generated:
            yield f"ALTER COLUMN {quoted(column.name)} DROP DEFAULT"


def _contracted(split: Split) -> Iterator[str]:
    name, trigger = quoted_name(split.table.name), _trigger_name(split.table)
    yield f"DROP TRIGGER {trigger} ON {name}"
    yield f"DROP FUNCTION {quoted_name(_function_name(split.table))}()"
    drops = ", ".join(f"DROP COLUMN {quoted(c)}" for c in split.moved)
    new_names = _spoken(", ".join(str(n.name) for n in split.new))
    columns = _columns(split.table, split.moved)
    unstaged = any(c.nullable and (c.default is None or c.generated) for c in columns)  # no earlier phase touches them
    ignored = "dbarch-lint: ignore[column-dropped] " if unstaged else ""
    yield f"-- {ignored}the values are in {new_names} by now\nALTER TABLE {name} {drops}"


def _readers(split: Split, catalog: Catalog) -> str:
    """The views that read what goes, for the reader."""
    name = split.table.name
    gone = split.moved or tuple(c.name for c in split.table.columns)
    views = [v.name for v in catalog.views if any(v.uses_column(name, c) for c in gone)]
    return f"; the views {', '.join(map(quoted_name, views))} are made again without them" if views else ""


# --- new tables take the place of the table


def _replacing(split: Split, catalog: Catalog) -> Iterator[Phase]:
    table, name = split.table, quoted_name(split.table.name)
    making = [statement for new in split.new for statement in made(new, split)]
    trigger = (
        f"CREATE TRIGGER {_trigger_name(table)} AFTER INSERT OR UPDATE OR DELETE ON {name}\n"
        f"  FOR EACH ROW EXECUTE FUNCTION {quoted_name(_function_name(table))}()"
    )
    keeping = (_function(split, _projections(split)), trigger)
    yield Phase("expand", EXPAND.format(name), (*making, *keeping))
    yield Phase("fill", "the rows that are there", tuple(_fill(new, table) for new in split.new))
    new_names = ", ".join(quoted_name(n.name) for n in split.new)
    incoming = sorted(catalog.referencing.get(table.name, frozenset()))
    more = f"; the foreign keys of {', '.join(map(quoted_name, incoming))} lead elsewhere" if incoming else ""
    before = f"all running code reads and writes {new_names} instead of {name}{_readers(split, catalog)}{more}"
    yield Phase(
        "contract",
        "the old table goes",
        (
            f"-- dbarch-lint: ignore[table-dropped] its rows are in {_spoken(new_names)}\nDROP TABLE {name}",
            f"DROP FUNCTION {quoted_name(_function_name(table))}()",
        ),
        before=before,
    )


def _projections(split: Split) -> Iterator[str]:
    """What keeps each new table equal to the columns of the old one."""
    name = quoted_name(split.table.name)
    yield "IF TG_OP <> 'DELETE' THEN"
    for new in split.new:
        yield f"  {_insert(new, split.table)}\n  {_on_conflict(new, split.table)};"
    yield "END IF;"
    yield "IF TG_OP <> 'INSERT' THEN"
    for new in split.new:
        same = " AND ".join(f"n.{quoted(c)} = OLD.{quoted(c)}" for c in new.keys[0])
        left = " AND ".join(f"o.{quoted(c)} = OLD.{quoted(c)}" for c in new.keys[0])
        others = f"SELECT FROM {name} AS o WHERE {left}"
        yield f"  DELETE FROM {quoted_name(new.name)} AS n WHERE {same}\n    AND NOT EXISTS ({others});"
    yield "END IF;"
    yield "RETURN NULL;"


# --- new tables


def made(new: NewTable, split: Split) -> Iterator[str]:
    """CREATE TABLE, with the checks and foreign keys that move along, and the indexes; or columns for a table."""
    old = split.table
    if new.existing:
        added = ", ".join(f"ADD COLUMN {_column(replace(c, nullable=True))}" for c in _columns(old, new.told))
        yield f"ALTER TABLE {quoted_name(new.name)} {added}"
        return
    linked = {c for r in new.references for c in r.columns}
    elements = [_column(c, key=c.name in new.keys[0], linked=c.name in linked) for c in _columns(old, new.columns)]
    elements += [f"{'UNIQUE' if number else 'PRIMARY KEY'} ({_list(key)})" for number, key in enumerate(new.keys)]
    gone = set(split.moved or new.columns) & set(new.columns)
    own = set(new.columns)
    elements += [
        f"CHECK ({c.expression.text})"
        for c in old.checks
        if c.expression.columns & gone and c.expression.columns <= own
    ]
    elements += [
        f"FOREIGN KEY ({_list(r.columns)}) REFERENCES {quoted_name(r.target)} ({_list(r.columns)})"
        for r in new.references
    ]
    keys = [fk for fk in old.foreign_keys if own.issuperset(fk.columns) and fk.validated]
    for fk in keys:
        target = f" ({_list(fk.target_columns)})" if fk.target_columns else ""
        elements.append(f"FOREIGN KEY ({_list(fk.columns)}) REFERENCES {quoted_name(fk.target)}{target}")
    body = ",\n".join(f"    {element}" for element in elements)
    yield f"CREATE TABLE {quoted_name(new.name)} (\n{body}\n)"
    leading = {key[: len(cols)] for key in new.keys for cols in (key,)}
    for columns in dict.fromkeys([*(fk.columns for fk in keys), *(r.columns for r in new.references)]):
        if not any(key[: len(columns)] == columns for key in leading):
            yield f"CREATE INDEX ON {quoted_name(new.name)} ({_list(columns)})"


def _column(column: Column, *, key: bool = False, linked: bool = False) -> str:
    """A column as the new table has it: without a default where a value that nobody wrote would be wrong."""
    words = [quoted(column.name), str(column.type)]
    if column.collation:
        words.append(f"COLLATE {quoted(column.collation)}")
    if column.generated and column.default is not None:
        words.append(f"GENERATED ALWAYS AS ({column.default.text}) {column.generated.upper()}")
    elif column.default is not None and column.draws_from is None and not (key or linked):
        words.append(f"DEFAULT {column.default.text}")
    if key or not column.nullable:
        words.append("NOT NULL")
    return " ".join(words)


def _foreign_key(table: Name, reference: Reference, catalog: Catalog) -> tuple[str, str]:
    """The name and the text of a foreign key to a new table."""
    found = catalog.table(table)
    taken = set(found.constraint_names) if found is not None else set()
    name, number = _shortened(f"{table.name}_{'_'.join(reference.columns)}", "_fkey"), 1
    while name in taken:
        number += 1
        name = _shortened(f"{table.name}_{'_'.join(reference.columns)}", f"_fkey{number}")
    columns = _list(reference.columns)
    return (
        name,
        f"CONSTRAINT {quoted(name)} FOREIGN KEY ({columns}) REFERENCES {quoted_name(reference.target)} ({columns})",
    )


# --- keeping in step


def _read(split: Split) -> tuple[str, ...]:
    """The columns whose change concerns a new table, without computed ones."""
    wanted = {c for new in split.new for c in new.columns}
    return tuple(c.name for c in split.table.columns if c.name in wanted and not c.generated)


def _trigger(split: Split, columns: Sequence[str]) -> str:
    table, event = split.table, f"BEFORE INSERT OR UPDATE OF {_list(columns)}"
    return (
        f"CREATE TRIGGER {_trigger_name(table)} {event} ON {quoted_name(table.name)}\n"
        f"  FOR EACH ROW EXECUTE FUNCTION {quoted_name(_function_name(table))}()"
    )


def _function(split: Split, lines: Iterable[str]) -> str:
    body = "\n".join("  " + line.replace("\n", "\n  ") for line in lines)
    tag = _tag(body)
    head = f"CREATE FUNCTION {quoted_name(_function_name(split.table))}() RETURNS trigger LANGUAGE plpgsql AS {tag}"
    return f"{head}\nBEGIN\n{body}\nEND\n{tag}"


def _copies(split: Split) -> Iterator[str]:
    """What copies a written row to the new tables, those that others refer to first.

    Only what was written is copied: values that an UPDATE leaves as they are, and an INSERT without any, are of code
    that writes the new tables itself, and must not undo what it has written.
    """
    for new in split.new:
        told = _stored(split.table, new.told)
        before, after = (", ".join(_compared(c, which) for c in told) for which in ("OLD", "NEW"))
        written = [
            f"TG_OP = 'INSERT' AND num_nonnulls({', '.join(f'NEW.{quoted(c.name)}' for c in told)}) > 0",
            f"TG_OP = 'UPDATE' AND ROW({after}) IS DISTINCT FROM ROW({before})",
        ]
        conditions = written if told else []
        if not new.existing:
            key = " AND ".join(f"n.{quoted(c)} = NEW.{quoted(c)}" for c in new.keys[0])
            conditions = [f"NOT EXISTS (SELECT FROM {quoted_name(new.name)} AS n WHERE {key})", *conditions]
        here = " AND ".join(f"NEW.{quoted(c)} IS NOT NULL" for c in new.keys[0])
        yield f"IF {here} AND (\n    {f'{chr(10)}    OR '.join(conditions)}\n) THEN"
        if new.existing:
            yield f"  {_update(new, told)};"
        else:
            yield f"  {_insert(new, split.table)}\n  {_on_conflict(new, split.table)};"
        yield "END IF;"
    yield "RETURN NEW;"


def _update(new: NewTable, told: Sequence[Column]) -> str:
    """What is told goes to the row that is there; one that says so already is not written."""
    changes = ", ".join(f"{quoted(c.name)} = NEW.{quoted(c.name)}" for c in told)
    there, now = (", ".join(_compared(c, which) for c in told) for which in ("n", "NEW"))
    return (
        f"UPDATE {quoted_name(new.name)} AS n SET {changes}\n"
        f"  WHERE {_joined(new, 'NEW')} AND ROW({there}) IS DISTINCT FROM ROW({now})"
    )


def _joined(new: NewTable, row: str) -> str:
    """The row of a table that is there, by the key of another row."""
    pairs = zip(new.existing, new.keys[0], strict=True)
    return " AND ".join(f"n.{quoted(there)} = {row}.{quoted(here)}" for there, here in pairs)


def _insert(new: NewTable, old: Table) -> str:
    names = [c.name for c in _stored(old, new.columns)]
    values = ", ".join(f"NEW.{quoted(c)}" for c in names)
    return f"INSERT INTO {quoted_name(new.name)} ({_list(names)})\n  VALUES ({values})"


def _on_conflict(new: NewTable, old: Table) -> str:
    told = [c.name for c in _stored(old, new.told)]
    if not told:
        return "ON CONFLICT DO NOTHING"
    changes = ", ".join(f"{quoted(c)} = EXCLUDED.{quoted(c)}" for c in told)
    return f"ON CONFLICT ({_list(new.keys[0])}) DO UPDATE SET {changes}"


def _homeless(new: NewTable, old: Table) -> Iterator[str]:
    """A check that no row tells something without saying of what: there would be no place for it."""
    unknown = [c for c in _columns(old, new.keys[0]) if c.nullable]
    if unknown:
        told = _stored(old, new.told)
        missing = " OR ".join(f"{quoted(c.name)} IS NULL" for c in unknown)
        some = f"num_nonnulls({_list(c.name for c in told)}) > 0"
        query = f"SELECT FROM {quoted_name(old.name)} WHERE ({missing}) AND {some}"
        names = ", ".join(c.name for c in told)
        yield _refusal(query, f"{old.name}: rows without {', '.join(new.keys[0])} hold {names}")


def _refusal(query: str, message: str) -> str:
    """A block that fails when the query finds a row."""
    said = string(message)
    body = f"BEGIN\n  IF EXISTS (\n    {query}\n  ) THEN\n    RAISE EXCEPTION USING MESSAGE = {said};\n  END IF;\nEND"
    tag = _tag(body)
    return f"DO {tag}\n{body}\n{tag}"


def _guard(new: NewTable, old: Table) -> str:
    """A check that the dependency holds, before its rows are copied: it fails where two rows disagree."""
    told = _stored(old, new.told)
    name, keys = quoted_name(old.name), _list(new.keys[0])
    values = ", ".join(_compared(c, "") for c in told)
    message = f"{old.name}: rows with the same {', '.join(new.keys[0])} disagree on {', '.join(c.name for c in told)}"
    here = " AND ".join(f"{quoted(c)} IS NOT NULL" for c in new.keys[0])
    query = f"SELECT FROM {name} WHERE {here}\n    GROUP BY {keys} HAVING count(DISTINCT ROW({values})) > 1"
    return _refusal(query, message)


def _fill(new: NewTable, old: Table) -> str:
    names, keys = _list(c.name for c in _stored(old, new.columns)), _list(new.keys[0])
    here = " AND ".join(f"{quoted(c)} IS NOT NULL" for c in new.keys[0])
    rows = f"SELECT DISTINCT ON ({keys}) {names} FROM {quoted_name(old.name)}\nWHERE {here} ORDER BY {keys}"
    if not new.existing:
        return f"INSERT INTO {quoted_name(new.name)} ({names})\n{rows}\nON CONFLICT DO NOTHING"
    told = _stored(old, new.told)
    changes = ", ".join(f"{quoted(c.name)} = o.{quoted(c.name)}" for c in told)
    empty = f"num_nonnulls({', '.join(f'n.{quoted(c.name)}' for c in told)}) = 0"
    return (
        f"UPDATE {quoted_name(new.name)} AS n SET {changes}\nFROM ({rows}) AS o\nWHERE {_joined(new, 'o')} AND {empty}"
    )


# --- words


def _columns(table: Table, names: Iterable[str]) -> list[Column]:
    wanted = set(names)
    return [c for c in table.columns if c.name in wanted]


def _stored(table: Table, names: Iterable[str]) -> list[Column]:
    """The columns that are written, and not computed."""
    return [c for c in _columns(table, names) if not c.generated]


def _compared(column: Column, row: str) -> str:
    """A column as something that can be compared."""
    text = f"{row}.{quoted(column.name)}" if row else quoted(column.name)
    return f"{text}::text" if column.type.name in WITHOUT_EQUALITY and not column.type.array else text


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def _trigger_name(table: Table) -> str:
    return quoted(_function_name(table).name)


def _function_name(table: Table) -> Name:
    """One name for the trigger and its function, beside the table."""
    return table.name.sibling(_shortened(table.name.name, "_split"))


def _shortened(name: str, suffix: str) -> str:
    """A name of at most 63 bytes with the suffix whole."""
    return name.encode()[: LONGEST - len(suffix)].decode("utf-8", "ignore") + suffix


def _tag(body: str) -> str:
    """A dollar quote that the body does not hold."""
    number, tag = 0, "$$"
    while tag in body:
        number += 1
        tag = f"$q{number}$"
    return tag


def _spoken(text: str) -> str:
    """Names within a line of comment."""
    return " ".join(text.split())

"""Views, routines, triggers and events as SQL: as they were written, which is how the server keeps them.

Unlike tables, they do not follow what they read: a view of a table that has another name now is broken until the table
has its name back. Such a view is left out, and the script says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.mysql.lower.queries import relations_read
from dbarch_lint.engines.mysql.reader import NotUnderstoodError, Reader
from dbarch_lint.engines.mysql.spelling import quoted
from dbarch_lint.names import Name
from dbarch_lint.objects import Table
from dbarch_lint.source import Origin

DELIMITERS = ("$$", "//", "|||")
EVENT = "event"
SYSTEM = frozenset({"information_schema", "performance_schema", "mysql", "sys"})


def programs(catalog: Catalog) -> Iterator[str]:
    """CREATE statements of routines, views, triggers and events, each behind what it needs."""
    for functions in sorted(catalog.functions.values(), key=lambda found: found[0].name):
        yield from (script(f.origin, f.name.schema) for f in functions if f.origin is not None)
    yield from views(catalog)
    for table in catalog.tables:
        for trigger in table.triggers:
            if trigger.origin is not None and not table.temporary:
                yield script(trigger.origin, table.name.schema, renamed(trigger.origin, "ON", table.name))
    events = (o for (kind, _), o in sorted(catalog.others.items()) if kind == EVENT and o.origin is not None)
    yield from (script(event.origin, event.name.rpartition(".")[0]) for event in events if event.origin is not None)


def views(catalog: Catalog) -> Iterator[str]:
    """CREATE VIEW, those that others read first; a remark in place of one whose tables are not there."""
    made = {name for name, found in catalog.relations.items() if isinstance(found, Table)}
    waiting = [(view.name, view.origin) for view in catalog.views if view.origin is not None]
    while waiting:
        ready = [(name, origin) for name, origin in waiting if reads(origin, name.schema) <= made]
        if not ready:
            yield from (f"-- left out: the view {name}, which reads what is not there" for name, _ in waiting)
            return
        for name, origin in ready:
            made.add(name)
            yield script(origin, name.schema, renamed(origin, "VIEW", name))
        waiting = [each for each in waiting if each not in ready]


def reads(origin: Origin, database: str) -> set[Name]:
    """The relations that a view of a database names, by their names when it was made."""
    read = Reader(origin.statement)
    read.skip_to("AS")
    found = (n if n.schema else Name(database, n.name) for n in relations_read(read))
    return {n for n in found if n.schema.lower() not in SYSTEM}


def renamed(origin: Origin, word: str, name: Name) -> str:
    """The text of a statement, with the name behind a word changed to today's one."""
    read = Reader(origin.statement)
    before = 0 if read.data is not origin.statement.source.data else origin.statement.start
    text = read.between(before, before + len(origin.statement.text.encode()))
    try:
        read.skip_to(word)
        read.expect(word)
        read.accept("IF", "NOT", "EXISTS")
        start, written = read.offset, read.name()
    except NotUnderstoodError:
        return text
    if written.name == name.name:
        return text
    data = text.encode()
    return (data[: start - before] + quoted(name.name).encode() + data[read.last_end - before :]).decode()


def script(origin: Origin, database: str, text: str = "") -> str:
    """A statement as the mysql client takes it: in its database, and with a delimiter that does not stand in it."""
    text = text or origin.statement.text
    if text[:5].upper() == "ALTER":
        text = "CREATE OR REPLACE" + text[5:]
    use = f"USE {quoted(database)};\n" if database else ""
    if ";" not in text:
        return f"{use}{text};"
    delimiter = next((d for d in DELIMITERS if d not in text), DELIMITERS[0])
    return f"{use}DELIMITER {delimiter}\n{text}{delimiter}\nDELIMITER ;"

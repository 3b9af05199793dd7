"""`effects` for people: a table a migration, how long each transaction holds its locks, what an upgrade changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dbarch_lint.cli.table import table
from dbarch_lint.reporters.display import Painter, shown_path, visible
from dbarch_lint.reporters.locks import Json, first_locks, short, waiting, worked

MOST = 8  # of the relations in one transaction's locks


def effects_text(document: Json, *, color: bool = False) -> str:
    """One block a migration: statement, lock, relation, who waits, work; then the locks of each transaction."""
    paint = Painter(color)
    blocks = []
    for path, statements in groupby(document["statements"], key=lambda statement: statement["path"]):
        own = list(statements)
        rows = [row for statement in own for row in _rows(statement)]
        head = ("line", "statement", "lock", "relation", "who waits", "work")
        remarks = "".join(f"  line {line}: {visible(text)}\n" for line, text in _remarks(own))
        windows = "".join(f"  {visible(line)}\n" for line in lock_windows(own))
        title = paint("bold", shown_path(path, ""))
        blocks.append(f"{title}\n{table(head, rows, color=color, indent=2)}{remarks}{windows}")
    return "\n".join(blocks) or "There are no statements.\n"


def _rows(statement: Json) -> Iterator[tuple[str, ...]]:
    """A row for each relation that a statement locks; the statement stands in the first."""
    line = str(statement["start"]["line"])
    for number, effect in enumerate(statement["effects"]):
        first = (line, short(statement["sql"])) if number == 0 else ("", "")
        work = "" if effect["work"] == "none" or effect["new"] else effect["work"]
        yield (*first, effect["lock"], effect["relation"], waiting(effect), work)
    if not statement["effects"]:
        yield line, short(statement["sql"]), "none", "", "nobody", ""


def statement_text(document: Json, *, color: bool = False) -> str:
    """The effects of statements that stand alone, and where the facts come from."""
    apart = [short(s["sql"]) for s in document["statements"] if not s["allowed_in_transaction"]]
    rows = dict.fromkeys(effect["row"] for s in document["statements"] for effect in s["effects"])
    lines = [f"  {visible(sql)}: must run outside of a transaction block" for sql in apart]
    ways = dict.fromkeys(s["algorithm"].upper() for s in document["statements"] if s.get("algorithm"))
    lines += [f"  the cheapest way that the server takes: ALGORITHM={way}" for way in ways]
    lines.append(f"On {document['engine']} {document['engine_version']}" + "".join(f", {row}" for row in rows) + ".")
    return effects_text(document, color=color).partition("\n")[2] + "\n".join(lines) + "\n"


def _remarks(statements: Sequence[Json]) -> Iterator[tuple[int, str]]:
    for statement in statements:
        line, versions = statement["start"]["line"], statement.get("row_versions")
        if statement["refused"]:
            yield line, f"the server refuses this: {statement['refused']}"
            continue
        if statement.get("stops_replicas"):
            yield line, "replicas begin with it when it has ended, and lag for as long as it took"
        if versions:
            yield (
                line,
                f"of {versions['limit']} versions of its rows that a table may have, {versions['used']} are used",
            )


# --- lock windows


def lock_windows(statements: Sequence[Json]) -> Iterator[str]:
    """For each transaction of two or more statements: what it locks from which line on, and what makes that long."""
    for number, group in groupby(statements, key=lambda s: s.get("transaction")):
        own = list(group)
        held = first_locks(own) if number is not None and len(own) > 1 else {}
        if not held:
            continue
        yield f"until COMMIT (transaction of line {own[0]['start']['line']} to {own[-1]['start']['line']}):"
        for relation, (line, effect) in list(held.items())[:MOST]:
            slow = [s for s in own if s["start"]["line"] >= line and worked(s)]
            longer = ", ".join(f"line {s['start']['line']} ({worked(s)})" for s in slow[:3])
            said = f"  {relation}: {waiting(effect)} wait from line {line} on ({effect['lock']})"
            yield f"{said}; longer for {longer}" if longer else said
        if len(held) > MOST:
            yield f"  and {len(held) - MOST} more relations"


# --- two versions


def compared_text(document: Json, *, color: bool = False) -> str:
    """What changes with the version of the server, statement by statement."""
    paint = Painter(color)
    engine, old, new = document["engine"], document["engine_version"], document["compared_with"]
    lines = []
    for statement in document["statements"]:
        place = shown_path(statement["path"], "")
        lines.append(paint("bold", f"{place}:{statement['start']['line']}: {visible(short(statement['sql']))}"))
        for version, mine, other in ((old, "before", "after"), (new, "after", "before")):
            said, elsewhere = _sentences(statement[mine]), set(_sentences(statement[other]))
            lines += [visible(f"  {engine} {version}: {sentence}") for sentence in said if sentence not in elsewhere]
    if not lines:
        return f"Every statement does the same on {engine} {old} and {new}.\n"
    return "\n".join(lines) + "\n"


def _sentences(answer: Json) -> list[str]:
    found = [f"refused: {answer['refused']}"] if answer["refused"] else []
    if not answer["allowed_in_transaction"]:
        found.append("must run outside of a transaction block")
    for effect in answer["effects"]:
        work = "" if effect["work"] == "none" else f", {effect['work']}"
        found.append(f"{effect['lock']} on {effect['relation']}{work}")
    return found or ["no lock that anybody waits for"]

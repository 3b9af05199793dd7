"""The locks of a transaction over its statements, drawn: who waits from which statement on. Not to scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dbarch_lint.reporters.display import visible, width
from dbarch_lint.reporters.locks import Json, locks, short, waiting, worked
from dbarch_lint.reporters.markup import element, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

CELL, ROW, TOP, CHAR = 110, 30, 26, 7.3  # pixels: a statement, a relation, the line numbers, a letter
MOST = 12  # relations; statements


class Stage(NamedTuple):
    """From one statement on: the lock that a relation is held with, until a stronger one follows or the end."""

    line: int
    effect: Json

    @property
    def kind(self) -> str:
        """Who waits, as the style sheet calls it."""
        return "reads" if "read" in self.effect["blocks"] else "writes"


Held = list[tuple[str, list[Stage]]]


def timeline(statements: Sequence[Json], name: str) -> str:
    """A drawing and a table that says the same; empty where nobody waits. `name` is unique on the page."""
    held = list(stages(statements).items())[:MOST]
    if not held:
        return ""
    lines = {stage.line for _, own in held for stage in own}
    return _drawing(held, _chosen(statements, lines), name) + _table(held, statements)


def stages(statements: Sequence[Json]) -> dict[str, list[Stage]]:
    """For each relation that others wait for: where it is locked, and where more strongly."""
    held: dict[str, list[Stage]] = {}
    for lock in locks(statements):
        own = held.setdefault(lock.effect["relation"], [])
        if not own or len(lock.effect["blocks"]) > len(own[-1].effect["blocks"]):
            own.append(Stage(lock.statement["start"]["line"], lock.effect))
    return held


def _chosen(statements: Sequence[Json], lines: set[int]) -> Sequence[Json]:
    """All statements, or of very many those that lock something or take long."""
    if len(statements) <= MOST:
        return statements
    return [s for s in statements if s["start"]["line"] in lines or worked(s)][:MOST]


def _drawing(held: Held, statements: Sequence[Json], name: str) -> str:
    left = int(max(width(visible(relation)) for relation, _ in held) * CHAR) + 16
    wide, high = left + CELL * len(statements) + 10, TOP + ROW * len(held) + 6
    parts = [element("title", "Locks of this transaction, statement by statement", id=f"{name}-title")]
    for n, statement in enumerate(statements):
        x = left + CELL * n
        parts.append(_word(f"line {statement['start']['line']}", x + 4, 16, "dim"))
        parts.append(element("line", x1=x, x2=x, y1=4, y2=high, class_="grid"))
    for n, (relation, own) in enumerate(held):
        parts += _row(relation, own, statements, TOP + ROW * n, left)
    drawn = element(
        "svg", "".join(parts), viewBox=f"0 0 {wide} {high}", width=wide, height=high, role="img",
        aria_labelledby=f"{name}-title",
    )  # fmt: skip
    return element("div", drawn, class_="drawing", tabindex="0", role="group", aria_label="Lock timeline")


def _row(relation: str, own: Sequence[Stage], statements: Sequence[Json], top: int, left: int) -> list[str]:
    """One relation: its name, a bar a stage up to the end of the transaction, and what takes long meanwhile."""
    places = [_column(statements, stage.line) for stage in own]
    ends = [*places[1:], len(statements) if statements[places[0]]["in_transaction"] else places[-1] + 1]
    parts = [_word(relation, 4, top + 18, "name")]
    for stage, first, last in zip(own, places, ends, strict=True):
        x, wide = left + CELL * first, CELL * (last - first)
        bar = {"x": x + 2, "y": top + 3, "width": max(wide - 4, 0), "height": ROW - 8, "rx": 4}
        parts.append(element("rect", class_=f"bar {stage.kind}", **bar))
        parts.append(_word(_fitting(stage.effect["lock"], wide), x + 8, top + 17, "on"))
    for n in range(places[0], ends[-1]):
        if worked(statements[n]):
            place = {"x": left + CELL * n + 2, "y": top + ROW - 9, "width": CELL - 4, "height": 4}
            parts.append(element("rect", element("title", shown(worked(statements[n]))), class_="work", **place))
    return parts


def _column(statements: Sequence[Json], line: int) -> int:
    """The place of the statement of a line; of the next one that is drawn."""
    return next((n for n, s in enumerate(statements) if s["start"]["line"] >= line), len(statements) - 1)


def _fitting(lock: str, wide: int) -> str:
    """A lock as long as its bar: in one cell `Share Row E.`."""
    words = lock.title().split()
    if len(lock) * CHAR + 16 > wide:
        words = [*words[:-1], f"{words[-1][0]}."]
    return " ".join(words)


def _word(text: str, x: float, y: float, kind: str) -> str:
    return element("text", shown(text), x=x, y=y, class_=kind)


def _table(held: Held, statements: Sequence[Json]) -> str:
    """The same in words."""
    head = "".join(element("th", word, scope="col") for word in ("relation", "lock", "who waits", "from", "meanwhile"))
    rows = [_cells(relation, stage, statements) for relation, own in held for stage in own]
    return element("table", element("tr", head) + "".join(rows))


def _cells(relation: str, stage: Stage, statements: Sequence[Json]) -> str:
    line, effect = stage
    slow = [s for s in statements if s["start"]["line"] >= line and worked(s)]
    meanwhile = ", ".join(f"{worked(s)} (line {s['start']['line']})" for s in slow[:3])
    taken = next(s for s in statements if s["start"]["line"] == line)
    words = (effect["lock"], waiting(effect), f"line {line}: {short(taken['sql'])}", meanwhile)
    return element("tr", element("th", shown(relation), scope="row") + "".join(element("td", shown(w)) for w in words))

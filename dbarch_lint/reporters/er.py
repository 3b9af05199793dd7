"""The changed part of a schema as an entity-relationship diagram, before and after: SVG, with every table in its place.

Tables that refer to others stand to the right of them. Both drawings share one layout, so that eyes can compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dbarch_lint.reporters.display import visible, width
from dbarch_lint.reporters.markup import element, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dbarch_lint.reporters.locks import Json

    Tables = Mapping[str, Json]

CHAR, LINE, PAD, GAP = 7.3, 18, 8, 70  # pixels: a letter, a row of text, around it, between columns of tables
TABLES, COLUMNS, LETTERS = 24, 24, 36  # the most that is drawn: tables, columns of one, letters of a row
SIGNS = {"added": "+", "removed": "\N{MINUS SIGN}", "changed": "~"}


class Box(NamedTuple):
    """Where a table stands, and which of its columns are drawn."""

    x: float
    y: float
    wide: float
    columns: tuple[str, ...]
    more: bool  # whether there are columns that are not drawn: a row says how many

    def row(self, column: str) -> float:
        """The middle of a column's row; of the title, where it is not drawn."""
        at = self.columns.index(column) + 1 if column in self.columns else 0
        return self.y + LINE * at + LINE / 2 + (4 if at else 0)

    @property
    def high(self) -> float:
        return LINE * (len(self.columns) + 1 + self.more) + PAD


class Plan(NamedTuple):
    """What is drawn where, for both drawings; `left` tables have no place."""

    boxes: dict[str, Box]
    marks: dict[tuple[str, str], str]  # of tables (column: "") and columns: added, removed, changed
    left: int

    @property
    def size(self) -> tuple[float, float]:
        return (
            max(box.x + box.wide for box in self.boxes.values()) + PAD,
            max(box.y + box.high for box in self.boxes.values()) + PAD,
        )


def full(table: Json) -> str:
    """A table's name, with its schema."""
    return f"{table['schema']}.{table['name']}"


def tables_of(document: Json) -> Tables:
    """The tables by name. Partitions are left out: they are where the rows of their table lie."""
    return {full(t): t for t in document["tables"] if t["partition_of"] is None}


def plan(before: Json, after: Json, differences: Json) -> Plan:
    """A layout of the tables that change and of those that they refer to."""
    old, new = tables_of(before), tables_of(after)
    every = {**old, **new}
    marks = _marks(differences)
    changed = [name for name, column in marks if not column and name in every]
    near = {t for name in changed for x in (old, new) if name in x for t in _targets(x[name]) if t in every}
    names = [*changed, *sorted(near - set(changed))]
    drawn = names[:TABLES]
    columns = {name: _columns(name, old, new, marks, drawn) for name in drawn}
    more = {n for n in drawn for side in (old, new) if n in side and len(side[n]["columns"]) > len(columns[n])}
    return Plan(_boxes(drawn, every, columns, more), marks, len(names) - len(drawn))


def _marks(differences: Json) -> dict[tuple[str, str], str]:
    found = {}
    for item in differences["changes"]:
        if item["kind"] == "table":
            found[item["name"], ""] = item["change"]
            found |= {(item["name"], p["name"]): p["change"] for p in item["parts"] if p["kind"] == "column"}
    return found


def _targets(table: Json) -> list[str]:
    return [f"{key['references']['schema']}.{key['references']['table']}" for key in table["foreign_keys"]]


def _columns(
    name: str, old: Tables, new: Tables, marks: Mapping[tuple[str, str], str], drawn: Sequence[str]
) -> tuple[str, ...]:
    """The columns to draw: of a changed table all, or the changed ones and keys of a wide one; of others the keys."""
    sides = [side[name] for side in (old, new) if name in side]
    every = dict.fromkeys(c["name"] for side in sides for c in side["columns"])
    keys = {c for side in sides for c in (side["primary_key"] or {"columns": ()})["columns"]}
    keys |= {c for side in sides for key in side["foreign_keys"] for c in key["columns"]}
    keys |= {
        c
        for other in drawn
        for side in (old, new)
        if other in side
        for key in side[other]["foreign_keys"]
        if f"{key['references']['schema']}.{key['references']['table']}" == name
        for c in key["references"]["columns"]
    }
    if (name, "") in marks and len(every) <= COLUMNS:
        return tuple(every)
    return tuple(c for c in every if c in keys or (name, c) in marks)[:COLUMNS]


def _boxes(
    names: Sequence[str], every: Tables, columns: Mapping[str, tuple[str, ...]], more: set[str]
) -> dict[str, Box]:
    """Columns of tables by how far they are from a table that refers to none."""
    levels = _levels(names, every)
    boxes: dict[str, Box] = {}
    x = float(PAD)
    for level in sorted(set(levels.values())):
        own = [name for name in names if levels[name] == level]
        wide = max(_wide(name, every[name], columns[name]) for name in own)
        y = float(PAD)
        for name in own:
            boxes[name] = Box(x, y, wide, columns[name], name in more)
            y += boxes[name].high + 3 * PAD
        x += wide + GAP
    return boxes


def _levels(names: Sequence[str], every: Tables) -> dict[str, int]:
    levels = dict.fromkeys(names, 0)
    for _ in range(4):  # deep enough to be read; and circles end
        for name in names:
            parents = [levels[t] for t in _targets(every[name]) if t in levels and t != name]
            levels[name] = min(max([p + 1 for p in parents], default=0), 4)
    return levels


def _wide(name: str, table: Json, columns: Sequence[str]) -> float:
    rows = [_row_text(c) for c in table["columns"] if c["name"] in columns]
    return max(width(text) for text in [_cut(name), *rows]) * CHAR + 2 * PAD + 3 * CHAR


def _row_text(column: Json) -> str:
    return _cut(f"{column['name']} {column['type']}{'' if column['nullable'] else ' not null'}")


def _cut(text: str) -> str:
    text = visible(text)
    return text if len(text) <= LETTERS else text[: LETTERS - 3] + "..."


# --- drawing


def drawing(layout: Plan, document: Json, name: str, title: str) -> str:
    """The tables of one side at their places, with their foreign keys. `name` is unique on the page."""
    tables = {table: t for table, t in tables_of(document).items() if table in layout.boxes}
    if not tables:
        return element("p", "None of these tables.")
    wide, high = layout.size
    parts = [element("title", shown(title), id=f"{name}-title")]
    parts += [edge for table, t in tables.items() for edge in _edges(layout, table, t, tables)]
    parts += [_table(layout, table, t) for table, t in tables.items()]
    drawn = element(
        "svg", "".join(parts), viewBox=f"0 0 {wide:.0f} {high:.0f}", width=f"{wide:.0f}", height=f"{high:.0f}",
        role="img", aria_labelledby=f"{name}-title",
    )  # fmt: skip
    return element("div", drawn, class_="drawing", tabindex="0", role="group", aria_label=title)


def _table(layout: Plan, name: str, table: Json) -> str:
    box = layout.boxes[name]
    mark = layout.marks.get((name, ""), "")
    keys = set((table["primary_key"] or {"columns": ()})["columns"])
    foreign = {c for key in table["foreign_keys"] for c in key["columns"]}
    place = {"x": f"{box.x:.0f}", "width": f"{box.wide:.0f}"}
    rows = [c for c in table["columns"] if c["name"] in box.columns]
    parts = [element("rect", y=f"{box.y:.0f}", height=f"{box.high:.0f}", rx=5, class_=f"table {mark}", **place)]
    parts.append(_text(box, box.y + LINE / 2, SIGNS.get(mark, "") if mark != "changed" else "", name, "head"))
    for column in rows:
        sign = layout.marks.get((name, column["name"]), "")
        kind = "key" if column["name"] in keys else "foreign" if column["name"] in foreign else ""
        parts.append(_text(box, box.row(column["name"]), SIGNS.get(sign, ""), _row_text(column), f"{kind} {sign}"))
    hidden = len(table["columns"]) - len(rows)
    if hidden:
        parts.append(_text(box, box.y + box.high - LINE / 2 - 2, "", f"and {hidden} more", "dim"))
    return element("g", "".join(parts))


def _text(box: Box, y: float, sign: str, text: str, kind: str) -> str:
    at = {"y": f"{y + 4:.0f}", "class_": kind.strip()}
    head = element("text", sign, x=f"{box.x + PAD / 2:.0f}", **at) if sign else ""
    return head + element("text", shown(_cut(text)), x=f"{box.x + PAD + 1.5 * CHAR:.0f}", **at)


def _edges(layout: Plan, name: str, table: Json, tables: Tables) -> list[str]:
    """A line from each foreign key's first column to what it refers to."""
    found = []
    for key in table["foreign_keys"]:
        target = f"{key['references']['schema']}.{key['references']['table']}"
        if target in tables:
            ends = _first(key["columns"]), _first(key["references"]["columns"])
            found.append(_edge(layout.boxes[name], layout.boxes[target], *ends))
    return found


def _first(columns: Sequence[Any]) -> str:
    return str(columns[0]) if columns else ""


def _edge(child: Box, parent: Box, column: str, referred: str) -> str:
    y1, y2 = child.row(column), parent.row(referred)
    if parent.x < child.x:
        x1, x2, bend = child.x, parent.x + parent.wide, -GAP / 2
        curve = f"C {x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        foot = -1
    else:  # beside or before it: around the right side
        x1, x2 = child.x + child.wide, parent.x + parent.wide
        out = max(x1, x2) + GAP / 2
        curve = f"C {out:.0f} {y1:.0f} {out:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        foot = 1
    many = f"M {x1:.0f} {y1 - 5:.0f} L {x1 + 9 * foot:.0f} {y1:.0f} L {x1:.0f} {y1 + 5:.0f}"
    side = 1 if parent.x < child.x else foot
    one = f"M {x2 + 5 * side:.0f} {y2 - 5:.0f} V {y2 + 5:.0f}"
    return element("path", d=f"M {x1:.0f} {y1:.0f} {curve} {many} {one}", class_="edge")

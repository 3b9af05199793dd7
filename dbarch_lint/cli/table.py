"""Plain tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from dbarch_lint.reporters.display import Painter, visible, width


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, color: bool = False, indent: int = 0) -> str:
    """Rows under a head, columns aligned; the last column is as long as it likes."""
    shown = [[visible(cell) for cell in row] for row in (head, *rows)]
    widths = [max(width(row[i]) for row in shown) for i in range(len(head))]
    paint = Painter(color)
    lines = []
    for number, row in enumerate(shown):
        cells = [cell + " " * (widths[i] - width(cell)) for i, cell in enumerate(row)]
        line = (" " * indent + "  ".join(cells)).rstrip()
        lines.append(paint("bold", line) if number == 0 else line)
    return "".join(f"{line}\n" for line in lines)

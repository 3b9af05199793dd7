"""A progress bar that only a person who waits gets to see."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self, TextIO

PATIENCE = 1.5  # seconds before anything is shown
PAUSE = 0.1  # seconds between two drawings
WIDTH = 30


class Bar:
    """Drawn on one line of a terminal, wiped away at the end. Call it with (done, total)."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.next = time.monotonic() + PATIENCE
        self.drawn = False

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self.next or total <= 0:
            return
        self.next = now + PAUSE
        self.drawn = True
        full = WIDTH * min(done, total) // total
        self.stream.write(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {done} of {total} migrations")
        self.stream.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.drawn:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

"""What the fixture `cli` is: a command line in, exit code, standard output and standard error out."""

from __future__ import annotations

from collections.abc import Callable

Said = tuple[int, str, str]
Run = Callable[..., Said]

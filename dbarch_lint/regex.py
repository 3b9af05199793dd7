"""Regular expressions that are compiled when they are first used.

Compiling all that there are takes as long as linting a small file, and a run needs few of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Pending:
    """What is asked of it is asked of the compiled expression, whose answers it keeps: asking again costs nothing."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` returns, but for the functions of `re` themselves, which want the real thing."""
    return cast("re.Pattern[AnyStr]", _Pending(source, flags))

"""Write the effect tables anew in the form that loads fast. Run it after every edit of an engine's effect tables."""

from __future__ import annotations

import sys

from dbarch_lint.effects_tables import COMPILED, ENGINES, SOURCES, compile_tables


def main() -> None:
    """Compile the tables of the engines that are named, or of all that have any."""
    engines = sys.argv[1:] or [file.parent.name for file in sorted(ENGINES.glob(f"*/{SOURCES[0]}"))]
    for engine in engines:
        target = ENGINES / engine / COMPILED
        target.write_bytes(compile_tables(engine))
        print(target)


if __name__ == "__main__":
    main()

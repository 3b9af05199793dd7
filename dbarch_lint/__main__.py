"""`python -m dbarch_lint`, and the `dbarch-lint` command."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line and return the exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # before anything heavy is imported: editors and CI ask this often
        from dbarch_lint import __version__

        sys.stdout.write(f"dbarch-lint {__version__}\n")
        return 0
    # The process is short, and what it makes is trees and frozen values: there are next to no cycles to collect, and
    # looking for them takes a tenth of the time.
    gc.disable()
    from dbarch_lint.cli import run

    code = run(sys.argv[1:])
    gc.freeze()  # or Python looks for cycles once more as it ends: a fifth of the time of a small run
    return code


if __name__ == "__main__":
    sys.exit(main())

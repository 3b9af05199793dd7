"""`python -m dbarch_lint`, and the `dbarch-lint` command."""

from __future__ import annotations

import gc
import os
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

    return run(sys.argv[1:])


def command() -> None:
    """Run the command line and end the process. Nothing needs tidying up, which takes as long as the rules do."""
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(code)  # Python says what is wrong with the stream
    os._exit(code)


if __name__ == "__main__":
    command()

"""Write rules/COVERAGE.md from rules/coverage/*.yaml. Run it after every edit of those files."""

from __future__ import annotations

from dbarch_lint import coverage
from dbarch_lint.packs import core_pack


def main() -> None:
    """Write the page beside the data."""
    target = core_pack() / "COVERAGE.md"
    target.write_text(coverage.markdown(coverage.load()), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main()

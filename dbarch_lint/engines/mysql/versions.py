"""Releases as numbers: 8.0.29 is 80029, 10.11 is 101100, as executable comments write them."""

from __future__ import annotations

from typing import NamedTuple

# Aurora MySQL by the version of Aurora (8.0.mysql_aurora.3.05.2), from the given one on: the MySQL whose DDL it has.
# The releases of MySQL after 8.0.32 that newer ones have do the same DDL.
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/doc-history.html
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.Versioning.html
AURORA = (((2, 0), 50744), ((3, 0), 80023), ((3, 4), 80028), ((3, 5), 80032))
AURORA_SERIES = frozenset({"2", "3"})  # MySQL itself had them before any that is covered
LATEST_PATCH = {50700: 50744, 80000: 80044}  # of a series in which patch releases changed what DDL does


class Versions(NamedTuple):
    """The releases that the tables cover."""

    numbers: tuple[int, ...]
    default: int

    def number(self, text: str) -> int | None:
        """The number of a release as a person writes it (8.0, 8.0.12, 10.11.4); None: not covered.

        A series without a patch release is its latest one. Aurora's versions count as those of the MySQL behind them.
        """
        _, aurora, release = text.partition("mysql_aurora.")
        if aurora:
            return aurora_number(release)
        parts = text.split(".")
        if parts[0] in AURORA_SERIES and self is MYSQL:
            return aurora_number(text)
        if not all(p.isdigit() for p in parts) or not 1 <= len(parts) <= 3:
            return None
        major, minor, patch = (*map(int, parts), 0, 0)[:3]
        if len(parts) == 1:
            series = [n for n in self.numbers if n // 10000 == major]
            return series[-1] if series else None
        base = major * 10000 + minor * 100
        number = LATEST_PATCH.get(base, base) if len(parts) == 2 else base + patch
        return number if self.numbers[0] // 100 <= number // 100 <= self.numbers[-1] // 100 else None

    @staticmethod
    def text(number: int) -> str:
        """The number as people write it."""
        major, minor, patch = number // 10000, number // 100 % 100, number % 100
        return f"{major}.{minor}.{patch}" if patch else f"{major}.{minor}"


def aurora_number(release: str) -> int | None:
    """The MySQL behind a release of Aurora; None: not covered."""
    parts = [int(p) for p in release.split(".")[:2] if p.isdigit()]
    return next((number for since, number in reversed(AURORA) if tuple(parts) >= since), None)


MYSQL = Versions((50744, 80011, 80027, 80044, 80400, 90700), 80400)
TIDB = Versions((50400, 60100, 60500, 70100, 70500, 80100, 80500), 80500)
MARIADB = Versions((100500, 100600, 101100, 110400, 110800), 101100)

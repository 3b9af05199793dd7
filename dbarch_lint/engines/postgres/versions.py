"""The major versions of PostgreSQL that code must know of, in one place. All that the tables can say stands there."""

from __future__ import annotations

from typing import Final

DEFAULT: Final = 17  # what is assumed where nothing says which server there is
NEWEST: Final = 18  # the last one that is known
# What is there from a version on:
CONCURRENT_DETACH: Final = 14  # a partition is detached while others read and write
SHARED_IDENTITY: Final = 17  # a partition has the identity columns of its parent
NAMED_NOT_NULL: Final = 18  # NOT NULL is a constraint with a name
NOT_VALID_EVERYWHERE: Final = 18  # NOT NULL can be NOT VALID, and foreign keys of partitioned tables, too
VIRTUAL_COLUMNS: Final = 18  # generated columns are computed on reading

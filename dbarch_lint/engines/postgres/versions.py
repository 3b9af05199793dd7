"""The major versions of PostgreSQL that code must know of, in one place. All that the tables can say stands there."""

from __future__ import annotations

from typing import Final

DEFAULT: Final = 17  # what is assumed where nothing says which server there is
NEWEST: Final = 18  # the last one that is known
# What is there from a version on:
CONCURRENT_DETACH: Final = 14  # a partition is detached while others read and write
KEYS_OUTLIVE_DETACH: Final = 15  # a detached partition keeps its foreign keys to partitioned tables
TRIGGERS_RENAMED_BELOW: Final = 15  # a trigger of a partitioned table is renamed in the partitions too
SAME_KIND_OF_KEY: Final = 17  # what is attached has a primary key for a primary key
SHARED_IDENTITY: Final = 17  # a partition has the identity columns of its parent
REINDEX_IS_TOLD: Final = 17  # event triggers are told of REINDEX
NAMED_NOT_NULL: Final = 18  # NOT NULL is a constraint with a name
EXCLUSIONS_SERVE: Final = 18  # an exclusion constraint of a partition serves for the same one of its parent
COPIES_NAMED_AFTER: Final = 18  # the copy of a foreign key is named after it, where its name is taken
NOT_VALID_EVERYWHERE: Final = 18  # NOT NULL can be NOT VALID, and foreign keys of partitioned tables, too
VIRTUAL_COLUMNS: Final = 18  # generated columns are computed on reading

"""What a table is for, as far as its name and shape tell: evidence that rules about design weigh, never proof.

Roles decide which advice is worth giving: a log needs no natural key, a settings table no bigger number, and what the
migration tool keeps for itself nobody wants to hear about.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.objects import Column, Table
from dbarch_lint.words import CACHE, words

Role: TypeAlias = Literal[
    "temporary",  # of one session
    "framework",  # made and looked after by a tool
    "partition",
    "child",  # by inheritance
    "junction",  # links rows of others, and says nothing more
    "lookup",  # the few values that others choose from
    "log",
    "queue",
    "archive",
    "staging",
    "settings",
    "document",  # what was said and paid on a day: it keeps its own copies on purpose
]

# Tables that tools make and look after.
FRAMEWORK = frozenset(
    """__diesel_schema_migrations __drizzle_migrations __efmigrationshistory _prisma_migrations _sqlx_migrations
    active_storage_attachments active_storage_blobs active_storage_variant_records alembic_version ar_internal_metadata
    atlas_schema_revisions databasechangelog databasechangeloglock doctrine_migration_versions flyway_schema_history
    goose_db_version gorp_migrations knex_migrations knex_migrations_lock mikro_orm_migrations migrations
    migrations_lock mybatis_changelog phinxlog schema_info schema_migration schema_migrations schema_version
    schemaversions sequelizemeta spatial_ref_sys typeorm_metadata""".split()
)
FRAMEWORK_SCHEMAS = frozenset({"cron", "partman", "tiger", "topology"})  # of extensions
FRAMEWORK_BEGINNINGS = ("batch_job_", "batch_step_", "django_", "hdb_", "qrtz_", "spring_session")


class Evidence(msgspec.Struct, frozen=True):
    """Words of a table's name that speak for a role: anywhere in it, or only as the last one."""

    anywhere: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()


def evidence(anywhere: str = "", last: str = "") -> Evidence:
    """Evidence from words with spaces between them."""
    return Evidence(frozenset(anywhere.split()), frozenset(last.split()))


BY_NAME: dict[Role, Evidence] = {
    "log": evidence(
        "audit changelog history log",
        "activity event heartbeat hit impression journal metric observation sample span stat statistic telemetry trace "
        "trail visit",
    ),
    "queue": evidence("outbox queue", "inbox task"),
    "archive": evidence("archive archived backup bak snapshot", "copy old"),
    "staging": evidence("staging tmp temp scratch", "import stage"),
    "settings": evidence("", "config configuration flag option parameter preference setting singleton"),
    "document": evidence(
        "invoice quote receipt", "billing charge contract line order payment payout refund transaction"
    ),
}
LOOKUPS = frozenset(
    """category class color colour country currency gender kind language level locale method plan priority reason region
    role severity state status timezone type unit""".split()
)
LABELS = frozenset("code description key label name slug title value".split())
MOST_LOOKUP_COLUMNS = 6
AUDIT_DONE = frozenset(
    "changed created creation deleted deletion edited inserted modification modified updated".split()
)
AUDIT_WHEN = frozenset("at by date datetime id on time timestamp ts user".split())
ORDER = frozenset("index order ordinal position rank sequence sort".split())


def roles(table: Table, catalog: Catalog) -> frozenset[Role]:
    """What the table is for. None of the roles: an ordinary table."""
    parts = words(table.name.name)
    found: list[Role] = [role for role, said in BY_NAME.items() if parts and speaks(said, parts)]
    shaped: dict[Role, bool] = {
        "temporary": table.temporary,
        "framework": is_framework(table),
        "partition": table.partition_of is not None,
        "child": bool(table.inherits),
        "junction": is_junction(table),
        "lookup": is_lookup(table, catalog),
        "settings": is_singleton(table) or is_key_value(table),
    }
    return frozenset([*found, *(role for role, holds in shaped.items() if holds)])


def speaks(said: Evidence, parts: tuple[str, ...]) -> bool:
    """Whether the words of a name speak for a role."""
    return parts[-1] in said.last or not said.anywhere.isdisjoint(parts)


def is_framework(table: Table) -> bool:
    """Whether a tool made the table and looks after it."""
    name = table.name.name.lower()
    return table.name.schema in FRAMEWORK_SCHEMAS or name in FRAMEWORK or name.startswith(FRAMEWORK_BEGINNINGS)


@lru_cache(maxsize=CACHE)
def is_audit(column: str) -> bool:
    """Whether a column says when or by whom its row was written: `created_at`, `updatedBy`."""
    parts = words(column)
    return bool(parts) and parts[0] in AUDIT_DONE and AUDIT_WHEN.issuperset(parts[1:])


def own_columns(table: Table) -> tuple[Column, ...]:
    """The columns that say something: not of the primary key, not of a foreign key, not about the row's own history."""
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    keyed = set(table.primary_key.columns) if table.primary_key is not None else set()
    return tuple(c for c in table.columns if c.name not in linked | keyed and not is_audit(c.name))


def is_junction(table: Table) -> bool:
    """Whether the table only links rows of others: two foreign keys or more, and at most an order beside them."""
    if len({fk.columns for fk in table.foreign_keys}) < 2:
        return False
    return all(words(c.name)[-1:] and words(c.name)[-1] in ORDER for c in own_columns(table))


def is_lookup(table: Table, catalog: Catalog) -> bool:
    """Whether the table lists the few values that other tables choose from: named so, small, with a label, and used."""
    parts = words(table.name.name)
    if not parts or parts[-1] not in LOOKUPS or len({fk.columns for fk in table.foreign_keys}) > 1:
        return False
    own = [c for c in table.columns if not is_audit(c.name)]
    labelled = any(words(c.name)[-1:] and words(c.name)[-1] in LABELS for c in own)
    return labelled and len(own) <= MOST_LOOKUP_COLUMNS and table.name in catalog.referencing


def is_key_value(table: Table) -> bool:
    """Whether the table is a list of settings: a key, a value, and at most who wrote it when."""
    key = table.primary_key
    if key is None or len(key.columns) != 1 or words(key.columns[0])[-1:] not in {("key",), ("name",)}:
        return False
    named = [words(column.name) for column in table.columns if not is_audit(column.name)]
    return len(named) == 2 and any(parts[-1:] == ("value",) for parts in named)


def is_singleton(table: Table) -> bool:
    """Whether the table can hold one row only: its key is a boolean, or a CHECK pins it to one value."""
    key = table.primary_key
    if key is None or len(key.columns) != 1:
        return False
    (name,) = key.columns
    column = table.column(name)
    if column is not None and column.type.name == "bool":
        return True
    return any(c.expression.columns == {name} and c.expression.text in {f"{name} = 1", name} for c in table.checks)

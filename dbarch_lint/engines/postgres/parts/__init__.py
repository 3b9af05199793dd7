"""Behind the table of effects: which relations play a part in an operation.

A *part* is a key of `lock` and `work` in effects.yaml: a function that finds relations in the catalog, and the role
that the reports give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dbarch_lint.effects import Effect, Find
from dbarch_lint.engines.postgres.parts import around, columns, indexes, tables

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.names import Name
    from dbarch_lint.operations import Operation
    from dbarch_lint.session import Session

# Parts of statements about rows, and of what hangs on types and sequences, by role: most migrations have none of them.
OF_ROWS: dict[str, str] = {
    "source": """
        rows_shown reads function_reads function_locks locked_through reads_through view_reads_through
        view_sources policy_reads view_reads refreshed_from written_base written_below_base made_of
        constrained rule_writes rule_reads ruled_writes ruled_changes ruled_reads ruled_sources
        triggered_sources
    """,
    "target": "function_writes type_itself about published_before tables names",
    "dependent": """
        sequence_readers sequence_users of_type stored_of_type cascading_from_type cascading_of_type
        trigger_tables
    """,
    "referenced": "written_referenced owned_by owner",
    "referencing": "looking_up carrying_on searched truncated",
    "parent": "carrying_ancestors every_carrying_ancestor changing_ancestors base_ancestors truncated_ancestors",
    "sequence": "drawn called_sequences truncated_sequences",
    "child": "touched routed key_triggered_partitions triggered_partitions",
    "index": "truncated_indexes indexes_of_type",
}


def later(part: str) -> Find:
    """The function of such a part, in a module that is loaded when one is asked for."""

    def find(op: Any, catalog: Catalog) -> Iterable[Name]:
        from dbarch_lint.engines.postgres.parts import rows

        return rows.FINDERS[part](op, catalog)

    return find


PARTS: dict[str, tuple[str, Find]] = {
    **around.PARTS,
    **columns.PARTS,
    **indexes.PARTS,
    **tables.PARTS,
    **{part: (role, later(part)) for role, parts in OF_ROWS.items() for part in parts.split()},
}


def runs(
    op: Operation, found: Sequence[Effect], catalog: Catalog, session: Session, version: int
) -> Iterable[Operation]:
    """What the functions do that an operation has run."""
    from dbarch_lint.engines.postgres import bodies

    return bodies.runs(op, found, catalog, session, version)

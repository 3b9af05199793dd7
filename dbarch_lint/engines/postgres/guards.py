"""Does a condition ask the system catalogs only? Then `IF` is an IF NOT EXISTS in procedural words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.engines.postgres.libpg import NotParsedError, raw_statements
from dbarch_lint.source import decode_tree

# Catalogs that describe the schema. Those of roles, settings and activity are not here: what they say depends on the
# server, not on the migrations.
_CATALOGS = frozenset(
    """pg_aggregate pg_attrdef pg_attribute pg_cast pg_class pg_collation pg_constraint pg_conversion pg_depend
    pg_description pg_enum pg_event_trigger pg_extension pg_foreign_data_wrapper pg_foreign_server pg_foreign_table
    pg_index pg_indexes pg_inherits pg_language pg_matviews pg_namespace pg_opclass pg_operator pg_opfamily
    pg_partitioned_table pg_policies pg_policy pg_proc pg_publication pg_publication_rel pg_publication_tables pg_range
    pg_rewrite pg_rules pg_sequence pg_sequences pg_statistic_ext pg_tables pg_trigger pg_ts_config pg_ts_dict pg_type
    pg_views""".split()
)
_LOOKUPS = frozenset(
    """to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
    to_regtype""".split()
)


def asks_catalogs(query: str, variables: frozenset[str] | set[str] = frozenset()) -> bool:
    """Whether a query reads at least one schema catalog, and no other table. `variables` hold such answers already."""
    if not variables and "pg_" not in query and "information_schema" not in query and "to_reg" not in query:
        return False
    try:
        found = raw_statements(query)
        tree = decode_tree(next(iter(found[0].stmt.values())))
    except (NotParsedError, RecursionError, IndexError, StopIteration):
        return False
    answers = list(_sources(tree, variables))
    return bool(answers) and all(answers)


def _sources(tree: Any, variables: frozenset[str] | set[str]) -> Iterator[bool]:
    """What the tree reads from: True for a catalog, False for a table."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
            continue
        if not isinstance(node, dict):
            continue
        waiting += node.values()
        if "relname" in node:
            schema = node.get("schemaname", "pg_catalog")
            yield schema == "information_schema" or (schema == "pg_catalog" and node["relname"] in _CATALOGS)
        elif "funcname" in node:
            if _last(node["funcname"]) in _LOOKUPS:
                yield True
        elif "fields" in node and len(node["fields"]) == 1 and _last(node["fields"]) in variables:
            yield True


def _last(names: list[dict[str, Any]]) -> str:
    value: str = names[-1].get("String", {}).get("sval", "")
    return value

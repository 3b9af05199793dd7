"""Words for refusals of sequences, publications, statistics and typed tables."""

from __future__ import annotations

from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_columns import lacks
from dbarch_lint.engines.postgres.refusal_expressions import Held, of_types
from dbarch_lint.engines.postgres.refusal_facts import stays
from dbarch_lint.engines.postgres.refusal_names import (
    absent,
    function_missing,
    is_shell,
    known_table,
    missing_is_fine,
)
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Composite, Domain, Enum, IndexEntry, Sequence, Table, View

Node = dict[str, Any]
KINDS_OF_STATISTICS = frozenset({"ndistinct", "dependencies", "mcv"})


def owner_column_missing(op: Any, catalog: Catalog) -> bool:
    """Whether OWNED BY names a column that is not there."""
    one = getattr(op, "definition", op)
    owner = one.owner
    return owner is not None and bool(one.owner_column) and lacks(catalog.table(owner), catalog, (one.owner_column,))


def sequence_owned(op: Any, catalog: Catalog) -> bool:
    """Whether a sequence belongs to a column of a table."""
    found = catalog.relations.get(op.target)
    return isinstance(found, Sequence) and found.owner is not None


def statistics_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with CREATE STATISTICS."""
    if op.kind != "statistics":
        return ()
    node: Node = op.statement.node or {}
    elements: list[Node] = [e.get("StatsElem", {}) for e in node.get("exprs", ())]
    columns = [e["name"] for e in elements if "name" in e]
    found = []
    if len(columns) < len(elements):
        found.append("an expression")
    elif len(columns) == 1:
        found.append("one column only")
    if len(set(columns)) < len(columns):
        found.append("a column twice")
    if len(op.tables) == 1 and lacks(catalog.table(op.tables[0]), catalog, tuple(columns)):
        found.append("a missing column")
    if not KINDS_OF_STATISTICS.issuperset(expressions.names_of(node.get("stat_types", []))):
        found.append("an unknown kind")
    return tuple(found)


def type_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with ALTER TABLE ... OF and NOT OF."""
    table = known_table(op, catalog)
    if table is None or table.partial:
        return ()
    if op.option == "not_of":
        return ("no type",) if table.of_type is None else ()
    if table.inherits or table.partition_of is not None:
        return ("a parent",)
    found = catalog.types.get(typed_by(op))
    if isinstance(found, Enum | Domain):
        return ("other columns",)
    if not isinstance(found, Composite) or found.kind != "composite":
        return ()
    same = [(c.name, str(c.type)) for c in found.columns] == [(c.name, str(c.type)) for c in table.columns]
    return () if same else ("other columns",)


def typed_by(op: Any) -> Name:
    """The type that OF names."""
    schema, _, name = op.value.rpartition(".")
    return Name(schema or op.target.schema, name)


def named_missing(op: Any, catalog: Catalog) -> bool:
    """Whether GRANT is about something that is not there."""
    if op.kind in {"table", "sequence"} and not op.all_in_schema:
        return any(absent(name, catalog) for name in op.names)
    return op.kind == "schema" and any(schema_absent(name.name, catalog) for name in op.names)


def schema_absent(name: str, catalog: Catalog) -> bool:
    """Whether there is no schema of this name."""
    return (
        catalog.complete and name not in catalog.schemas and not name.startswith("pg_") and name != "information_schema"
    )


def commented_missing(op: Any, catalog: Catalog) -> bool:
    """Whether COMMENT is about something other than a relation that is not there."""
    if not catalog.complete:
        return False
    if op.kind == "schema":
        return schema_absent(op.name, catalog)
    if op.kind == "extension":
        return op.name not in catalog.extensions and op.name != "plpgsql"
    if op.kind == "rule":
        return op.target in catalog.relations and ("rule", f"{op.name} ON {op.target.full}") not in catalog.others
    return op.kind in {"statistics", "publication"} and (op.kind, op.name) not in catalog.others


def rule_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the table has no rule of this name."""
    return no_such_rule(op, catalog) and not missing_is_fine(op)


def rule_there(op: Any, catalog: Catalog) -> bool:
    """Whether the table has a rule of this name."""
    return ("rule", f"{op.name} ON {op.tables[0].full}") in catalog.others


def no_such_rule(op: Any, catalog: Catalog) -> bool:
    """Whether the table has certainly no rule of this name, be IF EXISTS said or not."""
    return catalog.complete and op.tables[0] in catalog.relations and not rule_there(op, catalog)


def replaces(op: Any, _: Catalog) -> bool:
    """Whether OR REPLACE or IF NOT EXISTS is said."""
    node: Node = op.statement.node or {}
    return bool(node.get("replace") or node.get("if_not_exists"))


def new_name_there(op: Any, catalog: Catalog) -> bool:
    """Whether a trigger or a policy is renamed to one that its table has."""
    table = catalog.table(op.target)
    group: tuple[Any, ...] = () if table is None else table.triggers if hasattr(op, "action") else table.policies
    names = {one.name for one in group}
    return op.name in names and bool(op.new_name) and op.new_name in names


def policy_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the conditions of a policy."""
    policy = getattr(op, "policy", op)
    table = known_table(op, catalog)
    own = next((p for p in table.policies if p.name == policy.name), None) if table is not None else None
    command = getattr(policy, "command", own.command if own is not None else "all")
    found = []
    if command == "insert" and policy.using is not None:
        found.append("USING for new rows")
    if command in {"select", "delete"} and policy.check is not None:
        found.append("WITH CHECK for rows that are there")
    for expression in (policy.using, policy.check):
        node = node_of(expression)
        nested = any(kind == "SubLink" for kind, _ in expressions.walk(node or {}))
        if (
            expression is not None
            and not nested
            and lacks(table, catalog, tuple(expression.columns - {op.target.name}))
        ):
            found.append("a missing column")
        if node is not None and table is not None and not nested:
            found += of_types(Held("check", expression), node, table, catalog)
    return tuple(found)


def policy_reads_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a policy reads a relation that is not there."""
    return bool(policy_missing_reads(op, catalog))


def policy_missing_reads(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The relations that a policy reads and that are not there."""
    return tuple(name for name in getattr(op, "policy", op).reads if absent(name, catalog))


def read_by_policy(op: Any, catalog: Catalog) -> bool:
    """Whether a policy of another table, which stays, reads it."""
    return bool(stays(catalog.policed.get(op.target, NO_NAMES), op, catalog))


def types_rows(op: Any, catalog: Catalog) -> bool:
    """Whether a table is made of the composite type."""
    return any(isinstance(r, Table) and r.of_type == op.name for r in catalog.relations.values())


def counts_no_table(op: Any, catalog: Catalog) -> bool:
    """Whether statistics are about something that holds no rows."""
    kinds = (catalog.relations.get(name) for name in op.tables)
    return any(isinstance(r, Sequence | IndexEntry) or (isinstance(r, View) and not r.materialized) for r in kinds)


def routine_missing(op: Any, catalog: Catalog) -> bool:
    """Whether no function has the name."""
    return function_missing(op.name, catalog) and not missing_is_fine(op)


KINDS_DROPPED = {"OBJECT_FUNCTION": "function", "OBJECT_PROCEDURE": "procedure", "OBJECT_AGGREGATE": "aggregate"}


def of_another_kind(op: Any, catalog: Catalog) -> bool:
    """Whether all routines of the name are of another kind than DROP says."""
    wanted = KINDS_DROPPED.get((op.statement.node or {}).get("removeType", ""), "")
    kinds = {f.kind for f in catalog.functions.get(op.name, ())}
    return bool(wanted) and bool(kinds) and wanted not in kinds and catalog.complete and not missing_is_fine(op)


def name_not_unique(op: Any, catalog: Catalog) -> bool:
    """Whether DROP says no arguments where several routines of its kind have the name."""
    wanted = KINDS_DROPPED.get((op.statement.node or {}).get("removeType", ""), "")
    kinds = [f.kind for f in catalog.functions.get(op.name, ())]
    return op.arguments is None and kinds.count(wanted) > 1


def schema_to_drop_missing(op: Any, catalog: Catalog) -> bool:
    """Whether there is no schema of this name."""
    return schema_absent(op.name, catalog)


def how_many_tables(op: Any, _: Catalog) -> str:
    """one, several or none."""
    return "several" if len(op.tables) > 1 else "one" if op.tables else "none"


def type_of_another_kind(op: Any, catalog: Catalog) -> bool:
    """Whether a statement about enums, domains or base types names a type that is none."""
    found = catalog.types.get(op.name)
    if found is None or is_shell(found):
        return False
    kind = type(op).__name__
    if kind == "DropType":
        return bool(op.domain) != isinstance(found, Domain) and bool(op.domain)
    if kind == "AlterType":
        return not isinstance(found, Composite) or found.kind in {"composite", "range"}
    return not isinstance(found, Domain if kind == "AlterDomain" else Enum)


def attribute_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the attribute of a composite type that ALTER TYPE names."""
    found = catalog.types.get(op.name)
    if not isinstance(found, Composite) or found.kind != "composite":
        return ()
    names = {c.name for c in found.columns}
    if op.action == "add_attribute" and op.column is not None and op.column.name in names:
        return ("there",)
    changed = op.action in {"drop_attribute", "alter_attribute", "rename_attribute"}
    return ("missing",) if changed and op.attribute not in names and not op.statement.says(b"if exists") else ()

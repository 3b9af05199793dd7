"""Behind the tables of effects and refusals: the words of a `when` that are not fields of the operation itself."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import (
    refusal_columns,
    refusal_expressions,
    refusal_facts,
    refusal_names,
    refusal_options,
    refusal_rows,
    refusal_tables,
    refusal_types,
)
from dbarch_lint.engines.postgres.lower.common import is_on, options
from dbarch_lint.engines.postgres.parts.around import says_only
from dbarch_lint.engines.postgres.parts.columns import key_holders, partitions_to_check
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Column, Exclusion, ForeignKey, IndexEntry, Key, Sequence, Table, View


def relation_kind(name: Name | None, catalog: Catalog) -> str:
    """table, partitioned, partition, foreign, view, matview, index, sequence; empty where it is not known."""
    found = catalog.relations.get(name) if name is not None else None
    if isinstance(found, Table):
        return "" if found.partial else "partitioned" if found.partition_by is not None else found.kind
    if isinstance(found, View):
        return "matview" if found.materialized else "view"
    if isinstance(found, IndexEntry):
        return "index"
    return "sequence" if isinstance(found, Sequence) else ""


def _target(op: Any, catalog: Catalog) -> Table | None:
    return catalog.table(op.target) if op.target is not None else None


def unlogged(op: Any, catalog: Catalog) -> bool:
    """Whether the target is an UNLOGGED table."""
    table = _target(op, catalog)
    return table is not None and table.unlogged


def rowless(op: Any, catalog: Catalog) -> bool:
    """Whether the target and what is below it are known to hold no rows: new, or emptied by this deployment."""
    table = _target(op, catalog)
    return table is not None and all(catalog.is_empty(t.name) for t in (table, *catalog.descendants(table.name)))


def index_renamed(op: Any, _: Catalog) -> bool:
    """Whether a constraint that takes over an index gives it another name."""
    return bool(op.constraint.using_index != op.constraint.name)


def partitions_with_key(op: Any, catalog: Catalog) -> str:
    """How many partitions have the foreign key already that their parent gets, and checked: all, some or none."""
    table = _target(op, catalog)
    if table is None or table.partition_by is None:
        return "none"
    if not op.constraint.enforced or not key_holders(op, catalog):  # one that is not enforced has no triggers to lose
        return "none"
    lacking = [catalog.table(name) for name in partitions_to_check(op, catalog)]
    return "some" if any(t is not None and t.partition_by is None for t in lacking) else "all"


def column(op: Any, catalog: Catalog) -> Column | None:
    """The column that the operation names, where it is known."""
    table = _target(op, catalog)
    return table.column(op.column) if table is not None else None


def column_known(op: Any, catalog: Catalog) -> bool:
    """Whether the column is there, or may be: of what is only partly known nobody can say."""
    table = _target(op, catalog)
    return table is None or table.partial or not catalog.complete or table.column(op.column) is not None


def column_nullable(op: Any, catalog: Catalog) -> bool:
    """Whether the column is known to allow NULL."""
    found = column(op, catalog)
    return found is not None and found.nullable


def column_generated(op: Any, catalog: Catalog) -> str:
    """How a column is generated: stored or virtual; empty for an ordinary one."""
    found = column(op, catalog)
    return found.generated if found is not None else ""


def trigger_known(op: Any, catalog: Catalog) -> bool:
    """Whether the trigger is there, or may be."""
    found = catalog.relations.get(op.target)
    if isinstance(found, Table | View):
        return any(t.name == op.name for t in found.triggers) or (isinstance(found, Table) and found.partial)
    return not catalog.complete


def constraint_is(op: Any, catalog: Catalog) -> str:
    """check, foreign_key, key, exclusion, or empty for one that is not known."""
    table = _target(op, catalog)
    found = table.constraint(op.name) if table is not None else None
    return CONSTRAINTS.get(type(found), "")


def stays_here(op: Any, catalog: Catalog) -> bool:
    """Whether the constraint is a CHECK with NO INHERIT."""
    table = _target(op, catalog)
    found = table.constraint(op.name) if table is not None else None
    return isinstance(found, Check) and found.no_inherit


def enforcement_changes(op: Any, catalog: Catalog) -> bool:
    """Whether ENFORCED or NOT ENFORCED says anything new; of what is not known, it does."""
    table = _target(op, catalog)
    found = table.constraint(op.name) if table is not None else None
    return found is None or getattr(found, "enforced", None) != op.enforced


def ruled(op: Any, catalog: Catalog) -> str:
    """Whether rules answer the statement: none, also, instead, or in part."""
    if not catalog.ruled:
        return "none"
    from dbarch_lint.engines.postgres import rules

    return rules.answer(op, catalog)


def is_so_already(op: Any, catalog: Catalog) -> bool:
    """Whether ALTER CONSTRAINT says of a foreign key what it is; NOT ENFORCED is looked after in any case."""
    table = _target(op, catalog)
    found = table.constraint(op.name) if table is not None else None
    if not isinstance(found, ForeignKey) or op.inherit is not None:
        return False
    times = (op.deferrable, op.initially_deferred) == (found.deferrable, found.initially_deferred)
    return (op.deferrable is None or times) and (op.enforced is None or (op.enforced and found.enforced))


def new_column_null(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key comes with a new column that has no value in any row."""
    table = _target(op, catalog)
    columns = [table.column(name) for name in op.constraint.columns] if table is not None and op.column_new else []
    return bool(columns) and all(c is not None and c.default is None for c in columns)


def makes_slot(op: Any, _: Catalog) -> bool:
    """Whether CREATE SUBSCRIPTION asks the other server for a slot, as it does unless it is told not to."""
    given = options((op.statement.node or {}).get("options", ()))
    return all(is_on(given.get(word, "")) for word in ("connect", "create_slot"))


def merges_newly(op: Any, catalog: Catalog) -> bool:
    """Whether MERGE has rows without a source, RETURNING, or a view as its target."""
    node = op.statement.node or {}
    clauses = [c.get("MergeWhenClause", {}).get("matchKind") for c in node.get("mergeWhenClauses", ())]
    new = "MERGE_WHEN_NOT_MATCHED_BY_SOURCE" in clauses or "returningClause" in node or "returningList" in node
    return new or relation_kind(op.target, catalog) == "view"


def standard_body(op: Any, _: Catalog) -> bool:
    """Whether a function has its body as BEGIN ATOMIC or RETURN."""
    return "sql_body" in (op.statement.node or {})


def function_there(op: Any, catalog: Catalog) -> bool:
    """Whether a function of the name takes the same arguments."""
    new = op.definition
    return any(f.arguments == new.arguments for f in catalog.functions.get(new.name, ()))


CONSTRAINTS: dict[Any, str] = {Check: "check", ForeignKey: "foreign_key", Key: "key", Exclusion: "exclusion"}

# Words that most histories never ask for, by the module that is loaded when one is.
LATER = {
    "owner_facts": {
        "keeps its owner": "keeps_owner",
        "it lies there already": "lies_there",
        "the table is of another role": "linked_to_another",
        "a sequence is made beside": "makes_sequence",
    },
    "refusal_objects": {
        "the type is of another kind": "type_of_another_kind",
        "the attribute is": "attribute_faults",
        "the function is of another kind": "of_another_kind",
        "several functions have the name": "name_not_unique",
        "it counts what is no table": "counts_no_table",
        "the function is missing": "routine_missing",
        "a thing that it names is missing": "named_missing",
        "what it comments on is missing": "commented_missing",
        "the rule is missing": "rule_missing",
        "there is no such rule": "no_such_rule",
        "the rule is there": "rule_there",
        "it may be there": "replaces",
        "another has the new name": "new_name_there",
        "a policy of another table reads it": "read_by_policy",
        "its conditions have": "policy_faults",
        "its conditions read what is missing": "policy_reads_missing",
        "the missing things that its conditions read": "policy_missing_reads",
        "the schema to drop is missing": "schema_to_drop_missing",
        "a table is made of the type": "types_rows",
        "its tables": "how_many_tables",
        "the owning column is missing": "owner_column_missing",
        "a column owns the sequence": "sequence_owned",
        "its statistics have": "statistics_faults",
        "of its row type": "type_faults",
    },
    "refusal_dependents": {
        "a column holds it inside": "held_inside",
        "a foreign key needs the constraint": "needed_by_foreign_key",
        "a foreign key needs the index": "index_needed",
        "the index is of a parent's": "index_inherited",
        "a column needs the sequence": "sequence_needed",
        "it is of an identity column": "of_identity",
        "another draws from its sequence": "drawn_from",
        "something is of the type": "type_needed",
        "a trigger needs the function": "function_needed",
        "it serves something": "serving",
        "something is in the schema": "schema_filled",
    },
    "refusal_not_null": {
        "the not null that is there": "clash",
        "a not null that is not valid is passed on": "unchecked_below",
        "its not null is not valid": "unchecked",
        "a not null of the key does not suffice": "key_not_enough",
        "a primary key beside it needs the not null": "needed_beside",
        "the not null that it names is": "named",
        "it is the not null of a partitioned table": "on_partitioned",
        "a child has the not null for itself": "child_keeps_own",
        "the name of a not null is taken": "name_taken",
        "a child has the not null by another name": "child_names_it_otherwise",
        "a key needs a not null that is inherited": "local_for_key",
        "the not null is so already": "says_nothing_new",
        "the parent's not null meets": "joining",
        "its not nulls have": "declared",
        "a not null names no column": "missing_column",
    },
    "refusal_retyped": {
        "a number is compared with it": "number_compared",
        "the statement drops its identity": "drops_identity",
    },
    "refusal_settings": {
        "the option has": "option_faults",
        "another access method is named": "another_access_method",
    },
    "refusal_publications": {
        "of its tables": "membership_faults",
        "a publication has it": "published",
        "a partitioned table is filtered": "filter_of_partitioned",
        "it takes whole schemas": "whole_schemas",
        "an unlogged table is published": "unlogged_published",
        "the replica identity needs the column": "needed_for_identity",
        "the rows that a publication sends are not told apart": "changed_rows_not_told_apart",
    },
    "refusal_functions": {
        "it is declared with": "declaration_faults",
        "a type of it is missing": "type_missing",
        "the missing types of it": "missing_types",
        "its language is missing": "language_missing",
        "it replaces": "changes",
        "no function takes these arguments": "arguments_missing",
        "a function of the new name is there": "renamed_onto_another",
        "something calls the function": "is_needed",
        "a function takes or gives it": "type_in_function",
        "a view casts to it": "cast_in_view",
        "its search path leads nowhere": "missing_on_path",
    },
    "refusal_writes": {
        "of the columns that it writes": "written_faults",
        "of the values that it writes": "value_faults",
        "of what it conflicts with": "conflict_faults",
        "no rows are written through it": "unwritable",
        "a rule is on the target": "ruled",
        "a column that it reads is missing": "missing_columns",
        "a column that it names is missing": "named_columns_missing",
    },
    "refusal_parents": {
        "a partition enforces the foreign key otherwise": "enforced_otherwise",
        "a child has the column from others": "child_has_it_from_others",
        "the trigger is of a parent's": "trigger_inherited",
        "it is attached already": "attached_already",
        "the index to attach is": "index_to_attach",
        "the trigger to replace is of a parent's": "replaced_trigger_inherited",
        "it is not attached": "not_attached",
        "it does not inherit from it": "not_its_parent",
        "it would inherit from itself": "circular",
        "it inherits from it already": "inherits_already",
    },
    "refusal_values": {"the values that it uses too early": "named_too_early"},
    "refusal_path": {"the functions that look in vain": "losers"},
    "refusal_triggers": {
        "the trigger has": "trigger_faults",
        "a trigger would clash": "trigger_clashes",
        "a trigger uses the column": "in_trigger",
        "a rule uses the column": "in_rule",
        "a publication uses the column": "in_publication",
        "a published relation is no table": "publishes_no_table",
        "a table of it is missing": "published_missing",
        "the missing tables that it names": "missing_tables",
        "the object is there": "object_there",
        "the object is missing": "object_missing",
        "it names columns": "names_columns",
    },
}


def later(module: str, name: str) -> Fact:
    """A word of a module that is loaded when it is asked for."""
    loaded: list[Fact] = []

    def ask(op: Any, catalog: Catalog) -> object:
        if not loaded:
            loaded.append(getattr(import_module(f"dbarch_lint.engines.postgres.{module}"), name))
        return loaded[0](op, catalog)

    return ask


looks_in_vain = later("refusal_path", "lost")  # loaded only where there are functions

FACTS: dict[str, Fact] = {
    **refusal_names.FACTS,
    **refusal_columns.FACTS,
    **refusal_facts.FACTS,
    "the language": lambda op, _: op.definition.language,
    **{word: later(module, name) for module, words in LATER.items() for word, name in words.items()},
    **refusal_expressions.FACTS,
    **refusal_tables.FACTS,
    **refusal_types.FACTS,
    **refusal_options.FACTS,
    **refusal_rows.FACTS,
    "target is": lambda op, catalog: relation_kind(op.target, catalog),
    "target is unlogged": unlogged,
    "target is empty": rowless,
    "rules answer it": ruled,
    "columns of the view change their type": lambda op, _: bool(op.retyped),
    "something is published": lambda _, catalog: bool(catalog.publications),
    "its functions look on an empty path": lambda op, catalog: bool(catalog.functions) and looks_in_vain(op, catalog),
    "the partition is": lambda op, catalog: relation_kind(op.partition, catalog),
    "an index is rebuilt": lambda op, _: bool(op.rebuilds),
    "the index is renamed": index_renamed,
    "partitions that have the key": partitions_with_key,
    "the column is generated": column_generated,
    "the column is known": column_known,
    "the column is nullable": column_nullable,
    "the constraint is": constraint_is,
    "the check is not inherited": stays_here,
    "only is said": lambda op, _: says_only(op),
    "the trigger exists": trigger_known,
    "the new column is null": new_column_null,
    "it makes a slot": makes_slot,
    "MERGE does more than at first": merges_newly,
    "its body is standard SQL": standard_body,
    "the same function is there": function_there,
    "its enforcement changes": enforcement_changes,
    "the foreign key is so already": is_so_already,
    "the table has an order": lambda op, catalog: (
        (found := _target(op, catalog)) is None or found.partial or found.clustered
    ),
    "of the whole database": lambda op, _: op.table is None,
    "the indexes move": lambda op, _: bool(op.tablespace),
    "it locks rows": lambda op, _: bool(op.row_lock),
}

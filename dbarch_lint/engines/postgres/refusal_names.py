"""Words for refusals that hang on names: what is missing, what is there already, what is of another kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.effects import Fact, is_composite
from dbarch_lint.engines.postgres import expressions, not_null
from dbarch_lint.engines.postgres.types import builtin_names
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Composite, Domain, Index, IndexEntry, Sequence, Table, View
from dbarch_lint.regex import regex

# Extensions that bring functions, types and operators, but no relations: after others, a table may be there unseen.
WITHOUT_RELATIONS = frozenset(
    """plpgsql citext uuid-ossp pgcrypto pg_trgm hstore unaccent btree_gist btree_gin ltree intarray vector
    fuzzystrmatch tablefunc cube earthdistance isn lo seg""".split()
)


# What REINDEX CONCURRENTLY leaves behind where it fails, and no migration makes.
LEFT_BEHIND = regex(r"_cc(new|old)\d*$")


def absent(name: Name | None, catalog: Catalog) -> bool:
    """Whether there is no relation of this name: the history is whole, and nothing else could have made it."""
    return (
        name is not None
        and name not in catalog.relations
        and name not in catalog.missed
        and not LEFT_BEHIND.search(name.name)
        and (catalog.complete or catalog.assumed == name)
        and (name.schema in catalog.schemas or name.schema == "public")  # each database begins with that
        and not name.name.startswith("pg_")
        and WITHOUT_RELATIONS.issuperset(catalog.extensions)
    )


def missing_is_fine(op: Any) -> bool:
    """Whether the statement says IF EXISTS."""
    node = op.statement.node or {}
    return bool(getattr(op, "if_exists", False) or node.get("missing_ok"))


def target_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the relation that the statement needs is not there."""
    if not absent(op.target, catalog) or missing_is_fine(op):
        return False
    if getattr(op, "kind", "") == "column" and op.target in catalog.types:  # COMMENT ON COLUMN of a composite type
        return False
    return not (op.target in catalog.taken_along and drops_another_first(op))


def drops_another_first(op: Any) -> bool:
    """Whether the statement is a DROP that names others before the target: it may have gone with one of them."""
    objects: Any = (op.statement.node or {}).get("objects", ()) if op.statement.kind == "DropStmt" else ()
    if len(objects) < 2:
        return False
    first = objects[0].get("List", {}).get("items", ())
    return expressions.names_of(first)[-1:] != (op.target.name,)


def said_of_target(op: Any, _: Catalog) -> str:
    """TABLE or FOREIGN TABLE, as a DROP says; empty: something else takes the table along."""
    return str((op.statement.node or {}).get("removeType", "")).removeprefix("OBJECT_").replace("_", " ")


def index_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the index that the statement needs is not there."""
    return absent(op.index, catalog) and not missing_is_fine(op)


def index_named(op: Any) -> str:
    """The index that CLUSTER, CLUSTER ON or REPLICA IDENTITY USING INDEX names; empty: none."""
    names = getattr(op, "names", ())
    return "".join(names) or getattr(op, "value", "") or (op.statement.node or {}).get("indexname", "")


def used_index_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the table has no index of the name that it is told to use."""
    view = catalog.view(op.target) if op.target is not None else None
    name = op.constraint.using_index if hasattr(op, "constraint") else index_named(op)
    if view is not None:
        return catalog.complete and view.materialized and all(index.name != name for index in view.indexes)
    table = catalog.table(op.target)
    return table is not None and not table.partial and catalog.complete and bool(name) and name not in table.index_names


def read_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a view or a query reads what is not there."""
    return bool(missing_reads(op, catalog))


def missing_reads(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """What a view or a query reads that is not there."""
    definition = getattr(op, "definition", None)
    names: Iterable[Name] = sorted(definition.uses) if isinstance(definition, View) else op.reads
    return tuple([name for name in names if absent(name, catalog)])


def needed_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a new table needs one that is not there."""
    return bool(missing_needs(op, catalog))


def missing_needs(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The tables that a new one needs and that are not there: as a parent, a model, or for a foreign key."""
    new = op.definition
    names = [*new.inherits, *[like.table for like in op.likes], *[k.target for k in new.foreign_keys]]
    if new.partition_of is not None:
        names.append(new.partition_of)
    return tuple([n for n in names if absent(n, catalog) and n != op.table and n not in catalog.types])


def key_target_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the table that a foreign key points to is not there."""
    return absent(op.constraint.target, catalog)


def known_table(op: Any, catalog: Catalog) -> Table | None:
    """The target, where all of it is known."""
    table = catalog.table(op.target) if op.target is not None else None
    return None if table is None or table.partial or not catalog.complete else table


def constraint_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the table has no constraint of this name, and no NOT NULL that could have it."""
    return unnamed(op, catalog) and not not_null.column_named(catalog.table(op.target), op.name, catalog)


def unnamed(op: Any, catalog: Catalog) -> bool:
    """Whether nothing but a NOT NULL could have the name of the constraint, if anything has."""
    table = known_table(op, catalog)
    return table is not None and not getattr(op, "missing_ok", False) and op.name not in table.constraint_names


def constraint_there(op: Any, catalog: Catalog) -> bool:
    """Whether the table has a constraint of the new one's name."""
    table = catalog.table(op.target)
    new = getattr(op, "constraint", None)
    name = op.new_name if new is None else new.name
    found = table.constraint(name) if table is not None else None
    if isinstance(new, Check) and isinstance(found, Check) and found.inherited and found.expression == new.expression:
        return False  # the two become one
    return table is not None and name in table.constraint_names


def check_not_valid(op: Any, catalog: Catalog) -> bool:
    """Whether the CHECK of the name that the table has is NOT VALID."""
    table = catalog.table(op.target)
    found = table.constraint(op.constraint.name) if table is not None else None
    return isinstance(found, Check) and not found.validated


def type_name_taken(op: Any, catalog: Catalog) -> str:
    """What has the new name of a type: a type, rows of a table or view, a sequence, or, for a row type, a relation."""
    new = op.name.sibling(op.new_name)
    found = catalog.relations.get(new)
    if new in catalog.types:
        return "a type"
    if isinstance(found, Table | View):
        return "rows"
    if found is not None and is_composite(catalog.types.get(op.name)):
        return "a relation"
    return "a sequence" if isinstance(found, Sequence) else ""


def key_name_taken(op: Any, catalog: Catalog) -> bool:
    """Whether a relation has the name of the index that a new key needs."""
    name = op.constraint.name
    if getattr(op, "using_index", False) and name == op.constraint.using_index:
        return False
    return op.target.sibling(name) in catalog.relations


def new_name_taken(op: Any, catalog: Catalog) -> bool:
    """Whether the new name of a relation is taken."""
    name = op.index if hasattr(op, "index") else op.target
    moved = Name(op.schema, name.name) if hasattr(op, "schema") else name.sibling(op.new_name)
    if hasattr(op, "schema") and moved == name:  # where it is already, it may stay
        return False
    return name in catalog.relations and moved in catalog.relations


def type_taken(op: Any, catalog: Catalog) -> bool:
    """Whether a type has the name of a new type or table, or a table that of a new type."""
    name = op.definition.name
    if isinstance(op.definition, Table):
        return name in catalog.types
    if is_shell(catalog.types.get(name)) and not is_shell(op.definition):
        return False
    return name in catalog.types or isinstance(catalog.relations.get(name), Table | View)


def is_shell(found: object) -> bool:
    """Whether a type is a mere name so far, which its definition will fill."""
    return isinstance(found, Composite) and found.kind == "shell"


def type_has_new_name(op: Any, catalog: Catalog) -> bool:
    """Whether a type has the new name of a table or view: these are types themselves."""
    return op.target in catalog.relations and op.target.sibling(op.new_name) in catalog.types


def view_column_known(op: Any, catalog: Catalog) -> bool:
    """Whether the column that the statement names is of the view, or may be."""
    view, node = catalog.view(op.target), op.statement.node or {}
    commands = [c.get("AlterTableCmd", {}) for c in node.get("cmds", ())]
    named = [n for n in (node.get("subname"), *(c.get("name") for c in commands)) if n]
    return view is None or not all(view.columns) or not view.columns or set(named) <= set(view.columns)


def new_view_column_there(op: Any, catalog: Catalog) -> bool:
    """Whether a view has a column of the new name."""
    view = catalog.view(op.target)
    return view is not None and op.names[-1] in view.columns


def type_missing(op: Any, catalog: Catalog) -> bool:
    """Whether there is certainly no type of this name."""
    return (
        op.name not in catalog.types
        and op.name not in catalog.missed
        and not missing_is_fine(op)
        and catalog.complete
        and op.name.schema in catalog.schemas
        and not set(catalog.extensions) - {"plpgsql"}
        and catalog.table(op.name) is None
    )


# Extensions of which functions.txt knows all functions that people call, and that bring no types but well-known ones.
WITH_KNOWN_FUNCTIONS = frozenset("plpgsql citext pg_trgm pgcrypto unaccent uuid-ossp".split())
WITHOUT_TYPES = frozenset("plpgsql pg_trgm pgcrypto unaccent uuid-ossp fuzzystrmatch".split())


def function_missing(name: Name, catalog: Catalog) -> bool:
    """Whether there is certainly no function of this name, nor a type that is written like one."""
    if not catalog.complete or (name.schema and name.schema not in catalog.schemas):
        return False
    known = expressions.known_functions()
    return (
        name.name not in known.builtin
        and not made_here(name, catalog)
        and WITH_KNOWN_FUNCTIONS.issuperset(catalog.extensions)
        and (name.name not in known.extension or set(catalog.extensions) <= {"plpgsql"})
        and name.name not in builtin_names()
    )


def made_here(name: Name, catalog: Catalog) -> bool:
    """Whether the history has made a function or a type of this name, in whatever schema."""
    for schema in ("", *catalog.schemas):
        place = Name(schema, name.name)
        if place in catalog.functions or place in catalog.types:
            return True
    return False


def type_absent(type_: Type, catalog: Catalog) -> bool:
    """Whether there is certainly no type like this: nor a table, which is a type too."""
    if type_.builtin or not type_.known or not catalog.complete or type_.name.endswith("%type"):
        return False
    places = [
        Name(schema, type_.name) for schema in ((type_.schema,) if type_.schema else (*catalog.schemas, "pg_temp"))
    ]
    return (
        not any(place in catalog.types or place in catalog.relations for place in places)
        and Name(type_.schema, type_.name) not in catalog.missed
        and (not type_.schema or type_.schema in catalog.schemas)
        and WITHOUT_TYPES.issuperset(catalog.extensions)
        and not type_.name.startswith(("pg_", "_"))
    )


def column_type_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a new column, or a changed one, is of a type that is not there."""
    return bool(missing_types(op, catalog))


def missing_types(op: Any, catalog: Catalog) -> tuple[Type, ...]:
    """The types of new columns, or of changed ones, that are not there."""
    definition = getattr(op, "definition", None)
    if isinstance(definition, Table):
        types = [c.type for c in definition.columns if not c.inherited and not op.exists]
    elif definition is not None:
        types = [definition.type] if isinstance(definition, Domain) else []
    else:
        types = [op.type if hasattr(op, "type") else op.column.type]
    return tuple([t for t in types if not t.builtin and type_absent(t, catalog)])


def drawn_missing(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The sequences that new defaults draw from and that are not there."""
    definition = getattr(op, "definition", None)
    if isinstance(definition, Table):
        drawn = [c.draws_from for c in definition.columns if not c.inherited and not op.exists]
    else:
        drawn = [op.draws_from if hasattr(op, "draws_from") else op.column.draws_from]
    own = {s.name for s in getattr(op, "sequences", ())} | {s.name for s in [getattr(op, "sequence", None)] if s}
    lost = [name for name in drawn if name is not None and name not in own and absent(name, catalog)]
    elsewhere = {n.name for n, r in catalog.relations.items() if type(r) is Sequence} if lost else set()
    return tuple([name for name in lost if name.name not in elsewhere])  # the path may lead to another schema


def public_gone(op: Any, catalog: Catalog) -> bool:
    """Whether something is to be made in the schema public, which every database begins with, and that is no more."""
    if "public" in catalog.schemas:
        return False
    name = getattr(op, "table", None) or op.definition.name
    return bool(name.schema == "public")


def schema_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the schema that something moves to is not there."""
    return catalog.complete and op.schema not in catalog.schemas and not op.schema.startswith("pg_")


def trigger_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the table has no trigger of this name."""
    table = known_table(op, catalog)
    return table is not None and bool(op.name) and op.name not in {t.name for t in table.triggers}


def trigger_there(op: Any, catalog: Catalog) -> bool:
    """Whether the table has a trigger of the new one's name."""
    found = catalog.relations.get(op.target)
    return isinstance(found, Table | View) and op.trigger.name in {t.name for t in found.triggers}


def policy_missing(op: Any, catalog: Catalog) -> bool:
    """Whether the table has no policy of this name."""
    table = known_table(op, catalog)
    return table is not None and op.name not in {p.name for p in table.policies}


def policy_there(op: Any, catalog: Catalog) -> bool:
    """Whether the table has a policy of the new one's name."""
    table = catalog.table(op.target)
    return table is not None and op.policy.name in {p.name for p in table.policies}


def index_in_constraint(op: Any, catalog: Catalog) -> bool:
    """Whether the index of USING INDEX belongs to a constraint already."""
    table = catalog.table(op.target)
    return table is not None and table.constraint(op.constraint.using_index) is not None


def unfit_for_identity(op: Any, catalog: Catalog) -> bool:
    """Whether the index cannot tell rows apart: it must be unique, over all rows, of columns that are NOT NULL."""
    table, name = known_table(op, catalog), "".join(op.names)
    key = table.constraint(name) if table is not None else None
    index = table.index(name) if table is not None else None
    found = index or key
    if table is None or found is None:
        return False
    if isinstance(found, Index) and (not found.unique or found.where or len(found.columns) < len(found.parts)):
        return True
    nullable = {c.name for c in table.columns if c.nullable}
    return bool(nullable & set(getattr(found, "columns", ()))) or bool(getattr(found, "deferrable", False))


def unfit_for_cluster(op: Any, catalog: Catalog) -> bool:
    """Whether rows cannot be put in the order of the index: it is partial, or of a kind that has no order."""
    table = catalog.table(op.target)
    name = index_named(op)
    index = table.index(name) if table is not None else None
    return index is not None and (index.where is not None or index.method not in {"btree", "gist"})


def not_of_index(op: Any, catalog: Catalog) -> bool:
    """Whether a relation is there under the name, but is no index."""
    found = catalog.relations.get(op.index)
    return found is not None and not isinstance(found, IndexEntry)


def option_in_front(op: Any, _: Catalog) -> bool:
    """Whether an option of REINDEX stands in parentheses, before what it is about."""
    before, options, _ = op.statement.text.partition("(")
    return bool(options) and before.split() == before.split()[:1]


FACTS: dict[str, Fact] = {
    "it draws from what is missing": lambda op, catalog: bool(drawn_missing(op, catalog)),
    "the missing sequences": drawn_missing,
    "it is written as an option": option_in_front,
    "the type of the column is missing": column_type_missing,
    "the schema is missing": schema_missing,
    "the schema public is gone": public_gone,
    "the target is missing": target_missing,
    "it says of its target": said_of_target,
    "the index is missing": index_missing,
    "it is no index": not_of_index,
    "the index to use is missing": used_index_missing,
    "it is of a view": lambda op, catalog: any(catalog.view(name) is not None for name in op.tables),
    "it is like another table": lambda op, _: bool(op.likes),
    "it reads what is missing": read_missing,
    "the missing things that it reads": missing_reads,
    "the missing tables that it needs": missing_needs,
    "the missing types": missing_types,
    "what it needs is missing": needed_missing,
    "the referenced table is missing": key_target_missing,
    "the constraint is missing": constraint_missing,
    "only a not null could have the name": unnamed,
    "the constraint is there": constraint_there,
    "the check there is not valid": check_not_valid,
    "the new name of the type is of": type_name_taken,
    "the name of its index is taken": key_name_taken,
    "the new name is taken": new_name_taken,
    "the type is there": type_taken,
    "a type has the new name": type_has_new_name,
    "the partition is missing": lambda op, catalog: absent(op.partition, catalog) and not missing_is_fine(op),
    "the column is of the view": view_column_known,
    "the new column is of the view": new_view_column_there,
    "the column is a number": lambda op, _: op.column.isdigit(),
    "the type is missing": type_missing,
    "the trigger is missing": trigger_missing,
    "the trigger is there": trigger_there,
    "the policy is missing": policy_missing,
    "the policy is there": policy_there,
    "the schema is there": lambda op, catalog: op.name in catalog.schemas,
    "the extension is there": lambda op, catalog: op.name in catalog.extensions,
    "the index is of a constraint": index_in_constraint,
    "the index does not identify rows": unfit_for_identity,
    "the index has no order": unfit_for_cluster,
    "the target is known": lambda op, catalog: known_table(op, catalog) is not None,
}

"""Lowering of the statements that exist for every kind of object: DROP, RENAME, SET SCHEMA, OWNER TO, COMMENT, ...

One table a statement, by kind of object; kinds that it does not hold are objects of which only the name matters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import Node, cascades, qualified, range_var
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement

# --- DROP

Drop = Callable[[Statement, Node, Node], Operation]  # statement, its tree, one of its objects


def lower_drop(statement: Statement, node: Node) -> Sequence[Operation]:
    """DROP of one or more objects of one kind: an operation each."""
    kind = named.word(node["removeType"])
    drop = DROPS.get(kind)
    if drop is None:
        return [drop_named(statement, node, o, kind) for o in node["objects"]]
    once = {str(o): o for o in node["objects"]}  # the server forgives a name that stands twice
    return [drop(statement, node, o) for o in once.values()]


def drop_named(statement: Statement, node: Node, item: Node, kind: str) -> Operation:
    """DROP of an object of which only the name matters."""
    return ops.DropObject(
        statement=statement,
        kind=kind,
        name=named.text(item, kind),
        if_exists=node.get("missing_ok", False),
        cascade=cascades(node),
    )


def drop_relation(cls: Callable[..., Operation], **fields: object) -> Drop:
    """DROP of something that stands among the relations."""

    def drop(statement: Statement, node: Node, item: Node) -> Operation:
        return cls(
            statement=statement,
            table=qualified(named.items(item)),
            if_exists=node.get("missing_ok", False),
            cascade=cascades(node),
            **fields,
        )

    return drop


def drop_index(statement: Statement, node: Node, item: Node) -> Operation:
    """DROP INDEX."""
    return ops.DropIndex(
        statement=statement,
        index=qualified(named.items(item)),
        concurrent=node.get("concurrent", False),
        if_exists=node.get("missing_ok", False),
        cascade=cascades(node),
    )


def drop_type(*, domain: bool) -> Drop:
    """DROP TYPE and DROP DOMAIN."""

    def drop(statement: Statement, node: Node, item: Node) -> Operation:
        return ops.DropType(
            statement=statement,
            name=named.type_name(item),
            domain=domain,
            if_exists=node.get("missing_ok", False),
            cascade=cascades(node),
        )

    return drop


def drop_by_text(cls: Callable[..., Operation]) -> Drop:
    """DROP SCHEMA and DROP EXTENSION: a plain name."""

    def drop(statement: Statement, node: Node, item: Node) -> Operation:
        return cls(
            statement=statement, name=named.text(item), if_exists=node.get("missing_ok", False), cascade=cascades(node)
        )

    return drop


def drop_routine(statement: Statement, node: Node, item: Node) -> Operation:
    """DROP FUNCTION, PROCEDURE, ROUTINE or AGGREGATE."""
    name, arguments = named.routine(item["ObjectWithArgs"])
    return ops.DropFunction(
        statement=statement,
        name=name,
        arguments=arguments,
        if_exists=node.get("missing_ok", False),
        cascade=cascades(node),
    )


def drop_on_relation(cls: Callable[..., Operation]) -> Drop:
    """DROP TRIGGER and DROP POLICY."""

    def drop(statement: Statement, node: Node, item: Node) -> Operation:
        table, name = named.on_relation(item)
        return cls(statement=statement, table=table, name=name, if_exists=node.get("missing_ok", False))

    return drop


def drop_rule(statement: Statement, node: Node, item: Node) -> Operation:
    """DROP RULE."""
    table, name = named.on_relation(item)
    return ops.DropObject(
        statement=statement,
        kind="rule",
        name=name,
        tables=(table,),
        if_exists=node.get("missing_ok", False),
        cascade=cascades(node),
    )


DROPS: dict[str, Drop] = {
    "table": drop_relation(ops.DropTable),
    "foreign_table": drop_relation(ops.DropTable),
    "view": drop_relation(ops.DropView),
    "matview": drop_relation(ops.DropView, materialized=True),
    "sequence": drop_relation(ops.DropSequence),
    "index": drop_index,
    "type": drop_type(domain=False),
    "domain": drop_type(domain=True),
    "schema": drop_by_text(ops.DropSchema),
    "extension": drop_by_text(ops.DropExtension),
    "trigger": drop_on_relation(ops.DropTrigger),
    "policy": drop_on_relation(ops.DropPolicy),
    "rule": drop_rule,
    **dict.fromkeys(named.ROUTINES, drop_routine),
}

# --- RENAME

Rename = Callable[[Statement, Node], Operation]


def lower_rename(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER ... RENAME."""
    kind = named.word(node["renameType"])
    rename = RENAMES.get(kind)
    if rename is not None:
        return (rename(statement, node),)
    # roles, databases and tablespaces have their old name beside the new one, all others are an object
    old = named.text(node["object"], kind) if "object" in node else node.get("subname", "")
    return (ops.AlterObject(statement=statement, kind=kind, name=old, action="rename", new_name=node["newname"]),)


def rename_relation(cls: Callable[..., Operation], *, optional: bool = False, **fields: object) -> Rename:
    """RENAME TO of a relation; `optional`: its operation knows IF EXISTS."""

    def rename(statement: Statement, node: Node) -> Operation:
        extra = {"if_exists": node.get("missing_ok", False)} if optional else {}
        return cls(statement=statement, table=range_var(node["relation"]), new_name=node["newname"], **fields, **extra)

    return rename


def rename_index(statement: Statement, node: Node) -> Operation:
    """ALTER INDEX ... RENAME TO."""
    return ops.RenameIndex(
        statement=statement,
        index=range_var(node["relation"]),
        new_name=node["newname"],
        if_exists=node.get("missing_ok", False),
    )


def rename_column(statement: Statement, node: Node) -> Operation:
    """RENAME COLUMN, of a table or a view."""
    relation = node["relation"]
    kind = named.word(node["relationType"])
    if kind in {"view", "matview"}:
        return ops.AlterView(
            statement=statement,
            table=range_var(relation),
            materialized=kind == "matview",
            option="rename_column",
            names=(node["subname"], node["newname"]),
        )
    return ops.RenameColumn(
        statement=statement,
        table=range_var(relation),
        column=node["subname"],
        new_name=node["newname"],
        if_exists=node.get("missing_ok", False),
        only=not relation.get("inh", False),
    )


def rename_constraint(statement: Statement, node: Node) -> Operation:
    """RENAME CONSTRAINT of a table."""
    relation = node["relation"]
    return ops.RenameConstraint(
        statement=statement,
        table=range_var(relation),
        name=node["subname"],
        new_name=node["newname"],
        if_exists=node.get("missing_ok", False),
        only=not relation.get("inh", False),
    )


def rename_type(*, domain: bool) -> Rename:
    """RENAME TO of a type or domain."""

    def rename(statement: Statement, node: Node) -> Operation:
        name = named.type_name(node["object"])
        return ops.RenameType(statement=statement, name=name, new_name=node["newname"], domain=domain)

    return rename


def rename_attribute(statement: Statement, node: Node) -> Operation:
    """RENAME ATTRIBUTE of a composite type."""
    return ops.AlterType(
        statement=statement,
        name=range_var(node["relation"]),
        action="rename_attribute",
        attribute=node["subname"],
        new_name=node["newname"],
        cascade=cascades(node),
    )


def rename_domain_constraint(statement: Statement, node: Node) -> Operation:
    """RENAME CONSTRAINT of a domain."""
    return ops.AlterDomain(
        statement=statement,
        name=named.type_name(node["object"]),
        action="rename_constraint",
        constraint=node["subname"],
        new_name=node["newname"],
    )


def rename_schema(statement: Statement, node: Node) -> Operation:
    """ALTER SCHEMA ... RENAME TO."""
    return ops.RenameSchema(statement=statement, name=node["subname"], new_name=node["newname"])


def rename_routine(statement: Statement, node: Node) -> Operation:
    """RENAME TO of a function, procedure or aggregate."""
    name, arguments = named.routine(node["object"]["ObjectWithArgs"])
    return ops.AlterFunction(statement=statement, name=name, arguments=arguments, new_name=node["newname"])


def rename_trigger(statement: Statement, node: Node) -> Operation:
    """ALTER TRIGGER ... RENAME TO."""
    return ops.AlterTrigger(
        statement=statement,
        table=range_var(node["relation"]),
        name=node["subname"],
        action="rename",
        new_name=node["newname"],
    )


def rename_policy(statement: Statement, node: Node) -> Operation:
    """ALTER POLICY ... RENAME TO."""
    return ops.AlterPolicy(
        statement=statement, table=range_var(node["relation"]), name=node["subname"], new_name=node["newname"]
    )


def rename_rule(statement: Statement, node: Node) -> Operation:
    """ALTER RULE ... RENAME TO."""
    table = range_var(node["relation"])
    return ops.AlterObject(
        statement=statement,
        kind="rule",
        name=node["subname"],
        action="rename",
        tables=(table,),
        new_name=node["newname"],
    )


RENAMES: dict[str, Rename] = {
    "table": rename_relation(ops.RenameTable, optional=True),
    "foreign_table": rename_relation(ops.RenameTable, optional=True),
    "view": rename_relation(ops.RenameView),
    "matview": rename_relation(ops.RenameView, materialized=True),
    "sequence": rename_relation(ops.RenameSequence),
    "index": rename_index,
    "column": rename_column,
    "constraint": rename_constraint,
    "type": rename_type(domain=False),
    "domain": rename_type(domain=True),
    "attribute": rename_attribute,
    "domain_constraint": rename_domain_constraint,
    "schema": rename_schema,
    "trigger": rename_trigger,
    "policy": rename_policy,
    "rule": rename_rule,
    **dict.fromkeys(named.ROUTINES, rename_routine),
}

# --- SET SCHEMA, OWNER TO, DEPENDS ON EXTENSION

MOVABLE = named.RELATIONS | named.ROUTINES | {"type", "domain"}


def lower_set_schema(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER ... SET SCHEMA."""
    kind = named.word(node["objectType"])
    if kind not in MOVABLE:
        name = named.text(node["object"], kind)
        moved = f"{node['newschema']}.{name.rpartition('.')[2]}".removeprefix("public.") if kind == "statistics" else ""
        return (ops.AlterObject(statement=statement, kind=kind, name=name, action="set_schema", new_name=moved),)
    return (
        ops.SetSchema(
            statement=statement,
            kind=kind,
            table=object_name(node),
            schema=node["newschema"],
            if_exists=node.get("missing_ok", False),
        ),
    )


def object_name(node: Node) -> Name:
    """What a statement is about, if it has a qualified name: a relation, routine, type or domain."""
    if "relation" in node:
        return range_var(node["relation"])
    subject = node["object"]
    return named.routine(subject["ObjectWithArgs"])[0] if "ObjectWithArgs" in subject else named.type_name(subject)


def alter_routine(statement: Statement, node: Node) -> Operation:
    """What changes neither name nor attributes of a function, procedure or aggregate."""
    name, arguments = named.routine(node["object"]["ObjectWithArgs"])
    return ops.AlterFunction(statement=statement, name=name, arguments=arguments)


def lower_owner(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER ... OWNER TO; that of relations is an ALTER TABLE to the grammar."""
    kind, role = named.word(node["objectType"]), named.role(node["newowner"])
    if kind in named.ROUTINES:
        name, arguments = named.routine(node["object"]["ObjectWithArgs"])
        return (ops.AlterFunction(statement=statement, name=name, arguments=arguments, role=role),)
    if kind == "type":
        return (ops.AlterType(statement=statement, name=object_name(node), action="owner", role=role),)
    if kind == "domain":
        return (ops.AlterDomain(statement=statement, name=object_name(node), action="owner", role=role),)
    spelled = named.text(node["object"], kind)
    return (ops.AlterObject(statement=statement, kind=kind, name=spelled, action="owner", role=role),)


def lower_depends(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER ... [NO] DEPENDS ON EXTENSION."""
    kind = named.word(node["objectType"])
    if kind in named.ROUTINES:
        return (alter_routine(statement, node),)
    relation = range_var(node["relation"])
    if kind == "index":
        return (ops.AlterIndex(statement=statement, index=relation, option="depends"),)
    if kind == "matview":
        return (ops.AlterView(statement=statement, table=relation, materialized=True, option="depends"),)
    name = named.text(node["object"], kind)
    return (ops.AlterTrigger(statement=statement, table=relation, name=name, action="depends"),)


# --- COMMENT, SECURITY LABEL


def lower_comment(statement: Statement, node: Node) -> Sequence[Operation]:
    """COMMENT ON; IS NULL takes the comment away."""
    kind, subject = named.word(node["objtype"]), node["object"]
    table: Name | None = None
    name = ""
    if kind in named.RELATIONS:
        table = qualified(named.items(subject))
    elif kind in named.ON_RELATION:
        table, name = named.on_relation(subject)
    else:
        name = named.text(subject, kind)
    return (ops.Comment(statement=statement, kind=kind, table=table, name=name, text=node.get("comment", "")),)


def lower_label(statement: Statement, node: Node) -> Sequence[Operation]:
    """SECURITY LABEL ON: a note for another program, like a comment."""
    kind, subject = named.word(node["objtype"]), node["object"]
    tables: tuple[Name, ...] = ()
    if kind in named.RELATIONS:
        tables, name = (qualified(named.items(subject)),), ""
    elif kind in named.ON_RELATION:
        table, name = named.on_relation(subject)
        tables = (table,)
    else:
        name = named.text(subject, kind)
    return (ops.AlterObject(statement=statement, kind=kind, name=name, action="security_label", tables=tables),)


LOWER = {
    "DropStmt": lower_drop,
    "RenameStmt": lower_rename,
    "AlterObjectSchemaStmt": lower_set_schema,
    "AlterOwnerStmt": lower_owner,
    "AlterObjectDependsStmt": lower_depends,
    "CommentStmt": lower_comment,
    "SecLabelStmt": lower_label,
}

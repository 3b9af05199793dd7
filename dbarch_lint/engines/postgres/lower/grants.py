"""Lowering of GRANT and REVOKE: on objects, of roles, and by default."""

from __future__ import annotations

from collections.abc import Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import Node, is_on, options, qualified, range_var, strings
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement


def privileges(node: Node) -> tuple[str, ...]:
    """Privileges in lower case; those on columns only count as privileges on the table. Empty: all."""
    return tuple([p["AccessPriv"].get("priv_name", "all") for p in node.get("privileges", ())])


def object_name(node: Node) -> Name:
    """What a privilege is on."""
    ((form, value),) = node.items()
    if form == "RangeVar":
        return range_var(value)
    if form == "ObjectWithArgs":
        return qualified(value["objname"])
    return qualified(value["items"]) if form == "List" else Name("", named.text(node))


def lower_grant(statement: Statement, node: Node) -> Sequence[Operation]:
    """GRANT or REVOKE on objects."""
    if node.get("grant_option") and not node.get("is_grant"):
        return (ops.Ignored(statement=statement, what="REVOKE GRANT OPTION"),)
    return (
        ops.Grant(
            statement=statement,
            kind=named.word(node["objtype"]),
            names=tuple([object_name(o) for o in node.get("objects", ())]),
            privileges=privileges(node),
            grantees=named.roles(node.get("grantees")),
            revoke=not node.get("is_grant", False),
            all_in_schema=node.get("targtype") == "ACL_TARGET_ALL_IN_SCHEMA",
        ),
    )


def lower_grant_role(statement: Statement, node: Node) -> Sequence[Operation]:
    """GRANT or REVOKE of membership in roles; REVOKE of an option leaves the membership."""
    revoke = not node.get("is_grant", False)
    if revoke and any(not is_on(v) for v in options(node.get("opt")).values()):
        return (ops.Ignored(statement=statement, what="REVOKE of a membership option"),)
    granted = tuple([Name("", p["AccessPriv"].get("priv_name", "")) for p in node.get("granted_roles", ())])
    return (
        ops.Grant(
            statement=statement,
            kind="role",
            names=granted,
            grantees=named.roles(node.get("grantee_roles")),
            revoke=revoke,
        ),
    )


def lower_default_privileges(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER DEFAULT PRIVILEGES; the names are those of the schemas that it is limited to."""
    action = node["action"]
    if action.get("grant_option") and not action.get("is_grant"):
        return (ops.Ignored(statement=statement, what="REVOKE GRANT OPTION"),)
    schemas = [o["DefElem"]["arg"] for o in node.get("options", ()) if o["DefElem"]["defname"] == "schemas"]
    return (
        ops.Grant(
            statement=statement,
            kind="default",
            names=tuple([Name("", s) for nodes in schemas for s in strings(named.items(nodes))]),
            privileges=privileges(action),
            grantees=named.roles(action.get("grantees")),
            revoke=not action.get("is_grant", False),
        ),
    )


LOWER = {
    "GrantStmt": lower_grant,
    "GrantRoleStmt": lower_grant_role,
    "AlterDefaultPrivilegesStmt": lower_default_privileges,
}

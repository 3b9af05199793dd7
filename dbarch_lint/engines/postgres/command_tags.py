"""The command tags by which event triggers know statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.versions import REINDEX_IS_TOLD

Node = dict[str, Any]
# Databases, roles and tablespaces belong to no database, and event triggers are not told of each other.
UNSEEN = frozenset({"database", "role", "tablespace", "event_trigger", "parameter"})
SAID_OTHERWISE = {
    "matview": "materialized view",
    "opclass": "operator class",
    "opfamily": "operator family",
    "tabconstraint": "table",
    "constraint": "table",
    "column": "table",
    "attribute": "type",
    "domain_constraint": "domain",
    "access_method": "access method",
}


def called(object_type: str) -> str:
    """What a kind of object is called in a tag; empty where event triggers are not told."""
    word = named.word(object_type)
    return "" if word in UNSEEN else SAID_OTHERWISE.get(word, word).replace("_", " ").upper()


def of(verb: str, key: str, default: str = "") -> Callable[[Node], str]:
    """A tag that ends in the kind of object that a field says."""

    def tag(node: Node) -> str:
        kind = called(node.get(key, default))
        return f"{verb} {kind}" if kind else ""

    return tag


def seen(tag: str, key: str) -> Callable[[Node], str]:
    """A tag without the kind of object, which decides only whether event triggers are told."""
    return lambda node: tag if called(node.get(key, "OBJECT_TABLE")) else ""


def renamed(node: Node) -> str:
    """RENAME of a part of an object is an ALTER of the whole."""
    kind = node.get("renameType", "OBJECT_TABLE")
    whole = node.get("relationType") if kind in {"OBJECT_COLUMN", "OBJECT_ATTRIBUTE"} else None
    return of("ALTER", "renameType")({"renameType": whole or kind})


def queried(node: Node) -> str:
    """CREATE TABLE AS and CREATE MATERIALIZED VIEW."""
    return "CREATE MATERIALIZED VIEW" if node.get("objtype") == "OBJECT_MATVIEW" else "CREATE TABLE AS"


TAGS: dict[str, str | Callable[[Node], str]] = {
    "AlterTableStmt": of("ALTER", "objtype", "OBJECT_TABLE"),
    "AlterObjectSchemaStmt": of("ALTER", "objectType"),
    "AlterOwnerStmt": of("ALTER", "objectType"),
    "AlterObjectDependsStmt": of("ALTER", "objectType"),
    "AlterFunctionStmt": of("ALTER", "objtype", "OBJECT_FUNCTION"),
    "RenameStmt": renamed,
    "DropStmt": of("DROP", "removeType", "OBJECT_TABLE"),
    "DefineStmt": of("CREATE", "kind"),
    "CommentStmt": seen("COMMENT", "objtype"),
    "SecLabelStmt": seen("SECURITY LABEL", "objtype"),
    "GrantStmt": lambda node: seen("GRANT" if node.get("is_grant") else "REVOKE", "objtype")(node),
    "CreateFunctionStmt": lambda node: f"CREATE {'PROCEDURE' if node.get('is_procedure') else 'FUNCTION'}",
    "CreateTableAsStmt": queried,
    "SelectStmt": lambda node: "SELECT INTO" if "intoClause" in node else "",
    "AlterDefaultPrivilegesStmt": "ALTER DEFAULT PRIVILEGES",
    "CreateStmt": "CREATE TABLE",
    "CreateForeignTableStmt": "CREATE FOREIGN TABLE",
    "ViewStmt": "CREATE VIEW",
    "IndexStmt": "CREATE INDEX",
    "CreateSeqStmt": "CREATE SEQUENCE",
    "AlterSeqStmt": "ALTER SEQUENCE",
    "CreateTrigStmt": "CREATE TRIGGER",
    "RuleStmt": "CREATE RULE",
    "CreatePolicyStmt": "CREATE POLICY",
    "AlterPolicyStmt": "ALTER POLICY",
    "CreateSchemaStmt": "CREATE SCHEMA",
    "CreateEnumStmt": "CREATE TYPE",
    "CreateRangeStmt": "CREATE TYPE",
    "CompositeTypeStmt": "CREATE TYPE",
    "AlterEnumStmt": "ALTER TYPE",
    "AlterTypeStmt": "ALTER TYPE",
    "CreateDomainStmt": "CREATE DOMAIN",
    "AlterDomainStmt": "ALTER DOMAIN",
    "CreateExtensionStmt": "CREATE EXTENSION",
    "AlterExtensionStmt": "ALTER EXTENSION",
    "AlterExtensionContentsStmt": "ALTER EXTENSION",
    "RefreshMatViewStmt": "REFRESH MATERIALIZED VIEW",
    "CreateStatsStmt": "CREATE STATISTICS",
    "AlterStatsStmt": "ALTER STATISTICS",
    "CreatePublicationStmt": "CREATE PUBLICATION",
    "AlterPublicationStmt": "ALTER PUBLICATION",
    "CreateCastStmt": "CREATE CAST",
    "CreatePLangStmt": "CREATE LANGUAGE",
    "AlterTableMoveAllStmt": of("ALTER", "objtype", "OBJECT_TABLE"),
    "AlterCollationStmt": "ALTER COLLATION",
    "AlterFdwStmt": "ALTER FOREIGN DATA WRAPPER",
    "AlterForeignServerStmt": "ALTER SERVER",
    "AlterOpFamilyStmt": "ALTER OPERATOR FAMILY",
    "AlterOperatorStmt": "ALTER OPERATOR",
    "AlterSubscriptionStmt": "ALTER SUBSCRIPTION",
    "AlterTSConfigurationStmt": "ALTER TEXT SEARCH CONFIGURATION",
    "AlterTSDictionaryStmt": "ALTER TEXT SEARCH DICTIONARY",
    "AlterUserMappingStmt": "ALTER USER MAPPING",
    "CreateAmStmt": "CREATE ACCESS METHOD",
    "CreateConversionStmt": "CREATE CONVERSION",
    "CreateFdwStmt": "CREATE FOREIGN DATA WRAPPER",
    "CreateForeignServerStmt": "CREATE SERVER",
    "CreateOpClassStmt": "CREATE OPERATOR CLASS",
    "CreateOpFamilyStmt": "CREATE OPERATOR FAMILY",
    "CreateSubscriptionStmt": "CREATE SUBSCRIPTION",
    "CreateTransformStmt": "CREATE TRANSFORM",
    "CreateUserMappingStmt": "CREATE USER MAPPING",
    "DropSubscriptionStmt": "DROP SUBSCRIPTION",
    "DropUserMappingStmt": "DROP USER MAPPING",
    "DropOwnedStmt": "DROP OWNED",
    "ImportForeignSchemaStmt": "IMPORT FOREIGN SCHEMA",
}


def tag_of(kind: str, node: Node, version: int) -> str:
    """The tag of a statement; empty for those that event triggers are not told of."""
    if kind == "ReindexStmt":
        return "REINDEX" if version >= REINDEX_IS_TOLD else ""
    found = TAGS.get(kind, "")
    return found if isinstance(found, str) else found(node)

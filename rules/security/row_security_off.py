from __future__ import annotations

from dbarch_lint.api import API_ROLES, Catalog, Context, Problems, Right, Severity, problem_in

SHARE = 0.5  # of the tables of a schema; below it, row security is an exception, and not the rule


def check(catalog: Catalog, ctx: Context) -> Problems:
    schemas: dict[str, list[bool]] = {}
    tables = [table for table in catalog.tables if ctx.vocabulary.is_designed(table) and table.kind != "partition"]
    for table in tables:
        schemas.setdefault(table.name.schema, []).append(table.row_security)
    served = {t.name.schema for t in tables for p in t.policies if API_ROLES.intersection(p.roles)}
    granted: set[Right] = {right for right in ctx.history.granted if right.grantee in API_ROLES}
    open_ = {right.name for right in granted if right.kind == "table"}
    for table in tables:
        secured = schemas[table.name.schema]
        usual = table.name.schema in served and sum(secured) >= SHARE * len(secured)
        if not table.row_security and (usual or (table.name in open_ and any(secured))):
            message = f"every user of the API reads and writes all rows of {table.name}: enable row security"
            yield problem_in(table, None, message, severity=Severity.ERROR if table.name in open_ else None)

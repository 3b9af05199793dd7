"""Lowering of functions, procedures and aggregates, and of the blocks that run at once: DO and CALL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import Node, option_text, qualified, strings
from dbarch_lint.engines.postgres.lower.dispatch import lower_tree
from dbarch_lint.engines.postgres.lower.session import setting_values
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.objects import Function
from dbarch_lint.operations import Operation
from dbarch_lint.source import Origin, Statement

DEEPEST = 8  # DO blocks within DO blocks; nobody writes more than two
OUTPUT = frozenset({"FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"})


def lower_function(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE FUNCTION or PROCEDURE. The body is not run, so nothing of it is lowered."""
    parameters = [p["FunctionParameter"] for p in node.get("parameters", ())]
    definition = Function(
        name=qualified(node["funcname"]),
        arguments=tuple([named.argument_type(p["argType"]) for p in parameters if p["mode"] not in OUTPUT]),
        optional=sum("defexpr" in p for p in parameters),
        returns=returned(node.get("returnType")),
        kind="procedure" if node.get("is_procedure") else "function",
        makes=makes(node),
        origin=Origin(statement),
        **{"language": "sql" if "sql_body" in node else "", **attributes(node.get("options", ()))},
    )
    return (ops.CreateFunction(statement=statement, definition=definition, or_replace=node.get("replace", False)),)


def makes(node: Node) -> bool:
    """Whether the body may make something: it has the word for it, or puts SQL together."""
    texts = [strings(o["DefElem"]["arg"]["List"]["items"]) for o in node.get("options", ()) if is_body(o["DefElem"])]
    body = "".join(texts[0]).lower() if texts else ""
    return "create" in body or "execute" in body


def is_body(option: Node) -> bool:
    """Whether an option of a function is its text."""
    return bool(option["defname"] == "as")


def returned(node: Node | None) -> str:
    """What a function returns; procedures return nothing."""
    if node is None:
        return ""
    return f"SETOF {type_of(node)}" if node.get("setof") else str(type_of(node))


def attributes(nodes: Sequence[Node]) -> dict[str, Any]:
    """The options of a function that the catalog keeps, by the catalog's names."""
    found: dict[str, Any] = {}
    settings: list[str] = []
    for item in nodes:
        option = item["DefElem"]
        kind, arg = option["defname"], option.get("arg", {})
        if kind in {"language", "volatility"}:
            found[kind] = option_text(arg)
        elif kind == "security":
            found["security_definer"] = arg["Boolean"].get("boolval", False)
        elif kind == "set" and "name" in arg["VariableSetStmt"]:
            settings.append(setting(arg["VariableSetStmt"]))
    if settings:
        found["settings"] = tuple(settings)
    return found


def setting(node: Node) -> str:
    """SET name TO values, as the server stores it with a function; RESET has no values."""
    values = [value or '""' for value in setting_values(node)]
    return f"{node['name']}={', '.join(values)}"


def lower_aggregate(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE AGGREGATE, in its new form and in the old one, whose BASETYPE is the argument."""
    arguments: tuple[str, ...] = ()
    if node.get("oldstyle"):
        basetype = [d["DefElem"]["arg"] for d in node.get("definition", ()) if d["DefElem"]["defname"] == "basetype"]
        arguments = named.argument_types([b for b in basetype if "TypeName" in b])
    elif "List" in node["args"][0]:
        parameters = [p["FunctionParameter"] for p in named.items(node["args"][0])]
        arguments = tuple([named.argument_type(p["argType"]) for p in parameters])
    definition = Function(
        name=qualified(node["defnames"]), arguments=arguments, kind="aggregate", origin=Origin(statement)
    )
    return (ops.CreateFunction(statement=statement, definition=definition, or_replace=node.get("replace", False)),)


def lower_alter(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER FUNCTION, PROCEDURE or ROUTINE: attributes."""
    name, arguments = named.routine(node["func"])
    changes = attributes(node.get("actions", ()))
    return (ops.AlterFunction(statement=statement, name=name, arguments=arguments, **changes),)


def lower_call(statement: Statement, node: Node) -> Sequence[Operation]:
    """CALL."""
    return (ops.CallProcedure(statement=statement, name=qualified(node["funccall"]["funcname"])),)


def lower_do(statement: Statement, node: Node) -> Sequence[Operation]:
    """DO: the block itself, then what its body does."""
    from dbarch_lint.engines.postgres.plpgsql import body_statements

    given = {o["DefElem"]["defname"]: option_text(o["DefElem"].get("arg")) for o in node.get("args", ())}
    language = given.get("language", "plpgsql").lower()
    body = body_statements(statement) if depth(statement) < DEEPEST else "blocks are nested too deeply"
    if isinstance(body, str):
        return (ops.DoBlock(statement=statement, language=language, opaque=body),)
    lowered: list[Operation] = [ops.DoBlock(statement=statement, language=language)]
    for inner in body:
        tree = inner.node
        if tree is None:
            lowered.append(
                ops.Opaque(statement=inner, reason=f"a statement of the block does not parse: {inner.error}")
            )
        else:
            lowered.extend(lower_tree(inner, inner.kind, tree))
    return lowered


def depth(statement: Statement) -> int:
    """How many blocks are around a statement."""
    levels, outer = 0, statement.parent
    while outer is not None:
        levels, outer = levels + 1, outer.parent
    return levels


LOWER = {
    "CreateFunctionStmt": lower_function,
    "AlterFunctionStmt": lower_alter,
    "CallStmt": lower_call,
    "DoStmt": lower_do,
}

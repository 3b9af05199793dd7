"""Words for refusals of functions: how they are declared, what their bodies give, their names, and who needs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres import expressions, implied
from dbarch_lint.engines.postgres.lower.routines import OUTPUT
from dbarch_lint.engines.postgres.refusal_names import WITH_KNOWN_FUNCTIONS, type_absent
from dbarch_lint.engines.postgres.types import builtin_names, type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Function
from dbarch_lint.operations.objects import same_arguments
from dbarch_lint.operations.types import uses_type

Node = dict[str, Any]
LANGUAGES = frozenset({"sql", "plpgsql", "c", "internal"})
BOTH_WAYS = frozenset({"FUNC_PARAM_INOUT"})
POLYMORPHIC = frozenset(
    """anyelement anyarray anynonarray anyenum anyrange anymultirange anycompatible anycompatiblearray
    anycompatiblenonarray anycompatiblerange anycompatiblemultirange""".split()
)


def parameters(node: Node) -> list[Node]:
    """The parameters of a function."""
    return [p["FunctionParameter"] for p in node.get("parameters", ())]


def is_output(parameter: Node) -> bool:
    """Whether a parameter is a part of the result."""
    return parameter["mode"] in OUTPUT or parameter["mode"] in BOTH_WAYS


def declaration_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with how a function is declared."""
    node: Node = op.statement.node or {}
    if op.statement.kind != "CreateFunctionStmt":
        return ()
    given = parameters(node)
    return (*of_parameters(given), *of_options(op, node), *of_result(op, node, given), *of_defaults(given, catalog))


def of_parameters(given: list[Node]) -> Iterator[str]:
    """What is wrong with the parameters among themselves."""
    inputs = [p for p in given if p["mode"] not in OUTPUT]
    for part in (inputs, [p for p in given if is_output(p)]):
        names = [p["name"] for p in part if p.get("name")]
        if len(set(names)) < len(names):
            yield "a name twice"
    with_default = ["defexpr" in p for p in inputs]
    if with_default != sorted(with_default):
        yield "a default before none"
    for n, parameter in enumerate(inputs):
        type_ = type_of(parameter["argType"])
        plain = type_.builtin and not type_.array and type_.name not in {"any", *POLYMORPHIC}
        if parameter["mode"] == "FUNC_PARAM_VARIADIC" and (plain or n < len(inputs) - 1):
            yield "VARIADIC that is no array"


def of_options(op: Any, node: Node) -> Iterator[str]:
    """What is wrong with the options."""
    kinds = [o["DefElem"]["defname"] for o in node.get("options", ())]
    if "as" not in kinds and "sql_body" not in node:
        yield "no body"
    if "language" not in kinds and "sql_body" not in node:
        yield "no language"
    once = [kind for kind in kinds if kind != "set"]
    if len(set(once)) < len(once):
        yield "an option twice"
    if op.definition.language.lower() == "sql" and op.definition.returns in {"trigger", "event_trigger"}:
        yield "a trigger in SQL"


def of_result(op: Any, node: Node, given: list[Node]) -> Iterator[str]:
    """What is wrong with the type of the result."""
    out = [type_of(p["argType"]) for p in given if is_output(p)]
    if op.definition.kind == "procedure":
        return
    if "returnType" not in node:
        if not out:
            yield "no result"
        return
    result = type_of(node["returnType"])
    table = any(p["mode"] == "FUNC_PARAM_TABLE" for p in given)
    wanted = out[0] if len(out) == 1 else None
    if out and not table and result.builtin and (wanted is None or wanted.builtin):
        name = wanted.name if wanted is not None else "record"
        if result.name != name or result.array != (wanted.array if wanted is not None else 0):
            yield "another result than its OUT parameters"
    if result.name in POLYMORPHIC and not any(type_of(p["argType"]).name in POLYMORPHIC for p in given):
        yield "a result of any type"


def of_defaults(given: list[Node], catalog: Catalog) -> Iterator[str]:
    """Defaults of another type than their parameters."""
    from dbarch_lint.engines.postgres.operators import Typer, assignable, plain, settled
    from dbarch_lint.engines.postgres.refusal_names import made_here

    defaults = [p for p in given if "defexpr" in p and "A_Const" not in p["defexpr"]]
    if not defaults or not settled(catalog):
        return
    typer = Typer(catalog, lambda _: None, lambda name: made_here(Name("", name), catalog))
    for parameter in defaults:
        if not assignable(typer.read(parameter["defexpr"]), plain(type_of(parameter["argType"]), catalog)):
            yield "a default of another type"


def missing_types(op: Any, catalog: Catalog) -> tuple[Type, ...]:
    """The types of parameters and result that are not there. Functions in C may make theirs."""
    node: Node = op.statement.node or {}
    if op.statement.kind != "CreateFunctionStmt" or op.definition.language.lower() not in {"sql", "plpgsql"}:
        return ()
    written = [p["argType"] for p in parameters(node)]
    written += [node["returnType"]] if "returnType" in node else []
    return tuple(t for n in written if not n.get("pct_type") and type_absent(t := type_of(n), catalog))


def language_missing(op: Any, catalog: Catalog) -> bool:
    """Whether nothing has made the language."""
    language = op.definition.language.lower()
    made = any(kind == "language" and name.lower() == language for kind, name in catalog.others)
    known = not language or language in LANGUAGES or made or not catalog.complete
    return not known and WITH_KNOWN_FUNCTIONS.issuperset(catalog.extensions)


# --- functions that are there already


def changes(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What CREATE OR REPLACE changes that cannot be changed."""
    if not op.or_replace:
        return ()
    new = op.definition
    old = next((f for f in catalog.functions.get(new.name, ()) if f.arguments == new.arguments), None)
    if old is None or old.origin is None:
        return ()
    if old.kind != new.kind:
        return ("another kind",)
    before = [p for p in parameters(old.origin.statement.node or {}) if p["mode"] not in OUTPUT]
    after = [p for p in parameters(op.statement.node or {}) if p["mode"] not in OUTPUT]
    found = []
    if any(p.get("name") and p["name"] != q.get("name") for p, q in zip(before, after, strict=False)):
        found.append("a parameter's name")
    if sum("defexpr" in p for p in after) < sum("defexpr" in p for p in before):
        found.append("a default")
    return tuple(found)


def overloads(name: Name, catalog: Catalog) -> list[Function]:
    """The functions that a name may mean: in its schema, and in others, which may be on the search path."""
    places = dict.fromkeys((name, *(Name(schema, name.name) for schema in catalog.schemas)))
    return [f for place in places for f in catalog.functions.get(place, ())]


def arguments_missing(op: Any, catalog: Catalog) -> bool:
    """Whether there are functions of the name, but none of them takes these arguments."""
    known = expressions.known_functions()
    if op.arguments is None or getattr(op, "if_exists", False) or not catalog.complete or op.name.name in known.builtin:
        return False
    found = overloads(op.name, catalog)
    of_output = any(p["mode"] in OUTPUT | BOTH_WAYS for f in found for p in written_parameters(f))
    return bool(found) and not of_output and not any(same_arguments(f.arguments, op.arguments) for f in found)


def written_parameters(function: Function) -> list[Node]:
    """The parameters of a function as they were written."""
    return parameters(function.origin.statement.node or {}) if function.origin is not None else []


def renamed_onto_another(op: Any, catalog: Catalog) -> bool:
    """Whether a function of the new name, or in the new schema, takes the same arguments."""
    if hasattr(op, "new_name"):
        new, arguments = op.name.sibling(op.new_name) if op.new_name else None, op.arguments
        moved = catalog.functions.get(op.name, ())
    else:
        new, arguments, moved = Name(op.schema, op.table.name), None, catalog.functions.get(op.table, ())
        new = new if new != op.table else None  # where it is already, it may stay
    if new is None or not moved:
        return False
    moved = tuple(f for f in moved if arguments is None or f.arguments == arguments)
    return len(moved) == 1 and any(f.arguments == moved[0].arguments for f in catalog.functions.get(new, ()))


# --- what needs a function


def is_needed(op: Any, catalog: Catalog) -> bool:
    """Whether a default, a condition, an index or a view calls the function, and no other has its name."""
    found = overloads(op.name, catalog) if catalog.complete else []
    if len(found) != 1 or op.name.name in expressions.known_functions().builtin or op.name.name in builtin_names():
        return False
    if op.arguments is not None and not same_arguments(found[0].arguments, op.arguments):
        return False
    return any(implied.callers_dropped(found[0], catalog, {"statement": op.statement}))


def type_in_function(op: Any, catalog: Catalog) -> bool:
    """Whether a function takes the type, or the rows of the table, or gives them."""
    name: Name = op.target if op.target is not None else op.name
    together = getattr(op, "together", ())
    others = (f for name, functions in catalog.functions.items() if name.name not in together for f in functions)
    return catalog.complete and any(uses_type(f, name) for f in others)


def type_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a type of a parameter or of the result is not there."""
    return bool(missing_types(op, catalog))


def missing_on_path(op: Any, catalog: Catalog) -> bool:
    """Whether the function's own search path leads nowhere, and its body names relations without their schema."""
    lost = [n for n in op.reads if n.schema in {"", "pg_catalog"} and not n.name.startswith("pg_")]
    return any(Name("public", n.name) in catalog.relations for n in lost)


def cast_in_view(op: Any, catalog: Catalog) -> bool:
    """Whether a view casts to the type."""
    views = [v for v in catalog.views if v.origin is not None] if catalog.complete else []
    return any(implied.casts((v.origin.statement.node or {}).get("query", {}), op.name) for v in views if v.origin)

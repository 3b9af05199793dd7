"""PostgreSQL's types: from the parser's TypeName to a `Type`, and what a change from one to another costs.

What is known of the types stands in types.json; here are the few questions asked of it.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation of the structs that it reads.
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

import msgspec

from dbarch_lint.datatypes import SYSTEM_SCHEMA, Type
from dbarch_lint.engines.postgres.versions import NEWEST
from dbarch_lint.names import Name
from dbarch_lint.objects import Composite, Domain, Enum

Node: TypeAlias = dict[str, Any]
Change: TypeAlias = Literal["none", "binary", "reindex", "rewrite", "unknown"]
Modifiers: TypeAlias = tuple[int | str, ...]

FULL_INTERVAL = 32767  # the bit mask of an interval without fields
CACHE_SIZE = 20_000  # a hostile history could name any number of types


UserTypes: TypeAlias = Mapping[Name, Enum | Domain | Composite]
NO_USER_TYPES: UserTypes = MappingProxyType({})


class Fact(msgspec.Struct, frozen=True):
    """A built-in type of several words, with modifiers, or whose values serve other types.

    `spelling` is how format_type writes it, with {} where the modifiers go, and `bare` how it does without any;
    both empty: its name. `modifiers` names the rule (RULES) by which a change of them is judged; without one,
    what is neither dropped nor equal rewrites. `order` is the type whose default B-tree order it shares, so that its
    indexes serve both; empty: its own; "none": it cannot be indexed that way. `to` are the types that its values
    already are, byte for byte, and `to_in_utc` those that they are in a session whose time zone is UTC.
    """

    spelling: str = ""
    bare: str = ""
    modifiers: str = ""
    order: str = ""
    to: frozenset[str] = frozenset()
    to_in_utc: frozenset[str] = frozenset()
    extension: bool = False


class Facts(msgspec.Struct, frozen=True):
    """types.json: measured on real servers; tests hold it to what they answered, and to a server if there is one.

    `plain` are the built-in types that have no row in `types`. `shared_order`: their B-tree order is one for a whole
    kind of types, and any change of the type rebuilds the index. `serial`: for each word of an integer with a
    sequence, that integer and the word that people know. `interval_fields` are the fields of an interval by the
    parser's bit mask, `smallest_unit` says how large the last of them is. `most_decimals` of a second are stored.
    `utc`: time zones in which timestamp and timestamptz are the same bytes.
    """

    types: dict[str, Fact]
    plain: frozenset[str]
    shared_order: frozenset[str]
    serial: dict[str, tuple[str, str]]
    interval_fields: dict[int, str]
    smallest_unit: dict[str, int]
    most_decimals: int
    utc: frozenset[str]


@cache
def facts() -> Facts:
    """types.json, read once."""
    return msgspec.json.decode(Path(__file__).with_name("types.json").read_bytes(), type=Facts)


@cache
def builtin_names() -> frozenset[str]:
    """The internal names of the types that come with the server."""
    known = facts()
    return known.plain | {name for name, fact in known.types.items() if not fact.extension}


# --- from the tree to a Type

_made: dict[tuple[tuple[str, ...], Modifiers, int], Type] = {}


def type_of(node: Node) -> Type:
    """The type that a TypeName node names."""
    names = tuple([n["String"].get("sval", "") for n in node.get("names", ())])
    modifiers = tuple([modifier(m) for m in node["typmods"]]) if "typmods" in node else ()
    array = 1 if "arrayBounds" in node else 0
    if "pct_type" in node:  # table.column%TYPE: a type that has no name of its own
        return Type(".".join(names[:-2]), ".".join(names[-2:]) + "%type", array=array)
    key = (names, modifiers, array)
    found = _made.get(key)
    if found is None:
        if len(_made) >= CACHE_SIZE:
            _made.clear()
        schema = names[-2] if len(names) > 1 else ""
        found = _made[key] = make(schema, names[-1] if names else "", modifiers, array)
    return found


def type_node(type_: Type) -> Node:
    """A TypeName node that names a type, without its modifiers."""
    names = [{"String": {"sval": name}} for name in (type_.schema, type_.name) if name]
    return {"names": names, "typemod": -1, **({"arrayBounds": [{"Integer": {"ival": -1}}]} if type_.array else {})}


def modifier(node: Node) -> int | str:
    """One value between the parentheses behind a type's name."""
    constant = node.get("A_Const")
    if constant is not None:
        if "ival" in constant:
            return int(constant["ival"].get("ival", 0))
        value = constant.get("sval") or constant.get("fval") or {}
        return str(next(iter(value.values()), ""))
    column = node.get("ColumnRef")  # geometry(Point, 4326)
    if column is not None:
        return ".".join(f["String"].get("sval", "") for f in column["fields"] if "String" in f)
    return "?"


def make(schema: str, name: str, modifiers: Modifiers = (), array: int = 0) -> Type:
    """A type from its parts; an unqualified name that the server knows is the server's."""
    serial = None
    if schema in {"", SYSTEM_SCHEMA}:
        known = facts()
        if not schema and name in known.serial:
            name, serial = known.serial[name]
        elif name[:1] == "_" and name[1:] in builtin_names():  # the server's own names of array types
            name, array = name[1:], 1
        if name in builtin_names():
            modifiers = completed(name, modifiers)
            return Type(SYSTEM_SCHEMA, name, modifiers, array, serial, spelled(name, modifiers, array))
    return Type(schema, name, modifiers, array)


def completed(name: str, modifiers: Modifiers) -> Modifiers:
    """Modifiers as the server stores them: numeric has a scale, times at most six decimals."""
    rule = facts().types.get(name, Fact()).modifiers
    most = facts().most_decimals
    if rule == "scale" and len(modifiers) == 1:
        return (modifiers[0], 0)
    if rule == "precision" and modifiers and number(modifiers[0]) > most:
        return (most,)
    if rule == "interval" and modifiers == (FULL_INTERVAL,):
        return ()
    if rule == "interval" and len(modifiers) > 1 and number(modifiers[1]) > most:
        return (modifiers[0], most)
    return modifiers


def spelled(name: str, modifiers: Modifiers, array: int) -> str:
    """A built-in type as format_type writes it."""
    fact = facts().types.get(name, Fact())
    if fact.modifiers == "interval":
        text = spelled_interval(modifiers)
    elif not modifiers:
        text = fact.bare or (fact.spelling or name).replace("{}", "")
    else:
        inside = f"({','.join(map(str, modifiers))})"
        pattern = fact.spelling or name
        text = pattern.replace("{}", inside) if "{}" in pattern else pattern + inside
    return text + "[]" if array else text


def spelled_interval(modifiers: Modifiers) -> str:
    """An interval, with the fields that it keeps and the decimals of its seconds."""
    fields = facts().interval_fields.get(number(modifiers[0]), "") if modifiers else ""
    decimals = f"({modifiers[1]})" if len(modifiers) > 1 else ""
    return f"interval {fields}{decimals}" if fields else f"interval{decimals}"


def number(value: int | str) -> int:
    """A modifier as a number; words count as zero."""
    return value if isinstance(value, int) else 0


# --- what a change costs


def type_change(  # noqa: PLR0913 (keyword facts, each with a default)
    old: Type | None,
    new: Type,
    *,
    using: Node | None = None,
    column: str = "",
    time_zone: str | None = None,
    version: int = NEWEST,  # noqa: ARG001 (no pair differs between 12 and 18; the next release may)
    collation_changed: bool = False,
    user_types: UserTypes = NO_USER_TYPES,
) -> Change:
    """What the server does to a table when a column changes its type.

    none: nothing. binary: a change of the catalog, indexes stay as they are. reindex: the rows stay, indexes
    over the column are built again. rewrite: every row is written again, and every index with them.
    `time_zone` is the session's, where the migrations set it.
    """
    casts = plain_casts(using, column)
    if casts is None:
        return "rewrite"
    if old is None:
        return "unknown"
    utc = (time_zone or "").lower() in facts().utc
    named = (
        msgspec.structs.replace(cast, schema=new.schema) if not cast.schema and cast.name == new.name else cast
        for cast in casts
    )
    chain = (old, *named, new)
    steps = [keeps_rows(a, b, user_types, utc=utc) for a, b in pairwise(chain)]
    if False in steps:
        return "rewrite"
    if None in steps:
        return "unknown"
    if collation_changed or not keeps_order(old, new, user_types):
        return "reindex"
    return "none" if old.same(new) else "binary"


def plain_casts(using: Node | None, column: str) -> tuple[Type, ...] | None:
    """The types that a USING clause casts its column to, innermost first; None where it does anything else."""
    casts: list[Type] = []
    while using:
        kind, inside = next(iter(using.items()))
        if kind == "ColumnRef":
            last = inside["fields"][-1].get("String", {}).get("sval")
            return tuple(reversed(casts)) if last == column or not column else None
        if kind == "TypeCast":
            casts.append(type_of(inside["typeName"]))
        elif kind != "CollateClause":
            return None
        using = inside.get("arg")
    return ()


class Resolved(msgspec.Struct, frozen=True):
    """A type with its domains taken off. `kind` is a word such as `enum`, empty where nothing is known."""

    type: Type
    kind: str
    domain: bool = False
    constrained: bool = False


def resolved(type_: Type, user_types: UserTypes) -> Resolved:
    """The type below any domains: the values that are stored."""
    domain = constrained = False
    for _ in range(64):  # domains over domains; a made-up circle of them must not keep us here
        found = user_type(type_, user_types)
        if not isinstance(found, Domain) or type_.array:
            return Resolved(type_, kind_of(type_, found), domain, constrained)
        domain, constrained, type_ = True, constrained or not found.nullable or bool(found.checks), found.type
    return Resolved(type_, "")


def user_type(type_: Type, user_types: UserTypes) -> Enum | Domain | Composite | None:
    """The user-defined type of that name."""
    return None if type_.builtin else user_types.get(Name(type_.schema or "public", type_.name))


def kind_of(type_: Type, found: Enum | Domain | Composite | None) -> str:
    """What kind of type it is, in a word; empty: not known."""
    if type_.builtin:
        return "" if type_.name == "unknown" else "base"
    if found is None:
        return "base" if type_.name in facts().types else ""
    return found.kind if isinstance(found, Composite) else "enum" if isinstance(found, Enum) else "domain"


def keeps_rows(old: Type, new: Type, user_types: UserTypes, *, utc: bool) -> bool | None:
    """Whether the stored rows serve the new type as they are; None: not known."""
    if "unknown" in {old.name, new.name}:
        return None
    if old.same(new):
        return True
    before, after = resolved(old, user_types), resolved(new, user_types)
    if after.constrained and (old.name, old.schema) != (new.name, new.schema):
        return False
    a, b = before.type, after.type
    known = () if before.domain else a.modifiers  # the server does not look below a domain for modifiers
    if (a.name, a.array) == (b.name, b.array) and (a.schema == b.schema or "" in {a.schema, b.schema}):
        return keeps_modifiers(b.name if not a.array else "", known, b.modifiers)
    if not before.kind or not after.kind:
        return None
    if a.array or b.array:
        return False
    fact = facts().types.get(a.name, Fact())
    if b.name in fact.to or (utc and b.name in fact.to_in_utc):
        return keeps_modifiers(b.name, (), b.modifiers)
    return False


def keeps_order(old: Type, new: Type, user_types: UserTypes) -> bool:
    """Whether a B-tree index over the old type serves the new one."""
    before, after = resolved(old, user_types), resolved(new, user_types)
    orders = {order_of(before), order_of(after)}
    if len(orders) > 1:
        return "none" in orders
    return (old.name, old.schema) == (new.name, new.schema) or not shares_order(before)


def order_of(found: Resolved) -> str:
    """The type whose order an index over a type uses."""
    return facts().types.get(found.type.name, Fact()).order or found.type.name


def shares_order(found: Resolved) -> bool:
    """Whether the index order is one for a whole kind of types: arrays, enums and ranges."""
    return bool(found.type.array) or found.kind in {"enum", "range"} or found.type.name in facts().shared_order


# --- modifiers


def keeps_modifiers(name: str, old: Modifiers, new: Modifiers) -> bool:
    """Whether values made under the old modifiers need no look under the new ones."""
    if not new or old == new:
        return True
    rule = RULES.get(facts().types.get(name, Fact()).modifiers)
    return rule is not None and rule([number(m) for m in old], [number(m) for m in new])


def longer(old: list[int], new: list[int]) -> bool:
    """A maximal length: may grow."""
    return bool(old) and old[0] <= new[0]


def wider(old: list[int], new: list[int]) -> bool:
    """Digits and digits behind the point: the former may grow, the latter must stay."""
    return bool(old) and old[0] <= new[0] and old[1:] == new[1:]


def finer(old: list[int], new: list[int]) -> bool:
    """Decimals of a second: may grow, and there are never more than six."""
    return new[0] >= facts().most_decimals or (bool(old) and old[0] <= new[0])


def broader(old: list[int], new: list[int]) -> bool:
    """Fields of an interval: the smallest unit may get smaller, the decimals of a second more."""
    unit_before, unit_after = smallest_unit(old), smallest_unit(new)
    return unit_after <= unit_before and (unit_before > 0 or finer(decimals(old), decimals(new)))


def decimals(modifiers: list[int]) -> list[int]:
    """The decimals of an interval's seconds, as a list of one."""
    return modifiers[1:] or [facts().most_decimals]


def smallest_unit(modifiers: list[int]) -> int:
    """The smallest unit that an interval keeps, as a number that grows with the unit."""
    fields = facts().interval_fields.get(modifiers[0], "") if modifiers else ""
    return facts().smallest_unit[fields.rpartition(" ")[2]]


RULES: Mapping[str, Callable[[list[int], list[int]], bool]] = {
    "length": longer,
    "scale": wider,
    "precision": finer,
    "interval": broader,
}

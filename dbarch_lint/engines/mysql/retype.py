"""What a change of type, character set or collation comes to for the rows that are there.

https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html#online-ddl-column-operations
"""

from __future__ import annotations

from typing import Literal

from dbarch_lint.datatypes import Type
from dbarch_lint.engines.mysql.columns import LONGEST_CHARACTER
from dbarch_lint.objects import Column

Nature = Literal[
    "longer",
    "longer_from_127",
    "members_appended",
    "members_recoded",
    "digits",
    "wider_charset",
    "collation",
    "otherwise",
]

VARIABLE = frozenset({"varchar", "varbinary"})
LISTED = frozenset({"enum", "set"})  # their rows hold numbers
FLOATING = frozenset({"float", "double"})  # how many digits of them are shown does not change how they are stored
TEXTS = VARIABLE | {"char", "tinytext", "text", "mediumtext", "longtext", "enum", "set"}
LENGTH_BYTE = 255  # a text of at most so many bytes has one byte for its length, a longer one two
SET_STORAGE = (8, 16, 24, 32, 64)  # members of a SET that fit into 1, 2, 3, 4 and 8 bytes


def nature(old: Column, new: Column) -> Nature | None:
    """Which kind of change it is; None where type, character set and collation stay."""
    text = old.type.name in TEXTS and new.type.name in TEXTS
    sets = (old.charset, new.charset) if text else ("", "")
    same_type, same_charset = old.type.same(new.type), sets[0] == sets[1]
    if same_type and same_charset:
        recollated = text and new.collation and new.collation != old.collation
        return None if not recollated else "members_recoded" if old.type.name in LISTED else "collation"
    if same_type:
        return _recoded(old.type, *sets)
    if not same_charset or old.type.name != new.type.name:
        return "otherwise"
    if old.type.name in VARIABLE:
        return _longer(old.type, new.type, LONGEST_CHARACTER.get(sets[0], 1) if old.type.name == "varchar" else 1)
    if old.type.name in LISTED:
        return _appended(old.type, new.type)
    if old.type.name in FLOATING and _signed(old.type) == _signed(new.type):
        return "digits"
    return "otherwise"


def _signed(type_: Type) -> bool:
    return "unsigned" not in type_.modifiers


def _length(type_: Type) -> int:
    return int(type_.modifiers[0]) if type_.modifiers else 0


def _longer(old: Type, new: Type, width: int) -> Nature:
    """VARCHAR that grows, in bytes."""
    before, after = _length(old) * width, _length(new) * width
    if after < before:
        return "otherwise"
    if (before <= LENGTH_BYTE) == (after <= LENGTH_BYTE):
        return "longer"
    return "longer_from_127" if before <= LENGTH_BYTE // 2 else "otherwise"


def _appended(old: Type, new: Type) -> Nature:
    """ENUM and SET whose new members come last, and take no more bytes."""
    if new.modifiers[: len(old.modifiers)] != old.modifiers:
        return "otherwise"
    sizes = [_storage(t) for t in (old, new)]
    return "members_appended" if sizes[0] == sizes[1] else "otherwise"


def _storage(type_: Type) -> int:
    count = len(type_.modifiers)
    return int(count > LENGTH_BYTE) if type_.name == "enum" else sum(count > limit for limit in SET_STORAGE)


def _recoded(type_: Type, old: str, new: str) -> Nature:
    """Another character set: of utf8mb3 all values are utf8mb4 as they are."""
    if type_.name in LISTED:
        return "members_recoded"
    if (old, new) != ("utf8mb3", "utf8mb4"):
        return "otherwise"
    if type_.name == "varchar":
        return (
            "wider_charset"
            if (_length(type_) * 3 <= LENGTH_BYTE) == (_length(type_) * 4 <= LENGTH_BYTE)
            else "otherwise"
        )
    return "wider_charset"

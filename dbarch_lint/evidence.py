"""Shapes of a design in which facts lie where no constraint can reach them: what a table shows of each.

These functions look; the rules judge. Each asks for more than names, because names alone are wrong too often.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dbarch_lint.conventions import FOREIGN, Reference
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Expression, ForeignKey, Table
from dbarch_lint.roles import is_audit
from dbarch_lint.vocabulary import Family, Vocabulary, key_column, mints
from dbarch_lint.words import is_plural, plain_words, stem_and_number, words

# --- numbered columns


def numbered_columns(table: Table, known: Vocabulary) -> Iterator[tuple[str, list[Column]]]:
    """Columns that differ in a number only, counted without a gap from 0 or 1: the word before it, and the columns.

    They are of one kind, in no key and no foreign key, and all but one of them may be empty.
    """
    groups: dict[tuple[tuple[str, ...], Family], dict[int, Column]] = {}
    numbered = [column for column in table.columns if column.name[-1:].isdecimal()]
    linked = table.linked_columns if numbered else frozenset[str]()
    for column in numbered:
        found = stem_and_number(column.name)
        if found is not None and column.name not in linked and not column.generated:
            groups.setdefault((found[0], known.family(column)), {}).setdefault(found[1], column)
    for (stem, _), members in groups.items():
        numbers = sorted(members)
        columns = [members[number] for number in numbers]
        gapless = numbers[0] in {0, 1} and numbers[-1] - numbers[0] == len(numbers) - 1
        if gapless and len(columns) > 1 and sum(not c.nullable for c in columns) <= 1:
            yield stem[-1], columns


# --- lists in a text

SPLITTERS = frozenset("regexp_split_to_array regexp_split_to_table split_part string_to_array string_to_table".split())
LIST_WORDS = frozenset("csv comma delimited separated".split())


LISTS = frozenset({"csv", "ids", "list"})
EMPTY = {("",), (",",), ("{}",)}  # defaults


def text_lists(table: Table, known: Vocabulary) -> Iterator[tuple[Column, dict[str, object]]]:
    """Texts that may hold a list, each with what says so: its name, what splits it, its default, its comment."""
    split = {name for e in known.expressions(table) if is_splitting(e) for name in e.columns}
    for column in known.of_family(table, "text"):
        parts, comment = plain_words(column.name), column.comment or ""
        named = not LISTS.isdisjoint(parts[-1:]) or (is_plural(column.name) and known.tables(words(column.name)))
        if named or comment or column.name in split:
            yield (
                column,
                {
                    "named": named,
                    "split": column.name in split,
                    "one-list": parts[-1:] == ("list",) and not is_plural("_".join(parts[:-1])),
                    "empty-list": column.default is not None and column.default.constants in EMPTY,
                    "comment": not LIST_WORDS.isdisjoint(words(comment)),
                },
            )


def is_splitting(expression: Expression) -> bool:
    """Whether an expression takes a list apart, or looks for a comma."""
    return not SPLITTERS.isdisjoint(expression.functions) or any("," in c for c in expression.constants)


def listed_table(column: Column, known: Vocabulary) -> Table | None:
    """The table whose ids an array or a JSON column lists: named like it, and for an array, with a key of that type."""
    parts = plain_words(column.name)
    if parts[-1:] != ("ids",) or not (column.type.array or known.family(column) == "json"):
        return None
    for table in known.tables(words("_".join(parts[:-1]))):
        key = key_column(table)
        if key is not None and (not column.type.array or known.base(key.type).name == column.type.name):
            return table
    return None


# --- references with their table in another column

TYPE_WORDS = frozenset("class kind type".split())


def typed_references(table: Table, known: Vocabulary) -> Iterator[tuple[tuple[str, ...], Column, Column]]:
    """Pairs like `owner_id` and `owner_type`, the former without a foreign key: stem, id and type."""
    types = known.saying(table, TYPE_WORDS)
    if not types:
        return
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    linked |= {key.columns[0] for key in table.keys if len(key.columns) == 1}  # the row's own id, and its own type
    ids = {words(c.name)[:-1]: c for c in table.columns if words(c.name)[-1:] == ("id",) and c.name not in linked}
    for column in types:
        *_, last = parts = words(column.name)
        stem = parts[:-1]
        if last in TYPE_WORDS and stem and stem in ids:
            named = ids[stem]
            if named.nullable == column.nullable and known.family(column) in {"text", "enum"}:
                yield stem, named, column


def reference_signs(found: Reference, known: Vocabulary) -> dict[str, object]:
    """What speaks for a column that is named like a reference being one, and what against it, each by its sign."""
    table, column, parts = found.table, found.column, words(found.column.name)
    own_checks = (c.expression.columns for c in table.checks if len(c.expression.columns) == 1)
    return {
        "indexed": table.narrowing_index((column.name,))[0] is not None,
        "required": not column.nullable,
        "unlinked-table": not table.foreign_keys,
        "other-type": known.family(column) not in {"integer", "uuid"} and known.usual_key_family != "text",
        "typed": any(words(c.name)[:-1] == parts[:-1] for c in known.saying(table, TYPE_WORDS)),
        "checked": column.default is not None or any(column.name in columns for columns in own_checks),
        "plural": is_plural(column.name),
        "elsewhere": not FOREIGN.isdisjoint({*parts, *words(table.name.name)}),
        "passing": not known.roles(table).isdisjoint({"archive", "log", "queue"}),
        "borrowed": parts == words(found.key.name) and parts in known.minted and not mints(found.key),
        "short-lived": not known.roles(found.target).isdisjoint({"archive", "log", "queue"}),
    }


# --- attributes in rows

NAMES = frozenset("attribute field key name param parameter property".split())
DEFINITIONS = frozenset("attribute characteristic field parameter property".split())
VALUES = frozenset("val value".split())
MOST_OTHERS = 2  # columns beside owner, name and values, before a table means something of its own


class AttributeValue(msgspec.Struct, frozen=True):
    """A table that keeps an attribute a row: whose, which, and what."""

    owner: Column
    name: Column
    values: tuple[Column, ...]
    defined: bool  # the name refers to a table of attribute definitions


def attribute_value(table: Table, known: Vocabulary) -> AttributeValue | None:
    """Owner, name and value, the first two unique together, and little else; None for other tables."""
    targets = {fk.columns[0]: fk.target for fk in table.foreign_keys if len(fk.columns) == 1}
    values = tuple(known.saying(table, VALUES))
    if not any(known.family(c) in {"text", "json"} for c in values):
        return None
    for name in table.columns:
        defined = _defines(targets.get(name.name))
        if name in values or not (defined or (words(name.name)[-1:] and words(name.name)[-1] in NAMES)):
            continue
        for owner in table.columns:
            owned = owner.name in targets or words(owner.name)[-1:] == ("id",)
            if owner is not name and owner not in values and owned and table.unique_over((owner.name, name.name)):
                keyed = table.primary_key.columns if table.primary_key is not None else ()
                rest = [c for c in table.columns if c not in (owner, name, *values) and c.name not in keyed]
                if sum(not is_audit(c.name) for c in rest) <= MOST_OTHERS:
                    return AttributeValue(owner, name, values, defined)
    return None


def _defines(target: Name | None) -> bool:
    return target is not None and words(target.name)[-1:] != () and words(target.name)[-1] in DEFINITIONS


# --- copies of what a foreign key leads to

ENDINGS = frozenset("id uuid guid key fk ref".split())
# Both sides may have one of their own.
GENERIC = frozenset("count id index key kind order position sequence state status type uuid version".split())


def copied_attributes(
    table: Table, fk: ForeignKey, parent: Table, known: Vocabulary
) -> Iterator[tuple[Column, Column]]:
    """Columns like `customer_email` beside a key to `customers(email)`: each with the column that it repeats."""
    roles = {words(parent.name.name), *(_role(words(name)) for name in fk.columns)} - {()}
    begun = known.beginning(table)
    found = {id(c): c for role in roles for c in begun.get(role[0], ())}
    if not found:
        return
    keyed = frozenset((*fk.target_columns, *(parent.primary_key.columns if parent.primary_key is not None else ())))
    attributes = known.attributes(parent, keyed)
    for column in found.values():
        parts = words(column.name)
        for role in roles:
            rest = parts[len(role) :]
            source = attributes.get(rest) if parts[: len(role)] == role else None
            if source is None or source is column or rest[-1] in GENERIC:
                continue
            if known.family(source) == known.family(column):
                yield column, source
                break


def _role(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[:-1] if parts[-1:] and parts[-1] in ENDINGS else parts

"""What yesterday's code meets: the catalogs before and after a deployment, compared with its statements in mind.

While a release rolls out, code that was written for the old schema runs against the new one. Nothing here looks at
statements of a migration: only at what was there before, and whether SELECT, INSERT, UPDATE, DELETE and calls of
functions that worked then work now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter, is_
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from dbarch_lint.catalog import Catalog, unlike
from dbarch_lint.datatypes import Type
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Column, Domain, Enum, Function, Index, Key, Table, View
from dbarch_lint.operations import CreateFunction, DropExtension, DropFunction, DropSchema, DropType, RenameSchema

if TYPE_CHECKING:
    from dbarch_lint.replay import Deployment, Step

Kind = Literal[
    "column-required",  # INSERT leaves out a column that must have a value; `was`: new, defaulted; renamed from `now`
    "null-refused",  # writes of NULL fail
    "null-possible",  # a value that was always there may be missing
    "value-gone",  # an enum, or a CHECK, has lost values: `lost` names them
    "column-gone",  # another table has the name, and lacks it
    "narrowed",  # values of the old type may not fit: `now` says which
    "computed",  # the server computes the column, and refuses values for it
    "view-gone",
    "view-column-gone",
    "signature-gone",  # calls of a function fail
    "rows-hidden",  # row security; `now`: with or without a policy
    "restricted",  # a CHECK, UNIQUE, EXCLUDE or FOREIGN KEY may refuse writes; `was` says which kind
    "trigger-added",
    "policy-added",
]
Narrowing: TypeAlias = Callable[[Type, Type, Catalog], str]


class Break(msgspec.Struct, frozen=True):
    """Something that worked before a deployment and may fail after it.

    `subject` is the relation, type or function, `part` the column, constraint, trigger or value list of it.
    """

    kind: Kind
    subject: Name
    part: str = ""
    was: str = ""
    now: str = ""
    lost: tuple[str, ...] = ()


class Placed(msgspec.Struct, frozen=True):
    """A break with the step that makes it: `index` counts the steps of the deployment."""

    broken: Break
    step: Step
    index: int


class Pair(msgspec.Struct, frozen=True):
    """Two catalogs, and how the engine says that values of one type do not fit another."""

    before: Catalog
    after: Catalog
    narrowing: Narrowing


def breaks(deployment: Deployment, narrowing: Narrowing, kinds: Collection[Kind] = ()) -> Iterator[Placed]:
    """What a deployment breaks, all or some kinds of it, each with the step that does it."""
    for broken, against in broken_by(deployment, narrowing):
        if not kinds or broken.kind in kinds:
            index = against.index_of(broken)
            if index is not None:
                yield Placed(broken, deployment.steps[index], index)


@lru_cache(maxsize=2)
def broken_by(deployment: Deployment, narrowing: Narrowing) -> list[tuple[Break, Comparison]]:
    """Everything that does not work after a deployment, each with the comparison that finds the step."""
    every = (Comparison(subject, deployment, narrowing) for subject in changed(deployment))
    return [(broken, against) for against in every for broken in against.breaks(deployment.after)]


class Comparison:
    """An object as it was before a deployment, compared with what the steps make of it."""

    def __init__(self, subject: Any, deployment: Deployment, narrowing: Narrowing) -> None:
        self._subject = subject
        self._deployment = deployment
        self._narrowing = narrowing
        self._compare, self._objects = SUBJECTS[type(subject)]
        # By the identities of what is compared, which the deployment keeps alive.
        self._known: dict[tuple[int, int], tuple[Break, ...]] = {}
        self._places: dict[Break, int | None] = {}

    def breaks(self, catalog: Catalog) -> tuple[Break, ...]:
        """What does not work with this catalog."""
        now = self._objects(catalog).get(self._subject.name)
        bridged = type(now) is View  # then it depends on the table behind the view, too
        key = (id(catalog if bridged else now), id(catalog.types))
        found = self._known.get(key)
        if found is None:
            pair = Pair(self._deployment.base, catalog, self._narrowing)
            found = self._known[key] = tuple(self._compare(self._subject, pair))
        return found

    def index_of(self, broken: Break) -> int | None:
        """The last step that turned what worked into what does not."""
        if broken not in self._places:
            self._places[broken] = self._place(broken)
        return self._places[broken]

    def _place(self, broken: Break) -> int | None:
        name, objects, steps = self._subject.name, self._objects, self._deployment.steps
        bridged = isinstance(self._subject, Table) and isinstance(objects(self._deployment.after).get(name), View)
        for index in range(len(steps) - 1, -1, -1):
            step = steps[index]
            before, after = objects(step.before), objects(step.after)
            if before is after or (before.get(name) is after.get(name) and not bridged):
                continue
            if self._fails(broken, step.after) and not self._fails(broken, step.before):
                return index
        return None

    def _fails(self, broken: Break, catalog: Catalog) -> bool:
        return any(b.kind == broken.kind and b.part == broken.part for b in self.breaks(catalog))


# --- what a deployment has touched

WIDE = frozenset({DropExtension, DropFunction, DropSchema, DropType, RenameSchema})


def changed(deployment: Deployment) -> Iterator[Any]:
    """The objects of the old catalog that are not the same in the new one."""
    base, after = deployment.base, deployment.after
    if base.relations is not after.relations:
        for name in touched(deployment):
            known = base.relations.get(name)
            if known is not None and type(known) in SUBJECTS and after.relations.get(name) is not known:
                yield known
    if base.types is not after.types:
        types = [t for name, t in base.types.items() if type(t) is Enum and after.types.get(name) is not t]
        yield from sorted(types, key=lambda t: t.name)
    if base.functions is not after.functions:
        for name in remade(deployment):
            overloads = base.functions.get(name)
            if overloads is not None and after.functions.get(name) is not overloads:
                yield Overloads(name, overloads)


def remade(deployment: Deployment) -> Iterable[Name]:
    """The functions that the deployment may have changed: those that it creates again, or all if it does more."""
    names: dict[Name, None] = {}
    for step in deployment.steps:
        if step.before.functions is not step.after.functions:
            if not isinstance(step.operation, CreateFunction):
                return sorted(deployment.base.functions)
            names[step.operation.definition.name] = None
    return sorted(names)


def touched(deployment: Deployment) -> Iterable[Name]:
    """The relations that the deployment may have changed: those that it names, unless it goes further than that."""
    names: dict[Name, None] = {}
    for step in deployment.steps:
        if step.before.relations is not step.after.relations:
            op = step.operation
            if type(op) in WIDE or getattr(op, "cascade", False) or op.target is None:
                return sorted(deployment.base.relations)
            names[op.target] = None
    return [*names, *(child.name for name in names for child in deployment.base.descendants(name))]


# --- tables


def compare_table(old: Table, pair: Pair) -> Iterator[Break]:
    """What statements on a table meet. A table that is gone, and columns that are, have rules of their own."""
    new = pair.after.relations.get(old.name)
    if type(new) is View:
        yield from compare_bridge(old, new, pair)
    if type(new) is not Table:
        return
    if new.columns is not old.columns:
        yield from compare_columns(old, new, pair)
    if new.row_security and not old.row_security:
        yield Break("rows-hidden", old.name, now="policies" if new.policies else "")
    yield from added_constraints(old, new)
    if new.triggers is not old.triggers:
        known = {t.name for t in old.triggers}
        yield from (Break("trigger-added", old.name, t.name) for t in new.triggers if t.name not in known)
    if new.policies is not old.policies and old.row_security:
        known = {p.name for p in old.policies}
        yield from (Break("policy-added", old.name, p.name) for p in new.policies if p.name not in known)


def compare_bridge(old: Table, view: View, pair: Pair) -> Iterator[Break]:
    """What INSERTs meet behind a view that has taken the name of a renamed table: it gives what it shows."""
    name = next(iter(view.uses)) if len(view.uses) == 1 else None
    new = pair.after.table(name) if name is not None and name not in pair.before.relations else None
    if new is None or any("INSERT" in t.events for t in view.triggers) or fills_rows(new):
        return
    for column in new.columns:
        if (
            column.created == pair.after.deployment
            and old.column(column.name) is None
            and wants_value(column, pair.after)
        ):
            yield Break("column-required", new.name, column.name, was="new")


def fills_rows(table: Table) -> bool:
    """Whether a trigger may give values to rows before they are inserted."""
    return any(t.enabled and t.row and t.timing == "BEFORE" and "INSERT" in t.events for t in table.triggers)


def compare_columns(old: Table, new: Table, pair: Pair) -> Iterator[Break]:
    """What hangs on single columns."""
    gone, changed = unlike(old.columns, new.columns)
    if new.origin is not old.origin and not new.partial:
        yield from (Break("column-gone", old.name, c.name) for c in gone if new.column(c.name) is None)
    filled = bool(changed) and fills_rows(new)
    for column in changed:
        was = old.column(column.name)
        if was is None:
            made = new.origin is not old.origin or pair.after.deployment in {column.created, new.created}
            if made and wants_value(column, pair.after) and not filled:
                yield Break("column-required", old.name, column.name, was="new")
            former = next((c.name for c in old.columns if c.origin is column.origin), "") if column.origin else ""
            if former and not made and wants_value(column, pair.after) and not filled:
                yield Break("column-required", old.name, column.name, was="renamed", now=former)
            continue
        defaulted = was.default is not None or was.identity
        if defaulted and wants_value(column, pair.after) and not wants_value(was, pair.before) and not filled:
            yield Break("column-required", old.name, column.name, was="defaulted")
        elif was.nullable and not column.nullable:
            yield Break("null-refused", old.name, column.name)
        if column.nullable and not was.nullable:
            yield Break("null-possible", old.name, column.name)
        if (column.generated or column.identity == "always") and not (was.generated or was.identity == "always"):
            yield Break("computed", old.name, column.name)
        if not was.type.same(column.type):
            yield from compare_types(old.name, was, column, pair)


def wants_value(column: Column, catalog: Catalog) -> bool:
    """Whether INSERT must give the column a value."""
    if column.default is not None or column.identity or column.generated:
        return False
    domain = catalog.types.get(Name(column.type.schema, column.type.name))
    if isinstance(domain, Domain) and not column.type.array:
        return domain.default is None and not (column.nullable and domain.nullable)
    return not column.nullable


def compare_types(table: Name, was: Column, column: Column, pair: Pair) -> Iterator[Break]:
    """Values that the old type took and the new one does not."""
    old, new = (
        catalog.types.get(Name(c.type.schema, c.type.name)) for catalog, c in ((pair.before, was), (pair.after, column))
    )
    if isinstance(old, Enum) and isinstance(new, Enum):
        lost = tuple([value for value in old.values if value not in new.values])
        if lost and old.name != new.name:
            yield Break("value-gone", table, column.name, lost=lost)
        return
    words = pair.narrowing(was.type, column.type, pair.after)
    if words:
        yield Break("narrowed", table, column.name, was=str(was.type), now=words)


def added_constraints(old: Table, new: Table) -> Iterator[Break]:
    """Constraints over old columns that were not there before in any form as strict."""
    if all(map(is_, CONSTRAINTS(old), CONSTRAINTS(new))):
        return
    same = new.primary_key is old.primary_key and new.uniques is old.uniques
    keyed = not same or any(i.unique for indexes in unlike(old.indexes, new.indexes) for i in indexes)
    others = new.checks is old.checks and new.foreign_keys is old.foreign_keys and new.exclusions is old.exclusions
    if others and not keyed:
        return
    names = {c.name for c in old.columns}

    def over_old(columns: Iterable[str]) -> bool:
        listed = set(columns)
        return bool(listed) and (listed <= names or old.partial)

    if new.checks is not old.checks:
        yield from added_checks(old, new, over_old)
    unique = [frozenset(k.columns) for k in uniques(old)] if keyed else []
    for key in uniques(new) if keyed else ():
        if over_old(key.columns) and not any(known <= frozenset(key.columns) for known in unique):
            yield Break("restricted", old.name, key.name, was="UNIQUE", now=", ".join(key.columns))
    linked = {fk.columns for fk in old.foreign_keys}
    for fk in new.foreign_keys:
        if fk.columns not in linked and over_old(fk.columns):
            yield Break("restricted", old.name, fk.name, was="FOREIGN KEY", now=", ".join(fk.columns))
    excluded = {e.parts for e in old.exclusions}
    for exclusion in new.exclusions:
        if exclusion.parts not in excluded:
            yield Break("restricted", old.name, exclusion.name, was="EXCLUDE")


# What restricts the rows of a table, by kinds
CONSTRAINTS = attrgetter("primary_key", "uniques", "indexes", "checks", "foreign_keys", "exclusions")


def uniques(table: Table) -> list[Key | Index]:
    """Everything that keeps rows of a table apart."""
    return [*table.keys, *[i for i in table.indexes if i.unique]]


def added_checks(old: Table, new: Table, over_old: Callable[[Iterable[str]], bool]) -> Iterator[Break]:
    """New CHECKs; one that takes the place of another is measured against that."""
    before = {c.expression for c in old.checks}
    gone = [c for c in old.checks if c.expression not in {n.expression for n in new.checks}]
    for check in new.checks:
        columns = check.expression.columns
        if check.expression in before or not check.enforced or not over_old(columns):
            continue
        former = next((c for c in gone if c.expression.columns == columns), None)
        lost = lost_values(former, check) if former is not None else None
        if lost is None:
            yield Break("restricted", old.name, check.name, was="CHECK", now=check.expression.text)
        elif lost:
            yield Break("value-gone", old.name, check.name, was="CHECK", lost=tuple(lost))


def lost_values(former: Check, check: Check) -> list[str] | None:
    """The values that a list of allowed ones has lost; None: the two are not such lists."""
    if not former.expression.constants or shape(former) != shape(check):
        return None
    return [value for value in dict.fromkeys(former.expression.constants) if value not in check.expression.constants]


def shape(check: Check) -> str:
    """What two lists of allowed values have in common: the expression without the values."""
    text = check.expression.text
    for part in (*(f"'{value}'" for value in check.expression.constants), "::text", ",", " "):
        text = text.replace(part, "")
    return text


# --- views, types, functions


def compare_view(old: View, pair: Pair) -> Iterator[Break]:
    """What queries on a view meet."""
    new = pair.after.relations.get(old.name)
    if new is None:
        yield Break("view-gone", old.name)
    elif isinstance(new, View | Table) and old.columns and new.columns:
        now = set(new.columns) if isinstance(new, View) else {c.name for c in new.columns}
        yield from (Break("view-column-gone", old.name, c) for c in old.columns if c not in now)


def compare_enum(old: Enum, pair: Pair) -> Iterator[Break]:
    """What code that writes or compares a value of an enum meets, where some table has a column of it."""
    new = pair.after.types.get(old.name)
    if isinstance(new, Enum) and pair.before.typed.get(old.name):
        lost = tuple([value for value in old.values if value not in new.values])
        if lost:
            yield Break("value-gone", old.name, lost=lost)


class Overloads(msgspec.Struct, frozen=True):
    """The functions of one name."""

    name: Name
    functions: tuple[Function, ...]


UNCALLED = frozenset({"trigger", "event_trigger"})


def compare_functions(old: Overloads, pair: Pair) -> Iterator[Break]:
    """What calls of a function meet."""
    now = pair.after.functions.get(old.name, ())
    for function in old.functions:
        if function.returns not in UNCALLED and not any(takes(new, function) for new in now):
            yield Break("signature-gone", old.name, ", ".join(function.arguments), now=str(len(now)))


def takes(new: Function, old: Function) -> bool:
    """Whether calls written for the old function may reach the new one: further arguments of it have defaults.

    What other types an argument may have, the server decides by its casts.
    """
    return len(new.arguments) - new.optional <= len(old.arguments) <= len(new.arguments)


SUBJECTS: dict[type, tuple[Callable[[Any, Pair], Iterator[Break]], Callable[[Catalog], Any]]] = {
    Table: (compare_table, attrgetter("relations")),
    View: (compare_view, attrgetter("relations")),
    Enum: (compare_enum, attrgetter("types")),
    Overloads: (compare_functions, attrgetter("functions")),
}

"""Operations on everything that is not a table, column, constraint, index or view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from dbarch_lint.catalog import Catalog
from dbarch_lint.maps import insert, remove
from dbarch_lint.named import Named
from dbarch_lint.names import Name
from dbarch_lint.objects import Expression, Function, Options, Policy, Sequence, Trigger, replace
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.identity import Numbers, with_numbers
from dbarch_lint.operations.indexes import alter_owner
from dbarch_lint.operations.tables import drop_schema, with_trigger_functions
from dbarch_lint.operations.types import moved_type

Triggers = tuple[Trigger, ...]

# --- sequences


class CreateSequence(Operation, frozen=True, kw_only=True):
    """CREATE SEQUENCE."""

    table: Name  # the sequence: it is a relation
    definition: Sequence
    if_not_exists: bool = False
    exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        if self.exists:
            return catalog
        return catalog.put(replace(self.definition, created=catalog.deployment))


CHANGE_OWNER = ("changeowner",)


class AlterSequence(Operation, frozen=True, kw_only=True):
    """ALTER SEQUENCE. `owner` with an empty column is OWNED BY NONE; None: ownership is not touched."""

    table: Name
    options: tuple[str, ...] = ()
    numbers: Numbers = ()
    owner: Name | None = None
    owner_column: str = ""
    type: str = ""
    role: str = ""  # of OWNER TO
    if_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        found = catalog.relations.get(self.table)
        if not isinstance(found, Sequence):
            return catalog
        if self.options == CHANGE_OWNER:
            return catalog.put(replace(found, role=self.role))
        changed = replace(found, type=self.type or found.type, options=with_numbers(found.options, self.numbers))
        if self.owner is not None:
            table = catalog.table(found.owner) if found.owner is not None else None
            changed = replace(
                changed,
                owner=self.owner if self.owner_column else None,
                owner_column=self.owner_column,
                role=table.role if table is not None else found.role,
            )
        return catalog.put(changed)


class DropSequence(Operation, frozen=True, kw_only=True):
    """DROP SEQUENCE. CASCADE takes the defaults that use it, wherever they are."""

    table: Name
    if_exists: bool = False
    cascade: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        return catalog.drop(self.table) if isinstance(catalog.relations.get(self.table), Sequence) else catalog


class RenameSequence(Operation, frozen=True, kw_only=True):
    """ALTER SEQUENCE ... RENAME TO."""

    table: Name
    new_name: str

    def apply(self, catalog: Catalog) -> Catalog:
        return catalog.rename(self.table, self.table.sibling(self.new_name))


# --- routines, triggers, policies


class CreateFunction(Operation, frozen=True, kw_only=True):
    """CREATE [OR REPLACE] FUNCTION, PROCEDURE or AGGREGATE."""

    definition: Function
    or_replace: bool = False
    # bound: the relations that a body in SQL names, those it writes to, and those of which it locks rows
    reads: tuple[Name, ...] = ()
    writes: tuple[Name, ...] = ()
    locked: tuple[Name, ...] = ()
    checked: bool = False  # bound: whether the server looks at its body when it is made, as it does at one in SQL

    def apply(self, catalog: Catalog) -> Catalog:
        new = replace(self.definition, created=catalog.deployment)
        there = catalog.functions.get(new.name, ())
        others = tuple(f for f in there if f.arguments != new.arguments)
        if len(others) < len(there):  # who owned the one before owns it
            new = replace(new, role=next(f.role for f in there if f not in others))
        return replace(catalog, functions=insert(catalog.functions, new.name, (*others, new)))


def same_arguments(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists of types may be the same: one may be spelled with a schema, the other without."""

    def bare(type_: str) -> str:
        return type_.rpartition(".")[2].replace('"', "")

    return len(one) == len(other) and all(
        bare(a) == bare(b) or a.endswith("%TYPE") or b.endswith("%TYPE") for a, b in zip(one, other, strict=True)
    )


def other_overloads(overloads: tuple[Function, ...], arguments: tuple[str, ...] | None) -> tuple[Function, ...]:
    """The functions of a name but for the one with these arguments; None: there is one only."""
    if arguments is None:
        return ()
    exact = [f for f in overloads if f.arguments == arguments]
    meant = exact or [f for f in overloads if same_arguments(f.arguments, arguments)][:1]
    return tuple(f for f in overloads if f not in meant)


class DropFunction(Operation, frozen=True, kw_only=True):
    """DROP FUNCTION, PROCEDURE, AGGREGATE or ROUTINE; `arguments` None: by name alone."""

    name: Name
    arguments: tuple[str, ...] | None = None
    if_exists: bool = False
    cascade: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        overloads = catalog.functions.get(self.name)
        if overloads is None:
            return catalog
        rest = other_overloads(overloads, self.arguments)
        functions = insert(catalog.functions, self.name, rest) if rest else remove(catalog.functions, self.name)
        catalog = replace(catalog, functions=functions)
        return with_trigger_functions(catalog, {self.name: None}) if self.cascade and not rest else catalog


class AlterFunction(Operation, frozen=True, kw_only=True):
    """ALTER FUNCTION: rename (`new_name`) or attributes; `arguments` None: by name alone.

    `settings` as in Function; one without a value is taken away.
    """

    name: Name
    arguments: tuple[str, ...] | None = None
    new_name: str = ""
    volatility: str = ""
    security_definer: bool | None = None
    settings: tuple[str, ...] = ()
    role: str | None = None

    def change(self, function: Function) -> Function:
        """The function after the change."""
        new = [s.partition("=")[0] for s in self.settings]
        kept = [s for s in function.settings if s.partition("=")[0] not in new]
        return replace(
            function,
            name=function.name.sibling(self.new_name) if self.new_name else function.name,
            volatility=self.volatility or function.volatility,
            security_definer=function.security_definer if self.security_definer is None else self.security_definer,
            settings=(*kept, *(s for s in self.settings if not s.endswith("="))),
            role=function.role if self.role is None else self.role,
        )

    def apply(self, catalog: Catalog) -> Catalog:
        overloads = catalog.functions.get(self.name)
        if overloads is None:
            return catalog
        rest = other_overloads(overloads, self.arguments)
        changed = tuple(self.change(f) for f in overloads if f not in rest)
        functions = insert(catalog.functions, self.name, rest) if rest else remove(catalog.functions, self.name)
        name = self.name.sibling(self.new_name) if self.new_name else self.name
        if name != self.name and not rest:
            catalog = with_trigger_functions(catalog, {self.name: name})
        return replace(catalog, functions=insert(functions, name, (*functions.get(name, ()), *changed)))


class CreateTrigger(Operation, frozen=True, kw_only=True):
    """CREATE [OR REPLACE] [CONSTRAINT] TRIGGER; `constrained`: the table that a constraint trigger names with FROM."""

    table: Name
    trigger: Trigger
    or_replace: bool = False
    constrained: Name | None = None

    def apply(self, catalog: Catalog) -> Catalog:
        def added(trigger: Trigger) -> Callable[[Triggers], Triggers]:
            return lambda ts: (*(t for t in ts if t.name != trigger.name), trigger)

        catalog = with_triggers(catalog, self.table, added(self.trigger))
        if self.trigger.row:
            for name in partitions(catalog, self.table):
                catalog = with_triggers(catalog, name, added(replace(self.trigger, inherited=True)))
        return catalog


class DropTrigger(Operation, frozen=True, kw_only=True):
    """DROP TRIGGER."""

    table: Name
    name: str
    if_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        if self.if_exists and self.table not in catalog.relations:
            return catalog
        catalog = with_triggers(catalog, self.table, lambda ts: tuple(t for t in ts if t.name != self.name))
        for name in partitions(catalog, self.table):
            catalog = with_triggers(
                catalog, name, lambda ts: tuple(t for t in ts if t.name != self.name or not t.inherited)
            )
        return catalog


ANSWERS: dict[str, Literal["origin", "replica", "always"]] = {"enable_replica": "replica", "enable_always": "always"}


class AlterTrigger(Operation, frozen=True, kw_only=True):
    """Enable, disable or rename a trigger: `action` is enable, disable, enable_replica, enable_always,
    rename or depends.

    `name` is empty for ALL and USER triggers; `internal`: ALL, also those that check foreign keys. `only`: partitions
    keep theirs as they are.
    """

    table: Name
    name: str = ""
    internal: bool = False
    action: str
    new_name: str = ""
    only: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        def change(trigger: Trigger) -> Trigger:
            if self.name and trigger.name != self.name:
                return trigger
            if self.action == "rename":
                return replace(trigger, name=self.new_name)
            enabled = self.action != "disable"
            return replace(trigger, enabled=enabled, answers=ANSWERS.get(self.action, "origin"))

        catalog = with_triggers(catalog, self.table, lambda ts: tuple(change(t) for t in ts))
        for name in [] if self.only else partitions(catalog, self.table):
            catalog = with_triggers(catalog, name, lambda ts: tuple(change(t) if t.inherited else t for t in ts))
        return catalog


def partitions(catalog: Catalog, name: Name) -> list[Name]:
    """The partitions of a table, all levels: they have copies of its row triggers."""
    if not catalog.children.get(name):
        return []
    return [t.name for t in catalog.descendants(name) if t.partition_of is not None]


def with_triggers(catalog: Catalog, name: Name, change: Callable[[Triggers], Triggers]) -> Catalog:
    """The catalog with the triggers of a table or view changed."""
    view = catalog.view(name)
    if view is not None:
        return catalog.put(replace(view, triggers=change(view.triggers)))
    return catalog.alter(name, lambda table: replace(table, triggers=change(table.triggers)))


class CreatePolicy(Operation, frozen=True, kw_only=True):
    """CREATE POLICY."""

    table: Name
    policy: Policy

    def apply(self, catalog: Catalog) -> Catalog:
        return catalog.alter(self.table, lambda t: replace(t, policies=(*t.policies, self.policy)))


class AlterPolicy(Operation, frozen=True, kw_only=True):
    """ALTER POLICY, or its renaming (`new_name`)."""

    table: Name
    name: str
    new_name: str = ""
    roles: tuple[str, ...] = ()
    using: Expression | None = None
    check: Expression | None = None
    reads: tuple[Name, ...] = ()  # bound: the relations that its subqueries read then

    def apply(self, catalog: Catalog) -> Catalog:
        def change(policy: Policy) -> Policy:
            if policy.name != self.name:
                return policy
            return replace(
                policy,
                name=self.new_name or policy.name,
                roles=self.roles or policy.roles,
                using=self.using or policy.using,
                check=self.check or policy.check,
                reads=self.reads,
            )

        return catalog.alter(self.table, lambda t: replace(t, policies=tuple(change(p) for p in t.policies)))


class DropPolicy(Operation, frozen=True, kw_only=True):
    """DROP POLICY."""

    table: Name
    name: str
    if_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        if self.if_exists and self.table not in catalog.relations:
            return catalog
        return catalog.alter(
            self.table, lambda t: replace(t, policies=tuple(p for p in t.policies if p.name != self.name))
        )


# --- schemas, extensions, grants, comments, and the rest by name


class CreateSchema(Operation, frozen=True, kw_only=True):
    """CREATE SCHEMA."""

    name: str
    if_not_exists: bool = False
    options: Options = ()
    role: str = ""

    def apply(self, catalog: Catalog) -> Catalog:
        if self.name in catalog.schemas:
            return catalog
        created = catalog.deployment
        named = Named(name=self.name, kind="schema", options=self.options, role=self.role, created=created)
        return replace(catalog, schemas=insert(catalog.schemas, self.name, named))


class AlterSchema(Operation, frozen=True, kw_only=True):
    """ALTER DATABASE of MySQL: what tables inherit that are made from then on. No name: the database in use."""

    name: str
    options: Options

    def apply(self, catalog: Catalog) -> Catalog:
        known = catalog.schemas.get(self.name) or Named(name=self.name, kind="schema", created=catalog.deployment)
        return replace(catalog, schemas=insert(catalog.schemas, self.name, replace(known, options=self.options)))


class DropSchema(Operation, frozen=True, kw_only=True):
    """DROP SCHEMA."""

    name: str
    if_exists: bool = False
    cascade: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        return drop_schema(catalog, self.name)


class RenameSchema(Operation, frozen=True, kw_only=True):
    """ALTER SCHEMA ... RENAME TO; all its objects follow."""

    name: str
    new_name: str

    def apply(self, catalog: Catalog) -> Catalog:
        for name in [n for n in catalog.relations if n.schema == self.name]:
            if name in catalog.relations and not hasattr(catalog.relations[name], "table"):
                catalog = catalog.rename(name, Name(self.new_name, name.name))
        for name in [n for n in catalog.types if n.schema == self.name]:
            catalog = moved_type(catalog, name, Name(self.new_name, name.name))
        functions = catalog.functions
        for name in [n for n in functions if n.schema == self.name]:
            moved = Name(self.new_name, name.name)
            functions = insert(remove(functions, name), moved, tuple(replace(f, name=moved) for f in functions[name]))
            catalog = with_trigger_functions(catalog, {name: moved})
        known = catalog.schemas.get(self.name)
        schemas = remove(catalog.schemas, self.name) if known is not None else catalog.schemas
        role = known.role if known is not None else ""
        named = Named(name=self.new_name, kind="schema", role=role, created=catalog.deployment)
        return replace(catalog, functions=functions, schemas=insert(schemas, self.new_name, named))


class Grant(Operation, frozen=True, kw_only=True):
    """GRANT or REVOKE (`revoke`) on objects of one kind, role membership (kind role), or defaults (kind default).

    `names` are the objects; `all_in_schema` says that they are schemas whose tables are all meant.
    """

    kind: str
    names: tuple[Name, ...] = ()
    privileges: tuple[str, ...] = ()  # lower case; empty: all
    grantees: tuple[str, ...] = ()  # "public" for PUBLIC
    revoke: bool = False
    all_in_schema: bool = False


class Comment(Operation, frozen=True, kw_only=True):
    """COMMENT ON. `table` is the relation that it concerns, for tables, columns, indexes, constraints, triggers, ..."""

    kind: str
    table: Name | None = None
    name: str = ""
    text: str = ""

    def apply(self, catalog: Catalog) -> Catalog:
        if self.table is None:
            return catalog
        view, table = catalog.view(self.table), catalog.table(self.table)
        if view is not None and self.kind in {"view", "matview"}:
            return catalog.put(replace(view, comment=self.text))
        if self.kind == "index":
            name, text = self.table.name, self.text
            said = lambda indexes: tuple(replace(i, comment=text) if i.name == name else i for i in indexes)  # noqa: E731
            return alter_owner(catalog, self.table, said)
        if table is None:
            return catalog
        if self.kind == "table":
            return catalog.put(replace(table, comment=self.text))
        if self.kind == "column":
            columns = tuple(replace(c, comment=self.text) if c.name == self.name else c for c in table.columns)
            return catalog.put(replace(table, columns=columns))
        return catalog

"""Operations on objects of which little more than the name matters: publications, roles, servers, statistics, rules."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.maps import insert, remove
from dbarch_lint.named import DISABLED, SCHEMA, Named, key_of, replace, without_tables
from dbarch_lint.names import Name
from dbarch_lint.objects import Options
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.options import with_options
from dbarch_lint.source import Origin


class CreateObject(Operation, frozen=True, kw_only=True):
    """CREATE of an object of which only the name matters: publication, role, server, statistics, rule, cast, ...

    `tables` are the relations that it locks, `columns` those that keep it from being changed, `listed` those of them in
    the lists of a publication; `options` are those of a publication, with the schemas that it takes; `password` is that
    of a role, where one is written out.
    """

    kind: str
    name: str
    tables: tuple[Name, ...] = ()
    columns: frozenset[tuple[Name, str]] = frozenset()
    listed: frozenset[tuple[Name, str]] = frozenset()
    options: Options = ()
    password: str = ""
    role: str = ""  # that owns it

    def apply(self, catalog: Catalog) -> Catalog:
        named = Named(
            name=self.name,
            kind=self.kind,
            tables=self.tables,
            columns=self.columns,
            listed=self.listed,
            options=self.options,
            role=self.role,
            created=catalog.deployment,
            origin=Origin(self.statement),
        )
        catalog = replace(catalog, others=insert(catalog.others, key_of(named, self.tables), named))
        if self.kind == "publication":
            return replace(catalog, publications=catalog.publications | {self.name})
        if self.kind == "event_trigger":
            return replace(catalog, watched=True)
        return replace(catalog, ruled=True) if self.kind == "rule" else catalog


SWITCHED = frozenset({"rule", "event_trigger"})
# Those that answer only what replication replays answer nothing here.
SWITCHES: dict[str, Options] = {
    "disable": (DISABLED,),
    "enable_replica": (DISABLED,),
    "enable": (),
    "enable_always": (),
}


class AlterObject(Operation, frozen=True, kw_only=True):
    """ALTER of such an object."""

    kind: str
    name: str
    action: str = ""
    tables: tuple[Name, ...] = ()
    columns: frozenset[tuple[Name, str]] = frozenset()
    listed: frozenset[tuple[Name, str]] = frozenset()
    options: Options = ()
    password: str = ""
    new_name: str = ""
    role: str = ""  # of OWNER TO

    def apply(self, catalog: Catalog) -> Catalog:
        if self.kind == "schema" and self.action == "owner" and self.name in catalog.schemas:
            owned = replace(catalog.schemas[self.name], role=self.role)
            return replace(catalog, schemas=insert(catalog.schemas, self.name, owned))
        key = key_of(Named(name=self.name, kind=self.kind), self.tables)
        found = catalog.others.get(key)
        if found is None:
            return catalog
        changed = replace(found, altered=True)
        if self.action == "owner":
            changed = replace(found, role=self.role)
        if self.kind == "publication":
            changed = self.published(changed)
        if self.kind in SWITCHED and self.action in SWITCHES:
            changed = replace(changed, options=SWITCHES[self.action])
        if not self.new_name:
            return replace(catalog, others=insert(catalog.others, key, changed))
        renamed = replace(changed, name=self.new_name)
        others = insert(remove(catalog.others, key), key_of(renamed, renamed.tables), renamed)
        names = catalog.publications
        if self.kind == "publication":
            names = names - {self.name} | {self.new_name}
        return replace(catalog, others=others, publications=names)

    def published(self, found: Named) -> Named:
        """The publication afterwards: SET of tables takes the place of all that it had, but for its parameters."""
        if self.action == "options":
            names, values = zip(*self.options, strict=True)
            return replace(found, options=with_options(found.options, names, values))
        if self.action not in {"add", "drop", "set"}:
            return found
        kept = without_tables(found, found.tables if self.action == "set" else self.tables)
        dropped = [o for o in found.options if o in self.options or (self.action == "set" and o[0] == SCHEMA)]
        options = tuple([o for o in found.options if o not in dropped])
        if self.action == "drop":
            return replace(kept, options=options)
        return replace(
            kept,
            tables=(*kept.tables, *self.tables),
            columns=kept.columns | self.columns,
            listed=kept.listed | self.listed,
            options=(*options, *self.options),
        )


class DropObject(Operation, frozen=True, kw_only=True):
    """DROP of such an object."""

    kind: str
    name: str
    tables: tuple[Name, ...] = ()
    if_exists: bool = False
    cascade: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        key = key_of(Named(name=self.name, kind=self.kind), self.tables)
        if key not in catalog.others:
            return catalog
        catalog = replace(catalog, others=remove(catalog.others, key))
        if self.kind != "publication":
            return catalog
        return replace(catalog, publications=catalog.publications - {self.name})

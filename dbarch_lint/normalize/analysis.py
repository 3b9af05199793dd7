"""All tables of a schema: what normal form each is in, and what to make of those that repeat facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.normalize.declared import Declarations, Relation, declarations, relation
from dbarch_lint.normalize.decompose import Decomposition, Part, decompose
from dbarch_lint.normalize.dependencies import FD, Attributes, in_order
from dbarch_lint.normalize.forms import Verdict, verdict
from dbarch_lint.normalize.naming import part_name
from dbarch_lint.objects import ForeignKey, Table
from dbarch_lint.roles import is_framework
from dbarch_lint.splits import NewTable, Reference, Split

NO_DOUBTS: Mapping[Name, Sequence[str]] = {}


class Judged(msgspec.Struct, frozen=True):
    """A table, its verdict, and (if it should be) how it is taken apart.

    `doubts` are reasons to think that it is not in 1NF; `keyless`: nothing keeps its rows from repeating.
    """

    relation: Relation
    verdict: Verdict
    doubts: tuple[str, ...] = ()
    decomposition: Decomposition | None = None
    split: Split | None = None

    @property
    def table(self) -> Table:
        return self.relation.table

    @property
    def keyless(self) -> bool:
        return not self.relation.superkeys

    @property
    def fine(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.verdict.violations or self.doubts or self.keyless)


def judge(
    catalog: Catalog,
    declared: Declarations,
    *,
    only: Sequence[Name] = (),
    doubts: Mapping[Name, Sequence[str]] = NO_DOUBTS,
) -> list[Judged]:
    """The tables by name. Raises ConfigError for declarations that the catalog does not bear out."""
    said = declarations(declared, catalog)
    wanted = [t for t in catalog.tables if not only or t.name in only]
    return [
        judged(relation(table, catalog, said.get(table.name, ())), catalog, tuple(doubts.get(table.name, ())))
        for table in wanted
        if is_relation(table) or table.name in said or only
    ]


def is_relation(table: Table) -> bool:
    """Whether a table is one of the schema's own: no partition of another, and not kept by a tool or elsewhere."""
    apart = table.partition_of is not None or table.temporary or table.kind == "foreign"
    return bool(table.columns) and not apart and not is_framework(table)


def judged(rel: Relation, catalog: Catalog, doubts: tuple[str, ...]) -> Judged:
    """One table."""
    order, mvds = rel.order, rel.multivalued
    held = rel.functional(controlled=True)
    found = verdict(order, rel.functional(), mvds, known=rel.superkeys, controlled=held)
    if not found.violations:
        return Judged(rel, found, doubts)
    # what the server computes or a foreign key enforces stays where it is: the split is made for the rest
    keyed: Attributes = frozenset().union(*rel.superkeys)
    computed = {c.name for c in rel.table.columns if c.generated} - keyed
    stored = tuple(a for a in order if a not in computed)
    free = verdict(stored, _among(rel.functional(controlled=False), stored), mvds, known=rel.superkeys)
    result = decompose(stored, free, mvds)
    split = split_of(rel, result, catalog) if result is not None and len(result.parts) > 1 else None
    return Judged(rel, found, doubts, result, split)


def _among(fds: Sequence[FD], columns: Sequence[str]) -> list[FD]:
    """Dependencies as they hold between some columns."""
    inside = frozenset(columns)
    return [FD(d.left, d.right & inside) for d in fds if d.left <= inside]


# --- the parts as tables


def split_of(rel: Relation, result: Decomposition, catalog: Catalog) -> Split:
    """The new tables, those that others refer to first, and what stays of the old one."""
    table = rel.table
    home = home_of(rel, result.parts)
    names: dict[Part, Name] = {} if home is None else {home: table.name}
    places = {p: found for p in result.parts if p is not home and (found := place_for(p, rel, catalog)) is not None}
    for part in result.parts:
        if part in places:
            names[part] = places[part].target
        elif part is not home:
            others = [c for c in part.columns if c not in part.keys[0]]
            names[part] = part_name(table, part.keys[0], others, catalog, names.values())
    placed = list(in_need_order([p for p in result.parts if p is not home]))
    made = [p for p in placed if p not in places]
    new = [
        NewTable(names[p], p.columns, (places[p].columns,), existing=places[p].target_columns)
        if p in places
        else NewTable(names[p], with_computed(p, rel), p.keys, references(p, made, names))
        for p in placed
    ]
    if home is None:
        return Split(table, tuple(new))
    return Split(table, tuple(new), with_computed(home, rel), references(home, made, names))


def place_for(part: Part, rel: Relation, catalog: Catalog) -> ForeignKey | None:
    """The foreign key to a table that is there already and may take what a part tells, or None."""
    table = rel.table
    for key in table.foreign_keys:
        target = catalog.table(key.target)
        if target is None or target is table or not key.validated or len(key.target_columns) != len(key.columns):
            continue
        told = part.attributes.difference(key.columns)
        taken = any(target.column(name) is not None for name in told)
        linked = any(told.intersection(other.columns) for other in table.foreign_keys)
        if told and set(key.columns) in map(set, part.keys) and not (taken or linked or target.partial):
            return key
    return None


def home_of(rel: Relation, parts: Sequence[Part]) -> Part | None:
    """The part that keeps every row of the table apart, and so stays in it; None where there is none."""
    for key in rel.superkeys:
        found = next((p for p in parts if key <= p.attributes), None)
        if found is not None:
            return found
    return None


def references(part: Part, others: Sequence[Part], names: Mapping[Part, Name]) -> tuple[Reference, ...]:
    """The new tables whose keys a part holds."""
    return tuple(Reference(key, names[other]) for other in others if (key := link(part, other)) is not None)


def link(part: Part, other: Part) -> tuple[str, ...] | None:
    """The key of another part that a part holds, and is not a key of its own."""
    own = {frozenset(key) for key in part.keys}
    held = (k for k in other.keys if part.attributes.issuperset(k) and frozenset(k) not in own)
    return next(held, None) if other is not part else None


def in_need_order(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, each after those that it refers to."""
    waiting = list(parts)
    while waiting:
        free = [p for p in waiting if not any(link(p, o) for o in waiting)]
        yield from free or waiting
        waiting = [p for p in waiting if p not in free] if free else []


def with_computed(part: Part, rel: Relation) -> tuple[str, ...]:
    """The columns of a part, with the generated ones that it can still compute."""
    own = part.attributes
    more = {
        c.name
        for c in rel.table.columns
        if c.generated and c.default is not None and c.default.columns <= own | {c.name}
    }
    return in_order(own | more, rel.order)

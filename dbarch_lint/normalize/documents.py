"""What `normalize` found, as data: the shape is a promise (`dbarch-lint schema-of normalize`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dbarch_lint.names import Name
from dbarch_lint.normalize.analysis import Judged
from dbarch_lint.normalize.declared import Known
from dbarch_lint.normalize.decompose import Decomposition
from dbarch_lint.normalize.dependencies import FD, MVD, in_order
from dbarch_lint.normalize.forms import Violation
from dbarch_lint.normalize.mine import Mined
from dbarch_lint.splits import Phase, Split

Document = dict[str, Any]


def document(
    tables: Sequence[Judged],
    migrations: Mapping[Name, Sequence[Phase]],
    mined: Mapping[Name, Mined],
    *,
    engine: str,
    version: int,
    complete: bool,
) -> Document:
    """All tables that were judged."""
    return {
        "version": 1,
        "engine": engine,
        "engine_version": str(version),
        "complete": complete,
        "tables": [_table(t, migrations.get(t.table.name, ()), mined.get(t.table.name)) for t in tables],
    }


def _table(judged: Judged, phases: Iterable[Phase], mined: Mined | None) -> Document:
    rel, found = judged.relation, judged.verdict
    order = rel.order
    return {
        "schema": rel.table.name.schema,
        "name": rel.table.name.name,
        "form": None if judged.keyless else found.form,
        "keyless": judged.keyless,
        "keys": [list(in_order(key, order)) for key in found.keys.keys],
        "keys_complete": found.keys.complete,
        "weak_unique": list(rel.weak),
        "doubts": list(judged.doubts),
        "dependencies": [_known(known, order) for known in rel.known],
        "violations": [_violation(v, order) for v in found.violations],
        "controlled": [_violation(v, order) for v in found.controlled],
        "decomposition": _decomposition(judged.decomposition, judged.split, order) if judged.decomposition else None,
        "migration": [
            {"name": p.name, "title": p.title, "before": p.before or None, "transaction": p.transaction,
             "statements": list(p.statements)}
            for p in phases
        ],
        "sample": _mined(mined, order) if mined is not None else None,
    }  # fmt: skip


def _dependency(dependency: FD | MVD, order: Sequence[str]) -> Document:
    return {
        "left": list(in_order(dependency.left, order)),
        "right": list(in_order(dependency.right, order)),
        "multivalued": isinstance(dependency, MVD),
    }


def _known(known: Known, order: Sequence[str]) -> Document:
    more = {"origin": known.origin, "name": known.name or None, "controlled": known.controlled or None}
    return _dependency(known.dependency, order) | more


def _violation(violation: Violation, order: Sequence[str]) -> Document:
    key = list(in_order(violation.key, order)) or None
    return _dependency(violation.dependency, order) | {"breaks": violation.breaks, "key": key}


def _decomposition(result: Decomposition, split: Split | None, order: Sequence[str]) -> Document:
    new = {frozenset(t.keys[0]): t for t in split.new} if split is not None else {}
    proof = result.proof
    parts = []
    for part in result.parts:
        made = next((new[key] for key in map(frozenset, part.keys) if key in new), None)
        name = made.name if made is not None else split.table.name if split is not None else None
        parts.append(
            {
                "schema": name.schema if name is not None else None,
                "name": name.name if name is not None else None,
                "existing": bool(name is not None and (made is None or made.existing)),
                "columns": list(part.columns),
                "keys": [list(key) for key in part.keys],
                "form": part.form,
            }
        )
    return {
        "form": result.form,
        "parts": parts,
        "lossless": proof.lossless,
        "proof": [_dependency(s.dependency, order) | {"columns": list(s.columns)} for s in proof.steps],
        "lost": [_dependency(d, order) for d in result.lost],
        "further": _dependency(result.further, order) if result.further is not None else None,
        "price": [_dependency(d, order) for d in result.price],
    }


def _mined(mined: Mined, order: Sequence[str]) -> Document:
    return {
        "rows": mined.rows,
        "complete": mined.complete,
        "refuted": [
            _dependency(r.dependency, order) | {"rows": [p._asdict() for p in r.places]} for r in mined.refuted
        ],
        "questions": [
            _dependency(q.dependency, order)
            | {"score": q.score, "exceptions": q.exceptions, "repeating": q.repeating, "coverage": q.coverage}
            for q in mined.questions
        ],
        "remarks": list(mined.remarks),
    }

"""What `normalize` found, for people: the tables that repeat facts one by one, the others as a count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dbarch_lint.normalize.analysis import Judged
from dbarch_lint.normalize.decompose import Decomposition
from dbarch_lint.normalize.dependencies import FD, Attributes, in_order, text
from dbarch_lint.normalize.forms import Violation
from dbarch_lint.normalize.mine import Mined, Question
from dbarch_lint.normalize.run import Normalized
from dbarch_lint.reporters.display import Painter, visible, width
from dbarch_lint.splits import Phase, Split

replace = msgspec.structs.replace
MOST_NAMED = 8
WIDEST = 70  # cells of a list of columns that others are lined up with
DECLARE = (
    "Keys alone prove no more: what else determines what, declare in the configuration (`dependencies: {orders: "
    "[customer_email -> customer_name]}`), or look for it in data (`--sample orders.csv`)."
)


def render(found: Normalized, *, color: bool = False) -> str:
    """The whole report."""
    paint = Painter(color)
    blocks = ["\n".join(_table(j, found, paint)) for j in found.tables if not _counted(j, found)]
    blocks.append("\n".join(_rest([j for j in found.tables if _counted(j, found)], found)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _counted(judged: Judged, found: Normalized) -> bool:
    """Whether a table is only counted: nothing is wrong with it, or only that it has no key."""
    return not (judged.verdict.violations or judged.doubts) and judged.table.name not in found.mined


def _rest(others: Sequence[Judged], found: Normalized) -> Iterator[str]:
    """What there is to say about the other tables."""
    keyless = [j for j in others if j.keyless]
    fine = len(others) - len(keyless)
    if fine:
        told = f"{found.declared} declared dependencies" if found.declared else "keys"
        forms = {j.verdict.form for j in others if not j.keyless}
        one = fine == 1
        yield f"{fine} {'table is' if one else 'tables are'} in {' or '.join(sorted(forms))}, as far as {told} show."
    if keyless:
        names = _some(str(j.table.name) for j in keyless)
        yield f"{len(keyless)} without a key, so that rows may repeat and no form applies: {names}."
    if not found.tables:
        yield "The migrations make no tables."
    elif not found.declared and not found.mined:
        yield DECLARE
    if not found.catalog.complete:
        yield "The history does not start from an empty database: tables made before it are not judged."


# --- one table


def _table(judged: Judged, found: Normalized, paint: Painter) -> Iterator[str]:
    order, verdict = judged.relation.order, judged.verdict
    form = "without a key" if judged.keyless else "1NF in doubt" if judged.doubts else verdict.form
    yield paint("bold", visible(f"table {judged.table.name}: {form}"))
    keys = [f"({_names(key, order)})" for key in verdict.keys.keys]
    if not judged.keyless:
        more = "" if verdict.keys.complete else f", and more: the search stopped at {len(keys)}"
        yield _line(f"keys: {', '.join(keys[:MOST_NAMED])}{', ...' if len(keys) > MOST_NAMED else ''}{more}")
    if judged.relation.weak:
        yield _line(f"not keys, as NULL may repeat: {', '.join(judged.relation.weak)}")
    for doubt in judged.doubts:
        yield f"  {paint('warning', 'breaks 1NF, it seems')}: {visible(doubt)}"
    for number, violation in enumerate(_merged(verdict.violations)):
        yield from _broken(violation, judged, paint, explain=not number)
    for held in judged.relation.known:
        if held.controlled and held.origin == "declared":
            yield _line(f"kept on purpose: {text(held.dependency, order)} ({held.controlled})")
    if judged.decomposition is not None:
        yield from _decomposed(judged.decomposition, judged, found, paint)
    if judged.table.name in found.mined:
        yield from _sampled(found.mined[judged.table.name], judged, paint)


def _line(words: str, depth: int = 1) -> str:
    return "  " * depth + visible(words)


def _names(attributes: Iterable[str], order: Sequence[str]) -> str:
    return ", ".join(in_order(attributes, order))


def _some(names: Iterable[str]) -> str:
    every = list(names)
    more = f" and {len(every) - MOST_NAMED} more" if len(every) > MOST_NAMED else ""
    return visible(", ".join(every[:MOST_NAMED]) + more)


def _merged(violations: Iterable[Violation]) -> list[Violation]:
    """One a left side, form and key."""
    rights: dict[Violation, Attributes] = {}
    for v in violations:
        if isinstance(v.dependency, FD):
            alike = Violation(v.breaks, FD(v.dependency.left, frozenset()), v.key)
            rights[alike] = rights.get(alike, frozenset()) | v.dependency.right
        else:
            rights[v] = v.dependency.right
    return [
        Violation(v.breaks, FD(v.dependency.left, right), v.key) if isinstance(v.dependency, FD) else v
        for v, right in rights.items()
    ]


def _broken(violation: Violation, judged: Judged, paint: Painter, *, explain: bool) -> Iterator[str]:
    """The dependency, and what goes wrong with it, in the words of the table."""
    order, dependency = judged.relation.order, violation.dependency
    left, right = (_names(side, order) for side in (dependency.left, dependency.right - dependency.left))
    yield f"  {paint('warning', f'breaks {violation.breaks}')}: {visible(text(dependency, order))}"
    if not isinstance(dependency, FD):
        yield _line(f"for each {left}, every {right} stands beside every value of the other columns:", 2)
        yield _line("one value more needs as many rows as there are of those.", 2)
        return
    left = f"({left})" if "," in left else left
    why = f"is only a part of the key ({_names(violation.key, order)})" if violation.key else "is no key"
    yield _line(f"{left} {why}: {right} {_is(right)} written again in every row with the same {left}.", 2)
    if explain:
        yield _line("Change it in one row, and two rows disagree; delete the last row, and it is lost.", 2)


def _is(names: str) -> str:
    return "are" if "," in names else "is"


def _decomposed(result: Decomposition, judged: Judged, found: Normalized, paint: Painter) -> Iterator[str]:
    order = judged.relation.order
    if judged.split is not None:
        nothing = "every dependency is kept" if not result.lost else "not every dependency is kept"
        yield f"  {paint('info', f'in {result.form}')}: {nothing}"
        yield from (_line(line, 2) for line in _parts(judged.split))
        yield from _proof(result, order)
        for new in judged.split.new:
            unknown = [c.name for c in judged.table.columns if c.nullable and c.name in new.keys[0]]
            if unknown and new.told:
                yield _line(f"provided that no row without {' or '.join(unknown)} holds {', '.join(new.told)}")
    if result.further is not None:
        lost = "; ".join(text(d, order) for d in result.price)
        further = text(result.further, order)
        if lost:
            yield _line(f"stops at 3NF: split by {further} as BCNF asks, no table could check {lost}")
        else:
            yield _line(f"stops at 3NF: {further}")
    phases = found.migrations.get(judged.table.name)
    if phases:
        steps = ", ".join(p.name for p in phases)
        yield _line(f"migrations: {steps} (--table {judged.table.name} --output-format sql)")
    elif judged.split is not None:
        yield _line("migrations: none, since no steps lead there that nobody waits for")


def _parts(split: Split) -> Iterator[str]:
    """A line a table: name, columns, keys and references."""
    primary = split.table.primary_key
    old_keys = [primary.columns] if primary is not None and split.kept else []
    kept = ", ".join(split.kept) if len(split.kept) <= MOST_NAMED else f"all but {', '.join(split.moved)}"
    tables = [(split.table.name, kept, old_keys, split.references)] if split.kept else []
    for new in split.new:
        if new.existing:
            tables.append((new.name, f"+ {', '.join(new.told)}", [], ()))
        else:
            tables.append((new.name, ", ".join(new.columns), list(new.keys), new.references))
    shown = [(visible(str(name)), visible(columns)) for name, columns, _, _ in tables]
    names, lists = (max(width(row[i]) for row in shown) for i in (0, 1))
    for (name, listed), (_, _, keys, links) in zip(shown, tables, strict=True):
        said = [*(f"key {', '.join(key)}" for key in keys), *(f"{', '.join(r.columns)} in {r.target}" for r in links)]
        gap = " " * (min(lists, WIDEST) - width(listed))
        yield f"{name}{' ' * (names - width(name))}  {listed}{gap}  {'; '.join(said)}"


def _proof(result: Decomposition, order: Sequence[str]) -> Iterator[str]:
    proof = result.proof
    if not proof.lossless:
        yield _line("not proven: joined again, the parts may give rows that never were")
        return
    steps = "; ".join(f"{text(s.dependency, order)} fills {', '.join(s.columns)}" for s in proof.steps[:MOST_NAMED])
    more = f"; {len(proof.steps) - MOST_NAMED} steps more" if len(proof.steps) > MOST_NAMED else ""
    yield _line(f"lossless, by the chase: {steps or 'one part holds every column'}{more}")
    if result.lost:
        yield _line(f"no table alone can check: {'; '.join(text(d, order) for d in result.lost)}")


# --- samples


def _sampled(mined: Mined, judged: Judged, paint: Painter) -> Iterator[str]:
    order = judged.relation.order
    for refuted in mined.refuted:
        one, other = refuted.places
        where = f"{one.path}:{one.line} and {other.path}:{other.line}"
        words = f"{text(refuted.dependency, order)} is declared, and {where} contradict it"
        yield f"  {paint('error', 'not so')}: {visible(words)}"
    for question in _together(mined.questions):
        yield f"  {paint('info', '?')} {visible(_asked(question, mined, order))}"
    remarks = [] if mined.questions or mined.remarks else ["they suggest no dependency"]
    yield _line(f"sample: {mined.rows:,} rows; {'; '.join([*mined.remarks, *remarks])}".rstrip("; "))
    if mined.questions:
        yield _line("Data cannot answer: declare under `dependencies` what is true by its meaning.")


def _together(questions: Iterable[Question]) -> list[Question]:
    """One question a left side; the rows that disagree are those of the worst."""
    found: dict[Attributes, Question] = {}
    for q in questions:
        left = q.dependency.left
        best = found.setdefault(left, q)
        both = FD(left, best.dependency.right | q.dependency.right)
        found[left] = replace(best, dependency=both, exceptions=max(q.exceptions, best.exceptions))
    return list(found.values())


def _asked(question: Question, mined: Mined, order: Sequence[str]) -> str:
    left, right = (_names(side, order) for side in (question.dependency.left, question.dependency.right))
    evidence = f"{question.exceptions:,} of {mined.rows:,} rows disagree" if question.exceptions else "no row disagrees"
    verb = "determine" if "," in left else "determines"
    return f"is it true that {left} {verb} {right}? ({question.repeating:,} repeat, {evidence})"


# --- migrations


def script(found: Normalized) -> str:
    """The migrations of all tables, each under a line that says what it does and what must have happened before."""
    blocks = []
    for judged in found.tables:
        phases = found.migrations.get(judged.table.name, ())
        for number, phase in enumerate(phases, 1):
            blocks.append(migration_text(phase, f"{judged.table.name} {number} of {len(phases)}"))
    return "\n".join(blocks) or "-- no table is to be taken apart\n"


def migration_text(phase: Phase, title: str) -> str:
    """One migration. Names go into comments on one line, whatever they hold."""
    lines = [f"-- migration {title}, {phase.name}: {phase.title}"]
    if phase.before:
        lines.append(f"-- run it when {phase.before}")
    if not phase.transaction:
        lines.append("-- without a transaction")
    comments = "".join(f"{' '.join(line.split())}\n" for line in lines)
    return comments + "".join(f"{statement};\n" for statement in phase.statements)

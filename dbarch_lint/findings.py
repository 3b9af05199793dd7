"""What a rule says (`Problem`), and what a report shows (`Finding`)."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, overload

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dbarch_lint.source import Edit, Span, Statement
    from dbarch_lint.weighing import Weighed

Confidence = Literal["high", "medium", "low"]  # how sure the static evidence is
Profile = Literal["default", "strict", "audit"]  # who wants to hear it
Need = Literal["size", "catalog"]  # what would settle it: how large the tables are, what the database holds
Applicability = Literal["safe", "unsafe", "manual"]  # may a program apply it unasked, on request, or never


class Severity(enum.IntEnum):
    """How much it hurts."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Fix(msgspec.Struct, frozen=True):
    """A way out: edits to the text, or (`manual`) a recipe in `text` that a person carries out."""

    title: str
    edits: tuple[Edit, ...] = ()
    applicability: Applicability = "safe"
    text: str = ""


# A way out that is written when a report wants to show it: many reports show none.
Rewrite: TypeAlias = "Callable[[], Fix | None]"


class Fixes(Sequence[Fix]):
    """The way out of a finding, if there is one, made when somebody first looks."""

    __slots__ = ("_known", "_write")

    def __init__(self, write: Rewrite) -> None:
        self._write = write
        self._known: tuple[Fix, ...] | None = None

    def _made(self) -> tuple[Fix, ...]:
        if self._known is None:
            fix = self._write()
            self._known = (fix,) if fix is not None else ()
        return self._known

    @overload
    def __getitem__(self, index: int) -> Fix: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fix]: ...
    def __getitem__(self, index: int | slice) -> Fix | Sequence[Fix]:
        return self._made()[index]

    def __iter__(self) -> Iterator[Fix]:
        return iter(self._made())

    def __len__(self) -> int:
        return len(self._made())


class Note(msgspec.Struct, frozen=True):
    """A related place: "the table was created here". Without a span: a remark on the finding itself."""

    message: str
    span: Span | None = None


class Gone(msgspec.Struct, frozen=True):
    """A name that a migration takes away: that of a relation, or of a column of it."""

    table: str
    column: str = ""


class Problem(msgspec.Struct, frozen=True):
    """What a rule yields. `at` is an operation, a statement, a catalog object or a span: whatever has a place.

    `message` names the object, what happens and who waits, and ends with one imperative.
    """

    at: object
    message: str
    fix: Fix | Rewrite | None = None
    notes: tuple[Note, ...] = ()
    confidence: Confidence | None = None
    severity: Severity | None = None  # None: as the rule's page says
    objects: tuple[str, ...] = ()  # qualified names the finding is about; empty: taken from `at`
    fold: str = ""  # problems of a rule with the same word here become one finding when there are many
    also_at: tuple[object, ...] = ()  # the other places that make it: where `at` is history, the finding is put at one
    gone: tuple[Gone, ...] = ()  # the names that code can no longer use: they are looked up in its sources
    evidence: tuple[str, ...] | None = None  # names of signs on the rule's page; None: it is proven


class Size(msgspec.Struct, frozen=True):
    """A table on whose size a harm depends, by its qualified name; the numbers are those of a facts file."""

    relation: str
    rows: int | None = None
    bytes: int | None = None
    writes_per_second: float | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What reporters get."""

    code: str
    name: str
    family: str
    severity: Severity
    confidence: Confidence
    message: str
    span: Span
    objects: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()  # the locks behind it, in words: "ACCESS EXCLUSIVE on public.orders (rewrite)"
    notes: tuple[Note, ...] = ()
    fixes: Sequence[Fix] = ()
    identify: Callable[[], str] | None = None  # makes the fingerprint
    suppressed: str | None = None  # the reason given, or "" for none given; None: not suppressed
    url: str = ""
    fold: str = ""
    others: int = 0  # findings for which it stands beside itself
    alike: tuple[Note, ...] = ()  # those: the name of what each is about, or nothing, and its place
    gone: tuple[Gone, ...] = ()
    outside: bool = False  # suppressed by a setting, the baseline or a size, not by a comment beside it
    needs: tuple[Need, ...] = ()  # empty: the migrations alone prove it
    sizes: tuple[Size, ...] = ()  # the tables on whose size the harm depends
    evidence: Weighed | None = None  # what was weighed before it was told; None: nothing had to be

    @property
    def fingerprint(self) -> str:
        """A name that survives moved lines and reformatting."""
        return self.identify() if self.identify is not None else ""


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that was not made: what a rule would have said, and what kept it from saying so."""

    code: str
    name: str
    message: str
    span: Span
    reasons: tuple[Note, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over a run."""

    files: int
    statements: int
    not_understood: int
    findings: int
    suppressed: int
    by_severity: dict[str, int]


class Page(Protocol):
    """What a report can say of a rule."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def confidence(self) -> Confidence: ...
    @property
    def manual(self) -> str:
        """The page in Markdown; read from its file when asked for."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What the judged migrations of one history do, as the documents that `effects` and `schema` print."""

    effects: Mapping[str, Any]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    differences: Mapping[str, Any]  # between `before` and `after`


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a reporter needs."""

    engine: str
    engine_version: str
    summary: Summary
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...] = ()  # sentences about files and folders, for standard error
    unread: tuple[str, ...] = ()  # the same about files that could not be read: what was asked could not be done
    beside: tuple[str, ...] = ()  # the same about files that stand beside the migrations and are none
    silences: tuple[Silence, ...] = ()  # only when they were asked for
    judged: frozenset[str] = frozenset()  # paths of the files on which something could have been said
    codes: frozenset[str] = frozenset()  # of the rules that could have said something
    pages: Mapping[str, Page] = msgspec.field(default_factory=dict)  # of the rules, by code
    changes: tuple[Change, ...] = ()  # a history each; only when they were asked for
    whole: bool = False  # whole histories were judged, and nobody said what of them is new: their files stay


LONG = 1 << 16  # bytes of a statement; what is longer is data, and is compared as it stands
FEW = 3  # so many findings with the same `fold` are still told one by one
NAMED = 5  # so many places are named in the finding that stands for all


def folded(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with what a whole schema has in common told once: the first of many stands for all of them."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for found in findings:
        if found.fold and found.suppressed is None:
            groups.setdefault((found.code, found.fold), []).append(found)
    many = {key: group for key, group in groups.items() if len(group) > FEW}
    kept: list[Finding] = []
    for found in findings:
        group = many.get((found.code, found.fold)) if found.suppressed is None else None
        if group is None:
            kept.append(found)
        elif group[0] is found:
            kept.append(_standing_for(group))
    return kept


def _standing_for(group: Sequence[Finding]) -> Finding:
    first, *others = group
    alike = tuple([Note(f.objects[-1].removeprefix("public.") if f.objects else "", f.span) for f in others])
    names = listed(alike)
    note = Note(f"the same holds for {len(others)} others, which are not told one by one" + (names and f": {names}"))
    objects = tuple(dict.fromkeys(name for f in group for name in f.objects))
    return msgspec.structs.replace(first, notes=(*first.notes, note), objects=objects, others=len(others), alike=alike)


def listed(alike: Sequence[Note]) -> str:
    """The names of the first of them, and how many more there are."""
    names = list(dict.fromkeys(note.message for note in alike if note.message))
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")


def fingerprint(code: str, objects: Iterable[str], place: Statement | Span) -> str:
    """A name for a finding that survives moved lines and reformatting: code, objects and the words of the statement."""
    text = "\0".join((code, *objects, " ".join(words_in(place).lower().split())))
    return str(_sha256()(text.encode("utf-8", "replace")).hexdigest()[:16])


def words_in(place: Statement | Span) -> str:
    """The words of a text without comments and layout, as far as an engine has read it."""
    source, start, end = place.source, place.start, place.end
    tokens = source.tokens(start, end) if end - start < LONG else ()
    return b" ".join(source.data[t.start : t.end] for t in tokens).decode("utf-8", "replace") if tokens else place.text


@cache
def _sha256() -> Any:
    """Python's own SHA-256 where it is to be had: that of `hashlib` loads OpenSSL, which takes 4 ms."""
    from importlib import import_module

    for name in ("_sha2", "_sha256"):  # Python 3.12, and 3.11
        with suppress(ImportError):
            return import_module(name).sha256
    return import_module("hashlib").sha256

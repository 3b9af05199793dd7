"""Run the examples on a rule's page: what the reader reads is what the tests execute.

A page's `## Bad`, `## Good` and `## Cases` hold fenced SQL; `rules/README.md` describes the words of a fence. A bad
block must raise the rule (at the pinned lines, when it pins any), a good one must not, and a fixed one must be what
the fix makes of the bad block before it, must be quiet, and must not change when it is fixed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from dbarch_lint.errors import did_you_mean
from dbarch_lint.findings import Finding, Report, Summary
from dbarch_lint.migrations import Migration, Wrapper
from dbarch_lint.packs import PackError, Rule, Ruleset, core_pack, load_pack, load_rules, pack_rules, refuse_duplicates
from dbarch_lint.pages import split_page
from dbarch_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from dbarch_lint.fix import Found

Kind = Literal["bad", "good", "fixed"]

SYNTAX_ERROR = "HY001"

HEADING = re.compile(r"##[ \t]+(\S.*?)[ \t]*\Z")
FENCE = re.compile(r"```+[ \t]*sql[ \t]+(\S.*?)[ \t]*\Z")
DOWN = ".down.sql"  # the end of a file that undoes the one of the same name
FILE = re.compile(r"--[ \t]+(\S+\.sql)[ \t]*\Z")
PIN = re.compile(r"[ \t]*--[ \t]*expect:[ \t]*(\S+)[ \t]*\Z")
ENGINE = re.compile(r"([a-z]+)((?:[<>]=?[\d.]+,?)*)\Z")
BOUND = re.compile(r"([<>]=?)([\d.]+)")


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One block of SQL on a rule's page."""

    rule: Rule
    kind: Kind
    section: str
    number: int  # counted on the page, from 1
    line: int  # of the page, where its SQL begins
    engine: str
    versions: tuple[str, ...]
    files: tuple[tuple[str, str], ...]  # name and text, in order, without pins
    pins: frozenset[tuple[str, int]] = frozenset()  # file and line
    options: dict[str, object] = {}
    wrapper: Wrapper = "none"
    all_pending: bool = False
    together: bool = False  # the pending ones are one deployment
    before: Example | None = None  # the bad block that a fixed one belongs to

    @property
    def id(self) -> str:
        own = "" if self.engine == self.rule.engines[0] else f"-{self.engine}"
        return f"{self.rule.name}-{self.number}-{self.kind}{own}"

    def migrations(self) -> list[Migration]:
        """The block as the linter takes it."""
        ups = [name for name, _ in self.files if not name.endswith(DOWN)]
        last = ups[-1].removesuffix(".sql") if ups else ""
        made = []
        for name, text in self.files:
            own = name.removesuffix(DOWN).removesuffix(".sql")
            down = name.endswith(DOWN)
            source, pending = Source(name, text), self.all_pending or own == last
            base = Migration(id=own, source=source, wrapper=self.wrapper, pending=pending)
            made.append(msgspec.structs.replace(base, direction="down") if down else base)
        return made


class Failure(msgspec.Struct, frozen=True):
    """What is wrong with an example, and where it stands."""

    example: Example
    message: str

    def __str__(self) -> str:
        return f"{self.example.rule.page}:{self.example.line}: {self.message}"


# ---- reading -------------------------------------------------------------------------------------------------------


def examples(rule: Rule) -> list[Example]:
    """The examples on a rule's page, in order. Raises PackError for a fence that makes no sense."""
    _, text, first = split_page(rule.page)
    found: list[Example] = []
    for section, words, line, body in _fences(text, first):
        if section not in {"Bad", "Good", "Cases"}:
            raise PackError(
                "examples stand under ## Bad, ## Good or ## Cases; write ```text for other SQL",
                file=str(rule.page),
                line=line - 1,
            )
        number = found[-1].number + 1 if found else 1
        for own in _by_engine(words, rule):
            found.append(_example(rule, section, own, line, body, [e for e in found if e.number < number], number))
    return found


def _by_engine(words: list[str], rule: Rule) -> list[list[str]]:
    """The words of a fence, once for each engine that it names."""
    engines = [w for w in words if (known := ENGINE.match(w)) and known[1] in rule.engines]
    return [[w for w in words if w not in engines or w == one] for one in engines] or [words]


def _fences(text: str, first: int) -> Iterator[tuple[str, list[str], int, list[str]]]:
    """The SQL fences of a page: the heading above, the words after `sql`, the line of the page, the lines inside."""
    section, words, body, start = "", None, list[str](), 0
    closing = ""
    for number, line in enumerate(text.split("\n"), first):
        if closing:
            if line.strip() == closing:
                if words is not None:
                    yield section, words, start, body
                closing, words = "", None
            else:
                body.append(line)
        elif line.startswith("```"):
            closing = line[: len(line) - len(line.lstrip("`"))]
            fence = FENCE.match(line)
            words, body, start = (fence[1].split() if fence else None), [], number + 1
        elif heading := HEADING.match(line):
            section = heading[1]


def _example(
    rule: Rule, section: str, words: list[str], line: int, body: list[str], earlier: Sequence[Example], number: int
) -> Example:
    files, pins = _files(rule, body, line)
    kind: Kind = "good" if section == "Good" or (section == "Cases" and not pins) else "bad"
    before: Example | None = None
    if "fixed" in words:
        kind = "fixed"
        named = {match[1] for word in words if (match := ENGINE.match(word))}
        before = next((e for e in reversed(earlier) if e.kind == "bad" and e.engine in named), None)
        if before is None or earlier[-1].number != before.number:
            raise PackError("a fixed block follows the bad block that it fixes", file=str(rule.page), line=line - 1)
        changed = dict(files)
        files = tuple((name, changed.pop(name, old)) for name, old in before.files) + tuple(changed.items())
    if (kind == "bad") < bool(pins):
        raise PackError("only a bad block expects findings", file=str(rule.page), line=line - 1)
    example = Example(
        rule=rule,
        kind=kind,
        section=section,
        number=number,
        line=line,
        engine="",
        versions=(),
        files=files,
        pins=pins,
        before=before,
    )
    for word in words:
        example = _with_word(example, word)
    if not example.engine:
        raise PackError("a fence says which engine it is for: ```sql postgres", file=str(rule.page), line=line - 1)
    if before is not None:
        same = {
            "wrapper": before.wrapper,
            "all_pending": before.all_pending,
            "together": before.together,
            "options": before.options,
        }
        example = msgspec.structs.replace(example, versions=before.versions, **same)
    return example


def _with_word(example: Example, word: str) -> Example:
    """The example with one word of its fence taken into account."""
    change = msgspec.structs.replace
    name, _, value = word.partition("=")
    if word == "fixed":
        return example
    if word in {"pending=all", "pending=together"}:
        return change(example, all_pending=True, together=word == "pending=together")
    if name == "tx" and value in get_args(Wrapper):
        return change(example, wrapper=value)
    if name in example.rule.options:
        return change(example, options={**example.options, name: _option(example.rule, name, value)})
    if name == "threshold" and example.rule.evidence and value.isdecimal():
        return change(example, options={**example.options, name: int(value)})
    engine = ENGINE.match(word)
    if engine and engine[1] in example.rule.engines:
        versions = _versions(engine[1], engine[2])
        if versions:
            return change(example, engine=engine[1], versions=versions)
    known = [
        *example.rule.engines,
        "fixed",
        "pending=all",
        "pending=together",
        *(f"tx={w}" for w in get_args(Wrapper)),
        *example.rule.options,
    ]
    raise PackError(
        f"{word!r} means nothing after ```sql{did_you_mean(word, known)}",
        file=str(example.rule.page),
        line=example.line - 1,
    )


def _option(rule: Rule, name: str, text: str) -> object:
    """The text of an option in a fence, as its type."""
    read: dict[str, Callable[[str], object]] = {
        "bool": lambda t: {"true": True, "false": False}.get(t, t),
        "int": lambda t: int(t) if t.lstrip("-").isdigit() else t,
        "float": lambda t: float(t) if re.fullmatch(r"-?\d+(\.\d+)?", t) else t,
        "str": str,
        "tuple[str, ...]": lambda t: tuple(filter(None, t.split(","))),
    }
    return read[rule.options[name].type](text)


def _versions(engine: str, bounds: str) -> tuple[str, ...]:
    """The oldest and the newest known version that fit `>=11,<14`."""
    from dbarch_lint.engines import engine as load

    fits: dict[str, Callable[[int, int], bool]] = {
        "<": int.__lt__,
        "<=": int.__le__,
        ">": int.__gt__,
        ">=": int.__ge__,
    }
    engine_ = load(engine)
    limits = [(fits[sign], engine_.version_number(number) or 0) for sign, number in BOUND.findall(bounds)]
    fitting = [v for v in engine_.versions if all(fit(v, number) for fit, number in limits)]
    return tuple(dict.fromkeys(engine_.version_text(v) for v in (*fitting[:1], *fitting[-1:])))


def _files(
    rule: Rule, body: Sequence[str], line: int
) -> tuple[tuple[tuple[str, str], ...], frozenset[tuple[str, int]]]:
    """Split a block at its `-- 1.sql` lines, and take the pins out."""
    files: dict[str, list[str]] = {}
    pins: set[tuple[str, int]] = set()
    name = "1.sql"
    for number, text in enumerate(body, line):
        header = FILE.match(text)
        if header:
            name = header[1]
            if name in files:
                raise PackError(f"two files are called {name}", file=str(rule.page), line=number)
            files[name] = []
            continue
        lines = files.setdefault(name, [])
        pin = PIN.search(text)
        if pin:
            if pin[1] != rule.code:
                raise PackError(f"a page expects its own code, {rule.code}", file=str(rule.page), line=number)
            pins.add((name, len(lines) + 1))
        lines.append(text[: pin.start()] if pin else text)
    return tuple((name, "".join(f"{text}\n" for text in lines)) for name, lines in files.items()), frozenset(pins)


# ---- running -------------------------------------------------------------------------------------------------------


def judge(example: Example, rules: Sequence[Rule], version: str = "") -> list[Finding]:
    """What the given rules say about an example; its options are set for its own rule."""
    from dbarch_lint import lint  # the linter loads the parser, and reading examples needs none

    settings = {example.rule.code: example.options} if example.options else {}
    ruleset = Ruleset(rules, settings, known=[*rules, example.rule])
    number = version or example.versions[-1]
    return lint.judge(
        example.migrations(), engine=example.engine, version=number, ruleset=ruleset, together=example.together
    )


def check(example: Example, syntax: Rule | None = None) -> list[Failure]:
    """What is wrong with an example. `syntax` is the rule about text that does not parse; every example must parse."""
    rule = example.rule
    others = [syntax] if syntax is not None and syntax.code != rule.code else []
    failures = []
    for version in example.versions:
        found = judge(example, [rule, *others], version)
        wrong = [f"does not parse: {f.message}" for f in found if f.code != rule.code]
        wrong += _verdict(example, version, [f for f in found if f.code == rule.code])
        failures += [Failure(example, f"on {example.engine} {version}, this {example.kind} block {w}") for w in wrong]
    return failures


def _verdict(example: Example, version: str, found: Sequence[Finding]) -> list[str]:
    code = example.rule.code
    places = {(f.span.source.path, f.span.source.line_of(f.span.start)) for f in found}
    if example.kind != "bad":
        wrong = [f"raises {code} in {path}, line {line}" for path, line in sorted(places)]
        return wrong + (_verdict_on_fix(example, version) if example.kind == "fixed" and not wrong else [])
    if not example.pins:
        return [] if places else [f"does not raise {code}"]
    wrong = [f"does not raise {code} in {path}, line {line}" for path, line in sorted(example.pins - places)]
    return wrong + [f"raises {code} in {path}, line {line}, too" for path, line in sorted(places - example.pins)]


def _verdict_on_fix(example: Example, version: str) -> list[str]:
    bad = example.before
    if bad is None:
        return ["fixes nothing"]
    after = apply_fixes(bad, version)
    wanted = dict(example.files)
    if after == dict(bad.files):
        return ["follows a block that has no fix"]
    wrong = [f"should be, in {name}:\n{after[name]}" for name in after if after[name] != wanted.get(name)]
    return wrong + (["changes when it is fixed again"] if apply_fixes(example, version) != wanted else [])


def apply_fixes(example: Example, version: str, rules: Sequence[Rule] | None = None) -> dict[str, str]:
    """The files of an example after everything that the fixes of its rule (or of these rules) do."""
    from dbarch_lint.fix import fixed

    def check(texts: Mapping[str, str]) -> Found:
        files = tuple([(name, texts.get(name, text)) for name, text in example.files])
        found = judge(msgspec.structs.replace(example, files=files), rules or [example.rule], version)
        return found, dict(files)

    texts = fixed(check, unsafe=True).texts
    return {name: texts.get(name, text) for name, text in example.files}


def report(example: Example, rules: Sequence[Rule] | None = None) -> Report:
    """What a person is shown for an example."""
    from dbarch_lint.engines import engine

    findings = judge(example, [example.rule] if rules is None else rules)
    severities = [str(f.severity) for f in findings]
    parse, migrations = engine(example.engine).parse, example.migrations()
    summary = Summary(
        files=len(migrations),
        statements=sum(len(parse(m.source, m.ranges)) for m in migrations),
        not_understood=0,
        findings=len(findings),
        suppressed=0,
        by_severity={s: severities.count(s) for s in dict.fromkeys(severities)},
    )
    version = example.versions[-1]
    return Report(engine=example.engine, engine_version=version, summary=summary, findings=tuple(findings))


def run_pack(folder: Path) -> tuple[int, list[Failure]]:
    """Run all examples of a pack: how many there are, and what is wrong with them. Raises PackError."""
    rules = pack_rules(load_pack(folder))
    core = [] if folder.resolve() == core_pack().resolve() else load_rules()
    refuse_duplicates([*rules, *core])
    syntax = next((r for r in (*rules, *core) if r.code == SYNTAX_ERROR), None)
    found = [example for rule in rules for example in examples(rule)]
    return len(found), [failure for example in found for failure in check(example, syntax)]

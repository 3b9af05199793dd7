"""Suppression: what a comment covers, and what is said about comments that do nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dbarch_lint import suppress
from dbarch_lint.findings import Finding, Fix, Severity
from dbarch_lint.packs import Rule
from dbarch_lint.source import Source, Span, apply_edits


def rule(code: str, name: str, family: str, *aliases: str) -> Rule:
    return Rule(
        code=code,
        name=name,
        family=family,
        summary="",
        severity=Severity.WARNING,
        confidence="high",
        profile="default",
        engines=("postgres",),
        since="0.1.0",
        place=code,
        pack="test",
        aliases=aliases,
    )


RULES = [
    rule("LK101", "index-not-concurrent", "locking", "index-locks"),
    rule("LK102", "index-drop-not-concurrent", "locking"),
    rule("DL101", "column-dropped", "data_loss"),
    rule("HY001", "syntax-error", "hygiene"),
    rule("HY002", "unknown-rule-in-suppression", "hygiene"),
    rule("HY003", "unused-suppression", "hygiene"),
]


def spans(source: Source) -> list[Span]:
    """The statements of a text in which every semicolon outside comments ends one."""
    found, start, blank = [], 0, source.data
    for span in comments(source):
        blank = blank[: span.start] + b" " * (span.end - span.start) + blank[span.end :]
    while (end := blank.find(b";", start)) >= 0:
        text = blank[start:end]
        found.append(Span(source, start + len(text) - len(text.lstrip()), end))
        start = end + 1
    return found


def comments(source: Source) -> list[Span]:
    """Each `--` or `/*` to the end of its line."""
    found, at = [], 0
    for line in source.data.splitlines(keepends=True):
        places = [place for mark in (b"--", b"/*") if (place := line.find(mark)) >= 0]
        if places:
            found.append(Span(source, at + min(places), at + len(line.rstrip())))
        at += len(line)
    return found


def made(code: str, span: Span, message: str = "", fix: Fix | None = None) -> Finding:
    return Finding(
        code=code,
        name=code,
        family="",
        severity=Severity.WARNING,
        confidence="high",
        message=message,
        span=span,
        fixes=(fix,) if fix else (),
    )


def applied(
    text: str, codes: dict[str, str], running: Sequence[str] = (), per_path: dict[str, list[str]] | None = None
) -> tuple[Finding, ...]:
    """`codes` says which finding stands at the first place of which text."""
    source = Source("db/1.sql", text)
    findings = [made(code, Span(source, at := source.data.index(where.encode()), at)) for where, code in codes.items()]
    ran = set(running or [r.code for r in RULES])
    return suppress.apply(
        findings,
        {source.path: source},
        {source.path: spans(source)},
        known=suppress.Known(RULES, ran),
        comments=comments,
        report=lambda code, span, message, fix: made(code, span, message, fix) if code in ran else None,
        per_path=per_path,
    )


def told(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(f.code, f.span.text) for f in findings if f.code in {"HY002", "HY003"} and f.suppressed is None]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("-- dbarch-lint: ignore[LK101] it is empty\nCREATE INDEX a;\n", "it is empty"),
        ("-- dbarch-lint: ignore[LK101]: it is empty\nCREATE INDEX a;\n", "it is empty"),
        ("--dbarch-lint:ignore [ LK101 ] - it is empty\nCREATE INDEX a;\n", "it is empty"),
        ("-- dbarch-lint: ignore[index-not-concurrent]\nCREATE INDEX a;\n", ""),
        ("-- dbarch-lint: ignore[index-locks]\nCREATE INDEX a;\n", ""),
        ("-- dbarch-lint: ignore[LK, DL101]\nCREATE INDEX a; -- dbarch-lint: ignore[LK101] second\n", "second"),
        ("-- dbarch-lint: ignore[locking]\nCREATE INDEX a;\n", ""),
        ("-- dbarch-lint: ignore[lk101]\nCREATE INDEX a;\n", ""),
        ("-- dbarch-lint: ignore[LK101] above\n-- another comment\nCREATE INDEX a;\n", "above"),
        ("SELECT 1;\nCREATE INDEX a; -- dbarch-lint: ignore[LK101] behind it\n", "behind it"),
        ("CREATE INDEX a\n  -- dbarch-lint: ignore[LK101] inside\n  ON b;\n", "inside"),
        ("/* dbarch-lint: ignore[LK101] in a block */\nCREATE INDEX a;\n", "in a block"),
        ("-- é ü\n-- dbarch-lint: ignore[LK101] naïve\r\nCREATE INDEX a;\r\n", "naïve"),
        ("-- dbarch-lint: ignore-file[LK101] all of it\n\nSELECT 1;\n\nCREATE INDEX a;\n", "all of it"),
        ("-- note\n\n-- dbarch-lint: ignore-file[LK]\n\n\nCREATE INDEX a;\n", ""),
    ],
)
def test_a_comment_suppresses(text: str, reason: str) -> None:
    found = applied(text, {"CREATE INDEX": "LK101"}, running=["LK101", "HY002", "HY003"])
    assert found[0].suppressed == reason
    assert told(found) == []


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("until=2999-12-31 we move off it", None),
        (" (until=2999-12-31), we move off it */", None),
        ("until=2020-01-31 we move off it", "this ended on 2020-01-31 and suppresses nothing any more; solve it"),
        ("until=soon", "until=soon is no date, so this suppresses nothing; write until=2027-01-31"),
        ("until=2999-02-31", "until=2999-02-31 is no date"),
        ("until= 2999-12-31", "until= is no date"),
    ],
)
def test_a_suppression_may_end(reason: str, said: str | None) -> None:
    found = applied(f"-- dbarch-lint: ignore[LK101] {reason}\nCREATE INDEX i;\n", {"CREATE INDEX": "LK101"})
    finding = next(f for f in found if f.code == "LK101")
    if said is None:
        assert finding.suppressed == "we move off it"
        assert not [f for f in found if f.code == "HY003"]
    else:
        assert finding.suppressed is None
        assert said in next(f.message for f in found if f.code == "HY003")


@pytest.mark.parametrize(
    "text",
    [
        "-- dbarch-lint: ignore[LK102] another rule\nCREATE INDEX a;\n",
        "-- dbarch-lint: ignore[LK101] another statement\nSELECT 1;\nCREATE INDEX a;\n",
        "-- dbarch-lint: ignore[LK101] a blank line between\n\nCREATE INDEX a;\n",
        "CREATE INDEX a;\n-- dbarch-lint: ignore[LK101] below it\n",
        "SELECT 1;\n-- dbarch-lint: ignore-file[LK101] too late\nCREATE INDEX a;\n",
        "-- dbarch-lint: ignore\nCREATE INDEX a;\n",
        "-- dbarch-lint: ignore[]\nCREATE INDEX a;\n",
        "-- dbarch-lint: ignore[ , ]\nCREATE INDEX a;\n",
        "-- dbarch-lint: ignore[LK101\nCREATE INDEX a;\n",
        "-- dbarch-lint: ignore LK101\nCREATE INDEX a;\n",
        "-- dbarch-lint: disable[LK101]\nCREATE INDEX a;\n",
        "-- dbarch-lint: \nCREATE INDEX a;\n",
    ],
)
def test_a_comment_that_does_nothing_is_reported(text: str) -> None:
    found = applied(text, {"CREATE INDEX": "LK101"})
    assert found[0].suppressed is None
    assert [code for code, _ in told(found)] == ["HY003"]
    assert "suppresses nothing" in found[1].message or "does not know" in found[1].message


@pytest.mark.parametrize(
    "text",
    [
        "-- see the dbarch-lint manual, ignore[LK101]\nCREATE INDEX a;\n",
        "-- we use dbarch-lint: ignore[LK101] here\nCREATE INDEX a;\n",
        "-- nothing\nCREATE INDEX a;\n",
    ],
)
def test_prose_is_no_instruction(text: str) -> None:
    found = applied(text, {"CREATE INDEX": "LK101"})
    assert [f.suppressed for f in found] == [None]


def test_unknown_rules_are_reported_where_they_stand() -> None:
    found = applied(
        "-- é\n-- dbarch-lint: ignore[LK101, LK1O2,colum-dropped] x\nCREATE INDEX a;\n", {"CREATE": "LK101"}
    )
    assert told(found) == [("HY002", "LK1O2"), ("HY002", "colum-dropped")]
    assert found[0].suppressed == "x"
    assert [f.message for f in found[1:]] == [
        "no rule is called LK1O2, so this suppresses nothing; did you mean LK102?",
        "no rule is called colum-dropped, so this suppresses nothing; did you mean column-dropped?",
    ]


def test_a_rule_that_does_not_run_is_not_found_unused() -> None:
    text = "-- dbarch-lint: ignore[LK101] x\nSELECT 1;\n"
    assert told(applied(text, {}, running=["HY003"])) == []
    assert told(applied(text, {}, running=["HY003", "LK101"])) == [("HY003", "LK101")]
    assert applied(text, {}, running=["LK101"]) == ()


def test_each_statement_of_a_line_is_covered_and_no_other() -> None:
    text = "SELECT 0;\nCREATE INDEX a; DROP INDEX b; -- dbarch-lint: ignore[LK]\nALTER c;\n"
    found = applied(text, {"CREATE": "LK101", "DROP": "LK102", "ALTER": "LK101", "SELECT": "LK101"})
    assert [f.suppressed for f in found] == ["", "", None, None]


def test_two_comments_for_one_finding_are_both_used() -> None:
    text = "-- dbarch-lint: ignore-file[LK101]\n-- dbarch-lint: ignore[LK101] why\nCREATE INDEX a;\n"
    found = applied(text, {"CREATE": "LK101"})
    assert [f.suppressed for f in found] == ["why"]


def test_findings_about_comments_can_be_suppressed_too() -> None:
    head = "-- dbarch-lint: ignore-file[HY002, HY003] shared with another tool\n"
    text = head + "-- dbarch-lint: ignore[XX1, LK101]\nSELECT 1;\n"
    found = applied(text, {})
    assert [(f.code, f.suppressed) for f in found] == [
        ("HY002", "shared with another tool"),
        ("HY003", "shared with another tool"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SELECT 0;\n  -- dbarch-lint: ignore[LK101] x\nSELECT 1;\n", "SELECT 0;\nSELECT 1;\n"),
        ("SELECT 1; -- dbarch-lint: ignore[LK101] é\nSELECT 2;\n", "SELECT 1;\nSELECT 2;\n"),
        ("-- dbarch-lint: ignore[LK101, LK102]\nSELECT 1;\n", "-- dbarch-lint: ignore[LK102]\nSELECT 1;\n"),
        ("-- dbarch-lint: ignore[LK102, LK101] x\nSELECT 1;\n", "-- dbarch-lint: ignore[LK102] x\nSELECT 1;\n"),
    ],
)
def test_the_fix_takes_out_what_does_nothing(before: str, after: str) -> None:
    found = applied(before, {"SELECT 1": "LK102"}, running=["LK101", "LK102", "HY003"])
    (fix,) = next(f for f in found if f.code == "HY003").fixes
    assert apply_edits(fix.edits[0].span.source, fix.edits) == after
    assert fix.applicability == "safe"


def test_a_block_comment_is_left_to_a_person() -> None:
    (finding,) = applied("/* dbarch-lint: ignore[LK101] */\nSELECT 1;\n", {})
    assert finding.fixes[0].applicability == "manual"


@pytest.mark.parametrize(
    ("glob", "matches"),
    [
        ("db/*.sql", True),
        ("db/**", True),
        ("db/", True),
        ("./db/1.sql", True),
        ("**/1.sql", True),
        ("1.sql", True),
        ("?.sql", True),
        ("*", True),
        ("d*/1.sql", True),
        ("b/1.sql", False),
        ("*/2.sql", False),
        ("1.sq", False),
        ("db", False),
        ("1xsql", False),
        ("db/*/1.sql", False),
        ("[d]b/1.sql", False),
    ],
)
def test_per_path_ignores(glob: str, *, matches: bool) -> None:
    found = applied("CREATE INDEX a;\n", {"CREATE": "LK101"}, per_path={glob: ["locking"]})
    assert found[0].suppressed == (f"the configuration ignores it in {glob}" if matches else None)
    other = applied("CREATE INDEX a;\n", {"CREATE": "LK101"}, per_path={glob: ["DL101"]})
    assert other[0].suppressed is None


def test_many_comments_and_statements_take_little_time() -> None:
    text = "".join(f"-- dbarch-lint: ignore[LK101] {n}\nCREATE INDEX i{n};\n" for n in range(2000))
    found = applied(text, {"CREATE": "LK101"})
    assert len(told(found)) == 1999

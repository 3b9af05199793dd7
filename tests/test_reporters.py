"""What people and programs are shown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dbarch_lint.cli.manual import json_schema
from dbarch_lint.findings import Finding, Fix, Note, Report, Severity, Silence, Summary, folded
from dbarch_lint.reporters import FORMATS, reporter
from dbarch_lint.reporters.display import LIMIT, cut, visible, width
from dbarch_lint.reporters.markdown import APART
from dbarch_lint.source import Edit, Source, Span

ORDERS = """\
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  total integer
);
"""
CHANGE = """\
-- Größe der Bestellung: 注文
CREATE INDEX orders_total_idx ON orders (total);

\tALTER TABLE "注文表" ADD 合計 int; ALTER TABLE orders
  ADD COLUMN a integer,
  ADD COLUMN b integer,
  ADD COLUMN c integer,
  ADD COLUMN d integer,
  ADD COLUMN e integer;
INSERT INTO orders (note) VALUES ('\x1b[31mred\u202e' || '@@@' || 'tail');
""".replace("@@@", "x" * 400)
MADE = Source("db/1_orders.sql", ORDERS)
CHANGED = Source("db/2_\x1b[2Jchange.sql", CHANGE)


def between(source: Source, first: str, last: str = "") -> Span:
    """From the first text to the end of the last one behind it."""
    start = source.data.index(first.encode())
    end = source.data.index((last or first).encode(), start) + len((last or first).encode())
    return Span(source, start, end)


def at(source: Source, text: str) -> Span:
    """The empty place behind a text."""
    end = between(source, text).end
    return Span(source, end, end)


def finding(code: str, name: str, severity: Severity, span: Span, message: str, **more: object) -> Finding:
    known: dict[str, object] = {
        "family": "locking",
        "confidence": "high",
        "identify": lambda: "00ff",
        "message": message,
    }
    return Finding(code=code, name=name, severity=severity, span=span, **{**known, **more})  # type: ignore[arg-type]


FINDINGS = (
    finding(
        "LK101",
        "index-not-concurrent",
        Severity.ERROR,
        between(CHANGED, "CREATE INDEX", "(total)"),
        "building orders_total_idx blocks every write to orders until it ends; build it with CONCURRENTLY",
        objects=("public.orders",),
        effects=("SHARE on public.orders (build)", "ACCESS EXCLUSIVE on public.other (none)"),
        notes=(Note("created here", between(MADE, "CREATE TABLE", ");")), Note("this table is large")),
        fixes=(
            Fix(
                "build the index concurrently",
                (Edit(at(CHANGED, "CREATE INDEX"), " CONCURRENTLY"), Edit(at(CHANGED, "注文\n"), "COMMIT;\n")),
            ),
        ),
        url="https://example.org/LK101",
    ),
    finding(
        "TY101",
        "wide-column",
        Severity.WARNING,
        between(CHANGED, "合計 int"),
        "a message with a \x07 bell",
        fixes=(Fix("do it in three steps", applicability="manual", text="ALTER TABLE a\n\tADD b;\n-- wait\n"),),
    ),
    finding(
        "DL101",
        "tall",
        Severity.INFO,
        between(CHANGED, "ALTER TABLE orders", "ADD COLUMN e integer"),
        "a statement of many lines",
        fixes=(
            Fix("say it otherwise", (Edit(between(CHANGED, "ADD COLUMN b", "COLUMN c"), "ADD COLUMN z"),), "unsafe"),
        ),
    ),
    finding("SC101", "far-right", Severity.INFO, between(CHANGED, "'tail'"), "out of sight", suppressed="known"),
)
SILENCES = (
    Silence(
        code="LK101",
        name="index-not-concurrent",
        message="unsaid",
        span=between(CHANGED, "ADD COLUMN b integer"),
        reasons=(Note("b\x1b[2J is new", between(CHANGED, "ADD COLUMN a")), Note("made here", between(MADE, "CREATE"))),
    ),
)
REPORT = Report(
    silences=SILENCES,
    engine="postgres",
    engine_version="17",
    summary=Summary(
        files=3,
        statements=41,
        not_understood=1,
        findings=3,
        suppressed=1,
        by_severity={"error": 1, "warning": 1, "info": 1},
    ),
    findings=FINDINGS,
)
EMPTY = Report(
    engine="postgres",
    engine_version="17",
    summary=Summary(files=1, statements=0, not_understood=0, findings=0, suppressed=0, by_severity={}),
    findings=(),
)
GOLDEN: dict[str, tuple[str, dict[str, Any]]] = {
    "text.txt": ("text", {"show_suppressed": True, "statistics": True}),
    "text-verbose-color.txt": ("text", {"verbose": True, "color": True}),
    "concise.txt": ("concise", {"show_suppressed": True}),
    "findings.json": ("json", {"show_suppressed": True, "verbose": True}),
    "github.txt": ("github", {}),
    "gitlab.json": ("gitlab", {}),
    "findings.sarif": ("sarif", {"show_suppressed": True}),
    "junit.xml": ("junit", {"show_suppressed": True}),
    "rdjson.json": ("rdjson", {}),
    "comment.md": ("markdown", {"show_suppressed": True}),
    "page.html": ("html", {"show_suppressed": True}),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_reports_look_as_they_were_approved(name: str, root: Path, request: pytest.FixtureRequest) -> None:
    form, switches = GOLDEN[name]
    text = reporter(form)(REPORT, **switches)
    file = root / "fixtures" / "reports" / name
    if request.config.getoption("--update-rendered"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_bytes().decode()


@pytest.mark.parametrize("form", ["text", "concise"])
@pytest.mark.parametrize("color", [False, True])
def test_nothing_of_the_repository_is_shown_raw(form: str, *, color: bool) -> None:
    text = reporter(form)(REPORT, color=color, show_suppressed=True, verbose=True)
    text = re.sub(r"\x1b\[[0-9;]*m", "", text) if color else text
    assert all(char.isprintable() or char == "\n" for char in text)
    assert "\\x1b[2Jchange.sql" in text
    assert "\\x07 bell" in text


@pytest.mark.parametrize("form", FORMATS)
def test_suppressed_findings_are_shown_on_request_only(form: str) -> None:
    assert "SC101" not in reporter(form)(REPORT)
    assert "SC101" in reporter(form)(REPORT, show_suppressed=True)
    assert "known" in reporter(form)(REPORT, show_suppressed=True)


SAME = "the same holds for 7 others"


@pytest.mark.parametrize(
    ("form", "said"),
    [(form, f"({SAME}: t1, t2, t3, t4, t5 and 2 more)") for form in ("github", "gitlab", "sarif", "junit", "rdjson")]
    + [(form, f"{SAME}, which are not told one by one: t1, ") for form in ("text", "json", "markdown", "html")]
    + [("concise", f"({SAME})")],
)
def test_a_finding_that_stands_for_many_says_so(form: str, said: str) -> None:
    source = Source("a.sql", "".join(f"CREATE TABLE t{n} ();\n" for n in range(8)))
    spans = [Span(source, n * 20, n * 20 + 18) for n in range(8)]
    many = [
        finding("NM101", "x", Severity.ERROR, span, "odd", objects=(f"public.t{n}",), fold="all")
        for n, span in enumerate(spans)
    ]
    text = reporter(form)(Report(**{**REPORT_FIELDS, "findings": tuple(folded(many))}))
    assert said in text
    if form == "sarif":
        (result,) = json.loads(text)["runs"][0]["results"]
        places = [
            (r["message"]["text"], r["physicalLocation"]["region"]["startLine"]) for r in result["relatedLocations"]
        ]
        assert places == [(f"the same: t{n}", n + 1) for n in range(1, 8)]


def test_json_keeps_its_promise() -> None:
    schema = json_schema("findings")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for report in (REPORT, EMPTY):
        validator.validate(json.loads(reporter("json")(report, show_suppressed=True)))
    document = json.loads(reporter("json")(REPORT))
    first = document["findings"][0]
    # Places count characters: the first line holds letters of two and three bytes.
    assert first["start"] == {"line": 2, "column": 1, "offset": CHANGE.index("CREATE INDEX")}
    assert first["end"]["offset"] == CHANGE.index("(total)") + len("(total)")
    edit = first["fixes"][0]["edits"][0]
    changed = CHANGE[: edit["start"]] + edit["text"] + CHANGE[edit["end"] :]
    assert "CREATE INDEX CONCURRENTLY orders_total_idx" in changed
    assert first["notes"][1]["path"] == first["path"]
    assert first["suppressed"] is None
    assert set(first) == set(schema["$defs"]["finding"]["required"])


def test_file_names_that_are_not_utf8_do_not_break_json() -> None:
    source = Source("db/\udcff.sql", "SELECT 1")
    odd = finding("LK101", "x", Severity.ERROR, Span(source, 0, 8), "m")
    text = reporter("json")(Report(engine="", engine_version="", summary=EMPTY.summary, findings=(odd,)))
    assert json.loads(text)["findings"][0]["path"] == "db/?.sql"


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (REPORT, "1 error, 1 warning, 1 info in 3 migrations (41 statements; 1 not understood; 1 suppressed)"),
        (EMPTY, "No findings in 1 migration (0 statements)"),
    ],
)
def test_the_last_line_counts(report: Report, said: str) -> None:
    assert reporter("text")(report).splitlines()[-1] == said
    assert said not in reporter("text")(report, summary=False)


def test_quiet_and_nothing_found_says_nothing() -> None:
    assert reporter("text")(EMPTY, summary=False) == ""
    assert reporter("concise")(EMPTY) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 注", "plain é 注"),
        ("\x1b[31m\x00\x7f", "\\x1b[31m\\x00\\x7f"),
        ("a\u202eb\u200b\ufeff\u2028", "a\\u{202e}b\\u{200b}\\u{feff}\\u{2028}"),
        ("a\tb", "a    b"),
        ("\udc80", "\\u{dc80}"),
        ("\x85\xa0", "\\u{85}\\u{a0}"),
    ],
)
def test_what_does_not_print_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(max_size=600), st.integers(0, 600), st.integers(0, 600))
def test_a_cut_line_shows_what_is_marked(line: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(line)), min(b, len(line))))
    piece = cut(line, start, end)
    assert 0 <= piece.start <= piece.end <= width(piece.text)
    assert piece.text.isprintable()
    assert len(piece.text) <= LIMIT * len("\\u{10ffff}") + 6
    assert visible(line[start : min(end, start + 50)]) in piece.text


@given(st.text(max_size=200), st.integers(0, 800), st.integers(0, 800), st.text(max_size=20))
def test_any_place_in_any_text_can_be_shown(text: str, a: int, b: int, new: str) -> None:
    source = Source("a.sql", text.encode("utf-8", "replace").decode())
    length = len(source.data)
    start, end = sorted((min(a, length), min(b, length)))
    span = Span(source, start, end)
    odd = finding(
        "LK101", "x", Severity.ERROR, span, text, notes=(Note(text, span),), fixes=(Fix(new, (Edit(span, new),)),)
    )
    report = Report(engine="", engine_version="", summary=EMPTY.summary, findings=(odd,))
    for form in FORMATS:
        shown = reporter(form)(report, verbose=True)
        assert all(char.isprintable() or char == "\n" for char in shown.replace(APART, ""))


@pytest.mark.parametrize(
    ("line", "at", "new", "old_shown", "new_shown"),
    [
        ("x" * 150, 150, " NOT VALID", "x" * 150, "x" * 150 + " NOT VALID"),
        ("x" * 155, 155, " NOT VALID", "x" * 155, "..." + "x" * 150 + " NOT VALID"),
        ("x" * 200 + " y", 200, " NOT VALID", "..." + "x" * 158 + " y", "..." + "x" * 148 + " NOT VALID y"),
        ("y " + "x" * 300, 0, "NOT ", "y " + "x" * 158 + "...", "NOT y " + "x" * 154 + "..."),
    ],
)
def test_a_long_changed_line_shows_the_change(line: str, at: int, new: str, old_shown: str, new_shown: str) -> None:
    source = Source("a.sql", line)
    edit = Edit(Span(source, at, at), new)
    odd = finding("LK101", "x", Severity.ERROR, Span(source, 0, 1), "", fixes=(Fix("do", (edit,)),))
    shown = reporter("text")(Report(**{**REPORT_FIELDS, "findings": (odd,)})).splitlines()
    assert [row[4:] for row in shown if row.startswith("1 - ")] == [old_shown]
    assert [row[4:] for row in shown if row.startswith("1 + ")] == [new_shown]


def test_underlines_stand_below_what_they_mark() -> None:
    lines = reporter("text")(Report(**{**REPORT_FIELDS, "findings": FINDINGS[1:2]})).splitlines()
    marked = next(line for line in lines if "合計" in line)
    below = lines[lines.index(marked) + 1]
    cells = width(marked[: marked.index("合計")])
    assert below.index("^") == cells
    assert below.count("^") == width("合計 int")


REPORT_FIELDS = {name: getattr(REPORT, name) for name in ("engine", "engine_version", "summary", "findings")}

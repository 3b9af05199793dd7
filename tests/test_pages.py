"""Comments and pages: what stands in the repository stays text, and what the migrations do is shown."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dbarch_lint.findings import Fix, Note, Report, Severity
from dbarch_lint.reporters import FORMATS, markdown, reporter
from dbarch_lint.reporters.timeline import stages, timeline
from dbarch_lint.source import Edit, Source, Span
from tests.commands import Run
from tests.test_formats import commands, report
from tests.test_hostile import NAMES, SQL, harmless
from tests.test_reporters import finding

# --- markdown and html: text stays text


class Elements(HTMLParser):
    """The elements, their attributes and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.text = ""
        self.comments: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


PLACES = {"class", "id", "href", "tabindex", "role", "scope", "lang", "content", "charset", "name", "http-equiv"}
DRAWN = {"x", "y", "x1", "x2", "y1", "y2", "rx", "d", "width", "height", "viewbox"}
HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</pre></details></code>-->",
        '"><img src=x onerror=alert(1)>',
        "[x](javascript:alert(1)) ![y](https://example.org/z.png)",
        "@someone #1 !2 &3 ~label %milestone GH-4 owner/repo#5",
        "https://example.org www.example.org a@example.org",
        "`code` **bold** _em_ | cell | \\| ~~gone~~ <!-- -->",
        "\n/close\n# title\n- item\n::error::owned\n##vso[task.x]y",
        "&lt;b&gt; &#64;someone",
        "]]>",
        "::error::owned",
    ]
)


COMMENT = set("h3 p details summary strong code pre sub".split())


def as_html(comment: str) -> str:
    """What a forge makes of a comment."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(comment))


def hostile(text: str, *, path: str = "", code: str = "") -> Report:
    source = Source(path or text or "a", (code or text or "x").encode("utf-8", "replace").decode())
    span = Span(source, 0, len(source.data))
    fixes = (Fix(text, (Edit(span, text),)), Fix(text, text=text, applicability="manual"))
    odd = finding("XX101", "x", Severity.ERROR, span, text, notes=(Note(text, span), Note(text)), fixes=fixes,
                  effects=(text,), objects=(text,))  # fmt: skip
    return report(odd, judged=frozenset({source.path}))


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(max_examples=60, deadline=None)
def test_text_stays_text_in_a_page(text: str, path: str, code: str) -> None:
    page = Elements(reporter("html")(hostile(text, path=path, code=code)))
    assert page.open == []
    assert page.comments == []
    assert page.tags <= {
        *(
            "html head meta title style body a header h1 h2 h3 h4 p nav ul li main section article span code pre mark".split()
        ),
        *("footer details summary".split()),
    }
    assert {name for name, _ in page.attributes} <= PLACES | {"aria-label"}
    links = {value for name, value in page.attributes if name == "href"}
    assert {link for link in links if not link.startswith("#")} == {"https://github.com/dbarch-lint/dbarch-lint"}


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(max_examples=60, deadline=None)
def test_text_stays_text_in_a_comment(text: str, path: str, code: str) -> None:
    written = reporter("markdown")(hostile(text, path=path, code=code))
    page = Elements(as_html(written))
    assert page.open == []
    assert page.comments == [" dbarch-lint "]
    assert page.tags <= COMMENT
    assert {name for name, _ in page.attributes} <= {"open"}
    # what is not within code is no mention, no reference and no address
    prose = re.sub(r"<(code|pre)>.*?</\1>", "", written, flags=re.DOTALL)
    plain = Elements(prose).text
    assert not re.search(r"[@#!~%]\w|://\w|\bwww\.\w", plain)
    harmless(written.replace(markdown.APART, ""))


@given(HOSTILE, HOSTILE)
@settings(max_examples=60, deadline=None)
def test_nothing_is_a_command_or_breaks_a_format(text: str, path: str) -> None:
    one = hostile(text, path=path)
    for form in FORMATS:
        written = reporter(form)(one)
        if form == "github":
            assert [name for name, _, _ in commands(written)] == ["error"]
        else:
            harmless(written.replace(markdown.APART, ""))
    for form in ("json", "gitlab", "sarif", "rdjson"):
        json.loads(reporter(form)(one))
    ET.fromstring(reporter("junit")(one))


def test_a_comment_has_a_size() -> None:
    source = Source("a.sql", "SELECT 1;\n" * 600)
    fix = Fix("do", text="-- something long to do\n" * 300, applicability="manual")
    findings = [
        finding("XX1", "x", severity, Span(source, n * 10, n * 10 + 8), f"message {n}", fixes=(fix,))
        for n in range(600)
        for severity in (Severity.INFO if n < 599 else Severity.ERROR,)
    ]
    text = reporter("markdown")(report(*findings))
    assert 50_000 < len(text.encode()) < 65_536
    assert "message 599" in text  # the worst is told first
    assert re.search(r"\*\*\d+ info more\*\*", text)
    assert text.count("<details") == text.count("</details>")
    assert text.count("<pre>") == text.count("</pre>")


def test_a_hostile_repository_in_every_format(cli: Run, folder: Path) -> None:
    """Names of files, tables, columns and indexes; texts of statements and comments; also where they are drawn."""
    for name in NAMES:
        (folder / name).write_text(SQL, encoding="utf-8")
    files = {form: folder / f"report.{form}" for form in FORMATS}
    code, out, err = cli("--profile", "audit", "-q", *(f"--report={form}={file}" for form, file in files.items()))
    assert code == 1
    harmless(out + err)
    texts = {form: file.read_bytes().decode() for form, file in files.items()}
    for form, text in texts.items():
        assert all(char.isprintable() or char == "\n" for char in text.replace(markdown.APART, "")), form
        assert not re.search(r"##[a-zA-Z]*\[", text), form
        if form != "github":
            harmless(text.replace(markdown.APART, ""))
    page = Elements(texts["html"])
    assert page.open == []
    assert not page.tags & {"script", "img", "iframe", "object", "link", "form", "red"}
    assert {name for name, _ in page.attributes} <= PLACES | DRAWN | {"aria-label", "aria-labelledby"}
    assert "svg" in page.tags
    comment = Elements(as_html(texts["markdown"]))
    assert comment.open == []
    assert comment.tags <= COMMENT | {"table", "thead", "tbody", "tr", "th", "td"}
    assert len(re.findall(r"<td>", as_html(texts["markdown"]))) == 5 * texts["markdown"].count("\n| ") - 10
    names = {name for name, _, _ in commands(texts["github"])}
    assert names <= {"error", "warning", "notice", "group", "endgroup"}
    (run,) = json.loads(texts["sarif"])["runs"]
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert {unquote(uri) for uri in uris} == set(NAMES)
    assert {issue["location"]["path"] for issue in json.loads(texts["gitlab"])} == set(NAMES)
    assert {found["location"]["path"] for found in json.loads(texts["rdjson"])["diagnostics"]} == set(NAMES)
    assert {len(suite) > 0 for suite in ET.fromstring(texts["junit"])} == {True}


# --- what the migrations do, in pages and comments

BASE = """\
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers, status text);
"""
NEXT = """\
ALTER TABLE orders ADD COLUMN total bigint;
CREATE TABLE lines (id bigint PRIMARY KEY, order_id bigint REFERENCES orders);
ALTER TABLE orders DROP COLUMN status;
ALTER TABLE customers ALTER COLUMN name TYPE varchar(20);
ALTER TABLE lines ADD COLUMN note text;
"""


@pytest.fixture
def shop(folder: Path) -> Path:
    (folder / "migrations").mkdir()
    (folder / "migrations" / "V1__base.sql").write_text(BASE)
    (folder / "migrations" / "V2__next.sql").write_text(NEXT)
    return folder


def run_for(form: str, shop: Path) -> str:
    from dbarch_lint.cli import run

    file = shop / "out"
    assert (
        run(["migrations/V2__next.sql", "--framework", "flyway", "--report", f"{form}={file}", "--fail-on", "never"])
        == 0
    )
    return file.read_text(encoding="utf-8")


def test_a_comment_shows_the_locks_of_what_is_new(shop: Path) -> None:
    written = run_for("markdown", shop)
    assert "<details open><summary>4 locks that others wait for</summary>" in written
    table = [line for line in written.splitlines() if line.startswith("| ")]
    plain = [unescape(re.sub(r"<.*?>", "", line)) for line in table[2:]]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in plain]
    everybody = "reads and writes"
    assert [(place.rpartition("/")[2], lock, who) for place, _, lock, who, _ in rows] == [
        ("V2__next.sql:1", "ACCESS EXCLUSIVE on public.orders", everybody),
        ("V2__next.sql:2", "SHARE ROW EXCLUSIVE on public.orders", "writes"),
        ("V2__next.sql:3", "ACCESS EXCLUSIVE on public.orders", everybody),
        ("V2__next.sql:4", "ACCESS EXCLUSIVE on public.customers", everybody),
    ]


def test_a_page_draws_locks_and_schema(shop: Path) -> None:
    text = run_for("html", shop)
    page = Elements(text)
    assert page.open == []
    assert text.count("<svg") == 3  # one transaction, and the schema before and after
    assert {name for name, _ in page.attributes} <= PLACES | DRAWN | {"aria-label", "aria-labelledby"}
    before, after = (text.split('id="er-0-')[n] for n in (1, 2))
    assert "lines" not in before
    assert "status text" in before
    assert "public.lines" in after
    assert "status text" not in after.partition("</svg>")[0]
    assert re.search(r"~</text><text[^>]*>name character varying\(20\) not null", after)
    held = page.text.partition("who waits")[2]
    assert re.search(r"public\.orders\s*ACCESS EXCLUSIVE\s*reads, writes, schema changes\s*line 1", held)


def test_a_lock_that_grows_has_two_bars() -> None:
    def statement(line: int, lock: str, *blocks: str) -> dict[str, Any]:
        effect = {
            "relation": "public.t",
            "kind": "table",
            "lock": lock,
            "blocks": [*blocks, "ddl"],
            "blocks_briefly": [],
            "work": "none",
            "new": False,
        }
        start = {"line": line}
        return {
            "path": "a.sql",
            "start": start,
            "sql": "x",
            "in_transaction": True,
            "transaction": 1,
            "effects": [effect],
        }

    weak, strong = statement(1, "SHARE", "write"), statement(2, "ACCESS EXCLUSIVE", "read", "write")
    last = {**statement(3, "SHARE", "write")}
    own = [weak, strong, last]
    assert [(s.line, s.kind) for s in stages(own)["public.t"]] == [(1, "writes"), (2, "reads")]
    drawn = timeline(own, "x")
    bars = re.findall(r'class="bar (\w+)" x="(\d+)" y="\d+" width="(\d+)"', drawn)
    assert [(kind, int(wide)) for kind, _, wide in bars] == [("writes", 106), ("reads", 216)]
    assert int(bars[1][1]) - int(bars[0][1]) == 110
    assert timeline([statement(1, "ROW EXCLUSIVE")], "x") == ""


def test_reports_are_written_beside_the_printed_one(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from dbarch_lint.cli import run

    files = {form: shop / f"out.{form}" for form in FORMATS}
    wanted = [f"--report={form}={file}" for form, file in files.items()]
    assert run(["migrations/V2__next.sql", "--output-format", "concise", *wanted]) == 1
    out, err = capsys.readouterr()
    assert out.count("\n") == len(json.loads(files["json"].read_text())["findings"]) > 2
    assert err == ""
    assert all(file.stat().st_size for file in files.values())
    assert files["concise"].read_text() == out


@pytest.mark.parametrize(
    ("word", "said"),
    [("sarif", "is not FORMAT=FILE"), ("sarf=x", "did you mean sarif?"), ("html=", "is not FORMAT=FILE")],
)
def test_a_report_needs_a_format_and_a_file(
    word: str, said: str, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from dbarch_lint.cli import run

    assert run(["--report", word]) == 2
    assert said in capsys.readouterr().err


def test_every_finding_is_in_every_format(shop: Path) -> None:
    known: dict[str, Any] = json.loads(run_for("json", shop))
    codes = [found["code"] for found in known["findings"]]
    for form in FORMATS:
        text = run_for(form, shop)
        assert all(code in text for code in codes), form

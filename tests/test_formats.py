"""Reports for other programs: what those programs make of them, whatever stands in the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import get_args
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import msgspec
import pytest

from dbarch_lint.config import Format
from dbarch_lint.findings import Finding, Report, Severity, Summary
from dbarch_lint.reporters import FORMATS, reporter
from dbarch_lint.source import Edit, Source, Span, apply_edits
from tests.test_reporters import CHANGED, FINDINGS, REPORT, finding

SUMMARY = Summary(files=1, statements=1, not_understood=0, findings=1, suppressed=0, by_severity={"error": 1})


def report(*findings: Finding, **more: object) -> Report:
    return Report(engine="postgres", engine_version="17", summary=SUMMARY, findings=findings, **more)  # type: ignore[arg-type]


def many(severity: Severity, count: int) -> Iterator[Finding]:
    text = "SELECT 1;\n" * count
    source = Source("a.sql", text)
    for n in range(count):
        span = Span(source, n * 10, n * 10 + 8)
        yield finding(f"XX{severity}", "some-thing", severity, span, f"{severity} {n}")


def test_every_format_can_be_configured() -> None:
    assert get_args(Format) == FORMATS


# --- github: as the runner reads a line of a log (ActionCommand.TryParseV2)

COMMAND = re.compile(r"\s*::(?P<name>[a-z]+)(?: (?P<properties>.*?))?::(?P<data>.*)\Z")


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    for line in text.splitlines():
        if found := COMMAND.match(line):
            words = [word.partition("=")[::2] for word in (found["properties"] or "").split(",") if word]
            plain = {key: unescaped(value) for key, value in words}
            yield found["name"], plain, unescaped(found["data"])


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_shows_the_worst_and_counts_the_others() -> None:
    findings = (*many(Severity.INFO, 12), *many(Severity.WARNING, 5), *many(Severity.ERROR, 13))
    said = list(commands(reporter("github")(report(*findings))))
    names = [name for name, _, _ in said]
    assert names == [*["error"] * 10, *["warning"] * 5, *["notice"] * 10, "group", "endgroup"]
    assert said[24][2] == "3 errors, 3 info more: all are in the log of this step"
    log = reporter("github")(report(*findings))
    assert all(f"a.sql:{n}:1: error" in log for n in range(1, 14))


def test_github_gets_places_and_help() -> None:
    name, where, data = next(commands(reporter("github")(REPORT)))
    assert name == "error"
    assert where == {
        "file": "db/2_\\x1b[2Jchange.sql",
        "line": "2",
        "endLine": "2",
        "col": "1",
        "endColumn": "47",
        "title": "LK101 index-not-concurrent",
    }
    assert data.endswith("\nhelp: build the index concurrently")


def test_github_takes_text_for_text() -> None:
    source = Source("a,line=9::%0A.sql", "SELECT 1")
    odd = finding("XX1", "x", Severity.ERROR, Span(source, 0, 8), "100%0A::error::owned")
    log = reporter("github")(report(odd))
    assert log.count("\n") == 1
    ((_, where, data),) = commands(log)
    assert (where["file"], where["line"], data) == (source.path, "1", "100%0A::error::owned")


# --- sarif


def lines_of(source: Source) -> list[str]:
    return source.text.split("\n")


def offset(source: Source, line: int, column: int) -> int:
    """The byte offset of a place that counts characters."""
    before = "".join(f"{text}\n" for text in lines_of(source)[: line - 1])
    return len((before + lines_of(source)[line - 1][: column - 1]).encode())


def test_sarif_is_of_the_standard() -> None:
    """The classes are made of the official schema, and refuse what it does not know."""
    models = pytest.importorskip("fluidattacks_core.sarif")
    for one in (REPORT, report(), report(*FINDINGS, remarks=("odd",), unread=("gone",))):
        document = json.loads(reporter("sarif")(one, show_suppressed=True))
        models.SarifLog.model_validate(document)
    document["runs"][0]["results"][0]["nonsense"] = 1
    with pytest.raises(ValueError, match="nonsense"):
        models.SarifLog.model_validate(document)


def test_sarif_places_and_fixes_are_those_of_the_text() -> None:
    (run,) = json.loads(reporter("sarif")(REPORT))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for found, result in zip(FINDINGS, run["results"], strict=False):
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == found.code
        region = result["locations"][0]["physicalLocation"]["region"]
        start = offset(CHANGED, region["startLine"], region["startColumn"])
        end = offset(CHANGED, region["endLine"], region["endColumn"])
        assert (start, end) == (found.span.start, found.span.end)
    first = run["results"][0]
    assert [place["message"]["text"] for place in first["relatedLocations"]] == ["created here"]
    (change,) = first["fixes"][0]["artifactChanges"]
    edits = []
    for replacement in change["replacements"]:
        region = replacement["deletedRegion"]
        ends = [offset(CHANGED, region[f"{e}Line"], region[f"{e}Column"]) for e in ("start", "end")]
        edits.append(Edit(Span(CHANGED, *ends), replacement["insertedContent"]["text"]))
    assert apply_edits(CHANGED, edits) == apply_edits(CHANGED, FINDINGS[0].fixes[0].edits)


def test_sarif_says_who_suppressed() -> None:
    accepted = msgspec.structs.replace(FINDINGS[3], suppressed="accepted", outside=True)
    (run,) = json.loads(reporter("sarif")(report(FINDINGS[3], accepted), show_suppressed=True))["runs"]
    kinds = [result["suppressions"][0]["kind"] for result in run["results"]]
    assert kinds == ["inSource", "external"]


def test_sarif_keeps_the_worst_within_the_limit() -> None:
    findings = (*many(Severity.INFO, 5_000), *many(Severity.ERROR, 2))
    (run,) = json.loads(reporter("sarif")(report(*findings)))["runs"]
    assert len(run["results"]) == 5_000
    assert [result["level"] for result in run["results"]].count("error") == 2
    (remark,) = run["invocations"][0]["toolExecutionNotifications"]
    assert remark["message"]["text"].endswith(": 2 info")


def test_sarif_messages_are_no_links_and_no_templates() -> None:
    odd = msgspec.structs.replace(FINDINGS[0], message="see [this](https://example.org) and {0}; int[] stays")
    (run,) = json.loads(reporter("sarif")(report(odd)))["runs"]
    said = run["results"][0]["message"]["text"]
    assert said == "see \\[this\\](https://example.org) and {{0}}; int[] stays"


@pytest.mark.parametrize(
    "path",
    [
        "javascript:alert(1)//a.sql",
        "a b?c#d%41.sql",
        "x:y/z.sql",
        "C:\\a.sql",
        "注文/\u202e.sql",
        "/etc/passwd",
        "//host/x",
    ],
)
def test_sarif_paths_are_paths(path: str) -> None:
    source = Source(path, "SELECT 1")
    (run,) = json.loads(reporter("sarif")(report(finding("XX1", "x", Severity.ERROR, Span(source, 0, 8), "m"))))["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert re.fullmatch(r"(file:///)?[A-Za-z0-9._~%/-]+", artifact["uri"])
    assert unquote(artifact["uri"].removeprefix("file://")).lstrip("/") == path.lstrip("/")
    assert ("uriBaseId" in artifact) == (not path.startswith("/"))


# --- gitlab, reviewdog, junit

CODE_QUALITY = {  # what GitLab's documentation asks of an issue
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}


def test_gitlab_can_tell_findings_apart() -> None:
    document = json.loads(reporter("gitlab")(report(*FINDINGS, *FINDINGS), show_suppressed=True))
    jsonschema.validate(document, CODE_QUALITY)
    assert len({issue["fingerprint"] for issue in document}) == len(document) == 8
    assert json.loads(reporter("gitlab")(report())) == []


def test_reviewdog_counts_bytes() -> None:
    document = json.loads(reporter("rdjson")(REPORT))
    lines = CHANGED.data.split(b"\n")

    def at(place: dict[str, int]) -> int:
        return sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1

    for found, diagnostic in zip(FINDINGS, document["diagnostics"], strict=False):
        where = diagnostic["location"]["range"]
        assert (at(where["start"]), at(where["end"])) == (found.span.start, found.span.end)
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}
    (suggestion,) = document["diagnostics"][0]["suggestions"]
    start, end = at(suggestion["range"]["start"]), at(suggestion["range"]["end"])
    changed = CHANGED.data[:start] + suggestion["text"].encode() + CHANGED.data[end:]
    assert changed.decode() == apply_edits(CHANGED, FINDINGS[0].fixes[0].edits)
    assert document["diagnostics"][1]["suggestions"] == []  # a recipe is for people


# Of each element the attributes that Jenkins' schema (junit-10.xsd) knows and the children that it may have.
JUNIT = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"testcase"}),
    "testcase": ({"name", "classname", "time"}, {"failure", "skipped", "system-out"}),
    "failure": ({"message", "type"}, set()),
    "skipped": ({"message"}, set()),
    "system-out": (set(), set()),
}


def test_junit_is_what_jenkins_reads() -> None:
    judged = frozenset({"db/1_orders.sql", CHANGED.path})
    text = reporter("junit")(report(*FINDINGS, judged=judged), show_suppressed=True)
    root = ET.fromstring(text)
    for item in root.iter():
        attributes, children = JUNIT[item.tag]
        assert set(item.attrib) <= attributes
        assert {child.tag for child in item} <= children
    suites = {suite.get("name"): suite for suite in root}
    clean, changed = suites["db/1_orders.sql"], suites["db/2_\\x1b[2Jchange.sql"]
    assert (clean.get("tests"), clean.get("failures"), len(clean)) == ("1", "0", 1)
    assert (changed.get("tests"), changed.get("failures"), changed.get("skipped")) == ("4", "2", "1")
    assert (root.get("tests"), root.get("failures")) == ("5", "2")
    assert len(list(root.iter("failure"))) == 2

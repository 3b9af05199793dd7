"""SARIF 2.1.0, within the limits of GitHub's code scanning.

Those limits, and the properties that it reads, are in "SARIF support for code scanning" of GitHub's documentation: it
shows 5,000 results of a run and 100 places of a result, and tells alerts apart by `primaryLocationLineHash`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from dbarch_lint import __version__
from dbarch_lint.findings import Severity
from dbarch_lint.reporters.common import HOME, TOOL, counted, numbered, told, whole, worst_first
from dbarch_lint.reporters.display import visible
from dbarch_lint.reporters.json import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dbarch_lint.findings import Finding, Fix, Page, Report
    from dbarch_lint.source import Span

replace = msgspec.structs.replace
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
RESULTS, PLACES = 5_000, 100
LINK, ARGUMENT = re.compile(r"[\[\]](?=[^\n]*\]\()|\](?=\()"), re.compile(r"\{(\d+)\}")


def render(report: Report, *, show_suppressed: bool = False, **_: bool | str) -> str:
    """The whole report as one run."""
    found = told(report, show_suppressed=show_suppressed)
    kept = {id(finding) for finding in worst_first(found)[:RESULTS]}
    shown = [finding for finding in found if id(finding) in kept]
    left = [finding for finding in found if id(finding) not in kept]
    places = {code: n for n, code in enumerate(sorted({finding.code for finding in shown}))}
    rules = {finding.code: finding for finding in reversed(shown)}
    run = {
        "tool": {
            "driver": {
                "name": TOOL,
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(rules[code], report.pages.get(code)) for code in places],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {"executionSuccessful": not report.unread, "toolExecutionNotifications": _remarks(report, left)}
        ],
        "results": [_result(finding, known, places) for finding, known in numbered(shown)],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _text(text: str) -> dict[str, str]:
    """A message that shows what it holds: in SARIF `[a](b)` is a link and `{0}` an argument."""
    plain = LINK.sub(r"\\\g<0>", visible(text))
    return {"text": ARGUMENT.sub(r"{{\1}}", plain)}


def _remarks(report: Report, left: Sequence[Finding]) -> list[dict[str, object]]:
    """What is to be said of the run as a whole."""
    said = [("error", text) for text in report.unread] + [("warning", text) for text in report.remarks]
    if left:
        said.append(("warning", f"left out, because a run may hold {RESULTS:,} results: {counted(left)}"))
    return [{"level": level, "message": _text(text)} for level, text in said]


def _rule(finding: Finding, page: Page | None) -> dict[str, object]:
    severity = finding.severity if page is None else page.severity
    rule: dict[str, object] = {
        "id": finding.code,
        "name": "".join(word.capitalize() for word in finding.name.split("-")),
        "shortDescription": {"text": finding.name if page is None else page.summary},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": [finding.family],
            "precision": finding.confidence if page is None else page.confidence,
            "problem.severity": PROBLEMS[severity],
        },
    }
    if page is not None:
        rule["fullDescription"] = {"text": f"{page.summary}."}
        rule["help"] = {"text": page.manual, "markdown": page.manual}
    return rule


def _result(finding: Finding, known: str, places: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": LEVELS[finding.severity],
        "message": _text(whole(finding)),
        "locations": [{"physicalLocation": _place(finding.span)}],
        "partialFingerprints": {"primaryLocationLineHash": known, "dbarchLint/v1": known},
        "properties": {"confidence": finding.confidence, "objects": finding.objects, "locks": finding.effects},
    }
    alike = [replace(note, message=f"the same{note.message and f': {note.message}'}") for note in finding.alike]
    related = [note for note in (*finding.notes, *alike) if note.span is not None][: PLACES - 1]
    if related:
        result["relatedLocations"] = [
            {"id": n, "physicalLocation": _place(note.span or finding.span), "message": _text(note.message)}
            for n, note in enumerate(related)
        ]
    fixes = [fix for fix in map(_fix, finding.fixes) if fix["artifactChanges"]]
    if fixes:
        result["fixes"] = fixes
    if finding.suppressed is not None:
        kind = "external" if finding.outside else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": finding.suppressed}]
    return result


def _fix(fix: Fix) -> dict[str, object]:
    changes: dict[str, list[dict[str, object]]] = {}
    for edit in fix.edits:
        replaced = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.span.source.path, []).append(replaced)
    return {
        "description": _text(fix.title),
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _place(span: Span) -> dict[str, object]:
    return {"artifactLocation": _artifact(span.source.path), "region": _region(span)}


def _artifact(path: str) -> dict[str, str]:
    """A path as a URI: nothing in it can be taken for a scheme, a host or a query."""
    safe = quote(path.encode("utf-8", "replace"), safe="/")
    return {"uri": f"file://{safe}"} if path.startswith("/") else {"uri": safe, "uriBaseId": "SRCROOT"}


def _region(span: Span) -> dict[str, int]:
    start, end = span.source.position(span.start), span.source.position(max(span.start, span.end))
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}

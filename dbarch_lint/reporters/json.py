"""The report for programs: JSON whose shape is a promise (`dbarch-lint schema-of findings`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dbarch_lint import __version__

if TYPE_CHECKING:
    from dbarch_lint.findings import Finding, Fix, Report, Silence
    from dbarch_lint.source import Source, Span
    from dbarch_lint.weighing import Weighed


def render(
    report: Report,
    *,
    color: bool = False,  # noqa: ARG001 - switches for people; every reporter takes them
    show_suppressed: bool = False,
    verbose: bool = False,
    statistics: bool = False,  # noqa: ARG001
    summary: bool = True,  # noqa: ARG001
    start: str = "",  # noqa: ARG001
) -> str:
    """The whole report as one JSON document."""
    shown = [f for f in report.findings if show_suppressed or f.suppressed is None]
    document = {
        "version": 1,
        "tool": {"name": "dbarch-lint", "version": __version__},
        "engine": report.engine,
        "engine_version": report.engine_version,
        "summary": msgspec.structs.asdict(report.summary),
        "findings": [_finding(finding) for finding in shown],
    }
    if verbose:
        document["silences"] = [_silence(silence) for silence in report.silences]
    return dumps(document)


def dumps(document: object) -> str:
    """JSON, indented. Half characters, as file names may hold that are not UTF-8, become `?`."""
    try:
        raw = msgspec.json.encode(document)
    except UnicodeEncodeError:
        raw = msgspec.json.encode(_whole(document))
    text = msgspec.json.format(raw, indent=2).decode()
    if not text.replace("\n", "").isprintable():  # a terminal may show it all the same
        text = "".join(c if c.isprintable() or c == "\n" else _escaped(c) for c in text)
    text = text.replace("##", r"#\u0023")  # a log may show it, too: two of these begin a command to some CIs
    return text + "\n"


def _escaped(char: str) -> str:
    """A character of a JSON text by its number; one beyond 16 bits as two."""
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _whole(value: Any) -> Any:
    """`value` with every half surrogate replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, (list, tuple)) else value


def _finding(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "code": finding.code,
        "name": finding.name,
        "family": finding.family,
        "severity": str(finding.severity),
        "confidence": finding.confidence,
        "evidence": _evidence(finding.evidence) if finding.evidence is not None else None,
        "needs": finding.needs,
        "sizes": finding.sizes,
        "message": finding.message,
        "path": span.source.path,
        "start": place(span.source, span.start),
        "end": place(span.source, span.end),
        "objects": finding.objects,
        "effects": finding.effects,
        "notes": [_note(note.message, note.span or span) for note in finding.notes],
        "fixes": [_fix(fix) for fix in finding.fixes],
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "url": finding.url,
    }


def _silence(silence: Silence) -> dict[str, object]:
    span = silence.span
    return {
        "code": silence.code,
        "name": silence.name,
        "message": silence.message,
        "path": span.source.path,
        "start": place(span.source, span.start),
        "reasons": [_note(reason.message, reason.span or span) for reason in silence.reasons],
    }


def _evidence(evidence: Weighed) -> dict[str, object]:
    signs = [{"name": name, "weight": s.weight, "message": s.says} for name, s in evidence.signs.items()]
    return {"score": evidence.score, "threshold": evidence.threshold, "signs": signs}


def _note(message: str, span: Span) -> dict[str, object]:
    return {"path": span.source.path, "start": place(span.source, span.start), "message": message}


def _fix(fix: Fix) -> dict[str, object]:
    edits = [
        {
            "path": edit.span.source.path,
            "start": edit.span.source.position(edit.span.start).offset,
            "end": edit.span.source.position(edit.span.end).offset,
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"title": fix.title, "applicability": fix.applicability, "edits": edits, "text": fix.text}


def place(source: Source, offset: int) -> dict[str, int]:
    """A byte offset as reports say it: line and column from 1, offset from 0, in characters."""
    return msgspec.structs.asdict(source.position(offset))

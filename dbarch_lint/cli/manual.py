"""`explain`, `rules` and `schema-of`: what there is to read. They import no parser, except to explain a statement."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dbarch_lint.cli import base
from dbarch_lint.cli.declared import RULE, Choice, argument, command, option
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError, UsageError, did_you_mean

if TYPE_CHECKING:
    from dbarch_lint.packs import Rule

DOCUMENTS = ("findings", "effects", "catalog", "diff", "normalize", "config", "facts")


@command(
    argument("what", kind=RULE, metavar="CODE|NAME|STATEMENT"),
    option("--engine", metavar="NAME", help="Explain a statement of this database, such as postgres."),
    option("--engine-version", metavar="N", help="The server version to explain it for."),
    *base.CONFIG,
    base.COLOR,
)
def explain(
    what: str,
    engine: str | None,
    engine_version: str | None,
    config_file: str | None,
    isolated: bool,
    color: bool | None,
) -> None:
    """Print a rule's page: why it matters, what to do, examples.

    With a statement instead of a code, say which locks it takes, who waits for them, and what work it does:
    dbarch-lint explain --engine postgres "ALTER TABLE orders ADD COLUMN note text"
    """
    chosen = base.settings(
        (), config_file=config_file, isolated=isolated, must_exist=False, engine=engine, engine_version=engine_version
    )
    if engine is not None or len(what.split()) > 1:
        from dbarch_lint import documents
        from dbarch_lint.cli.effects_text import statement_text

        version = str(chosen.config.engine_version or "")
        document = documents.explain_statement(what, chosen.config.engine or "postgres", version)
        base.emit(statement_text(document, color=base.wants_color(color)))
        return
    base.emit(page(_rule(what, rules_of(chosen))))


def rules_of(chosen: base.Settings) -> list[Rule]:
    """The rules there are: ours, and those of the configured packs."""
    from dbarch_lint.packs import load_rules

    try:
        return load_rules(chosen.config.packs, chosen.root)
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None


def _rule(word: str, rules: Sequence[Rule]) -> Rule:
    from dbarch_lint.packs import find

    found = find(rules, word)
    if found is None:
        valid = [name for rule in rules for name in (rule.code, rule.name, *rule.aliases)]
        hint = did_you_mean(word, valid) or "; `dbarch-lint rules` lists them"
        raise UsageError(f"no rule is called {word!r}{hint}")
    return found


def page(rule: Rule) -> str:
    """A rule's page for a terminal: a headline from the front matter, the text, options and sources."""
    from dbarch_lint.reporters.display import visible_lines

    kind = f"{rule.severity}, {rule.family.replace('_', ' ')}, {rule.profile} profile"
    lines = [
        f"{rule.code} {rule.name}: {rule.summary}",
        f"{kind}, confidence {rule.confidence}, {', '.join(rule.engines)}, since {rule.since}",
        "",
        *rule.manual.rstrip("\n").split("\n"),
    ]
    if rule.options:
        lines += ["", "## Options"]
        lines += [f"- {name} ({_shown(o.default)}): {o.sentence}" for name, o in rule.options.items()]
    if rule.evidence:
        lines += ["", f"## Evidence (told from {rule.threshold} points of 100; `threshold` in the configuration)"]
        lines += [f"- {sign.weight:+d}: {sign.says}" for sign in rule.evidence.values()]
    if rule.sources:
        lines += ["", "## Sources", *(f"- {source}" for source in rule.sources)]
    return "\n".join(visible_lines("\n".join(lines))) + "\n"


def _shown(default: object) -> str:
    return ", ".join(map(str, default)) if isinstance(default, tuple) else str(default).lower()


@command(
    option("--output-format", kind=Choice(("text", "json")), default="text", help="A table, or JSON."),
    option("--unused", is_flag=True, help="List what finds or suppresses nothing in the migrations of this project."),
    option("--like", "tool", metavar="TOOL", help="List the rules of another tool, such as squawk, beside ours."),
    *base.CONFIG,
    base.COLOR,
)
def rules(
    output_format: str, unused: bool, tool: str | None, config_file: str | None, isolated: bool, color: bool | None
) -> None:
    """List the rules: code, severity, profile, name, what they are about."""
    if unused:
        from dbarch_lint.cli.adoption import unused_text

        base.emit(unused_text(base.settings((), config_file=config_file, isolated=isolated)))
        return
    if tool is not None:
        base.emit(_rules_like(tool, as_json=output_format == "json", color=base.wants_color(color)))
        return
    found = rules_of(base.settings((), config_file=config_file, isolated=isolated, must_exist=False))
    if output_format == "json":
        from dbarch_lint.reporters.json import dumps

        base.emit(dumps({"version": 1, "rules": [_as_json(rule) for rule in found]}))
        return
    from dbarch_lint.cli.table import table

    rows = [(r.code, str(r.severity), r.profile, r.name, r.summary) for r in found]
    base.emit(table(("code", "severity", "profile", "name", "about"), rows, color=base.wants_color(color)))


def _rules_like(tool: str, *, as_json: bool, color: bool) -> str:
    """What another tool calls the hazards that we know, and our rules for them."""
    from dbarch_lint import coverage

    known = coverage.entries()
    found = list(coverage.like(tool, known))
    if not found:
        valid = coverage.tools(known)
        hint = did_you_mean(tool, valid)
        raise UsageError(f"there is no list of the rules of {tool!r}{hint}; there is one of {', '.join(valid)}")
    if as_json:
        from dbarch_lint.reporters.json import dumps

        rows = [
            {"id": theirs, "hazard": entry.hazard, "rules": entry.rules, "decision": entry.decision or None}
            for theirs, entry in found
        ]
        return dumps({"version": 1, "tool": tool, "rules": rows})
    from dbarch_lint.cli.table import table

    lines = [
        (theirs, ", ".join(e.rules) or "-", ": ".join(filter(None, (e.hazard.rstrip("."), e.decision))))
        for theirs, e in found
    ]
    return table((tool, "dbarch-lint", "about"), lines, color=color)


def _as_json(rule: Rule) -> dict[str, object]:
    options = {
        name: {"type": option.type, "default": option.default, "summary": option.sentence}
        for name, option in rule.options.items()
    }
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "pack": rule.pack,
        "summary": rule.summary,
        "severity": str(rule.severity),
        "confidence": rule.confidence,
        "profile": rule.profile,
        "engines": rule.engines,
        "since": rule.since,
        "aliases": rule.aliases,
        "options": options,
        "evidence": {name: {"weight": s.weight, "summary": s.says} for name, s in rule.evidence.items()},
        "threshold": rule.threshold if rule.evidence else None,
        "sources": rule.sources,
    }


@command(
    argument("document", kind=Choice(DOCUMENTS)),
)
def schema_of(document: str) -> None:
    """Print the JSON Schema of what `check`, `effects` and `schema` print, of the configuration, or of a facts file."""
    import json

    base.emit(json.dumps(json_schema(document), indent=2) + "\n")


def json_schema(document: str) -> dict[str, Any]:
    """The JSON Schema of one of DOCUMENTS."""
    if document == "config":
        from dbarch_lint.config import schema

        return schema()
    if document == "facts":
        from dbarch_lint.production import schema as facts_schema

        return facts_schema()
    import json

    file = Path(__file__).parent.parent / "schemas" / f"{document}.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found

"""What `dbarch-lint new-rule` writes: a page and a function that load and whose examples pass, to start from."""

from __future__ import annotations

import re
from pathlib import Path

from dbarch_lint import __version__
from dbarch_lint.errors import UsageError, did_you_mean
from dbarch_lint.packs import Pack, load_pack, load_rules, pack_rules
from dbarch_lint.pages import CODE

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")

PAGE = """\
---
code: {code}
summary: {summary}
severity: warning
confidence: high
profile: default
engines: [postgres]
since: {version}
sources:
  - https://www.postgresql.org/docs/current/sql-droptable.html
---
Say what happens, who waits for it or loses by it, and for how long.

Then say what to do instead, step by step.

## Bad
```sql postgres
-- 1.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- 2.sql
DROP TABLE orders;  -- expect: {code}
```

## Good
```sql postgres
CREATE TABLE orders (id bigint PRIMARY KEY);
```
"""

FUNCTION = """\
from __future__ import annotations

from dbarch_lint.api import Context, DropTable, Problem, Problems


def check(op: DropTable, ctx: Context) -> Problems:
    yield Problem(op, "say what happens here and to whom, and end with what to do instead")
"""


def new_rule(folder: Path, code: str = "", family: str = "", name: str = "") -> list[Path]:
    """Write the two files of a new rule into a pack and return them. Raises UsageError.

    Without `code`, the next free one of the family. Nothing that exists is written over.
    """
    pack = load_pack(folder)
    if not NAME.match(name):
        raise UsageError(f"{name!r} is no rule name; write it like column-dropped: small letters, with hyphens")
    if pack.families and family not in pack.families:
        hint = did_you_mean(family, pack.families) or f"; families are {', '.join(pack.families)}"
        raise UsageError(f"the pack {pack.name} has no family {family!r}{hint}")
    if family and not re.fullmatch(r"[a-z][a-z0-9_]*", family):
        raise UsageError(f"{family!r} is no family name; write it like data_loss: small letters, with underscores")
    code = code or _next_code(pack, family)
    _refuse_taken(pack, family, code, name)
    page = folder / family / f"{name.replace('-', '_')}.md"
    texts = {page: PAGE, page.with_suffix(".py"): FUNCTION}
    summary = name.replace("-", " ").capitalize()
    page.parent.mkdir(exist_ok=True)
    for file in texts:
        if file.exists():
            raise UsageError(f"{file} exists already; choose another name")
    for file, text in texts.items():
        file.write_text(text.format(code=code, summary=summary, version=__version__), encoding="utf-8")
    return list(texts)


def _next_code(pack: Pack, family: str) -> str:
    prefix = pack.prefixes(family)[0]
    taken = [int(c[2]) for rule in pack_rules(pack) if (c := CODE.match(rule.code)) and c[1] == prefix]
    return f"{prefix}{max(taken, default=100) + 1}"


def _refuse_taken(pack: Pack, family: str, code: str, name: str) -> None:
    shape, prefixes = CODE.match(code), pack.prefixes(family)
    if shape is None or shape[1] not in prefixes:
        raise UsageError(f"{code!r} is no code of this family; write one like {prefixes[0]}101, or give none")
    for rule in {r.page.resolve(): r for r in (*load_rules(), *pack_rules(pack))}.values():
        for word in (code, name):
            if word in (rule.code, rule.name, *rule.aliases):
                raise UsageError(f"{word!r} belongs to {rule.page} already; choose another")

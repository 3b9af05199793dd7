"""What no statement of the family has, whatever it does: words that cannot stand side by side, texts without an end.

The grammar reads what changes a schema word by word, and passes over expressions and queries; this looks at all of it.
"""

from __future__ import annotations

import re

from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.source import Token

OPERATORS = frozenset("= <> != < <= > >= <=> := || && / % | & ^ << >> -> ->>".split())
STOPS = frozenset({",", ")", ";", ""})  # the last one: the end
CONTINUES = frozenset("WHERE FROM HAVING AND OR XOR BY INTO BETWEEN LIKE IS IN WHEN THEN ELSE AS".split())
AFTER_OPERATOR = OPERATORS | STOPS | CONTINUES

# What cannot follow a token of this kind
NEVER_AFTER: dict[str, frozenset[str]] = {
    **dict.fromkeys(OPERATORS, AFTER_OPERATOR),
    **dict.fromkeys(CONTINUES | {"JOIN", "EXISTS"}, AFTER_OPERATOR),
    **dict.fromkeys(("WHERE", "FROM", "HAVING", "AND", "OR", "BY"), AFTER_OPERATOR | {"SELECT"}),
    "SELECT": frozenset({"SELECT", "FROM", "WHERE", "INTO"}),
    "SET": STOPS | CONTINUES,  # CHARACTER SET = utf8mb4
    "NOT": OPERATORS | STOPS | CONTINUES - {"LIKE", "IN", "BETWEEN"},
    "VALUES": OPERATORS | STOPS,
    ",": OPERATORS | STOPS | CONTINUES - {"IN"},  # PROCEDURE p(IN a int, IN b int)
    "(": OPERATORS | CONTINUES - {"IN", "LIKE"} | {",", ";", ""},  # CREATE TABLE t (LIKE u)
    ".": OPERATORS | STOPS,
    "ICONST": frozenset({"ICONST", "VARIABLE"}),
    "SCONST": frozenset({"ICONST"}),
    "VARIABLE": frozenset({"ICONST"}),
    ")": frozenset({"ICONST"}),
}
QUOTES = {"SCONST": "text", "IDENT": "quoted name"}
WHOLE = re.compile(
    rb"""[nNxXbB]?'(?:[^'\\]++|\\.|'')*+' | "(?:[^"\\]++|\\.|"")*+" | `(?:[^`]++|``)*+`""", re.VERBOSE | re.DOTALL
)


def check(read: Reader) -> None:
    """Look at a statement as a whole. Raises NotUnderstoodError at the word that cannot be there."""
    words = read.tokens
    unended(read, words[-1])
    depth, before, dotted = 0, "", False
    for at, token in enumerate(words):
        kind = token.kind
        depth += (kind == "(") - (kind == ")")
        if depth < 0 or (not dotted and kind in NEVER_AFTER.get(before, ())):
            read.at = at
            read.fail("no parenthesis is open" if depth < 0 else f"it cannot stand behind {shown(before)}")
        dotted, before = before == ".", kind  # behind a dot, every word is a name
    missing = not dotted and "" in NEVER_AFTER.get(before, ())
    if missing or depth:
        read.at = len(words)
        read.fail(f"something is missing behind {shown(before)}" if missing else "a parenthesis is not closed")
    read.at = 0


def unended(read: Reader, last: Token) -> None:
    """A text or quoted name that goes on to the end of the file. Raises NotUnderstoodError where it begins."""
    if last.kind in QUOTES and not WHOLE.fullmatch(read.data, last.start, last.end):
        read.at = len(read.tokens) - 1
        read.fail(f"the {QUOTES[last.kind]} does not end that begins here")


def shown(kind: str) -> str:
    """A kind of token in words."""
    return {"ICONST": "a number", "SCONST": "a text", "VARIABLE": "a variable"}.get(kind, repr(kind))

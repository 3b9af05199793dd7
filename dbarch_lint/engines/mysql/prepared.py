"""SQL that a script keeps in a text until it runs: `SET @s = IF(there, 'SELECT 1', 'ALTER ...'); PREPARE p FROM @s`.

MySQL has no ALTER TABLE ... ADD COLUMN IF NOT EXISTS, so this is how migrations guard themselves. A text that is
written out is read where it stands: its statement is a part of the SET, which runs unless its effect is there already.
"""

from __future__ import annotations

from collections.abc import Sequence

from dbarch_lint.source import Statement, Token

PREPARED = "PREPARED"  # the kind of PREPARE and EXECUTE of a text that has been read
DOES_NOTHING = frozenset({"SELECT", "DO", "SET", "SHOW"})
VERBS = frozenset({"ALTER", "CREATE", "DROP", "RENAME", "INSERT", "UPDATE", "DELETE", "REPLACE", "TRUNCATE"})
CHOICES = frozenset({"IF", "CASE"})
JOINS_TEXTS = frozenset({"CONCAT", "CONCAT_WS", "REPLACE"})


class PreparedTexts:
    """What the statements of one file have put into user variables so far."""

    def __init__(self) -> None:
        self.read: set[str] = set()  # variables whose text has been read
        self.prepared: set[str] = set()  # names of prepared statements with such a text

    def told(self, statement: Statement) -> Sequence[Statement]:
        """The statement, and behind it those in its texts; PREPARE and EXECUTE are marked where their text is known."""
        if statement.kind == "SET":
            return (statement, *self._set(statement))
        if statement.kind == "PREPARE":
            return (self._prepare(statement),)
        if statement.kind == "EXECUTE":
            words = statement.tokens()
            if len(words) > 1 and text(statement, words[1]) in self.prepared:
                statement.kind = PREPARED
        return (statement,)

    def _set(self, statement: Statement) -> list[Statement]:
        """The statements in the texts that SET @name = ... holds."""
        words = statement.tokens()
        if len(words) < 4 or words[1].kind != "VARIABLE" or words[1].start == words[1].end:
            return []
        name, kinds = text(statement, words[1]), {w.kind for w in words}
        self.read.discard(name)
        if kinds & JOINS_TEXTS or sum(w.kind == "VARIABLE" for w in words) > 1:
            return []
        found = [w for w in words[3:] if w.kind == "SCONST" and first_word(statement, w) in VERBS]
        if found or any(first_word(statement, w) in DOES_NOTHING for w in words[3:] if w.kind == "SCONST"):
            self.read.add(name)
        return [part(statement, w, guarded=bool(kinds & CHOICES)) for w in found]

    def _prepare(self, statement: Statement) -> Statement:
        words = statement.tokens()
        if len(words) < 4:
            return statement
        name = text(statement, words[1])
        self.prepared.discard(name)
        if words[3].kind == "VARIABLE" and text(statement, words[3]) in self.read:
            self.prepared.add(name)
            statement.kind = PREPARED
        elif words[3].kind == "SCONST" and first_word(statement, words[3]) in VERBS:
            self.prepared.add(name)
            return part(statement, words[3], guarded=False)
        return statement


def text(statement: Statement, token: Token) -> str:
    """The text of a token, in lower case."""
    return statement.source.slice(token.start, token.end).lower()


def first_word(statement: Statement, token: Token) -> str:
    """The first word inside a text literal, in upper case."""
    words = statement.source.slice(token.start + 1, min(token.end - 1, token.start + 40)).split(maxsplit=1)
    return words[0].upper() if words else ""


def part(statement: Statement, token: Token, *, guarded: bool) -> Statement:
    """The statement that stands in a text literal."""
    inner = Statement(statement.source, token.start + 1, token.end - 1, "", {}, parent=statement, guarded=guarded)
    inner.kind = first_word(statement, token)
    return inner

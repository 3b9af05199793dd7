"""Expressions as the catalog keeps them: a run of tokens, spelled one way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dbarch_lint.engines.mysql.reader import Reader, unquoted
from dbarch_lint.expression import Expression, Term
from dbarch_lint.names import Name

# Words that stand in expressions and name no column
KEYWORDS = frozenset(
    """AND OR XOR NOT IN IS NULL LIKE RLIKE REGEXP BETWEEN CASE WHEN THEN ELSE END TRUE FALSE UNKNOWN INTERVAL DIV MOD
    AS COLLATE BINARY ESCAPE DISTINCT SOUNDS MEMBER OF USING CHARACTER SET CURRENT_TIMESTAMP CURRENT_DATE CURRENT_TIME
    CURRENT_USER LOCALTIME LOCALTIMESTAMP UTC_DATE UTC_TIME UTC_TIMESTAMP MICROSECOND SECOND MINUTE HOUR DAY WEEK MONTH
    QUARTER YEAR DAY_HOUR DAY_MINUTE DAY_SECOND HOUR_MINUTE HOUR_SECOND MINUTE_SECOND YEAR_MONTH SIGNED UNSIGNED CHAR
    DATE TIME DATETIME DECIMAL JSON ARRAY NEXT PREVIOUS VALUE FOR EXISTS SELECT FROM WHERE ON DEFAULT""".split()
)
LITERALS = frozenset({"SCONST", "ICONST", "TRUE", "FALSE"})
STABLE = frozenset(
    """now current_timestamp localtime localtimestamp curdate curtime current_date current_time utc_timestamp utc_date
    utc_time""".split()
)
VOLATILE = frozenset({"uuid", "rand", "uuid_short", "random_bytes", "sysdate", "sleep"})
TIGHT_BEFORE = frozenset({")", ",", "."})
TIGHT_AFTER = frozenset({"(", "."})
NOW = frozenset({"now", "current_timestamp", "localtime", "localtimestamp"})


class MySqlExpression(Expression):
    """The tokens of an expression: kind and text of each."""

    __slots__ = ("__dict__", "tokens")

    def __init__(self, tokens: Sequence[tuple[str, str]]) -> None:
        self.tokens = tuple(tokens)

    @cached_property
    def text(self) -> str:
        out: list[str] = []
        before = ""
        for i, (kind, written) in enumerate(self.tokens):
            named = self.tokens[i - 1][0] if i else ""
            call = kind == "(" and before.isidentifier() and (named not in KEYWORDS or named.lower() in NOW)
            if out and not (kind in TIGHT_BEFORE or before in TIGHT_AFTER or call):
                out.append(" ")
            before = spelled(kind, written)
            out.append(before)
        return "".join(out)

    @cached_property
    def columns(self) -> frozenset[str]:
        return frozenset(name for _, name in self._columns())

    def _columns(self) -> Iterator[tuple[int, str]]:
        """Where a column stands among the tokens, and its name."""
        for i, (kind, written) in enumerate(self.tokens):
            follows = self.tokens[i + 1][0] if i + 1 < len(self.tokens) else ""
            if follows in {"(", "."} or (follows == "SCONST" and written.startswith("_")):
                continue
            if kind == "IDENT":
                yield i, written[1:-1].replace("``", "`")
            elif is_word(kind) and kind not in KEYWORDS:
                yield i, written

    @cached_property
    def functions(self) -> frozenset[str]:
        calls = (
            kind.lower()
            for (kind, _), (follows, _) in zip(self.tokens, self.tokens[1:], strict=False)
            if follows == "(" and is_word(kind) and kind not in KEYWORDS
        )
        bare = (kind.lower() for kind, _ in self.tokens if kind.lower() in NOW)
        return frozenset((*calls, *bare))

    @cached_property
    def constants(self) -> tuple[str, ...]:
        return tuple(unquoted(written) for kind, written in self.tokens if kind == "SCONST")

    @property
    def literal(self) -> str | None:
        tokens = self.tokens
        signed = len(tokens) == 2 and tokens[0][0] in {"-", "+"} and tokens[1][0] == "ICONST"
        if signed:
            return tokens[0][1].strip("+") + tokens[1][1]
        if len(tokens) != 1 or tokens[0][0] not in LITERALS:
            return None
        kind, written = tokens[0]
        return unquoted(written) if kind == "SCONST" else written

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(terms(self.tokens))

    @property
    def row_calls(self) -> frozenset[str]:
        return self.functions

    @property
    def tests_bits(self) -> bool:
        return any(kind in {"&", "|", "^"} for kind, _ in self.tokens)

    @property
    def volatility(self) -> str:
        if self.functions & VOLATILE:
            return "volatile"
        return "stable" if self.functions & STABLE else "constant"

    def renamed(self, old: str, new: str) -> Expression:
        places = {i for i, name in self._columns() if name.lower() == old.lower()}
        if not places:
            return self
        word = ("IDENT", "`" + new.replace("`", "``") + "`")
        return MySqlExpression([word if i in places else t for i, t in enumerate(self.tokens)])

    def with_type(self, old: Name, new: Name) -> Expression:  # noqa: ARG002 (there are no types to rename)
        return self

    def with_value(self, type_: Name, old: str, new: str, *, bare: bool) -> Expression:  # noqa: ARG002
        return self

    def drawing_from(self, sequence: Name) -> Expression:  # noqa: ARG002
        return self


def terms(tokens: Sequence[tuple[str, str]]) -> Iterator[Term]:
    """The conditions on single columns that AND joins."""
    part: list[tuple[str, str]] = []
    depth = 0
    for token in (*tokens, ("AND", "AND")):
        depth += (token[0] == "(") - (token[0] == ")")
        if depth == 0 and token[0] in {"OR", "||", "XOR", "BETWEEN"}:
            return
        if depth == 0 and token[0] == "AND":
            yield from term(part)
            part = []
        else:
            part.append(token)


def term(part: Sequence[tuple[str, str]]) -> Iterator[Term]:
    """What one of them says, if it is simple: a column, an operator, and a constant or another column."""
    if len(part) < 3 or not (part[0][0] == "IDENT" or is_word(part[0][0])):
        return
    column, words = part[0][1].strip("`"), tuple(kind for kind, _ in part[1:])
    if words in {("IS", "NULL"), ("IS", "NOT", "NULL"), ("IS", "TRUE"), ("IS", "FALSE")}:
        yield Term(column, " ".join(words).lower())
    elif words[0] == "IN" and words[-1] == ")":
        values = [MySqlExpression([t]).literal for t in part[3:-1] if t[0] != ","]
        if None not in values:
            yield Term(column, "in", tuple(v for v in values if v is not None))
    elif words[0] in COMPARISONS:
        value = MySqlExpression(part[2:]).literal
        if value is not None:
            yield Term(column, COMPARISONS[words[0]], (value,))
        elif len(part) == 3 and (part[2][0] == "IDENT" or is_word(part[2][0])):
            yield Term(column, COMPARISONS[words[0]], other=part[2][1].strip("`"))


COMPARISONS = {"=": "=", "<>": "<>", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def is_word(kind: str) -> bool:
    """Whether a token is an unquoted word."""
    return kind not in {"IDENT", "SCONST", "ICONST", "VARIABLE"} and (kind[0].isalpha() or kind[0] in "_$")


def spelled(kind: str, written: str) -> str:
    """One spelling for what may be written in several ways."""
    if kind == "IDENT":
        inner = written[1:-1].replace("``", "`")
        return inner if inner.isidentifier() and inner.upper() not in KEYWORDS else written
    return kind if kind in KEYWORDS else written


def expression(read: Reader, start: int, end: int) -> MySqlExpression:
    """The expression of the tokens from index `start` to `end`, without parentheses around the whole."""
    while end - start >= 2 and read.tokens[start].kind == "(" and closes(read, start) == end - 1:
        start, end = start + 1, end - 1
    return MySqlExpression([(t.kind, read.text(t)) for t in read.tokens[start:end]])


def closes(read: Reader, opening: int) -> int:
    """The index of the parenthesis that closes the one at this index."""
    depth = 0
    for i in range(opening, len(read.tokens)):
        depth += (read.tokens[i].kind == "(") - (read.tokens[i].kind == ")")
        if depth == 0:
            return i
    return len(read.tokens)


def grouped(read: Reader) -> MySqlExpression:
    """Read an expression in parentheses."""
    start = read.at
    read.parenthesised()
    return expression(read, start, read.at)


def value(read: Reader) -> MySqlExpression:
    """Read what may stand behind DEFAULT or ON UPDATE: a group, a literal with its sign, a word, or a call."""
    start = read.at
    if read.kind == "(":
        return grouped(read)
    if read.kind in {"-", "+"}:
        read.next()
    if read.next().kind == "SCONST":
        while read.accept("SCONST"):  # texts in a row are one
            pass
    if read.kind == "SCONST" and read.text(read.tokens[start]).startswith("_"):
        read.next()  # _utf8mb4'text'
    if read.accept("FOR") or read.accept("VALUE", "FOR"):  # NEXT VALUE FOR s
        read.accept("FOR")
        read.name()
    if read.kind == "(":
        read.parenthesised()
    return expression(read, start, read.at)

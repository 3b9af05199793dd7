"""Source texts, places in them, and edits to them.

Offsets inside the program are **UTF-8 byte offsets** into `Source.data`, because that is what the
parsers give and what costs nothing to keep. They become lines, columns and character offsets only
when a person or a report needs them (`Source.position`).
"""

from __future__ import annotations

import errno
import os
import sys
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

if TYPE_CHECKING:
    from array import array

LARGE = 1 << 20  # bytes; a longer text is not kept twice
FIRST_PIECE = 48  # bytes that most list elements end in
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Position(msgspec.Struct, frozen=True):
    """A place as people and reports count it: line and column from 1, offset from 0, in characters."""

    line: int
    column: int
    offset: int


class Token(msgspec.Struct, frozen=True):
    """One lexical token: byte offsets (end exclusive), and its kind in upper case (`ADD`, `IDENT`, `,`)."""

    start: int
    end: int
    kind: str


Tokenizer = Callable[["Source", int, int], Sequence[Token]]
ElementEnd = Callable[[bytes, int, int], int]
Tree = dict[str, Any]
Reparser = Callable[["Statement"], Tree]


class Again:
    """In place of a tree: it has been handed out (or never made); parse the text when it is asked for."""


AGAIN = Again()
ROOM = 128 * 1024  # bytes of text, as most migrations have: trees take thirty times as much


class Source:
    """One file's text. `path` is what the user is shown; `data` is the text in UTF-8, without a BOM.

    `damaged` is true when the bytes on disk are not this text in UTF-8: it is judged, never edited.
    `text` is made from `data` when it is asked for: in a seed file of 50 MB ask for `data` or a `slice`.
    """

    # no __slots__: cached_property needs a __dict__
    def __init__(self, path: str, text: str | bytes, *, damaged: bool = False, bom: bool = False) -> None:
        """`text` as bytes must be valid UTF-8."""
        self.path = path
        self.__dict__["text" if isinstance(text, str) else "data"] = text
        self.damaged = damaged
        self.bom = bom
        # set by whoever knows them: what the migration tool puts in the place of `${name}`, by those bytes
        self.placeholders: dict[bytes, bytes] = {}
        self.delimiter_above = False  # the tool takes DELIMITER with its word on the next line
        # set by the engine that parses this source:
        self.stand_ins: set[bytes] = set()  # placeholders whose values nobody knows
        self.tokenizer: Tokenizer | None = None
        self.element_end: ElementEnd | None = None  # of plain elements, without tokens; -1 for others
        self.reparser: Reparser | None = None
        self.passed_over: tuple[tuple[int, int], ...] = ()  # bulk data that no tree and no token shows, in order

    @classmethod
    def from_bytes(cls, path: str, raw: bytes) -> Source:
        """Decode `raw`: UTF-8, or UTF-16 with a byte order mark; broken bytes become U+FFFD."""
        for mark, encoding in BOMS:
            if raw.startswith(mark):
                text = raw[len(mark) :].decode(encoding, "replace")
                return cls(path, text, damaged=encoding != "utf-8" or "\ufffd" in text, bom=True)
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            return cls(path, raw.decode("utf-8", "replace"), damaged=True)
        if len(raw) > LARGE:
            return cls(path, raw)
        source = cls(path, text)
        source.__dict__["data"] = raw  # the same, already at hand
        return source

    @classmethod
    def read(cls, file: Path | str, shown_as: str = "", most: int = sys.maxsize) -> Source:
        """Read a file. Raises OSError, with EFBIG for a file of more than `most` bytes."""
        return cls.from_bytes(shown_as or Path(file).as_posix(), contents(file, most))

    @cached_property
    def data(self) -> bytes:
        return self.text.encode("utf-8", "replace")

    @cached_property
    def text(self) -> str:
        return self.data.decode()

    @cached_property
    def _line_starts(self) -> array[int]:
        from array import array

        starts = array("Q", [0])
        find, at = self.data.find, 0
        while (at := find(b"\n", at) + 1) > 0:
            starts.append(at)
        return starts

    @cached_property
    def _line_characters(self) -> list[int]:
        """The character offset where each line begins: one pass over the text, however many places are asked for."""
        counts = (len(self.data[a:b].decode("utf-8", "replace")) for a, b in pairwise(self._line_starts))
        return list(accumulate(counts, initial=0))

    @cached_property
    def _ascii(self) -> bool:
        return self.data.isascii()

    @cached_property
    def _lowered(self) -> bytes:
        return self.data.lower()

    def says(self, word: bytes, start: int, end: int) -> bool:
        """Whether this (in lower case) stands between two byte offsets, in whatever case."""
        if len(self.data) > LARGE:
            return word in self.data[start:end].lower()
        return self._lowered.find(word, start, end) >= 0

    def slice(self, start: int, end: int) -> str:
        """The text between two byte offsets."""
        return self.data[start:end].decode("utf-8", "replace")

    def excerpt(self, start: int, end: int) -> str:
        """The text between two byte offsets, with an ellipsis in place of bulk rows that were passed over."""
        parts = []
        for first, last in self.passed_over_between(start, end):
            parts += [self.slice(start, first), ", ..."]
            start = last
        return "".join([*parts, self.slice(start, end)])

    def passed_over_between(self, start: int, end: int) -> Sequence[tuple[int, int]]:
        """The stretches of bulk data that lie wholly between two byte offsets."""
        spans = self.passed_over
        if not spans:
            return ()
        first = bisect_left(spans, (start, 0))
        return spans[first : bisect_right(spans, (end, 0), lo=first)]

    def line_of(self, offset: int) -> int:
        """The line (from 1) of a byte offset."""
        return bisect_right(self._line_starts, offset)

    def line_start(self, line: int) -> int:
        """The byte offset where a line (from 1) begins."""
        return self._line_starts[line - 1]

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.data)
        return self.slice(starts[number - 1], end).rstrip("\r\n")

    @property
    def line_count(self) -> int:
        return len(self._line_starts)

    def position(self, offset: int) -> Position:
        """Line, column and character offset of a byte offset."""
        line = self.line_of(offset)
        start = self._line_starts[line - 1]
        if self._ascii:
            return Position(line, offset - start + 1, offset)
        column = len(self.data[start:offset].decode("utf-8", "replace")) + 1
        return Position(line, column, self._line_characters[line - 1] + column - 1)

    def tokens(self, start: int, end: int) -> Sequence[Token]:
        """The tokens (comments left out) between two byte offsets; empty when no engine has read this source."""
        return self.tokenizer(self, start, end) if self.tokenizer else ()

    def reading(self, start: int, end: int) -> Iterator[Token]:
        """The same one by one, for who needs the first few only: the text is read in pieces that grow.

        They are the same for a statement that parses; text that cannot be scanned as a whole may give more.
        """
        size = FIRST_PIECE
        while end - start > size and not self.passed_over:
            *whole, last = self.tokens(start, start + size) or (None,)
            yield from whole
            if last is not None:
                start = last.start  # it may go on behind the piece
            size *= 4
        yield from self.tokens(start, end)

    def __repr__(self) -> str:
        return f"Source({self.path!r})"


def contents(file: Path | str, most: int) -> bytes:
    """The bytes of a file. Raises OSError, with EFBIG for more than `most`.

    Files are read by the thousand, and what `open` makes around each costs more than reading it.
    """
    number = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(number).st_size
        if size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(file))
        parts = [os.read(number, size + 1)]  # one byte more, to see the end
        while parts[-1] and len(parts[-1]) != size:
            parts.append(os.read(number, size + 1))
    finally:
        os.close(number)
    return b"".join(parts)


class Span(msgspec.Struct, frozen=True):
    """A stretch of one source, in byte offsets, end exclusive."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.slice(self.start, self.end)

    @property
    def names(self) -> frozenset[str]:
        """The words that it says, in lower case and without the quotes around them."""
        text = self.source.slice
        return frozenset(text(t.start, t.end).strip('`"').lower() for t in self.source.tokens(self.start, self.end))


class Edit(msgspec.Struct, frozen=True):
    """Replace the text of `span` by `text`."""

    span: Span
    text: str


def apply_edits(source: Source, edits: Iterable[Edit]) -> str:
    """The text after `edits`, which must not overlap. Raises ValueError when they do."""
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        if edit.span.start < at:
            raise ValueError("edits overlap")
        parts += (source.data[at : edit.span.start], edit.text.encode())
        at = edit.span.end
    parts.append(source.data[at:])
    return b"".join(parts).decode()


class Statement:
    """One statement of a source: where it stands, and the engine's tree of it.

    `start` is the first byte of its first word, `end` the byte after its last (a semicolon is not part of it).
    `kind` is the engine's name of the statement node, `node` the tree below it (None when it did not parse,
    then `error` says why and `error_at` where).  `parent` is the statement whose body holds this one
    (DO blocks and routine bodies); `conditional` says that such a body may or may not run it, `guarded` that it
    runs unless its effect is there already (IF NOT EXISTS in procedural words), `looped` that it runs again and
    again.  `repeats` counts the statements
    of bulk data that follow, differ only in their values, and have no Statement of their own.
    """

    __slots__ = (
        "_tree",
        "conditional",
        "end",
        "error",
        "error_at",
        "guarded",
        "kind",
        "looped",
        "parent",
        "repeats",
        "source",
        "start",
    )
    _holding: ClassVar[list[Statement]] = []  # the statements whose trees are kept
    _room: ClassVar[int] = ROOM  # bytes of text whose trees may still be kept

    def __init__(  # noqa: PLR0913
        self,
        source: Source,
        start: int,
        end: int,
        kind: str = "",
        node: Tree | msgspec.Raw | Again | None = None,
        *,
        error: str | None = None,
        error_at: int = -1,
        parent: Statement | None = None,
        conditional: bool = False,
        guarded: bool = False,
        repeats: int = 0,
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.kind = kind
        self._tree = node
        self.error = error
        self.error_at = error_at
        self.parent = parent
        self.conditional = conditional
        self.guarded = guarded
        self.looped = False
        self.repeats = repeats

    @property
    def node(self) -> Tree | None:
        """The tree below the statement node; never to be changed.

        A tree is made when it is asked for and only the latest ones are kept: a history of 40,000 statements would
        fill 300 MB with trees that nobody reads twice.  Asking again is right, only slower: hold on to it while
        you work on it.
        """
        tree = self._tree
        if tree is None or type(tree) is dict:
            return tree
        made = decode_tree(tree) if isinstance(tree, msgspec.Raw) else self._reparsed()
        self._keep(made)
        return made

    def _keep(self, tree: Tree) -> None:
        """Keep a tree, and let the earlier ones go when they are too many."""
        if Statement._room < self.end - self.start:
            for statement in Statement._holding:
                statement._tree = AGAIN  # noqa: SLF001 (its own kind)
            Statement._holding.clear()
            Statement._room = ROOM
        self._tree = tree
        Statement._holding.append(self)
        Statement._room -= self.end - self.start

    def _reparsed(self) -> Tree:
        return self.source.reparser(self) if self.source.reparser else {}

    @property
    def text(self) -> str:
        """As written; bulk rows that were passed over are left out."""
        return self.source.excerpt(self.start, self.end)

    @property
    def span(self) -> Span:
        return Span(self.source, self.start, self.end)

    @property
    def indent(self) -> str:
        """The blanks before it on its line; empty where more stands there."""
        before = self.source.slice(self.source.line_start(self.source.line_of(self.start)), self.start)
        return "" if before.strip(" \t") else before

    def preceded_by(self, sql: str) -> Edit:
        """Another statement on a line of its own before it."""
        return Edit(Span(self.source, self.start, self.start), f"{sql};\n{self.indent}")

    def tokens(self) -> Sequence[Token]:
        return self.source.tokens(self.start, self.end)

    def says(self, word: bytes) -> bool:
        """Whether this (in lower case) stands in its text: what does not need not be looked for in its tree."""
        return self.source.says(word, self.start, self.end)

    def may_name(self, column: str) -> bool:
        """Whether its text may name a column, by itself or among all of a relation: else no tree need be made again."""
        return self.may_say(column) or self.says(b"*")

    def may_say(self, name: str) -> bool:
        """Whether a name may stand in its text, however it is written there."""
        return self.says(name.lower().encode()) or not name.isascii() or '"' in name or self.says(b'u&"')

    def word(self, *kinds: str, after: int = -1) -> Span | None:
        """The span of the first run of tokens of these kinds, at or after a byte offset: `word("INDEX")`."""
        run: deque[Token] = deque(maxlen=len(kinds))
        for token in self.source.reading(self.start, self.end):
            if token.start >= after:
                run.append(token)
                if token.kind == kinds[-1] and tuple(t.kind for t in run) == kinds:
                    return Span(self.source, run[0].start, token.end)
        return None

    def element(self, offset: int) -> Span:
        """The list element that begins at byte `offset`: up to the next comma or closing parenthesis on its level.

        Columns and constraints of CREATE TABLE, and the actions of ALTER TABLE, are such elements.
        """
        source = self.source
        if offset <= self.start:
            return self.span
        if source.element_end is not None and not source.passed_over:
            end = source.element_end(source.data, offset, self.end)
            if end >= 0:
                return Span(source, offset, end)
        depth, end = 0, self.end
        last = offset
        for token in source.reading(offset, self.end):
            if token.kind in "([":
                depth += 1
            elif token.kind in ")]":
                depth -= 1
            if depth < 0 or (depth == 0 and token.kind in ",;"):
                end = last
                break
            last = token.end
        return Span(source, offset, max(min(end, last), offset))

    def __repr__(self) -> str:
        return f"Statement({self.source.path!r}, {self.text[:60]!r})"


def decode_tree(tree: msgspec.Raw | bytes | str) -> Tree:
    """A tree from its JSON. The decoder counts its levels together with Python's calls, so a deep tree, whose depth
    has been judged already when its statement was read, may need more room here.
    """
    try:
        return _tree_decoder.decode(tree)
    except RecursionError:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(limit * 2)
        try:
            return _tree_decoder.decode(tree)
        finally:
            sys.setrecursionlimit(limit)


_tree_decoder: msgspec.json.Decoder[Tree] = msgspec.json.Decoder(Tree)


class Origin(msgspec.Struct, frozen=True):
    """Where an object was written: its statement, and the byte offset of its element (-1: the whole statement)."""

    statement: Statement
    offset: int = -1

    @property
    def span(self) -> Span:
        return self.statement.element(self.offset)

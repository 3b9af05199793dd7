"""Commands as data: which options and arguments a command has, and what a plain command line says.

Importing click and building its objects takes as long as linting a small file, and a person waits for both. So what
is written as it is on every help page is read here; everything else (help, completion, what is wrong or rare) is left
to click, which reads the same declarations (`commands.py`). What is understood here means the same to both, and a
test holds that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dbarch_lint.errors import did_you_mean


class Kind:
    """What the value of a parameter may be. `name` is what click calls it."""

    name = "text"

    def read(self, text: str) -> Any:
        """The value that the text means. Raises ValueError, which may say why it means none."""
        return text

    def complete(self, incomplete: str) -> list[str]:  # noqa: ARG002 - others do complete
        """What the text may become."""
        return []


class Choice(Kind):
    """One of a few words."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    def read(self, text: str) -> str:
        if text not in self.words:
            raise ValueError
        return text


class Words(Kind):
    """A list of words with commas between them."""

    name = "words"

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(word.strip() for word in text.split(",") if word.strip())

    def complete(self, incomplete: str) -> list[str]:
        """The rules and families that the last word may become."""
        before, comma, word = incomplete.rpartition(",")
        return [f"{before}{comma}{name}" for name in _rule_words(word)]


class RuleWord(Kind):
    """The code or name of a rule, or something else."""

    name = "rule"

    def complete(self, incomplete: str) -> list[str]:
        """The rules that the word may become."""
        return _rule_words(incomplete)


class Copy(Kind):
    """FORMAT=FILE."""

    name = "copy"

    def __init__(self, formats: tuple[str, ...]) -> None:
        self.formats = formats

    def read(self, text: str) -> tuple[str, str]:
        form, sign, file = text.partition("=")
        if form not in self.formats or not file:
            hint = did_you_mean(form, self.formats) if sign else ""
            raise ValueError(f"{text!r} is not FORMAT=FILE, such as sarif=dbarch.sarif{hint}")
        return form, file


class ForClick(Kind):
    """A kind so rare that click alone reads it."""

    def read(self, text: str) -> Any:  # noqa: ARG002 - as above
        raise ValueError


TEXT, PATH, WORDS, RULE = Kind(), Kind(), Words(), RuleWord()
FOLDER, NATURAL = ForClick(), ForClick()


def _rule_words(word: str) -> list[str]:
    """What the rules that come with the program are called (codes, names, families), as far as it begins so."""
    from dbarch_lint.packs import load_rules, words

    return [name for name in sorted(words(load_rules())) if name.startswith(word)]


class Parameter:
    """An option (its names begin with a dash) or an argument. `said` is the rest, in click's words."""

    def __init__(self, names: tuple[str, ...], kind: Kind, said: dict[str, Any]) -> None:
        self.names = names
        self.kind = kind
        self.said = said

    @property
    def is_option(self) -> bool:
        return self.names[-1].startswith("-") or self.names[0].startswith("-")

    @property
    def key(self) -> str:
        """The name of its value."""
        plain = [name for name in self.names if not name.startswith("-")]
        return plain[0] if plain else self.names[-1].partition("/")[0].lstrip("-").replace("-", "_")

    @property
    def is_flag(self) -> bool:
        return "is_flag" in self.said or any("/" in name for name in self.names)

    def spellings(self) -> Iterator[tuple[str, bool]]:
        """The words that give the option, and what each of them means for a flag."""
        for name in self.names:
            if name.startswith("-"):
                on, _, off = name.partition("/")
                yield on, True
                if off:
                    yield off, False

    def default(self) -> Any:
        """The value when nothing is said."""
        many = "multiple" in self.said or self.said.get("nargs") == -1
        return self.said.get("default", () if many else False if "is_flag" in self.said else None)


def option(*names: str, kind: Kind = TEXT, **said: Any) -> Parameter:
    """An option, declared as click's decorator of this name does it."""
    return Parameter(names, kind, said)


def argument(name: str, *, kind: Kind = TEXT, **said: Any) -> Parameter:
    """An argument, declared as click's decorator of this name does it."""
    return Parameter((name,), kind, said)


class Command:
    """A function with the parameters that it is called with."""

    def __init__(self, function: Callable[..., int | None], parameters: Sequence[Parameter]) -> None:
        self.function = function
        self.parameters = parameters

    def read(self, words: Sequence[str]) -> dict[str, Any] | None:
        """The values that a plain command line gives, by name; None: ask click."""
        try:
            return self._read(words)
        except (ValueError, KeyError, StopIteration):
            return None

    def _read(self, words: Sequence[str]) -> dict[str, Any]:
        values = {parameter.key: parameter.default() for parameter in self.parameters}
        spelled = {word: (p, on) for p in self.parameters if p.is_option for word, on in p.spellings()}
        left: list[str] = []
        coming = iter(words)
        for word in coming:
            if word == "-" or not word.startswith("-"):
                left.append(word)
                continue
            name, sign, text = word.partition("=")
            found, on = spelled[name]
            if sign and (found.is_flag or not name.startswith("--")):
                raise ValueError
            if not found.is_flag and not sign:
                text = next(coming)
            values[found.key] = on if found.is_flag else self._value(found, text, values[found.key])
        for parameter in self.parameters:
            if not parameter.is_option:
                left = self._fill(parameter, left, values)
        if left:
            raise ValueError
        return values

    @staticmethod
    def _value(found: Parameter, text: str, before: Any) -> Any:
        if text.startswith("-") or "nargs" in found.said:
            raise ValueError
        value = found.kind.read(text)
        return (*before, value) if "multiple" in found.said else value

    @staticmethod
    def _fill(parameter: Parameter, words: list[str], values: dict[str, Any]) -> list[str]:
        """Give an argument its words, and return the words that are left."""
        if parameter.said.get("nargs") == -1:
            values[parameter.key] = tuple(parameter.kind.read(word) for word in words)
            return []
        if words:
            values[parameter.key] = parameter.kind.read(words[0])
        elif parameter.said.get("required", "default" not in parameter.said):
            raise ValueError
        return words[1:]


def command(*parameters: Parameter) -> Callable[[Callable[..., int | None]], Command]:
    """Make a function a command; what it takes is declared in the order in which --help tells it."""
    return lambda function: Command(function, parameters)

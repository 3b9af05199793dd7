"""A rule's two files: the page, of which the front matter is read, and the function beside it, imported on demand.

Rules are loaded by path, because in a checkout they lie beside the package and in an installation inside it, and
because a third party's pack is a folder and not always a Python package.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation of the structs that it reads.
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, TypeAlias, TypeVar

import msgspec

from dbarch_lint import front_matter
from dbarch_lint.errors import ConfigError
from dbarch_lint.findings import Confidence, Profile, Severity
from dbarch_lint.names import FAMILY, VARIANTS
from dbarch_lint.regex import regex
from dbarch_lint.weighing import CERTAIN, Sign

T = TypeVar("T")
Check: TypeAlias = Callable[..., Iterable[Any]]
OptionValue: TypeAlias = "bool | int | float | str | tuple[str, ...]"

CODE = regex(r"([A-Z]+)([0-9]{3})\Z")


class PackError(ConfigError):
    """A rule pack cannot be used. Says the file, the line where one is known, and what to change."""


class OptionSpec(msgspec.Struct, frozen=True):
    """One option of a rule: its default, its type as the signature spells it, and what it does in a sentence."""

    default: OptionValue
    type: str
    sentence: str


class Family(msgspec.Struct, frozen=True):
    """A folder of a pack: the letters that its codes begin with, and what its rules are about in a sentence."""

    prefix: str
    summary: str


class Pack(msgspec.Struct, frozen=True):
    """A folder of rules. `codes` are the prefixes of rules that lie outside a listed family."""

    name: str
    folder: Path
    families: dict[str, Family]
    codes: tuple[str, ...] = ()

    def prefixes(self, family: str) -> tuple[str, ...]:
        """The code prefixes that a rule of this family may have."""
        known = self.families.get(family)
        return (known.prefix,) if known else self.codes


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule as its page describes it. The code beside it is imported when `check` or `subjects` is asked for."""

    code: str
    name: str
    family: str
    summary: str
    severity: Severity
    confidence: Confidence
    profile: Profile
    engines: tuple[str, ...]
    not_for: tuple[str, ...] = ()  # engines that are like one of them in other things
    since: str
    place: str  # the path of its page: text, because making and hashing hundreds of `Path` is felt
    pack: str
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    options: dict[str, OptionSpec] = {}
    emitted_by: Literal["", "pipeline", "history"] = ""
    listens: tuple[str, ...] = ()  # what its signature names, where that is plain to see
    evidence: dict[str, Sign] = {}
    threshold: int = 0  # points of evidence from which the rule speaks

    def serves(self, engine: str) -> bool:
        """Whether it is about this engine, or one that this engine is like."""
        variant = engine in VARIANTS and FAMILY[engine] in self.engines
        return engine in self.engines or (variant and engine not in self.not_for)

    @property
    def page(self) -> Path:
        """Where its page stands."""
        return Path(self.place)

    @property
    def file(self) -> Path:
        """Where the rule's function stands."""
        return self.page.with_suffix(".py")

    @property
    def check(self) -> Check:
        """The function `check(subject, ctx, *, options)`; it yields problems."""
        return _code_of(self)[0]

    @property
    def subjects(self) -> tuple[type, ...]:
        """The classes that the rule wants to see."""
        return _from_api(self.listens) or _code_of(self)[1]

    @property
    def manual(self) -> str:
        """The page as a person reads it: without its front matter, and without `## Cases`."""
        return re.split(r"(?m)^## Cases[ \t]*$", split_page(self.page)[1], maxsplit=1)[0].strip() + "\n"

    def __hash__(self) -> int:
        return hash(self.place)


# A signature that names its subjects plainly: then nobody has to import the rule to know who it listens to.
SIGNATURE = regex(r"^def check\(\w+: (\w+(?: \| \w+)*), (?:ctx|_): Context", re.MULTILINE)


def _listens(file: Path) -> tuple[str, ...]:
    """The names of the subjects in a rule's signature; none where they are not plain to see."""
    found = SIGNATURE.search(read(file, "cannot read the rule"))
    return tuple(found[1].split(" | ")) if found else ()


def _from_api(names: tuple[str, ...]) -> tuple[type, ...]:
    """The classes of the API with these names; none where one of them is something else."""
    from dbarch_lint import api

    found = [getattr(api, name, None) for name in names]
    classes = tuple(c for c in found if isinstance(c, type))
    return classes if len(classes) == len(found) else ()


class _OptionText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    default: bool | int | float | str | list[str]
    summary: str


class _FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    code: str
    summary: str
    severity: Literal["info", "warning", "error"]
    confidence: Confidence
    profile: Profile
    engines: tuple[str, ...]
    since: str | float  # YAML takes 1.0 for a number
    not_for: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    options: dict[str, _OptionText] = {}
    aliases: tuple[str, ...] = ()
    emitted_by: Literal["", "pipeline", "history"] = ""
    evidence: dict[str, Sign] = {}
    threshold: int | None = None


def split_page(page: Path) -> tuple[str, str, int]:
    """A page's front matter, its text, and the line on which that text begins. Raises PackError."""
    text = read(page, "cannot read the page").replace("\r\n", "\n")
    end = text.find("\n---\n", 3)
    if not text.startswith("---\n") or end < 0:
        raise PackError("a page begins with front matter between two lines of ---", file=str(page), line=1)
    return text[4:end], text[end + 5 :], text.count("\n", 0, end + 5) + 1


def read_rule(pack: Pack, family: str, page: Path, *, has_code: bool) -> Rule:
    """Read a rule's page and check that it fits its folder. Raises PackError."""
    said = convert(split_page(page)[0], _FrontMatter, page, first_line=2)
    rule = Rule(
        code=said.code,
        name=page.stem.replace("_", "-"),
        family=family,
        summary=said.summary,
        severity=Severity[said.severity.upper()],
        confidence=said.confidence,
        profile=said.profile,
        engines=said.engines,
        not_for=said.not_for,
        since=str(said.since),
        place=str(page),
        pack=pack.name,
        aliases=said.aliases,
        sources=said.sources,
        options={name: _option_spec(option) for name, option in said.options.items()},
        emitted_by=said.emitted_by,
        listens=_listens(page.with_suffix(".py")) if has_code else (),
        evidence=said.evidence,
        threshold=said.threshold or 0,
    )
    _check_weights(said, page)
    code, prefixes = CODE.match(rule.code), pack.prefixes(family)
    if code is None or code[1] not in prefixes:
        wanted = " or ".join(f"{prefix}101" for prefix in prefixes)
        raise PackError(f"code {rule.code!r} does not fit its folder; write one like {wanted}", file=str(page), line=2)
    if has_code == bool(rule.emitted_by):
        what = "needs no .py file" if has_code else f"lacks its function: write {page.stem}.py beside the page"
        raise PackError(f"rule {rule.name} {what}", file=str(page), line=1)
    return rule


def _check_weights(said: _FrontMatter, page: Path) -> None:
    """A rule that weighs evidence has a threshold, which its signs can reach; any other has none."""
    reached = sum(max(0, sign.weight) for sign in said.evidence.values())
    wrong = ""
    if (said.threshold is None) == bool(said.evidence):
        wrong = "`evidence` and `threshold` come together"
    elif any(not 0 < abs(sign.weight) <= CERTAIN for sign in said.evidence.values()):
        wrong = f"a weight is between 1 and {CERTAIN} points, or between -{CERTAIN} and -1"
    elif said.threshold is not None and not 0 < said.threshold <= min(reached, CERTAIN):
        wrong = f"the threshold is between 1 and the {min(reached, CERTAIN)} points that the evidence can reach"
    if wrong:
        raise PackError(wrong, file=str(page), line=1)


def _option_spec(option: _OptionText) -> OptionSpec:
    if isinstance(option.default, list):
        return OptionSpec(tuple(option.default), "tuple[str, ...]", option.summary)
    return OptionSpec(option.default, type(option.default).__name__, option.summary)


def read(file: Path, otherwise: str) -> str:
    """A file's text; PackError says `otherwise` when there is none."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise PackError(f"{otherwise} ({reason})", file=str(file)) from error


def convert(text: str, into: type[T], file: Path, *, first_line: int) -> T:
    """YAML text as a struct; what is wrong with it becomes a PackError with the line."""
    said = front_matter.read(text)
    try:
        return msgspec.convert(_yaml(text, file, first_line) if said is None else said, into)
    except msgspec.ValidationError as error:
        key = re.search(r"`\$?\.?([\w-]+)", str(error).rpartition(" at ")[2] or str(error))
        at = re.search(rf"(?m)^{re.escape(key[1])}\s*:", text) if key else None
        line = text.count("\n", 0, at.start()) + first_line if at else first_line
        raise PackError(f"{error}", file=str(file), line=line) from error


def _yaml(text: str, file: Path, first_line: int) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is six times faster, and not built everywhere
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are the safe ones
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + first_line if mark else first_line
        problem = getattr(error, "problem", None) or error
        raise PackError(f"not valid YAML: {problem}", file=str(file), line=line) from error


# ---- code ----------------------------------------------------------------------------------------------------------


@cache
def _code_of(rule: Rule) -> tuple[Check, tuple[type, ...]]:
    """Import a rule's module: its function, and what that wants to see. Raises PackError."""
    if rule.emitted_by:
        return _says_nothing, ()
    module = _import(rule)
    check = getattr(module, "check", None)
    if not callable(check) or not hasattr(check, "__code__"):
        raise PackError("a rule's file defines one function: def check(subject, ctx)", file=str(rule.file), line=1)
    code = check.__code__
    line = code.co_firstlineno
    if code.co_argcount != 2:
        raise PackError(
            "check takes a subject and a context: def check(op: CreateIndex, ctx: Context)",
            file=str(rule.file),
            line=line,
        )
    annotation = _annotations(check).get(code.co_varnames[0])
    named = _classes(annotation, vars(module))
    subjects = tuple(dict.fromkeys(c for c in named if isinstance(c, type)))
    if not subjects or len(subjects) < len(set(named)):
        raise PackError(
            f"the first parameter of check must be annotated with a class or a union of classes, not {annotation!r}",
            file=str(rule.file),
            line=line,
        )
    _compare_options(rule, check)
    return check, subjects


def _says_nothing(*_: object) -> tuple[()]:
    return ()


def _import(rule: Rule) -> ModuleType:
    from importlib.machinery import SourceFileLoader

    name = f"dbarch_lint_rules.{rule.pack}.{rule.code}_{rule.name.replace('-', '_')}"
    module = ModuleType(name)
    module.__file__ = file = str(rule.file)
    sys.modules[name] = module  # typing and dataclasses look a class's module up there
    try:
        SourceFileLoader(name, file).exec_module(module)
    except Exception as error:
        del sys.modules[name]
        trace, line = error.__traceback__, getattr(error, "lineno", None) or 0
        while trace:
            if trace.tb_frame.f_code.co_filename == file:
                line = trace.tb_lineno
            trace = trace.tb_next
        raise PackError(f"cannot be imported: {type(error).__name__}: {error}", file=file, line=line) from error
    return module


def _classes(annotation: object, scope: Mapping[str, object]) -> list[object]:
    """The classes of an annotation, which may be text, a class, a union, or a name for one of these."""
    if isinstance(annotation, str):
        return [c for word in annotation.split("|") for c in _classes(_lookup(word.strip(), scope), scope)]
    if isinstance(annotation, type):
        return [annotation]
    parts = getattr(annotation, "__args__", None) or [getattr(annotation, "__value__", None)]
    return [c for part in parts if part is not None for c in _classes(part, scope)]


def _lookup(dotted: str, scope: Mapping[str, object]) -> object:
    first, *rest = dotted.strip("\"'").split(".")
    value = scope.get(first)
    for word in rest:
        value = getattr(value, word, None)
    return value


def _compare_options(rule: Rule, check: Check) -> None:
    """The signature and the page must say the same about every option."""
    code = check.__code__
    defaults: dict[str, object] = getattr(check, "__kwdefaults__", None) or {}
    annotations = _annotations(check)
    names = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    signature = {name: (_spelled(annotations.get(name)), defaults.get(name)) for name in names}
    page = {name: (spec.type, spec.default) for name, spec in rule.options.items()}
    for name in {**signature, **page}:
        if name not in page:
            wrong = "is in the signature but not on the page: add it under `options` in the front matter"
        elif name not in signature:
            wrong = "is on the page but not a keyword-only parameter of check"
        elif signature[name] != page[name]:
            (type_, default), (page_type, page_default) = signature[name], page[name]
            wrong = f"is `{type_} = {default!r}` in the signature but `{page_type} = {page_default!r}` on the page"
        else:
            continue
        raise PackError(f"option {name!r} {wrong}", file=str(rule.file), line=code.co_firstlineno)


def _annotations(check: Check) -> dict[str, object]:
    try:
        return dict(check.__annotations__)
    except NameError:  # Python 3.14 evaluates them only now, and one names something that is not there
        return {}


def _spelled(annotation: object) -> str:
    text = annotation.__name__ if type(annotation) is type else str(annotation)
    return text.strip("\"'")

"""Rule packs: find them, choose the rules to run, and dispatch to them by type.

A pack is a folder with a `pack.yaml`; a rule in it is a page `<hazard>.md` and a function `check` in `<hazard>.py`.
A rule's code is imported when the rule is going to run: `explain` and `rules` import none of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from dbarch_lint import shelf
from dbarch_lint.errors import ConfigError, UsageError, did_you_mean
from dbarch_lint.findings import Problem, Profile, Severity
from dbarch_lint.pages import (
    CODE,
    Check,
    Family,
    OptionSpec,
    OptionValue,
    Pack,
    PackError,
    Rule,
    convert,
    read,
    read_rule,
)
from dbarch_lint.regex import regex
from dbarch_lint.weighing import CERTAIN, Weighed, weigh

__all__ = [
    "BoundRule",
    "Family",
    "OptionSpec",
    "Pack",
    "PackError",
    "Rule",
    "Ruleset",
    "core_pack",
    "find",
    "find_pack",
    "load_pack",
    "load_rules",
    "matching",
    "pack_rules",
    "select",
    "words",
]

MARKER = "pack.yaml"
COVERAGE = "coverage"  # a folder of data, not of rules: dbarch_lint/coverage.py
PAGE_NAME = regex(r"[a-z][a-z0-9_]*\.(md|py)\Z")
SELECTOR = regex(r"([A-Z]+)([0-9]*)\Z")
# Who hears a rule: a profile hears its own rules and those of the profiles before it.
PROFILES: tuple[Profile, ...] = ("default", "strict", "audit")
# What an option may be: the annotation in the signature, and the words for it in an error message.
OPTION_TYPES: dict[str, str] = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "tuple[str, ...]": "a list of texts",
}


SETTINGS = frozenset({"severity", "threshold"})  # what can be set of every rule; all else are its own options


class BoundRule(msgspec.Struct, frozen=True):
    """A rule ready to run: options filled in, severity and threshold decided."""

    rule: Rule
    check: Check
    severity: Severity
    threshold: int = 0  # points of evidence from which the rule speaks, where it weighs any

    def tells(self, problem: Problem) -> bool:
        """Whether the evidence of a problem is enough, or it needs none."""
        found = self.weighed(problem)
        return found is None or found.enough

    def weighed(self, problem: Problem) -> Weighed | None:
        """The evidence of a problem, where its rule weighs any. Raises PackError."""
        try:
            return weigh(self.rule.evidence, self.threshold, problem)
        except KeyError as error:
            message = f"the rule saw {error}, which is not among the evidence on its page"
            raise PackError(message, file=str(self.rule.file)) from None


# ---- finding and reading packs -------------------------------------------------------------------------------------


def core_pack() -> Path:
    """The folder of the rules that come with the program."""
    here = Path(__file__).parent
    for folder in (here / "rules", here.parent / "rules"):  # in a wheel, in a checkout
        if (folder / MARKER).is_file():  # a folder `rules` in site-packages may be somebody else's
            return folder
    raise PackError(f"this installation has no core rules (no rules/{MARKER} beside {here}); install dbarch-lint again")


class _PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    families: dict[str, Family] = {}
    codes: tuple[str, ...] = ()


def load_pack(folder: Path) -> Pack:
    """Read a pack's `pack.yaml`. Raises PackError."""
    file = folder / MARKER
    text = read(file, f"not a rule pack: there is no readable {MARKER}")
    said = convert(text, _PackFile, file, first_line=1)
    if not said.families and not said.codes:
        raise PackError("say `codes: [ABC]` or list `families`, so that codes can be checked", file=str(file), line=1)
    return Pack(said.name, folder, said.families, said.codes)


def find_pack(name: str, base: Path) -> Path:
    """The folder of a pack named in the configuration: a path (seen from `base`), or an installed package."""
    for folder in (base / name, base / name / "rules"):
        if (folder / MARKER).is_file():
            return folder
    if name.isidentifier():
        from importlib.util import find_spec

        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            spec = None
        for place in (spec and spec.submodule_search_locations) or ():
            for folder in (Path(place), Path(place, "rules")):
                if (folder / MARKER).is_file():
                    return folder
    raise PackError(
        f"no rule pack {name!r}: neither a folder with a {MARKER} (seen from {base}) nor an installed package with one",
        path=("packs",),
    )


def load_rules(packs: Sequence[str] = (), base: Path | None = None) -> list[Rule]:
    """The rules of the core pack and of the configured ones, in the order of their codes. Raises PackError."""
    folders = [core_pack(), *(find_pack(name, base or Path.cwd()) for name in packs)]
    rules = [rule for folder in dict.fromkeys(f.resolve() for f in folders) for rule in _rules_in(folder)]
    refuse_duplicates(rules)
    return sorted(rules, key=lambda rule: rule.code)


def _rules_in(folder: Path) -> list[Rule]:
    """The rules of the pack in a folder: as they were read last time, where nothing has changed since."""
    listing = _listing(folder)
    rules = shelf.take(folder, listing)
    if rules is None:
        rules = pack_rules(load_pack(folder), listing)
        shelf.put(folder, listing, rules)
    return rules


def pack_rules(pack: Pack, listing: shelf.Listing | None = None) -> list[Rule]:
    """The rules of one pack, read from their pages. Raises PackError."""
    rules = []
    for name_in_pack, files in (listing or _listing(pack.folder)).items():
        family, folder = _family(pack, name_in_pack)
        names = sorted(name for name in files if name != MARKER)
        pages = {name[:-3] for name in names if name.endswith(".md")}
        code = {name[:-3] for name in names if name.endswith(".py")}
        for orphan in sorted(code - pages):
            raise PackError(f"a rule needs its page: write {orphan}.md beside it", file=str(folder / f"{orphan}.py"))
        rules += [read_rule(pack, family, folder / f"{name}.md", has_code=name in code) for name in sorted(pages)]
    return rules


def _listing(folder: Path) -> shelf.Listing:
    """The folders of a pack and the files in them that make rules. Raises PackError."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        raise PackError(f"the pack cannot be read ({error.strerror})", file=str(folder)) from error
    listing = {"": _stamps(entries)}
    for entry in entries:
        if entry.is_dir() and entry.name[0] not in "._" and entry.name != COVERAGE:
            with os.scandir(entry.path) as found:
                listing[entry.name] = _stamps(found)
    return listing


def _stamps(entries: Iterable[os.DirEntry[str]]) -> dict[str, tuple[int, int]]:
    files = [e for e in entries if (PAGE_NAME.match(e.name) or e.name == MARKER) and e.is_file()]
    return {e.name: (s.st_mtime_ns, s.st_size) for e in files for s in (e.stat(),)}


def _family(pack: Pack, name: str) -> tuple[str, Path]:
    """The family of the rules in a folder of the pack, and that folder."""
    if name and name not in pack.families and not pack.codes:
        raise PackError(f"folder {name!r} is not listed under families", file=str(pack.folder / MARKER), line=1)
    return name or pack.name, pack.folder / name


def refuse_duplicates(rules: Iterable[Rule]) -> None:
    """Raise PackError when two rules share a code, a name or an alias."""
    taken: dict[str, Rule] = {}
    for rule in rules:
        for word in (rule.code, rule.name, *rule.aliases):
            other = taken.setdefault(word, rule)
            if other is not rule:
                raise PackError(
                    f"{word!r} already belongs to {other.page}; choose another", file=str(rule.page), line=2
                )


# ---- selection -----------------------------------------------------------------------------------------------------


def words(rules: Iterable[Rule]) -> list[str]:
    """Every word that selects something: codes, prefixes, names, aliases, families, ALL."""
    found = [w for r in rules for w in (r.code, r.name, *r.aliases, r.family, r.code.rstrip("0123456789"))]
    return list(dict.fromkeys([*found, "ALL"]))


def find(rules: Iterable[Rule], word: str) -> Rule | None:
    """The one rule with this code, name or alias."""
    return next((r for r in rules if word in (r.name, *r.aliases) or word.upper() in (r.code, *r.aliases)), None)


def matching(rules: Iterable[Rule], word: str) -> tuple[int, list[Rule]]:
    """The rules that a selector means, and how exactly it means them (0: ALL, more for a longer prefix)."""
    rules = list(rules)
    if word == "ALL":
        return 0, rules
    one = find(rules, word)
    if one is not None:
        return 9, [one]
    prefix = SELECTOR.match(word)
    if prefix is not None:
        found = [r for r in rules if (c := CODE.match(r.code)) and c[1] == prefix[1] and c[2].startswith(prefix[2])]
        return 1 + len(prefix[2]), found
    return 1, [r for r in rules if r.family in (word, word.replace("-", "_"))]


def select(
    rules: Sequence[Rule],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    profile: str = "default",
    engine: str | None = None,
) -> list[Rule]:
    """The rules to run.

    Without `select`: all of the profile. What `select` or `extend_select` means runs whatever its profile. The more
    exact selector wins, and `ignore` when they tie.
    Raises UsageError for a selector that means nothing.
    """
    heard = set(PROFILES[: PROFILES.index(profile) + 1]) if profile in PROFILES else _refuse_profile(profile)
    wanted = {r.code: 0 for r in rules if not select and r.profile in heard}
    for key, word in (*(("select", w) for w in select), *(("extend-select", w) for w in extend_select)):
        exactness, found = _meant(rules, word, key)
        wanted.update({r.code: max(wanted.get(r.code, 0), exactness) for r in found})
    unwanted: dict[str, int] = {}
    for word in ignore:
        exactness, found = _meant(rules, word, "ignore")
        unwanted.update({r.code: max(unwanted.get(r.code, 0), exactness) for r in found})
    kept = [r for r in rules if r.code in wanted and wanted[r.code] > unwanted.get(r.code, -1)]
    return kept if engine is None else [r for r in kept if r.serves(engine)]


def _meant(rules: Sequence[Rule], word: str, key: str) -> tuple[int, list[Rule]]:
    exactness, found = matching(rules, word)
    if not found:
        hint = did_you_mean(word, words(rules)) or "; `dbarch-lint rules` lists them"
        raise UsageError(f"no rule, family or code prefix is called {word!r}{hint}", key=key)
    return exactness, found


def _refuse_profile(profile: str) -> set[Profile]:
    raise UsageError(f"no profile is called {profile!r}; profiles are {', '.join(PROFILES)}")


# ---- dispatch ------------------------------------------------------------------------------------------------------


class Ruleset:
    """Rules ready to run. `by_type[type(op)]` are the rules that want to see `op`; look up with `.get(..., ())`.

    `settings` come from the configuration: `{code or name: {"severity": "warning", option: value}}`.
    `known` are all rules there are, so that settings for a rule that is not selected are still understood.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        settings: Mapping[str, Mapping[str, object]] | None = None,
        *,
        known: Sequence[Rule] | None = None,
    ) -> None:
        self.rules = tuple(rules)
        self.known = tuple(self.rules if known is None else known)
        values = self._by_code(settings or {})
        bound = {rule.code: _bind(rule, values.get(rule.code, {})) for rule in self.rules}
        self.by_code: dict[str, BoundRule] = bound
        self.by_type = _dispatch(bound.values())
        self._seeing: dict[type, tuple[BoundRule, ...]] = {}

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def serving(self, engine: str) -> Ruleset:
        """The same without the rules that are not about this engine."""
        own = Ruleset((), known=self.known)
        own.rules = tuple(rule for rule in self.rules if rule.serves(engine))
        own.by_code = {code: bound for code, bound in self.by_code.items() if bound.rule.serves(engine)}
        seen = {subject: [b for b in found if b.rule.serves(engine)] for subject, found in self.by_type.items()}
        own.by_type = {subject: tuple(found) for subject, found in seen.items() if found}
        return own

    def seeing(self, subject: type) -> tuple[BoundRule, ...]:
        """The rules that want to see such a subject, their code imported."""
        found = self._seeing.get(subject)
        if found is None:
            found = self._seeing[subject] = tuple([_imported(b) for b in self.by_type.get(subject, ())])
        return found

    def get(self, code: str) -> BoundRule | None:
        """The rule with this code, when it is to run."""
        return self.by_code.get(code)

    def _by_code(self, settings: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = {}
        for word, values in settings.items():
            rule = find(self.known, word)
            if rule is None:
                hint = did_you_mean(word, [w for r in self.known for w in (r.code, r.name)])
                raise ConfigError(f"settings for {word!r}, but no rule is called that{hint}", path=("rules", word))
            merged = found.setdefault(rule.code, {})
            merged.update({key.replace("-", "_"): value for key, value in values.items()})
            try:
                _severity(rule, merged)
                _threshold(rule, merged)
                _options(rule, merged)
            except ConfigError as error:
                error.path = ("rules", word, *error.path)
                raise
        return found


def _bind(rule: Rule, values: Mapping[str, object]) -> BoundRule:
    return BoundRule(rule, _Deferred(rule, _options(rule, values)), _severity(rule, values), _threshold(rule, values))


class _Deferred:
    """A rule's function with its options, imported at the first call: most runs meet the subjects of few rules."""

    __slots__ = ("function", "options", "rule")

    def __init__(self, rule: Rule, options: Mapping[str, OptionValue]) -> None:
        self.rule = rule
        self.options = options
        self.function: Check | None = None

    def imported(self) -> Check:
        """The function itself."""
        if self.function is None:
            self.function = partial(self.rule.check, **self.options) if self.options else self.rule.check
        return self.function

    def __call__(self, subject: Any, context: Any) -> Iterable[Any]:
        return self.imported()(subject, context)


def _imported(bound: BoundRule) -> BoundRule:
    """A rule without the detour of the first call."""
    check = bound.check
    return msgspec.structs.replace(bound, check=check.imported()) if isinstance(check, _Deferred) else bound


def _severity(rule: Rule, values: Mapping[str, object]) -> Severity:
    word = values.get("severity")
    if word is None:
        return rule.severity
    names = [str(s) for s in Severity]
    if word not in names:
        raise ConfigError(f"severity of {rule.name} is {word!r}; it can be {', '.join(names)}", path=["severity"])
    return Severity[str(word).upper()]


def _threshold(rule: Rule, values: Mapping[str, object]) -> int:
    points = values.get("threshold")
    if points is None:
        return rule.threshold
    if not rule.evidence:
        raise ConfigError(f"{rule.name} weighs no evidence, so it has no threshold", path=["threshold"])
    if type(points) is not int or not 0 <= points <= CERTAIN:
        raise ConfigError(
            f"threshold of {rule.name} is {points!r}; it is a whole number of points, 0 to {CERTAIN}",
            path=["threshold"],
        )
    return points


def _options(rule: Rule, values: Mapping[str, object]) -> dict[str, OptionValue]:
    """The options that the configuration sets, checked against the rule's own."""
    options: dict[str, OptionValue] = {}
    for name, value in values.items():
        if name in SETTINGS:
            continue
        spec = rule.options.get(name)
        if spec is None:
            has = (*rule.options, "severity", *(["threshold"] if rule.evidence else ()))
            hint = did_you_mean(name, has) or f"; it has {', '.join(has)}"
            raise ConfigError(f"{rule.name} has no option {name!r}{hint}", path=[name])
        options[name] = _option_value(rule, name, spec, value)
    return options


def _option_value(rule: Rule, name: str, spec: OptionSpec, value: object) -> OptionValue:
    if spec.type == "tuple[str, ...]" and isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if spec.type == "float" and type(value) is int:
        return float(value)
    if isinstance(value, bool | int | float | str) and type(value).__name__ == spec.type:
        return value
    raise ConfigError(f"option {name!r} of {rule.name} is {value!r}; it must be {OPTION_TYPES[spec.type]}", path=[name])


def _dispatch(rules: Iterable[BoundRule]) -> dict[type, tuple[BoundRule, ...]]:
    """Which rules see which class. A base class stands for every class below it, so that the look-up is one step."""
    table: dict[type, list[BoundRule]] = {}
    below: dict[type, list[type]] = {}
    for bound in rules:
        for named in bound.rule.subjects:
            if named not in below:
                below[named] = _with_subclasses(named)
        for subject in dict.fromkeys(c for named in bound.rule.subjects for c in below[named]):
            table.setdefault(subject, []).append(bound)
    return {subject: tuple(found) for subject, found in table.items()}


def _with_subclasses(subject: type) -> list[type]:
    below: list[type] = subject.__subclasses__()
    return [subject, *(c for child in below for c in _with_subclasses(child))]

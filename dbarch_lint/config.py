"""Configuration: one set of keys, in `.dbarch-lint.yaml` or under `[tool.dbarch-lint]` in pyproject.toml.

The command line overrides it.  A file that cannot be used is refused with its line, the key, and the nearest
valid name; nothing is guessed and nothing is passed over.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol, get_args

import msgspec
from msgspec import Meta

from dbarch_lint import front_matter
from dbarch_lint.errors import ConfigError, did_you_mean
from dbarch_lint.regex import regex

YAML_NAMES = (".dbarch-lint.yaml", ".dbarch-lint.yml")
PYPROJECT = "pyproject.toml"
MAX_BYTES = 1 << 20  # nobody writes a megabyte of configuration by hand

Option = str | int | float | bool | list[str | int | float | bool] | None


# reporters.FORMATS, for the JSON Schema; a test holds that they are the same
Format = Literal["text", "concise", "json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown", "html"]


class KeptDependency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dependency whose repetition is wanted: what `holds`, and the reason why it is `kept`."""

    holds: str
    kept: str


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """Every setting. Keys are written-like-this; paths are relative to the folder of the configuration file."""

    paths: Annotated[
        list[str],
        Meta(description="What to check when the command line names no path. Default: the migration folders found."),
    ] = []
    engine: Annotated[
        str | None, Meta(description="The database, such as postgres. Default: what the migration tool says.")
    ] = None
    engine_version: Annotated[
        str | int | float | None, Meta(description="The oldest server version that runs these migrations, such as 14.")
    ] = None
    framework: Annotated[
        str | None, Meta(description="The migration tool, such as flyway or goose. Default: detected.")
    ] = None
    transaction: Annotated[
        Literal["explicit", "implicit", "none"] | None,
        Meta(
            description="The transaction that a migration runs in: explicit (BEGIN and COMMIT around it), implicit "
            "(the file is sent as one string), none (statement by statement). Default: what the migration tool does."
        ),
    ] = None
    profile: Annotated[
        Literal["default", "strict", "audit"],
        Meta(description="How much to hear: default; strict, also what is often meant; audit, also what needs a look."),
    ] = "default"
    select: Annotated[
        list[str],
        Meta(description="Run only these rules: codes, families, names, or ALL. Default: those of the profile."),
    ] = []
    extend_select: Annotated[list[str], Meta(description="Run these rules too.")] = []
    ignore: Annotated[list[str], Meta(description="Never run these rules.")] = []
    per_path_ignores: Annotated[
        dict[str, list[str]],
        Meta(description="Rules to suppress in the files that match a glob, such as legacy/**: [LK, column-dropped]."),
    ] = {}
    compat: Annotated[
        bool, Meta(description="Honour the suppression comments of other tools, such as `-- squawk-ignore`.")
    ] = False
    rules: Annotated[
        dict[str, dict[str, Option]],
        Meta(
            description="Per rule, by code or name: its severity (error, warning, info), its options, and for a rule "
            "that weighs evidence, its threshold: the points of 100 from which it speaks."
        ),
    ] = {}
    packs: Annotated[
        list[str],
        Meta(
            description="More rule packs: folders, or names of installed packages. A rule is code: naming a pack runs "
            "its Python, so name only what you trust."
        ),
    ] = []
    baseline: Annotated[
        str | None,
        Meta(
            description="The file of accepted findings, which `dbarch-lint baseline` writes. Default: "
            ".dbarch-lint-baseline.json in the root of the project, where there is one."
        ),
    ] = None
    released: Annotated[
        str | None,
        Meta(
            description="What production has seen: a tag pattern such as v*, of which the highest version counts, or a "
            "branch. Tables that are younger than that are new and empty. Default: every migration may have run."
        ),
    ] = None
    facts: Annotated[
        str | None,
        Meta(
            description="A file with the sizes of the tables in production, made with `dbarch-lint facts --query`. "
            "Findings that depend on size then say it, and those on small tables are suppressed."
        ),
    ] = None
    small_table_mb: Annotated[
        float,
        Meta(
            ge=0,
            description="With `facts`: tables below this many megabytes, indexes included, are small. At 10 MB an "
            "index is built in some 50 ms, and the table rewritten in 150.",
        ),
    ] = 10
    dependencies: Annotated[
        dict[str, list[str | KeptDependency]],
        Meta(
            description="Per table, what determines what, for `dbarch-lint normalize`: a, b -> c; a ->> b for a "
            "multivalued one; {holds: a -> b, kept: reason} for one that is repeated on purpose."
        ),
    ] = {}
    placeholders: Annotated[
        dict[str, str],
        Meta(description="What the migration tool puts in the place of ${name} in a migration, by name."),
    ] = {}
    code_paths: Annotated[
        list[str],
        Meta(
            description="Folders with the application's sources: a dropped or renamed name is looked up there, and the "
            "finding says where it is still used, or that it is not."
        ),
    ] = []
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"],
        Meta(description="The least severity that makes the exit code 1."),
    ] = "warning"
    output_format: Annotated[Format, Meta(description="How findings are printed.")] = "text"
    show_suppressed: Annotated[bool, Meta(description="Print suppressed findings too, marked as such.")] = False
    statistics: Annotated[bool, Meta(description="Print how often each rule spoke.")] = False


KEYS: tuple[str, ...] = Config.__struct_encode_fields__


class Places(Protocol):
    """Where keys stand in a file."""

    def at(self, path: Sequence[object], /) -> tuple[int, int]:
        """Line and column, from 1, of the key at `path`."""


class Loaded(msgspec.Struct, frozen=True):
    """A configuration, and the file it came from: None when there is none."""

    config: Config
    file: Path | None = None


# ---- finding the file ----------------------------------------------------------------------------------------------


def repository_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds `.git`, or None."""
    return next((folder for folder in (start, *start.parents) if os.path.lexists(folder / ".git")), None)


def common_folder(paths: Sequence[str]) -> Path:
    """The folder that holds all of `paths`, which may be one of them; the current one when there are none."""
    # a link to a file lies where the link is: where it leads is not for the link to say
    near = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths or ["."]]  # noqa: PTH112, PTH120
    folders = [Path(os.path.realpath(path or ".")) for path in near]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # two drives of one machine share no folder
        return folders[0]


def project_root(paths: Sequence[str]) -> Path:
    """What reported paths are relative to: the repository, else the current folder, else the folder of the paths."""
    folder, here = common_folder(paths), Path(os.path.realpath("."))
    return repository_root(folder) or (here if folder.is_relative_to(here) else folder)


def find(paths: Sequence[str]) -> Path | None:
    """The configuration of `paths`: the nearest file from the folder they share up to the root of the repository."""
    folder, root = common_folder(paths), project_root(paths)
    while True:
        for name in YAML_NAMES:
            if (file := folder / name).is_file():
                return file
        file = folder / PYPROJECT
        if file.is_file() and b"dbarch-lint" in _bytes(file) and _toml_table(file) is not None:
            return file
        if folder in (root, folder.parent):
            return None
        folder = folder.parent


def load(paths: Sequence[str], *, file: str | None = None, isolated: bool = False) -> Loaded:
    """The configuration for `paths`: the named file, none at all (`isolated`), or the nearest one.

    Raises ConfigError.  What it says about paths is made independent of where it stands.
    """
    found = None if isolated else Path(file) if file else find(paths)
    if found is None:
        return Loaded(Config())
    config = read(found)
    return Loaded(_anchored(config, Path(os.path.realpath(found.parent)), paths), found)


def _anchored(config: Config, folder: Path, paths: Sequence[str]) -> Config:
    """Paths in `config` are relative to its folder; make them absolute, and globs relative to the project's root."""
    root = project_root(paths or [os.fspath(folder)])
    below = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else "."
    prefix = "" if below == "." else f"{below}/"
    return msgspec.structs.replace(
        config,
        paths=[os.fspath(folder / path) for path in config.paths],
        code_paths=[os.fspath(folder / path) for path in config.code_paths],
        baseline=os.fspath(folder / config.baseline) if config.baseline else None,
        facts=os.fspath(folder / config.facts) if config.facts else None,
        packs=[os.fspath(folder / name) if (folder / name).is_dir() else name for name in config.packs],
        per_path_ignores={
            prefix + glob.removeprefix("./") if "/" in glob else glob: selectors
            for glob, selectors in config.per_path_ignores.items()
        },
    )


# ---- reading it ----------------------------------------------------------------------------------------------------


def read(file: Path) -> Config:
    """The configuration in one file. Raises ConfigError."""
    plain = None if file.suffix == ".toml" else front_matter.read(_text(file))
    if plain is not None:
        try:
            return msgspec.convert(plain, Config)
        except msgspec.ValidationError:
            pass  # what is wrong is told with its place, which PyYAML knows
    data, places = _parsed(file)
    if not isinstance(data, dict):
        raise ConfigError("a configuration is made of `key: value` lines", file=shown(file), line=1)
    try:
        return msgspec.convert(data, Config)
    except (msgspec.ValidationError, TypeError, RecursionError):
        path, message = _first_problem(data)
    line, column = places.at(path)
    raise ConfigError(message, file=shown(file), line=line, column=column)


def located(error: ConfigError, file: Path | None) -> ConfigError:
    """`error` with the place of its key, when it has none yet and the key is in `file`."""
    if error.file or not error.path or file is None:
        return error
    line, column = _parsed(file)[1].at(error.path)
    return ConfigError(error.message, file=shown(file), line=line, column=column, path=error.path)


def origins(file: Path | None) -> dict[str, str]:
    """Where each key of a configuration file stands: `file:line`."""
    if file is None:
        return {}
    data, places = _parsed(file)
    return {key: f"{shown(file)}:{places.at([key])[0]}" for key in data} if isinstance(data, dict) else {}


def _parsed(file: Path) -> tuple[object, Places]:
    """The data of a configuration file, and where its keys stand. Raises ConfigError."""
    if file.suffix == ".toml":
        table = _toml_table(file)
        if table is None:
            message = "there is no [tool.dbarch-lint] table here: write one, or name another file"
            raise ConfigError(message, file=shown(file))
        return table, TomlPlaces(_text(file))
    from dbarch_lint.yaml_places import load_yaml

    data, places = load_yaml(_text(file), shown(file))
    return {} if data is None else data, places


def _first_problem(data: dict[Any, Any]) -> tuple[list[object], str]:
    """The path to the first key that is wrong, and what is wrong with it."""
    types = {field.encode_name: field.type for field in msgspec.structs.fields(Config)}
    for key, value in data.items():
        if key not in types:
            valid = did_you_mean(str(key), KEYS) or f"; the keys are {', '.join(KEYS)}"
            return [key], f"there is no key {key!s}{valid}"
        nested = key in {"rules", "per-path-ignores", "dependencies"} and isinstance(value, dict)
        for path, part in [([key, inner], {inner: v}) for inner, v in value.items()] if nested else [([key], value)]:
            try:
                msgspec.convert(part, types[key])
            except msgspec.ValidationError as error:
                return path, f"{'.'.join(map(str, path))}: {_plain(error, _choices(types[key]), value)}"
    return [], "this configuration is nested too deeply"


_TYPES = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a number",
    "null": "nothing",
    "object": "`key: value` lines",
    "str": "a text",
}
AT_LEAST = regex(r"Expected `(?P<type>int|float)` >= (?P<least>[-\d.]+)")


def _choices(annotation: object) -> list[str]:
    """The words of the Literal in an annotation."""
    return [word for part in get_args(annotation) for word in ([part] if isinstance(part, str) else _choices(part))]


def _plain(error: msgspec.ValidationError, valid: list[str], value: object) -> str:
    """What is wrong with a value, in plain words. `valid` are the words to choose from, if those are all there are."""
    if valid and isinstance(value, str):
        return f"{value} is not one of {', '.join(valid)}{did_you_mean(value, valid)}"
    bound = AT_LEAST.match(str(error))
    if bound is not None:
        return f"expected {_TYPES[bound['type']]}, {float(bound['least']):g} or more, found {value}"
    wanted, _, got = str(error).split(" - at ")[0].removeprefix("Expected ").partition(", got ")
    words = [_TYPES.get(word.strip("` "), word.strip("` ")) for word in wanted.split("|")]
    found = _TYPES.get(got.strip("`"), got.strip("`"))
    return f"expected {' or '.join(dict.fromkeys(words))}, found {found}" if got else wanted


class TomlPlaces:
    """Where keys stand in a TOML text: tomllib keeps no places, so lines are looked at once something is wrong."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()

    def at(self, path: Sequence[object]) -> tuple[int, int]:
        """The line that begins with the last key of `path`, or else the nearest one on the way there."""
        inside, best, depth = False, (0, 0), -1
        for number, line in enumerate(self.lines, 1):
            words = line.strip()
            if words.startswith("["):
                inside = words.replace(" ", "").startswith("[tool.dbarch-lint")
            for i, part in enumerate(path) if inside and not words.startswith("#") else ():
                head = words if words.startswith("[") else words.split("=")[0]
                if i > depth and not isinstance(part, int) and str(part) in head:
                    best, depth = (number, len(line) - len(line.lstrip()) + 1), i
        return best


def _toml_table(file: Path) -> dict[str, Any] | None:
    """The [tool.dbarch-lint] table of a TOML file, or None. Raises ConfigError when the file is not TOML."""
    import tomllib

    try:
        data = tomllib.loads(_text(file))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"this is not valid TOML: {error}", file=shown(file)) from None
    tool = data.get("tool")
    table = tool.get("dbarch-lint") if isinstance(tool, dict) else None
    if table is None or isinstance(table, dict):
        return table
    lines = enumerate(_text(file).splitlines(), 1)
    line = next((n for n, text in lines if "dbarch-lint" in text and not text.lstrip().startswith("#")), 0)
    message = "tool.dbarch-lint is to be a table: write [tool.dbarch-lint], and the keys below it"
    raise ConfigError(message, file=shown(file), line=line)


def shown(file: Path) -> str:
    """The file as the user would type it."""
    full, here = os.path.realpath(file), os.path.realpath(".")
    return os.path.relpath(full, here) if full.startswith(here + os.sep) else full


def _bytes(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():
            raise ConfigError("this is not a file: name the file that holds the configuration", file=shown(file))
        if file.stat().st_size > MAX_BYTES:
            raise ConfigError("this file is larger than 1 MB: too large for a configuration", file=shown(file))
        return file.read_bytes()
    except OSError as error:
        raise ConfigError(f"this configuration cannot be read: {error.strerror}", file=shown(file)) from None


def _text(file: Path) -> str:
    try:
        return _bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError("this configuration is not UTF-8 text", file=shown(file)) from None


# ---- overriding and describing it ----------------------------------------------------------------------------------


def with_overrides(config: Config, **overrides: Any) -> Config:
    """`config` with what the command line says; None and empty lists say nothing. `extend_select` adds."""
    given = {key: value for key, value in overrides.items() if value is not None and value != []}
    if "extend_select" in given:
        given["extend_select"] = [*config.extend_select, *given["extend_select"]]
    return msgspec.structs.replace(config, **given)


def schema() -> dict[str, Any]:
    """The JSON Schema of a configuration, generated from Config."""
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "dbarch-lint configuration"}
    return {**about, **msgspec.json.schema(Config)}

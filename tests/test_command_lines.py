"""A plain command line is read without click, and means what click says it means."""

from __future__ import annotations

import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dbarch_lint.cli import COMMANDS, declaration
from dbarch_lint.cli.commands import made
from dbarch_lint.cli.declared import Choice

VALUES = [
    "a",
    "a.sql",
    "db/migrations",
    "-",
    "--",
    "",
    "LK101,IX",
    "text",
    "json",
    "strict",
    "never",
    "sarif=f",
    "x=",
    "2",
]
ODD = ["--no-such-option", "-x", "-qv", "-ofile", "--help", "-h", "--since=", "--since=a", "--isolated=1", "--pro", "-"]


def words_of(name: str) -> list[str]:
    spelled = [word for p in declaration(name).parameters if p.is_option for word, _ in p.spellings()]
    choices = [word for p in declaration(name).parameters if isinstance(p.kind, Choice) for word in p.kind.words]
    return [*choices, *spelled, *(f"{word}={value}" for word in spelled for value in ("a", "text", ""))]


@pytest.mark.parametrize("name", COMMANDS)
def test_says_what_click_says(name: str) -> None:
    command, plain = declaration(name), 0

    @settings(max_examples=300, deadline=None, derandomize=True)
    @given(st.lists(st.sampled_from(words_of(name) * 2 + VALUES * 3 + ODD), max_size=6))
    def agree(words: list[str]) -> None:
        nonlocal plain
        values = command.read(words)
        if values is not None:
            assert values == made(name, command).make_context(name, list(words)).params
            plain += 1

    agree()
    assert plain > 2 or name == "init"  # whose folder click looks for


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("check", []),
        ("check", ["a.sql", "--isolated", "b.sql", "-q"]),
        ("check", ["--select", "LK,IX101", "--select=TX", "--fail-on", "never", "--output-format=json", "-o", "f"]),
        (
            "check",
            ["--since", "origin/main", "--report", "sarif=a", "--report", "html=b", "--no-compat", "--color", "."],
        ),
        ("explain", ["LK101"]),
        ("rules", []),
        ("effects", ["a.sql", "--engine-version", "14"]),
        ("schema", ["a", "--at", "1"]),
    ],
)
def test_a_plain_command_line_needs_no_click(name: str, words: list[str]) -> None:
    assert declaration(name).read(words) is not None


@pytest.mark.parametrize("name", COMMANDS)
def test_functions_take_what_is_declared(name: str) -> None:
    command = declaration(name)
    signature = inspect.signature(command.function).parameters
    taken = {key for key, parameter in signature.items() if parameter.kind is not inspect.Parameter.VAR_KEYWORD}
    declared = {parameter.key for parameter in command.parameters}
    assert taken <= declared
    assert taken == declared or len(taken) < len(signature)

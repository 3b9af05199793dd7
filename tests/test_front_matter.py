"""The quick reader of front matter and PyYAML agree, wherever the quick one has an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dbarch_lint import front_matter, packs
from dbarch_lint.pages import split_page

PLAIN = """\
code: LK101
summary: Index built while writes are blocked, for long
since: 0.1.0
engines: [postgres, mysql]
# a remark
nothing: []
deep:
  most:
    default: 3
    loud: false
    summary: "Tables: these # and those."
sources:
  - https://example.org/a#b
  - 'two words'
"""


def test_plain_text_is_read() -> None:
    assert front_matter.read(PLAIN) == yaml.safe_load(PLAIN)


@pytest.mark.parametrize("page", [rule.page for rule in packs.load_rules()], ids=lambda page: page.stem)
def test_the_pages_of_the_core_rules_need_no_yaml(page: Path) -> None:
    """A page that does is right too; it only makes every run slower, so write it more plainly."""
    text = split_page(page)[0]
    assert front_matter.read(text) == yaml.safe_load(text)


def test_the_pack_file_needs_no_yaml() -> None:
    text = (packs.core_pack() / packs.MARKER).read_text(encoding="utf-8")
    assert front_matter.read(text) == yaml.safe_load(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "- a\n- b",
        "a: b: c",
        "a: |\n  b",
        "a: >\n  b",
        "a: &x b",
        "a: *x",
        "a: !!str b",
        "a: {b: c}",
        "a: [[b]]",
        "a: b\n  c",
        "a: b\n c: d",
        "a:\nb: c",
        "a:",
        "a: ~",
        "a: null",
        "a: yes",
        "a: No",
        "a: 1.5",
        "a: 0x10",
        "a: 010",
        "a: 1_000",
        "a: 1:30",
        "a: 2020-01-01",
        "a: -3",
        "a: +3",
        "a: .5",
        "a: b # c",
        'a: "b\\n"',
        "a: 'it''s'",
        "a: 'b' c",
        "a: b\na: c",
        "a:\n- b",
        "a:\n  - b\n  c: d",
        "on: b",
        "a: @b",
        "a: `b`",
        "a: %b",
        "a: b:",
        "a: [b, ]",
        "a: [b c: d]",
        "a:b",
        "a: \tb",
        "\ta: b",
        "a: b\r\nc: d",
        "? a\n: b",
        "a: 'b",
        "a: <<",
        "<<: b",
        "a: [b, 'c,d']",
        "a: b\x85c",
    ],
)
def test_anything_else_is_left_to_yaml_or_means_the_same(text: str) -> None:
    found = front_matter.read(text)
    assert found is None or found == yaml.safe_load(text)


PIECES = st.sampled_from(
    [
        "a",
        "b",
        "- ",
        ": ",
        ":",
        "\n",
        "\n  ",
        "\n    ",
        "[",
        "]",
        ", ",
        "#",
        " #",
        "'",
        '"',
        "3",
        "0.1.0",
        "1.5",
        "true",
        "no",
        "-",
        "null",
        "e1",
        "é",
        "\t",
        "{",
        "}",
        "|",
        "x y",
        "https://a/b",
        "!",
        "&",
        "*",
        "\\",
        " ",
        "%",
        "2020-01-01",
        "=",
        "_",
        ".",
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=14).map(lambda pieces: "a: " + "".join(pieces)))
def test_both_agree_on_any_text(text: str) -> None:
    found = front_matter.read(text)
    if found is not None:
        assert found == yaml.safe_load(text)


def test_nesting_without_end_is_left_to_yaml() -> None:
    assert front_matter.read("\n".join(" " * depth + "a:" for depth in range(1200)) + " b") is None

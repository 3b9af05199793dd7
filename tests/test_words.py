"""Identifiers are taken apart the way people put them together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dbarch_lint.words import is_plural, plain_words, singular, stem_and_number, words


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("order_lines", ("order", "line")),
        ("OrderLines", ("order", "line")),
        ("orderLines2", ("order", "lines", "2")),
        ("HTTPServer", ("http", "server")),
        ("userIDs", ("user", "id")),
        ("userID", ("user", "id")),
        ("__EFMigrationsHistory", ("ef", "migrations", "history")),
        ("sha256_sums", ("sha256", "sum")),
        ("Größe", ("größe",)),
        ("名前", ("名前",)),
        ("__", ()),
        ("", ()),
    ],
)
def test_words(identifier: str, expected: tuple[str, ...]) -> None:
    assert words(identifier) == expected


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("orders", "order"),
        ("categories", "category"),
        ("boxes", "box"),
        ("addresses", "address"),
        ("statuses", "status"),
        ("people", "person"),
        ("children", "child"),
        ("indices", "index"),
        ("cases", "case"),
        ("matches", "match"),
        ("movies", "movie"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert singular(one) == one
    assert is_plural(plural)
    assert not is_plural(one)


@pytest.mark.parametrize("word", "status address news series data media business bus analysis has_access us".split())
def test_what_ends_in_s_may_be_one_thing(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("phone1", (("phone",), 1)),
        ("phone_02", (("phone",), 2)),
        ("customField0", (("custom", "field"), 0)),
        ("sha256", None),
        ("x1", None),
        ("s3", None),
        ("2024", None),
        ("sales_2024", None),
        ("phone", None),
        ("phone1_type", None),
    ],
)
def test_stem_and_number(identifier: str, expected: object) -> None:
    assert stem_and_number(identifier) == expected


@given(st.text(max_size=80))
def test_any_name_has_words(identifier: str) -> None:
    for word in plain_words(identifier):
        assert word
        assert "_" not in word
    assert len(words(identifier)) == len(plain_words(identifier))
    stem_and_number(identifier)

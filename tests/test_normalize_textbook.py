"""Relations whose normal form, keys and decomposition are printed in textbooks: we must say the same.

Editions: Elmasri/Navathe, Fundamentals of Database Systems, 7th (EN); Silberschatz/Korth/Sudarshan, Database System
Concepts, 6th and 7th (SKS); Garcia-Molina/Ullman/Widom, Database Systems: The Complete Book, 2nd (GUW); Ullman,
Principles of Database and Knowledge-Base Systems I (PDK); Ramakrishnan/Gehrke, Database Management Systems, 3rd (RG);
Date, An Introduction to Database Systems, 8th (D). Cited by chapter, as sections and exercises are numbered anew with
each edition.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from dbarch_lint.normalize.decompose import decompose
from dbarch_lint.normalize.dependencies import FD, MVD, canonical_cover, closure, equivalent, fd
from dbarch_lint.normalize.forms import verdict


class Relation(NamedTuple):
    """Words with spaces between them; `;` between dependencies, keys and parts. No `parts`: nothing is to be split."""

    source: str
    columns: str
    dependencies: str
    keys: str
    form: str
    parts: str = ""
    loses: bool = False  # BCNF cannot be had without losing a dependency


RELATIONS = {
    "EMP_PROJ": Relation(
        "EN 14",
        "ssn pnumber hours ename pname plocation",
        "ssn pnumber -> hours; ssn -> ename; pnumber -> pname plocation",
        "ssn pnumber",
        "1NF",
        "ssn pnumber hours; ssn ename; pnumber pname plocation",
    ),
    "EMP_DEPT": Relation(
        "EN 14",
        "ename ssn bdate address dnumber dname dmgr_ssn",
        "ssn -> ename bdate address dnumber; dnumber -> dname dmgr_ssn",
        "ssn",
        "2NF",
        "ename ssn bdate address dnumber; dnumber dname dmgr_ssn",
    ),
    "LOTS": Relation(
        "EN 14",
        "property_id county_name lot area price tax_rate",
        "property_id -> county_name lot area price tax_rate; county_name lot -> property_id area price tax_rate; "
        "county_name -> tax_rate; area -> price",
        "property_id; county_name lot",
        "1NF",
        "property_id county_name lot area; county_name tax_rate; area price",
    ),
    "LOTS1A": Relation(
        "EN 14",
        "property_id county_name lot area",
        "property_id -> county_name lot area; county_name lot -> property_id area; area -> county_name",
        "property_id; county_name lot; lot area",
        "3NF",
        loses=True,
    ),
    "TEACH": Relation(
        "EN 14",
        "student course instructor",
        "student course -> instructor; instructor -> course",
        "student course; student instructor",
        "3NF",
        loses=True,
    ),
    "ten attributes": Relation(
        "EN 14, an exercise",
        "a b c d e f g h i j",
        "a b -> c; a -> d e; b -> f; f -> g h; d -> i j",
        "a b",
        "1NF",
        "a b c; a d e; b f; f g h; d i j",
    ),
    "ten attributes, other dependencies": Relation(
        "EN 14, an exercise",
        "a b c d e f g h i j",
        "a b -> c; b d -> e f; a d -> g h; a -> i; h -> j",
        "a b d",
        "1NF",
        "a b c; b d e f; a d g h; a i; h j; a b d",
    ),
    "CAR_SALE": Relation(
        "EN 14, an exercise",
        "car date_sold salesperson commission discount",
        "date_sold -> discount; salesperson -> commission; car salesperson -> date_sold",
        "car salesperson",
        "1NF",
        "car date_sold salesperson; salesperson commission; date_sold discount",
    ),
    "BOOK": Relation(
        "EN 14, an exercise",
        "title author type price affiliation publisher",
        "title -> publisher type; type -> price; author -> affiliation",
        "title author",
        "1NF",
        "title type publisher; type price; author affiliation; title author",
    ),
    "REFRIG": Relation(
        "EN 15, an exercise",
        "m y p mp c",
        "m -> mp; m y -> p; mp -> c",
        "m y",
        "1NF",
        "m mp; m y p; mp c",
    ),
    "inst_dept": Relation(
        "SKS 8 (6th)",
        "id name salary dept_name building budget",
        "id -> name salary dept_name; dept_name -> building budget",
        "id",
        "2NF",
        "id name salary dept_name; dept_name building budget",
    ),
    "dept_advisor": Relation(
        "SKS 7 (7th)",
        "s_id i_id dept_name",
        "i_id -> dept_name; s_id dept_name -> i_id",
        "s_id dept_name; s_id i_id",
        "3NF",
        loses=True,
    ),
    "class": Relation(
        "SKS 7 (7th)",
        "course_id title dept_name credits sec_id semester year building room capacity time_slot",
        "course_id -> title dept_name credits; building room -> capacity; "
        "course_id sec_id semester year -> building room time_slot",
        "course_id sec_id semester year",
        "1NF",
        "course_id title dept_name credits; building room capacity; "
        "course_id sec_id semester year building room time_slot",
    ),
    "five attributes": Relation(
        "SKS 7 (7th), an exercise",
        "a b c d e",
        "a -> b c; c d -> e; b -> d; e -> a",
        "a; e; b c; c d",
        "3NF",
        loses=True,
    ),
    "Movies": Relation(
        "GUW 3",
        "title year length genre studio star",
        "title year -> length genre studio",
        "title year star",
        "1NF",
        "title year length genre studio; title year star",
    ),
    "MovieStudio": Relation(
        "GUW 3",
        "title year length genre studio president address",
        "title year -> length genre studio; studio -> president; president -> address",
        "title year",
        "2NF",
        "title year length genre studio; studio president; president address",
    ),
    "Bookings": Relation(
        "GUW 3",
        "title theater city",
        "theater -> city; title city -> theater",
        "title city; title theater",
        "3NF",
        loses=True,
    ),
    "a circle": Relation(
        "GUW 3, an exercise: every attribute is in a key",
        "a b c d",
        "a b -> c; c -> d; d -> a",
        "a b; b c; b d",
        "3NF",
        loses=True,
    ),
    "four keys": Relation(
        "GUW 3, an exercise: every left side is a key",
        "a b c d",
        "a b -> c; b c -> d; c d -> a; a d -> b",
        "a b; b c; c d; a d",
        "BCNF",
    ),
    "CSZ": Relation(
        "PDK 7",
        "city street zip",
        "city street -> zip; zip -> city",
        "city street; street zip",
        "3NF",
        loses=True,
    ),
    "CTHRSG": Relation(
        "PDK 7, with the relations of equivalent keys combined",
        "c t h r s g",
        "c -> t; h r -> c; h t -> r; c s -> g; h s -> r",
        "h s",
        "2NF",
        "c t h r; c s g; h r s",
        loses=True,
    ),
    "Hourly_Emps": Relation(
        "RG 19",
        "ssn name lot rating wages hours",
        "ssn -> name lot rating wages hours; rating -> wages",
        "ssn",
        "2NF",
        "ssn name lot rating hours; rating wages",
    ),
    "Contracts": Relation(
        "RG 19",
        "c s j d p q v",
        "c -> s j d p q v; j p -> c; s d -> p",
        "c; j p; s j d",
        "3NF",
        loses=True,
    ),
    "Reserves": Relation(
        "RG 19: a sailor uses one credit card, and a card is of one sailor",
        "sailor boat day card",
        "sailor -> card; card -> sailor",
        "sailor boat day; boat day card",
        "3NF",
        "sailor boat day; sailor card",
    ),
    "FIRST": Relation(
        "D 12",
        "s status city p qty",
        "s -> city; city -> status; s p -> qty",
        "s p",
        "1NF",
        "s city; status city; s p qty",
    ),
    "SECOND": Relation("D 12", "s status city", "s -> city; city -> status", "s", "2NF", "s city; status city"),
    "SSP": Relation(
        "D 12",
        "s sname p qty",
        "s -> sname; sname -> s; s p -> qty",
        "s p; sname p",
        "3NF",
        "s sname; s p qty",
    ),
    "EXAM": Relation(
        "D 12: keys that overlap, and yet BCNF",
        "student subject position",
        "student subject -> position; subject position -> student",
        "student subject; subject position",
        "BCNF",
    ),
}  # fmt: skip


def sets(text: str) -> set[frozenset[str]]:
    return {frozenset(words.split()) for words in text.split(";") if words.strip()}


def dependencies(text: str) -> list[FD]:
    return [fd(left.split(), right.split()) for left, right in (d.split("->") for d in text.split(";"))]


@pytest.mark.parametrize("name", RELATIONS)
def test_the_printed_answer(name: str) -> None:
    relation = RELATIONS[name]
    order, fds = relation.columns.split(), dependencies(relation.dependencies)
    found = verdict(order, fds)
    assert set(found.keys.keys) == sets(relation.keys)
    assert found.form == relation.form
    result = decompose(order, found)
    if not relation.parts and not relation.loses:
        assert result is None
        return
    assert result is not None
    assert result.proof.lossless
    assert result.lost == ()
    assert bool(result.price) == relation.loses
    if relation.parts:
        assert {p.attributes for p in result.parts} == sets(relation.parts)
    else:
        assert [p.attributes for p in result.parts] == [frozenset(order)]


MULTIVALUED = {
    "EMP": ("EN 14", "ename pname dname", "ename ->> pname", "ename pname; ename dname"),
    "CTX": ("D 13", "course teacher text", "course ->> teacher", "course teacher; course text"),
    "stars": (
        "GUW 3", "name street city title year", "name ->> street city",
        "name street city; name title year",
    ),
    "r2": (
        "SKS 7 (7th)", "id dept_name street city", "id ->> dept_name", "id dept_name; id street city",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MULTIVALUED)
def test_the_printed_fourth_normal_form(name: str) -> None:
    _, columns, mvd, parts = MULTIVALUED[name]
    order = columns.split()
    left, right = (frozenset(side.split()) for side in mvd.split("->>"))
    found = verdict(order, [], [MVD(left, right)])
    assert (found.form, [v.breaks for v in found.violations]) == ("BCNF", ["4NF"])
    result = decompose(order, found, [MVD(left, right)])
    assert result is not None
    assert {p.attributes for p in result.parts} == sets(parts)
    assert result.form == "4NF"
    assert result.proof.lossless


def test_a_multivalued_dependency_on_a_key_breaks_nothing() -> None:
    mvd = MVD(frozenset({"a"}), frozenset({"b"}))
    assert verdict(["a", "b", "c"], [fd("a", "bc")], [mvd]).form == "4NF"


@pytest.mark.parametrize(
    ("source", "start", "fds", "determined"),
    [
        ("SKS 7 (7th)", "a g", "a -> b; a -> c; c g -> h; c g -> i; b -> h", "a b c g h i"),
        ("GUW 3", "a b", "a b -> c; b c -> a d; d -> e; c f -> b", "a b c d e"),
        ("EN 15", "ssn", "ssn -> ename; pnumber -> pname plocation; ssn pnumber -> hours", "ssn ename"),
    ],
)
def test_the_printed_closure(source: str, start: str, fds: str, determined: str) -> None:
    assert closure(start.split(), dependencies(fds)) == frozenset(determined.split())


@pytest.mark.parametrize(
    ("source", "fds", "cover"),
    [
        ("SKS 7 (7th)", "a -> b c; b -> c; a -> b; a b -> c", "a -> b; b -> c"),
        ("EN 15, the first", "b -> a; d -> a; a b -> d", "b -> d; d -> a"),
        ("EN 15, the second", "a -> b c d e; c d -> e", "a -> b; a -> c; a -> d; c d -> e"),
        ("RG 19", "a -> b; a b c d -> e; e f -> g h; a c d f -> e g", "a -> b; a c d -> e; e f -> g; e f -> h"),
    ],
)
def test_the_printed_cover(source: str, fds: str, cover: str) -> None:
    found = canonical_cover(dependencies(fds), "a b c d e f g h".split())
    assert set(found) == set(dependencies(cover))
    assert equivalent(found, dependencies(fds))

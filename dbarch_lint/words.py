"""The words that a name is made of: evidence for what people meant, never proof.

`words("OrderLines2")` is `("order", "line", "2")`: split at underscores, at the humps of camelCase and at digits, in
lower case, the last word in the singular. So `order_line`, `OrderLine` and `order_lines` are one name.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Capitals in the plural (IDs), capitals before a capitalised word (HTTPServer), a word, capitals, or a number.
PIECES = re.compile(r"[A-Z]{2,}s(?![^\WA-Z\d_])|[A-Z]+(?=[A-Z][a-z])|[A-Z]*[^\WA-Z\d_]+|[A-Z]+|\d+")
# The unit or tag that a number belongs to, where splitting the two would take the meaning away: sha256, utf8, s3.
GLUED = re.compile(r"(?:sha|md|utf|ipv|oauth|base|argon|web|iso|int|uint|float|s|h|mp|x|y|z|k)\d+\Z", re.IGNORECASE)
CACHE = 50_000  # a hostile history could hold any number of names

IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "indices": "index",
    "indexes": "index",
    "vertices": "vertex",
    "matrices": "matrix",
    "criteria": "criterion",
    "analyses": "analysis",
    "aliases": "alias",
    "statuses": "status",
    "addresses": "address",
    "movies": "movie",
    "cookies": "cookie",
    "caches": "cache",
    "leaves": "leaf",
    "quizzes": "quiz",
}
# They end in s, and are one thing.
SINGULAR = frozenset(
    """address alias analysis access basis bonus bus business bytes campus canvas chaos class census consensus corpus
    cross data diagnosis dns express focus gas gps https kubernetes lens loss media meters miles ms nexus news
    pass plus press previous process progress radius redis series species status success tls these this thus versus via
    virus was yes""".split()
)
ENDINGS = (  # a longer ending is tried before a shorter one
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("ies", "y"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
)


@lru_cache(maxsize=CACHE)
def words(identifier: str) -> tuple[str, ...]:
    """The words of a name, in lower case, the last one in the singular."""
    plain = plain_words(identifier)
    return (*plain[:-1], singular(plain[-1])) if plain else ()


@lru_cache(maxsize=CACHE)
def plain_words(identifier: str) -> tuple[str, ...]:
    """The words of a name, in lower case, as written."""
    found: list[str] = []
    for part in re.split(r"[\W_]+", identifier):
        if GLUED.match(part):
            found.append(part.lower())
        else:
            found.extend(word.lower() for word in PIECES.findall(part))
    return tuple(found)


@lru_cache(maxsize=CACHE)
def singular(word: str) -> str:
    """An English noun in the singular, as well as its ending tells."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in SINGULAR or len(word) < 3 or word.isdigit():
        return word
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)] + instead
    return word


def is_plural(identifier: str) -> bool:
    """Whether the last word of a name stands in the plural."""
    plain = plain_words(identifier)
    return bool(plain) and singular(plain[-1]) != plain[-1]


def stem_and_number(identifier: str) -> tuple[tuple[str, ...], int] | None:
    """`phone_2` is `(("phone",), 2)`; None for a name that does not end in a number of its own."""
    plain = plain_words(identifier)
    if len(plain) < 2 or not plain[-1].isdecimal() or len(plain[-1]) > 3:
        return None
    return plain[:-1], int(plain[-1])

r"""Write the table of function volatility from what real PostgreSQL servers say of their functions.

    python tools/functions_from_server.py "host=... user=..." [older server's connection ...] \\
        > dbarch_lint/engines/postgres/functions.txt

The first server should be the newest and have contrib. The older ones only say which names they lack.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from typing import Any

HEAD = """\
# How much a function's result may vary, by name, as PostgreSQL {version} declares it (pg_proc.provolatile); where
# overloads differ, the word that promises least. Written by tools/functions_from_server.py. Under "extension" stand
# functions of extensions that are often installed, which any schema may hold; under "new in" what older majors lack;
# under "overloads differ" those of the server that one word does not fit."""
WORDS = {"i": "immutable", "s": "stable", "v": "volatile"}

BUILTIN = """
SELECT proname, array_agg(DISTINCT provolatile::text) FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace GROUP BY proname ORDER BY proname
"""
# What an extension brings for its own types and indexes (arguments of type internal, input and output) nobody calls.
OF_EXTENSIONS = """
SELECT proname, array_agg(DISTINCT provolatile::text)
FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
WHERE NOT 'internal'::regtype = ANY (proargtypes::oid[]) AND prorettype NOT IN ('internal'::regtype, 'trigger'::regtype)
  AND NOT EXISTS (SELECT FROM pg_type WHERE p.oid IN (typinput, typoutput, typsend, typreceive, typmodin, typmodout))
  AND NOT EXISTS (SELECT FROM pg_operator WHERE oprcode = p.oid)
  AND NOT EXISTS (SELECT FROM pg_amproc WHERE amproc = p.oid)
GROUP BY proname ORDER BY proname
"""
EXTENSIONS = """
citext cube dblink earthdistance fuzzystrmatch hstore intarray isn lo ltree pg_trgm seg tablefunc unaccent vector
""".split()
# pgcrypto and uuid-ossp are missing from many builds of the server; this is what their scripts declare.
BY_HAND = {
    "immutable": "armor crypt dearmor decrypt decrypt_iv digest encrypt encrypt_iv hmac pgp_key_id uuid_generate_v3 "
    "uuid_generate_v5 uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500",
    "volatile": "gen_random_bytes gen_salt pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_encrypt "
    "pgp_sym_encrypt_bytea uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4",
}


def sorted_out(rows: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """Names by the word that promises least."""
    found: dict[str, list[str]] = {word: [] for word in WORDS.values()}
    for name, letters in rows:
        if name.isascii() and not name.startswith("pg_catalog"):
            found[WORDS[max(letters, key="isv".index)]].append(name)
    return found


def section(title: str, names: Iterable[str]) -> str:
    """A heading and its names, in lines of a readable length."""
    return f"{title}:\n{textwrap.fill(' '.join(sorted(names)), 118, break_on_hyphens=False, break_long_words=False)}"


def main() -> None:
    """Ask the servers and write the table."""
    import psycopg

    parts: list[str] = []
    connections: list[Any] = [psycopg.connect(arg) for arg in sys.argv[1:]]
    newest, older = connections[0], connections[1:]
    major = newest.info.server_version // 10000
    parts.append(HEAD.format(version=major))
    builtin = sorted_out(newest.execute(BUILTIN).fetchall())
    parts += [section(word, names) for word, names in builtin.items()]
    for extension in EXTENSIONS:
        newest.execute(f"CREATE EXTENSION IF NOT EXISTS {extension} CASCADE")
    mixed = [name for name, letters in newest.execute(BUILTIN).fetchall() if len(letters) > 1]
    parts.append(section("overloads differ", mixed))
    known = set().union(*builtin.values())
    for word, names in sorted_out(newest.execute(OF_EXTENSIONS).fetchall()).items():
        parts.append(section(f"extension {word}", {*names, *BY_HAND.get(word, "").split()} - known))
    newest.rollback()
    later = known
    for connection in sorted(older, key=lambda c: -int(c.info.server_version)):
        there = {name for name, _ in connection.execute(BUILTIN).fetchall()}
        parts.append(section(f"new in {major}", later - there))
        later, major = later & there, connection.info.server_version // 10000
    sys.stdout.write("\n\n".join(parts) + "\n")


if __name__ == "__main__":
    main()

r"""Write the table of operators, casts and functions by the types they take, as real PostgreSQL servers have them.

    python tools/operators_from_server.py "host=... user=..." [connection of another version ...] \\
        > dbarch_lint/engines/postgres/operators.json

What any of the servers has is written: the table is asked for what certainly does not exist. Arrays, ranges, composite
types and pseudo-types are a question mark, but for the polymorphic ones that a plain type fits.
"""

from __future__ import annotations

import json
import sys
from typing import Any

TYPES = """
SELECT typname FROM pg_type
WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype = 'b' AND typcategory <> 'A'
  AND typname !~ '^pg_(node|ndist|dep|mcv|brin)'
"""
# Binary-coercible types and those with a function alike; text in and out is a cast to texts in assignments.
CASTS = """
SELECT s.typname, t.typname, castcontext::text FROM pg_cast
JOIN pg_type s ON s.oid = castsource JOIN pg_type t ON t.oid = casttarget WHERE castcontext IN ('i', 'a')
"""
OPERATORS = """
SELECT oprname, coalesce(l.typname, ''), r.typname, t.typname FROM pg_operator
LEFT JOIN pg_type l ON l.oid = oprleft JOIN pg_type r ON r.oid = oprright JOIN pg_type t ON t.oid = oprresult
WHERE oprnamespace = 'pg_catalog'::regnamespace
"""
# What people call: nothing of the server's inside, and nothing that takes as many arguments as one likes.
FUNCTIONS = """
SELECT proname, t.typname, proretset, pronargdefaults,
       ARRAY(SELECT a.typname::text FROM unnest(proargtypes::oid[]) WITH ORDINALITY AS x (oid, n)
             JOIN pg_type a ON a.oid = x.oid ORDER BY n)
FROM pg_proc p JOIN pg_type t ON t.oid = prorettype
WHERE pronamespace = 'pg_catalog'::regnamespace AND proname IN (
  SELECT proname FROM pg_proc q LEFT JOIN pg_aggregate g ON g.aggfnoid = q.oid
  WHERE pronamespace = 'pg_catalog'::regnamespace GROUP BY proname
  HAVING bool_and(provariadic = 0 AND coalesce(aggkind, 'n') = 'n' AND prokind <> 'p'
    AND NOT ARRAY['internal', 'cstring', 'trigger', '"any"']::regtype[]::oid[] && (proargtypes::oid[] || prorettype)
    AND proname !~ '^(pg_|binary_upgrade|ts_|has_|inet_)')
  AND NOT bool_or(EXISTS (SELECT FROM pg_operator WHERE oprcode = q.oid)
    OR EXISTS (SELECT FROM pg_aggregate WHERE q.oid IN (aggtransfn, aggfinalfn, aggmtransfn, aggminvtransfn)))
  AND NOT proname IN (SELECT typname FROM pg_type))
"""
POLYMORPHIC = frozenset("anyelement anynonarray anycompatible anycompatiblenonarray anyenum any".split())

OTHER = "?"  # what no plain type is: arrays, ranges, rows


def asked(connection: Any, found: dict[str, Any]) -> None:
    """Add what one server has."""
    types = {name for (name,) in connection.execute(TYPES)}
    fitting = types | POLYMORPHIC | {""}
    found["types"] |= types
    for source, target, context in connection.execute(CASTS):
        if source in types and target in types:
            found["casts"].setdefault(source, {}).setdefault(target, set()).add(context)
    for name, left, right, result in connection.execute(OPERATORS):
        row = [t if t in fitting else OTHER for t in (left, right, result)]
        found["operators"].setdefault(name, set()).add(tuple(row))
    for name, result, several, optional, taken in connection.execute(FUNCTIONS):
        given = OTHER if several or result not in types else result
        for count in range(len(taken) - optional, len(taken) + 1):
            row = [given, *(t if t in fitting else OTHER for t in taken[:count])]
            found["functions"].setdefault(name, set()).add(tuple(row))


def main() -> None:
    """Ask the servers and write the table."""
    import psycopg

    found: dict[str, Any] = {"types": set(), "casts": {}, "operators": {}, "functions": {}}
    for arg in sys.argv[1:]:
        with psycopg.connect(arg) as connection:
            asked(connection, found)
    casts = {
        word: {s: sorted(t for t, words in ts.items() if word in words) for s, ts in sorted(found["casts"].items())}
        for word in "ia"
    }
    table = {
        "types": sorted(found["types"]),
        "implicit": {source: targets for source, targets in casts["i"].items() if targets},
        "assigned": {source: targets for source, targets in casts["a"].items() if targets},
        "operators": {name: sorted(rows) for name, rows in sorted(found["operators"].items())},
        "functions": {name: sorted(rows) for name, rows in sorted(found["functions"].items())},
    }
    parts = [f'"{name}": {json.dumps(value, separators=(",", ":"))}' for name, value in table.items()]
    sys.stdout.write("{\n" + ",\n".join(parts).replace('"],"', '"],\n"') + "\n}\n")


if __name__ == "__main__":
    main()

"""Ways out of a bad design, in the words of this engine: rules ask for them by name."""

from __future__ import annotations

ADVICE = {
    "address": "inet",
    "any length": "text",
    "document": "jsonb",
    "few values": "make it partial, over the rows that are looked for",
    "moment": "timestamptz or date",
    "no overlap": "add an EXCLUDE over {0} and {1}",
    "now": "now()",
    "nulls alike": "declare it NULLS NOT DISTINCT, or set {0} NOT NULL",
    "unique among": "make it unique WHERE {0}",
    "unique where": "add a unique index over it WHERE {0}",
    "uuid": "uuid",
}

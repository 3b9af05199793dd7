"""Ways out of a bad design, in the words of MySQL and of MariaDB: rules ask for them by name."""

from __future__ import annotations

MYSQL = {
    "any length": "varchar({0})",
    "address": "varbinary(16), written by INET6_ATON",
    "checks": "check it in the code or in a trigger until you have 8.0.16",
    "document": "json",
    "few values": "put the column behind others that searches name, or drop it",
    "moment": "datetime or date",
    "no overlap": "refuse it in triggers, for no constraint can over {0} and {1}",
    "now": "CURRENT_TIMESTAMP",
    "nulls alike": "set {0} NOT NULL, or have a generated column in its place that is never NULL",
    "transactions": "InnoDB",
    "unique among": "make it unique together with a generated column that is NULL unless {0}",
    "unique where": "add a unique index over it and a generated column that is NULL unless {0}",
    "uuid": "binary(16), written by UUID_TO_BIN",
}
TIDB = MYSQL | {
    "checks": "check it in the code, or set tidb_enable_check_constraint first, which 7.2 and later have",
}
MARIADB = MYSQL | {
    "address": "inet6",
    "no overlap": "make {0} and {1} a PERIOD, and the key unique WITHOUT OVERLAPS",
    "uuid": "uuid, or binary(16) before 10.7",
}

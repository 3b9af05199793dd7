"""Replay keeps the schema that a server would have: transactions, search paths, guards, deployments."""

from __future__ import annotations

import pytest

from dbarch_lint.names import Name
from dbarch_lint.operations import AddColumn, AddForeignKey, AlterColumnType, SetNotNull
from tests.history import after, columns, replayed, table

USERS = "CREATE TABLE users (id bigint PRIMARY KEY, email text);"


def test_rollback_takes_everything_back() -> None:
    catalog = after(USERS, "BEGIN; DROP TABLE users; SET lock_timeout = '1s'; ROLLBACK; ALTER TABLE users ADD a int;")
    assert columns(catalog, "users") == ["id", "email", "a"]


def test_rollback_to_a_savepoint_takes_back_what_came_after_it() -> None:
    catalog = after(
        USERS,
        "BEGIN; ALTER TABLE users ADD a int; SAVEPOINT s; ALTER TABLE users ADD b int; "
        "ROLLBACK TO s; ALTER TABLE users ADD c int; COMMIT;",
    )
    assert columns(catalog, "users") == ["id", "email", "a", "c"]


def test_a_released_savepoint_keeps_its_changes() -> None:
    catalog = after(USERS, "BEGIN; SAVEPOINT s; ALTER TABLE users ADD a int; RELEASE s; COMMIT;")
    assert columns(catalog, "users") == ["id", "email", "a"]


def test_set_local_ends_with_the_transaction_and_set_does_not() -> None:
    (history,) = replayed(
        "SET statement_timeout = '5s'; BEGIN; SET LOCAL lock_timeout = '2s'; CREATE TABLE a (i int); COMMIT; "
        "CREATE TABLE b (i int);"
    )
    in_tx, later = history.steps[3], history.steps[5]
    assert in_tx.session.setting("lock_timeout") == ("2s",)
    assert later.session.setting("lock_timeout") is None
    assert later.session.setting("statement_timeout") == ("5s",)


def test_set_local_outside_a_transaction_does_nothing() -> None:
    (history,) = replayed("SET LOCAL lock_timeout = '2s'; CREATE TABLE a (i int);")
    assert history.steps[1].session.setting("lock_timeout") is None


def test_reset_forgets_a_setting() -> None:
    (history,) = replayed("SET lock_timeout = '2s'; RESET lock_timeout; CREATE TABLE a (i int);")
    assert history.steps[2].session.setting("lock_timeout") is None


def test_settings_do_not_leak_into_the_next_migration() -> None:
    _, second = replayed("SET search_path = app; CREATE TABLE t (i int);", "CREATE TABLE t (i int);")
    assert second.after.table(Name("app", "t")) is not None
    assert second.after.table(Name("public", "t")) is not None


def test_names_are_looked_up_along_the_search_path() -> None:
    catalog = after(
        "CREATE SCHEMA app; CREATE TABLE app.t (i int); SET search_path = other, app; ALTER TABLE t ADD j int;"
    )
    assert [c.name for c in table(catalog, "t", "app").columns] == ["i", "j"]


def test_pg_dump_clears_the_search_path() -> None:
    catalog = after("SELECT pg_catalog.set_config('search_path', '', false); CREATE TABLE public.t (i int);")
    assert columns(catalog, "t") == ["i"]


def test_temporary_tables_hide_others_of_their_name() -> None:
    history = replayed(USERS, "CREATE TEMP TABLE users (x int); ALTER TABLE users ADD y int;")
    catalog = history[-1].steps[-1].after
    assert columns(catalog, "users") == ["id", "email"]
    assert [c.name for c in table(catalog, "users", "pg_temp").columns] == ["x", "y"]


def test_temporary_objects_end_with_their_session() -> None:
    made = "CREATE TEMP TABLE users (x int); CREATE TEMP VIEW v AS SELECT x FROM users; CREATE TEMP SEQUENCE q;"
    catalog = after(USERS, made, "ALTER TABLE users ADD y int;")
    assert columns(catalog, "users") == ["id", "email", "y"]
    assert not [name for name in catalog.relations if name.schema == "pg_temp"]


def test_temporary_functions_and_types_end_with_it_too() -> None:
    made = "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE pg_temp.e AS ENUM ('a');"
    catalog = after(made, "SELECT 1;")
    assert (len(catalog.functions), len(catalog.types)) == (0, 0)


def test_tables_that_go_with_their_transaction() -> None:
    made = "CREATE TEMP TABLE {} ON COMMIT DROP; CREATE TEMP VIEW v AS SELECT x FROM t;"
    for written in ("t (x int)", "t"):
        sql = made.format(written).replace("DROP;", "DROP AS SELECT 1 AS x;" if written == "t" else "DROP;")
        (history,) = replayed(f"BEGIN; {sql} COMMIT; CREATE TEMP TABLE t (y int);")
        inside, later = history.steps[3].before.relations, history.steps[4].before.relations
        assert {Name("pg_temp", "t"), Name("pg_temp", "v")} <= {*inside}
        assert not {Name("pg_temp", "t"), Name("pg_temp", "v")} & {*later}
    (alone,) = replayed("CREATE TEMP TABLE t (x int) ON COMMIT DROP; CREATE TEMP TABLE t (y int);", wrapper="none")
    assert Name("pg_temp", "t") not in alone.steps[1].before.relations


def test_temporary_tables_stay_while_a_tool_goes_on_in_the_same_session() -> None:
    history = replayed(USERS, "CREATE TEMP TABLE users (x int);", "ALTER TABLE users ADD y int;", together=True)
    assert [c.name for c in table(history[-1].after, "users", "pg_temp").columns] == ["x", "y"]


@pytest.mark.parametrize(
    ("wrapper", "statements", "kind"),
    [
        ("explicit", "ALTER TABLE users ADD a int;", "explicit"),
        ("implicit", "ALTER TABLE users ADD a int;", "none"),
        ("implicit", "ALTER TABLE users ADD a int; ALTER TABLE users ADD b int;", "implicit"),
        ("none", "ALTER TABLE users ADD a int; ALTER TABLE users ADD b int;", "none"),
        ("none", "BEGIN; ALTER TABLE users ADD a int;", "explicit"),
    ],
)
def test_the_runner_decides_the_transaction(wrapper: str, statements: str, kind: str) -> None:
    history = replayed(USERS, statements, wrapper=wrapper)[-1]  # type: ignore[arg-type]
    assert history.steps[-1].transaction.kind == kind


def test_each_migration_is_a_deployment_of_its_own() -> None:
    first, second = replayed(USERS, "CREATE TABLE b (i int);")
    assert second.base is not first.base
    assert second.base.table(Name("public", "users")) is not None
    assert second.base.table(Name("public", "b")) is None


def test_migrations_named_together_are_one_deployment() -> None:
    first, second = replayed(USERS, "ALTER TABLE users ADD a int;", together=True)
    assert second.base is first.base


def test_a_shared_transaction_ends_with_its_deployment() -> None:
    texts = ("SET LOCAL lock_timeout = '5s'; CREATE TEMP TABLE t (a int) ON COMMIT DROP;", "SELECT 1;")
    for together in (True, False):
        first, second = replayed(*texts, wrapper="explicit", run="all", together=together)
        (step,) = second.steps
        assert (step.transaction.number == first.steps[-1].transaction.number) is together
        assert (step.session.setting("lock_timeout") is not None) is together
        assert (step.before.table(Name("pg_temp", "t")) is not None) is together


def test_a_table_is_empty_until_somebody_writes() -> None:
    (history,) = replayed(f"{USERS} ALTER TABLE users ADD a int; INSERT INTO users VALUES (1, 'x', 2); SELECT 1;")
    users = Name("public", "users")
    assert history.steps[2].before.is_empty(users)
    assert not history.steps[3].before.is_empty(users)


def test_a_table_is_not_empty_in_the_next_deployment() -> None:
    _, second = replayed(USERS, "ALTER TABLE users ADD a int;")
    assert not second.steps[0].before.is_empty(Name("public", "users"))


def test_truncate_and_delete_without_where_empty_a_table() -> None:
    for sql in ("TRUNCATE users;", "DELETE FROM users;"):
        _, second = replayed(USERS, f"{sql} SELECT 1;")
        assert second.steps[1].before.is_empty(Name("public", "users"))
    _, second = replayed(USERS, "DELETE FROM users WHERE id = 1; SELECT 1;")
    assert not second.steps[1].before.is_empty(Name("public", "users"))


GUARDED = """DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_user_fk') THEN
    ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
  END IF;
END $$;"""
SWALLOWED = """DO $$ BEGIN
  CREATE TYPE mood AS ENUM ('sad');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;"""


def test_a_guarded_block_runs_once() -> None:
    catalog = after(USERS, "CREATE TABLE orders (user_id bigint);", GUARDED, GUARDED)
    assert [f.name for f in table(catalog, "orders").foreign_keys] == ["orders_user_fk"]


def test_a_swallowed_duplicate_changes_nothing() -> None:
    catalog = after("CREATE TYPE mood AS ENUM ('ok');", SWALLOWED)
    assert catalog.types[Name("public", "mood")].values == ("ok",)  # type: ignore[union-attr]


def test_a_history_that_alters_what_it_never_made_is_not_complete() -> None:
    catalog = after("ALTER TABLE legacy ADD a int;")
    assert not catalog.complete
    assert table(catalog, "legacy").partial


def last(*texts: str) -> object:
    return replayed(*texts)[-1].steps[-1].operation


@pytest.mark.parametrize(
    ("column", "word"),
    [
        ("a int", "none"),
        ("a int DEFAULT 5", "constant"),
        ("a timestamptz DEFAULT now()", "stable"),
        ("a timestamptz DEFAULT clock_timestamp()", "volatile"),
        ("a uuid DEFAULT gen_random_uuid()", "volatile"),
        ("a serial", "volatile"),
        ("a int GENERATED ALWAYS AS IDENTITY", "volatile"),
        ("a bigint GENERATED ALWAYS AS (id * 2) STORED", "volatile"),
        ("a text DEFAULT mine()", "volatile"),
        ("a text DEFAULT stranger()", "unknown"),
    ],
)
def test_how_rows_get_the_value_of_a_new_column(column: str, word: str) -> None:
    function = "CREATE FUNCTION mine() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x'; END $$;"
    operation = last(USERS, function, f"ALTER TABLE users ADD COLUMN {column};")
    assert isinstance(operation, AddColumn)
    assert operation.default == word


@pytest.mark.parametrize(
    ("before", "proof"),
    [
        ("SELECT 1;", ""),
        ("ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL);", "check"),
        ("ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL AND email <> '');", "check"),
        ("ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL) NOT VALID;", ""),
        (
            "ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL) NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT c;",
            "check",
        ),
        ("ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL OR id > 0);", ""),
        ("ALTER TABLE users ALTER email SET NOT NULL;", "already"),
    ],
)
def test_what_proves_a_column_not_null(before: str, proof: str) -> None:
    operation = last(USERS, before, "ALTER TABLE users ALTER COLUMN email SET NOT NULL;")
    assert isinstance(operation, SetNotNull)
    assert operation.proof == proof


def test_a_type_change_knows_the_type_before() -> None:
    operation = last(
        "CREATE TABLE t (v varchar(10)); CREATE INDEX ON t (v); CREATE INDEX ON t (lower(v));",
        "ALTER TABLE t ALTER v TYPE varchar(20);",
    )
    assert isinstance(operation, AlterColumnType)
    assert (str(operation.old), operation.type_change) == ("character varying(10)", "binary")
    assert operation.rebuilds == ("t_lower_idx",)


def test_a_reference_on_a_new_column_checks_nothing() -> None:
    unchecked = last(USERS, "CREATE TABLE o (i int);", "ALTER TABLE o ADD u bigint REFERENCES users;")
    assert isinstance(unchecked, AddForeignKey)
    assert not unchecked.checked
    checked = last(USERS, "CREATE TABLE o (u bigint);", "ALTER TABLE o ADD FOREIGN KEY (u) REFERENCES users;")
    assert isinstance(checked, AddForeignKey)
    assert checked.checked
    assert checked.constraint.target_columns == ("id",)


FUNCTION = "CREATE FUNCTION k(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'; "


def test_cascade_takes_what_calls_a_function() -> None:
    made = "CREATE VIEW kv AS SELECT k(1) AS x; CREATE VIEW kw AS SELECT x FROM kv; CREATE VIEW other AS SELECT 1 AS x;"
    catalog = after(FUNCTION + made, "DROP FUNCTION k(int) CASCADE;")
    assert [view.name.name for view in catalog.views] == ["other"]
    parts = (
        "CREATE TABLE t (a int DEFAULT k(1), b int GENERATED ALWAYS AS (k(1)) STORED, CONSTRAINT c CHECK (k(a) > 0));"
        "CREATE INDEX i ON t (k(a)); CREATE INDEX j ON t (a); CREATE POLICY p ON t USING (k(a) = 1);"
    )
    left = table(after(FUNCTION + parts, "DROP FUNCTION k CASCADE;"), "t")
    assert [(c.name, c.default) for c in left.columns] == [("a", None)]
    assert ([*left.checks], [i.name for i in left.indexes], [*left.policies]) == ([], ["j"], [])


def test_cascade_takes_the_functions_and_views_of_a_type() -> None:
    made = "CREATE TYPE e AS ENUM ('a'); CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS 'SELECT 1';"
    catalog = after(made + "CREATE VIEW v AS SELECT 'a'::e AS x; CREATE TABLE t (a int);", "DROP TYPE e CASCADE;")
    assert [*catalog.functions] == []
    assert [name.name for name in catalog.relations] == ["t"]

"""`dbarch-lint normalize`: where dependencies come from, what a person reads, and what data may say."""

from __future__ import annotations

import json
import random
from pathlib import Path

import jsonschema
import pytest

from dbarch_lint.cli.manual import json_schema
from dbarch_lint.engines import engine
from dbarch_lint.errors import ConfigError, UsageError
from dbarch_lint.names import Name
from dbarch_lint.normalize import mine, rows, sample
from dbarch_lint.normalize.analysis import Judged, judge
from dbarch_lint.normalize.declared import Declarations, Relation, relation
from dbarch_lint.normalize.dependencies import FD, fd
from dbarch_lint.normalize.naming import part_name, plural
from dbarch_lint.vocabulary import Vocabulary
from tests.commands import Run
from tests.history import after, table

SHOP = """\
CREATE TABLE products (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (
  id bigint PRIMARY KEY, customer_email text NOT NULL, customer_name text NOT NULL, city text, country text
);
CREATE TABLE logs (line text);
"""
SETTINGS = """\
paths: [db]
dependencies:
  orders:
    - customer_email -> customer_name, city
    - holds: city -> country
      kept: it is printed on the invoice
"""
REPORT = """\
table orders: 2NF
  keys: (id)
  breaks 3NF: customer_email -> customer_name, city
    customer_email is no key: customer_name, city are written again in every row with the same customer_email.
    Change it in one row, and two rows disagree; delete the last row, and it is lost.
  kept on purpose: city -> country (it is printed on the invoice)
  in BCNF: every dependency is kept
    orders     id, customer_email, country          key id; customer_email in customers
    customers  customer_email, customer_name, city  key customer_email
  lossless, by the chase: customer_email -> customer_name, city fills customer_name, city
  migrations: expand, index, fill, validate, relax, contract (--table orders --output-format sql)

1 table is in BCNF, as far as 2 declared dependencies show.
1 without a key, so that rows may repeat and no form applies: logs.
"""


@pytest.fixture
def shop(folder: Path) -> Path:
    (folder / "db").mkdir()
    (folder / "db" / "1.sql").write_text(SHOP)
    (folder / ".dbarch-lint.yaml").write_text(SETTINGS)
    return folder


# --- what is printed


def test_the_report_of_a_shop(shop: Path, cli: Run) -> None:
    assert cli("normalize") == (0, REPORT, "")


def test_the_document_keeps_its_promise(shop: Path, cli: Run) -> None:
    (shop / "orders.csv").write_text("customer_email,customer_name\na@x,Ann\na@x,Eve\n")
    code, out, _ = cli("normalize", "--output-format", "json", "--sample", "orders.csv")
    assert code == 0
    document = json.loads(out)
    jsonschema.Draft202012Validator(json_schema("normalize")).validate(document)
    [orders] = document["tables"]
    assert (orders["form"], orders["keys"], orders["decomposition"]["lossless"]) == ("2NF", [["id"]], True)
    assert [p["name"] for p in orders["migration"]] == "expand index fill validate relax contract".split()
    assert orders["sample"]["refuted"][0]["rows"] == [{"path": "orders.csv", "line": n} for n in (2, 3)]


def test_the_script_is_sql_that_parses(shop: Path, cli: Run) -> None:
    code, out, _ = cli("normalize", "--output-format", "sql", "--table", "orders")
    assert code == 0
    (shop / "db" / "2.sql").write_text(out)
    shown = json.loads(cli("schema", "db", "--isolated", "--output-format", "json")[1])
    columns = {t["name"]: [c["name"] for c in t["columns"]] for t in shown["tables"]}
    assert columns["orders"] == ["id", "customer_email", "country"]
    assert columns["customers"] == ["customer_email", "customer_name", "city"]
    assert shown["functions"] == []


def test_without_declarations_it_says_how_to_make_them(shop: Path, cli: Run) -> None:
    out = cli("normalize", "--isolated", "db")[1]
    assert out.startswith("2 tables are in BCNF, as far as keys show.\n")
    assert "declare in the configuration" in out


def test_settings_of_other_rules_are_no_mistake(shop: Path, cli: Run) -> None:
    before = cli("normalize")
    with (shop / ".dbarch-lint.yaml").open("a") as file:
        file.write(
            "rules: {missing-foreign-key: {threshold: 80}, column-dropped: {severity: error}}\nignore: [LK101]\n"
        )
    assert cli("normalize") == before
    assert before[0] == 0


def test_only_the_asked_table_is_told(shop: Path, cli: Run) -> None:
    assert cli("normalize", "--table", "products")[1] == "1 table is in BCNF, as far as 2 declared dependencies show.\n"
    code, _, err = cli("normalize", "--table", "order")
    assert (code, err.count("did you mean orders")) == (2, 1)


def test_nothing_is_shown_raw(folder: Path, cli: Run) -> None:
    (folder / "db").mkdir()
    (folder / "db" / "1.sql").write_text('CREATE TABLE "a\x1b[31m" (id int PRIMARY KEY, "b\nDROP" int, c int);')
    (folder / ".dbarch-lint.yaml").write_text('dependencies: {"a\\e[31m": ["\\"b\\nDROP\\" -> c"]}')
    out = cli("normalize", "db")[1]
    assert "breaks 3NF" in out
    assert all(char.isprintable() or char == "\n" for char in out)
    script = cli("normalize", "db", "--output-format", "sql")[1]
    (folder / "db" / "2.sql").write_text(script)
    checked = cli("check", "db", "--isolated", "--output-format", "json", "--select", "HY001,HY002,HY003")[1]
    assert json.loads(checked)["findings"] == []


# --- mistakes in the configuration


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("    - custmer_email -> city", ":4:7: 'custmer_email -> city': orders has no column custmer_email; did you mean customer_email?"),
        ("    - city country", ":4:7: 'city country' is no dependency: write `column, column -> column`"),
        ("    - city -> country -> id", ":4:7: 'city -> country -> id' is no dependency"),
        ("    - city -> city", ":4:7: 'city -> city' says nothing"),
        ("    - city, -> country", ":4:7: 'city, -> country' is no dependency"),
        ("    - -> country", ":4:7: '-> country' is no dependency"),
        ("    - [city -> country]", ":3:3: dependencies.orders: expected"),
        ("    - {holds: city -> country}", ":3:3: dependencies.orders: "),
        ("oders: []", ":3:3: dependencies: the migrations make no table oders; did you mean orders?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(shop: Path, cli: Run, line: str, message: str) -> None:
    said = f"  orders:\n{line}" if line.startswith(" ") else f"  {line}"
    (shop / ".dbarch-lint.yaml").write_text(f"paths: [db]\ndependencies:\n{said}\n")
    code, out, err = cli("normalize")
    assert (code, out) == (2, "")
    assert f".dbarch-lint.yaml{message}" in err


def test_a_comma_in_brackets_is_explained(shop: Path, cli: Run) -> None:
    (shop / ".dbarch-lint.yaml").write_text("dependencies:\n  orders: [city, country -> id]\n")
    code, _, err = cli("normalize", "db")
    assert code == 2
    assert ".dbarch-lint.yaml:2:12: 'city' is no dependency" in err
    assert "in [ ] a comma ends an item" in err


def test_toml_declares_too(shop: Path, cli: Run) -> None:
    (shop / ".dbarch-lint.yaml").unlink()
    (shop / "pyproject.toml").write_text('[tool.dbarch-lint.dependencies]\norders = ["city -> country"]\n')
    out = cli("normalize", "db")[1]
    assert "breaks 3NF: city -> country" in out
    assert "  provided that no row without city holds country\n" in out
    (shop / "pyproject.toml").write_text('[tool.dbarch-lint.dependencies]\norders = ["x -> country"]\n')
    assert "pyproject.toml:2:1: 'x -> country'" in cli("normalize", "db")[2]


# --- where dependencies come from


def known(sql: str, name: str, *declared: str) -> Relation:
    catalog = after(sql)
    return judge(catalog, {name: declared}, only=[Name("public", name)])[0].relation


def judged(sql: str, name: str, *declared: str) -> Judged:
    return judge(after(sql), {name: list(declared)}, only=[Name("public", name)])[0]


def by_origin(rel: Relation, origin: str) -> list[FD]:
    return [k.dependency for k in rel.known if k.origin == origin and isinstance(k.dependency, FD)]


@pytest.mark.parametrize(
    ("constraint", "keys"),
    [
        ("a int PRIMARY KEY, b int, c int", ["a"]),
        ("a int NOT NULL UNIQUE, b int, c int", ["a"]),
        ("a int UNIQUE, b int, c int", []),
        ("a int, b int, c int, UNIQUE NULLS NOT DISTINCT (a, b)", ["ab"]),
        ("a int NOT NULL, b int, c int, UNIQUE (a, b)", []),
        ("a int NOT NULL UNIQUE DEFERRABLE, b int, c int", ["a"]),
    ],
)
def test_a_key_is_what_no_two_rows_share(constraint: str, keys: list[str]) -> None:
    rel = known(f"CREATE TABLE t ({constraint})", "t")
    assert rel.superkeys == [frozenset(key) for key in keys]
    assert bool(rel.weak) == (not keys)


@pytest.mark.parametrize(
    ("index", "keys"),
    [("(a)", ["a"]), ("(a) WHERE a > 0", []), ("((a + 1))", []), ("(a) INCLUDE (b)", ["a"]), ("(c)", [])],
)
def test_a_unique_index_counts_when_it_is_over_columns_and_all_rows(index: str, keys: list[str]) -> None:
    rel = known(f"CREATE TABLE t (a int NOT NULL, b int, c int); CREATE UNIQUE INDEX ON t {index};", "t")
    assert rel.superkeys == [frozenset(key) for key in keys]


TENANTS = """CREATE TABLE orders (tenant int, id int PRIMARY KEY, UNIQUE (tenant, id));
CREATE TABLE lines (tenant int NOT NULL, order_id int {null}, n int, PRIMARY KEY ({key}),
  FOREIGN KEY (tenant, order_id) REFERENCES orders (tenant, id){more});"""


def test_a_foreign_key_pulls_a_dependency_back_and_keeps_it() -> None:
    found = judged(TENANTS.format(null="NOT NULL", key="tenant, order_id, n", more=""), "lines")
    assert by_origin(found.relation, "foreign key") == [fd({"order_id"}, {"tenant"})]
    assert found.verdict.keys.keys == (frozenset({"order_id", "n"}),)
    assert found.verdict.form == "BCNF"
    assert [v.dependency for v in found.verdict.controlled] == [fd({"order_id"}, {"tenant"})]
    assert found.decomposition is None


@pytest.mark.parametrize(
    ("null", "more", "sound"),
    [("", "", False), ("", " MATCH FULL", True), ("NOT NULL", " NOT VALID", False)],
)
def test_a_foreign_key_that_lets_rows_pass_pulls_nothing_back(null: str, more: str, sound: bool) -> None:
    sql = TENANTS.format(null=null, key="n", more="")
    if more.strip() == "NOT VALID":
        sql = sql.replace(",\n  FOREIGN KEY", ");\nALTER TABLE lines ADD FOREIGN KEY").replace(
            "id));", "id) NOT VALID;"
        )
    else:
        sql = sql.replace("(tenant, id));", f"(tenant, id){more});").replace(
            "UNIQUE (tenant, id) MATCH FULL", "UNIQUE (tenant, id)"
        )
    assert bool(by_origin(known(sql, "lines"), "foreign key")) is sound


def test_a_generated_column_is_under_control() -> None:
    found = judged("CREATE TABLE t (id int PRIMARY KEY, net int, gross int GENERATED ALWAYS AS (net * 2) STORED)", "t")
    assert by_origin(found.relation, "generated column") == [fd({"net"}, {"gross"})]
    assert (found.verdict.form, len(found.verdict.controlled), found.fine) == ("BCNF", 1, True)


def test_a_generated_column_goes_where_it_can_be_computed() -> None:
    sql = "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, d int GENERATED ALWAYS AS (b * 2) STORED)"
    found = judged(sql, "t", "a -> b")
    assert found.split is not None
    assert found.split.kept == ("id", "a", "c")
    assert [n.columns for n in found.split.new] == [("a", "b", "d")]


def test_what_is_kept_on_purpose_is_no_fault() -> None:
    catalog = after("CREATE TABLE t (id int PRIMARY KEY, a int, b int)")
    declared: Declarations = {"t": ["a -> b"]}
    assert judge(catalog, declared)[0].verdict.form == "2NF"
    from dbarch_lint.config import KeptDependency

    found = judge(catalog, {"public.t": [KeptDependency(holds="a -> b", kept="speed")]})[0]
    assert (found.verdict.form, found.fine) == ("BCNF", True)


def test_tables_of_tools_and_partitions_are_left_out() -> None:
    catalog = after(
        "CREATE TABLE flyway_schema_history (a int); CREATE TABLE p (a int, b int) PARTITION BY LIST (a);"
        "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TEMP TABLE x (a int); CREATE TABLE none ();"
    )
    assert [j.table.name.name for j in judge(catalog, {})] == ["p"]


def test_several_values_in_a_row_are_a_doubt(folder: Path, cli: Run) -> None:
    (folder / "1.sql").write_text("CREATE TABLE t (id int PRIMARY KEY, phone1 text, phone2 text);")
    out = cli("normalize", "--isolated")[1]
    assert out.startswith(
        "table t: 1NF in doubt\n  keys: (id)\n  breaks 1NF, it seems: t keeps one kind of fact in 2 columns"
    )
    (folder / ".dbarch-lint.yaml").write_text("ignore: [repeating-columns]")
    assert cli("normalize")[1].startswith("1 table is in BCNF")


def test_a_name_that_two_schemas_have_needs_its_schema() -> None:
    catalog = after(
        "CREATE SCHEMA a; CREATE TABLE a.t (x int, y int, z int); CREATE SCHEMA b; CREATE TABLE b.t (x int, y int, z int);"
    )
    with pytest.raises(ConfigError, match=r"t may be a\.t, b\.t"):
        judge(catalog, {"t": ["x -> y"]})
    assert [j.verdict.form for j in judge(catalog, {"b.t": ["x -> y"]})] == ["BCNF", "1NF"]


# --- names


@pytest.mark.parametrize(
    ("old", "key", "others", "new"),
    [
        ("orders", ["customer_email"], ["customer_name"], "customers"),
        ("orders", ["zip"], ["city"], "zips"),
        ("order", ["country_code"], ["vat"], "country"),
        ("orders", ["product_id"], ["price"], "order_products"),  # products is taken
        ("OrderLine", ["categoryId"], ["label"], "Category"),
        ("sections", ["course_id", "semester"], ["room"], "course_semesters"),
        ("orders", ["id"], ["x"], "ids"),
    ],
)
def test_new_tables_are_named_in_the_manner_of_the_old_one(
    old: str, key: list[str], others: list[str], new: str
) -> None:
    catalog = after(f'CREATE TABLE products (a int); CREATE TABLE "{old}" (a int);')
    assert part_name(table(catalog, old), key, others, catalog, ()).name == new


@pytest.mark.parametrize(("one", "many"), [("city", "cities"), ("key", "keys"), ("box", "boxes"), ("zip", "zips")])
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


# --- samples


PEOPLE = "CREATE TABLE people (id int PRIMARY KEY, zip text, city text, street text, age int, team text, lead text);"


def people(folder: Path, count: int, *, wrong: int = 0) -> Path:
    """A file in which zip determines city but for some rows, and (team, street) determines lead."""
    chance = random.Random(1)
    leads = {(team, street): chance.randrange(6) for team in range(8) for street in range(40)}
    lines = ["id;ZIP;city;street;team;lead;other"]
    for n in range(count):
        zip_, team, street = chance.randrange(100), chance.randrange(8), chance.randrange(40)
        city = "Ghent" if n < wrong else f"city{zip_ // 3}"
        lines.append(f"{n};{zip_:05};{city};s{street};t{team};l{leads[team, street]};x")
    file = folder / "people.csv"
    file.write_text("\n".join(lines))
    return file


def mined(file: Path, *declared: str) -> mine.Mined:
    catalog = after(PEOPLE)
    rel = judge(catalog, {"people": declared})[0].relation
    return mine.mine(rel, sample.read_sample(str(file), rel.table), Vocabulary(catalog))


def test_data_raises_the_right_questions(folder: Path) -> None:
    found = mined(people(folder, 5000))
    asked = {(tuple(sorted(q.dependency.left)), *q.dependency.right) for q in found.questions}
    assert asked == {(("zip",), "city"), (("street", "team"), "lead")}
    assert (found.rows, found.complete, found.remarks) == (5000, True, ())


def test_a_few_rows_that_disagree_do_not_hide_a_question(folder: Path) -> None:
    [question] = [q for q in mined(people(folder, 5000, wrong=20)).questions if q.dependency.left == {"zip"}]
    assert 10 <= question.exceptions <= 20
    assert 0.9 <= question.score < 1


def test_what_is_declared_is_not_asked_but_refuted(folder: Path) -> None:
    found = mined(people(folder, 5000), "zip -> city", "city -> zip")
    assert not [q for q in found.questions if q.dependency.left == {"zip"}]
    [refuted] = found.refuted
    assert refuted.dependency == fd({"city"}, {"zip"})
    lines = (folder / "people.csv").read_text().splitlines()
    one, other = (lines[place.line - 1].split(";") for place in refuted.places)
    assert (one[2], one[1] != other[1]) == (other[2], True)


def test_few_rows_only_refute(folder: Path) -> None:
    found = mined(people(folder, 300), "city -> zip")
    assert (len(found.questions), len(found.refuted)) == (0, 1)
    assert found.remarks == ("300 rows are too few to suggest dependencies (at least 1,000 are needed)",)


def test_chance_raises_no_question(folder: Path) -> None:
    chance = random.Random(2)
    rows_ = [[chance.randrange(60) for _ in range(6)] for _ in range(4000)]
    file = folder / "people.csv"
    file.write_text("\n".join(["zip,city,street,age,team,lead", *(",".join(map(str, r)) for r in rows_)]))
    assert mined(file).questions == ()


def test_null_says_nothing(folder: Path) -> None:
    file = folder / "people.csv"
    file.write_text("zip,city\n,Ghent\n,Bruges\n1,Ghent\n1,\n")
    [refuted] = mined(file, "zip -> city").refuted
    assert [p.line for p in refuted.places] == [4, 5]


def test_a_question_reads_like_one(shop: Path, cli: Run) -> None:
    (shop / "db" / "2.sql").write_text(PEOPLE)
    file = people(shop, 2000)
    out = cli("normalize", "--sample", str(file))[1]
    assert "? is it true that zip determines city? (100 repeat, no row disagrees)" in out
    assert "Data cannot answer" in out


def test_seeds_refute(shop: Path, cli: Run) -> None:
    values = "(1, 'a@x', 'Ann', 'Rome', NULL),\n(2, 'a@x', 'Eve', 'Rome', now()), (3, 'b@x', 'Bo', DEFAULT, 'x')"
    (shop / "db" / "2.sql").write_text(f"INSERT INTO orders VALUES\n{values};")
    out = cli("normalize", "--seeds")[1]
    assert (
        "not so: customer_email -> customer_name, city is declared, and db/2.sql:2 and db/2.sql:3 contradict it" in out
    )
    assert "not so" not in cli("normalize")[1]


def test_seeds_in_bulk_are_read(shop: Path, cli: Run) -> None:
    rows_ = [f"({n}, 'p{n % 50}@x', 'n{n % 50}', 'c{n % 50}', 'k{n % 40}')" for n in range(6000)]
    repeats = [f"INSERT INTO orders VALUES {row.replace('(', '(9', 1)};" for row in rows_[:2000]]
    text = f"INSERT INTO orders VALUES {', '.join(rows_)};\n" + "\n".join(repeats)
    (shop / "db" / "2.sql").write_text(text)
    assert "sample: 8,000 rows" in cli("normalize", "--seeds")[1]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "its first line names no column of people"),
        (b"a,b\n1,2", "its first line names no column of people"),
        (b'zip,city\n"1,2\n' + b"x" * 300_000, "this is not CSV: field larger than field limit"),
        (b"zip,city\n" + b"x" * (1 << 20), "a line is longer than a million characters"),
    ],
    ids=["empty", "strange header", "long cell", "long line"],
)
def test_a_hostile_sample_is_refused(folder: Path, content: bytes, message: str) -> None:
    file = folder / "people.csv"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=message):
        sample.read_sample(str(file), table(after(PEOPLE), "people"))


def test_bytes_that_are_no_text_do_no_harm(folder: Path) -> None:
    file = folder / "people.csv"
    file.write_bytes(b"\xef\xbb\xbfzip,city\n\xff\xfe,\x00\n1\n")
    assert len(sample.read_sample(str(file), table(after(PEOPLE), "people"))) == 1


def test_a_long_sample_keeps_a_random_part(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(rows, "MOST_ROWS", 500)
    monkeypatch.setattr(rows, "MOST_READ", 4000)
    found = sample.read_sample(str(people(folder, 5000)), table(after(PEOPLE), "people"))
    assert (len(found), found.read) == (500, 4000)
    lines = [found.place(n).line for n in range(len(found))]
    assert len(set(lines)) == 500
    assert 1600 < sum(lines) / 500 < 2400


def test_a_sample_must_be_of_some_table(shop: Path, cli: Run) -> None:
    people(shop, 10)
    code, _, err = cli("normalize", "--sample", "people.csv")
    assert (code, "of which table is it a sample?" in err) == (2, True)
    assert cli("normalize", "--sample", "gone.csv", "--table", "orders")[0] == 2


def test_parquet_is_read(folder: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    file = folder / "people.parquet"
    parquet.write_table(pa.table({"zip": [1, 1, None], "city": ["a", "b", "c"], "other": [1, 2, 3]}), file)
    [refuted] = mined(file, "zip -> city").refuted
    assert [p.line for p in refuted.places] == [1, 2]
    file.write_bytes(b"PAR1 and no more")
    with pytest.raises(UsageError, match="this is not a Parquet file"):
        mined(file)


# --- speed


def test_a_wide_table_is_judged_at_once() -> None:
    import time

    chance = random.Random(3)
    names = [f"c{n}" for n in range(60)]
    declared = [
        f"{', '.join(chance.sample(names, chance.choice([1, 1, 2, 3])))} -> {chance.choice(names)}" for _ in range(40)
    ]
    catalog = after(f"CREATE TABLE t (id int PRIMARY KEY, {', '.join(f'{n} int' for n in names)})")
    began = time.process_time()
    [found] = judge(catalog, {"t": [d for d in declared if d.split(" -> ")[1] not in d.split(" -> ")[0].split(", ")]})
    assert time.process_time() - began < 1
    assert found.decomposition is not None
    assert found.decomposition.proof.lossless


def test_no_migration_where_steps_would_make_others_wait() -> None:
    found = judged("CREATE TABLE t (id int PRIMARY KEY, a int, b int) PARTITION BY LIST (id)", "t", "a -> b")
    assert found.split is not None
    assert engine("postgres").take_apart(found.split, after("")) == []


def test_a_relation_knows_its_order() -> None:
    rel = relation(table(after(PEOPLE), "people"), after(PEOPLE))
    assert rel.order == ("id", "zip", "city", "street", "age", "team", "lead")


LINES = """CREATE TABLE products (id int PRIMARY KEY, name text);
CREATE TABLE lines (a int, b int, c int, d int, e int, f int, g int, h int, product_id int NOT NULL REFERENCES products,
  maker text, PRIMARY KEY (a, b)); CREATE INDEX makers ON lines (maker); CREATE VIEW v AS SELECT maker FROM lines;"""


def test_columns_go_to_the_table_that_a_foreign_key_leads_to(folder: Path, cli: Run) -> None:
    (folder / "1.sql").write_text(LINES)
    (folder / ".dbarch-lint.yaml").write_text("dependencies: {lines: [product_id -> maker]}")
    lines = cli("normalize")[1].splitlines()
    at = lines.index("  in BCNF: every dependency is kept")
    assert [line.split() for line in lines[at + 1 : at + 3]] == [
        "lines all but maker key a, b".split(),
        "products + maker".split(),
    ]
    assert "migrations: expand, fill, contract" in lines[at + 4]
    script = cli("normalize", "--output-format", "sql")[1]
    assert "the views public.v are made again without them; with them go the indexes makers" in script
    document = json.loads(cli("normalize", "--output-format", "json")[1])
    [parts] = [t["decomposition"]["parts"] for t in document["tables"] if t["decomposition"]]
    assert [(p["name"], p["existing"]) for p in parts] == [("lines", True), ("products", True)]


@pytest.mark.parametrize(
    "more", ["ALTER TABLE products ADD maker int;", "ALTER TABLE lines ADD FOREIGN KEY (maker) REFERENCES m;"]
)
def test_a_table_that_has_such_a_column_gets_none(more: str) -> None:
    found = judged("CREATE TABLE m (m text PRIMARY KEY);" + LINES + more, "lines", "product_id -> maker")
    assert found.split is not None
    assert [(n.name.name, n.existing) for n in found.split.new] == [("line_products", ())]

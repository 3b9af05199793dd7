-- Cases of our own, and random ones made small. See cases.py for the form.

-- case: add-column-default-unknown 2
ALTER TABLE w ADD COLUMN n text DEFAULT other_function('x');

-- case: alter-column-type-unknown 2
ALTER TABLE r ALTER code TYPE circle USING NULL;

-- case: set-expression-virtual 2
-- after: ALTER TABLE r ADD COLUMN g int GENERATED ALWAYS AS (code * 2) VIRTUAL;
-- then
ALTER TABLE r ALTER g SET EXPRESSION AS (code * 3);

-- case: primary-key-using-index-proven 2
-- after: ALTER TABLE q ALTER k SET NOT NULL; CREATE UNIQUE INDEX q_k_uq ON q (k);
-- then
ALTER TABLE q ADD PRIMARY KEY USING INDEX q_k_uq;

-- case: primary-key-using-index-scan 2
-- after: CREATE UNIQUE INDEX q_id_uq ON q (id);
-- then
ALTER TABLE q ADD PRIMARY KEY USING INDEX q_id_uq;

-- case: validate-foreign-key 2
-- after: ALTER TABLE q ADD CONSTRAINT q_fk FOREIGN KEY (id) REFERENCES t NOT VALID;
-- then
ALTER TABLE q VALIDATE CONSTRAINT q_fk;

-- case: alter-constraint-not-enforced 2
-- after: ALTER TABLE q ADD CONSTRAINT q_fk FOREIGN KEY (id) REFERENCES t;
-- then
ALTER TABLE q ALTER CONSTRAINT q_fk NOT ENFORCED;

-- case: alter-constraint-enforced-already 2
-- after: ALTER TABLE q ADD CONSTRAINT q_fk FOREIGN KEY (id) REFERENCES t;
-- then
ALTER TABLE q ALTER CONSTRAINT q_fk ENFORCED;

-- case: view-parameter 2
ALTER TABLE v RESET (security_barrier);

-- case: table-inherit 2
-- after: CREATE TABLE i (LIKE t INCLUDING CONSTRAINTS);
-- then
ALTER TABLE i INHERIT t;

-- case: table-no-inherit 2
-- after: CREATE TABLE i () INHERITS (r);
-- then
ALTER TABLE i NO INHERIT r;

-- case: create-view-exists 2
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT id FROM r;

-- case: matview-parameter 2
ALTER MATERIALIZED VIEW mv ALTER a SET STATISTICS 50;

-- case: alter-sequence 2
-- after: ALTER TABLE r ADD COLUMN n serial;
-- then
ALTER SEQUENCE sq OWNER TO app;

-- case: drop-policy 2
-- after: CREATE POLICY pol ON p USING (a > 0);
-- then
DROP POLICY pol ON p;

-- case: merge 2
MERGE INTO r USING t ON t.id = r.id WHEN NOT MATCHED THEN INSERT VALUES (t.id + 1000);

-- case: lock-access-share 2
LOCK TABLE p IN ACCESS SHARE MODE;

-- case: lock-row-share 2
LOCK TABLE p IN ROW SHARE MODE;

-- case: lock-row-exclusive 2
LOCK TABLE v IN ROW EXCLUSIVE MODE;

-- case: lock-share-row-exclusive 2
LOCK TABLE p IN SHARE ROW EXCLUSIVE MODE;

-- case: lock-exclusive 2
LOCK TABLE v IN EXCLUSIVE MODE;

-- case: vacuum-full-alone 2
VACUUM FULL w;

-- case: virtual column 2
ALTER TABLE w ADD COLUMN n int GENERATED ALWAYS AS (id * 2) VIRTUAL;

-- case: check-enforcement-too-new 2
ALTER TABLE p ADD CHECK (a > 0) NOT ENFORCED;

-- case: not-null-constraint-too-new 2
ALTER TABLE r ADD CONSTRAINT r_nn NOT NULL code;

-- case: merge-too-new 2
MERGE INTO w USING t ON t.id = w.id WHEN MATCHED THEN DELETE;

-- case: access-method-partitioned 2
ALTER TABLE p SET ACCESS METHOD DEFAULT;

-- case: foreign-key-not-valid-partitioned 2
ALTER TABLE p ADD FOREIGN KEY (a) REFERENCES t NOT VALID;

-- case: default-column-missing 2
ALTER TABLE p ALTER nothing SET DEFAULT 'x';

-- case: no-index 2
ALTER INDEX t SET (fillfactor = 50);

-- case: view-of-missing 2
CREATE VIEW n AS SELECT t.id FROM t JOIN nothing USING (id);

-- case: query-of-missing 2
DELETE FROM t WHERE id IN (SELECT id FROM nothing);

-- case: foreign-key-to-missing 2
ALTER TABLE w ADD COLUMN n int REFERENCES nothing;

-- case: type-missing 2
DROP TYPE nothing;

-- case: trigger-there 2
-- after: CREATE TRIGGER tw AFTER INSERT ON w EXECUTE FUNCTION fn();
-- then
CREATE TRIGGER tw AFTER DELETE ON w EXECUTE FUNCTION fn();

-- case: policy-there 2
-- after: CREATE POLICY pol ON p USING (a > 0);
-- then
CREATE POLICY pol ON p USING (a > 1);

-- case: type-there 2
CREATE DOMAIN ty AS int;

-- case: sequence-there 2
CREATE SEQUENCE t;

-- case: constraint-there 2
ALTER TABLE w ADD CONSTRAINT w_t_fk FOREIGN KEY (id) REFERENCES t;

-- case: name-of-key-taken 2
ALTER TABLE q ADD CONSTRAINT r_pkey PRIMARY KEY (id);

-- case: drop-no-materialized-view 2
DROP MATERIALIZED VIEW t;

-- case: no-materialized-view 2
REFRESH MATERIALIZED VIEW v;

-- case: column-to-alter-missing 2
ALTER TABLE p ALTER nothing DROP DEFAULT;

-- case: default-of-generated 2
-- after: ALTER TABLE w ADD COLUMN g int GENERATED ALWAYS AS (id + 1) STORED;
-- then
ALTER TABLE w ALTER g DROP DEFAULT;

-- case: no-expression 2
ALTER TABLE r ALTER code DROP EXPRESSION;

-- case: not-null-of-identity 2
-- after: ALTER TABLE q ADD COLUMN n int GENERATED ALWAYS AS IDENTITY;
-- then
ALTER TABLE q ALTER n DROP NOT NULL;

-- case: attach-proof-of-dates
-- after: CREATE TABLE e (d date) PARTITION BY RANGE (d); CREATE TABLE e1 (d date NOT NULL CHECK (d >= '2025-01-01' AND d < '2025-02-01')); INSERT INTO e1 SELECT '2025-01-05'::date FROM generate_series(1, 50);
-- then
ALTER TABLE e ATTACH PARTITION e1 FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');

-- case: attach-proof-too-wide
-- after: ALTER TABLE q ADD CHECK (k >= 0 AND k IS NOT NULL);
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (2000) TO (3000);

-- case: attach-proof-of-list
-- after: CREATE TABLE l (c text) PARTITION BY LIST (c); CREATE TABLE l1 (c text NOT NULL CHECK (c IN ('a', 'b'))); INSERT INTO l1 SELECT 'a' FROM generate_series(1, 50);
-- then
ALTER TABLE l ATTACH PARTITION l1 FOR VALUES IN ('a', 'b', 'c');

-- case: unlogged-drops-column
ALTER TABLE t SET UNLOGGED, DROP COLUMN b;

-- case: drop-key-beside-primary-key
-- after: ALTER TABLE t ADD CONSTRAINT t_id_uq UNIQUE (id);
-- then
ALTER TABLE t DROP CONSTRAINT t_id_uq CASCADE;

-- case: cluster-on-with-stronger-action
ALTER TABLE t CLUSTER ON t_b_idx, ADD COLUMN n int;

-- case: view-name-of-inner-query
-- after: CREATE VIEW vi AS SELECT w.id, (SELECT code FROM r WHERE r.id = w.t_id) AS code FROM w;
-- then
ALTER TABLE r ALTER note TYPE varchar(10);

-- case: multi-drop
DROP TABLE w, t CASCADE;

-- case: two-primary-keys
ALTER TABLE r DROP CONSTRAINT r_pkey, ADD PRIMARY KEY (code);

-- case: random 100.31
CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE a (id int, ref int, c0 uuid, c1 varchar, c2 boolean NOT NULL, c3 date, c4 jsonb NOT NULL);
CREATE TABLE b (id bigint PRIMARY KEY, ref int, c0 timestamptz, c1 numeric(10,2) NOT NULL, c2 timestamp);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 boolean, c1 uuid, c2 positive, PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
ALTER TABLE a ADD CONSTRAINT a_k1 CHECK (id > 0);
-- then
ALTER TABLE a ALTER id TYPE text USING 'x';

-- case: random 102.25
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE b (id int, ref int, c0 boolean NOT NULL, c1 uuid, c2 numeric(10,2));
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 mood, c1 mood, c2 varchar(20)) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (30);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90);
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE TABLE q (LIKE p);
CREATE MATERIALIZED VIEW m AS SELECT id FROM p2;
-- then
DROP TABLE p2, q;

-- case: random 104.23
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 timestamp, c1 jsonb, c2 bigint) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90);
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE INDEX p_i0 ON p (ref, c2);
CREATE INDEX p_i1 ON p (ref, ref);
CREATE INDEX p_i2 ON p USING brin (ref);
-- then
ALTER TABLE p DETACH PARTITION p2;

-- case: random 107.16
CREATE DOMAIN word AS text;
CREATE TABLE b (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, ref int, c0 word, c1 char(10), c2 varchar(20) NOT NULL);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 varchar(20), c1 uuid, c2 numeric, PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
-- then
ALTER TABLE p ALTER k SET NOT NULL;

-- case: random 108.3
-- then
DROP POLICY IF EXISTS nothing ON a;

-- case: random 109.15
CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE TABLE a (id int PRIMARY KEY, ref int, c0 uuid NOT NULL, c1 uuid, c2 positive);
-- then
ALTER TABLE ONLY a ADD FOREIGN KEY (c1) REFERENCES a, ALTER c1 SET NOT NULL;

-- case: random 114.28
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE DOMAIN word AS text;
CREATE TABLE a (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, ref int, c0 timestamptz, c1 numeric(10,2) NOT NULL);
INSERT INTO a (id, ref, c0, c1) SELECT g, g, '2024-01-01'::timestamptz + g * interval '1 h', g FROM generate_series(1, 60) g;
CREATE TABLE b (id serial PRIMARY KEY, ref int, c0 word, c1 smallint, c2 positive NOT NULL, c3 date);
INSERT INTO b (id, ref, c0, c1, c2, c3) SELECT g, g, 'w' || g, g, g, '2024-01-01'::date + g FROM generate_series(1, 60) g;
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 date, c1 mood, c2 jsonb, c3 double precision) PARTITION BY RANGE (k);
CREATE UNIQUE INDEX a_i0 ON a (id);
-- then
ALTER TABLE a ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES b ON DELETE SET NULL, CLUSTER ON a_i0;

-- case: random 117.4
CREATE TABLE a (id bigint PRIMARY KEY, ref int, c0 varchar, c1 char(10), c2 boolean);
CREATE UNLOGGED TABLE b (id serial PRIMARY KEY, ref int, c0 date, c1 uuid NOT NULL, c2 bigint, c3 varchar(20));
-- then
CREATE SEQUENCE n OWNED BY b.id;

-- case: random 118.32
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN word AS text;
CREATE TABLE a (id serial PRIMARY KEY, ref int, c0 text, c1 date NOT NULL, c2 timestamp, c3 int);
CREATE TABLE b (id bigint PRIMARY KEY, ref int, c0 word, c1 mood, c2 int);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 double precision, c1 bigint) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (30);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90);
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE TABLE q (LIKE p INCLUDING ALL);
CREATE INDEX p_i0 ON p (ref, ref);
ALTER TABLE p2 ADD CONSTRAINT p2_f FOREIGN KEY (ref) REFERENCES a;
CREATE VIEW v2 AS SELECT x.id, x.c0 AS one FROM pd x;
-- then
DROP TABLE p CASCADE;

-- case: random 122.16
CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 date, c1 double precision, c2 bigint, c3 positive) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (30);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90);
CREATE TABLE pd PARTITION OF p DEFAULT;
INSERT INTO p (id, k) SELECT g, g + 500 FROM generate_series(1, 60) g;
INSERT INTO p (id, ref, k, c0, c1, c2, c3) SELECT g, g, g, '2024-01-01'::date + g, g, g, g FROM generate_series(1, 60) g;
CREATE TABLE q (LIKE p);
INSERT INTO q (id, ref, k, c0, c1, c2, c3) SELECT g, g, g + 1100, '2024-01-01'::date + g, g, g, g FROM generate_series(1, 60) g;
-- then
ALTER DOMAIN positive ADD CONSTRAINT n CHECK (VALUE < 1000000);

-- case: random 123.36
CREATE TABLE a (id int PRIMARY KEY, ref int, c0 smallint, c1 jsonb, c2 numeric, c3 text NOT NULL);
CREATE TABLE b (id int PRIMARY KEY, ref int, c0 numeric(10,2), c1 varchar, c2 int NOT NULL, c3 jsonb);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 varchar(20), c1 int, c2 timestamp) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (30);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90);
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE TABLE q (LIKE p);
-- then
CREATE INDEX IF NOT EXISTS p_i1 ON p (id);

-- case: random 128.9
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE a (id bigint PRIMARY KEY, ref int, c0 mood, c1 date, c2 varchar(20), c3 int[], c4 int);
CREATE INDEX a_i1 ON a (c0) WHERE id > 5;
-- then
DROP TYPE mood CASCADE;

-- case: random 129.2
CREATE TABLE a (id serial PRIMARY KEY, ref int, c0 boolean, c1 numeric(10,2));
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 text, c1 numeric(10,2), c2 int[]) PARTITION BY RANGE (k);
CREATE TABLE q (LIKE p);
INSERT INTO q (id, ref, k, c0, c1, c2) SELECT g, g, g + 1100, 'x' || g, g, ARRAY[g] FROM generate_series(1, 60) g;
CREATE INDEX q_i0 ON q ((id + 1), c0);
CREATE INDEX q_i1 ON q (id) INCLUDE (c0);
-- then
ALTER TABLE q ALTER c0 TYPE text COLLATE "C";

-- case: random 136.13
CREATE TABLE a (id bigint PRIMARY KEY, ref int, c0 jsonb, c1 int[] NOT NULL);
CREATE TABLE b (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, ref int, c0 varchar, c1 bigint NOT NULL);
CREATE TABLE c (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, ref int, c0 double precision, c1 date NOT NULL, c2 boolean, c3 int[]);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 varchar, c1 timestamptz) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90) PARTITION BY HASH (k);
-- then
ALTER TABLE p2 ENABLE TRIGGER ALL;

-- case: random 138.18
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE TABLE a (id bigint PRIMARY KEY, ref int, c0 uuid NOT NULL, c1 timestamp, c2 char(10) NOT NULL, c3 mood, c4 numeric);
CREATE TABLE b (id int PRIMARY KEY, ref int, c0 int[] NOT NULL, c1 positive);
INSERT INTO b (id, ref, c0, c1) SELECT g, g, ARRAY[g], g FROM generate_series(1, 60) g;
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 numeric(10,2), c1 bigint, c2 varchar(20), c3 numeric) PARTITION BY RANGE (k);
CREATE TABLE q (LIKE p INCLUDING ALL);
CREATE INDEX b_i2 ON b USING gin (c0);
-- then
ALTER TABLE b ALTER c0 TYPE int[];

-- case: random 138.26
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 numeric(10,2), c1 bigint, c2 varchar(20), c3 numeric) PARTITION BY RANGE (k);
CREATE TABLE q (LIKE p INCLUDING ALL);
INSERT INTO q (id, ref, k, c0, c1, c2, c3) SELECT g, g, g + 1100, g, g, 'v' || g, g FROM generate_series(1, 60) g;
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (1000) TO (2000);

-- case: random 1000.2
CREATE TABLE a (id int PRIMARY KEY, ref int, c0 boolean, c1 date);
INSERT INTO a (id, ref, c0, c1) SELECT g, g, g % 2 = 0, '2024-01-01'::date + g FROM generate_series(1, 60) g;
CREATE TABLE b (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, ref int, c0 numeric(10,2), c1 numeric(10,2), c2 date);
CREATE TABLE c (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, ref int, c0 varchar, c1 bigint, c2 int[], c3 varchar(20), c4 uuid);
ALTER TABLE c ADD CONSTRAINT c_f FOREIGN KEY (ref) REFERENCES a ON DELETE SET NULL;
-- then
ALTER TABLE a ALTER id TYPE text COLLATE "C";

-- case: random 1003.34
CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE TABLE c (id serial PRIMARY KEY, ref int, c0 varchar(20) NOT NULL, c1 boolean);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 boolean, c1 varchar(20), c2 numeric, c3 boolean) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90) PARTITION BY HASH (k);
-- then
ALTER TABLE ONLY p2 ALTER c1 SET (n_distinct = 5), ADD CONSTRAINT n2 UNIQUE (id) DEFERRABLE;

-- case: random 1011.33
CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE TABLE b (id bigint PRIMARY KEY, ref int, c0 boolean NOT NULL, c1 double precision, c2 text, c3 date);
CREATE TABLE c (id int, ref int, c0 positive, c1 int, c2 numeric);
CREATE TABLE p (id int, ref int, k int NOT NULL, c0 int[], c1 varchar(20), c2 int[], c3 smallint, PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (30) TO (90) PARTITION BY HASH (k);
-- then
ALTER TABLE p2 ADD CONSTRAINT n CHECK (id > 0) NO INHERIT;

-- case: probe 1.2
-- after: CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e ADD VALUE 'b';

-- case: probe 1.3
-- after: CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e ADD VALUE 'a';

-- case: probe 1.4
-- after: CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e ADD VALUE 'b' BEFORE 'z';

-- case: probe 1.5
-- after: CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e RENAME VALUE 'z' TO 'y';

-- case: probe 1.6
-- after: CREATE TYPE e AS ENUM ('a','b');
-- then
ALTER TYPE e RENAME VALUE 'a' TO 'b';

-- case: probe 1.7
CREATE TYPE e AS ENUM ('a','a');

-- case: probe 1.8
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e);
-- then
ALTER TABLE et ALTER k SET DEFAULT 'zz';

-- case: probe 1.9
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e);
-- then
ALTER TABLE et ADD COLUMN n e DEFAULT 'zz';

-- case: probe 1.10
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e);
-- then
ALTER TABLE et ADD CHECK (k <> 'zz');

-- case: probe 1.11
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e);
-- then
INSERT INTO et VALUES ('zz');

-- case: probe 1.12
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e);
-- then
CREATE INDEX i ON et (k) WHERE k = 'zz';

-- case: probe 1.13
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e DEFAULT 'a');
-- then
ALTER TABLE et ALTER k TYPE text;

-- case: probe 1.14
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k text DEFAULT 'a');
-- then
ALTER TABLE et ALTER k TYPE e USING k::e;

-- case: probe 1.15
-- after: CREATE TABLE et (k text DEFAULT 'a');
-- then
ALTER TABLE et ALTER k TYPE int USING k::int;

-- case: probe 1.16
-- after: CREATE TABLE et (k int DEFAULT 1);
-- then
ALTER TABLE et ALTER k TYPE boolean USING k <> 0;

-- case: probe 1.18
-- after: CREATE TABLE et (k varchar DEFAULT '');
-- then
ALTER TABLE et ALTER k TYPE uuid USING k::uuid;

-- case: probe 1.20
-- after: CREATE TABLE et (k text DEFAULT '{}');
-- then
ALTER TABLE et ALTER k TYPE jsonb USING k::jsonb;

-- case: probe 1.22
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TYPE e2 AS ENUM ('a'); CREATE TABLE et (k e DEFAULT 'a');
-- then
ALTER TABLE et ALTER k TYPE e2 USING k::text::e2;

-- case: probe 1.23
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e DEFAULT 'a');
-- then
ALTER TABLE et ALTER k DROP DEFAULT, ALTER k TYPE int USING 1;

-- case: probe 1.24
-- after: CREATE TYPE e AS ENUM ('a'); CREATE TABLE et (k e DEFAULT 'a');
-- then
ALTER TABLE et ALTER k TYPE int USING 1, ALTER k SET DEFAULT 1;

-- case: probe 1.29
-- after: CREATE TRIGGER z AFTER UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION fn();
-- then
ALTER TABLE t DROP COLUMN b CASCADE;

-- case: probe 1.33
CREATE TRIGGER z AFTER UPDATE OF nothing ON t FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.34
CREATE TRIGGER z AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.nothing > 0) EXECUTE FUNCTION fn();

-- case: probe 1.35
CREATE TRIGGER z AFTER UPDATE ON t FOR EACH STATEMENT WHEN (NEW.b > 0) EXECUTE FUNCTION fn();

-- case: probe 1.36
CREATE TRIGGER z AFTER INSERT ON t FOR EACH ROW WHEN (OLD.b > 0) EXECUTE FUNCTION fn();

-- case: probe 1.37
CREATE TRIGGER z AFTER DELETE ON t FOR EACH ROW WHEN (NEW.b > 0) EXECUTE FUNCTION fn();

-- case: probe 1.38
CREATE TRIGGER z AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION nothing();

-- case: probe 1.39
CREATE TRIGGER z INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.40
CREATE TRIGGER z BEFORE INSERT ON v FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.41
CREATE TRIGGER z INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.42
CREATE TRIGGER z INSTEAD OF INSERT ON v EXECUTE FUNCTION fn();

-- case: probe 1.43
CREATE TRIGGER z AFTER INSERT ON mv EXECUTE FUNCTION fn();

-- case: probe 1.44
CREATE TRIGGER z BEFORE TRUNCATE ON t FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.45
CREATE TRIGGER z BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.46
CREATE TRIGGER z AFTER INSERT ON p REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.47
CREATE TRIGGER z AFTER INSERT ON p1 REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.48
CREATE TRIGGER z AFTER INSERT OR UPDATE ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION fn();

-- case: probe 1.49
CREATE TRIGGER z AFTER UPDATE OF b ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION fn();

-- case: probe 1.50
CREATE TRIGGER z BEFORE INSERT ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION fn();

-- case: probe 1.51
CREATE TRIGGER z AFTER INSERT ON t REFERENCING OLD TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION fn();

-- case: probe 1.52
-- after: CREATE FUNCTION fi() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE TRIGGER z AFTER INSERT ON t EXECUTE FUNCTION fi();

-- case: probe 1.53
CREATE CONSTRAINT TRIGGER z BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION fn();

-- case: probe 1.58
-- after: CREATE PUBLICATION pb FOR TABLE t (id, a);
-- then
ALTER TABLE t ALTER id TYPE bigint;

-- case: probe 1.61
CREATE PUBLICATION pb FOR TABLE v;

-- case: probe 1.62
CREATE PUBLICATION pb FOR TABLE mv;

-- case: probe 1.63
CREATE PUBLICATION pb FOR TABLE nothing;

-- case: probe 1.64
-- after: CREATE PUBLICATION pb FOR TABLE t;
-- then
CREATE PUBLICATION pb FOR TABLE w;

-- case: probe 1.69
CREATE PUBLICATION pb FOR TABLE t WHERE (b > 0);

-- case: probe 1.70
CREATE PUBLICATION pb FOR TABLE t (id, b);

-- case: probe 1.72
DROP PUBLICATION nothing;

-- case: probe 1.84
ALTER TABLE t ALTER x SET COMPRESSION zstd;

-- case: probe 1.88
ALTER TABLE t ALTER a SET STATISTICS 100000;

-- case: probe 1.89
ALTER TABLE t ALTER nothing SET (n_distinct = 5);

-- case: probe 1.95
ALTER TABLE t ALTER nothing SET STORAGE external;

-- case: probe 2.3
CREATE TABLE n (a nothing);

-- case: probe 2.8
CREATE TABLE n (a int, UNIQUE (b));

-- case: probe 2.10
CREATE TABLE n (a int, CHECK (b > 0));

-- case: probe 2.11
CREATE TABLE n (a int, CONSTRAINT x CHECK (a > 0), CONSTRAINT x CHECK (a > 1));

-- case: probe 2.13
CREATE TABLE n (a int, FOREIGN KEY (b) REFERENCES r);

-- case: probe 2.15
CREATE TABLE n (a uuid REFERENCES r (id));

-- case: probe 2.16
CREATE TABLE n (a int REFERENCES r (nothing));

-- case: probe 2.17
CREATE TABLE n (a int REFERENCES v);

-- case: probe 2.21
CREATE TABLE n (a serial DEFAULT 2);

-- case: probe 2.23
CREATE TABLE n (a text GENERATED ALWAYS AS IDENTITY);

-- case: probe 2.24
CREATE TABLE n (a uuid GENERATED ALWAYS AS IDENTITY);

-- case: probe 2.25
CREATE TABLE n (a int, b int GENERATED ALWAYS AS (a + 1) STORED DEFAULT 2);

-- case: probe 2.26
CREATE TABLE n (a int, b int GENERATED ALWAYS AS (c + 1) STORED);

-- case: probe 2.27
CREATE TABLE n (a int, b int GENERATED ALWAYS AS (b + 1) STORED);

-- case: probe 2.28
CREATE TABLE n (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS (b + 1) STORED);

-- case: probe 2.29
CREATE TABLE n (a int, b float8 GENERATED ALWAYS AS (a + random()) STORED);

-- case: probe 2.30
CREATE TABLE n (a text, b timestamptz GENERATED ALWAYS AS (now()) STORED);

-- case: probe 2.31
CREATE TABLE n (a timestamptz, b text GENERATED ALWAYS AS (a::text) STORED);

-- case: probe 2.32
CREATE TABLE n (a timestamptz, b date GENERATED ALWAYS AS (date_trunc('day', a)) STORED);

-- case: probe 2.33
CREATE TABLE n (a text, b tsvector GENERATED ALWAYS AS (to_tsvector(a)) STORED);

-- case: probe 2.34
CREATE TABLE n (a text, b text GENERATED ALWAYS AS (concat(a, 'x')) STORED);

-- case: probe 2.36
CREATE TABLE n (a int DEFAULT (SELECT 1));

-- case: probe 2.37
CREATE TABLE n (a int DEFAULT 'x');

-- case: probe 2.38
CREATE TABLE n (a int DEFAULT b, b int);

-- case: probe 2.39
CREATE TABLE n (a int DEFAULT max(1));

-- case: probe 2.40
CREATE TABLE n (a int CHECK ((SELECT count(*) FROM r) > 0));

-- case: probe 2.41
CREATE TABLE n (a boolean DEFAULT 0);

-- case: probe 2.42
CREATE TABLE n (a int DEFAULT true);

-- case: probe 2.44
CREATE TABLE n (a uuid DEFAULT 1);

-- case: probe 2.45
CREATE TABLE n (a timestamptz DEFAULT 'abc');

-- case: probe 2.46
CREATE TABLE n (a int DEFAULT nothing());

-- case: probe 2.47
CREATE TABLE n (a uuid DEFAULT uuid_generate_v4());

-- case: probe 2.48
CREATE TABLE n (a json, UNIQUE (a));

-- case: probe 2.49
CREATE TABLE n (a json PRIMARY KEY);

-- case: probe 2.50
CREATE TABLE n (a point UNIQUE);

-- case: probe 2.53
CREATE TABLE n (a int(5));

-- case: probe 2.54
CREATE TABLE n (a datetime);

-- case: probe 2.55
CREATE TABLE n (id int AUTO_INCREMENT);

-- case: probe 2.58
CREATE TABLE n (LIKE nothing);

-- case: probe 2.59
CREATE TABLE n (LIKE r, id int);

-- case: probe 2.63
CREATE TABLE n (a int PRIMARY KEY) PARTITION BY RANGE (b);

-- case: probe 2.64
CREATE TABLE n (a int, b int, UNIQUE (b)) PARTITION BY RANGE (a);

-- case: probe 2.66
CREATE TABLE n (a int) PARTITION BY nothing (a);

-- case: probe 2.69
CREATE TABLE n PARTITION OF p FOR VALUES IN (1);

-- case: probe 2.70
CREATE TABLE n PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- case: probe 2.71
CREATE TABLE n PARTITION OF p FOR VALUES FROM (3000) TO (2500);

-- case: probe 2.72
CREATE TABLE n PARTITION OF p FOR VALUES FROM (3000, 1) TO (4000, 1);

-- case: probe 2.73
CREATE TABLE n PARTITION OF p FOR VALUES FROM ('x') TO ('y');

-- case: probe 2.75
-- after: CREATE TABLE pl (a text) PARTITION BY LIST (a); CREATE TABLE pl1 PARTITION OF pl FOR VALUES IN ('a');
-- then
CREATE TABLE pl2 PARTITION OF pl FOR VALUES IN ('a', 'b');

-- case: probe 2.76
-- after: CREATE TABLE pl (a text) PARTITION BY LIST (a); CREATE TABLE pl1 PARTITION OF pl FOR VALUES IN ('a');
-- then
CREATE TABLE pl2 PARTITION OF pl FOR VALUES FROM ('a') TO ('b');

-- case: probe 2.77
-- after: CREATE TABLE ph (a text) PARTITION BY HASH (a); CREATE TABLE ph1 PARTITION OF ph FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- then
CREATE TABLE ph2 PARTITION OF ph FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- case: probe 2.79
-- after: CREATE TABLE ph (a text) PARTITION BY HASH (a);
-- then
CREATE TABLE ph2 PARTITION OF ph DEFAULT;

-- case: probe 2.80
-- after: CREATE TABLE ph (a text) PARTITION BY HASH (a);
-- then
CREATE TABLE ph2 PARTITION OF ph FOR VALUES WITH (MODULUS 3, REMAINDER 3);

-- case: probe 2.81
-- after: CREATE TABLE pd1 (d date) PARTITION BY RANGE (d); CREATE TABLE pd2 PARTITION OF pd1 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- then
CREATE TABLE pd3 PARTITION OF pd1 FOR VALUES FROM ('2024-01-15') TO ('2024-03-01');

-- case: probe 2.87
CREATE TABLE n AS SELECT id, id FROM r;

-- case: probe 2.88
CREATE TABLE n OF ty;

-- case: probe 2.98
CREATE TABLE n (a int UNIQUE DEFERRABLE, b int REFERENCES n (a));

-- case: probe 2.102
CREATE TABLE n (a int CHECK (a > 0) NOT VALID);

-- case: probe 2.103
CREATE TABLE n (a int REFERENCES r ON DELETE SET NULL (a));

-- case: probe 2.105
CREATE TABLE n (a int REFERENCES p);

-- case: probe 2.106
CREATE TABLE n (a int, b text, FOREIGN KEY (a, b) REFERENCES r (id, code));

-- case: probe 2.107
CREATE TABLE t_b_idx (a int);

-- case: probe 2.110
CREATE TABLE n (a int[] REFERENCES r);

-- case: probe 2.111
CREATE TABLE n (a int GENERATED ALWAYS AS IDENTITY GENERATED ALWAYS AS IDENTITY);

-- case: probe 2.112
CREATE TABLE n (a int GENERATED ALWAYS AS IDENTITY NULL);

-- case: probe 2.117
CREATE TABLE n (a int PRIMARY KEY WITHOUT OVERLAPS);

-- case: probe 3.3
ALTER TABLE t ADD COLUMN n int DEFAULT 'x';

-- case: probe 3.4
ALTER TABLE t ADD COLUMN n int DEFAULT b;

-- case: probe 3.5
ALTER TABLE t ADD COLUMN n boolean DEFAULT 0;

-- case: probe 3.7
ALTER TABLE t ADD COLUMN n int, ADD COLUMN n int;

-- case: probe 3.8
ALTER TABLE t ADD COLUMN n int GENERATED ALWAYS AS (nothing + 1) STORED;

-- case: probe 3.9
ALTER TABLE t ADD COLUMN n float8 GENERATED ALWAYS AS (random()) STORED;

-- case: probe 3.10
ALTER TABLE t ADD COLUMN n int PRIMARY KEY;

-- case: probe 3.11
ALTER TABLE t ADD COLUMN n text REFERENCES r;

-- case: probe 3.12
ALTER TABLE t ADD COLUMN n json UNIQUE;

-- case: probe 3.14
ALTER TABLE t DROP COLUMN xmin;

-- case: probe 3.15
ALTER TABLE t DROP COLUMN a, DROP COLUMN a;

-- case: probe 3.16
ALTER TABLE t ALTER a TYPE nothing;

-- case: probe 3.17
ALTER TABLE t ALTER a TYPE bigint, ALTER a TYPE text;

-- case: probe 3.18
ALTER TABLE t ALTER b TYPE bigint USING nothing::bigint;

-- case: probe 3.19
ALTER TABLE t ALTER b TYPE bigint USING (SELECT 1);

-- case: probe 3.23
ALTER TABLE t ALTER b TYPE date USING b::date;

-- case: probe 3.24
ALTER TABLE t ALTER b SET DEFAULT 'x';

-- case: probe 3.28
ALTER TABLE t ALTER v SET DEFAULT 5;

-- case: probe 3.29
ALTER TABLE t ALTER v SET DEFAULT now();

-- case: probe 3.31
ALTER TABLE t ALTER x SET NOT NULL, ALTER x ADD GENERATED ALWAYS AS IDENTITY;

-- case: probe 3.32
ALTER TABLE t ALTER b SET NOT NULL, ALTER b ADD GENERATED ALWAYS AS IDENTITY;

-- case: probe 3.33
-- after: ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a + 1) STORED;
-- then
ALTER TABLE t ALTER g ADD GENERATED ALWAYS AS IDENTITY;

-- case: probe 3.34
-- after: ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a + 1) STORED;
-- then
ALTER TABLE t ADD COLUMN h int GENERATED ALWAYS AS (g + 1) STORED;

-- case: probe 3.37
-- after: ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a + 1) STORED;
-- then
ALTER TABLE t ADD FOREIGN KEY (g) REFERENCES r ON DELETE SET NULL;

-- case: probe 3.40
-- after: ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a + 1) VIRTUAL;
-- then
ALTER TABLE t ADD UNIQUE (g);

-- case: probe 3.43
-- after: ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a + 1) STORED;
-- then
ALTER TABLE t ALTER g SET EXPRESSION AS (nothing + 1);

-- case: probe 3.44
-- after: ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a + 1) STORED;
-- then
ALTER TABLE t ALTER g SET EXPRESSION AS (random());

-- case: probe 3.45
ALTER TABLE t ADD CHECK (random() > nothing);

-- case: probe 3.49
ALTER TABLE t ADD CHECK (b = 'x');

-- case: probe 3.50
ALTER TABLE t ADD CHECK (nothing(b));

-- case: probe 3.51
ALTER TABLE t ADD CHECK (a > 0) DEFERRABLE;

-- case: probe 3.52
ALTER TABLE t ADD UNIQUE (c) NOT VALID;

-- case: probe 3.53
ALTER TABLE t ADD CONSTRAINT x UNIQUE USING INDEX t_b_idx;

-- case: probe 3.55
ALTER TABLE t ADD EXCLUDE USING gist (c WITH =);

-- case: probe 3.56
ALTER TABLE t ADD EXCLUDE USING gist (during WITH &&);

-- case: probe 3.59
ALTER TABLE t ADD EXCLUDE USING gin (c WITH =);

-- case: probe 3.60
ALTER TABLE t ADD UNIQUE (during);

-- case: probe 3.62
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES v;

-- case: probe 3.64
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES mv (id);

-- case: probe 3.65
ALTER TABLE v ADD FOREIGN KEY (id) REFERENCES r;

-- case: probe 3.70
-- after: CREATE TEMP TABLE tt (id int PRIMARY KEY);
-- then
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES tt;

-- case: probe 3.71
ALTER TABLE w ALTER CONSTRAINT w_pkey NOT DEFERRABLE;

-- case: probe 3.72
ALTER TABLE w ALTER CONSTRAINT w_t_fk INITIALLY DEFERRED;

-- case: probe 3.73
-- after: ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0) NOT ENFORCED;
-- then
ALTER TABLE t VALIDATE CONSTRAINT ck;

-- case: probe 3.74
-- after: ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0);
-- then
ALTER TABLE t ALTER CONSTRAINT ck NOT ENFORCED;

-- case: probe 3.75
-- after: ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0);
-- then
ALTER TABLE c ADD CONSTRAINT ck CHECK (b > 1);

-- case: probe 3.79
ALTER TABLE ONLY t DROP COLUMN a;

-- case: probe 3.80
ALTER TABLE ONLY t RENAME COLUMN a TO aa;

-- case: probe 3.81
ALTER TABLE ONLY t ALTER a TYPE bigint;

-- case: probe 3.84
ALTER TABLE ONLY p ADD CHECK (a > 0);

-- case: probe 3.85
ALTER TABLE ONLY t ADD CHECK (a > 0);

-- case: probe 3.86
ALTER TABLE p1 ADD CONSTRAINT x CHECK (a > 0); ALTER TABLE p ADD CONSTRAINT x CHECK (a > 1);

-- case: probe 3.87
-- after: ALTER TABLE p ADD CONSTRAINT x CHECK (a > 0);
-- then
ALTER TABLE ONLY p DROP CONSTRAINT x;

-- case: probe 3.88
-- after: ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT VALID;
-- then
ALTER TABLE ONLY t VALIDATE CONSTRAINT x;

-- case: probe 3.89
ALTER TABLE ONLY p ADD UNIQUE (id, k);

-- case: probe 3.91
ALTER TABLE t RENAME COLUMN nothing TO x;

-- case: probe 3.103
ALTER TABLE t NO INHERIT r;

-- case: probe 3.104
ALTER TABLE t CLUSTER ON t_pkey;

-- case: probe 3.105
ALTER TABLE v RENAME COLUMN a TO n;

-- case: probe 3.106
ALTER TABLE v RENAME COLUMN nothing TO n;

-- case: probe 3.109
ALTER TABLE v ALTER a SET NOT NULL;

-- case: probe 3.110
ALTER TABLE mv ALTER a TYPE bigint;

-- case: probe 3.112
ALTER TABLE p CLUSTER ON nothing;

-- case: probe 3.113
ALTER TABLE p ATTACH PARTITION p FOR VALUES FROM (5000) TO (6000);

-- case: probe 3.114
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (500) TO (600);

-- case: probe 3.115
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (5000) TO (4000);

-- case: probe 3.116
ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (5000);

-- case: probe 3.117
ALTER TABLE p ATTACH PARTITION v FOR VALUES FROM (5000) TO (6000);

-- case: probe 3.118
-- after: CREATE TABLE q2 (id int, k int, a int, vc varchar(10), extra int);
-- then
ALTER TABLE p ATTACH PARTITION q2 FOR VALUES FROM (5000) TO (6000);

-- case: probe 3.120
-- after: ALTER TABLE p ALTER a SET NOT NULL;
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (5000) TO (6000);

-- case: probe 3.124
-- after: CREATE TABLE q2 (LIKE p);
-- then
ALTER TABLE p ADD PRIMARY KEY (id, k), ATTACH PARTITION q2 FOR VALUES FROM (5000) TO (6000);

-- case: probe 3.127
ALTER TABLE t DETACH PARTITION c;

-- case: probe 3.128
ALTER TABLE p DETACH PARTITION p1, ADD COLUMN n int;

-- case: probe 3.129
ALTER TABLE p1 ALTER k DROP NOT NULL;

-- case: probe 3.130
-- after: ALTER TABLE p ADD PRIMARY KEY (id, k);
-- then
ALTER TABLE p1 DROP CONSTRAINT p1_pkey;

-- case: probe 3.131
-- after: ALTER TABLE p ADD CONSTRAINT x FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p1 DROP CONSTRAINT x;

-- case: probe 3.133
-- after: CREATE TABLE pe (a int, b int) PARTITION BY RANGE ((a + b));
-- then
ALTER TABLE pe DROP COLUMN a;

-- case: probe 3.134
-- after: CREATE TABLE pe (a int, b int) PARTITION BY RANGE ((a + b));
-- then
ALTER TABLE pe ALTER a TYPE bigint;

-- case: probe 3.135
-- after: CREATE TABLE pe (a int, b int) PARTITION BY RANGE ((a + b));
-- then
ALTER TABLE pe ADD PRIMARY KEY (a);

-- case: probe 3.136
-- after: CREATE TABLE pe (a int, b int) PARTITION BY RANGE ((a + b));
-- then
CREATE UNIQUE INDEX i ON pe (a);

-- case: probe 3.138
-- after: CREATE STATISTICS st ON a, c FROM t;
-- then
ALTER TABLE t ALTER c TYPE bigint;

-- case: probe 3.144
-- after: CREATE POLICY po ON w USING (EXISTS (SELECT FROM t));
-- then
DROP TABLE t CASCADE;

-- case: probe 3.154
-- after: CREATE TABLE tc (o ty);
-- then
ALTER TYPE ty ADD ATTRIBUTE z int;

-- case: probe 3.155
-- after: CREATE TABLE tc (o ty);
-- then
DROP TYPE ty;

-- case: add-foreign-key-without-rows 2
CREATE TABLE fresh (id bigint PRIMARY KEY, r_id int);
ALTER TABLE fresh ADD FOREIGN KEY (r_id) REFERENCES r;

-- case: key of a partition, type of the parent
-- after: ALTER TABLE p2 ADD UNIQUE (a); CREATE TABLE zz (a int REFERENCES p2 (a));
-- then
ALTER TABLE p ALTER a TYPE text;

-- case: key of a partition, another type of the parent that fits
-- after: ALTER TABLE p2 ADD UNIQUE (a); CREATE TABLE zz (a int REFERENCES p2 (a));
-- then
ALTER TABLE p ALTER a TYPE bigint;

-- case: nested partitions 1
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (a);
CREATE TABLE n (k int, a int);
INSERT INTO n SELECT 1, g FROM generate_series(1,5) g;
-- then
ALTER TABLE p1 ATTACH PARTITION n FOR VALUES FROM (0) TO (50);

-- case: nested partitions 2
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE TABLE pd PARTITION OF p DEFAULT PARTITION BY RANGE (k);
CREATE TABLE pd1 PARTITION OF pd FOR VALUES FROM (1000) TO (2000);
CREATE TABLE pdd PARTITION OF pd DEFAULT;
INSERT INTO p SELECT g * 100, g FROM generate_series(1,80) g;
-- then
CREATE TABLE n PARTITION OF p FOR VALUES FROM (9000) TO (9500);

-- case: nested partitions 3
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE TABLE pd PARTITION OF p DEFAULT PARTITION BY RANGE (k);
CREATE TABLE pd1 PARTITION OF pd FOR VALUES FROM (1000) TO (2000);
CREATE TABLE pdd PARTITION OF pd DEFAULT;
INSERT INTO p SELECT g * 100, g FROM generate_series(1,80) g;
CREATE TABLE n (k int, a int);
-- then
ALTER TABLE p ATTACH PARTITION n FOR VALUES FROM (9000) TO (9500);

-- case: nested partitions 4
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE pd PARTITION OF p DEFAULT PARTITION BY RANGE (k);
CREATE TABLE pd1 PARTITION OF pd FOR VALUES FROM (1000) TO (2000);
CREATE TABLE pdd PARTITION OF pd DEFAULT;
INSERT INTO p SELECT g * 100, g FROM generate_series(1,80) g;
ALTER TABLE pd ADD CHECK (k < 9000 AND k IS NOT NULL);
-- then
CREATE TABLE n PARTITION OF p FOR VALUES FROM (9000) TO (9500);

-- case: nested partitions 5
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE pd PARTITION OF p DEFAULT PARTITION BY RANGE (k);
CREATE TABLE pd1 PARTITION OF pd FOR VALUES FROM (1000) TO (2000);
CREATE TABLE pdd PARTITION OF pd DEFAULT;
INSERT INTO p SELECT g * 100, g FROM generate_series(1,80) g;
ALTER TABLE pdd ADD CHECK (k < 9000 AND k IS NOT NULL);
-- then
CREATE TABLE n PARTITION OF p FOR VALUES FROM (9000) TO (9500);

-- case: nested partitions 6
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t);
INSERT INTO t SELECT generate_series(1,40);
INSERT INTO w SELECT generate_series(1,40);
-- then
TRUNCATE t1 CASCADE;

-- case: nested partitions 7
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t);
INSERT INTO t SELECT generate_series(1,40);
INSERT INTO w SELECT generate_series(1,40);
-- then
TRUNCATE t11 CASCADE;

-- case: nested partitions 8
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t);
-- then
ALTER TABLE t1 DETACH PARTITION t11;

-- case: nested partitions 9
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t);
-- then
DROP TABLE t11;

-- case: nested partitions 10
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t);
-- then
DROP TABLE t11 CASCADE;

-- case: nested partitions 11
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE w (id int REFERENCES t);
-- then
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);

-- case: nested partitions 12
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE w (id int REFERENCES t);
CREATE TABLE t11 (id int NOT NULL);
-- then
ALTER TABLE t1 ATTACH PARTITION t11 FOR VALUES FROM (0) TO (50);

-- case: nested partitions 13
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (100);
CREATE INDEX ON t1 (id);
INSERT INTO t SELECT generate_series(1,90);
-- then
CREATE INDEX ON t (id);

-- case: nested partitions 14
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);
CREATE TABLE w (id int REFERENCES t);
-- then
ALTER TABLE t DETACH PARTITION t1;

-- case: nested partitions 15
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t);
-- then
ALTER TABLE t DETACH PARTITION t1;

-- case: nested partitions 16
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t1);
-- then
ALTER TABLE t1 DETACH PARTITION t11;

-- case: nested partitions 17
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE t12 PARTITION OF t1 FOR VALUES FROM (50) TO (70);
CREATE TABLE w (id int REFERENCES t);
INSERT INTO t SELECT generate_series(1,60);
INSERT INTO w SELECT generate_series(1,60);
-- then
ALTER TABLE w DROP CONSTRAINT w_id_fkey;

-- case: nested partitions 18
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (50);
CREATE TABLE w (id int REFERENCES t) PARTITION BY RANGE (id);
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (100);
INSERT INTO t SELECT generate_series(1,40);
INSERT INTO w SELECT generate_series(1,40);
-- then
ALTER TABLE w DETACH PARTITION w1;

-- case: keys of partitions 1
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t (PRIMARY KEY (id)) FOR VALUES FROM (0) TO (100);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (100) TO (200);
INSERT INTO t SELECT generate_series(1,140);
-- then
ALTER TABLE t ADD PRIMARY KEY (id);

-- case: keys of partitions 2
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t (UNIQUE (id)) FOR VALUES FROM (0) TO (100);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (100) TO (200);
INSERT INTO t SELECT generate_series(1,140);
-- then
ALTER TABLE t ADD UNIQUE (id);

-- case: keys of partitions 3
CREATE TABLE t (id int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t (PRIMARY KEY (id)) FOR VALUES FROM (0) TO (100);
INSERT INTO t SELECT generate_series(1,90);
-- then
ALTER TABLE ONLY t ADD PRIMARY KEY (id);

-- case: keys of partitions 4
CREATE TABLE t (id int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);
ALTER TABLE t1 ALTER id SET NOT NULL;
INSERT INTO t SELECT generate_series(1,90);
-- then
ALTER TABLE ONLY t ADD PRIMARY KEY (id);

-- case: keys of partitions 5
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);
INSERT INTO t SELECT generate_series(1,90);
-- then
ALTER TABLE ONLY t ADD PRIMARY KEY (id);

-- case: checks that stay 1
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NO INHERIT NOT VALID;
INSERT INTO t VALUES (1);
INSERT INTO c VALUES (1);
-- then
ALTER TABLE t VALIDATE CONSTRAINT k;

-- case: checks that stay 2
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NO INHERIT;
INSERT INTO t VALUES (1);
INSERT INTO c VALUES (1);
-- then
ALTER TABLE t RENAME CONSTRAINT k TO k2;

-- case: checks that stay 3
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NO INHERIT;
INSERT INTO t VALUES (1);
INSERT INTO c VALUES (1);
-- then
ALTER TABLE t DROP CONSTRAINT k;

-- case: checks that stay 4
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
CREATE TABLE c2 () INHERITS (c);
ALTER TABLE ONLY t ADD CONSTRAINT k CHECK (a > 0) NO INHERIT;
ALTER TABLE c ADD CONSTRAINT k CHECK (a > 5);
-- then
ALTER TABLE t DROP CONSTRAINT k;

-- case: triggers of statements 1
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL;
END';
CREATE TRIGGER n AFTER INSERT ON p FOR EACH STATEMENT EXECUTE FUNCTION fn();
CREATE TRIGGER r AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION fn();
-- then
DROP TRIGGER n ON p;

-- case: triggers of statements 2
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL;
END';
CREATE TRIGGER n AFTER INSERT ON p FOR EACH STATEMENT EXECUTE FUNCTION fn();
CREATE TRIGGER r AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION fn();
-- then
DROP TRIGGER r ON p;

-- case: triggers of statements 3
CREATE TABLE p (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL;
END';
CREATE TRIGGER n AFTER INSERT ON p FOR EACH STATEMENT EXECUTE FUNCTION fn();
CREATE TRIGGER r AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION fn();
-- then
DROP FUNCTION fn() CASCADE;

-- case: published alone 1
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
-- then
CREATE PUBLICATION n FOR TABLE ONLY t;

-- case: published alone 2
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
CREATE PUBLICATION n;
-- then
ALTER PUBLICATION n ADD TABLE ONLY t;

-- case: published alone 3
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
CREATE PUBLICATION n FOR TABLE t;
-- then
ALTER PUBLICATION n DROP TABLE ONLY t;

-- case: nested partitions 19
CREATE TABLE p (k int PRIMARY KEY, b int) PARTITION BY RANGE (k);
CREATE TABLE q (k int NOT NULL, b int PRIMARY KEY);
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (0) TO (10);

-- case: nested partitions 20
CREATE TABLE p (k int PRIMARY KEY, b int) PARTITION BY RANGE (k);
CREATE TABLE q (k int PRIMARY KEY, b int);
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (0) TO (10);

-- case: nested partitions 21
CREATE TABLE p (k int PRIMARY KEY, b int) PARTITION BY RANGE (k);
-- then
CREATE TABLE q PARTITION OF p (b PRIMARY KEY) FOR VALUES FROM (0) TO (10);

-- case: nested partitions 22
CREATE TABLE p (k int UNIQUE, b int) PARTITION BY RANGE (k);
-- then
CREATE TABLE q PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (b);

-- case: nested partitions 23
CREATE TABLE p (k int, b int, PRIMARY KEY (k, b)) PARTITION BY RANGE (k);
-- then
CREATE TABLE q PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (b);

-- case: nested partitions 24
CREATE TABLE p (k int UNIQUE, b int) PARTITION BY RANGE (k);
CREATE TABLE q (k int, b int) PARTITION BY RANGE (b);
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (0) TO (10);

-- case: not null of parents 1
CREATE TABLE a (x int);
CREATE TABLE h () INHERITS (a);
-- then
ALTER TABLE ONLY a ADD CONSTRAINT n NOT NULL x NOT VALID;

-- case: not null of parents 2
CREATE TABLE a (x int);
CREATE TABLE h () INHERITS (a);
-- then
ALTER TABLE ONLY a ADD CONSTRAINT n NOT NULL x;

-- case: not null of parents 3
CREATE TABLE a (x int);
CREATE TABLE h () INHERITS (a);
-- then
ALTER TABLE ONLY a ALTER x SET NOT NULL;

-- case: not null of parents 4
CREATE TABLE a (x int);
CREATE TABLE h () INHERITS (a);
-- then
ALTER TABLE ONLY a ADD CONSTRAINT n NOT NULL x NO INHERIT;

-- case: not null of parents 5
CREATE TABLE a (x int);
CREATE TABLE h () INHERITS (a);
ALTER TABLE h ALTER x SET NOT NULL;
-- then
ALTER TABLE ONLY a ADD CONSTRAINT n NOT NULL x;

-- case: permanent table below a temporary one
-- after: SELECT 1;
-- then
CREATE TEMP TABLE tt (a int);
CREATE TABLE n () INHERITS (tt);

-- case: temporary table below a permanent one
-- after: SELECT 1;
-- then
CREATE TEMP TABLE tt () INHERITS (q);

-- case: foreign keys to partitions 1
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (100);
CREATE TABLE fk (a int REFERENCES pk) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (100);
-- then
CREATE TABLE pk2 PARTITION OF pk FOR VALUES FROM (100) TO (200);

-- case: foreign keys to partitions 2
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (100);
CREATE TABLE fk (a int REFERENCES pk) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (100);
CREATE TABLE pk2 (a int NOT NULL);
-- then
ALTER TABLE pk ATTACH PARTITION pk2 FOR VALUES FROM (100) TO (200);

-- case: foreign keys to partitions 3
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (100);
CREATE TABLE fk (a int REFERENCES pk) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (100);
-- then
ALTER TABLE pk DETACH PARTITION pk1;

-- case: foreign keys to partitions 4
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (100);
CREATE TABLE pk2 PARTITION OF pk FOR VALUES FROM (100) TO (200);
CREATE TABLE fk (a int REFERENCES pk) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (100);
-- then
DROP TABLE pk1 CASCADE;

-- case: foreign keys to partitions 5
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (100);
CREATE TABLE fk (a int REFERENCES pk) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (100);
INSERT INTO pk SELECT generate_series(1,50);
INSERT INTO fk SELECT generate_series(1,50);
-- then
TRUNCATE pk CASCADE;

-- case: foreign keys to partitions 6
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (a);
CREATE TABLE pk11 PARTITION OF pk1 FOR VALUES FROM (0) TO (50);
CREATE TABLE pk1d PARTITION OF pk1 DEFAULT;
CREATE TABLE fk (a int REFERENCES pk);
-- then
ALTER TABLE pk1 DETACH PARTITION pk11;

-- case: foreign keys to partitions 7
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (a);
CREATE TABLE pk11 PARTITION OF pk1 FOR VALUES FROM (0) TO (50);
CREATE TABLE fk (a int REFERENCES pk);
INSERT INTO pk SELECT generate_series(1,40);
-- then
ALTER TABLE pk1 DETACH PARTITION pk11;

-- case: exclusion with INCLUDE 1
CREATE TABLE t (a int, b int, d int);
-- then
ALTER TABLE t ADD EXCLUDE USING btree (a WITH =) INCLUDE (b, d);

-- case: exclusion with INCLUDE 2
CREATE TABLE t (a int, b int, d int, EXCLUDE USING btree (a WITH =) INCLUDE (b, d));
-- then
DROP TABLE t;

-- case: exclusion with INCLUDE 3
CREATE TABLE t (a int, b int, d int, EXCLUDE USING btree (a WITH =) INCLUDE (b, d));
INSERT INTO t VALUES (1,2,3);
-- then
ALTER TABLE t DROP CONSTRAINT t_a_b_d_excl;

-- case: views of temporary tables 1
CREATE TABLE t (a int);
-- then
CREATE TEMP TABLE tt (a int);
CREATE VIEW v AS SELECT * FROM tt;
DROP TABLE tt CASCADE;

-- case: views of temporary tables 2
CREATE TABLE t (a int);
-- then
CREATE TEMP TABLE tt (a int);
CREATE VIEW v AS SELECT * FROM tt;
DROP VIEW public.v;

-- case: views of temporary tables 3
CREATE TABLE t (a int);
-- then
CREATE TEMP TABLE tt (a int);
CREATE MATERIALIZED VIEW v AS SELECT * FROM tt;

-- case: types of types 1
CREATE TABLE a (x int, y text);
CREATE TABLE b (x int);
CREATE TABLE c () INHERITS (a, b);
-- then
ALTER TABLE a RENAME x TO xx;

-- case: types of types 2
CREATE TABLE a (x int, y text);
CREATE TABLE b (x int);
CREATE TABLE c () INHERITS (a, b);
INSERT INTO c VALUES (1, 'x');
-- then
ALTER TABLE a ALTER x TYPE bigint;

-- case: types of types 3
CREATE DOMAIN d1 AS int;
CREATE DOMAIN d2 AS d1;
CREATE TABLE t (x d2);
INSERT INTO t SELECT generate_series(1,50);
-- then
ALTER DOMAIN d1 ADD CHECK (VALUE > 0);

-- case: types of types 4
CREATE DOMAIN d1 AS int;
CREATE DOMAIN d2 AS d1;
CREATE TABLE t (x d2);
INSERT INTO t SELECT generate_series(1,50);
-- then
ALTER DOMAIN d2 ADD CHECK (VALUE > 0);

-- case: types of types 5
CREATE DOMAIN d1 AS int;
CREATE TABLE t (x d1[]);
INSERT INTO t SELECT ARRAY[g] FROM generate_series(1,50) g;
-- then
ALTER DOMAIN d1 ADD CHECK (VALUE > 0);

-- case: types of types 6
CREATE DOMAIN d1 AS int;
CREATE TYPE cc AS (x d1);
CREATE TABLE t (c cc);
INSERT INTO t SELECT ROW(g)::cc FROM generate_series(1,50) g;
-- then
ALTER DOMAIN d1 ADD CHECK (VALUE > 0);

-- case: types of types 7
CREATE DOMAIN d1 AS int;
CREATE TABLE t (x d1);
CREATE TABLE w () INHERITS (t);
INSERT INTO w SELECT generate_series(1,50);
-- then
ALTER DOMAIN d1 SET NOT NULL;

-- case: types of types 8
CREATE DOMAIN d1 AS int;
CREATE TABLE t (x d1) PARTITION BY RANGE (x);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);
INSERT INTO t SELECT generate_series(1,50);
-- then
ALTER DOMAIN d1 ADD CHECK (VALUE > 0);

-- case: types of types 9
CREATE TYPE cc AS (x int, z int);
CREATE TABLE t OF cc;
-- then
DROP TYPE cc;

-- case: types of types 10
CREATE TABLE t (id int, k varchar(10) COLLATE "C");
INSERT INTO t (id, k) SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX gi ON t (k);
-- then
ALTER TABLE t ALTER k TYPE varchar(20);

-- case: types of types 11
CREATE TABLE t (id int, k varchar(10) COLLATE "C");
INSERT INTO t (id, k) SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX gi ON t (k);
-- then
ALTER TABLE t ALTER k TYPE varchar(20) COLLATE "C";

-- case: types of types 12
CREATE TABLE t (id int, k text COLLATE "C");
INSERT INTO t (id, k) SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX gi ON t (k);
-- then
ALTER TABLE t ALTER k TYPE text;

-- case: types of types 13
CREATE TABLE t (id int, k text COLLATE "C");
INSERT INTO t (id, k) SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX gi ON t (k);
-- then
ALTER TABLE t ALTER k TYPE text COLLATE "C";

-- case: types of types 14
CREATE TABLE t (id int, k text COLLATE "C");
INSERT INTO t (id, k) SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX gi ON t (k);
-- then
ALTER TABLE t ALTER k TYPE text COLLATE "default";

-- case: types of types 15
CREATE TABLE t (id int, k text);
INSERT INTO t (id, k) SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX gi ON t (k);
-- then
ALTER TABLE t ALTER k TYPE varchar COLLATE "default";

-- case: types of types 16
CREATE TABLE t (id int, k text COLLATE "C");
INSERT INTO t (id, k) SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX gi ON t (id);
-- then
ALTER TABLE t ALTER k TYPE varchar;

-- case: types of types 17
CREATE DOMAIN d AS int;
CREATE TABLE t (x d[]);
-- then
ALTER DOMAIN d SET DEFAULT 4;

-- case: types of types 18
CREATE DOMAIN d AS int;
CREATE TABLE t (x d[]);
-- then
ALTER DOMAIN d ADD CHECK (VALUE > 0) NOT VALID;

-- case: types of types 19
CREATE DOMAIN d AS int;
CREATE TABLE t (x d[]);
-- then
ALTER DOMAIN d SET NOT NULL;

-- case: types of types 20
CREATE TABLE a (x int);
CREATE TABLE b () INHERITS (a);
CREATE TABLE c () INHERITS (a, b);
-- then
ALTER TABLE a ALTER x TYPE bigint;

-- case: types of types 21
CREATE TABLE a (x int);
CREATE TABLE b () INHERITS (a);
CREATE TABLE c () INHERITS (a, b);
-- then
ALTER TABLE b RENAME x TO y;

-- case: gone with others 1
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE VIEW bv AS SELECT x FROM b;
CREATE POLICY pol ON a USING (x IN (SELECT x FROM bv));
-- then
DROP VIEW bv CASCADE;
CREATE VIEW bv AS SELECT x FROM b;
CREATE POLICY pol ON a USING (x IN (SELECT x FROM bv));

-- case: gone with others 2
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE POLICY pol ON a USING (x IN (SELECT x FROM b));
-- then
DROP TABLE b;

-- case: gone with others 3
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE POLICY pol ON a USING (x IN (SELECT x FROM b));
-- then
DROP TABLE b, a;

-- case: gone with others 4
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE POLICY pol ON a USING (x IN (SELECT x FROM b));
ALTER TABLE b RENAME TO c;
-- then
DROP TABLE c;

-- case: gone with others 5
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE POLICY pol ON a USING (x IN (SELECT x FROM b));
ALTER POLICY pol ON a USING (x > 0);
-- then
DROP TABLE b;

-- case: gone with others 6
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE POLICY pol ON a USING (x IN (SELECT x FROM b)) WITH CHECK (x > 0);
ALTER POLICY pol ON a WITH CHECK (x > 1);
-- then
DROP TABLE b;

-- case: gone with others 7
CREATE DOMAIN d AS int;
CREATE TABLE pt (a d, b text) PARTITION BY RANGE (a);
CREATE TABLE pt1 PARTITION OF pt DEFAULT;
-- then
DROP DOMAIN d CASCADE;
CREATE TABLE pt (a int);
CREATE TABLE pt1 (a int);

-- case: gone with others 8
CREATE DOMAIN d AS int;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE pt (a d, b text) PARTITION BY RANGE (f(a));
-- then
DROP DOMAIN d CASCADE;
CREATE TABLE pt (a int);

-- case: gone with others 9
CREATE TABLE a (x int);
-- then
CREATE TEMP TABLE t (x int) ON COMMIT DROP;
CREATE TEMP TABLE t (x int);

-- case: made unseen 1
CREATE TABLE a (x int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN CREATE TABLE b (x int); RETURN 1; END';
-- then
SELECT f();
DROP TABLE b;

-- case: made unseen 2
CREATE TABLE a (x int);
CREATE PROCEDURE f() LANGUAGE plpgsql AS 'BEGIN CREATE TABLE b (x int); END';
-- then
CALL f();
CREATE VIEW v AS SELECT x FROM b;

-- case: made unseen 3
CREATE TABLE a (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN CREATE TABLE b (x int); RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
-- then
INSERT INTO a VALUES (1);
CREATE INDEX ON b (x);

-- case: made unseen 4
CREATE TABLE a (x int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
-- then
SELECT f();
DROP TABLE b;

-- case: types compared 1
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT x = id FROM t;

-- case: types compared 2
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT v || id, id || x, x || d FROM t;

-- case: types compared 3
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id || b FROM t;

-- case: types compared 4
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT d LIKE '2%' FROM t;

-- case: types compared 5
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT x LIKE d FROM t;

-- case: types compared 6
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t WHERE id;

-- case: types compared 7
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t WHERE o AND x;

-- case: types compared 8
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t WHERE NOT id;

-- case: types compared 9
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t HAVING count(*);

-- case: types compared 10
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT m = x FROM t;

-- case: types compared 11
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT m = w FROM t;

-- case: types compared 12
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT m = 'ok', m < 'bad', m IN ('ok') FROM t;

-- case: types compared 13
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT m || x FROM t;

-- case: types compared 14
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT m LIKE 'o%' FROM t;

-- case: types compared 15
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT p = x FROM t;

-- case: types compared 16
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT p + n, p = b, p::text = x FROM t;

-- case: types compared 17
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT round(f, 2) FROM t;

-- case: types compared 18
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT round(n, 2), round(f), round(avg(id), 1) FROM t;

-- case: types compared 19
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT lower(id) FROM t;

-- case: types compared 20
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT date_trunc('day', x) FROM t;

-- case: types compared 21
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT date_trunc('day', d), date_part('year', z), extract(year FROM d) FROM t;

-- case: types compared 22
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT extract(year FROM x) FROM t;

-- case: types compared 23
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT d + b FROM t;

-- case: types compared 24
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT d + id, d - d, z - z, z + interval '1 day', d + '1 day'::interval FROM t;

-- case: types compared 25
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT z + 1 FROM t;

-- case: types compared 26
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT js = js FROM t;

-- case: types compared 27
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT j = j, j ->> 'a' = x, j -> 'a' = '1' FROM t;

-- case: types compared 28
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT j ->> 'a' = 1 FROM t;

-- case: types compared 29
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT (j ->> 'a')::int = 1 FROM t;

-- case: types compared 30
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT u = x FROM t;

-- case: types compared 31
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT u = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' FROM t;

-- case: types compared 32
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id IN (1, 2.5, '3'), x IN ('a', v) FROM t;

-- case: types compared 33
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT x IN (1, 2) FROM t;

-- case: types compared 34
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id BETWEEN x AND '9' FROM t;

-- case: types compared 35
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id BETWEEN b AND f FROM t;

-- case: types compared 36
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT coalesce(id, 0) = x FROM t;

-- case: types compared 37
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT coalesce(x, '') || id FROM t;

-- case: types compared 38
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT CASE WHEN id THEN 1 END FROM t;

-- case: types compared 39
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT CASE WHEN o THEN x ELSE v END || 1 FROM t;

-- case: types compared 41
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id = ANY (a), a || id FROM t;

-- case: types compared 42
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT nullif(id, x) FROM t;

-- case: types compared 43
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT nullif(x, '') FROM t;

-- case: types compared 44
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id IS DISTINCT FROM d FROM t;

-- case: types compared 45
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT -x FROM t;

-- case: types compared 46
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT @ x FROM t;

-- case: types compared 47
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT t.id FROM t JOIN s ON t.id;

-- case: types compared 48
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT t.id FROM t JOIN s ON t.x = s.id;

-- case: types compared 50
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT q.y FROM (SELECT x AS y FROM t) q WHERE q.y = 1;

-- case: types compared 51
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT q.y FROM (SELECT 'a' AS y FROM t) q WHERE q.y = 'b';

-- case: types compared 52
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT q.y FROM (SELECT id AS y FROM t UNION SELECT n FROM t) q WHERE q.y = 1.5;

-- case: types compared 53
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
WITH q AS (SELECT d AS y FROM t) SELECT y FROM q WHERE y ~ '2';

-- case: types compared 55
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT EXISTS (SELECT 1 FROM s WHERE s.x = t.id) FROM t;

-- case: types compared 56
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT count(*) FILTER (WHERE id) FROM t;

-- case: types compared 57
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT now() = x FROM t;

-- case: types compared 58
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT now() > d, current_date = z, d < now() - interval '1 day' FROM t;

-- case: types compared 59
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT upper(x) = id FROM t;

-- case: types compared 60
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT length(x) = id, length(x) || '' FROM t;

-- case: types compared 61
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT x::int + id, id::text || x, cast(d AS text) LIKE '2%' FROM t;

-- case: types compared 62
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT substring(id FROM 1 FOR 2) FROM t;

-- case: types compared 63
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT to_char(z, 'YYYY'), to_char(id, '9'), to_date(x, 'YYYY') FROM t;

-- case: types compared 64
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT to_char(x, 'YYYY') FROM t;

-- case: types compared 65
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT replace(id, 'a', 'b') FROM t;

-- case: types compared 66
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT greatest(id, b) = x FROM t;

-- case: types compared 67
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT sum(x) FROM t;

-- case: types compared 68
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT sum(id) = x FROM t;

-- case: types compared 69
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT o = 1 FROM t;

-- case: types compared 70
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT o = 'true', o IS TRUE, o IN (true) FROM t;

-- case: types compared 71
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id IS TRUE FROM t;

-- case: types compared 72
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (id) SELECT x FROM t;

-- case: types compared 73
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (id, x, d) SELECT n, id, z FROM t;

-- case: types compared 74
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (id) SELECT '5' FROM t;

-- case: types compared 75
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (m) SELECT w FROM t;

-- case: types compared 76
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (m) SELECT x FROM t;

-- case: types compared 77
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (x) SELECT m FROM t;

-- case: types compared 78
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s SELECT id, x, d, m FROM t;

-- case: types compared 79
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s SELECT x, x, d, m FROM t;

-- case: types compared 80
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (d) SELECT id FROM t ON CONFLICT DO NOTHING;

-- case: types compared 81
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET id = x;

-- case: types compared 82
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET x = id, v = n, id = f, d = z;

-- case: types compared 83
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET id = o;

-- case: types compared 84
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET m = x;

-- case: types compared 85
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET m = s.m, x = s.d FROM s WHERE s.id = t.id;

-- case: types compared 86
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET u = s.x FROM s WHERE s.id = t.id;

-- case: types compared 87
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET u = s.x::uuid FROM s WHERE s.id = t.id;

-- case: types compared 88
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET id = 1 WHERE x = 5;

-- case: types compared 89
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET nothing = 1 FROM s WHERE s.id = t.id;

-- case: types compared 90
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET id = 1 FROM s WHERE s.nothing = t.id;

-- case: types compared 92
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
UPDATE t SET (id, x) = (SELECT s.id, s.x FROM s LIMIT 1);

-- case: types compared 93
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
DELETE FROM t WHERE d = 1;

-- case: types compared 94
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
DELETE FROM t USING s WHERE s.x = t.id;

-- case: types compared 95
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
DELETE FROM t USING s WHERE s.x = t.x AND d = s.d;

-- case: types compared 96
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
DELETE FROM t USING s WHERE x = '';

-- case: types compared 97
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD CHECK (x > id);

-- case: types compared 98
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD CHECK (id);

-- case: types compared 99
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD CHECK (m IN ('ok', 'bad') AND length(x) > 1);

-- case: types compared 100
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD CHECK (lower(id) = 'a');

-- case: types compared 101
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (x) STORED;

-- case: types compared 102
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (n) STORED;

-- case: types compared 103
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD COLUMN g text GENERATED ALWAYS AS (id) STORED;

-- case: types compared 104
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD COLUMN g text DEFAULT 5;

-- case: types compared 105
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD COLUMN g int DEFAULT now();

-- case: types compared 106
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ADD COLUMN g date DEFAULT now();

-- case: types compared 108
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER id SET DEFAULT 'a' || 'b';

-- case: types compared 109
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER d SET DEFAULT now() + 1;

-- case: types compared 110
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER x TYPE uuid USING x;

-- case: types compared 111
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER x TYPE uuid USING lower(x)::uuid;

-- case: types compared 112
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER x TYPE int USING length(x);

-- case: types compared 113
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER x TYPE int USING trim(x);

-- case: types compared 114
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER x TYPE mood USING x;

-- case: types compared 115
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER m TYPE tone USING m::text::tone;

-- case: types compared 116
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER id TYPE boolean USING id <> 0;

-- case: types compared 117
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER o TYPE int USING o;

-- case: types compared 118
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
ALTER TABLE t ALTER id TYPE text USING d;

-- case: types compared 119
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE INDEX ON t (lower(id));

-- case: types compared 120
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE INDEX ON t ((x + 1));

-- case: types compared 121
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE INDEX ON t (id) WHERE x;

-- case: types compared 122
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE INDEX ON t (id) WHERE d = 'a'::text;

-- case: types compared 123
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE INDEX ON t (id) WHERE o;

-- case: types compared 124
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t USING (u = x);

-- case: types compared 125
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t USING (id);

-- case: types compared 126
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t USING (u = current_setting('app.u')::uuid);

-- case: types compared 127
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t USING (u = current_setting('app.u'));

-- case: types compared 128
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE VIEW nv AS SELECT t.id FROM t JOIN s ON s.x = t.x WHERE s.id LIKE '1';

-- case: types compared 129
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE TABLE nt AS SELECT x * 2 AS y FROM t;

-- case: types compared 130
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t WHERE x = id';

-- case: types compared 131
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf(k text) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t WHERE x = k';

-- case: types compared 132
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf(k int) RETURNS void LANGUAGE sql AS 'UPDATE t SET d = x WHERE id = k';

-- case: types compared 133
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE MATERIALIZED VIEW nm AS SELECT sum(o) FROM t;

-- case: types compared 134
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT x FROM t ORDER BY x + 1;

-- case: types compared 135
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t GROUP BY id HAVING max(x) > 5;

-- case: types compared 136
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t ORDER BY js;

-- case: types compared 137
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT z AT TIME ZONE 'UTC', d AT TIME ZONE 'UTC', x || now() FROM t;

-- case: types compared 138
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT x AT TIME ZONE 'UTC' FROM t;

-- case: types compared 141
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT DISTINCT js FROM t;

-- case: types compared 142
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT DISTINCT j, a FROM t;

-- case: types compared 143
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT DISTINCT ON (js) id FROM t;

-- case: types compared 144
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT js FROM t GROUP BY js;

-- case: types compared 145
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT js FROM t GROUP BY 1;

-- case: types compared 146
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT j, a, m FROM t GROUP BY j, a, m;

-- case: types compared 147
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT js AS y FROM t ORDER BY y;

-- case: types compared 148
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT js AS y, id FROM t ORDER BY 2;

-- case: types compared 149
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t ORDER BY j, m, a, u;

-- case: types compared 150
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT js::text AS y FROM t GROUP BY y;

-- case: types compared 151
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT min(id), x AS js FROM t GROUP BY js;

-- case: types compared 152
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT DISTINCT x AS js FROM t;

-- case: types compared 153
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id FROM t WHERE x > 'a' || 'b' AND id = 'a' || 'b';

-- case: types compared 154
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT DISTINCT * FROM t;

-- case: types compared 155
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT id AS y FROM t ORDER BY js DESC NULLS LAST;

-- case: types compared 156
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT array_agg(x ORDER BY x), string_agg(x, ',' ORDER BY id) FROM t;

-- case: types compared 160
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t WHERE id';

-- case: types compared 161
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t WHERE o AND x';

-- case: types compared 162
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS text LANGUAGE sql AS 'SELECT lower(id) FROM t';

-- case: types compared 163
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS numeric LANGUAGE sql AS 'SELECT round(f, 2) FROM t';

-- case: types compared 164
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS void LANGUAGE sql AS 'INSERT INTO t (d) SELECT x FROM s';

-- case: types compared 165
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS void LANGUAGE sql AS 'INSERT INTO t (x) SELECT d FROM s';

-- case: types compared 166
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS SETOF json LANGUAGE sql AS 'SELECT js FROM t GROUP BY js';

-- case: types compared 167
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS SETOF json LANGUAGE sql AS 'SELECT DISTINCT js FROM t';

-- case: types compared 168
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE FUNCTION nf() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t, s WHERE t.d = s.x';

-- case: types compared 169
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t USING (lower(id) = 'a');

-- case: types compared 170
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t WITH CHECK (round(f, 2) > 1);

-- case: types compared 171
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t USING (d);

-- case: types compared 172
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE POLICY pol ON t FOR INSERT WITH CHECK (id + 1);

-- case: types compared 173
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
SELECT js FROM t UNION ALL SELECT js FROM t;

-- case: types compared 174
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
CREATE TABLE nt AS SELECT DISTINCT js FROM t;

-- case: types compared 175
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TYPE tone AS ENUM ('ok', 'low');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id int, b bigint, n numeric, f float8, x text, v varchar(9), d date, z timestamptz, u uuid, j jsonb, js json, o boolean, m mood, w tone, p pos, a int[]);
CREATE TABLE s (id bigint, x text, d timestamp, m mood);
-- then
INSERT INTO s (id) SELECT id FROM t GROUP BY id, js;

-- case: foreign partitions and what CASCADE takes 1
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
-- then
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;

-- case: foreign partitions and what CASCADE takes 2
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 (a int, b text) SERVER fs;
-- then
ALTER TABLE lt1 ATTACH PARTITION f1 FOR VALUES FROM (0) TO (10);

-- case: foreign partitions and what CASCADE takes 3
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
DROP TABLE lt1;

-- case: foreign partitions and what CASCADE takes 4
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
DROP FOREIGN TABLE f1;

-- case: foreign partitions and what CASCADE takes 5
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
ALTER TABLE lt1 DETACH PARTITION f1;

-- case: foreign partitions and what CASCADE takes 6
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
CREATE INDEX n ON lt1 (b);

-- case: foreign partitions and what CASCADE takes 7
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
DROP INDEX lt1_a_idx;

-- case: foreign partitions and what CASCADE takes 8
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
REINDEX TABLE lt1;

-- case: foreign partitions and what CASCADE takes 9
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
ALTER TABLE lt1 ALTER a TYPE bigint;

-- case: foreign partitions and what CASCADE takes 10
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
ALTER TABLE lt1 ADD CHECK (a > 0);

-- case: foreign partitions and what CASCADE takes 11
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX lt1_a_idx ON lt1 (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
ALTER TABLE lt1 ADD COLUMN n int DEFAULT 5, ALTER b SET NOT NULL;

-- case: foreign partitions and what CASCADE takes 12
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
CREATE TRIGGER x AFTER INSERT ON lt1 FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- case: foreign partitions and what CASCADE takes 13
CREATE TABLE lt1 (a int, b text) PARTITION BY RANGE (a);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 PARTITION OF lt1 FOR VALUES FROM (0) TO (10) SERVER fs;
CREATE TABLE l2 PARTITION OF lt1 FOR VALUES FROM (10) TO (20);
-- then
DROP SERVER fs CASCADE;

-- case: foreign partitions and what CASCADE takes 14
CREATE TABLE lt1 (a int, b text);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f1 (a int) SERVER fs;
CREATE VIEW v AS SELECT * FROM f1;
-- then
DROP FOREIGN DATA WRAPPER fw CASCADE;

-- case: foreign partitions and what CASCADE takes 15
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE POLICY bp ON b USING (EXISTS (SELECT FROM a));
CREATE VIEW v AS SELECT * FROM a;
CREATE POLICY bv ON b USING (EXISTS (SELECT FROM v));
-- then
DROP TABLE a CASCADE;

-- case: foreign partitions and what CASCADE takes 16
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE POLICY bp ON b USING (EXISTS (SELECT FROM a WHERE a.note IS NOT NULL));
-- then
ALTER TABLE a DROP COLUMN note CASCADE;

-- case: foreign partitions and what CASCADE takes 17
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE VIEW v AS SELECT * FROM a;
CREATE POLICY bv ON b USING (EXISTS (SELECT FROM v));
-- then
DROP VIEW v CASCADE;

-- case: foreign partitions and what CASCADE takes 18
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE RULE r AS ON INSERT TO b DO ALSO INSERT INTO a VALUES (1);
-- then
DROP TABLE a CASCADE;

-- case: foreign partitions and what CASCADE takes 19
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE RULE r AS ON INSERT TO b DO ALSO INSERT INTO a (id, note) VALUES (1, 'x');
-- then
ALTER TABLE a DROP COLUMN note CASCADE;

-- case: foreign partitions and what CASCADE takes 20
CREATE TABLE rec1 (x int, y int);
CREATE TABLE rec2 (a int, b int);
CREATE VIEW rec1v AS SELECT * FROM rec1;
CREATE VIEW rec2v AS SELECT * FROM rec2;
CREATE POLICY r1 ON rec1 USING (x = (SELECT a FROM rec2v WHERE b = y));
CREATE POLICY r2 ON rec2 USING (a = (SELECT x FROM rec1v WHERE y = b));
-- then
DROP VIEW rec1v, rec2v CASCADE;

-- case: foreign partitions and what CASCADE takes 21
CREATE TABLE pt (a int PRIMARY KEY, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF pt FOR VALUES FROM (0) TO (10);
CREATE TABLE rf (a int);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE CONSTRAINT TRIGGER ct AFTER UPDATE ON pt FROM rf DEFERRABLE FOR EACH ROW EXECUTE FUNCTION fn();
CREATE TABLE q (a int NOT NULL, b int);
-- then
ALTER TABLE pt ATTACH PARTITION q FOR VALUES FROM (20) TO (30);

-- case: foreign partitions and what CASCADE takes 22
CREATE TABLE pt (a int PRIMARY KEY, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF pt FOR VALUES FROM (0) TO (10);
CREATE TABLE rf (a int);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE CONSTRAINT TRIGGER ct AFTER UPDATE ON pt FROM rf DEFERRABLE FOR EACH ROW EXECUTE FUNCTION fn();
-- then
CREATE TABLE n PARTITION OF pt FOR VALUES FROM (20) TO (30);

-- case: foreign partitions and what CASCADE takes 23
CREATE TABLE parent (a int);
CREATE TABLE ch () INHERITS (parent);
-- then
ALTER TABLE parent ADD CONSTRAINT c CHECK (a = 2) NO INHERIT NOT VALID;

-- case: foreign partitions and what CASCADE takes 24
CREATE TABLE parent (a int);
CREATE TABLE ch () INHERITS (parent);
-- then
ALTER TABLE parent ADD CONSTRAINT c CHECK (a = 2) NO INHERIT;

-- case: foreign partitions and what CASCADE takes 25
CREATE TABLE parent (a int);
CREATE TABLE ch () INHERITS (parent);
ALTER TABLE parent ADD CONSTRAINT c CHECK (a = 2) NO INHERIT NOT VALID;
-- then
ALTER TABLE parent VALIDATE CONSTRAINT c;

-- case: foreign partitions and what CASCADE takes 26
CREATE SCHEMA s;
CREATE TABLE s.a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE VIEW s.v AS SELECT * FROM s.a;
CREATE POLICY bv ON b USING (EXISTS (SELECT FROM s.v));
-- then
DROP SCHEMA s CASCADE;

-- case: foreign partitions and what CASCADE takes 27
CREATE TABLE a (id int PRIMARY KEY, note text, other int);
CREATE TABLE b (id int PRIMARY KEY);
CREATE POLICY bp ON b USING (EXISTS (SELECT FROM a WHERE a.other = 1));
-- then
ALTER TABLE a DROP COLUMN note CASCADE;

-- case: foreign partitions and what CASCADE takes 28
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE RULE r AS ON DELETE TO b DO ALSO SELECT * FROM a;
-- then
DROP TABLE a CASCADE;

-- case: foreign partitions and what CASCADE takes 29
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE RULE r AS ON UPDATE TO b DO ALSO UPDATE a SET note = 'x' WHERE a.id = new.id;
-- then
ALTER TABLE a DROP COLUMN note CASCADE;

-- case: foreign partitions and what CASCADE takes 30
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE RULE r AS ON UPDATE TO b DO ALSO DELETE FROM a WHERE a.id = new.id;
-- then
DROP TABLE a CASCADE;

-- case: foreign partitions and what CASCADE takes 31
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE VIEW b AS SELECT 1 AS id;
CREATE RULE r AS ON UPDATE TO b DO INSTEAD DELETE FROM a WHERE a.id = new.id;
-- then
DROP TABLE a CASCADE;

-- case: foreign partitions and what CASCADE takes 32
CREATE TABLE a (id int PRIMARY KEY, note text, k int);
CREATE VIEW v AS SELECT id, note FROM a;
CREATE VIEW u AS SELECT id FROM a;
CREATE TABLE b (id int PRIMARY KEY);
CREATE POLICY p1 ON b USING (EXISTS (SELECT FROM v WHERE v.id = 1));
CREATE TABLE c (id int, note int);
CREATE POLICY p2 ON c USING (EXISTS (SELECT FROM u WHERE u.id = c.note));
-- then
ALTER TABLE a DROP COLUMN note CASCADE;

-- case: what partitions bring along 1
CREATE TABLE pk (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE fk (b int, a int) PARTITION BY RANGE (a, b);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0,0) TO (1000,1000);
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk NOT VALID;

-- case: what partitions bring along 2
CREATE TABLE pk (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE fk (b int, a int) PARTITION BY RANGE (a, b);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0,0) TO (1000,1000);
ALTER TABLE fk1 ADD FOREIGN KEY (a, b) REFERENCES pk;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk NOT VALID;

-- case: what partitions bring along 3
CREATE TABLE pk (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE fk (b int, a int) PARTITION BY RANGE (a, b);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0,0) TO (1000,1000);
ALTER TABLE fk1 ADD FOREIGN KEY (a, b) REFERENCES pk NOT VALID;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk;

-- case: what partitions bring along 4
CREATE TABLE pk (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE fk (b int, a int) PARTITION BY RANGE (a, b);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0,0) TO (1000,1000);
CREATE TABLE fk2 PARTITION OF fk FOR VALUES FROM (1000,1000) TO (2000,2000);
ALTER TABLE fk1 ADD FOREIGN KEY (a, b) REFERENCES pk;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk NOT VALID;

-- case: what partitions bring along 5
CREATE TABLE pk (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE fk (b int, a int) PARTITION BY RANGE (a, b);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0,0) TO (1000,1000);
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk;

-- case: what partitions bring along 6
CREATE TABLE pk (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE fk (b int, a int) PARTITION BY RANGE (a, b);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0,0) TO (1000,1000);
ALTER TABLE fk1 ADD FOREIGN KEY (a, b) REFERENCES pk NOT VALID;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a, b) REFERENCES pk NOT VALID;

-- case: what partitions bring along 7
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (1000);
CREATE TABLE pk2 PARTITION OF pk FOR VALUES FROM (1000) TO (2000) PARTITION BY RANGE (a);
CREATE TABLE pk21 PARTITION OF pk2 FOR VALUES FROM (1000) TO (1400);
CREATE TABLE fk (a int REFERENCES pk);
-- then
ALTER TABLE pk2 DETACH PARTITION pk21;

-- case: what partitions bring along 8
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (1000);
CREATE TABLE pk2 PARTITION OF pk FOR VALUES FROM (1000) TO (2000) PARTITION BY RANGE (a);
CREATE TABLE pk21 PARTITION OF pk2 FOR VALUES FROM (1000) TO (1400);
INSERT INTO pk VALUES (1), (1000);
CREATE TABLE fk (a int REFERENCES pk);
INSERT INTO fk VALUES (1);
-- then
ALTER TABLE pk2 DETACH PARTITION pk21;

-- case: what partitions bring along 9
CREATE TABLE i (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE i2 PARTITION OF i FOR VALUES FROM (100) TO (1000) PARTITION BY RANGE (a);
CREATE TABLE i21 PARTITION OF i2 FOR VALUES FROM (100) TO (200);
CREATE TABLE i22 PARTITION OF i2 FOR VALUES FROM (200) TO (300);
CREATE INDEX ON i22 (a);
CREATE INDEX ON ONLY i2 (a);
-- then
CREATE INDEX ON i (a);

-- case: what partitions bring along 10
CREATE TABLE i (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE i2 PARTITION OF i FOR VALUES FROM (100) TO (1000);
CREATE UNIQUE INDEX iu ON i2 (a);
-- then
CREATE INDEX ON i (a);

-- case: what partitions bring along 11
CREATE TABLE i (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE i2 PARTITION OF i FOR VALUES FROM (100) TO (1000);
CREATE UNIQUE INDEX iu ON i2 (a);
-- then
CREATE UNIQUE INDEX ON i (a);

-- case: what partitions bring along 12
CREATE TABLE i (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE i2 (a int PRIMARY KEY, b int);
ALTER TABLE i ATTACH PARTITION i2 FOR VALUES FROM (100) TO (1000);
-- then
CREATE UNIQUE INDEX ON i (a);

-- case: what partitions bring along 13
CREATE TABLE i (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE i2 PARTITION OF i FOR VALUES FROM (100) TO (1000);
INSERT INTO i SELECT g, g FROM generate_series(100,200) g;
CREATE INDEX x ON i2 (b);
CREATE INDEX y ON i2 (b DESC);
-- then
CREATE INDEX ON i (b);

-- case: what partitions bring along 14
CREATE TABLE i (a int, b int) PARTITION BY RANGE (a);
CREATE INDEX ON i (b);
CREATE TABLE i2 (a int NOT NULL, b int);
INSERT INTO i2 SELECT g, g FROM generate_series(100,200) g;
CREATE INDEX ON i2 (b DESC);
-- then
ALTER TABLE i ATTACH PARTITION i2 FOR VALUES FROM (100) TO (1000);

-- case: what partitions bring along 15
CREATE TABLE i (a int NOT NULL, b int) PARTITION BY RANGE (a);
CREATE UNIQUE INDEX ON i (a);
CREATE TABLE i2 (a int NOT NULL PRIMARY KEY, b int);
INSERT INTO i2 SELECT g, g FROM generate_series(100,200) g;
-- then
ALTER TABLE i ATTACH PARTITION i2 FOR VALUES FROM (100) TO (1000);

-- case: what partitions bring along 16
CREATE TABLE i (a int NOT NULL, b int, UNIQUE (a)) PARTITION BY RANGE (a);
CREATE TABLE i2 (a int NOT NULL PRIMARY KEY, b int);
INSERT INTO i2 SELECT g, g FROM generate_series(100,200) g;
-- then
ALTER TABLE i ATTACH PARTITION i2 FOR VALUES FROM (100) TO (1000);

-- case: what partitions bring along 17
CREATE TABLE i (a int NOT NULL, b int, UNIQUE (a)) PARTITION BY RANGE (a);
CREATE TABLE i2 (a int NOT NULL, b int);
CREATE UNIQUE INDEX ON i2 (a);
INSERT INTO i2 SELECT g, g FROM generate_series(100,200) g;
-- then
ALTER TABLE i ATTACH PARTITION i2 FOR VALUES FROM (100) TO (1000);

-- case: what partitions bring along 18
CREATE TABLE i (a int NOT NULL, b int) PARTITION BY RANGE (a);
CREATE INDEX ON i (a);
CREATE TABLE i2 (a int NOT NULL, b int) PARTITION BY RANGE (a);
CREATE TABLE i21 PARTITION OF i2 FOR VALUES FROM (100) TO (200);
INSERT INTO i2 SELECT g, g FROM generate_series(100,150) g;
CREATE INDEX ON ONLY i2 (a);
-- then
ALTER TABLE i ATTACH PARTITION i2 FOR VALUES FROM (100) TO (1000);

-- case: what partitions bring along 19
CREATE TABLE i (a int NOT NULL, b int) PARTITION BY RANGE (a);
CREATE INDEX ON i (a);
CREATE TABLE i2 (a int NOT NULL, b int) PARTITION BY RANGE (a);
CREATE TABLE i21 PARTITION OF i2 FOR VALUES FROM (100) TO (200);
INSERT INTO i2 SELECT g, g FROM generate_series(100,150) g;
CREATE INDEX ON i21 (a);
-- then
ALTER TABLE i ATTACH PARTITION i2 FOR VALUES FROM (100) TO (1000);

-- case: what partitions bring along 20
CREATE TABLE i (a int NOT NULL, b int, EXCLUDE (a WITH =));
CREATE TABLE c () INHERITS (i);
-- then
ALTER TABLE i DROP COLUMN b;

-- case: what partitions bring along 21
CREATE TABLE i (a int unique, b char(1)) PARTITION BY LIST (a);
CREATE TABLE i1 PARTITION OF i (b UNIQUE) FOR VALUES IN (1, 2);
ALTER TABLE i DROP b;
-- then
TRUNCATE i;

-- case: what partitions bring along 22
CREATE TABLE i (a int unique, b char(1)) PARTITION BY LIST (a);
CREATE TABLE i1 PARTITION OF i (b UNIQUE) FOR VALUES IN (1, 2);
-- then
ALTER TABLE i DROP b;

-- case: what partitions bring along 23
CREATE TABLE i (a int, b int);
CREATE TABLE i1 (b int UNIQUE) INHERITS (i);
CREATE INDEX x ON i1 (b);
-- then
ALTER TABLE i DROP b;

-- case: keys of partitions 6
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (1000);
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk;

-- case: keys of partitions 7
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (50);
CREATE TABLE fk2 PARTITION OF fk FOR VALUES FROM (50) TO (500);
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk;

-- case: keys of partitions 8
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (50);
CREATE TABLE fk2 PARTITION OF fk FOR VALUES FROM (50) TO (500);
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk;
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk;

-- case: keys of partitions 9
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (50);
CREATE TABLE fk2 PARTITION OF fk FOR VALUES FROM (50) TO (500);
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk;
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;

-- case: keys of partitions 10
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (1000);
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;

-- case: keys of partitions 11
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 PARTITION OF fk FOR VALUES FROM (0) TO (1000);
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk NOT ENFORCED;
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
-- then
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk NOT ENFORCED;

-- case: keys of partitions 12
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 (a int NOT NULL);
INSERT INTO fk1 SELECT g FROM generate_series(1,100) g;
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk;
-- then
ALTER TABLE fk ATTACH PARTITION fk1 FOR VALUES FROM (0) TO (1000);

-- case: keys of partitions 13
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 (a int NOT NULL);
INSERT INTO fk1 SELECT g FROM generate_series(1,100) g;
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk;
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;
-- then
ALTER TABLE fk ATTACH PARTITION fk1 FOR VALUES FROM (0) TO (1000);

-- case: keys of partitions 14
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 (a int NOT NULL);
INSERT INTO fk1 SELECT g FROM generate_series(1,100) g;
ALTER TABLE fk1 ADD FOREIGN KEY (a) REFERENCES pk ON DELETE CASCADE;
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk;
-- then
ALTER TABLE fk ATTACH PARTITION fk1 FOR VALUES FROM (0) TO (1000);

-- case: keys of partitions 15
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 (a int NOT NULL);
INSERT INTO fk1 SELECT g FROM generate_series(1,100) g;
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk NOT VALID;
-- then
ALTER TABLE fk ATTACH PARTITION fk1 FOR VALUES FROM (0) TO (1000);

-- case: keys of partitions 16
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (1000);
CREATE TABLE pk2 PARTITION OF pk FOR VALUES FROM (1000) TO (2000);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
INSERT INTO pk SELECT g FROM generate_series(1001,1100) g;
CREATE TABLE fk (a int REFERENCES pk);
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
-- then
ALTER TABLE pk DETACH PARTITION pk2;

-- case: keys of partitions 17
CREATE TABLE pk (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (1000);
CREATE TABLE pk2 PARTITION OF pk FOR VALUES FROM (1000) TO (2000);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
INSERT INTO pk SELECT g FROM generate_series(1001,1100) g;
CREATE TABLE fk (a int REFERENCES pk);
INSERT INTO fk SELECT g FROM generate_series(1,100) g;
CREATE INDEX ON fk (a);
-- then
ALTER TABLE pk DETACH PARTITION pk2;

-- case: keys of partitions 18
CREATE TABLE pk (a int PRIMARY KEY);
INSERT INTO pk SELECT g FROM generate_series(1,100) g;
CREATE TABLE fk (a int) PARTITION BY RANGE (a);
CREATE TABLE fk1 (a int NOT NULL);
INSERT INTO fk1 SELECT g FROM generate_series(1,100) g;
ALTER TABLE fk ADD FOREIGN KEY (a) REFERENCES pk NOT ENFORCED;
-- then
ALTER TABLE fk ATTACH PARTITION fk1 FOR VALUES FROM (0) TO (1000);

-- case: composite types 1
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty ADD ATTRIBUTE n int CASCADE;

-- case: composite types 2
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty DROP ATTRIBUTE y CASCADE;

-- case: composite types 3
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty DROP ATTRIBUTE IF EXISTS zz CASCADE;

-- case: composite types 4
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty DROP ATTRIBUTE x CASCADE;

-- case: composite types 5
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty ALTER ATTRIBUTE y TYPE bigint CASCADE;

-- case: composite types 6
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty ALTER ATTRIBUTE x TYPE bigint CASCADE;

-- case: composite types 7
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty ALTER ATTRIBUTE y TYPE oid CASCADE;

-- case: composite types 8
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty ALTER ATTRIBUTE x TYPE oid CASCADE;

-- case: composite types 9
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE t2 ALTER ATTRIBUTE a TYPE bigint;

-- case: composite types 10
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty RENAME ATTRIBUTE y TO z CASCADE;

-- case: composite types 11
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty RENAME ATTRIBUTE y TO z;

-- case: composite types 12
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty RENAME TO tz;

-- case: composite types 13
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty OWNER TO app;

-- case: composite types 14
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty OWNER TO CURRENT_USER;

-- case: composite types 15
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty SET SCHEMA s;

-- case: composite types 16
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE mood SET SCHEMA s;

-- case: composite types 17
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
DROP TYPE ty;

-- case: composite types 18
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
DROP TYPE ty CASCADE;

-- case: composite types 19
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
DROP TYPE t2;

-- case: composite types 20
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
DROP TYPE IF EXISTS t2, mood;

-- case: composite types 21
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE TABLE n OF ty;

-- case: composite types 22
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE TABLE n (LIKE ty);

-- case: composite types 23
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE TABLE n (c ty);

-- case: composite types 24
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TABLE plain OF ty;

-- case: composite types 25
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TABLE ot NOT OF;

-- case: composite types 26
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TABLE plain ADD COLUMN c ty;

-- case: composite types 27
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TABLE plain ADD COLUMN c t2 DEFAULT ROW(1, 'x')::t2;

-- case: composite types 28
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
COMMENT ON TYPE ty IS 'x';

-- case: composite types 29
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
COMMENT ON COLUMN ty.x IS 'x';

-- case: composite types 30
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
GRANT USAGE ON TYPE ty TO app;

-- case: composite types 31
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE FUNCTION n(a ty) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: composite types 32
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE FUNCTION n(a ty) RETURNS int LANGUAGE sql AS 'SELECT ($1).x';

-- case: composite types 33
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE DOMAIN n AS ty;

-- case: composite types 34
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE DOMAIN n AS ty CHECK ((VALUE).x > 0);

-- case: composite types 35
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE TYPE n AS (a ty);

-- case: composite types 36
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE VIEW n AS SELECT ROW(1,2)::ty AS a;

-- case: composite types 37
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
CREATE CAST (ty AS t2) WITH INOUT;

-- case: composite types 38
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
DROP OWNED BY app;

-- case: composite types 39
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
DROP SCHEMA public CASCADE;

-- case: composite types 40
CREATE SCHEMA s;
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE ot OF ty;
INSERT INTO ot SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE ok OF ty (PRIMARY KEY (x));
INSERT INTO ok SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE plain (x int, y int);
CREATE TYPE t2 AS (a int, b text);
-- then
ALTER TYPE ty ADD ATTRIBUTE n int CASCADE, DROP ATTRIBUTE y CASCADE;

-- case: composite types 41
CREATE TYPE ty AS (x int, y int);
CREATE TABLE k (id int, c ty);
INSERT INTO k VALUES (1, ROW(1,2));
CREATE VIEW kv AS SELECT (c).x FROM k;
CREATE INDEX ki ON k (((c).x));
-- then
ALTER TYPE ty ADD ATTRIBUTE n int;

-- case: composite types 42
CREATE TYPE ty AS (x int, y int);
CREATE TABLE k (id int, c ty);
INSERT INTO k VALUES (1, ROW(1,2));
CREATE VIEW kv AS SELECT (c).x FROM k;
CREATE INDEX ki ON k (((c).x));
-- then
ALTER TYPE ty DROP ATTRIBUTE y;

-- case: composite types 43
CREATE TYPE ty AS (x int, y int);
CREATE TABLE k (id int, c ty);
INSERT INTO k VALUES (1, ROW(1,2));
CREATE VIEW kv AS SELECT (c).x FROM k;
CREATE INDEX ki ON k (((c).x));
-- then
DROP TYPE ty CASCADE;

-- case: composite types 44
CREATE TYPE ty AS (x int, y int);
CREATE TABLE k (id int, c ty);
INSERT INTO k VALUES (1, ROW(1,2));
-- then
SELECT (c).x FROM k;

-- case: composite types 45
CREATE TYPE ty AS (x int, y int);
CREATE TABLE k (id int, c ty);
INSERT INTO k VALUES (1, ROW(1,2));
-- then
ALTER TABLE k ADD CHECK ((c).x > 0);

-- case: composite types 46
CREATE TYPE ty AS (x int, y int);
CREATE TYPE tz AS (a int, t ty);
CREATE TABLE o OF tz;
-- then
ALTER TYPE ty ADD ATTRIBUTE n int CASCADE;

-- case: composite types 47
CREATE TYPE ty AS (x int, y int);
CREATE TABLE p OF ty PARTITION BY RANGE (x);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
INSERT INTO p SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TYPE ty ALTER ATTRIBUTE y TYPE bigint CASCADE;

-- case: composite types 48
CREATE TYPE ty AS (x int, y int);
CREATE TABLE p OF ty PARTITION BY RANGE (x);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
INSERT INTO p SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TYPE ty DROP ATTRIBUTE y CASCADE;

-- case: composite types 49
CREATE TYPE ty AS (x int, y int);
CREATE TABLE p OF ty (CHECK (y > 0));
CREATE INDEX pi ON p (y);
CREATE VIEW v AS SELECT x FROM p;
INSERT INTO p SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TYPE ty ALTER ATTRIBUTE y TYPE bigint CASCADE;

-- case: composite types 50
CREATE TYPE ty AS (x int, y int);
CREATE TABLE p OF ty (CHECK (y > 0));
CREATE INDEX pi ON p (y);
CREATE VIEW v AS SELECT x FROM p;
INSERT INTO p SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TYPE ty DROP ATTRIBUTE y CASCADE;

-- case: foreign keys to partitioned tables 1
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch DROP COLUMN k;

-- case: foreign keys to partitioned tables 2
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch ALTER k TYPE bigint;

-- case: foreign keys to partitioned tables 3
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch ALTER k TYPE oid;

-- case: foreign keys to partitioned tables 4
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
DROP TABLE ch;

-- case: foreign keys to partitioned tables 5
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
ALTER TABLE ch ADD CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp NOT VALID;
-- then
ALTER TABLE ch VALIDATE CONSTRAINT fk;

-- case: foreign keys to partitioned tables 6
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
ALTER TABLE ch ADD CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp NOT VALID;
-- then
ALTER TABLE ch ALTER k TYPE bigint;

-- case: foreign keys to partitioned tables 7
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch ALTER CONSTRAINT fk DEFERRABLE;

-- case: foreign keys to partitioned tables 8
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch ALTER CONSTRAINT fk NOT ENFORCED;

-- case: foreign keys to partitioned tables 9
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp NOT ENFORCED);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch ALTER CONSTRAINT fk ENFORCED;

-- case: foreign keys to partitioned tables 10
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2) PARTITION BY HASH (id);
CREATE TABLE pp21 PARTITION OF pp2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE pp DETACH PARTITION pp2;

-- case: foreign keys to partitioned tables 11
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
INSERT INTO pp SELECT g, 1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, 1 FROM generate_series(1,80) g;
-- then
TRUNCATE ch;

-- case: foreign keys to partitioned tables 12
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
INSERT INTO pp SELECT g, 1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, 1 FROM generate_series(1,80) g;
-- then
TRUNCATE pp1 CASCADE;

-- case: foreign keys to partitioned tables 13
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
INSERT INTO pp SELECT g, 1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, 1 FROM generate_series(1,80) g;
-- then
ALTER TABLE pp1 DISABLE TRIGGER ALL;

-- case: foreign keys to partitioned tables 14
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
INSERT INTO pp SELECT g, 1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, 1 FROM generate_series(1,80) g;
-- then
ALTER TABLE pp DISABLE TRIGGER ALL;

-- case: foreign keys to partitioned tables 15
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
INSERT INTO pp SELECT g, 1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, 1 FROM generate_series(1,80) g;
-- then
DROP TABLE pp1 CASCADE;

-- case: foreign keys to partitioned tables 16
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
INSERT INTO pp SELECT g, 1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, 1 FROM generate_series(1,80) g;
-- then
ALTER TABLE pp DROP COLUMN id CASCADE;

-- case: foreign keys to partitioned tables 17
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) STORED, UNIQUE (w));
CREATE TABLE b (w int REFERENCES a (w));
CREATE VIEW av AS SELECT w FROM a;
-- then
ALTER TABLE a DROP COLUMN v CASCADE;

-- case: foreign keys to partitioned tables 18
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch ADD FOREIGN KEY (id, k) REFERENCES pp;

-- case: foreign keys to partitioned tables 19
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp NOT VALID);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch VALIDATE CONSTRAINT fk;

-- case: foreign keys to partitioned tables 20
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
ALTER TABLE ch ADD CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp NOT VALID;
-- then
ALTER TABLE ch VALIDATE CONSTRAINT fk;

-- case: foreign keys to partitioned tables 21
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
DROP TABLE ch;

-- case: foreign keys to partitioned tables 22
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
TRUNCATE pp CASCADE;

-- case: foreign keys to partitioned tables 23
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
DROP TABLE pp CASCADE;

-- case: foreign keys to partitioned tables 24
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE pp ALTER id TYPE bigint;

-- case: foreign keys to partitioned tables 25
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch ALTER id TYPE bigint;

-- case: foreign keys to partitioned tables 26
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp) PARTITION BY LIST (k);
CREATE TABLE ch1 PARTITION OF ch FOR VALUES IN (1, 2);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch DETACH PARTITION ch1;

-- case: foreign keys to partitioned tables 27
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp) PARTITION BY LIST (k);
CREATE TABLE ch1 PARTITION OF ch FOR VALUES IN (1, 2);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch DETACH PARTITION ch1 CONCURRENTLY;

-- case: foreign keys to partitioned tables 28
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp) PARTITION BY LIST (k);
CREATE TABLE ch1 PARTITION OF ch FOR VALUES IN (1, 2);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
DROP TABLE ch1;

-- case: foreign keys to partitioned tables 29
CREATE TABLE pp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pp1 PARTITION OF pp FOR VALUES IN (1);
CREATE TABLE pp2 PARTITION OF pp FOR VALUES IN (2);
INSERT INTO pp SELECT g, g%2+1 FROM generate_series(1,80) g;
CREATE TABLE ch (id int, k int, CONSTRAINT fk FOREIGN KEY (id, k) REFERENCES pp) PARTITION BY LIST (k);
CREATE TABLE ch1 PARTITION OF ch FOR VALUES IN (1, 2);
INSERT INTO ch SELECT g, g%2+1 FROM generate_series(1,80) g;
-- then
ALTER TABLE ch DROP CONSTRAINT fk;

-- case: generated columns, expressions, exclusions 1
CREATE TABLE a (id int PRIMARY KEY, v numeric(8,2), w numeric(8,2) GENERATED ALWAYS AS (v * 2) STORED);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER v TYPE numeric(10,2);

-- case: generated columns, expressions, exclusions 2
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) STORED);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE INDEX aw ON a (w);
-- then
ALTER TABLE a DROP COLUMN v CASCADE;

-- case: generated columns, expressions, exclusions 3
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) STORED);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE INDEX aw ON a (w);
-- then
ALTER TABLE a ALTER w TYPE bigint;

-- case: generated columns, expressions, exclusions 4
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) STORED);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE INDEX aw ON a (w);
-- then
ALTER TABLE a ALTER w DROP EXPRESSION;

-- case: generated columns, expressions, exclusions 5
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) VIRTUAL);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER w TYPE bigint;

-- case: generated columns, expressions, exclusions 6
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) VIRTUAL CHECK (w > 0));
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER w SET EXPRESSION AS (v * 3);

-- case: generated columns, expressions, exclusions 7
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) VIRTUAL NOT NULL);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER w SET EXPRESSION AS (v * 3);

-- case: generated columns, expressions, exclusions 8
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) VIRTUAL);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER v TYPE bigint;

-- case: generated columns, expressions, exclusions 9
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) VIRTUAL);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER w SET NOT NULL;

-- case: generated columns, expressions, exclusions 10
CREATE TABLE a (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) VIRTUAL);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ADD CONSTRAINT ck CHECK (w > 0);

-- case: generated columns, expressions, exclusions 11
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE INDEX ax ON a ((v + 1)) WHERE v > 3;
-- then
ALTER TABLE a ALTER v TYPE bigint;

-- case: generated columns, expressions, exclusions 12
CREATE TABLE a (id int PRIMARY KEY, v varchar(10));
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE INDEX ax ON a (lower(v));
CREATE INDEX ay ON a (id) WHERE v > '3';
-- then
ALTER TABLE a ALTER v TYPE varchar(20);

-- case: generated columns, expressions, exclusions 13
CREATE TABLE a (id int PRIMARY KEY, v varchar(10));
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE INDEX ax ON a (lower(v));
CREATE STATISTICS st ON lower(v), id FROM a;
-- then
ALTER TABLE a ALTER v TYPE varchar(20);

-- case: generated columns, expressions, exclusions 14
CREATE TABLE a (id int PRIMARY KEY, v text);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE INDEX ax ON a USING gin (to_tsvector('simple', v));
-- then
ALTER TABLE a ALTER v TYPE varchar;

-- case: generated columns, expressions, exclusions 15
CREATE TABLE a (id int PRIMARY KEY, r int4range, EXCLUDE USING gist (r WITH &&));
INSERT INTO a SELECT g, int4range(g,g+1) FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER r TYPE int4range;

-- case: generated columns, expressions, exclusions 16
CREATE TABLE a (id int PRIMARY KEY, r int, EXCLUDE (r WITH =) WHERE (r > 5) DEFERRABLE);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ALTER r TYPE bigint;

-- case: generated columns, expressions, exclusions 17
CREATE TABLE a (id int PRIMARY KEY, r int, CONSTRAINT ex EXCLUDE (r WITH =));
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a RENAME CONSTRAINT ex TO ey;

-- case: generated columns, expressions, exclusions 18
CREATE TABLE a (id int PRIMARY KEY, r int, CONSTRAINT ex EXCLUDE (r WITH =));
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a DROP CONSTRAINT ex;

-- case: generated columns, expressions, exclusions 19
CREATE TABLE a (id int PRIMARY KEY, r int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (50);
CREATE TABLE a2 PARTITION OF a FOR VALUES FROM (50) TO (100);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
-- then
ALTER TABLE a ADD EXCLUDE (id WITH =, r WITH =);

-- case: what CASCADE takes 1
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE MATERIALIZED VIEW m2 AS SELECT id FROM m;
-- then
DROP MATERIALIZED VIEW m CASCADE;

-- case: what CASCADE takes 2
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE a (id int PRIMARY KEY, v d);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT v AS x, id FROM a;
-- then
DROP DOMAIN d CASCADE;

-- case: what CASCADE takes 3
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE a (id int PRIMARY KEY, v e);
INSERT INTO a SELECT g, 'a' FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT v AS x, id FROM a;
CREATE INDEX ON m (x);
-- then
DROP TYPE e CASCADE;

-- case: what CASCADE takes 4
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE a (id int PRIMARY KEY, v e);
INSERT INTO a SELECT g, 'a' FROM generate_series(1,80) g;
CREATE VIEW m AS SELECT id FROM a WHERE v = 'a'::e;
-- then
DROP TYPE e CASCADE;

-- case: what CASCADE takes 5
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE a (id int PRIMARY KEY, v e DEFAULT 'a', CHECK (v <> 'b'));
INSERT INTO a SELECT g, 'a' FROM generate_series(1,80) g;
CREATE INDEX ON a (id) WHERE v = 'a';
-- then
DROP TYPE e CASCADE;

-- case: what CASCADE takes 6
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE a (id int PRIMARY KEY, v e[]);
-- then
DROP TYPE e CASCADE;

-- case: what CASCADE takes 7
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE a (id int, v e) PARTITION BY LIST (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES IN (1);
-- then
DROP TYPE e CASCADE;

-- case: what CASCADE takes 8
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE a (id int, v e);
CREATE TABLE a1 (z int) INHERITS (a);
CREATE INDEX ON a1 (v);
-- then
DROP TYPE e CASCADE;

-- case: what CASCADE takes 9
CREATE TYPE e AS ENUM ('a', 'b');
CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE a (id int, g int);
CREATE TABLE b (v e);
CREATE VIEW w AS SELECT f('a'::e);
-- then
DROP TYPE e CASCADE;

-- case: what CASCADE takes 10
CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE TABLE a (id int, g int DEFAULT f(1), CHECK (f(g) > 0));
CREATE INDEX ai ON a (f(g));
CREATE VIEW v AS SELECT f(g) FROM a;
-- then
DROP FUNCTION f(int) CASCADE;

-- case: what CASCADE takes 11
CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE TABLE a (id int, g int);
CREATE POLICY p ON a USING (f(g) > 0);
CREATE TABLE b (id int, g int GENERATED ALWAYS AS (f(id)) STORED);
-- then
DROP FUNCTION f(int) CASCADE;

-- case: what CASCADE takes 12
CREATE SEQUENCE sq;
CREATE TABLE a (id int DEFAULT nextval('sq'), v int);
CREATE VIEW v AS SELECT id FROM a;
-- then
DROP SEQUENCE sq CASCADE;

-- case: what CASCADE takes 13
CREATE COLLATION co FROM "C";
CREATE TABLE a (id int, v text COLLATE co);
CREATE INDEX ai ON a (v);
CREATE INDEX aj ON a (id);
-- then
DROP COLLATION co CASCADE;

-- case: materialized views 1
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE UNIQUE INDEX mi ON m (id);
-- then
REINDEX TABLE m;

-- case: materialized views 2
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE UNIQUE INDEX mi ON m (id);
-- then
REINDEX TABLE CONCURRENTLY m;

-- case: materialized views 3
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE UNIQUE INDEX mi ON m (id);
-- then
CREATE INDEX CONCURRENTLY mj ON m (v);

-- case: materialized views 4
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE UNIQUE INDEX mi ON m (id);
-- then
CLUSTER m USING mi;

-- case: materialized views 5
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE UNIQUE INDEX mi ON m (id);
-- then
ALTER MATERIALIZED VIEW m OWNER TO app;

-- case: materialized views 6
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE UNIQUE INDEX mi ON m (id);
-- then
VACUUM FULL m;

-- case: materialized views 7
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
CREATE MATERIALIZED VIEW m2 AS SELECT id FROM m;
-- then
REFRESH MATERIALIZED VIEW m2;

-- case: materialized views 8
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a WITH NO DATA;
-- then
REFRESH MATERIALIZED VIEW m;

-- case: materialized views 9
CREATE TABLE a (id int PRIMARY KEY, v int);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN v SET STORAGE PLAIN;

-- case: materialized views 10
CREATE DOMAIN d AS int;
CREATE TABLE a (id int PRIMARY KEY, v d);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
-- then
ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0);

-- case: materialized views 11
CREATE DOMAIN d AS int;
CREATE TABLE a (id int PRIMARY KEY, v d);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT v FROM a;
CREATE VIEW w AS SELECT v FROM a;
-- then
ALTER DOMAIN d SET NOT NULL;

-- case: materialized views 12
CREATE DOMAIN d AS int;
CREATE TABLE a (id int PRIMARY KEY, v d);
INSERT INTO a SELECT g, g FROM generate_series(1,80) g;
CREATE MATERIALIZED VIEW m AS SELECT v::d AS x, id FROM a;
-- then
ALTER DOMAIN d ADD CHECK (VALUE > 0);

-- case: publications, statistics, event triggers 1
CREATE TABLE a (id int, v int);
CREATE STATISTICS st ON id, v FROM a;
-- then
ALTER STATISTICS st OWNER TO app;

-- case: publications, statistics, event triggers 2
CREATE TABLE a (id int, v int);
CREATE STATISTICS st ON id, v FROM a;
-- then
ALTER TABLE a DROP COLUMN v;

-- case: publications, statistics, event triggers 3
CREATE TABLE a (id int, v int);
INSERT INTO a SELECT g,g FROM generate_series(1,50) g;
CREATE STATISTICS st ON id, v FROM a;
-- then
ALTER TABLE a ALTER v TYPE bigint;

-- case: publications, statistics, event triggers 4
CREATE TABLE a (id int, v int);
CREATE STATISTICS st ON (id + v), v FROM a;
-- then
COMMENT ON STATISTICS st IS 'x';

-- case: publications, statistics, event triggers 5
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int) INHERITS (a);
CREATE PUBLICATION p FOR TABLE a;
-- then
ALTER PUBLICATION p DROP TABLE a;

-- case: publications, statistics, event triggers 6
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int) INHERITS (a);
CREATE TABLE c (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a;
-- then
ALTER PUBLICATION p SET TABLE c;

-- case: publications, statistics, event triggers 7
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE PUBLICATION p FOR TABLE a;
-- then
ALTER PUBLICATION p SET (publish = 'insert');

-- case: publications, statistics, event triggers 8
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE PUBLICATION p FOR TABLE a (id);

-- case: publications, statistics, event triggers 9
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE PUBLICATION p FOR TABLE a WHERE (id > 5);

-- case: publications, statistics, event triggers 10
CREATE SCHEMA s;
CREATE TABLE s.a (id int PRIMARY KEY, v int);
-- then
CREATE PUBLICATION p FOR TABLES IN SCHEMA s;

-- case: publications, statistics, event triggers 11
CREATE SCHEMA s;
CREATE TABLE s.a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int);
CREATE PUBLICATION p FOR TABLES IN SCHEMA s;
-- then
ALTER PUBLICATION p ADD TABLE b;

-- case: publications, statistics, event triggers 12
CREATE TABLE a (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (10);
-- then
CREATE PUBLICATION p FOR TABLE a WITH (publish_via_partition_root);

-- case: publications, statistics, event triggers 13
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE PUBLICATION p FOR TABLE a;
-- then
ALTER TABLE a RENAME TO b;

-- case: publications, statistics, event triggers 14
CREATE TABLE a (id int PRIMARY KEY);
CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION ef();
-- then
ALTER EVENT TRIGGER et DISABLE;

-- case: publications, statistics, event triggers 15
CREATE TABLE a (id int PRIMARY KEY);
CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION ef();
-- then
DROP FUNCTION ef() CASCADE;

-- case: publications, statistics, event triggers 16
CREATE TABLE a (id int PRIMARY KEY);
CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON table_rewrite EXECUTE FUNCTION ef();
INSERT INTO a SELECT generate_series(1,50);
-- then
ALTER TABLE a ALTER id TYPE bigint;

-- case: functions 1
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (x int, CONSTRAINT ck CHECK (x > 0)) INHERITS (a);
-- then
ALTER TABLE b DROP CONSTRAINT ck;

-- case: functions 2
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (x int, CONSTRAINT ck CHECK (x > 0)) INHERITS (a);
-- then
ALTER TABLE b RENAME CONSTRAINT ck TO ck2;

-- case: functions 3
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (x int, CONSTRAINT ck CHECK (x > 0)) INHERITS (a);
-- then
ALTER TABLE a RENAME CONSTRAINT ck TO ck2;

-- case: functions 4
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (x int, CONSTRAINT ck CHECK (x > 0)) INHERITS (a);
-- then
ALTER TABLE a DROP CONSTRAINT ck;
ALTER TABLE b DROP CONSTRAINT ck;

-- case: functions 5
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b () INHERITS (a);
-- then
ALTER TABLE a DROP CONSTRAINT ck;
ALTER TABLE b DROP CONSTRAINT ck;

-- case: functions 6
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b () INHERITS (a);
-- then
ALTER TABLE b ADD CONSTRAINT ck CHECK (x > 0);
ALTER TABLE b DROP CONSTRAINT ck;

-- case: functions 7
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b () INHERITS (a);
-- then
ALTER TABLE b ADD CONSTRAINT ck CHECK (x > 1);

-- case: functions 8
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (x int, y text);
-- then
ALTER TABLE b ADD CONSTRAINT ck CHECK (x > 0);
ALTER TABLE b INHERIT a;
ALTER TABLE b DROP CONSTRAINT ck;

-- case: functions 9
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE b INHERIT a;
-- then
ALTER TABLE b NO INHERIT a;
ALTER TABLE b DROP CONSTRAINT ck;

-- case: functions 10
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (x int, y text, CONSTRAINT ck CHECK (x > 1));
-- then
ALTER TABLE b INHERIT a;

-- case: functions 11
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
-- then
CREATE TABLE b (x int, CONSTRAINT ck CHECK (x > 1)) INHERITS (a);

-- case: functions 12
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
-- then
CREATE TABLE b (CONSTRAINT ck CHECK (x IN (1, 2))) INHERITS (a);

-- case: functions 13
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
-- then
CREATE TABLE b (CONSTRAINT ck CHECK (x > 0) NO INHERIT) INHERITS (a);

-- case: functions 14
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE a ADD CONSTRAINT c2 CHECK (x IN (1));
-- then
CREATE TABLE b (CONSTRAINT c2 CHECK (x IN ('1'))) INHERITS (a);

-- case: functions 15
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE a ADD CONSTRAINT c2 CHECK (x IN (1));
-- then
CREATE TABLE b (CONSTRAINT c2 CHECK (x = 1)) INHERITS (a);

-- case: functions 16
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE a ADD CONSTRAINT c2 CHECK (x IN (1));
-- then
CREATE TABLE b (CONSTRAINT c2 CHECK (x IN (1))) INHERITS (a);

-- case: functions 17
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE a ADD CONSTRAINT c2 CHECK (x IN (1, 2));
-- then
CREATE TABLE b (CONSTRAINT c2 CHECK (x = ANY (ARRAY[1, 2]))) INHERITS (a);

-- case: functions 18
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE a ADD CONSTRAINT c2 CHECK (y = 'a');
-- then
CREATE TABLE b (CONSTRAINT c2 CHECK (y = 'a'::text)) INHERITS (a);

-- case: functions 19
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE a ADD CONSTRAINT c2 CHECK (x IN ('1'));
-- then
CREATE TABLE b (CONSTRAINT c2 CHECK (x IN (1))) INHERITS (a);

-- case: functions 20
CREATE TABLE a (x int, y text, CONSTRAINT ck CHECK (x > 0));
ALTER TABLE a ADD CONSTRAINT c2 CHECK (x BETWEEN 1 AND 3);
-- then
CREATE TABLE b (CONSTRAINT c2 CHECK (x >= 1 AND x <= 3)) INHERITS (a);

-- case: functions 21
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION f(text);

-- case: functions 22
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION f(int);

-- case: functions 23
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION f(integer);

-- case: functions 24
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION f(int4);

-- case: functions 25
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION f();

-- case: functions 26
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION f;

-- case: functions 27
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION IF EXISTS f(text);

-- case: functions 28
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION g(int);

-- case: functions 29
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION g(int, varchar);

-- case: functions 30
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION g(int, text), f(int);

-- case: functions 31
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION f(bigint);

-- case: functions 32
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(text) STABLE;

-- case: functions 33
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) STABLE;

-- case: functions 34
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) RENAME TO g;

-- case: functions 35
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION h(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) RENAME TO h;

-- case: functions 36
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION h(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f RENAME TO h;

-- case: functions 37
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION h(bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) RENAME TO h;

-- case: functions 38
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA s;
CREATE FUNCTION s.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) SET SCHEMA s;

-- case: functions 39
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA s;
CREATE FUNCTION s.f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) SET SCHEMA s;

-- case: functions 40
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) RENAME TO f;

-- case: functions 41
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE TEMP VIEW public.v AS SELECT 1 AS a;

-- case: functions 42
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE TEMP VIEW pg_temp.v AS SELECT 1 AS a;

-- case: functions 43
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE TEMP TABLE public.q (a int);

-- case: functions 44
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE TEMP SEQUENCE public.q;

-- case: functions 45
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE TABLE pg_temp.q (a int);

-- case: functions 46
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE TEMP TABLE public.q AS SELECT 1 AS a;

-- case: functions 47
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'SELECT x FROM t';

-- case: functions 48
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS text LANGUAGE sql AS 'SELECT id FROM t';

-- case: functions 49
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS bigint LANGUAGE sql AS 'SELECT id FROM t';

-- case: functions 50
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'SELECT n FROM t';

-- case: functions 51
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'SELECT ''a''';

-- case: functions 52
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'SELECT id, x FROM t';

-- case: functions 53
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS void LANGUAGE sql AS 'SELECT id, x FROM t';

-- case: functions 54
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'UPDATE t SET x = 1';

-- case: functions 55
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'UPDATE t SET x = 1 RETURNING id';

-- case: functions 56
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'UPDATE t SET x = 1 RETURNING x';

-- case: functions 57
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS void LANGUAGE sql AS 'UPDATE t SET x = 1';

-- case: functions 58
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS '';

-- case: functions 59
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS void LANGUAGE sql AS '';

-- case: functions 60
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql AS 'SELECT id FROM t; DELETE FROM t';

-- case: functions 61
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';

-- case: functions 62
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS SETOF t LANGUAGE sql AS 'SELECT id FROM t';

-- case: functions 63
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS SETOF t LANGUAGE sql AS 'SELECT x, id, n FROM t';

-- case: functions 64
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS t LANGUAGE sql AS 'SELECT t FROM t';

-- case: functions 65
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT id, x FROM t';

-- case: functions 66
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT x, id FROM t';

-- case: functions 67
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT id FROM t';

-- case: functions 68
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS TABLE (a int) LANGUAGE sql AS 'SELECT id, x FROM t';

-- case: functions 69
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS boolean LANGUAGE sql AS 'SELECT count(*) FROM t';

-- case: functions 70
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS boolean LANGUAGE sql AS 'SELECT count(*) > 0 FROM t';

-- case: functions 71
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(OUT a int, OUT b text) LANGUAGE sql AS 'SELECT id, x FROM t';

-- case: functions 72
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(OUT a int, OUT b text) LANGUAGE sql AS 'SELECT id FROM t';

-- case: functions 73
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS record LANGUAGE sql AS 'SELECT id FROM t';

-- case: functions 74
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql RETURN 'a'::text;

-- case: functions 75
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS uuid LANGUAGE sql AS 'SELECT now()';

-- case: functions 76
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql SET search_path = '' AS 'SELECT id FROM t';

-- case: functions 77
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql SET search_path = '' AS 'SELECT id FROM public.t';

-- case: functions 78
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql SET search_path = public AS 'SELECT id FROM t';

-- case: functions 79
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql SET search_path TO 'public', pg_temp AS 'SELECT id FROM t';

-- case: functions 80
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql SET search_path = pg_catalog AS 'SELECT id FROM t';

-- case: functions 81
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS trigger LANGUAGE sql AS 'SELECT 1';

-- case: functions 82
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int, a int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 83
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int DEFAULT 1, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 84
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a nothing) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 85
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int) RETURNS nothing LANGUAGE sql AS 'SELECT 1';

-- case: functions 86
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int) RETURNS int LANGUAGE nothing AS 'SELECT 1';

-- case: functions 87
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int) RETURNS int LANGUAGE plpgsql;

-- case: functions 88
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int) RETURNS int AS 'SELECT 1';

-- case: functions 89
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int) LANGUAGE sql AS 'SELECT 1';

-- case: functions 90
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int) RETURNS int LANGUAGE sql IMMUTABLE STABLE AS 'SELECT 1';

-- case: functions 91
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(OUT a int) RETURNS text LANGUAGE sql AS 'SELECT 1';

-- case: functions 92
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 93
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a int DEFAULT now()) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 94
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(VARIADIC a int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 95
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r(a anyelement) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 96
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION r() RETURNS anyelement LANGUAGE sql AS 'SELECT 1';

-- case: functions 97
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';

-- case: functions 98
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT ''a''';

-- case: functions 99
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';

-- case: functions 100
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
-- then
CREATE OR REPLACE FUNCTION k(b int) RETURNS int LANGUAGE sql AS 'SELECT b';

-- case: functions 101
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT a';
-- then
CREATE OR REPLACE FUNCTION k(a int) RETURNS int LANGUAGE sql AS 'SELECT a';

-- case: functions 102
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE PROCEDURE f(int) LANGUAGE sql AS 'SELECT 1';

-- case: functions 103
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP PROCEDURE f(int);

-- case: functions 104
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP AGGREGATE f(int);

-- case: functions 105
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP ROUTINE f(int);

-- case: functions 106
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW fv AS SELECT f(1) AS a;
-- then
DROP FUNCTION f(int);

-- case: functions 107
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE ft (a int DEFAULT f(1));
-- then
DROP FUNCTION f(int);

-- case: functions 108
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE ft (a int CHECK (f(a) > 0));
-- then
DROP FUNCTION f(int);

-- case: functions 109
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE ft (a int);
CREATE INDEX ON ft (g(a, 'x'));
-- then
DROP FUNCTION g(int, text);

-- case: functions 110
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE ft (a int);
CREATE POLICY p ON ft USING (f(a) > 0);
-- then
DROP FUNCTION f(int);

-- case: functions 111
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE ft (a int DEFAULT f(1));
-- then
DROP FUNCTION f(int) CASCADE;
ALTER TABLE ft ALTER a DROP DEFAULT;

-- case: functions 112
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW fv AS SELECT f(1) AS a;
-- then
DROP FUNCTION f(int) CASCADE;
DROP VIEW fv;

-- case: functions 113
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k() RETURNS int LANGUAGE sql AS 'SELECT f(1)';
-- then
DROP FUNCTION f(int);

-- case: functions 114
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k(t) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP TABLE t;

-- case: functions 115
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
-- then
DROP TABLE t;

-- case: functions 116
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
-- then
ALTER TABLE t ADD COLUMN z int;

-- case: functions 117
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE e AS ENUM ('a');
CREATE FUNCTION k(e) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP TYPE e;

-- case: functions 118
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE e AS ENUM ('a');
CREATE FUNCTION k(e[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP TYPE e;

-- case: functions 119
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE e AS ENUM ('a');
CREATE FUNCTION k() RETURNS e LANGUAGE sql AS 'SELECT NULL::e';
-- then
DROP TYPE e CASCADE;
DROP FUNCTION k;

-- case: functions 120
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE e AS ENUM ('a');
CREATE VIEW ev AS SELECT 'a'::e AS z;
-- then
DROP TYPE e;

-- case: functions 121
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE DOMAIN d AS int;
CREATE VIEW ev AS SELECT id::d AS z FROM t;
-- then
DROP DOMAIN d;

-- case: functions 122
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r(OUT a int, OUT a text) LANGUAGE sql AS 'SELECT 1, NULL::text';

-- case: functions 123
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r(a int, OUT a int) LANGUAGE sql AS 'SELECT 1';

-- case: functions 124
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r(VARIADIC a int[], b int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 125
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r(VARIADIC a int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 126
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql;

-- case: functions 127
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE PROCEDURE r() LANGUAGE sql;

-- case: functions 128
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r(a int) LANGUAGE plpgsql AS 'BEGIN END';

-- case: functions 129
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql LANGUAGE plpgsql AS 'SELECT 1';

-- case: functions 130
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r() RETURNS int LANGUAGE sql COST 1 COST 2 AS 'SELECT 1';

-- case: functions 131
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r(int) RETURNS anyarray LANGUAGE sql AS 'SELECT 1';

-- case: functions 132
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r(anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[$1]';

-- case: functions 133
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
-- then
CREATE FUNCTION r() RETURNS event_trigger LANGUAGE sql AS 'SELECT 1';

-- case: functions 134
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE PROCEDURE k(a int) LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE FUNCTION k(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 135
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION k(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE FUNCTION k(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 136
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION k(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE FUNCTION k(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 137
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION k(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE FUNCTION k(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 138
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION k(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE OR REPLACE FUNCTION k(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 139
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION k(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP FUNCTION IF EXISTS k(text);
DROP FUNCTION k(int);

-- case: functions 140
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE TYPE e AS ENUM ('a');
CREATE FUNCTION k(e) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP TYPE e CASCADE;
CREATE TYPE e AS ENUM ('b');
CREATE FUNCTION k(e) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 141
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION k(t) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP TABLE t CASCADE;
CREATE TABLE t (a int);
CREATE FUNCTION k(t) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: functions 142
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE FUNCTION k(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW kv AS SELECT k(1) AS x;
-- then
DROP FUNCTION k(text);

-- case: functions 143
CREATE TABLE t (id int PRIMARY KEY, x text, n numeric);
CREATE VIEW tv AS SELECT id FROM t;
CREATE FUNCTION k(tv) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
DROP VIEW tv;

-- case: out of reach 1
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION f();
-- then
ALTER TABLE a ADD COLUMN n int;

-- case: out of reach 2
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr AFTER TRUNCATE ON a EXECUTE FUNCTION f();
-- then
TRUNCATE a;

-- case: out of reach 3
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN 1; END';
INSERT INTO a VALUES (1);
-- then
ALTER TABLE a ADD COLUMN n int DEFAULT f();

-- case: out of reach 4
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a';
-- then
CREATE VIEW w AS SELECT * FROM f();

-- case: out of reach 5
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 5 AND id < 6));
INSERT INTO a2 SELECT 5, 3 FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, MINVALUE) TO (6, MINVALUE);

-- case: bounds that are proven 1
CREATE TABLE a (id int, v text) PARTITION BY LIST (v);
CREATE TABLE a1 PARTITION OF a FOR VALUES IN ('a', NULL);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 'q' FROM generate_series(1,40) g;
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN ('b');

-- case: bounds that are proven 2
CREATE TABLE a (id int, v text) PARTITION BY LIST (v);
CREATE TABLE a1 PARTITION OF a FOR VALUES IN ('a', NULL);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 'q' FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v <> 'b' AND v IS NOT NULL);
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN ('b');

-- case: bounds that are proven 3
CREATE TABLE a (id int, v text) PARTITION BY LIST (v);
CREATE TABLE a1 PARTITION OF a FOR VALUES IN ('a', NULL);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 'q' FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v IN ('q', 'r') AND v IS NOT NULL);
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN ('b');

-- case: bounds that are proven 4
CREATE TABLE a (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE ad PARTITION OF a DEFAULT PARTITION BY RANGE (id);
CREATE TABLE ad1 PARTITION OF ad FOR VALUES FROM (0) TO (100);
INSERT INTO a SELECT g, 'q' FROM generate_series(1,40) g;
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES FROM (200) TO (300);

-- case: bounds that are proven 5
CREATE TABLE a (id int NOT NULL, v text) PARTITION BY RANGE (id);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 'q' FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (id < 200);
CREATE TABLE a2 (id int NOT NULL, v text, CHECK (id >= 200 AND id < 300));
INSERT INTO a2 SELECT g, 'q' FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (200) TO (300);

-- case: bounds that are proven 6
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND k >= 2 AND k < 7));
INSERT INTO a2 SELECT 5, 3 FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 2) TO (5, 7);

-- case: bounds that are proven 7
CREATE TABLE a (id int NOT NULL, v text) PARTITION BY RANGE ((id + 1));
CREATE TABLE a2 (id int NOT NULL, v text);
INSERT INTO a2 SELECT g, 'q' FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (200) TO (300);

-- case: bounds that are proven 8
CREATE TABLE a (id int NOT NULL, d timestamptz NOT NULL) PARTITION BY RANGE (d);
CREATE TABLE a2 (id int NOT NULL, d timestamptz NOT NULL, CHECK (d >= '2024-01-01+00' AND d < '2024-02-01+00'));
INSERT INTO a2 SELECT g, '2024-01-05' FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM ('2024-01-01+00') TO ('2024-02-01+00');

-- case: bounds that are proven 9
CREATE TABLE a (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (d);
CREATE TABLE a2 (id int NOT NULL, d date NOT NULL, CHECK (d BETWEEN '2024-01-01' AND '2024-01-31'));
INSERT INTO a2 SELECT g, '2024-01-05' FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');

-- case: bounds that are proven 10
CREATE TABLE a (id int NOT NULL, d text NOT NULL) PARTITION BY LIST (d);
CREATE TABLE a2 (id int NOT NULL, d text NOT NULL, CHECK (d IN ('x', 'y')));
INSERT INTO a2 SELECT g, 'x' FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN ('x', 'y', 'z');

-- case: bounds that are proven 11
CREATE TABLE a (id int NOT NULL, d text NOT NULL) PARTITION BY LIST (d);
CREATE TABLE a2 (id int NOT NULL, d text NOT NULL, CHECK (d = ANY (ARRAY['x', 'y'])));
INSERT INTO a2 SELECT g, 'x' FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN ('x', 'y');

-- case: bounds that are proven 12
CREATE TABLE a (id int NOT NULL, d text NOT NULL) PARTITION BY LIST (d);
CREATE TABLE a2 (id int NOT NULL, d text NOT NULL, CHECK (d = 'x')) PARTITION BY RANGE (id);
CREATE TABLE a21 PARTITION OF a2 FOR VALUES FROM (0) TO (500);
INSERT INTO a2 SELECT g, 'x' FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN ('x');

-- case: bounds that are proven 13
CREATE TABLE a (id int NOT NULL, d text NOT NULL) PARTITION BY LIST (d);
CREATE TABLE a2 (id int NOT NULL, d text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a21 PARTITION OF a2 FOR VALUES FROM (0) TO (500);
ALTER TABLE a21 ADD CHECK (d = 'x');
CREATE TABLE a22 PARTITION OF a2 FOR VALUES FROM (500) TO (1000);
INSERT INTO a2 SELECT g, 'x' FROM generate_series(200,240) g;
INSERT INTO a2 SELECT g, 'x' FROM generate_series(600,640) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN ('x');

-- case: bounds that are proven 14
CREATE TABLE a (id int, v text) PARTITION BY LIST (v);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 'q' FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v <> 'b');
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN ('b');

-- case: bounds that are proven 15
CREATE TABLE a (id int, v text) PARTITION BY LIST (v);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 'q' FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v NOT IN ('b', 'c'));
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN ('b', 'c');

-- case: bounds that are proven 16
CREATE TABLE a (id int, v int) PARTITION BY LIST (v);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 9 FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v = 9);
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN (1, 2);

-- case: bounds that are proven 17
CREATE TABLE a (id int, v int) PARTITION BY LIST (v);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 9 FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v > 5);
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN (1, 2);

-- case: bounds that are proven 18
CREATE TABLE a (id int, v int) PARTITION BY LIST (v);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 9 FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v <> 1);
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN (1, 2);

-- case: bounds that are proven 19
CREATE TABLE a (id int, v int) PARTITION BY LIST (v);
CREATE TABLE ad PARTITION OF a DEFAULT;
INSERT INTO a SELECT g, 9 FROM generate_series(1,40) g;
ALTER TABLE ad ADD CHECK (v = 9 AND v IS NOT NULL);
-- then
CREATE TABLE a2 PARTITION OF a FOR VALUES IN (1, NULL);

-- case: bounds that are proven 20
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND k >= 2 AND k < 9));
INSERT INTO a2 SELECT 5, 3 FROM generate_series(200,240) g;
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 2) TO (5, 7);

-- case: maintenance and names 1
CREATE TABLE a (id int PRIMARY KEY, v text);
INSERT INTO a SELECT g, g FROM generate_series(1,60) g;
CREATE TABLE b (w int) INHERITS (a);
INSERT INTO b SELECT g, g, g FROM generate_series(61,120) g;
CREATE INDEX bi ON b (v);
-- then
CLUSTER b USING bi;

-- case: maintenance and names 2
CREATE TABLE a (id int PRIMARY KEY, v text);
INSERT INTO a SELECT g, g FROM generate_series(1,60) g;
CREATE TABLE b (w int) INHERITS (a);
INSERT INTO b SELECT g, g, g FROM generate_series(61,120) g;
CREATE INDEX bi ON b (v);
-- then
VACUUM FULL a;

-- case: maintenance and names 3
CREATE TABLE a (id int PRIMARY KEY, v text);
INSERT INTO a SELECT g, g FROM generate_series(1,60) g;
CREATE TABLE b (w int) INHERITS (a);
INSERT INTO b SELECT g, g, g FROM generate_series(61,120) g;
CREATE INDEX bi ON b (v);
-- then
VACUUM FULL ONLY a;

-- case: maintenance and names 4
CREATE TABLE a (id int PRIMARY KEY, v text);
INSERT INTO a SELECT g, g FROM generate_series(1,60) g;
CREATE TABLE b (w int) INHERITS (a);
INSERT INTO b SELECT g, g, g FROM generate_series(61,120) g;
CREATE INDEX bi ON b (v);
-- then
REINDEX (VERBOSE) TABLE b;

-- case: maintenance and names 5
CREATE SCHEMA s;
CREATE TABLE s.a (id int PRIMARY KEY, v text);
INSERT INTO s.a SELECT g, g FROM generate_series(1,60) g;
CREATE TABLE b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW s.m AS SELECT * FROM s.a;
CREATE INDEX ON s.m (id);
-- then
REINDEX SCHEMA s;

-- case: maintenance and names 6
CREATE TABLE a (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (50);
INSERT INTO a SELECT g, g FROM generate_series(1,40) g;
CREATE INDEX ai ON a (v);
CREATE TABLE a2 PARTITION OF a FOR VALUES FROM (50) TO (100);
-- then
CLUSTER a USING ai;

-- case: maintenance and names 7
CREATE TABLE a (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (50);
INSERT INTO a SELECT g, g FROM generate_series(1,40) g;
CREATE INDEX ai ON a (v);
-- then
ALTER TABLE a CLUSTER ON ai;

-- case: maintenance and names 8
CREATE TABLE a (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (50);
INSERT INTO a SELECT g, g FROM generate_series(1,40) g;
CREATE INDEX ai ON a (v);
-- then
ALTER INDEX ai SET TABLESPACE ts;

-- case: maintenance and names 9
CREATE TABLE a (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (50);
INSERT INTO a SELECT g, g FROM generate_series(1,40) g;
CREATE INDEX ai ON a (v);
-- then
ALTER TABLE a SET TABLESPACE ts;

-- case: maintenance and names 10
CREATE TABLE a (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (50);
INSERT INTO a SELECT g, g FROM generate_series(1,40) g;
-- then
ALTER TABLE a OWNER TO app;

-- case: maintenance and names 11
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE VIEW w AS SELECT id, v FROM a;
CREATE VIEW x AS SELECT * FROM w;
CREATE RULE r AS ON INSERT TO w DO INSTEAD INSERT INTO a VALUES (new.id, new.v);
-- then
DROP VIEW w CASCADE;

-- case: maintenance and names 12
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE VIEW w AS SELECT id, v FROM a;
-- then
ALTER VIEW w ALTER COLUMN v SET DEFAULT 5;

-- case: maintenance and names 13
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int);
CREATE VIEW w AS SELECT a.id FROM a JOIN b USING (id);
CREATE VIEW x AS SELECT * FROM w;
-- then
LOCK TABLE x;

-- case: maintenance and names 14
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a';
CREATE VIEW w AS SELECT * FROM f();
-- then
DROP TABLE a CASCADE;

-- case: maintenance and names 15
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT v FROM a;
END;
-- then
DROP TABLE a CASCADE;

-- case: altering and adding 1
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER a TYPE mood;

-- case: altering and adding 2
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER b TYPE mood;

-- case: altering and adding 3
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER b TYPE int;

-- case: altering and adding 4
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER c TYPE int;

-- case: altering and adding 5
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER e TYPE int;

-- case: altering and adding 6
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER nothing TYPE int;

-- case: altering and adding 7
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE v ALTER a TYPE bigint;

-- case: altering and adding 8
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE mv ADD COLUMN x int;

-- case: altering and adding 9
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE v ADD COLUMN x int;

-- case: altering and adding 10
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE v ALTER a SET DEFAULT 5;

-- case: altering and adding 11
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE mv ALTER b SET DEFAULT 'x';

-- case: altering and adding 12
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE v ALTER a SET NOT NULL;

-- case: altering and adding 13
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE sq ADD COLUMN x int;

-- case: altering and adding 14
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t_a ADD COLUMN x int;

-- case: altering and adding 15
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN ctid int;

-- case: altering and adding 16
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN xmin int;

-- case: altering and adding 17
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t RENAME a TO b;

-- case: altering and adding 18
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t RENAME a TO ctid;

-- case: altering and adding 19
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t RENAME nothing TO x;

-- case: altering and adding 20
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t RENAME TO r;

-- case: altering and adding 21
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t RENAME TO t_a;

-- case: altering and adding 22
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER INDEX t_a RENAME TO t_b;

-- case: altering and adding 23
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER INDEX t RENAME TO x;

-- case: altering and adding 24
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER VIEW t RENAME TO x;

-- case: altering and adding 25
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE t RENAME TO x;

-- case: altering and adding 26
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t SET SCHEMA nothing;

-- case: altering and adding 27
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t SET SCHEMA public;

-- case: altering and adding 28
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t SET SCHEMA pg_catalog;

-- case: altering and adding 29
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE s.t (x int);
-- then
ALTER TABLE t SET SCHEMA s;

-- case: altering and adding 30
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD CONSTRAINT t_pkey CHECK (a > 0);

-- case: altering and adding 31
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD CONSTRAINT t_a UNIQUE (a);

-- case: altering and adding 32
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD PRIMARY KEY (a);

-- case: altering and adding 33
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD UNIQUE (e, nothing);

-- case: altering and adding 34
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (note) REFERENCES t (id);

-- case: altering and adding 35
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (t_id) REFERENCES v (id);

-- case: altering and adding 36
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (t_id) REFERENCES mv (id);

-- case: altering and adding 37
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (t_id) REFERENCES sq;

-- case: altering and adding 38
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (t_id) REFERENCES t (a);

-- case: altering and adding 39
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (t_id) REFERENCES t (b);

-- case: altering and adding 40
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (t_id, id) REFERENCES t (id, id);

-- case: altering and adding 41
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD FOREIGN KEY (ctid) REFERENCES t;

-- case: altering and adding 42
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ADD CONSTRAINT r_t_id_fkey FOREIGN KEY (t_id) REFERENCES t;

-- case: altering and adding 43
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP CONSTRAINT t_a;

-- case: altering and adding 44
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP CONSTRAINT IF EXISTS nothing;

-- case: altering and adding 45
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP CONSTRAINT t_pkey;

-- case: altering and adding 46
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER id DROP NOT NULL;

-- case: altering and adding 47
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP COLUMN a;

-- case: altering and adding 48
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP COLUMN b;

-- case: altering and adding 49
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP COLUMN id CASCADE;

-- case: altering and adding 50
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP COLUMN tableoid;

-- case: altering and adding 51
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p DROP COLUMN k;

-- case: altering and adding 52
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p1 DROP COLUMN id;

-- case: altering and adding 53
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p1 RENAME id TO x;

-- case: altering and adding 54
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p1 ALTER id TYPE bigint;

-- case: altering and adding 55
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p1 ADD COLUMN x int;

-- case: altering and adding 56
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE ONLY p ADD COLUMN x int;

-- case: altering and adding 57
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p ADD PRIMARY KEY (id);

-- case: altering and adding 58
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p ADD UNIQUE (id, k);

-- case: altering and adding 59
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE UNIQUE INDEX ON p (id);

-- case: altering and adding 60
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE INDEX CONCURRENTLY ON p (id);

-- case: altering and adding 61
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (5) TO (15);

-- case: altering and adding 62
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (20) TO (20);

-- case: altering and adding 63
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (1);

-- case: altering and adding 64
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('x') TO ('y');

-- case: altering and adding 65
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE p2 PARTITION OF t FOR VALUES FROM (1) TO (2);

-- case: altering and adding 66
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE p2 PARTITION OF p (nothing NOT NULL) FOR VALUES FROM (20) TO (30);

-- case: altering and adding 67
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p ATTACH PARTITION t FOR VALUES FROM (20) TO (30);

-- case: altering and adding 68
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (20) TO (30);

-- case: altering and adding 69
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p ATTACH PARTITION v FOR VALUES FROM (20) TO (30);

-- case: altering and adding 70
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p ATTACH PARTITION p FOR VALUES FROM (20) TO (30);

-- case: altering and adding 71
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p DETACH PARTITION t;

-- case: altering and adding 72
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p1 SET LOGGED;

-- case: altering and adding 73
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE v SET LOGGED;

-- case: altering and adding 74
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t SET (nothing = 1);

-- case: altering and adding 75
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t SET (fillfactor = 5);

-- case: altering and adding 76
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t SET (fillfactor = 'x');

-- case: altering and adding 77
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER INDEX t_a SET (fillfactor = 200);

-- case: altering and adding 78
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p SET (fillfactor = 50);

-- case: altering and adding 79
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t CLUSTER ON nothing;

-- case: altering and adding 80
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t REPLICA IDENTITY USING INDEX t_a;

-- case: altering and adding 81
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t REPLICA IDENTITY USING INDEX t_b;

-- case: altering and adding 82
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER a SET STORAGE external;

-- case: altering and adding 83
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER b SET STATISTICS 100000;

-- case: altering and adding 84
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE t ALTER a SET DEFAULT 1;

-- case: altering and adding 85
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER b ADD GENERATED ALWAYS AS IDENTITY;

-- case: altering and adding 86
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER a DROP IDENTITY;

-- case: altering and adding 87
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ENABLE TRIGGER nothing;

-- case: altering and adding 88
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ENABLE RULE nothing;

-- case: altering and adding 89
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t OF mood;

-- case: altering and adding 90
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t INHERIT r;

-- case: altering and adding 91
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t INHERIT t;

-- case: altering and adding 92
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t VALIDATE CONSTRAINT t_pkey;

-- case: altering and adding 93
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t VALIDATE CONSTRAINT nothing;

-- case: altering and adding 94
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER CONSTRAINT t_pkey DEFERRABLE;

-- case: altering and adding 95
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE r ALTER CONSTRAINT nothing DEFERRABLE;

-- case: altering and adding 96
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int, ADD COLUMN x text;

-- case: altering and adding 97
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP COLUMN b, ADD CHECK (b <> '');

-- case: altering and adding 98
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t DROP COLUMN c, DROP COLUMN c;

-- case: altering and adding 99
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER c TYPE text, ALTER c TYPE timestamp;

-- case: altering and adding 100
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int REFERENCES nothing;

-- case: altering and adding 101
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int PRIMARY KEY;

-- case: altering and adding 102
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int DEFAULT nextval('nothing');

-- case: altering and adding 103
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x nothing;

-- case: altering and adding 104
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x pos DEFAULT 'x';

-- case: altering and adding 105
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int COLLATE "C";

-- case: altering and adding 106
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (nothing) STORED;

-- case: altering and adding 107
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (random()) STORED;

-- case: altering and adding 108
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x serial DEFAULT 5;

-- case: altering and adding 109
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x varchar(0);

-- case: altering and adding 110
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x varchar(99999999);

-- case: altering and adding 111
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x numeric(2000);

-- case: altering and adding 112
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x numeric(5, 10);

-- case: altering and adding 113
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x int(5);

-- case: altering and adding 114
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x text(5);

-- case: altering and adding 115
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x timestamp(9);

-- case: altering and adding 116
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x bit(0);

-- case: altering and adding 117
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x float(99);

-- case: altering and adding 118
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x mood(3);

-- case: altering and adding 119
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x anyelement;

-- case: altering and adding 120
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x record;

-- case: altering and adding 121
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x v;

-- case: altering and adding 122
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, c date, d numeric(10,2), e int[]);
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t, note text);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE SEQUENCE sq;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE SCHEMA s;
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x t;

-- case: altering and adding 123
-- then
CREATE TEMP TABLE z (a int);
CREATE FUNCTION f(z) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: altering and adding 124
CREATE SCHEMA s;
CREATE TABLE s.t (x int);
-- then
ALTER TABLE s.t SET SCHEMA s;

-- case: altering and adding 125
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
ALTER FUNCTION f(int) SET SCHEMA public;

-- case: altering and adding 126
CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e SET SCHEMA public;

-- case: altering and adding 127
CREATE TABLE t (x int);
-- then
ALTER INDEX t RENAME TO u;
ALTER TABLE u ADD COLUMN y int;

-- case: altering and adding 128
CREATE VIEW v AS SELECT 1 AS x;
-- then
ALTER INDEX v RENAME TO u;
DROP VIEW u;

-- case: altering and adding 129
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE v RENAME TO x;

-- case: altering and adding 130
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE mv RENAME TO x;

-- case: altering and adding 131
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE t_a RENAME TO x;

-- case: altering and adding 132
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE p RENAME TO x;

-- case: altering and adding 133
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE p1 RENAME TO x;

-- case: altering and adding 134
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE IF EXISTS v RENAME TO x;

-- case: altering and adding 135
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE IF EXISTS mv RENAME TO x;

-- case: altering and adding 136
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE t_pkey RENAME TO x;

-- case: altering and adding 137
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE p RENAME TO t;

-- case: altering and adding 138
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE p1 RENAME TO t;

-- case: altering and adding 139
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE v SET UNLOGGED;

-- case: altering and adding 140
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE mv SET UNLOGGED;

-- case: altering and adding 141
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE mv SET LOGGED;

-- case: altering and adding 142
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t_a SET LOGGED;

-- case: altering and adding 143
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t_a SET UNLOGGED;

-- case: altering and adding 144
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD FOREIGN KEY (tableoid) REFERENCES t;

-- case: altering and adding 145
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (ctid);

-- case: altering and adding 146
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n (a int, FOREIGN KEY (a) REFERENCES t (ctid));

-- case: altering and adding 147
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n (a int, b int, FOREIGN KEY (a, b) REFERENCES t (id, id));

-- case: altering and adding 148
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n (a mood(3));

-- case: altering and adding 149
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n (a void);

-- case: altering and adding 150
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n (a mood(3), b int);

-- case: altering and adding 151
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n (a cstring);

-- case: altering and adding 152
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x mood(1);

-- case: altering and adding 153
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ADD COLUMN x trigger;

-- case: altering and adding 154
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n (a int DEFAULT nextval('nothing'));

-- case: altering and adding 155
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t ALTER a SET DEFAULT nextval('nothing'::regclass);

-- case: altering and adding 156
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n PARTITION OF p (nothing DEFAULT 5) FOR VALUES FROM (20) TO (30);

-- case: altering and adding 157
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
CREATE TABLE n PARTITION OF p (id DEFAULT 5) FOR VALUES FROM (20) TO (30);

-- case: altering and adding 158
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE p ADD COLUMN x p;

-- case: altering and adding 159
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER TABLE t RENAME id TO xmin;

-- case: altering and adding 160
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE p RENAME TO y;

-- case: altering and adding 161
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- then
ALTER SEQUENCE p1 RENAME TO y;

-- case: EXPLAIN of partitions 1
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE TABLE q (id int);
INSERT INTO q SELECT generate_series(1,50);
-- then
EXPLAIN INSERT INTO p2 (id, k) SELECT id, 5 FROM q;

-- case: EXPLAIN of partitions 2
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (k);
CREATE TABLE p21 PARTITION OF p2 FOR VALUES FROM (0) TO (100);
-- then
EXPLAIN INSERT INTO p2 (id, k) VALUES (1, 2);

-- case: EXPLAIN of partitions 3
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (k);
CREATE TABLE p21 PARTITION OF p2 FOR VALUES FROM (0) TO (100);
-- then
EXPLAIN INSERT INTO p21 (id, k) VALUES (1, 2);

-- case: EXPLAIN of partitions 4
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (0) TO (100);
-- then
EXPLAIN INSERT INTO p (id, k) VALUES (1, 2);

-- case: maintenance and names 16
CREATE TABLE a (id int);
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE f (id int) SERVER fs;
CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
-- then
ANALYZE;

-- case: other objects 1
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER TYPE mood ADD VALUE 'ok';

-- case: other objects 2
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER TYPE mood RENAME VALUE 'nope' TO 'x';

-- case: other objects 3
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER TYPE mood ADD VALUE 'x' BEFORE 'nope';

-- case: other objects 4
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER TYPE ty ADD ATTRIBUTE x int;

-- case: other objects 5
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER TYPE ty DROP ATTRIBUTE nope;

-- case: other objects 6
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER TYPE ty RENAME ATTRIBUTE nope TO z;

-- case: other objects 7
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER TYPE pos ADD VALUE 'x';

-- case: other objects 8
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER DOMAIN mood SET NOT NULL;

-- case: other objects 9
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER DOMAIN pos SET DEFAULT 'abc';

-- case: other objects 10
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP DOMAIN mood;

-- case: other objects 11
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP TYPE pos;

-- case: other objects 12
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TYPE mood AS ENUM ('a');

-- case: other objects 13
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TYPE e2 AS ENUM ('a', 'a');

-- case: other objects 14
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TYPE t AS (x int);

-- case: other objects 15
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE DOMAIN d2 AS nope;

-- case: other objects 16
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE SEQUENCE sq;

-- case: other objects 17
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE SEQUENCE s2 OWNED BY t.nope;

-- case: other objects 18
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();

-- case: other objects 19
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TRIGGER tr2 INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();

-- case: other objects 20
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TRIGGER tr2 BEFORE INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf();

-- case: other objects 21
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TRIGGER tr2 BEFORE UPDATE OF nope ON t FOR EACH ROW EXECUTE FUNCTION tf();

-- case: other objects 22
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TRIGGER tr2 BEFORE INSERT ON t FOR EACH ROW WHEN (OLD.a > 1) EXECUTE FUNCTION tf();

-- case: other objects 23
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE CONSTRAINT TRIGGER tr2 BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();

-- case: other objects 24
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP TRIGGER nope ON t;

-- case: other objects 25
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP FUNCTION tf();

-- case: other objects 26
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE POLICY po ON t USING (true);

-- case: other objects 27
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE POLICY p2 ON v USING (true);

-- case: other objects 28
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE POLICY p2 ON t USING (nope > 1);

-- case: other objects 29
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER POLICY nope ON t USING (true);

-- case: other objects 30
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER PUBLICATION pub ADD TABLE t;

-- case: other objects 31
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
ALTER PUBLICATION pub DROP TABLE nope;

-- case: other objects 32
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE PUBLICATION pub FOR ALL TABLES;

-- case: other objects 33
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE PUBLICATION pub2 FOR TABLE v;

-- case: other objects 34
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE STATISTICS st ON a FROM t;

-- case: other objects 35
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE STATISTICS st ON a, nope FROM t;

-- case: other objects 36
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE STATISTICS st (nope) ON a, b FROM t;

-- case: other objects 37
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE OR REPLACE VIEW v AS SELECT id FROM t;

-- case: other objects 38
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE OR REPLACE VIEW v AS SELECT a, id FROM t;

-- case: other objects 39
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t;

-- case: other objects 40
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE OR REPLACE VIEW t AS SELECT 1 AS x;

-- case: other objects 41
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE VIEW v2 AS SELECT 1 AS x, 2 AS x;

-- case: other objects 42
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE VIEW v2 (x) AS SELECT id, a FROM t;

-- case: other objects 43
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE VIEW v2 AS SELECT id FROM t UNION SELECT id, a FROM t;

-- case: other objects 44
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE VIEW v2 AS SELECT id, count(*) FROM t;

-- case: other objects 45
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE VIEW v2 AS SELECT a FROM t WHERE count(*) > 1;

-- case: other objects 46
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE VIEW v2 AS SELECT t.id FROM t x;

-- case: other objects 47
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
INSERT INTO t (id, a) VALUES (1, 2, 3);

-- case: other objects 48
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
INSERT INTO t (id, a) VALUES (1);

-- case: other objects 49
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
INSERT INTO t VALUES (1, 2, 'x', now(), 5);

-- case: other objects 50
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
INSERT INTO t (id) SELECT id, a FROM t;

-- case: other objects 51
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
INSERT INTO t (id, a) SELECT id FROM t;

-- case: other objects 52
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
INSERT INTO t (id) VALUES (1) ON CONFLICT (a) DO NOTHING;

-- case: other objects 53
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
UPDATE t SET a = 1, a = 2;

-- case: other objects 54
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DELETE FROM v;

-- case: other objects 55
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
COMMENT ON COLUMN t.nope IS 'x';

-- case: other objects 56
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
COMMENT ON CONSTRAINT nope ON t IS 'x';

-- case: other objects 57
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
GRANT SELECT (nope) ON t TO PUBLIC;

-- case: other objects 58
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
GRANT SELECT ON nope TO PUBLIC;

-- case: other objects 59
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON v (id);

-- case: other objects 60
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t (id, id);

-- case: other objects 61
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t USING nope (id);

-- case: other objects 62
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t USING hash (id, a);

-- case: other objects 63
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t USING gin (a);

-- case: other objects 64
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE UNIQUE INDEX ON t USING hash (a);

-- case: other objects 65
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t (a) INCLUDE (nope);

-- case: other objects 66
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t (a DESC) WITH (fillfactor = 5);

-- case: other objects 67
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t (c::date);

-- case: other objects 68
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t (date(c));

-- case: other objects 69
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t (a) WHERE c > now();

-- case: other objects 70
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE INDEX ON t ((count(*)));

-- case: other objects 71
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (LIKE nope);

-- case: other objects 72
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int, a text);

-- case: other objects 73
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int PRIMARY KEY, b int PRIMARY KEY);

-- case: other objects 74
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int CHECK (b > 0));

-- case: other objects 75
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int NULL NOT NULL);

-- case: other objects 76
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int DEFAULT 1 DEFAULT 2);

-- case: other objects 77
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int GENERATED ALWAYS AS (1) STORED DEFAULT 2);

-- case: other objects 78
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int, CONSTRAINT x CHECK (a > 0), CONSTRAINT x CHECK (a > 1));

-- case: other objects 79
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int) PARTITION BY LIST (a, b);

-- case: other objects 80
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE TABLE n (a int, b int) PARTITION BY LIST (a, b);

-- case: other objects 81
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
CREATE SCHEMA s;

-- case: other objects 82
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP SCHEMA nope;

-- case: other objects 83
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP TABLE v;

-- case: other objects 84
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP VIEW t;

-- case: other objects 85
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP SEQUENCE t;

-- case: other objects 86
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
DROP INDEX t_pkey;

-- case: other objects 87
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
TRUNCATE v;

-- case: other objects 88
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
LOCK TABLE nope;

-- case: other objects 89
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
CREATE SEQUENCE sq;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE t;
CREATE SCHEMA s;
-- then
REFRESH MATERIALIZED VIEW v;

-- case: other objects 90
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty ADD ATTRIBUTE x int;

-- case: other objects 91
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty ADD ATTRIBUTE z int;

-- case: other objects 92
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty DROP ATTRIBUTE nope;

-- case: other objects 93
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty DROP ATTRIBUTE IF EXISTS nope;

-- case: other objects 94
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty RENAME ATTRIBUTE nope TO z;

-- case: other objects 95
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty ALTER ATTRIBUTE nope TYPE int;

-- case: other objects 96
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty DROP ATTRIBUTE x, ADD ATTRIBUTE x text;

-- case: other objects 97
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE pos ADD VALUE 'x';

-- case: other objects 98
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER TYPE ty RENAME VALUE 'a' TO 'x';

-- case: other objects 99
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER DOMAIN mood SET NOT NULL;

-- case: other objects 100
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
ALTER DOMAIN ty DROP NOT NULL;

-- case: other objects 101
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
DROP DOMAIN mood;

-- case: other objects 102
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
DROP DOMAIN IF EXISTS ty;

-- case: other objects 103
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
DROP TYPE pos;

-- case: other objects 104
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
DROP DOMAIN pos;

-- case: other objects 105
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE INDEX ON t USING hash (id, a);

-- case: other objects 106
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE INDEX ON t USING hash (b);

-- case: other objects 107
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE UNIQUE INDEX ON t USING hash (a);

-- case: other objects 108
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE INDEX ON t USING hash (b, a);

-- case: other objects 109
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE UNIQUE INDEX ON t USING hash (b);

-- case: other objects 110
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE VIEW v2 AS SELECT id FROM t UNION SELECT id, a FROM t;

-- case: other objects 111
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE VIEW v2 AS SELECT * FROM t UNION ALL SELECT id, a FROM t;

-- case: other objects 112
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE VIEW v2 AS SELECT id, a FROM t EXCEPT SELECT a, id FROM t;

-- case: other objects 113
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
SELECT id FROM t INTERSECT VALUES (1, 2);

-- case: other objects 114
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
CREATE VIEW v2 AS SELECT a FROM t WHERE count(*) > 1;

-- case: other objects 115
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
SELECT a FROM t WHERE max(id) > a GROUP BY a;

-- case: other objects 116
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
SELECT a FROM t WHERE a > (SELECT max(id) FROM t);

-- case: other objects 117
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
SELECT a FROM t GROUP BY a HAVING count(*) > 1;

-- case: other objects 118
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
SELECT a FROM t GROUP BY a HAVING EXISTS (SELECT 1 FROM t x WHERE x.id > count(t.id));

-- case: other objects 119
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN pos AS int;
CREATE TYPE ty AS (x int, y text);
-- then
INSERT INTO t (id) SELECT a FROM t WHERE sum(id) > 1;

-- case: reindex-table-missing 2
REINDEX TABLE nothing;

-- case: cluster-view-by-missing 2
CLUSTER mv USING nothing;

-- case: view-cluster-on-missing 2
ALTER MATERIALIZED VIEW mv CLUSTER ON nothing;

-- case: attach-foreign-below-a-key 2
-- after: CREATE FOREIGN DATA WRAPPER fw; CREATE SERVER fs FOREIGN DATA WRAPPER fw; CREATE FOREIGN TABLE ft (id int, k int, a int, vc varchar(10)) SERVER fs; CREATE UNIQUE INDEX p_k ON p (k);
-- then
ALTER TABLE p ATTACH PARTITION ft FOR VALUES FROM (2000) TO (3000);

-- case: identity-of-a-domain 2
-- after: CREATE DOMAIN whole AS int; CREATE TABLE numbered (id int GENERATED ALWAYS AS IDENTITY);
-- then
ALTER TABLE numbered ALTER id TYPE whole;

-- case: update-published-without-identity 2
-- after: CREATE PUBLICATION published FOR TABLE w; ALTER TABLE w DROP CONSTRAINT w_pkey;
-- then
UPDATE w SET t_id = NULL;

-- case: compression-of-a-view 2
ALTER MATERIALIZED VIEW mv ALTER COLUMN a SET COMPRESSION pglz;

-- case: not-null-twice-in-a-statement 2
ALTER TABLE q ADD CONSTRAINT n NOT NULL id NOT VALID, ALTER id SET NOT NULL;

-- case: enforced-beside-not-enforced 2
-- after: ALTER TABLE p1 ADD FOREIGN KEY (a) REFERENCES r NOT ENFORCED;
-- then
ALTER TABLE p ADD FOREIGN KEY (a) REFERENCES r;

-- case: rule-of-a-view-enable 2
-- after: CREATE VIEW vv AS SELECT a FROM t; CREATE RULE ru AS ON UPDATE TO v DO INSTEAD NOTHING;
-- then
ALTER TABLE v ENABLE RULE ru;

-- case: rule-of-a-view-enable 3
-- after: CREATE VIEW vv AS SELECT a FROM t; CREATE RULE ru AS ON UPDATE TO vv DO INSTEAD NOTHING;
-- then
ALTER TABLE vv ENABLE RULE ru;

-- case: rule-of-a-view-enable-always 2
-- after: CREATE VIEW vv AS SELECT a FROM t; CREATE RULE ru AS ON UPDATE TO v DO INSTEAD NOTHING;
-- then
ALTER TABLE v ENABLE ALWAYS RULE ru;

-- case: rule-of-a-view-enable-always 3
-- after: CREATE VIEW vv AS SELECT a FROM t; CREATE RULE ru AS ON UPDATE TO vv DO INSTEAD NOTHING;
-- then
ALTER TABLE vv ENABLE ALWAYS RULE ru;

-- case: rule-of-a-view-enable-replica 2
-- after: CREATE VIEW vv AS SELECT a FROM t; CREATE RULE ru AS ON UPDATE TO v DO INSTEAD NOTHING;
-- then
ALTER TABLE v ENABLE REPLICA RULE ru;

-- case: rule-of-a-view-enable-replica 3
-- after: CREATE VIEW vv AS SELECT a FROM t; CREATE RULE ru AS ON UPDATE TO vv DO INSTEAD NOTHING;
-- then
ALTER TABLE vv ENABLE REPLICA RULE ru;

-- case: create-foreign-below-a-key 2
-- after: CREATE FOREIGN DATA WRAPPER fw; CREATE SERVER fs FOREIGN DATA WRAPPER fw; ALTER TABLE p ADD PRIMARY KEY (id, k);
-- then
CREATE FOREIGN TABLE n PARTITION OF p FOR VALUES FROM (2000) TO (3000) SERVER fs;

-- case: create-foreign-below-a-key 3
-- after: CREATE FOREIGN DATA WRAPPER fw; CREATE SERVER fs FOREIGN DATA WRAPPER fw; ALTER TABLE p ADD UNIQUE (id, k);
-- then
CREATE FOREIGN TABLE n PARTITION OF p FOR VALUES FROM (4000) TO (5000) SERVER fs;

-- case: enforced-on-parent-only 2
-- after: ALTER TABLE p ADD CONSTRAINT x FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE ONLY p ALTER CONSTRAINT x ENFORCED;

-- case: cast-to-the-domain-that-it-is 2
-- after: CREATE DOMAIN positive AS int CHECK (VALUE > 0); ALTER TABLE r ALTER code TYPE positive;
-- then
ALTER TABLE r ALTER code TYPE positive USING code::positive;

-- case: cast-to-the-domain-that-it-is 3
-- after: CREATE DOMAIN positive AS int CHECK (VALUE > 0);
-- then
ALTER TABLE r ALTER code TYPE positive USING code::positive;

-- case: catalog-table-added-column 2
-- after: ALTER TABLE t SET (user_catalog_table = true); DO $$BEGIN EXECUTE chr(67) || 'REATE FUNCTION next_number() RETURNS int LANGUAGE plpgsql VOLATILE AS $f$BEGIN RETURN 1; END$f$'; END$$;
-- then
ALTER TABLE t ADD COLUMN n int DEFAULT next_number();

-- case: catalog-table-added-column 3
-- after: DO $$BEGIN EXECUTE chr(67) || 'REATE FUNCTION next_number() RETURNS int LANGUAGE plpgsql VOLATILE AS $f$BEGIN RETURN 1; END$f$'; END$$;
-- then
ALTER TABLE t ADD COLUMN n int DEFAULT next_number(), SET (user_catalog_table = true);

-- case: catalog-table-added-column 4
ALTER TABLE t ADD COLUMN n int DEFAULT 5, SET (user_catalog_table = true);

-- case: catalog-table-added-column 5
-- after: ALTER TABLE q SET (user_catalog_table = true); ALTER TABLE q RESET (user_catalog_table);
-- then
ALTER TABLE q ADD COLUMN n float8 DEFAULT random();

-- case: catalog-table-added-column 6
-- after: ALTER TABLE q SET (user_catalog_table = false);
-- then
ALTER TABLE q ADD COLUMN n float8 DEFAULT random();

-- case: catalog-table-added-column 7
-- after: ALTER TABLE q SET (user_catalog_table = true);
-- then
VACUUM FULL q;

-- case: catalog-table-retyped 3
ALTER TABLE q ALTER a TYPE bigint, SET (user_catalog_table = true);

-- case: catalog-table-unlogged 3
-- after: ALTER TABLE q SET (user_catalog_table = true); ALTER TABLE q SET (fillfactor = 80);
-- then
ALTER TABLE q SET UNLOGGED;

-- case: foreign-key-enforced-otherwise 2
-- after: ALTER TABLE p ADD FOREIGN KEY (a) REFERENCES r NOT ENFORCED; ALTER TABLE q ADD FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (2000) TO (3000);

-- case: foreign-key-enforced-otherwise 3
-- after: ALTER TABLE p ADD FOREIGN KEY (a) REFERENCES r; ALTER TABLE q ADD FOREIGN KEY (a) REFERENCES r NOT ENFORCED;
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (2000) TO (3000);

-- case: foreign-key-enforced-otherwise 4
-- after: ALTER TABLE p ADD FOREIGN KEY (a) REFERENCES r; ALTER TABLE q ADD FOREIGN KEY (a) REFERENCES r ON DELETE CASCADE NOT ENFORCED;
-- then
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (2000) TO (3000);

-- case: foreign-key-enforced-otherwise 5
-- after: ALTER TABLE p1 ADD FOREIGN KEY (a) REFERENCES r NOT ENFORCED;
-- then
ALTER TABLE p ADD FOREIGN KEY (a) REFERENCES r NOT ENFORCED;

-- case: column-referenced-by-own-table 1
-- after: CREATE TABLE own (id int PRIMARY KEY, parent int REFERENCES own, k int, l int, UNIQUE (k, l), FOREIGN KEY (l, k) REFERENCES own (k, l));
-- then
ALTER TABLE own DROP COLUMN id;

-- case: column-referenced-by-own-table 2
-- after: CREATE TABLE own (id int PRIMARY KEY, parent int REFERENCES own, k int, l int, UNIQUE (k, l), FOREIGN KEY (l, k) REFERENCES own (k, l));
-- then
ALTER TABLE own DROP COLUMN k;

-- case: column-referenced-by-own-table 3
-- after: CREATE TABLE own (id int PRIMARY KEY, parent int REFERENCES own, k int, l int, UNIQUE (k, l), FOREIGN KEY (l, k) REFERENCES own (k, l));
-- then
ALTER TABLE own DROP COLUMN parent;

-- case: column-referenced-by-own-table 4
-- after: CREATE TABLE own (id int PRIMARY KEY, parent int REFERENCES own, k int, l int, UNIQUE (k, l), FOREIGN KEY (l, k) REFERENCES own (k, l));
-- then
ALTER TABLE own DROP COLUMN parent, DROP COLUMN id;

-- case: column-referenced-by-own-table 5
-- after: CREATE TABLE own (id int PRIMARY KEY, parent int REFERENCES own, k int, l int, UNIQUE (k, l), FOREIGN KEY (l, k) REFERENCES own (k, l));
-- then
ALTER TABLE own DROP CONSTRAINT own_pkey;

-- case: column-referenced-by-own-table 6
-- after: CREATE TABLE own (id int PRIMARY KEY, parent int REFERENCES own, k int, l int, UNIQUE (k, l), FOREIGN KEY (l, k) REFERENCES own (k, l));
-- then
ALTER TABLE own DROP COLUMN id CASCADE;

-- case: identity-column-nullable 2
-- after: ALTER TABLE r ALTER code SET NOT NULL; CREATE UNIQUE INDEX r_code ON r (code); ALTER TABLE r REPLICA IDENTITY USING INDEX r_code; ALTER TABLE r REPLICA IDENTITY FULL;
-- then
ALTER TABLE r ALTER code DROP NOT NULL;

-- case: catalog-table-added-column 8
ALTER TABLE q SET (user_catalog_table = true), ADD COLUMN n bigserial;

-- case: written-through-a-rule 1
-- after: CREATE RULE ru AS ON UPDATE TO v DO INSTEAD NOTHING;
-- then
UPDATE v SET a = 1;

-- case: written-through-a-rule 2
-- after: CREATE RULE ru AS ON DELETE TO v DO INSTEAD NOTHING;
-- then
UPDATE v SET a = 1;

-- case: written-through-a-rule 3
-- after: CREATE RULE ru AS ON UPDATE TO v DO INSTEAD INSERT INTO r VALUES (1000, 1000);
-- then
UPDATE v SET a = 1;

-- case: written-through-a-rule 4
-- after: CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
-- then
DELETE FROM t;

-- case: written-through-a-rule 5
-- after: CREATE RULE ru AS ON DELETE TO q DO ALSO DELETE FROM r WHERE id = OLD.a;
-- then
DELETE FROM q;

-- case: written-through-a-rule 6
-- after: CREATE RULE ru AS ON INSERT TO q DO INSTEAD NOTHING;
-- then
INSERT INTO q SELECT g, 2600, g, 'x' FROM generate_series(1, 100) g;

-- case: written-through-a-rule 7
-- after: CREATE RULE ru AS ON DELETE TO v DO INSTEAD DELETE FROM r WHERE id = OLD.id;
-- then
DELETE FROM v WHERE id = 5;

-- case: written-through-a-rule 8
-- after: CREATE RULE ru AS ON UPDATE TO v WHERE OLD.id = 5 DO INSTEAD NOTHING;
-- then
UPDATE v SET a = 1;

-- case: written-through-a-rule 9
-- after: CREATE RULE ru AS ON UPDATE TO v DO INSTEAD NOTHING; CREATE PUBLICATION pb FOR TABLE t; ALTER TABLE t REPLICA IDENTITY NOTHING;
-- then
UPDATE v SET a = 1;

-- case: drop-foreign-table 2
-- after: CREATE FOREIGN DATA WRAPPER fw; CREATE SERVER fs FOREIGN DATA WRAPPER fw; CREATE FOREIGN TABLE far (id int) SERVER fs;
-- then
DROP TABLE q, far;

-- case: drop-foreign-table 3
-- after: CREATE FOREIGN DATA WRAPPER fw; CREATE SERVER fs FOREIGN DATA WRAPPER fw; CREATE FOREIGN TABLE far (id int) SERVER fs;
-- then
DROP FOREIGN TABLE far;

-- case: drop-foreign-table 4
-- after: CREATE FOREIGN DATA WRAPPER fw; CREATE SERVER fs FOREIGN DATA WRAPPER fw; CREATE FOREIGN TABLE far (id int) SERVER fs;
-- then
DROP SERVER fs CASCADE;

-- case: drop-no-foreign-table 2
DROP FOREIGN TABLE p;

-- case: drop-no-foreign-table 3
DROP FOREIGN TABLE p1;

-- case: moved-relation-missing 2
ALTER TABLE nothing SET SCHEMA s;

-- case: moved-relation-missing 3
ALTER SEQUENCE nothing SET SCHEMA s;

-- case: moved-relation-missing 4
ALTER MATERIALIZED VIEW nothing SET SCHEMA s;

-- case: moved-relation-missing 5
ALTER FOREIGN TABLE nothing SET SCHEMA s;

-- case: moved-relation-missing 6
ALTER VIEW IF EXISTS nothing SET SCHEMA s;

-- case: index-statistics-of-a-column 2
-- after: CREATE INDEX i ON t ((a + 1), b);
-- then
ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 100;

-- case: index-statistics-of-a-column 3
-- after: CREATE INDEX i ON t ((a + 1), b);
-- then
ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 100;

-- case: index-statistics-of-a-column 4
ALTER INDEX t_pkey ALTER COLUMN 1 SET STATISTICS 100;

-- case: index-statistics-of-a-column 5
-- after: CREATE INDEX i ON mv ((a + 1), id);
-- then
ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 100;

-- case: table-access-method-partitioned 2
-- after: CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler; CREATE INDEX i ON p (a);
-- then
ALTER TABLE p SET ACCESS METHOD heap2;

-- case: inherited-column-otherwise 3
-- after: CREATE TABLE one (id bigint); CREATE TABLE other (id int);
-- then
CREATE TABLE n () INHERITS (one, other);

-- case: inherited-column-otherwise 4
-- after: CREATE TABLE one (id bigint, v text); CREATE TABLE other (id bigint, w int);
-- then
CREATE TABLE n () INHERITS (one, other);

-- case: missing-after-drop-schema 1
-- after: CREATE TABLE s.a (id int);
-- then
DROP SCHEMA public CASCADE;
ALTER TABLE q ADD COLUMN n int;

-- case: missing-after-drop-schema 2
-- after: DROP SCHEMA public CASCADE;
-- then
CREATE SCHEMA public;
CREATE TABLE q (id int);
ALTER TABLE q ADD COLUMN n int;

-- case: written-through-a-rule 10
-- after: CREATE RULE ru AS ON UPDATE TO q DO ALSO INSERT INTO r SELECT OLD.id + 1000, NEW.a, 'x' WHERE OLD.id = 1;
-- then
UPDATE q SET a = 1;

-- case: written-through-a-rule 11
-- after: CREATE RULE ru AS ON INSERT TO v DO INSTEAD INSERT INTO q VALUES (NEW.id, 2600, NEW.a);
-- then
INSERT INTO v VALUES (1, 2);

-- case: written-through-a-rule 12
-- after: CREATE RULE ru AS ON INSERT TO v DO INSTEAD INSERT INTO q VALUES (NEW.id, 2600, NEW.a);
-- then
INSERT INTO v SELECT id, code FROM r;

-- case: written-through-a-rule 13
-- after: CREATE RULE ru AS ON DELETE TO q DO INSTEAD UPDATE q SET a = 0 WHERE id = OLD.id;
-- then
DELETE FROM q;

-- case: written-through-a-rule 14
-- after: CREATE RULE ru AS ON UPDATE TO q DO INSTEAD NOTHING;
-- then
UPDATE q SET a = r.code FROM r WHERE r.id = q.id;

-- case: written-through-a-rule 15
-- after: CREATE RULE ru AS ON UPDATE TO q DO INSTEAD NOTHING; ALTER TABLE q RENAME TO q9;
-- then
UPDATE q9 SET a = 1;

-- case: written-through-a-rule 16
-- after: CREATE RULE ru AS ON UPDATE TO q DO INSTEAD NOTHING; DROP RULE ru ON q;
-- then
UPDATE q SET a = 1;

-- case: written-through-a-rule 17
-- after: CREATE RULE ru AS ON UPDATE TO q DO ALSO NOTIFY changed;
-- then
UPDATE q SET a = 1;

-- case: view-ruled-in-part 3
-- after: CREATE RULE ru AS ON DELETE TO v WHERE OLD.id = 5 DO INSTEAD NOTHING; CREATE RULE ru2 AS ON DELETE TO v DO INSTEAD NOTHING;
-- then
DELETE FROM v;

-- case: view-ruled-in-part 4
-- after: CREATE RULE ru AS ON DELETE TO q WHERE OLD.id = 5 DO INSTEAD NOTHING;
-- then
DELETE FROM q;

-- case: view-ruled-in-part 5
-- after: CREATE RULE ru AS ON UPDATE TO v WHERE OLD.id = 5 DO ALSO INSERT INTO r VALUES (1000, 1);
-- then
UPDATE v SET a = 1;

-- case: view-ruled-in-part 6
-- after: CREATE RULE ru AS ON INSERT TO v WHERE NEW.id = 5 DO INSTEAD NOTHING;
-- then
INSERT INTO v VALUES (1000, 1);

-- case: drop-no-foreign-table 4
DROP FOREIGN TABLE IF EXISTS p CASCADE;

-- case: drop-no-foreign-table 5
DROP FOREIGN TABLE IF EXISTS p1 CASCADE;

-- case: moved-relation-missing 7
ALTER TABLE s.nothing SET SCHEMA public;

-- case: moved-relation-missing 8
ALTER MATERIALIZED VIEW s.nothing SET SCHEMA public;

-- case: moved-relation-missing 9
ALTER SEQUENCE s.nothing SET SCHEMA public;

-- case: moved-relation-missing 10
ALTER FOREIGN TABLE s.nothing SET SCHEMA public;

-- case: replaced-view-changes-types 2
CREATE OR REPLACE VIEW v AS SELECT id, b AS a FROM t;

-- case: replaced-view-changes-types 3
CREATE OR REPLACE VIEW v AS SELECT id, v AS a FROM t;

-- case: replaced-view-changes-types 4
-- after: CREATE VIEW w2 AS SELECT v, x FROM t;
-- then
CREATE OR REPLACE VIEW w2 AS SELECT v::varchar(50) AS v, x::text AS x FROM t;

-- case: replaced-view-changes-types 5
-- after: CREATE VIEW w2 AS SELECT * FROM t; CREATE VIEW w3 AS SELECT id, a FROM w2;
-- then
CREATE OR REPLACE VIEW w3 AS SELECT y.id::int8, y.a FROM w2 y;

-- case: replaced-view-changes-types 6
-- after: CREATE VIEW w2 AS SELECT count(*) AS n FROM t;
-- then
CREATE OR REPLACE VIEW w2 AS SELECT id AS n FROM t;

-- case: replaced-view-changes-types 7
-- after: CREATE VIEW w2 AS SELECT id, code AS n FROM r; ALTER TABLE r RENAME COLUMN code TO coded;
-- then
CREATE OR REPLACE VIEW w2 AS SELECT id, coded AS n FROM r;

-- case: replaced-view-changes-types 8
-- after: CREATE VIEW w2 AS SELECT a.id, b.note FROM r a LEFT JOIN r b ON b.id = a.code;
-- then
CREATE OR REPLACE VIEW w2 AS SELECT a.id, b.code AS note FROM r a LEFT JOIN r b ON b.id = a.code;

-- case: replaced-view-changes-types 9
-- after: CREATE DOMAIN dd AS int; CREATE VIEW w2 AS SELECT id, code FROM r;
-- then
CREATE OR REPLACE VIEW w2 AS SELECT id, code::dd FROM r;

-- case: column-dropped-from-parent-only 3
ALTER TABLE ONLY p DROP COLUMN IF EXISTS nothing;

-- case: column-dropped-from-parent-only 4
ALTER TABLE ONLY p DROP COLUMN nothing;

-- case: trigger-of-parent-replaced 2
-- after: CREATE TRIGGER n AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION fn();
-- then
CREATE OR REPLACE TRIGGER n AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION fn();

-- case: index-to-attach-elsewhere 3
-- after: CREATE INDEX p_a ON p (a);
-- then
ALTER INDEX p_a ATTACH PARTITION p_a;

-- case: index-to-attach-elsewhere 4
-- after: CREATE INDEX p_a ON p (a); CREATE INDEX q_a ON q (a);
-- then
ALTER INDEX p_a ATTACH PARTITION q_a;

-- case: index-to-attach-elsewhere 5
-- after: CREATE TABLE deep (id int, k int, a int, vc varchar(10)) PARTITION BY RANGE (k); ALTER TABLE p ATTACH PARTITION deep FOR VALUES FROM (5000) TO (6000); CREATE TABLE deeper PARTITION OF deep FOR VALUES FROM (5000) TO (5500); CREATE INDEX p_a ON ONLY p (a); CREATE INDEX d_a ON deeper (a);
-- then
ALTER INDEX p_a ATTACH PARTITION d_a;

-- case: view-of-a-view-not-updatable 1
-- after: CREATE VIEW w2 AS SELECT t.id, t.a FROM t JOIN r ON r.id = t.id; CREATE VIEW w3 AS SELECT id FROM w2;
-- then
DELETE FROM w3;

-- case: view-of-a-view-not-updatable 2
-- after: CREATE VIEW w2 AS SELECT t.id, t.a FROM t JOIN r ON r.id = t.id; CREATE VIEW w3 AS SELECT id FROM w2; CREATE RULE ru AS ON UPDATE TO w2 DO INSTEAD NOTHING;
-- then
DELETE FROM w3;

-- case: view-of-a-view-not-updatable 3
-- after: CREATE VIEW w2 AS SELECT t.id, t.a FROM t JOIN r ON r.id = t.id; CREATE VIEW w3 AS SELECT id FROM w2; CREATE RULE ru AS ON DELETE TO w2 DO INSTEAD NOTHING;
-- then
DELETE FROM w3;

-- case: view-of-a-view-not-updatable 4
-- after: CREATE VIEW w2 AS SELECT t.id, t.a FROM t JOIN r ON r.id = t.id; CREATE VIEW w3 AS SELECT id FROM w2; CREATE TRIGGER tr INSTEAD OF DELETE ON w2 FOR EACH ROW EXECUTE FUNCTION fn();
-- then
DELETE FROM w3;

-- case: view-of-a-view-not-updatable 5
-- after: CREATE VIEW w2 AS SELECT t.id, t.a FROM t JOIN r ON r.id = t.id; CREATE RULE ru AS ON UPDATE TO w2 DO INSTEAD NOTHING;
-- then
DELETE FROM w2;

-- case: written-through-triggers 1
-- after: CREATE TRIGGER tr INSTEAD OF DELETE ON v FOR EACH ROW EXECUTE FUNCTION fn();
-- then
DELETE FROM v;

-- case: written-through-triggers 2
-- after: CREATE TRIGGER tr INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION fn();
-- then
UPDATE v SET a = 5 WHERE id > 0;

-- case: written-through-triggers 3
-- after: CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION fn();
-- then
INSERT INTO v VALUES (1, 2);

-- case: written-through-triggers 4
-- after: CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION fn();
-- then
UPDATE v SET a = 5;

-- case: written-through-triggers 5
-- after: CREATE TRIGGER tr AFTER UPDATE ON v FOR EACH STATEMENT EXECUTE FUNCTION fn();
-- then
UPDATE v SET a = 5;

-- case: expression-dropped-from-parent-only 2
ALTER TABLE ONLY p ALTER a DROP EXPRESSION IF EXISTS;

-- case: expression-dropped-from-parent-only 3
ALTER TABLE ONLY q ALTER a DROP EXPRESSION IF EXISTS;

-- case: alter-constraint-to-what-it-is 1
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f NOT DEFERRABLE;

-- case: alter-constraint-to-what-it-is 2
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r DEFERRABLE;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f DEFERRABLE;

-- case: alter-constraint-to-what-it-is 3
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r DEFERRABLE INITIALLY DEFERRED;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f DEFERRABLE;

-- case: alter-constraint-to-what-it-is 4
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r DEFERRABLE INITIALLY DEFERRED;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f DEFERRABLE INITIALLY DEFERRED;

-- case: alter-constraint-to-what-it-is 5
ALTER TABLE w ALTER CONSTRAINT w_t_fk NOT DEFERRABLE;

-- case: alter-constraint-to-what-it-is 6
ALTER TABLE w ALTER CONSTRAINT w_t_fk DEFERRABLE;

-- case: alter-constraint-to-what-it-is 7
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f INITIALLY IMMEDIATE;

-- case: alter-constraint-to-what-it-is 8
-- after: ALTER TABLE p ADD PRIMARY KEY (id, k); ALTER TABLE q ADD CONSTRAINT q_f FOREIGN KEY (id, k) REFERENCES p NOT VALID;
-- then
ALTER TABLE q ALTER CONSTRAINT q_f NOT DEFERRABLE;

-- case: alter-constraint-to-what-it-is 9
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f ENFORCED;

-- case: dropped-together-then-used 1
DROP TABLE p, p1 CASCADE;
ALTER TABLE p ADD COLUMN n int;

-- case: dropped-together-then-used 2
DROP TABLE p1, q;
ALTER TABLE q ADD COLUMN n int;

-- case: alter-constraint-to-what-it-is 10
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f DEFERRABLE ENFORCED;

-- case: alter-constraint-to-what-it-is 11
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r NOT ENFORCED;
-- then
ALTER TABLE p ALTER CONSTRAINT p_f NOT ENFORCED;

-- case: index-to-attach-several 3
-- after: CREATE INDEX p_a ON p (a); CREATE INDEX p1_a ON p1 (a);
-- then
ALTER INDEX p_a ATTACH PARTITION p1_a;

-- case: index-to-attach-several 4
-- after: CREATE INDEX p_a ON p (a);
-- then
ALTER INDEX p_a ATTACH PARTITION p1_a_idx;

-- case: index-to-attach-several 5
-- after: CREATE INDEX p_a ON p (a); CREATE INDEX p_a2 ON ONLY p (a);
-- then
ALTER INDEX p_a2 ATTACH PARTITION p1_a_idx;

-- case: index-to-attach-several 6
-- after: CREATE INDEX p_a ON ONLY p (a); CREATE INDEX p1_a ON p1 (a DESC);
-- then
ALTER INDEX p_a ATTACH PARTITION p1_a;

-- case: index-to-attach-several 7
-- after: ALTER TABLE ONLY p ADD UNIQUE (id, k); CREATE UNIQUE INDEX p1_u ON p1 (id, k);
-- then
ALTER INDEX p_id_k_key ATTACH PARTITION p1_u;

-- case: index-to-attach-several 8
-- after: ALTER TABLE ONLY p ADD UNIQUE (id, k); ALTER TABLE p1 ADD UNIQUE (id, k);
-- then
ALTER INDEX p_id_k_key ATTACH PARTITION p1_id_k_key;

-- case: written-through-a-rule 18
-- after: CREATE VIEW w2 AS SELECT id FROM v; CREATE RULE ru AS ON UPDATE TO v DO INSTEAD NOTHING;
-- then
UPDATE w2 SET id = id;

-- case: cascade-to-a-partition 1
-- after: DELETE FROM w; CREATE TABLE deep (id int, k int, a int, vc varchar(10)) PARTITION BY RANGE (k); CREATE TABLE deeper PARTITION OF deep FOR VALUES FROM (5000) TO (5500); ALTER TABLE p ATTACH PARTITION deep FOR VALUES FROM (5000) TO (6000); INSERT INTO p SELECT g, 5000 + g, g, 'x' FROM generate_series(1, 90) g; ALTER TABLE deep ADD CONSTRAINT deep_f FOREIGN KEY (a) REFERENCES r ON DELETE CASCADE;
-- then
DELETE FROM r WHERE id < 90;

-- case: cascade-to-a-partition 2
-- after: ALTER TABLE p1 ADD CONSTRAINT p1_f FOREIGN KEY (a) REFERENCES r ON DELETE CASCADE;
-- then
DELETE FROM r WHERE id > 0;

-- case: drop-constraint-absent-of-parent-only 1
ALTER TABLE ONLY p DROP CONSTRAINT IF EXISTS nothing;

-- case: drop-constraint-absent-of-parent-only 2
ALTER TABLE ONLY t DROP CONSTRAINT IF EXISTS nothing;

-- case: check-inherited-not-valid 2
-- after: ALTER TABLE t ADD CONSTRAINT t_ck CHECK (a > 0) NOT VALID;
-- then
ALTER TABLE c ADD CONSTRAINT t_ck CHECK (a > 0) NOT VALID;

-- case: check-inherited-not-valid 3
-- after: ALTER TABLE p ADD CONSTRAINT ck CHECK (a > 0) NOT VALID;
-- then
ALTER TABLE p1 ADD CONSTRAINT ck CHECK (a > 0);

-- case: type-renamed-to-relation 2
-- after: CREATE TYPE mood AS ENUM ('ok');
-- then
ALTER TYPE mood RENAME TO v;

-- case: type-renamed-to-relation 3
-- after: CREATE TYPE mood AS ENUM ('ok');
-- then
ALTER TYPE mood RENAME TO sq;

-- case: type-renamed-to-relation 4
-- after: CREATE TYPE mood AS ENUM ('ok');
-- then
ALTER TYPE mood RENAME TO t_b_idx;

-- case: type-renamed-to-relation 5
-- after: CREATE TYPE mood AS ENUM ('ok');
-- then
ALTER TYPE mood RENAME TO ty;

-- case: type-renamed-to-relation 6
-- after: CREATE DOMAIN dd AS int;
-- then
ALTER DOMAIN dd RENAME TO t;

-- case: type-renamed-to-relation 7
-- after: CREATE TYPE pair AS (x int);
-- then
ALTER TYPE pair RENAME TO t_b_idx;

-- case: type-renamed-to-relation 8
-- after: CREATE TYPE pair AS (x int);
-- then
ALTER TYPE pair RENAME TO sq;

-- case: type-renamed-to-relation 9
-- after: CREATE TYPE mood AS ENUM ('ok'); CREATE TYPE mode AS ENUM ('ok');
-- then
ALTER TYPE mood RENAME TO mode;

-- case: detach-default 1
ALTER TABLE p DETACH PARTITION pd;

-- case: detach-default 2
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p DETACH PARTITION pd;

-- case: detach-default 3
-- after: ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p DETACH PARTITION p1;

-- case: detach-default 4
-- after: DROP TABLE pd; ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p DETACH PARTITION p1;

-- case: detach-default 5
-- after: ALTER TABLE p ADD PRIMARY KEY (id, k); ALTER TABLE p ADD CONSTRAINT p_f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE p DETACH PARTITION pd;

-- case: written-through-a-rule 19
-- after: CREATE RULE ru AS ON UPDATE TO q DO INSTEAD NOTHING; ALTER TABLE q DISABLE RULE ru;
-- then
UPDATE q SET a = 1;

-- case: written-through-a-rule 20
-- after: CREATE RULE ru AS ON UPDATE TO q DO INSTEAD NOTHING; ALTER TABLE q DISABLE RULE ru; ALTER TABLE q ENABLE ALWAYS RULE ru;
-- then
UPDATE q SET a = 1;

-- case: written-through-a-rule 21
-- after: CREATE RULE ru AS ON UPDATE TO q DO INSTEAD NOTHING; ALTER TABLE q ENABLE REPLICA RULE ru;
-- then
UPDATE q SET a = 1;

-- case: written-through-a-rule 22
-- after: CREATE RULE ru AS ON DELETE TO q DO ALSO INSERT INTO r SELECT * FROM r WHERE false;
-- then
DELETE FROM q;

-- case: written-through-a-rule 23
-- after: CREATE RULE ru AS ON DELETE TO q DO INSTEAD INSERT INTO r SELECT * FROM r WHERE false;
-- then
DELETE FROM q;

-- case: written-through-a-view-of-a-partition 1
-- after: CREATE VIEW w2 AS SELECT id, k, a FROM p1;
-- then
DELETE FROM w2;

-- case: written-through-a-view-of-a-partition 2
-- after: CREATE VIEW w2 AS SELECT id, k, a FROM p1;
-- then
UPDATE w2 SET a = 5;

-- case: written-through-a-view-of-a-partition 3
-- after: CREATE VIEW w2 AS SELECT id, k, a FROM p;
-- then
UPDATE w2 SET a = 5;

-- case: written-through-a-view-of-a-partition 4
-- after: CREATE VIEW w2 AS SELECT id, k, a FROM p1;
-- then
INSERT INTO w2 VALUES (1, 5, 5);

-- case: named-as-a-composite-type 1
-- after: CREATE TYPE pair AS (x int);
-- then
CREATE VIEW pair AS SELECT 1 AS x;

-- case: named-as-a-composite-type 2
-- after: CREATE TYPE pair AS (x int);
-- then
CREATE TABLE pair (x int);

-- case: named-as-a-composite-type 3
-- after: CREATE TYPE pair AS (x int);
-- then
CREATE SEQUENCE pair;

-- case: not nulls of 18, 1
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;

-- case: not nulls of 18, 2
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD NOT NULL id;

-- case: not nulls of 18, 3
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 4
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;

-- case: not nulls of 18, 5
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT NOT VALID;

-- case: not nulls of 18, 6
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 7
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: not nulls of 18, 8
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id, ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: not nulls of 18, 9
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 10
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 11
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 VALIDATE CONSTRAINT n, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 12
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 DROP CONSTRAINT n, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 13
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER id DROP NOT NULL, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 14
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;

-- case: not nulls of 18, 15
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD NOT NULL id;

-- case: not nulls of 18, 16
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD NOT NULL id NOT VALID;

-- case: not nulls of 18, 17
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL;

-- case: not nulls of 18, 18
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 19
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL, ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: not nulls of 18, 20
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id, ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: not nulls of 18, 21
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 22
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 VALIDATE CONSTRAINT n, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 23
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 DROP CONSTRAINT n, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 24
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
-- then
ALTER TABLE q1 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 25
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;

-- case: not nulls of 18, 26
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
-- then
ALTER TABLE q1 DROP CONSTRAINT n, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 27
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
-- then
ALTER TABLE q1 ALTER id DROP NOT NULL, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 28
CREATE TABLE q1 (id int PRIMARY KEY, v int);
-- then
ALTER TABLE q1 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 29
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;

-- case: not nulls of 18, 30
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 31
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 32
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: not nulls of 18, 33
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER CONSTRAINT n INHERIT;

-- case: not nulls of 18, 34
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;

-- case: not nulls of 18, 35
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 36
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 37
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id, ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: not nulls of 18, 38
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 VALIDATE CONSTRAINT n, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 39
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER id DROP NOT NULL, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 40
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;

-- case: not nulls of 18, 41
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD NOT NULL id;

-- case: not nulls of 18, 42
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL;

-- case: not nulls of 18, 43
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 44
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 45
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL, ADD PRIMARY KEY (id);

-- case: not nulls of 18, 46
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER CONSTRAINT n INHERIT;

-- case: not nulls of 18, 47
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER CONSTRAINT n NO INHERIT;

-- case: not nulls of 18, 48
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL, ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: not nulls of 18, 49
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ADD NOT NULL id NOT VALID;

-- case: not nulls of 18, 50
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER id SET NOT NULL;

-- case: not nulls of 18, 51
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE UNIQUE INDEX u ON q1 (id);
-- then
ALTER TABLE q1 ADD PRIMARY KEY USING INDEX u;

-- case: not nulls of 18, 52
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE ONLY q1 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 53
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE ONLY q1 ADD NOT NULL id;

-- case: not nulls of 18, 54
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 ALTER id SET NOT NULL;

-- case: not nulls of 18, 55
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 ADD CONSTRAINT n NOT NULL id;

-- case: not nulls of 18, 56
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 57
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 58
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 VALIDATE CONSTRAINT n;

-- case: not nulls of 18, 59
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q1 ALTER CONSTRAINT n INHERIT;

-- case: not nulls of 18, 60
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 DROP CONSTRAINT n;

-- case: not nulls of 18, 61
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q0 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 INHERIT q0;

-- case: not nulls of 18, 62
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q0 (id int NOT NULL, v int) PARTITION BY LIST (id);
-- then
ALTER TABLE q0 ATTACH PARTITION q1 FOR VALUES IN (1);

-- case: not nulls of 18, 63
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
CREATE TABLE q9 (id int NOT NULL NO INHERIT) INHERITS (q1);

-- case: not nulls of 18, 64
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
CREATE TABLE q9 (LIKE q1, CONSTRAINT m NOT NULL id);

-- case: not nulls of 18, 65
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE UNIQUE INDEX u ON q1 (id);
-- then
ALTER TABLE q1 ADD PRIMARY KEY USING INDEX u;

-- case: not nulls of 18, 66
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE ONLY q1 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 67
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
ALTER TABLE ONLY q1 ADD NOT NULL id;

-- case: not nulls of 18, 68
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 ADD CONSTRAINT n NOT NULL id;

-- case: not nulls of 18, 69
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 ALTER id DROP NOT NULL;

-- case: not nulls of 18, 70
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q1 ALTER CONSTRAINT n NO INHERIT;

-- case: not nulls of 18, 71
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q1 DROP CONSTRAINT n;

-- case: not nulls of 18, 72
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 DROP CONSTRAINT n;

-- case: not nulls of 18, 73
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q0 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 INHERIT q0;

-- case: not nulls of 18, 74
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q0 (id int, v int);
ALTER TABLE q0 ADD NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 INHERIT q0;

-- case: not nulls of 18, 75
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q0 (id int NOT NULL, v int) PARTITION BY LIST (id);
-- then
ALTER TABLE q0 ATTACH PARTITION q1 FOR VALUES IN (1);

-- case: not nulls of 18, 76
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q0 (id int, v int) PARTITION BY LIST (id);
ALTER TABLE q0 ADD NOT NULL id NOT VALID;
-- then
ALTER TABLE q0 ATTACH PARTITION q1 FOR VALUES IN (1);

-- case: not nulls of 18, 77
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
CREATE TABLE q9 (LIKE q1, PRIMARY KEY (id));

-- case: not nulls of 18, 78
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
-- then
CREATE TABLE q9 (LIKE q1, CONSTRAINT m NOT NULL id);

-- case: not nulls of 18, 79
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 ADD NOT NULL id NO INHERIT;

-- case: not nulls of 18, 80
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q1 ALTER CONSTRAINT n INHERIT;

-- case: not nulls of 18, 81
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 DROP CONSTRAINT n;

-- case: not nulls of 18, 82
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
-- then
CREATE TABLE q9 (id int NOT NULL NO INHERIT) INHERITS (q1);

-- case: not nulls of 18, 83
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id;
-- then
CREATE TABLE q9 (LIKE q1, CONSTRAINT m NOT NULL id);

-- case: not nulls of 18, 84
CREATE TABLE q1 (id int, v int);
CREATE TABLE q0 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 INHERIT q0;

-- case: not nulls of 18, 85
CREATE TABLE q1 (id int, v int);
CREATE TABLE q0 (id int, v int);
ALTER TABLE q0 ADD NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 INHERIT q0;

-- case: not nulls of 18, 86
CREATE TABLE q9 (id int NOT NULL NO INHERIT, PRIMARY KEY (id));

-- case: not nulls of 18, 87
CREATE TABLE q9 (id int NOT NULL NO INHERIT, NOT NULL id);

-- case: not nulls of 18, 88
CREATE TABLE q9 (id int CONSTRAINT a NOT NULL, CONSTRAINT b NOT NULL id);

-- case: not nulls of 18, 89
CREATE TABLE q9 (id int, NOT NULL nothing);

-- case: not nulls of 18, 90
CREATE TABLE q9 (id int PRIMARY KEY, NOT NULL id NO INHERIT);

-- case: not nulls of 18, 91
CREATE TABLE q9 (id int GENERATED ALWAYS AS IDENTITY, NOT NULL id NO INHERIT);

-- case: not nulls of 18, 92
CREATE TABLE q9 (id serial, NOT NULL id NO INHERIT);

-- case: not nulls of 18, 93
CREATE TABLE q9 (id int, v int, CONSTRAINT a NOT NULL id, CONSTRAINT a NOT NULL v);

-- case: not nulls of 18, 94
CREATE TABLE q9 (id int NOT NULL NO INHERIT) PARTITION BY LIST (id);

-- case: not nulls of 18, 95
CREATE TABLE q9 (id int, NOT NULL id NO INHERIT) PARTITION BY LIST (id);

-- case: not nulls of 18, 96
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
CREATE TABLE q9 (LIKE q1, CONSTRAINT m NOT NULL id);

-- case: not nulls of 18, 97
CREATE TABLE q1 (id int PRIMARY KEY, v int);
-- then
CREATE TABLE q9 (LIKE q1, CONSTRAINT m NOT NULL id);

-- case: not nulls of 18, 98
CREATE TABLE q1 (id int PRIMARY KEY, v int);
CREATE TABLE q2 (LIKE q1);
-- then
CREATE TABLE q9 (LIKE q2, CONSTRAINT q2_id_not_null NOT NULL id);

-- case: not nulls of 18, 99
CREATE TABLE q1 (id int PRIMARY KEY, v int);
CREATE TABLE q2 (LIKE q1);
-- then
CREATE TABLE q9 (LIKE q2, NOT NULL id NO INHERIT);

-- case: not nulls of 18, 100
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
CREATE TABLE q9 (LIKE q1, CONSTRAINT q1_id_not_null CHECK (v > 0));

-- case: not nulls of 18, 101
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (LIKE q1);
-- then
ALTER TABLE q2 DROP CONSTRAINT q1_id_not_null;

-- case: not nulls of 18, 102
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD CONSTRAINT q1_id_not_null CHECK (v > 0);

-- case: not nulls of 18, 103
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD CONSTRAINT q1_id_not_null UNIQUE (v);

-- case: not nulls of 18, 104
CREATE TABLE q1 (id int NOT NULL, v int, CONSTRAINT x CHECK (v > 0));
-- then
ALTER TABLE q1 ADD CONSTRAINT x NOT NULL v;

-- case: not nulls of 18, 105
CREATE TABLE q1 (id int NOT NULL, v int, CONSTRAINT x CHECK (v > 0));
-- then
ALTER TABLE q1 RENAME CONSTRAINT q1_id_not_null TO x;

-- case: not nulls of 18, 106
CREATE TABLE q1 (id int NOT NULL, v int, CONSTRAINT x CHECK (v > 0));
-- then
ALTER TABLE q1 RENAME CONSTRAINT x TO q1_id_not_null;

-- case: not nulls of 18, 107
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 RENAME CONSTRAINT q1_id_not_null TO x;

-- case: not nulls of 18, 108
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 RENAME CONSTRAINT q1_id_not_null TO x;

-- case: not nulls of 18, 109
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q1 RENAME CONSTRAINT q1_id_not_null TO x;

-- case: not nulls of 18, 110
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
ALTER TABLE q1 RENAME CONSTRAINT q1_id_not_null TO x;
-- then
ALTER TABLE q2 ADD CONSTRAINT x CHECK (v > 0);

-- case: not nulls of 18, 111
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int NOT NULL) INHERITS (q1);
-- then
ALTER TABLE q2 DROP CONSTRAINT q2_id_not_null;

-- case: not nulls of 18, 112
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int NOT NULL) INHERITS (q1);
-- then
ALTER TABLE q1 ALTER CONSTRAINT q1_id_not_null NO INHERIT;

-- case: not nulls of 18, 113
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int NOT NULL) INHERITS (q1);
-- then
ALTER TABLE q2 ALTER CONSTRAINT q1_id_not_null NO INHERIT;

-- case: not nulls of 18, 114
CREATE TABLE q1 (id int NOT NULL NO INHERIT, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
-- then
ALTER TABLE q1 ALTER CONSTRAINT q1_id_not_null INHERIT;

-- case: not nulls of 18, 115
CREATE TABLE q1 (id int NOT NULL NO INHERIT, v int);
CREATE TABLE q2 (id int NOT NULL NO INHERIT) INHERITS (q1);
-- then
ALTER TABLE q1 ALTER CONSTRAINT q1_id_not_null INHERIT;

-- case: not nulls of 18, 116
CREATE TABLE q1 (id int NOT NULL NO INHERIT, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
ALTER TABLE q2 ADD CONSTRAINT q2n NOT NULL id NOT VALID;
-- then
ALTER TABLE q1 ALTER CONSTRAINT q1_id_not_null INHERIT;

-- case: not nulls of 18, 117
CREATE TABLE q1 (id int NOT NULL NO INHERIT, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
-- then
ALTER TABLE ONLY q1 ALTER CONSTRAINT q1_id_not_null INHERIT;

-- case: not nulls of 18, 118
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
-- then
ALTER TABLE ONLY q1 ALTER CONSTRAINT q1_id_not_null NO INHERIT;

-- case: not nulls of 18, 119
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
-- then
ALTER TABLE q2 NO INHERIT q1;

-- case: not nulls of 18, 120
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
ALTER TABLE q2 NO INHERIT q1;
-- then
ALTER TABLE q2 DROP CONSTRAINT q1_id_not_null;

-- case: not nulls of 18, 121
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q2 (id int) INHERITS (q1);
-- then
ALTER TABLE q2 VALIDATE CONSTRAINT n;

-- case: not nulls of 18, 122
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q2 VALIDATE CONSTRAINT n;

-- case: not nulls of 18, 123
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q2 ALTER id SET NOT NULL;

-- case: not nulls of 18, 124
CREATE TABLE q1 (id int, v int);
CREATE TABLE q2 (id int) INHERITS (q1);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
ALTER TABLE q2 ALTER id SET NOT NULL;
-- then
ALTER TABLE q1 VALIDATE CONSTRAINT n;

-- case: not nulls of 18, 125
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
CREATE TABLE q9 (LIKE q1 INCLUDING ALL, PRIMARY KEY (id));

-- case: not nulls of 18, 126
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q9 (LIKE q1 INCLUDING ALL);
-- then
ALTER TABLE q9 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 127
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NO INHERIT;
CREATE TABLE q9 (LIKE q1 INCLUDING ALL);
-- then
ALTER TABLE q9 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 128
CREATE TABLE q1 (id int, v int);
ALTER TABLE q1 ADD CONSTRAINT n NOT NULL id NOT VALID;
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 (id int NOT NULL, v int);
-- then
ALTER TABLE q8 ADD NOT NULL id NOT VALID, ATTACH PARTITION q9 DEFAULT;

-- case: not nulls of 18, 129
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 PARTITION OF q8 DEFAULT;
-- then
ALTER TABLE q8 ADD NOT NULL id NOT VALID;

-- case: not nulls of 18, 130
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 PARTITION OF q8 DEFAULT;
ALTER TABLE q8 ADD NOT NULL id NOT VALID;
-- then
ALTER TABLE q8 ADD PRIMARY KEY (id);

-- case: not nulls of 18, 131
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 PARTITION OF q8 DEFAULT;
ALTER TABLE q8 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q8 VALIDATE CONSTRAINT n;

-- case: not nulls of 18, 132
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 PARTITION OF q8 DEFAULT;
ALTER TABLE q8 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q9 VALIDATE CONSTRAINT n;

-- case: not nulls of 18, 133
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 PARTITION OF q8 DEFAULT;
ALTER TABLE q8 ADD CONSTRAINT n NOT NULL id NOT VALID;
-- then
ALTER TABLE q8 DETACH PARTITION q9;

-- case: not nulls of 18, 134
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 PARTITION OF q8 DEFAULT;
ALTER TABLE q8 ADD CONSTRAINT n NOT NULL id;
-- then
ALTER TABLE q9 ALTER CONSTRAINT n NO INHERIT;

-- case: not nulls of 18, 135
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
CREATE TABLE q9 PARTITION OF q8 DEFAULT;
ALTER TABLE q8 ADD CONSTRAINT n NOT NULL id;
-- then
ALTER TABLE q8 ALTER CONSTRAINT n NO INHERIT;

-- case: not nulls of 18, 136
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
ALTER TABLE q8 ADD CONSTRAINT n NOT NULL id;
-- then
CREATE TABLE q9 PARTITION OF q8 (id NOT NULL NO INHERIT) DEFAULT;

-- case: not nulls of 18, 137
CREATE TABLE q8 (id int, v int) PARTITION BY LIST (id);
ALTER TABLE q8 ADD CONSTRAINT n NOT NULL id;
-- then
CREATE TABLE q9 PARTITION OF q8 (CONSTRAINT m NOT NULL id) DEFAULT;

-- case: not nulls of 18, 138
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int NOT NULL) INHERITS (q1);
-- then
ALTER TABLE q1 ALTER CONSTRAINT q1_id_not_null NO INHERIT, ALTER v SET NOT NULL;

-- case: not nulls of 18, 139
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
CREATE TABLE q2 (id int CONSTRAINT a NOT NULL) INHERITS (q1);

-- case: not nulls of 18, 140
CREATE TABLE q1 (id int NOT NULL NO INHERIT, v int);
-- then
CREATE TABLE q2 (id int NOT NULL NO INHERIT) INHERITS (q1);

-- case: not nulls of 18, 141
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD COLUMN w int CONSTRAINT x NOT NULL DEFAULT 1, ADD CONSTRAINT x NOT NULL v;

-- case: not nulls of 18, 142
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD COLUMN w int NOT NULL NO INHERIT PRIMARY KEY;

-- case: not nulls of 18, 143
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD COLUMN w int CONSTRAINT q1_id_not_null NOT NULL DEFAULT 1;

-- case: not nulls of 18, 144
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 (id int NOT NULL) INHERITS (q1);
-- then
ALTER TABLE q1 RENAME CONSTRAINT q1_id_not_null TO x;

-- case: not nulls of 18, 145
CREATE TABLE q1 (id int CONSTRAINT x NOT NULL, v int);
-- then
ALTER TABLE q1 ADD CONSTRAINT x CHECK (v > 0);

-- case: not nulls of 18, 146
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 ALTER CONSTRAINT q1_id_not_null NO INHERIT;

-- case: not nulls of 18, 147
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q2 ALTER CONSTRAINT q1_id_not_null INHERIT;

-- case: not nulls of 18, 148
CREATE TABLE q1 (id int NOT NULL NO INHERIT, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q1 RENAME CONSTRAINT q1_id_not_null TO x;

-- case: not nulls of 18, 149
CREATE TABLE q1 (id int NOT NULL NO INHERIT, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 RENAME CONSTRAINT q1_id_not_null TO x;

-- case: not nulls of 18, 150
CREATE TABLE q1 (id int NOT NULL, v int, CONSTRAINT x CHECK (v > 0));
-- then
ALTER TABLE q1 ADD CONSTRAINT x NOT NULL id;

-- case: not nulls of 18, 151
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD COLUMN w int GENERATED ALWAYS AS IDENTITY NOT NULL NO INHERIT;

-- case: not nulls of 18, 152
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD COLUMN w int NOT NULL NO INHERIT, ADD PRIMARY KEY (w);

-- case: not nulls of 18, 153
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 RENAME CONSTRAINT q1_v_not_null TO x;

-- case: not nulls of 18, 154
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 DROP CONSTRAINT q1_id_not_null;

-- case: not nulls of 18, 155
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE q1 VALIDATE CONSTRAINT q1_id_not_null;

-- case: not nulls of 18, 156
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
CREATE TABLE q2 (LIKE q1, v2 int, CONSTRAINT q2_id_not_null NOT NULL v2);

-- case: not nulls of 18, 157
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
CREATE TABLE q2 (LIKE q1, v2 int, CONSTRAINT q1_id_not_null NOT NULL v2);

-- case: not nulls of 18, 158
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
CREATE TABLE q2 (id int NOT NULL, v2 int, CONSTRAINT q2_id_not_null NOT NULL v2);

-- case: not nulls of 18, 159
CREATE TABLE q1 (id int NOT NULL, v int);
-- then
ALTER TABLE q1 ADD CONSTRAINT q1_v_not_null CHECK (v > 0), ALTER v SET NOT NULL;

-- case: not nulls of 18, 160
CREATE TABLE q1 (id int NOT NULL, v int);
CREATE TABLE q2 () INHERITS (q1);
-- then
ALTER TABLE ONLY q1 ALTER CONSTRAINT q1_id_not_null INHERIT;

-- case: what is done to no such relation, 1
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET COMPRESSION pglz;

-- case: what is done to no such relation, 2
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET STORAGE external;

-- case: what is done to no such relation, 3
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET STORAGE plain;

-- case: what is done to no such relation, 4
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET COMPRESSION default;

-- case: what is done to no such relation, 5
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET STATISTICS 100;

-- case: what is done to no such relation, 6
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET (n_distinct = 5);

-- case: what is done to no such relation, 7
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET STORAGE nonsense;

-- case: what is done to no such relation, 8
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET COMPRESSION nonsense;

-- case: what is done to no such relation, 9
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN x SET (nonsense = 5);

-- case: what is done to no such relation, 10
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET COMPRESSION pglz;

-- case: what is done to no such relation, 11
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET STORAGE external;

-- case: what is done to no such relation, 12
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET STORAGE plain;

-- case: what is done to no such relation, 13
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET COMPRESSION default;

-- case: what is done to no such relation, 14
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET STATISTICS 100;

-- case: what is done to no such relation, 15
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET (n_distinct = 5);

-- case: what is done to no such relation, 16
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET STORAGE nonsense;

-- case: what is done to no such relation, 17
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET COMPRESSION nonsense;

-- case: what is done to no such relation, 18
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN u SET (nonsense = 5);

-- case: what is done to no such relation, 19
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN n SET COMPRESSION pglz;

-- case: what is done to no such relation, 20
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN n SET STORAGE external;

-- case: what is done to no such relation, 21
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN n SET STORAGE plain;

-- case: what is done to no such relation, 22
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN n SET COMPRESSION default;

-- case: what is done to no such relation, 23
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN one SET COMPRESSION pglz;

-- case: what is done to no such relation, 24
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN one SET STORAGE external;

-- case: what is done to no such relation, 25
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN one SET STORAGE plain;

-- case: what is done to no such relation, 26
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN one SET COMPRESSION default;

-- case: what is done to no such relation, 27
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN q SET COMPRESSION pglz;

-- case: what is done to no such relation, 28
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN q SET STORAGE external;

-- case: what is done to no such relation, 29
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN q SET STORAGE plain;

-- case: what is done to no such relation, 30
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN q SET COMPRESSION default;

-- case: what is done to no such relation, 31
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET COMPRESSION pglz;

-- case: what is done to no such relation, 32
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET STORAGE external;

-- case: what is done to no such relation, 33
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET STORAGE plain;

-- case: what is done to no such relation, 34
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET COMPRESSION default;

-- case: what is done to no such relation, 35
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET STATISTICS 100;

-- case: what is done to no such relation, 36
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET (n_distinct = 5);

-- case: what is done to no such relation, 37
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET STORAGE nonsense;

-- case: what is done to no such relation, 38
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET COMPRESSION nonsense;

-- case: what is done to no such relation, 39
CREATE TABLE a (id int PRIMARY KEY, x text, y varchar(10), z numeric, u uuid, l text[], j jsonb);
CREATE MATERIALIZED VIEW m AS SELECT id, x, y, z, u, l, j, count(*) AS n, max(x) AS mx, x || 'a' AS cat, id::text AS c, 1 AS one, 'q' AS q FROM a GROUP BY id;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN nothing SET (nonsense = 5);

-- case: what is done to no such relation, 40
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ADD COLUMN b int;

-- case: what is done to no such relation, 41
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m DROP COLUMN x;

-- case: what is done to no such relation, 42
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id TYPE bigint;

-- case: what is done to no such relation, 43
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id SET NOT NULL;

-- case: what is done to no such relation, 44
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id DROP NOT NULL;

-- case: what is done to no such relation, 45
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id DROP DEFAULT;

-- case: what is done to no such relation, 46
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id SET DEFAULT 5;

-- case: what is done to no such relation, 47
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: what is done to no such relation, 48
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ADD CHECK (id > 0);

-- case: what is done to no such relation, 49
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m DROP CONSTRAINT q;

-- case: what is done to no such relation, 50
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m VALIDATE CONSTRAINT q;

-- case: what is done to no such relation, 51
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ENABLE RULE q;

-- case: what is done to no such relation, 52
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m DISABLE TRIGGER q;

-- case: what is done to no such relation, 53
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ENABLE ROW LEVEL SECURITY;

-- case: what is done to no such relation, 54
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m SET LOGGED;

-- case: what is done to no such relation, 55
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m SET UNLOGGED;

-- case: what is done to no such relation, 56
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m REPLICA IDENTITY FULL;

-- case: what is done to no such relation, 57
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m REPLICA IDENTITY NOTHING;

-- case: what is done to no such relation, 58
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m INHERIT a;

-- case: what is done to no such relation, 59
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 60
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m SET (fillfactor = 50);

-- case: what is done to no such relation, 61
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m RESET (fillfactor);

-- case: what is done to no such relation, 62
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id SET STATISTICS 100;

-- case: what is done to no such relation, 63
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id SET STORAGE plain;

-- case: what is done to no such relation, 64
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id SET (n_distinct = 5);

-- case: what is done to no such relation, 65
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER id RESET (n_distinct);

-- case: what is done to no such relation, 66
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m RENAME id TO x;

-- case: what is done to no such relation, 67
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m RENAME COLUMN nothing TO x;

-- case: what is done to no such relation, 68
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN 1 SET STATISTICS 5;

-- case: what is done to no such relation, 69
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER nothing SET DEFAULT 5;

-- case: what is done to no such relation, 70
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m ALTER COLUMN 0 SET STATISTICS 5;

-- case: what is done to no such relation, 71
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m RENAME id TO id;

-- case: what is done to no such relation, 72
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m CLUSTER ON q;

-- case: what is done to no such relation, 73
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m SET TABLESPACE pg_default;

-- case: what is done to no such relation, 74
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m OPTIONS (a 'b');

-- case: what is done to no such relation, 75
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER MATERIALIZED VIEW m RENAME id TO ctid;

-- case: what is done to no such relation, 76
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ADD COLUMN b int;

-- case: what is done to no such relation, 77
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v DROP COLUMN x;

-- case: what is done to no such relation, 78
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id TYPE bigint;

-- case: what is done to no such relation, 79
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id SET NOT NULL;

-- case: what is done to no such relation, 80
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id DROP NOT NULL;

-- case: what is done to no such relation, 81
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id DROP DEFAULT;

-- case: what is done to no such relation, 82
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id SET DEFAULT 5;

-- case: what is done to no such relation, 83
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: what is done to no such relation, 84
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ADD CHECK (id > 0);

-- case: what is done to no such relation, 85
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v DROP CONSTRAINT q;

-- case: what is done to no such relation, 86
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v VALIDATE CONSTRAINT q;

-- case: what is done to no such relation, 87
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ENABLE RULE q;

-- case: what is done to no such relation, 88
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v DISABLE TRIGGER q;

-- case: what is done to no such relation, 89
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ENABLE ROW LEVEL SECURITY;

-- case: what is done to no such relation, 90
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v SET LOGGED;

-- case: what is done to no such relation, 91
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v SET UNLOGGED;

-- case: what is done to no such relation, 92
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v REPLICA IDENTITY FULL;

-- case: what is done to no such relation, 93
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v REPLICA IDENTITY NOTHING;

-- case: what is done to no such relation, 94
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v INHERIT a;

-- case: what is done to no such relation, 95
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 96
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v SET (fillfactor = 50);

-- case: what is done to no such relation, 97
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id SET STATISTICS 100;

-- case: what is done to no such relation, 98
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id SET STORAGE plain;

-- case: what is done to no such relation, 99
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id SET (n_distinct = 5);

-- case: what is done to no such relation, 100
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER id RESET (n_distinct);

-- case: what is done to no such relation, 101
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v RENAME id TO x;

-- case: what is done to no such relation, 102
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v RENAME COLUMN nothing TO x;

-- case: what is done to no such relation, 103
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER COLUMN 1 SET STATISTICS 5;

-- case: what is done to no such relation, 104
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER nothing SET DEFAULT 5;

-- case: what is done to no such relation, 105
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v ALTER COLUMN 0 SET STATISTICS 5;

-- case: what is done to no such relation, 106
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v RENAME id TO id;

-- case: what is done to no such relation, 107
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v CLUSTER ON q;

-- case: what is done to no such relation, 108
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v SET TABLESPACE pg_default;

-- case: what is done to no such relation, 109
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v OPTIONS (a 'b');

-- case: what is done to no such relation, 110
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM a;
CREATE VIEW v AS SELECT id, x FROM a;
-- then
ALTER VIEW v RENAME id TO ctid;

-- case: what is done to no such relation, 111
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix ADD COLUMN b int;

-- case: what is done to no such relation, 112
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix ENABLE ROW LEVEL SECURITY;

-- case: what is done to no such relation, 113
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix SET LOGGED;

-- case: what is done to no such relation, 114
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix REPLICA IDENTITY FULL;

-- case: what is done to no such relation, 115
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix INHERIT a;

-- case: what is done to no such relation, 116
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix OF ty;

-- case: what is done to no such relation, 117
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 118
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix SET (fillfactor = 50);

-- case: what is done to no such relation, 119
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix RESET (fillfactor);

-- case: what is done to no such relation, 120
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix ALTER id SET STATISTICS 100;

-- case: what is done to no such relation, 121
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix RENAME id TO x;

-- case: what is done to no such relation, 122
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix RENAME COLUMN id TO y;

-- case: what is done to no such relation, 123
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix ALTER COLUMN 1 SET STATISTICS 5;

-- case: what is done to no such relation, 124
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix CLUSTER ON q;

-- case: what is done to no such relation, 125
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix SET TABLESPACE pg_default;

-- case: what is done to no such relation, 126
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix OWNER TO CURRENT_USER;

-- case: what is done to no such relation, 127
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix ADD UNIQUE (id);

-- case: what is done to no such relation, 128
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix ADD FOREIGN KEY (id) REFERENCES a;

-- case: what is done to no such relation, 129
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER INDEX ix SET ACCESS METHOD heap;

-- case: what is done to no such relation, 130
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq ADD COLUMN b int;

-- case: what is done to no such relation, 131
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq ENABLE ROW LEVEL SECURITY;

-- case: what is done to no such relation, 132
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq SET LOGGED;

-- case: what is done to no such relation, 133
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq REPLICA IDENTITY FULL;

-- case: what is done to no such relation, 134
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq INHERIT a;

-- case: what is done to no such relation, 135
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq OF ty;

-- case: what is done to no such relation, 136
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 137
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq SET (fillfactor = 50);

-- case: what is done to no such relation, 138
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq RESET (fillfactor);

-- case: what is done to no such relation, 139
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq ALTER id SET STATISTICS 100;

-- case: what is done to no such relation, 140
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq RENAME id TO x;

-- case: what is done to no such relation, 141
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq RENAME COLUMN id TO y;

-- case: what is done to no such relation, 142
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq ALTER COLUMN 1 SET STATISTICS 5;

-- case: what is done to no such relation, 143
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq CLUSTER ON q;

-- case: what is done to no such relation, 144
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq SET TABLESPACE pg_default;

-- case: what is done to no such relation, 145
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq OWNER TO CURRENT_USER;

-- case: what is done to no such relation, 146
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq ADD UNIQUE (id);

-- case: what is done to no such relation, 147
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq ADD FOREIGN KEY (id) REFERENCES a;

-- case: what is done to no such relation, 148
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER SEQUENCE sq SET ACCESS METHOD heap;

-- case: what is done to no such relation, 149
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft ADD COLUMN b int;

-- case: what is done to no such relation, 150
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft ENABLE ROW LEVEL SECURITY;

-- case: what is done to no such relation, 151
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft SET LOGGED;

-- case: what is done to no such relation, 152
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft REPLICA IDENTITY FULL;

-- case: what is done to no such relation, 153
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft INHERIT a;

-- case: what is done to no such relation, 154
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft OF ty;

-- case: what is done to no such relation, 155
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 156
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft SET (fillfactor = 50);

-- case: what is done to no such relation, 157
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft RESET (fillfactor);

-- case: what is done to no such relation, 158
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft ALTER id SET STATISTICS 100;

-- case: what is done to no such relation, 159
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft RENAME id TO x;

-- case: what is done to no such relation, 160
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft RENAME COLUMN id TO y;

-- case: what is done to no such relation, 161
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft ALTER COLUMN 1 SET STATISTICS 5;

-- case: what is done to no such relation, 162
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft CLUSTER ON q;

-- case: what is done to no such relation, 163
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft SET TABLESPACE pg_default;

-- case: what is done to no such relation, 164
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft OWNER TO CURRENT_USER;

-- case: what is done to no such relation, 165
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft ADD UNIQUE (id);

-- case: what is done to no such relation, 166
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft ADD FOREIGN KEY (id) REFERENCES a;

-- case: what is done to no such relation, 167
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER FOREIGN TABLE ft SET ACCESS METHOD heap;

-- case: what is done to no such relation, 168
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty ADD COLUMN b int;

-- case: what is done to no such relation, 169
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty ENABLE ROW LEVEL SECURITY;

-- case: what is done to no such relation, 170
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty SET LOGGED;

-- case: what is done to no such relation, 171
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty REPLICA IDENTITY FULL;

-- case: what is done to no such relation, 172
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty INHERIT a;

-- case: what is done to no such relation, 173
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty OF ty;

-- case: what is done to no such relation, 174
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 175
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty ALTER id SET STATISTICS 100;

-- case: what is done to no such relation, 176
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty RENAME id TO x;

-- case: what is done to no such relation, 177
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty RENAME COLUMN id TO y;

-- case: what is done to no such relation, 178
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty ALTER COLUMN 1 SET STATISTICS 5;

-- case: what is done to no such relation, 179
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty CLUSTER ON q;

-- case: what is done to no such relation, 180
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty SET TABLESPACE pg_default;

-- case: what is done to no such relation, 181
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty OWNER TO CURRENT_USER;

-- case: what is done to no such relation, 182
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty ADD UNIQUE (id);

-- case: what is done to no such relation, 183
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty ADD FOREIGN KEY (id) REFERENCES a;

-- case: what is done to no such relation, 184
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TYPE ty AS (id int, x text);
CREATE INDEX ix ON a (x);
CREATE SEQUENCE sq;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, x text) SERVER s;
-- then
ALTER TYPE ty SET ACCESS METHOD heap;

-- case: what is done to no such relation, 200
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft SET LOGGED;

-- case: what is done to no such relation, 201
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft REPLICA IDENTITY NOTHING;

-- case: what is done to no such relation, 202
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft OF ty;

-- case: what is done to no such relation, 203
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft NOT OF;

-- case: what is done to no such relation, 204
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft NOT OF;

-- case: what is done to no such relation, 205
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 206
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft CLUSTER ON q;

-- case: what is done to no such relation, 207
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft CLUSTER ON r;

-- case: what is done to no such relation, 208
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft SET (autovacuum_enabled = false);

-- case: what is done to no such relation, 209
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft RESET (autovacuum_enabled);

-- case: what is done to no such relation, 210
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft SET TABLESPACE ts;

-- case: what is done to no such relation, 211
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TYPE ty AS (id int);
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- then
ALTER TABLE ft SET ACCESS METHOD heap;

-- case: what is done to no such relation, 212
ALTER INDEX t_b_idx CLUSTER ON t_b_idx;

-- case: what is done to no such relation, 213
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi SET WITHOUT CLUSTER;

-- case: what is done to no such relation, 214
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi CLUSTER ON q;

-- case: what is done to no such relation, 215
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi SET TABLESPACE ts;

-- case: what is done to no such relation, 216
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi SET ACCESS METHOD heap;

-- case: what is done to no such relation, 217
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi SET ACCESS METHOD heap2;

-- case: what is done to no such relation, 218
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi ALTER id SET STORAGE main;

-- case: what is done to no such relation, 219
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi ALTER id SET COMPRESSION pglz;

-- case: what is done to no such relation, 220
-- after: CREATE VIEW vi AS SELECT id FROM r;
-- then
ALTER VIEW vi ALTER id SET COMPRESSION default;

-- case: what is done to no such relation, 221
ALTER MATERIALIZED VIEW mv ALTER nothing SET STATISTICS 5;

-- case: what is done to no such relation, 222
ALTER MATERIALIZED VIEW mv ALTER nothing SET (n_distinct = 5);

-- case: ranges over several columns 1
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 5 AND id <= 6));
INSERT INTO a2 SELECT 6, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, MINVALUE) TO (6, MAXVALUE);

-- case: ranges over several columns 2
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 5 AND id < 6));
INSERT INTO a2 SELECT 5, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, MINVALUE) TO (6, MAXVALUE);

-- case: ranges over several columns 3
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK ((id > 5 OR (id = 5 AND k >= 10)) AND (id < 6 OR (id = 6 AND k < 20))));
INSERT INTO a2 SELECT 6, 19 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 10) TO (6, 20);

-- case: ranges over several columns 4
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND k >= 10));
INSERT INTO a2 SELECT 5, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 10) TO (5, MAXVALUE);

-- case: ranges over several columns 5
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND k >= 10));
INSERT INTO a2 SELECT 5, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 10) TO (6, 20);

-- case: ranges over several columns 6
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND k > 10));
INSERT INTO a2 SELECT 5, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 10) TO (6, 20);

-- case: ranges over several columns 7
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5));
INSERT INTO a2 SELECT 5, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 10) TO (6, 20);

-- case: ranges over several columns 8
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id < 6));
INSERT INTO a2 SELECT 5, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (MINVALUE, MINVALUE) TO (6, 0);

-- case: ranges over several columns 9
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id <= 6));
INSERT INTO a2 SELECT 5, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (MINVALUE, MINVALUE) TO (6, 0);

-- case: ranges over several columns 10
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id > 5 AND id <= 6));
INSERT INTO a2 SELECT 6, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, MAXVALUE) TO (6, MAXVALUE);

-- case: ranges over several columns 11
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 6 AND id <= 6));
INSERT INTO a2 SELECT 6, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, MAXVALUE) TO (6, MAXVALUE);

-- case: ranges over several columns 12
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 6));
INSERT INTO a2 SELECT 6, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, MAXVALUE) TO (6, MAXVALUE);

-- case: ranges over several columns 13
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 6));
INSERT INTO a2 SELECT 6, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 10) TO (7, MINVALUE);

-- case: ranges over several columns 14
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id > 5 AND id < 7));
INSERT INTO a2 SELECT 6, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 10) TO (7, MINVALUE);

-- case: ranges over several columns 15
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5), CHECK (k >= 1 AND k < 9));
INSERT INTO a2 SELECT 5, 8 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (5, 9);

-- case: ranges over several columns 16
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5), CHECK (k >= 1), CHECK (k < 9));
INSERT INTO a2 SELECT 5, 8 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (5, 9);

-- case: ranges over several columns 17
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5), CHECK (k >= 1), CHECK (k <= 9));
INSERT INTO a2 SELECT 5, 8 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (5, 9);

-- case: ranges over several columns 18
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND k IN (1, 2, 3)));
INSERT INTO a2 SELECT 5, 3 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (5, 9);

-- case: ranges over several columns 19
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND (k = 3 OR k = 4)));
INSERT INTO a2 SELECT 5, 4 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (5, 9);

-- case: ranges over several columns 20
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 5 AND (k = 3 OR k = 40)));
INSERT INTO a2 SELECT 5, 3 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (5, 9);

-- case: ranges over several columns 21
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id IN (6, 7)));
INSERT INTO a2 SELECT 7, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (8, 9);

-- case: ranges over several columns 22
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id IN (5, 7) AND k = 2));
INSERT INTO a2 SELECT 7, 2 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (8, 9);

-- case: ranges over several columns 23
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK ((id = 6) OR (id = 5 AND k > 3)));
INSERT INTO a2 SELECT 6, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (8, 9);

-- case: ranges over several columns 24
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id > 5));
INSERT INTO a2 SELECT 49, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (MAXVALUE, MAXVALUE);

-- case: ranges over several columns 25
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 5));
INSERT INTO a2 SELECT 49, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (MAXVALUE, MAXVALUE);

-- case: ranges over several columns 26
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 5 AND k >= 1));
INSERT INTO a2 SELECT 49, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (MAXVALUE, MAXVALUE);

-- case: ranges over several columns 27
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 6));
INSERT INTO a2 SELECT 49, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 1) TO (MAXVALUE, MAXVALUE);

-- case: ranges over several columns 28
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id > 0));
INSERT INTO a2 SELECT 49, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (MINVALUE, MINVALUE) TO (MAXVALUE, MAXVALUE);

-- case: ranges over several columns 29
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 5), CHECK (id < 9));
INSERT INTO a2 SELECT 8, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5) TO (9);

-- case: ranges over several columns 30
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id >= 5), CHECK (id <= 9));
INSERT INTO a2 SELECT 8, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5) TO (9);

-- case: ranges over several columns 31
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 6 OR id = 7));
INSERT INTO a2 SELECT 7, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5) TO (9);

-- case: ranges over several columns 32
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK ((id > 5 AND id < 7) OR (id >= 7 AND id < 9)));
INSERT INTO a2 SELECT 8, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5) TO (9);

-- case: ranges over several columns 33
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK ((id > 5 AND id < 7) OR (id >= 7 AND id < 10)));
INSERT INTO a2 SELECT 8, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5) TO (9);

-- case: ranges over several columns 34
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id > 5 OR id > 7), CHECK (id < 8));
INSERT INTO a2 SELECT 7, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5) TO (9);

-- case: ranges over several columns 35
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (NOT (id < 5)), CHECK (id < 8));
INSERT INTO a2 SELECT 7, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5) TO (9);

-- case: ranges over several columns 36
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY LIST (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 1 OR id = 2));
INSERT INTO a2 SELECT 2, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN (1, 2);

-- case: ranges over several columns 37
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY LIST (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 1 OR id = 3));
INSERT INTO a2 SELECT 1, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN (1, 2);

-- case: ranges over several columns 38
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY LIST (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id > 0 AND (id = 1 OR id = 2)));
INSERT INTO a2 SELECT 2, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN (1, 2);

-- case: ranges over several columns 39
CREATE TABLE a (id int NOT NULL, k int NOT NULL) PARTITION BY LIST (id);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, CHECK (id = 1));
INSERT INTO a2 SELECT 1, 49 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES IN (1, 2);

-- case: ranges over several columns 90
CREATE TABLE a (id int NOT NULL, k int NOT NULL, m int NOT NULL) PARTITION BY RANGE (id, k, m);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, m int NOT NULL, CHECK (id = 5 AND k = 6 AND m >= 1 AND m < 3));
INSERT INTO a2 SELECT 5, 6, 1 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 6, 1) TO (5, 6, 3);

-- case: ranges over several columns 91
CREATE TABLE a (id int NOT NULL, k int NOT NULL, m int NOT NULL) PARTITION BY RANGE (id, k, m);
CREATE TABLE a2 (id int NOT NULL, k int NOT NULL, m int NOT NULL, CHECK (id = 5 AND k > 6 AND k < 8));
INSERT INTO a2 SELECT 5, 7, 1 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 6, 1) TO (5, 8, 3);

-- case: ranges over several columns 92
CREATE TABLE a (id int NOT NULL, k int, m int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int, m int NOT NULL, CHECK (id = 5 AND k >= 6 AND k < 8));
INSERT INTO a2 SELECT 5, 7, 1 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 6) TO (5, 8);

-- case: ranges over several columns 93
CREATE TABLE a (id int NOT NULL, k int, m int NOT NULL) PARTITION BY RANGE (id, k);
CREATE TABLE a2 (id int NOT NULL, k int, m int NOT NULL, CHECK (id = 5), CHECK (k IS NOT NULL AND k >= 6), CHECK (k < 8));
INSERT INTO a2 SELECT 5, 7, 1 FROM generate_series(1, 40);
-- then
ALTER TABLE a ATTACH PARTITION a2 FOR VALUES FROM (5, 6) TO (5, 8);

-- case: what is done to no such relation, 230
ALTER VIEW v ALTER a SET STORAGE plain;

-- case: what is done to no such relation, 231
ALTER VIEW v ALTER a SET COMPRESSION default;

-- case: bodies that run 1: statement and row triggers
CREATE TABLE a (id int PRIMARY KEY, v int, w int);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NEW; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE TRIGGER ts BEFORE UPDATE OF v ON a FOR EACH ROW EXECUTE FUNCTION g();
INSERT INTO a SELECT g, g, g FROM generate_series(1, 100) g;
-- then
INSERT INTO a VALUES (1000, 1, 1);

-- case: bodies that run 2: UPDATE OF a column that is set
CREATE TABLE a (id int PRIMARY KEY, v int, w int);
CREATE TABLE m (x text);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NEW; END';
CREATE TRIGGER ts BEFORE UPDATE OF v ON a FOR EACH ROW EXECUTE FUNCTION g();
INSERT INTO a SELECT g, g, g FROM generate_series(1, 100) g;
-- then
UPDATE a SET v = v + 1;

-- case: bodies that run 3: UPDATE OF a column that is not set
CREATE TABLE a (id int PRIMARY KEY, v int, w int);
CREATE TABLE m (x text);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NEW; END';
CREATE TRIGGER ts BEFORE UPDATE OF v ON a FOR EACH ROW EXECUTE FUNCTION g();
INSERT INTO a SELECT g, g, g FROM generate_series(1, 100) g;
-- then
UPDATE a SET w = w + 1;

-- case: bodies that run 4: each arm of an audit trigger has its own table, INSERT
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE i (x int); CREATE TABLE u (x int); CREATE TABLE d (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO i VALUES (NEW.id);
    RETURN NEW;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO u VALUES (NEW.id);
    RETURN NEW;
  END IF;
  INSERT INTO d VALUES (OLD.id);
  RETURN OLD;
END $$;
CREATE TRIGGER tr AFTER INSERT OR UPDATE OR DELETE ON a FOR EACH ROW EXECUTE FUNCTION f();
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
-- then
INSERT INTO a VALUES (1000, 1);

-- case: bodies that run 5: each arm of an audit trigger has its own table, DELETE
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE i (x int); CREATE TABLE u (x int); CREATE TABLE d (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'INSERT') THEN
    INSERT INTO i VALUES (NEW.id);
    RETURN NEW;
  ELSIF (TG_OP = 'UPDATE') THEN
    INSERT INTO u VALUES (NEW.id);
    RETURN NEW;
  ELSE
    INSERT INTO d VALUES (OLD.id);
    RETURN OLD;
  END IF;
END $$;
CREATE TRIGGER tr AFTER INSERT OR UPDATE OR DELETE ON a FOR EACH ROW EXECUTE FUNCTION f();
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
-- then
DELETE FROM a;

-- case: bodies that run 6: CASE over the operation
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE i (x int); CREATE TABLE u (x int); CREATE TABLE d (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_OP
    WHEN 'INSERT', 'DELETE' THEN INSERT INTO i VALUES (1);
    WHEN 'UPDATE' THEN INSERT INTO u SELECT NEW.id;
    ELSE INSERT INTO d VALUES (1);
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER tr AFTER INSERT OR UPDATE OR DELETE ON a FOR EACH ROW EXECUTE FUNCTION f();
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
-- then
UPDATE a SET v = 0;

-- case: bodies that run 7: nothing is written
CREATE TABLE a (id int PRIMARY KEY, v int, updated_at timestamptz);
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at = now(); RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f();
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
-- then
UPDATE a SET v = 0;

-- case: bodies that run 8: a trigger that is disabled
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT OR TRUNCATE ON a EXECUTE FUNCTION f();
ALTER TABLE a DISABLE TRIGGER tr;
-- then
TRUNCATE a;

-- case: bodies that run 9: a trigger of replicas
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION f();
CREATE TRIGGER ts AFTER INSERT ON a EXECUTE FUNCTION g();
ALTER TABLE a ENABLE REPLICA TRIGGER tr;
ALTER TABLE a ENABLE ALWAYS TRIGGER ts;
-- then
INSERT INTO a VALUES (1000, 1);

-- case: bodies that run 10: as a replica
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER tq AFTER INSERT ON a EXECUTE FUNCTION e();
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION f();
CREATE TRIGGER ts AFTER INSERT ON a EXECUTE FUNCTION g();
ALTER TABLE a ENABLE REPLICA TRIGGER tr;
ALTER TABLE a ENABLE ALWAYS TRIGGER ts;
-- then
SET LOCAL session_replication_role = replica;
INSERT INTO a VALUES (1000, 1);

-- case: bodies that run 11: WHEN that never holds, and one that does
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER tr AFTER UPDATE ON a FOR EACH ROW WHEN (pg_trigger_depth() > 0) EXECUTE FUNCTION f();
CREATE TRIGGER ts AFTER UPDATE ON a FOR EACH ROW WHEN (OLD.v IS DISTINCT FROM NEW.v) EXECUTE FUNCTION g();
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
-- then
UPDATE a SET v = v + 1;

-- case: bodies that run 12: INSTEAD OF
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x int);
CREATE VIEW w AS SELECT * FROM a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (NEW.id); RETURN NEW; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON w FOR EACH ROW EXECUTE FUNCTION f();
-- then
INSERT INTO w VALUES (1000, 1);

-- case: bodies that run 13: through a view, triggers of the table below
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x int);
CREATE TABLE m (x int);
CREATE VIEW w AS SELECT * FROM a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (NEW.id); RETURN NEW; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER ts BEFORE INSERT ON a EXECUTE FUNCTION g();
-- then
INSERT INTO w VALUES (1000, 1);

-- case: bodies that run 14: of a partition, and of the whole
CREATE TABLE a (id int NOT NULL, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (1000);
CREATE TABLE a2 PARTITION OF a FOR VALUES FROM (1000) TO (2000);
CREATE TABLE j (x text);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO j VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER tq AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION c();
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION e();
CREATE TRIGGER ts AFTER INSERT ON a1 EXECUTE FUNCTION f();
CREATE TRIGGER tt AFTER INSERT ON a1 FOR EACH ROW EXECUTE FUNCTION g();
-- then
INSERT INTO a VALUES (5, 1);

-- case: bodies that run 15: children
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b () INHERITS (a);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER ts AFTER UPDATE ON b EXECUTE FUNCTION e();
CREATE TRIGGER tt AFTER UPDATE ON b FOR EACH ROW EXECUTE FUNCTION f();
INSERT INTO b SELECT g, g FROM generate_series(1, 100) g;
-- then
UPDATE a SET v = 0;

-- case: bodies that run 16: a trigger that is put off
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (TG_OP); RETURN NULL; END';
CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
CREATE CONSTRAINT TRIGGER ts AFTER INSERT ON a DEFERRABLE FOR EACH ROW EXECUTE FUNCTION g();
-- then
INSERT INTO a VALUES (5, 1);

-- case: bodies that run 17: triggers that fire triggers, and themselves
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE c (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO b VALUES (NEW.id, 1); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO c VALUES (NEW.id);
  IF NEW.id < 3 THEN INSERT INTO a VALUES (NEW.id + 1, 1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER ts AFTER INSERT ON b FOR EACH ROW EXECUTE FUNCTION g();
-- then
INSERT INTO a VALUES (1, 1);

-- case: bodies that run 18: rows that a foreign key deletes
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON DELETE CASCADE);
CREATE INDEX b_a ON b (a);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER tr AFTER DELETE ON b FOR EACH ROW EXECUTE FUNCTION f();
INSERT INTO a SELECT g FROM generate_series(1, 3000) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 2900) g;
-- then
DELETE FROM a WHERE id = 1;

-- case: bodies that run 19: TRUNCATE of what is partitioned, and CASCADE
CREATE TABLE a (id int NOT NULL PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (1000);
CREATE TABLE b (id int REFERENCES a);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (TG_OP); RETURN NULL; END';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER tr BEFORE TRUNCATE ON a1 EXECUTE FUNCTION e();
CREATE TRIGGER ts AFTER TRUNCATE ON b EXECUTE FUNCTION f();
-- then
TRUNCATE a CASCADE;

-- case: bodies that run 20: arguments of a trigger, and SQL that is put together from them
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE a_history (id int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_ARGV[1] = 'yes' THEN INSERT INTO l VALUES (TG_ARGV[0]); END IF;
  EXECUTE format('INSERT INTO %I.%I SELECT ($1).id', TG_TABLE_SCHEMA, TG_TABLE_NAME || TG_ARGV[0]) USING NEW;
  RETURN NULL;
END $$;
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f('_history', 'no');
-- then
INSERT INTO a VALUES (1, 1);

-- case: bodies that run 21: rows are looked up by a key, or all of them are read
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE c (id int PRIMARY KEY, v int);
CREATE TABLE d (id int PRIMARY KEY, v int);
CREATE TABLE e (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1, 3000) g;
INSERT INTO c SELECT g, g FROM generate_series(1, 3000) g;
INSERT INTO d SELECT g, g FROM generate_series(1, 3000) g;
INSERT INTO e SELECT g, g FROM generate_series(1, 3000) g;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  n int := (SELECT count(*) FROM d);
BEGIN
  IF EXISTS (SELECT 1 FROM b WHERE id = NEW.id) THEN RETURN NEW; END IF;
  UPDATE c SET v = n WHERE id = NEW.id;
  UPDATE e SET v = n WHERE v = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
-- then
INSERT INTO a VALUES (5000, 1);

-- case: bodies that run 22: a foreign key of what the body writes to
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (id serial PRIMARY KEY, o int REFERENCES o);
INSERT INTO o SELECT g FROM generate_series(1, 3000) g;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l (o) VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
-- then
INSERT INTO a VALUES (1, 1);

-- case: bodies that run 23: the search path of a function
CREATE SCHEMA s;
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x int);
CREATE TABLE s.l (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SET search_path = s, public AS 'BEGIN INSERT INTO l VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
-- then
INSERT INTO a VALUES (1, 1);

-- case: bodies that run 24: the search path of the session
CREATE SCHEMA s;
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x int);
CREATE TABLE s.l (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
-- then
SET LOCAL search_path = s, public;
INSERT INTO a VALUES (1, 1);

-- case: bodies that run 25: COPY
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION f();
-- then
COPY a FROM PROGRAM 'printf "1\t2\n"';

-- case: bodies that run 26: ON CONFLICT DO UPDATE is both
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (1); RETURN NULL; END';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION e();
CREATE TRIGGER ts AFTER UPDATE ON a EXECUTE FUNCTION f();
-- then
INSERT INTO a VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET v = excluded.v;

-- case: bodies that run 27: MERGE
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE r (id int PRIMARY KEY, v int);
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE TABLE m (x int);
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (1); RETURN NULL; END';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (1); RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION e();
CREATE TRIGGER ts AFTER UPDATE ON a EXECUTE FUNCTION f();
CREATE TRIGGER tt AFTER DELETE ON a EXECUTE FUNCTION g();
-- then
MERGE INTO a USING r ON a.id = r.id WHEN MATCHED THEN UPDATE SET v = r.v WHEN NOT MATCHED THEN INSERT VALUES (r.id, r.v);

-- case: bodies that run 28: languages that nobody reads
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TRIGGER tr BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
-- then
UPDATE a SET v = 0;

-- case: bodies that run 29: an error that is caught
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    INSERT INTO k VALUES (1);
  EXCEPTION WHEN unique_violation THEN
    INSERT INTO l VALUES (1);
  END;
  RETURN NULL;
END $$;
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION f();
-- then
INSERT INTO a VALUES (1, 1);

-- case: event triggers 1: a tag that is listed
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (tg_tag); END';
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER es ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE INDEX') EXECUTE FUNCTION e();
CREATE EVENT TRIGGER et ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION f();
-- then
CREATE INDEX ON a (v);

-- case: event triggers 2: dropped objects
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE o record;
BEGIN
  FOR o IN SELECT * FROM pg_event_trigger_dropped_objects() LOOP
    INSERT INTO l VALUES (o.object_identity);
  END LOOP;
END $$;
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a DROP COLUMN v;

-- case: event triggers 3: nothing is dropped
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
DROP TABLE IF EXISTS nothing;

-- case: event triggers 4: a table is rewritten
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON table_rewrite EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v TYPE bigint;

-- case: event triggers 5: a table is not rewritten
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON table_rewrite EXECUTE FUNCTION f();
-- then
ALTER TABLE a ADD n int;

-- case: event triggers 6: one that is disabled, and one of replicas
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER es ON ddl_command_end EXECUTE FUNCTION f();
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION f();
ALTER EVENT TRIGGER es DISABLE;
ALTER EVENT TRIGGER et ENABLE REPLICA;
-- then
ALTER TABLE a ADD n int;

-- case: event triggers 7: one that is enabled again
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_tag IN ('CREATE TABLE', 'COMMENT') THEN INSERT INTO l VALUES (tg_tag); END IF;
END $$;
CREATE EVENT TRIGGER es ON ddl_command_end EXECUTE FUNCTION f();
ALTER EVENT TRIGGER es DISABLE;
ALTER EVENT TRIGGER es ENABLE;
-- then
COMMENT ON TABLE a IS 'a table';

-- case: event triggers 8: no DDL
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION f();
-- then
TRUNCATE a;

-- case: event triggers 9: statements of a block
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION f();
-- then
DO $$ BEGIN CREATE TABLE n (id int); END $$;

-- case: event triggers 10: tags of many kinds
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE VIEW w AS SELECT * FROM a;
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('ALTER VIEW', 'GRANT', 'CREATE TABLE AS') EXECUTE FUNCTION f();
-- then
GRANT SELECT ON a TO public;

-- case: event triggers 11: a rename
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION f();
-- then
ALTER TABLE a RENAME COLUMN v TO w;

-- case: event triggers 12: a default is dropped
CREATE TABLE a (id int PRIMARY KEY, v int DEFAULT 1);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v DROP DEFAULT;

-- case: functions that are called 1: SELECT
CREATE TABLE l (x int);
CREATE TABLE m (x int);
CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (a); RETURN b; END';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'INSERT INTO m VALUES (1); SELECT 1';
-- then
SELECT f(1, 2);

-- case: functions that are called 2: in SQL, of either form, one in another
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'INSERT INTO l VALUES ($1); SELECT 1';
CREATE FUNCTION g(a int) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) + f(a) FROM k';
-- then
SELECT g(1);

-- case: functions that are called 3: CALL
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM k WHERE x = a;
  IF a > 0 THEN CALL p(a - 1); END IF;
  PERFORM 1 FROM l FOR UPDATE;
END $$;
-- then
CALL p(2);

-- case: functions that are called 4: in a block, and with the rows of an INSERT
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE TABLE m (x int);
INSERT INTO k SELECT g FROM generate_series(1, 100) g;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (a); RETURN 1; END';
-- then
DO $$ BEGIN PERFORM f(1); INSERT INTO m SELECT x FROM k; END $$;

-- case: functions that are called 5: INSERT from a query
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE TABLE m (x int);
INSERT INTO k SELECT g FROM generate_series(1, 100) g;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (a); RETURN 1; END';
-- then
INSERT INTO m SELECT f(x) FROM k;

-- case: functions that are called 6: a default of a row
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN 1; END';
CREATE TABLE a (id int, v int DEFAULT f());
-- then
INSERT INTO a (id) VALUES (1);

-- case: functions that are called 7: a default that is not asked for
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN 1; END';
CREATE TABLE a (id int, v int DEFAULT f());
-- then
INSERT INTO a VALUES (1, 2);

-- case: functions that are called 8: a CHECK
CREATE TABLE l (x int PRIMARY KEY);
INSERT INTO l SELECT g FROM generate_series(1, 3000) g;
CREATE FUNCTION f(a int) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RETURN EXISTS (SELECT 1 FROM l WHERE x = a); END';
CREATE TABLE a (id int);
INSERT INTO a SELECT 1 FROM generate_series(1, 100);
-- then
ALTER TABLE a ADD CHECK (f(id));

-- case: functions that are called 9: a CHECK of rows that are written
CREATE TABLE l (x int PRIMARY KEY);
INSERT INTO l SELECT g FROM generate_series(1, 3000) g;
CREATE FUNCTION f(a int) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RETURN EXISTS (SELECT 1 FROM l WHERE x = a); END';
CREATE TABLE a (id int CHECK (f(id)));
-- then
INSERT INTO a VALUES (1);

-- case: functions that are called 10: an index
CREATE TABLE l (x int PRIMARY KEY);
CREATE FUNCTION f(a int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT max(x) FROM public.l); END';
CREATE TABLE a (id int);
INSERT INTO a SELECT 1 FROM generate_series(1, 100);
-- then
CREATE INDEX ON a (f(id));

-- case: functions that are called 11: USING
CREATE TABLE l (x int PRIMARY KEY);
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT max(x) FROM l); END';
CREATE TABLE a (id int);
INSERT INTO a SELECT 1 FROM generate_series(1, 100);
-- then
ALTER TABLE a ALTER id TYPE bigint USING f(id);

-- case: functions that are called 12: a default that is worked out once
CREATE TABLE l (x int PRIMARY KEY);
CREATE FUNCTION f() RETURNS int STABLE LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT max(x) FROM l); END';
CREATE TABLE a (id int);
INSERT INTO a SELECT 1 FROM generate_series(1, 100);
-- then
ALTER TABLE a ADD n int DEFAULT f();

-- case: functions that are called 13: what is made from a query
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN 1; END';
-- then
CREATE TABLE n AS SELECT f() AS x;

-- case: functions that are called 14: what is only made
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN 1; END';
-- then
CREATE TABLE n (id int DEFAULT f());

-- case: functions that are called 15: a body between BEGIN ATOMIC and END
CREATE TABLE k (x int);
CREATE TABLE l (x int);
CREATE PROCEDURE p(a int) LANGUAGE sql BEGIN ATOMIC INSERT INTO l VALUES (a); DELETE FROM k WHERE x = a; END;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM k);
-- then
CALL p(f()::int);

-- case: functions that are called 16: a materialized view
CREATE TABLE l (x int);
CREATE FUNCTION f() RETURNS bigint STABLE LANGUAGE sql AS 'SELECT count(*) FROM public.l';
CREATE MATERIALIZED VIEW v AS SELECT f() AS n;
-- then
REFRESH MATERIALIZED VIEW v;

-- case: functions that are called 17: a loop, and a table of its own
CREATE TABLE k (x int);
CREATE TABLE l (x int);
INSERT INTO k SELECT g FROM generate_series(1, 10) g;
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  CREATE TEMP TABLE own (x int);
  FOR r IN SELECT x FROM k LOOP
    INSERT INTO own VALUES (r.x);
    INSERT INTO l SELECT x FROM own;
  END LOOP;
  LOCK TABLE k IN SHARE MODE;
END $$;
-- then
SELECT f();

-- case: event triggers 13: a constraint is dropped
CREATE TABLE a (id int PRIMARY KEY, v int CHECK (v > 0));
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a DROP CONSTRAINT a_v_check;

-- case: event triggers 14: a trigger is dropped, and a column that is not there
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a EXECUTE FUNCTION t();
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_tag = 'DROP TRIGGER' THEN INSERT INTO k VALUES (tg_tag); ELSE INSERT INTO l VALUES (tg_tag); END IF;
END $$;
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
DROP TRIGGER tr ON a;
ALTER TABLE a DROP COLUMN IF EXISTS nothing;

-- case: event triggers 15: a NOT NULL and a policy go
CREATE TABLE a (id int PRIMARY KEY, v int NOT NULL);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v DROP NOT NULL;

-- case: event triggers 16: a row is written as a column is added
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE l (x text);
INSERT INTO a SELECT g FROM generate_series(1, 100) g;
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON table_rewrite EXECUTE FUNCTION f();
-- then
ALTER TABLE a ADD v float8 DEFAULT random();

-- case: event triggers 17: a table is unlogged, a type is renamed
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
INSERT INTO a SELECT g FROM generate_series(1, 100) g;
CREATE TYPE e AS ENUM ('a');
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (tg_tag); END';
CREATE EVENT TRIGGER es ON table_rewrite EXECUTE FUNCTION f();
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('ALTER TYPE') EXECUTE FUNCTION g();
-- then
ALTER TABLE a SET UNLOGGED;
ALTER TYPE e RENAME TO f;

-- case: bodies that run 30: a column that is changed on the way to a trigger
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE k (x int);
CREATE TABLE l (x int);
INSERT INTO a SELECT g, g FROM generate_series(1, 100) g;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  INSERT INTO l VALUES (1);
  IF TG_LEVEL = 'ROW' OR TG_WHEN <> 'AFTER' THEN INSERT INTO k VALUES (1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tr AFTER DELETE ON a EXECUTE FUNCTION f();
-- then
DELETE FROM a WHERE v < 10;

-- case: event triggers 18: an expression goes
CREATE TABLE a (id int PRIMARY KEY, v int GENERATED ALWAYS AS (1) STORED);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v DROP EXPRESSION;

-- case: event triggers 19: an identity goes
CREATE TABLE a (id int PRIMARY KEY, v int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v DROP IDENTITY;

-- case: event triggers 20: a table moves
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE l (x text);
INSERT INTO a SELECT g FROM generate_series(1, 100) g;
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON table_rewrite EXECUTE FUNCTION f();
-- then
ALTER TABLE a SET TABLESPACE ts;

-- case: event triggers 21: a schema goes with all that is in it
CREATE SCHEMA s;
CREATE TABLE s.a (id int PRIMARY KEY);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (tg_tag); END';
CREATE EVENT TRIGGER es ON sql_drop WHEN TAG IN ('DROP SCHEMA') EXECUTE FUNCTION f();
CREATE EVENT TRIGGER et ON ddl_command_start WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION g();
-- then
DROP SCHEMA s CASCADE;

-- case: event triggers 22: a role is no object of the database
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION f();
-- then
ALTER ROLE app NOLOGIN;

-- case: event triggers 23: what is said of another event trigger
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER es ON sql_drop EXECUTE FUNCTION f();
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION f();
-- then
DROP EVENT TRIGGER es;

-- case: event triggers 24: a table from a query, and a materialized view
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE k (x text);
CREATE TABLE l (x text);
CREATE TABLE m (x text);
CREATE MATERIALIZED VIEW v AS SELECT id FROM a;
CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO k VALUES (tg_tag); END';
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO m VALUES (tg_tag); END';
CREATE EVENT TRIGGER er ON ddl_command_end WHEN TAG IN ('CREATE TABLE AS', 'SELECT INTO') EXECUTE FUNCTION e();
CREATE EVENT TRIGGER es ON ddl_command_end WHEN TAG IN ('REFRESH MATERIALIZED VIEW') EXECUTE FUNCTION f();
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION g();
-- then
SELECT id INTO n FROM a;
REFRESH MATERIALIZED VIEW v;

-- case: event triggers 25: a column gets another type, and what hangs on it is made again
CREATE TABLE a (id int PRIMARY KEY, v int DEFAULT 1 CHECK (v > 0));
CREATE INDEX ON a (v);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v TYPE bigint;

-- case: event triggers 26: an attribute goes
CREATE TYPE ty AS (x int, y int);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TYPE ty DROP ATTRIBUTE x;

-- case: event triggers 27: an expression takes the place of another
CREATE TABLE a (id int PRIMARY KEY, v int GENERATED ALWAYS AS (id + 1) STORED);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v SET EXPRESSION AS (id + 2);

-- case: event triggers 28: a foreign key is enforced no more
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE a (id int CONSTRAINT k REFERENCES o);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER CONSTRAINT k NOT ENFORCED;

-- case: event triggers 29: a constraint of a domain
CREATE DOMAIN d AS int DEFAULT 1 CONSTRAINT c CHECK (VALUE > 0);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER DOMAIN d DROP CONSTRAINT c;

-- case: event triggers 30: a default of a domain
CREATE DOMAIN d AS int DEFAULT 1 CONSTRAINT c CHECK (VALUE > 0);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER DOMAIN d DROP DEFAULT;

-- case: event triggers 31: a table of a publication
CREATE TABLE a (id int PRIMARY KEY);
CREATE PUBLICATION pb FOR TABLE a;
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER PUBLICATION pb DROP TABLE a;

-- case: event triggers 32: a default takes the place of another
CREATE TABLE a (id int PRIMARY KEY, v int DEFAULT 1);
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
ALTER TABLE a ALTER v SET DEFAULT 2;

-- case: event triggers 33: functions and types
CREATE TABLE a (id int PRIMARY KEY);
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE e AS ENUM ('a');
CREATE TABLE l (x text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION f();
-- then
DROP FUNCTION g();
DROP TYPE e;

-- case: owners: reassign 1
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 2
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
-- then
REASSIGN OWNED BY app TO web;

-- case: owners: reassign 3
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
REASSIGN OWNED BY app TO app;

-- case: owners: reassign 4
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 5
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
ALTER TABLE b OWNER TO web;
-- then
REASSIGN OWNED BY app, web TO CURRENT_USER;

-- case: owners: reassign 6
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
ALTER TABLE b OWNER TO web;
-- then
REASSIGN OWNED BY app TO web;
REASSIGN OWNED BY web TO CURRENT_USER;

-- case: owners: reassign 7
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER VIEW av OWNER TO app;
ALTER MATERIALIZED VIEW am OWNER TO app;
ALTER SEQUENCE sq OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 8
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER TABLE av OWNER TO app;
ALTER TABLE am OWNER TO app;
ALTER TABLE sq OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 9
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER TABLE p OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 10
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER TABLE p1 OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 11
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
ALTER FOREIGN TABLE far OWNER TO app;
ALTER SERVER fs OWNER TO web;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 12
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 13
GRANT CREATE ON SCHEMA public TO app;
SET ROLE app;
CREATE TABLE made (id serial PRIMARY KEY);
CREATE VIEW mv AS SELECT id FROM made;
RESET ROLE;
CREATE TABLE other (id int);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 14
GRANT CREATE ON SCHEMA public TO app;
SET SESSION AUTHORIZATION app;
CREATE TABLE made (id serial PRIMARY KEY);
CREATE TYPE ty AS (x int);
RESET SESSION AUTHORIZATION;
CREATE TABLE other (id int);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 15
GRANT CREATE ON SCHEMA public TO app;
BEGIN;
SET LOCAL ROLE app;
CREATE TABLE made (id int PRIMARY KEY);
COMMIT;
CREATE TABLE other (id int);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 16
CREATE SCHEMA x AUTHORIZATION app CREATE TABLE y (id int PRIMARY KEY) CREATE VIEW z AS SELECT id FROM y;
CREATE TABLE x.later (id int);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 17
CREATE SCHEMA AUTHORIZATION app;
CREATE TABLE app.later (id int);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 18
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE al (LIKE a INCLUDING ALL);
CREATE TABLE aq AS SELECT * FROM a;
ALTER TABLE a OWNER TO app;
ALTER TABLE a RENAME TO n;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 19
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
ALTER TABLE a ADD COLUMN more serial;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 20
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
ALTER SEQUENCE a_id_seq OWNED BY NONE;
ALTER TABLE a OWNER TO CURRENT_USER;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 21
CREATE TABLE b (id int PRIMARY KEY, v int);
GRANT CREATE ON SCHEMA public TO app;
ALTER TABLE b OWNER TO app;
-- then
SET ROLE app;
ALTER TABLE b ADD COLUMN w serial;

-- case: owners: the same 1
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
ALTER TABLE a OWNER TO app;

-- case: owners: the same 2
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
ALTER TABLE a OWNER TO CURRENT_USER;

-- case: owners: the same 3
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
ALTER TABLE a OWNER TO web;

-- case: owners: the same 4
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
-- then
ALTER TABLE a OWNER TO app;
ALTER TABLE a OWNER TO SESSION_USER;

-- case: owners: the same 5
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER MATERIALIZED VIEW am OWNER TO app;
-- then
ALTER MATERIALIZED VIEW am OWNER TO app;

-- case: owners: the same 6
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER MATERIALIZED VIEW am OWNER TO app;
-- then
ALTER MATERIALIZED VIEW am OWNER TO CURRENT_USER;

-- case: owners: the same 7
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER VIEW av OWNER TO app;
-- then
ALTER VIEW av OWNER TO app;

-- case: owners: the same 8
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER SEQUENCE sq OWNER TO app;
-- then
ALTER SEQUENCE sq OWNER TO app;

-- case: owners: the same 9
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
-- then
ALTER TYPE ty OWNER TO app;

-- case: owners: the same 10
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
-- then
ALTER TYPE ty OWNER TO CURRENT_USER;

-- case: owners: the same 11
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
-- then
ALTER TYPE ty OWNER TO web;

-- case: owners: the same 12
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
ALTER INDEX ai OWNER TO web;

-- case: owners: the same 13
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
-- then
ALTER TABLE am OWNER TO app;

-- case: owners: the same 14
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
-- then
ALTER TABLE av OWNER TO app;

-- case: owners: the same 15
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
-- then
ALTER TABLE sq OWNER TO app;

-- case: owners: the same 16
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
-- then
ALTER TABLE ai OWNER TO app;

-- case: owners: of sequences 1
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE SEQUENCE sq;
ALTER TABLE a OWNER TO app;
-- then
ALTER SEQUENCE sq OWNED BY a.v;

-- case: owners: of sequences 2
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE SEQUENCE sq;
ALTER TABLE a OWNER TO app;
ALTER SEQUENCE sq OWNER TO app;
-- then
ALTER SEQUENCE sq OWNED BY a.v;

-- case: owners: of sequences 3
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
CREATE SEQUENCE sq OWNED BY a.v;

-- case: owners: of sequences 4
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE SEQUENCE sq;
ALTER SEQUENCE sq OWNER TO app;
-- then
ALTER SEQUENCE sq OWNED BY a.v;

-- case: owners: of sequences 5
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
-- then
ALTER TABLE a OWNER TO app, ADD COLUMN w serial;

-- case: owners: of sequences 6
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
-- then
ALTER TABLE a OWNER TO app, ADD COLUMN w int GENERATED ALWAYS AS IDENTITY;

-- case: owners: of sequences 7
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
ALTER TABLE a ADD COLUMN w serial;

-- case: owners: of sequences 8
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a OWNER TO app;
-- then
ALTER TABLE a ALTER i DROP IDENTITY;

-- case: owners: of sequences 9
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b OWNER TO app;
-- then
ALTER SEQUENCE a_id_seq OWNED BY b.v;

-- case: owners: drop 1
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 2
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b ADD FOREIGN KEY (v) REFERENCES a;
ALTER TABLE a OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 3
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b ADD FOREIGN KEY (v) REFERENCES a;
ALTER TABLE a OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 4
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b ADD FOREIGN KEY (v) REFERENCES a;
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 5
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
ALTER TABLE b ADD FOREIGN KEY (v) REFERENCES a;
ALTER TABLE a ADD FOREIGN KEY (v) REFERENCES b;
ALTER TABLE b OWNER TO app;
ALTER TABLE a OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 6
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER TABLE a OWNER TO app;
ALTER VIEW av OWNER TO app;
ALTER MATERIALIZED VIEW am OWNER TO app;
ALTER SEQUENCE sq OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 7
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER TABLE a OWNER TO app;
ALTER VIEW av OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 8
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER TABLE a OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 9
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE VIEW av AS SELECT v FROM a;
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER VIEW av OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 10
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
ALTER TABLE b OWNER TO web;
ALTER TABLE b ADD FOREIGN KEY (v) REFERENCES a;
-- then
DROP OWNED BY app, web;

-- case: owners: drop 11
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b ENABLE ROW LEVEL SECURITY;
CREATE POLICY one ON b TO app USING (v > 1);
CREATE POLICY two ON b TO app, web USING (v > 2);
-- then
DROP OWNED BY app;

-- case: owners: drop 12
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE POLICY two ON b TO app, web USING (v > 2);
-- then
DROP OWNED BY app;

-- case: owners: drop 13
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE POLICY two ON b TO app, web USING (v > 2);
-- then
DROP OWNED BY app;
DROP POLICY two ON b;

-- case: owners: drop 14
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE POLICY two ON b TO app USING (v > 2);
-- then
DROP OWNED BY app;
DROP POLICY two ON b;

-- case: owners: drop 15
CREATE TABLE b (id int PRIMARY KEY, v int);
GRANT SELECT ON b TO app;
GRANT UPDATE (v) ON b TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 16
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
DROP TABLE t;
-- then
DROP OWNED BY app;

-- case: owners: drop 17
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 18
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 19
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
ALTER TABLE t OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 20
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA x;
CREATE TABLE t (m mood, w d, y ty);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
ALTER FUNCTION f() OWNER TO app;
ALTER SCHEMA x OWNER TO app;
DROP TABLE t;
-- then
DROP OWNED BY app;
CREATE TYPE mood AS ENUM ('c');
CREATE SCHEMA x;

-- case: owners: drop 21
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION fn();
ALTER FUNCTION fn() OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 22
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION fn();
ALTER FUNCTION fn() OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 23
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION fn();
ALTER FUNCTION fn() OWNER TO app;
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 24
CREATE SCHEMA x AUTHORIZATION app;
CREATE TABLE x.y (id int PRIMARY KEY);
-- then
DROP OWNED BY app;

-- case: owners: drop 25
CREATE SCHEMA x AUTHORIZATION app;
CREATE TABLE x.y (id int PRIMARY KEY);
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 26
CREATE SCHEMA x AUTHORIZATION app CREATE TABLE y (id int PRIMARY KEY);
-- then
DROP OWNED BY app;

-- case: owners: drop 27
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER TABLE p1 OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 28
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER TABLE p OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 29
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER TABLE p OWNER TO app;
ALTER TABLE p1 OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 30
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE SEQUENCE sq;
ALTER TABLE b ALTER v SET DEFAULT nextval('sq');
ALTER SEQUENCE sq OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 31
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE SEQUENCE sq;
ALTER TABLE b ALTER v SET DEFAULT nextval('sq');
ALTER SEQUENCE sq OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 32
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE SEQUENCE sq;
ALTER TABLE b ALTER v SET DEFAULT nextval('sq');
ALTER SEQUENCE sq OWNER TO app;
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 33
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE STATISTICS st ON id, v FROM b;
ALTER STATISTICS st OWNER TO app;
CREATE PUBLICATION pub;
ALTER PUBLICATION pub OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 34
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE STATISTICS st ON id, v FROM b;
ALTER STATISTICS st OWNER TO app;
-- then
DROP OWNED BY app;
DROP STATISTICS st;

-- case: owners: drop 35
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
-- then
DROP OWNED BY app;
SELECT * FROM a;

-- case: owners: drop 36
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE a OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;
DROP OWNED BY app;
SELECT v FROM a;

-- case: owners: drop 37
CREATE TABLE u (id int);
CREATE TABLE uc () INHERITS (u);
ALTER TABLE u OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 38
CREATE TABLE u (id int);
CREATE TABLE uc () INHERITS (u);
ALTER TABLE u OWNER TO app;
ALTER TABLE uc OWNER TO app;
-- then
DROP OWNED BY app;

-- case: tablespaces: all 1
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts;

-- case: tablespaces: all 2
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER INDEX ALL IN TABLESPACE pg_default SET TABLESPACE ts;

-- case: tablespaces: all 3
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER MATERIALIZED VIEW ALL IN TABLESPACE pg_default SET TABLESPACE ts;

-- case: tablespaces: all 4
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 5
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE pg_default;

-- case: tablespaces: all 6
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts NOWAIT;

-- case: tablespaces: all 7
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE pg_global;

-- case: tablespaces: all 8
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 9
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 10
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER MATERIALIZED VIEW ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 11
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX ALL IN TABLESPACE pg_default SET TABLESPACE ts;

-- case: tablespaces: all 12
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts;

-- case: tablespaces: all 13
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE e (id int PRIMARY KEY);
INSERT INTO e SELECT g FROM generate_series(1,50) g;
ALTER TABLE a OWNER TO app;
ALTER TABLE b OWNER TO web;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY app SET TABLESPACE ts;

-- case: tablespaces: all 14
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE e (id int PRIMARY KEY);
INSERT INTO e SELECT g FROM generate_series(1,50) g;
ALTER TABLE a OWNER TO app;
ALTER TABLE b OWNER TO web;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY app, web SET TABLESPACE ts;

-- case: tablespaces: all 15
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE e (id int PRIMARY KEY);
INSERT INTO e SELECT g FROM generate_series(1,50) g;
ALTER TABLE a OWNER TO app;
ALTER TABLE b OWNER TO web;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY CURRENT_USER SET TABLESPACE ts;

-- case: tablespaces: all 16
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE TABLE e (id int PRIMARY KEY);
INSERT INTO e SELECT g FROM generate_series(1,50) g;
ALTER TABLE a OWNER TO app;
ALTER TABLE b OWNER TO web;
-- then
ALTER INDEX ALL IN TABLESPACE pg_default OWNED BY app SET TABLESPACE ts;

-- case: tablespaces: all 17
SET default_tablespace = ts;
CREATE TABLE z (id int PRIMARY KEY);
INSERT INTO z SELECT g FROM generate_series(1,50) g;
RESET default_tablespace;
CREATE TABLE y (id int PRIMARY KEY);
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 18
SET default_tablespace = ts;
CREATE TABLE z (id int PRIMARY KEY);
INSERT INTO z SELECT g FROM generate_series(1,50) g;
RESET default_tablespace;
CREATE TABLE y (id int PRIMARY KEY);
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 19
SET default_tablespace = ts;
CREATE TABLE z AS SELECT g AS id FROM generate_series(1,50) g;
CREATE TABLE y (id int) TABLESPACE pg_default;
INSERT INTO y SELECT g FROM generate_series(1,50) g;
CREATE MATERIALIZED VIEW zm AS SELECT id FROM z;
CREATE TABLE x (LIKE z);
ALTER TABLE z ADD PRIMARY KEY (id);
CREATE INDEX yi ON y (id);
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 20
CREATE TABLE p (id int PRIMARY KEY USING INDEX TABLESPACE ts, v int) PARTITION BY RANGE (id) TABLESPACE ts;
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99) TABLESPACE pg_default;
CREATE INDEX pi ON p (v);
CREATE INDEX pj ON p (v) TABLESPACE ts;
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 21
CREATE TABLE p (id int PRIMARY KEY USING INDEX TABLESPACE ts, v int) PARTITION BY RANGE (id) TABLESPACE ts;
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99) TABLESPACE pg_default;
CREATE INDEX pi ON p (v);
CREATE INDEX pj ON p (v) TABLESPACE ts;
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 22
CREATE TABLE p (id int PRIMARY KEY USING INDEX TABLESPACE ts, v int) PARTITION BY RANGE (id) TABLESPACE ts;
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99) TABLESPACE pg_default;
CREATE INDEX pi ON p (v);
CREATE INDEX pj ON p (v) TABLESPACE ts;
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (100) TO (200);
INSERT INTO p SELECT g, g FROM generate_series(100,190) g;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 23
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER TABLE p SET TABLESPACE ts;
CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (100) TO (200);
INSERT INTO p SELECT g, g FROM generate_series(100,190) g;
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 24
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER INDEX pi SET TABLESPACE ts;
CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (100) TO (200);
INSERT INTO p SELECT g, g FROM generate_series(100,190) g;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 25
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
ALTER TABLE a SET TABLESPACE ts;
ALTER INDEX ai SET TABLESPACE ts;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 26
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
-- then
CREATE TEMP TABLE tmp (id int PRIMARY KEY);
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts;
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 27
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
CREATE TABLE zl (LIKE z INCLUDING ALL);
INSERT INTO zl SELECT * FROM z;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 28
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
CREATE UNLOGGED TABLE un (id int) TABLESPACE ts;
INSERT INTO un SELECT g FROM generate_series(1,50) g;
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: the same 1
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER TABLE z SET TABLESPACE ts;

-- case: tablespaces: the same 2
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER TABLE z SET TABLESPACE pg_default;

-- case: tablespaces: the same 3
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX zi SET TABLESPACE ts;

-- case: tablespaces: the same 4
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX zi SET TABLESPACE pg_default;

-- case: tablespaces: the same 5
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX zj SET TABLESPACE pg_default;

-- case: tablespaces: the same 6
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX z_pkey SET TABLESPACE ts;

-- case: tablespaces: the same 7
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX z_u_key SET TABLESPACE pg_default;

-- case: tablespaces: the same 8
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER MATERIALIZED VIEW zm SET TABLESPACE ts;

-- case: tablespaces: the same 9
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER MATERIALIZED VIEW zm SET TABLESPACE pg_default;

-- case: tablespaces: the same 10
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
-- then
ALTER MATERIALIZED VIEW am SET TABLESPACE pg_default;

-- case: tablespaces: the same 11
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
-- then
ALTER TABLE am SET TABLESPACE ts;

-- case: tablespaces: the same 12
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
-- then
ALTER TABLE ai SET TABLESPACE ts;

-- case: tablespaces: the same 13
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
-- then
ALTER TABLE ai SET TABLESPACE pg_default;

-- case: tablespaces: the same 14
CREATE TABLE p (id int PRIMARY KEY USING INDEX TABLESPACE ts, v int) PARTITION BY RANGE (id) TABLESPACE ts;
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99) TABLESPACE pg_default;
CREATE INDEX pi ON p (v);
CREATE INDEX pj ON p (v) TABLESPACE ts;
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE p SET TABLESPACE ts;

-- case: tablespaces: the same 15
CREATE TABLE p (id int PRIMARY KEY USING INDEX TABLESPACE ts, v int) PARTITION BY RANGE (id) TABLESPACE ts;
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99) TABLESPACE pg_default;
CREATE INDEX pi ON p (v);
CREATE INDEX pj ON p (v) TABLESPACE ts;
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE p1 SET TABLESPACE ts;

-- case: tablespaces: the same 16
CREATE TABLE p (id int PRIMARY KEY USING INDEX TABLESPACE ts, v int) PARTITION BY RANGE (id) TABLESPACE ts;
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99) TABLESPACE pg_default;
CREATE INDEX pi ON p (v);
CREATE INDEX pj ON p (v) TABLESPACE ts;
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
-- then
ALTER TABLE p1 SET TABLESPACE pg_default;

-- case: tablespaces: the same 17
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (99);
CREATE INDEX pi ON p (v);
INSERT INTO p SELECT g, g FROM generate_series(1,90) g;
ALTER TABLE p SET TABLESPACE ts;
-- then
ALTER TABLE p1 SET TABLESPACE ts;

-- case: tablespaces: the same 18
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
-- then
ALTER TABLE a SET TABLESPACE ts;
ALTER TABLE a SET TABLESPACE pg_default;

-- case: tablespaces: the same 19
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER TABLE z SET TABLESPACE ts, ADD COLUMN w int;

-- case: tablespaces: the same 20
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
REINDEX (TABLESPACE ts) TABLE a;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: the same 21
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
REINDEX (TABLESPACE ts) INDEX zi;

-- case: tablespaces: the same 22
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER TABLE z ALTER u TYPE bigint;
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: the same 23
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE z (id int PRIMARY KEY USING INDEX TABLESPACE ts, u int UNIQUE) TABLESPACE ts;
INSERT INTO z SELECT g, g FROM generate_series(1,50) g;
CREATE INDEX zi ON z (u) TABLESPACE ts;
CREATE INDEX zj ON z (u);
CREATE MATERIALIZED VIEW zm TABLESPACE ts AS SELECT id FROM z;
CREATE INDEX zmi ON zm (id) TABLESPACE ts;
-- then
ALTER INDEX ALL IN TABLESPACE pg_default OWNED BY app SET TABLESPACE ts;

-- case: owners: reassign 22
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE STATISTICS st ON id, v FROM b;
ALTER STATISTICS st OWNER TO app;
CREATE PUBLICATION pub FOR TABLE b;
ALTER PUBLICATION pub OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 23
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
-- then
REASSIGN OWNED BY app TO app;

-- case: owners: reassign 24
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE MATERIALIZED VIEW am AS SELECT v FROM a;
CREATE INDEX ami ON am (v);
CREATE SEQUENCE sq;
ALTER MATERIALIZED VIEW am OWNER TO app;
ALTER SEQUENCE sq OWNER TO app;
-- then
REASSIGN OWNED BY app TO app;

-- case: owners: reassign 25
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE VIEW bv AS SELECT id FROM b;
ALTER VIEW bv OWNER TO app;
CREATE OR REPLACE VIEW bv AS SELECT id, v FROM b;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 26
GRANT CREATE ON SCHEMA public TO app;
SET ROLE app;
CREATE TABLE one (id int PRIMARY KEY);
SET ROLE NONE;
CREATE TABLE two (id int PRIMARY KEY);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 27
GRANT CREATE ON SCHEMA public TO app;
SET ROLE app;
CREATE TABLE one AS SELECT 1 AS id;
SELECT 2 AS id INTO two;
RESET ALL;
CREATE TABLE three (id int PRIMARY KEY);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 28
GRANT CREATE ON SCHEMA public TO app;
SET SESSION AUTHORIZATION app;
CREATE MATERIALIZED VIEW one AS SELECT 1 AS id;
CREATE SEQUENCE sq;
SET SESSION AUTHORIZATION DEFAULT;
CREATE SEQUENCE other;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 29
GRANT CREATE ON SCHEMA public TO app;
SET ROLE app;
CREATE TABLE one (id int PRIMARY KEY);
ALTER TABLE one OWNER TO CURRENT_USER;
RESET ROLE;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 30
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b OWNER TO app;
BEGIN;
SAVEPOINT one;
ALTER TABLE b OWNER TO web;
ROLLBACK TO one;
COMMIT;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 31
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER SCHEMA public OWNER TO app;
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: reassign 32
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE SCHEMA x AUTHORIZATION app;
ALTER SCHEMA x RENAME TO y;
-- then
DROP OWNED BY app;
CREATE SCHEMA y;

-- case: owners: drop 39
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
ALTER SERVER fs OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 40
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
ALTER SERVER fs OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 41
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
ALTER FOREIGN TABLE far OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 42
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() OWNER TO app;
CREATE TABLE t (id int DEFAULT f());
-- then
DROP OWNED BY app;

-- case: owners: drop 43
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() OWNER TO app;
CREATE TABLE t (id int DEFAULT f());
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 44
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() OWNER TO app;
CREATE TABLE t (id int DEFAULT f());
ALTER TABLE t OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 45
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f(int) OWNER TO app;
-- then
DROP OWNED BY app;
CREATE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT 1::text';

-- case: owners: drop 46
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f(int) OWNER TO app;
-- then
DROP OWNED BY app;
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql AS 'SELECT 1::text';

-- case: owners: drop 47
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE FUNCTION f(b) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 48
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE FUNCTION f(b) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER TABLE b OWNER TO app;
ALTER FUNCTION f(b) OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 49
CREATE DOMAIN d AS int;
CREATE DOMAIN e AS d;
ALTER DOMAIN d OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 50
CREATE DOMAIN d AS int;
CREATE DOMAIN e AS d;
ALTER DOMAIN d OWNER TO app;
ALTER DOMAIN e OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 51
CREATE TYPE mood AS ENUM ('a');
CREATE TYPE ty AS (m mood);
CREATE DOMAIN d AS mood;
ALTER TYPE ty OWNER TO app;
ALTER TYPE mood OWNER TO app;
ALTER DOMAIN d OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 52
CREATE TYPE mood AS ENUM ('a');
CREATE TYPE ty AS (m mood);
ALTER TYPE mood OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 53
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE VIEW v1 AS SELECT id FROM b;
CREATE VIEW v2 AS SELECT id FROM v1;
ALTER VIEW v1 OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 54
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE VIEW v1 AS SELECT id FROM b;
CREATE VIEW v2 AS SELECT id FROM v1;
ALTER VIEW v1 OWNER TO app;
ALTER VIEW v2 OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 55
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE c (id int DEFAULT nextval('a_id_seq'));
ALTER TABLE a OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 56
CREATE TABLE a (id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, v int);
INSERT INTO a (v) SELECT g FROM generate_series(1,50) g;
CREATE INDEX ai ON a (v);
CREATE TABLE c (id int DEFAULT nextval('a_id_seq'));
ALTER TABLE a OWNER TO app;
ALTER TABLE c OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 57
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE c (id int);
CREATE POLICY pc ON c USING (EXISTS (SELECT FROM b));
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 58
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE c (id int);
CREATE POLICY pc ON c TO app USING (EXISTS (SELECT FROM b));
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 59
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE POLICY pb ON b TO app USING (v > 1);
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 60
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE RULE ru AS ON DELETE TO b DO INSTEAD NOTHING;
CREATE TRIGGER tr BEFORE UPDATE ON b FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 61
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE ot OF ty;
ALTER TYPE ty OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 62
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE ot OF ty;
ALTER TYPE ty OWNER TO app;
ALTER TABLE ot OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 63
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE ot OF ty;
ALTER TYPE ty OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 64
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE f1 (id int PRIMARY KEY, b_id int REFERENCES b) PARTITION BY RANGE (id);
CREATE TABLE f2 PARTITION OF f1 FOR VALUES FROM (0) TO (9);
ALTER TABLE f1 OWNER TO app;
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 65
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE f1 (id int PRIMARY KEY, b_id int REFERENCES b) PARTITION BY RANGE (id);
CREATE TABLE f2 PARTITION OF f1 FOR VALUES FROM (0) TO (9);
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 66
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE TABLE f1 (id int PRIMARY KEY, b_id int REFERENCES b) PARTITION BY RANGE (id);
CREATE TABLE f2 PARTITION OF f1 FOR VALUES FROM (0) TO (9);
ALTER TABLE b OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 67
GRANT CREATE ON SCHEMA public TO app;
SET ROLE app;
CREATE DOMAIN d AS int;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
RESET ROLE;
CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2';
-- then
DROP OWNED BY app;
CREATE DOMAIN d AS text;
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1::text';

-- case: owners: the same 17
CREATE TABLE b (id int PRIMARY KEY, v int);
-- then
ALTER TABLE b OWNER TO CURRENT_USER, ADD COLUMN w serial;

-- case: owners: the same 18
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TABLE b ADD COLUMN w serial, OWNER TO app;

-- case: owners: the same 19
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TABLE b ALTER id ADD GENERATED ALWAYS AS IDENTITY, OWNER TO app;

-- case: owners: the same 20
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
-- then
ALTER TYPE mood OWNER TO app;

-- case: owners: the same 21
CREATE TYPE ty AS (x int, y int);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CHECK (VALUE > 0);
-- then
ALTER DOMAIN d OWNER TO app;

-- case: owners: the same 22
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE PUBLICATION pub FOR TABLE b;
-- then
ALTER PUBLICATION pub OWNER TO app;

-- case: owners: the same 23
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b OWNER TO app;
-- then
SET ROLE app;
ALTER TABLE b OWNER TO CURRENT_USER;

-- case: owners: the same 24
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b OWNER TO app;
-- then
SET SESSION AUTHORIZATION app;
ALTER TABLE b OWNER TO SESSION_USER;

-- case: owners: the same 25
GRANT CREATE ON SCHEMA public TO app;
CREATE TABLE b (id int PRIMARY KEY, v int);
CREATE SEQUENCE sq;
ALTER TABLE b OWNER TO app;
ALTER SEQUENCE sq OWNER TO app;
ALTER SEQUENCE sq OWNED BY b.v;
ALTER TABLE b OWNER TO CURRENT_USER;
-- then
ALTER SEQUENCE sq OWNED BY NONE;
ALTER SEQUENCE sq OWNED BY b.id;

-- case: tablespaces: all 29
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
CREATE INDEX pi ON p (v) TABLESPACE ts;
CREATE TABLE q (id int NOT NULL, v int);
INSERT INTO p SELECT g, g FROM generate_series(1,40) g;
INSERT INTO q SELECT g, g FROM generate_series(100,150) g;
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (100) TO (200);
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 30
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE UNIQUE INDEX bu ON b (v) TABLESPACE ts;
SET default_tablespace = ts;
ALTER TABLE b ADD CONSTRAINT bk UNIQUE USING INDEX bu;
ALTER TABLE b ADD CONSTRAINT bk2 UNIQUE (id, v);
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 31
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE UNIQUE INDEX bu ON b (v);
SET default_tablespace = ts;
ALTER TABLE b ADD CONSTRAINT bk UNIQUE USING INDEX bu;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 32
SET default_tablespace = ts;
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
INSERT INTO p SELECT g, g FROM generate_series(1,40) g;
SET default_tablespace = '';
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (90);
INSERT INTO p SELECT g, g FROM generate_series(50,80) g;
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 33
SET default_tablespace = ts;
CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (50);
INSERT INTO p SELECT g, g FROM generate_series(1,40) g;
SET default_tablespace = '';
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (50) TO (90);
INSERT INTO p SELECT g, g FROM generate_series(50,80) g;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 34
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
ALTER TABLE b SET TABLESPACE ts;
ALTER TABLE b ALTER v TYPE bigint;
ALTER TABLE b RENAME TO c;
-- then
ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 35
CREATE TABLE ex (r int4range, EXCLUDE USING gist (r WITH &&) USING INDEX TABLESPACE ts);
INSERT INTO ex SELECT int4range(g, g + 1) FROM generate_series(1,40) g;
-- then
ALTER INDEX ALL IN TABLESPACE ts SET TABLESPACE pg_default;

-- case: tablespaces: all 36
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER INDEX ALL IN TABLESPACE pg_global SET TABLESPACE ts;

-- case: tablespaces: all 37
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER MATERIALIZED VIEW ALL IN TABLESPACE pg_global SET TABLESPACE pg_default;

-- case: tablespaces: all 38
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY app SET TABLESPACE pg_global;

-- case: tablespaces: all 39
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
-- then
SET ROLE app;
RESET ROLE;
ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY SESSION_USER SET TABLESPACE ts;

-- case: tablespaces: all 40
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
CREATE VIEW w AS SELECT id FROM b;
CREATE SEQUENCE sq;
-- then
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts;
DROP TABLE b CASCADE;

-- case: owners: the same 26
CREATE TABLE b (id int PRIMARY KEY, v int);
INSERT INTO b SELECT g, g FROM generate_series(1,50) g;
-- then
ALTER TABLE b OWNER TO app, ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: owners: the same 27
CREATE TABLE b (id int PRIMARY KEY, v int);
ALTER TABLE b OWNER TO app;
-- then
ALTER TABLE b OWNER TO app, ADD COLUMN w serial;

-- case: owners: drop 68
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
ALTER SERVER fs OWNER TO app;
ALTER FOREIGN DATA WRAPPER fw OWNER TO CURRENT_USER;
ALTER FOREIGN TABLE far OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 69
CREATE DOMAIN d AS int;
CREATE TYPE ty AS (x d);
CREATE TYPE tz AS (y ty);
ALTER DOMAIN d OWNER TO app;
ALTER TYPE ty OWNER TO app;
ALTER TYPE tz OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: drop 70
CREATE DOMAIN d AS int;
CREATE TYPE ty AS (x d);
ALTER DOMAIN d OWNER TO app;
-- then
DROP OWNED BY app CASCADE;

-- case: owners: drop 71
CREATE DOMAIN d AS int;
CREATE TYPE ty AS (x d[]);
ALTER DOMAIN d OWNER TO app;
-- then
DROP OWNED BY app;

-- case: owners: needed by 1
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
-- then
DROP SERVER fs;

-- case: owners: needed by 2
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
-- then
DROP FOREIGN DATA WRAPPER fw;

-- case: owners: needed by 3
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
CREATE FOREIGN TABLE far (id int) SERVER fs;
DROP FOREIGN TABLE far;
-- then
DROP SERVER fs;
DROP FOREIGN DATA WRAPPER fw;

-- case: owners: needed by 4
CREATE TYPE mood AS ENUM ('a');
CREATE TYPE ty AS (m mood);
-- then
DROP TYPE mood;

-- case: owners: needed by 5
CREATE TYPE mood AS ENUM ('a');
CREATE TYPE ty AS (m mood);
-- then
DROP TYPE mood, ty;

-- case: owners: needed by 6
CREATE TYPE mood AS ENUM ('a');
CREATE TYPE ty AS (m mood[]);
-- then
DROP TYPE mood CASCADE;
DROP TYPE ty;

-- case: owners: needed by 7
CREATE DOMAIN d AS int;
CREATE TYPE ty AS (x d);
-- then
DROP DOMAIN d;

-- case: owners: needed by 8
CREATE TABLE a (id serial);
CREATE TABLE c (id int DEFAULT nextval('a_id_seq'));
-- then
DROP TABLE a, c;

-- case: owners: needed by 9
CREATE TABLE a (id serial);
CREATE TABLE c (id int DEFAULT nextval('a_id_seq'));
-- then
DROP TABLE a;

-- case: owners: needed by 10
CREATE TYPE mood AS ENUM ('a');
CREATE DOMAIN d AS mood;
-- then
DROP TYPE mood, d;

-- case: owners: reassign 33
GRANT CREATE ON SCHEMA public TO app;
SET ROLE app;
CREATE TABLE one AS SELECT 1 AS id;
SET SESSION AUTHORIZATION DEFAULT;
CREATE TABLE two (id int PRIMARY KEY);
-- then
REASSIGN OWNED BY app TO CURRENT_USER;

-- case: owners: needed by 11
CREATE FOREIGN DATA WRAPPER fw;
CREATE SERVER fs FOREIGN DATA WRAPPER fw;
-- then
DROP FOREIGN DATA WRAPPER IF EXISTS fw RESTRICT;

-- case: published-changed-by-a-key 1
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (ref int REFERENCES b ON DELETE CASCADE);
INSERT INTO b SELECT g FROM generate_series(1,50) g;
CREATE PUBLICATION pub FOR TABLE c;
-- then
DELETE FROM b;

-- case: published-changed-by-a-key 2
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (ref int REFERENCES b ON DELETE SET NULL);
INSERT INTO b SELECT g FROM generate_series(1,50) g;
CREATE PUBLICATION pub FOR TABLE c;
-- then
DELETE FROM b;

-- case: published-changed-by-a-key 3
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (ref int REFERENCES b ON DELETE CASCADE);
INSERT INTO b SELECT g FROM generate_series(1,50) g;
CREATE PUBLICATION pub FOR TABLE c WITH (publish = 'insert, update');
-- then
DELETE FROM b;

-- case: published-changed-by-a-key 4
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (ref int REFERENCES b ON DELETE NO ACTION);
INSERT INTO b SELECT g FROM generate_series(1,50) g;
CREATE PUBLICATION pub FOR TABLE c;
-- then
DELETE FROM b;

-- case: types of keys, 1
CREATE TABLE r1 (id int PRIMARY KEY);
CREATE TABLE w1 (id int REFERENCES r1);
-- then
ALTER TABLE r1 ALTER id TYPE oid;

-- case: types of keys, 2
CREATE TABLE r1 (id int PRIMARY KEY);
CREATE TABLE w1 (id int REFERENCES r1);
-- then
ALTER TABLE w1 ALTER id TYPE oid;

-- case: types of keys, 3
CREATE TABLE r1 (id oid PRIMARY KEY);
-- then
CREATE TABLE w1 (id int REFERENCES r1);

-- case: types of keys, 4
CREATE TABLE r1 (id oid PRIMARY KEY);
-- then
CREATE TABLE w1 (id smallint REFERENCES r1);

-- case: types of keys, 5
CREATE TABLE r1 (id oid PRIMARY KEY);
-- then
CREATE TABLE w1 (id bigint REFERENCES r1);

-- case: types of keys, 6
CREATE TABLE r1 (id oid PRIMARY KEY);
-- then
CREATE TABLE w1 (id numeric REFERENCES r1);

-- case: types of keys, 7
CREATE TABLE r1 (id int PRIMARY KEY);
-- then
CREATE TABLE w1 (id oid REFERENCES r1);

-- case: types of keys, 8
CREATE TABLE r1 (id bigint PRIMARY KEY);
-- then
CREATE TABLE w1 (id oid REFERENCES r1);

-- case: types of keys, 9
CREATE TABLE r1 (id smallint PRIMARY KEY);
-- then
CREATE TABLE w1 (id oid REFERENCES r1);

-- case: types of keys, 10
CREATE TABLE r1 (id numeric PRIMARY KEY);
-- then
CREATE TABLE w1 (id oid REFERENCES r1);

-- case: types of keys, 11
CREATE TABLE r1 (id oid PRIMARY KEY);
-- then
CREATE TABLE w1 (id text REFERENCES r1);

-- case: types of keys, 12
CREATE TABLE r1 (id bigint PRIMARY KEY);
CREATE TABLE w1 (id int REFERENCES r1);
-- then
ALTER TABLE r1 ALTER id TYPE oid;

-- case: types of keys, 13
CREATE TABLE r1 (id oid PRIMARY KEY);
-- then
CREATE TABLE w1 (id regclass REFERENCES r1);

-- case: types of keys, 14
CREATE TABLE r1 (id int PRIMARY KEY);
-- then
CREATE TABLE w1 (id regclass REFERENCES r1);

-- case: actions of one statement, 1
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE a (id int);
-- then
ALTER TABLE a SET ACCESS METHOD heap2, SET ACCESS METHOD heap;

-- case: actions of one statement, 2
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE a (id int) WITH (user_catalog_table = true);
INSERT INTO a SELECT generate_series(1, 40);
-- then
ALTER TABLE a SET ACCESS METHOD heap2;

-- case: actions of one statement, 3
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE a (id int) WITH (user_catalog_table = true);
INSERT INTO a SELECT generate_series(1, 40);
-- then
ALTER TABLE a SET ACCESS METHOD heap;

-- case: actions of one statement, 4
CREATE TABLE a (id int) WITH (user_catalog_table = true);
INSERT INTO a SELECT generate_series(1, 40);
-- then
ALTER TABLE a SET TABLESPACE ts;

-- case: actions of one statement, 5
CREATE TABLE a (id int);
-- then
ALTER TABLE a SET TABLESPACE ts, SET TABLESPACE pg_default;

-- case: actions of one statement, 6
CREATE TABLE a (id int);
-- then
ALTER TABLE a SET LOGGED, SET UNLOGGED;

-- case: actions of one statement, 7
CREATE TABLE a (id int);
-- then
ALTER TABLE a CLUSTER ON x, SET WITHOUT CLUSTER;

-- case: actions of one statement, 8
CREATE TABLE a (id int);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
-- then
ALTER MATERIALIZED VIEW m SET TABLESPACE ts, SET TABLESPACE ts;

-- case: actions of one statement, 9
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ALTER id TYPE bigint, ALTER id TYPE text;

-- case: actions of one statement, 10
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a DROP COLUMN v, DROP COLUMN v;

-- case: actions of one statement, 11
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a DROP COLUMN v, ALTER v TYPE bigint;

-- case: actions of one statement, 12
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a DROP COLUMN v, ADD COLUMN v bigint;

-- case: actions of one statement, 13
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD COLUMN n int, ALTER n TYPE bigint;

-- case: actions of one statement, 14
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD COLUMN n int, DROP COLUMN n;

-- case: actions of one statement, 15
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD COLUMN n int, ADD COLUMN n int;

-- case: actions of one statement, 16
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD CONSTRAINT k CHECK (v > 0), DROP CONSTRAINT k;

-- case: actions of one statement, 17
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD CONSTRAINT k CHECK (v > 0), VALIDATE CONSTRAINT k;

-- case: actions of one statement, 18
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD CONSTRAINT k UNIQUE (v), CLUSTER ON k;

-- case: actions of one statement, 19
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD CONSTRAINT k UNIQUE (v), REPLICA IDENTITY USING INDEX k;

-- case: actions of one statement, 20
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD PRIMARY KEY (id), ADD PRIMARY KEY (v);

-- case: actions of one statement, 21
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ALTER v SET NOT NULL, ALTER v DROP NOT NULL;

-- case: actions of one statement, 22
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ADD COLUMN IF NOT EXISTS v int PRIMARY KEY;

-- case: actions of one statement, 23
CREATE TABLE a (id int, v int);
-- then
ALTER TABLE a ALTER v SET DEFAULT 1, ALTER v ADD GENERATED ALWAYS AS IDENTITY;

-- case: actions of one statement, 24
CREATE TABLE a (id int, v int NOT NULL DEFAULT 3);
-- then
ALTER TABLE a ALTER v DROP DEFAULT, ALTER v ADD GENERATED ALWAYS AS IDENTITY;

-- case: actions of one statement, 25
CREATE TABLE a (id int, v int NOT NULL DEFAULT 3);
-- then
ALTER TABLE a ALTER v TYPE text, ALTER v SET DEFAULT 'x';

-- case: actions of one statement, 26
CREATE TABLE a (id int, v int NOT NULL DEFAULT 3);
-- then
ALTER TABLE a RENAME COLUMN v TO w;

-- case: actions of one statement, 27
CREATE TABLE a (id int, v int NOT NULL DEFAULT 3);
-- then
ALTER TABLE a ADD FOREIGN KEY (v) REFERENCES a (id), ADD PRIMARY KEY (id);

-- case: actions of one statement, 28
CREATE TABLE a (id int, v int GENERATED ALWAYS AS (id + 1) STORED);
-- then
ALTER TABLE a ALTER v DROP EXPRESSION, ALTER v SET DEFAULT 3;

-- case: actions of one statement, 29
CREATE TABLE a (id int, v int GENERATED ALWAYS AS (id + 1) STORED);
-- then
ALTER TABLE a DROP COLUMN id, ALTER v DROP EXPRESSION;

-- case: actions of one statement, 30
CREATE TABLE a (id int, v int GENERATED ALWAYS AS IDENTITY);
-- then
ALTER TABLE a ALTER v DROP IDENTITY, ALTER v SET DEFAULT 3;

-- case: actions of one statement, 31
CREATE TABLE a (id int, v int GENERATED ALWAYS AS IDENTITY);
-- then
ALTER TABLE a ALTER v DROP IDENTITY, ALTER v DROP NOT NULL, ALTER v TYPE text;

-- case: actions of one statement, 32
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
ALTER TABLE a DROP CONSTRAINT a_pkey, ADD PRIMARY KEY (v);

-- case: actions of one statement, 33
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
ALTER TABLE a DROP CONSTRAINT a_pkey, ALTER id DROP NOT NULL;

-- case: actions of one statement, 34
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE INDEX i ON a (v);
-- then
ALTER TABLE a ALTER v TYPE text, CLUSTER ON i;

-- case: actions of one statement, 35
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE a (id int);
-- then
ALTER TABLE a SET ACCESS METHOD heap, SET ACCESS METHOD heap2;

-- case: actions of one statement, 36
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE a (id int);
-- then
ALTER TABLE a SET ACCESS METHOD heap2, SET ACCESS METHOD heap2;

-- case: set to itself 1
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY REFERENCES a, w int);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE a SET id = id;

-- case: set to itself 2
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY REFERENCES a, w int);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE b SET id = id;

-- case: set to itself 4
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY REFERENCES a, w int);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO b SELECT g, 21 - g FROM generate_series(1, 20) g;
-- then
UPDATE b SET id = w;

-- case: set to itself 5
CREATE TABLE a (id int, k int, v int, PRIMARY KEY (id, k));
CREATE TABLE b (id int, k int, FOREIGN KEY (id, k) REFERENCES a);
INSERT INTO a SELECT g, g, g + 50 FROM generate_series(30, 40) g;
-- then
UPDATE a SET id = id, k = v;

-- case: set to itself 6
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY REFERENCES a, w int);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE a AS x SET id = x.id FROM b WHERE b.id = x.id;

-- case: set to itself 7
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY REFERENCES a, w int);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE a SET (id, v) = (id, 5);

-- case: set to itself 10
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY REFERENCES a DEFERRABLE INITIALLY DEFERRED, w int);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE b SET id = id;

-- case: drop of a part of the key 1
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
ALTER TABLE a DROP CONSTRAINT a_id_not_null;

-- case: drop of a part of the key 2
CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY, v int);
-- then
ALTER TABLE a DROP CONSTRAINT a_id_not_null;

-- case: drop of a part of the key 3
CREATE TABLE a (id int NOT NULL UNIQUE, v int);
ALTER TABLE a REPLICA IDENTITY USING INDEX a_id_key;
-- then
ALTER TABLE a DROP CONSTRAINT a_id_not_null;

-- case: drop of a part of the key 4
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
ALTER TABLE a DROP CONSTRAINT a_id_not_null CASCADE;

-- case: drop of a part of the key 5
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
ALTER TABLE a DROP CONSTRAINT a_pkey, DROP CONSTRAINT a_id_not_null;

-- case: drop of a part of the key 6
CREATE TABLE a (id int NOT NULL, v int) PARTITION BY RANGE (id);
-- then
ALTER TABLE a DROP CONSTRAINT a_id_not_null;

-- case: drop of a part of the key 7
CREATE TABLE a (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT a_pkey;

-- case: drop of a part of the key 8
CREATE TABLE a (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT a_pkey CASCADE;

-- case: drop of a part of the key 9
CREATE TABLE a (id int UNIQUE, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT a_id_key;

-- case: drop of a part of the key 10
CREATE TABLE a (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT IF EXISTS a_pkey;

-- case: drop of a part of the key 11
CREATE TABLE a (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT c;

-- case: drop of a part of the key 12
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE a (id int REFERENCES r, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT a_id_fkey;

-- case: drop of a part of the key 13
CREATE TABLE a (id int NOT NULL, v int) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT a_id_not_null;

-- case: drop of a part of the key 14
CREATE TABLE a (id int, v int);
CREATE TABLE b (id int PRIMARY KEY) INHERITS (a);
-- then
ALTER TABLE b DROP CONSTRAINT b_id_not_null;

-- case: drop of a part of the key 15
CREATE TABLE a (id int, v int, EXCLUDE USING btree (id WITH =)) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY a DROP CONSTRAINT a_id_excl;

-- case: views and conditions 1
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p;
-- then
SELECT * FROM v WHERE k = 5;

-- case: views and conditions 2
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT id, k AS kk FROM p WHERE k < 100;
-- then
SELECT * FROM v;

-- case: views and conditions 3
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT id, k AS kk FROM p;
-- then
SELECT id FROM v WHERE kk > 150;

-- case: views and conditions 4
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT id AS k, k AS id FROM p;
-- then
SELECT id FROM v WHERE k > 150;

-- case: views and conditions 5
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT k, count(*) AS n FROM p GROUP BY k;
-- then
SELECT n FROM v WHERE k > 150;

-- case: views and conditions 6
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p LIMIT 10;
-- then
SELECT * FROM v WHERE k > 150;

-- case: views and conditions 7
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p;
CREATE VIEW w AS SELECT id, k AS q FROM v WHERE k > 120;
-- then
SELECT * FROM w WHERE q < 150;

-- case: views and conditions 8
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM ONLY p;
-- then
SELECT * FROM v;

-- case: views and conditions 9
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v (a, b) AS SELECT * FROM p;
-- then
CREATE TABLE n AS SELECT a FROM v WHERE b = 150;

-- case: views and conditions 10
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p;
CREATE TABLE o (id int);
-- then
INSERT INTO o SELECT id FROM v WHERE k = 5;

-- case: views and conditions 11
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p WHERE k = 5;
-- then
CREATE MATERIALIZED VIEW m AS SELECT * FROM v;

-- case: views and conditions 12
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE MATERIALIZED VIEW m AS SELECT * FROM p WHERE k = 5;
-- then
REFRESH MATERIALIZED VIEW m;

-- case: views and conditions 13
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT k, k + 1 AS j FROM p;
-- then
SELECT * FROM v WHERE j = 5;

-- case: views and conditions 14
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT DISTINCT k FROM p;
-- then
SELECT * FROM v WHERE k = 5;

-- case: views and conditions 16
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p;
-- then
DELETE FROM v WHERE k = 5;

-- case: views and conditions 17
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p;
-- then
UPDATE v SET id = 5 WHERE k = 5;

-- case: views and conditions 18
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE VIEW v AS SELECT * FROM p;
-- then
INSERT INTO v VALUES (1, 5);

-- case: what event triggers are told of 1
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE FOREIGN DATA WRAPPER w2;

-- case: what event triggers are told of 2
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER FOREIGN DATA WRAPPER w OPTIONS (ADD a 'b');

-- case: what event triggers are told of 3
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE SERVER s2 FOREIGN DATA WRAPPER w;

-- case: what event triggers are told of 4
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER SERVER s OPTIONS (ADD a 'b');

-- case: what event triggers are told of 5
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE USER MAPPING FOR PUBLIC SERVER s;

-- case: what event triggers are told of 6
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;

-- case: what event triggers are told of 7
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE OPERATOR FAMILY f USING btree;

-- case: what event triggers are told of 8
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE CONVERSION c FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- case: what event triggers are told of 9
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE SUBSCRIPTION su CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE);

-- case: what event triggers are told of 10
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
REINDEX INDEX a_pkey;

-- case: what event triggers are told of 11
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
REINDEX TABLE a;

-- case: what event triggers are told of 12
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
REINDEX SCHEMA s1;

-- case: what event triggers are told of 13
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts;

-- case: what event triggers are told of 14
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER INDEX ALL IN TABLESPACE pg_default SET TABLESPACE ts;

-- case: what event triggers are told of 15
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER INDEX ALL IN TABLESPACE pg_global SET TABLESPACE pg_default;

-- case: what event triggers are told of 16
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
REASSIGN OWNED BY app TO web;

-- case: what event triggers are told of 17
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
DROP OWNED BY app;

-- case: what event triggers are told of 18
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);

-- case: what event triggers are told of 19
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER TEXT SEARCH DICTIONARY dd (accept = true);

-- case: what event triggers are told of 20
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER TEXT SEARCH CONFIGURATION cc DROP MAPPING IF EXISTS FOR word;

-- case: what event triggers are told of 21
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER OPERATOR = (integer, integer) SET (RESTRICT = eqsel);

-- case: what event triggers are told of 22
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE COLLATION co FROM "C";

-- case: what event triggers are told of 23
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
VACUUM a;

-- case: what event triggers are told of 24
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ANALYZE a;

-- case: what event triggers are told of 45
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
CREATE STATISTICS st ON id, v FROM a;

-- case: what event triggers are told of 46
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
ALTER STATISTICS sx SET STATISTICS 5;

-- case: what event triggers are told of 47
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE SCHEMA s1;
CREATE TABLE s1.b (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (COPY = simple);
CREATE STATISTICS sx ON id, v FROM a;
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION fe();
-- then
REINDEX INDEX CONCURRENTLY a_pkey;

-- case: needed by the new 1
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE VIEW w AS SELECT NULL::a AS x;

-- case: needed by the new 2
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE FUNCTION g(x a) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: needed by the new 3
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE TABLE b (x a);

-- case: needed by the new 4
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE TYPE t1 AS (x a);

-- case: needed by the new 5
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int);
-- then
ALTER TABLE b ADD COLUMN x a;

-- case: needed by the new 6
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE FUNCTION g() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a';

-- case: needed by the new 7
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a';
-- then
CREATE VIEW w AS SELECT id FROM f();

-- case: needed by the new 8
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS a LANGUAGE sql AS 'SELECT * FROM a LIMIT 1';
-- then
CREATE VIEW w AS SELECT (f()).id;

-- case: needed by the new 9
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS a LANGUAGE sql AS 'SELECT * FROM a LIMIT 1';
-- then
CREATE MATERIALIZED VIEW w AS SELECT * FROM f() WITH NO DATA;

-- case: needed by the new 10
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS 'SELECT id FROM a';
-- then
CREATE VIEW w AS SELECT * FROM f();

-- case: needed by the new 11
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a';
-- then
CREATE VIEW w AS SELECT 1 AS one FROM f();

-- case: needed by the new 12
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a';
-- then
SELECT * FROM f();

-- case: needed by the new 13
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE VIEW w AS SELECT id FROM a;
CREATE FUNCTION f() RETURNS SETOF w LANGUAGE sql AS 'SELECT * FROM w';
-- then
CREATE VIEW w2 AS SELECT * FROM f();

-- case: needed by the new 14
CREATE TYPE a AS (id int, v int);
CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT 1, 2';
-- then
CREATE VIEW w AS SELECT * FROM f();

-- case: needed by the new 15
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f(x a) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- then
CREATE VIEW w AS SELECT f(a) FROM a;

-- case: needed by the new 16
CREATE TABLE a (id int PRIMARY KEY, v int);
-- then
CREATE DOMAIN d AS a;

-- case: needed by the new 17
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a';
-- then
CREATE VIEW w AS SELECT x FROM f() x;

-- case: an index renamed, and built again 1
CREATE TABLE a (id int PRIMARY KEY, v int, CONSTRAINT a_u UNIQUE (v));
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a RENAME CONSTRAINT a_u TO n;
ALTER TABLE a ADD COLUMN n positive DEFAULT 1;

-- case: an index renamed, and built again 2
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE INDEX i ON a (v);
INSERT INTO a SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER INDEX i RENAME TO n;
ALTER INDEX n RENAME TO m;
ALTER TABLE a ALTER v TYPE bigint;

-- case: public is gone 1
ALTER SCHEMA public RENAME TO n;
-- then
CREATE MATERIALIZED VIEW IF NOT EXISTS nothing AS SELECT 1 AS id;

-- case: public is gone 2
DROP SCHEMA public;
-- then
CREATE TABLE public.x (id int);

-- case: public is gone 3
DROP SCHEMA public;
-- then
CREATE SEQUENCE x;

-- case: public is gone 4
DROP SCHEMA public;
-- then
CREATE TYPE x AS ENUM ('a');

-- case: public is gone 5
DROP SCHEMA public;
-- then
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: public is gone 6
DROP SCHEMA public;
CREATE SCHEMA public;
-- then
CREATE TABLE x (id int);

-- case: public is gone 7
DROP SCHEMA public;
CREATE SCHEMA other;
-- then
CREATE TABLE other.x (id int);

-- case: public is gone 8
DROP SCHEMA public;
-- then
CREATE TEMP TABLE x (id int);

-- case: public is gone 9
DROP SCHEMA public;
-- then
CREATE DOMAIN x AS int;

-- case: public is gone 10
DROP SCHEMA public;
-- then
CREATE VIEW x AS SELECT 1 AS a;

-- case: public is gone 11
ALTER SCHEMA public RENAME TO n;
CREATE TABLE n.a (id int PRIMARY KEY);
-- then
ALTER TABLE n.a SET SCHEMA public;

-- case: public is gone 12
DROP SCHEMA public;
-- then
CREATE TEMP TABLE x AS SELECT 1 AS a;

-- case: public is gone 13
DROP SCHEMA public;
-- then
CREATE TABLE x AS SELECT 1 AS a;

-- case: nothing is owned 1
CREATE TABLE counted (x text);
CREATE TABLE a (id int);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.counted VALUES (tg_tag); END';
CREATE EVENT TRIGGER ev ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP OWNED BY app;

-- case: nothing is owned 2
CREATE TABLE counted (x text);
CREATE TABLE a (id int);
ALTER TABLE a OWNER TO app;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.counted VALUES (tg_tag); END';
CREATE EVENT TRIGGER ev ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP OWNED BY app;

-- case: nothing is owned 3
CREATE TABLE counted (x text);
CREATE TABLE a (id int);
GRANT SELECT ON a TO app;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.counted VALUES (tg_tag); END';
CREATE EVENT TRIGGER ev ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP OWNED BY app;

-- case: not null said again 4
CREATE TABLE counted (x text);
CREATE TABLE a (id int NOT NULL);
CREATE TABLE h () INHERITS (a);
-- then
ALTER TABLE a ADD NOT NULL id;

-- case: not null said again 5
CREATE TABLE counted (x text);
CREATE TABLE a (id int NOT NULL);
CREATE TABLE h () INHERITS (a);
-- then
ALTER TABLE a ALTER id SET NOT NULL;

-- case: triggers of one table only 1
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY p DISABLE TRIGGER ALL;

-- case: triggers of one table only 2
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE p DISABLE TRIGGER ALL;

-- case: triggers of one table only 3
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION ft();
-- then
ALTER TABLE ONLY p DISABLE TRIGGER ALL;

-- case: triggers of one table only 4
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION ft();
-- then
ALTER TABLE ONLY p DISABLE TRIGGER tr;

-- case: triggers of one table only 5
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH STATEMENT EXECUTE FUNCTION ft();
-- then
ALTER TABLE p DISABLE TRIGGER tr;

-- case: triggers of one table only 6
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION ft();
-- then
ALTER TABLE ONLY p DISABLE TRIGGER USER;

-- case: triggers of one table only 7
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (id int REFERENCES r, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE ONLY p DISABLE TRIGGER ALL;

-- case: triggers of one table only 8
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (id int REFERENCES r, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE p DISABLE TRIGGER ALL;

-- case: triggers of one table only 9
CREATE TABLE p (id int, k int);
CREATE TABLE p1 () INHERITS (p);
-- then
ALTER TABLE p DISABLE TRIGGER ALL;

-- case: not null of a partitioned table 1
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE p ADD COLUMN n int NOT NULL NO INHERIT DEFAULT 1;

-- case: not null of a partitioned table 2
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
-- then
ALTER TABLE p1 ADD CONSTRAINT x NOT NULL id NO INHERIT;

-- case: not null of a partitioned table 3
CREATE TABLE p (id int) ;
CREATE TABLE p1 () INHERITS (p);
-- then
ALTER TABLE p ADD COLUMN n int NOT NULL NO INHERIT DEFAULT 1;

-- case: not null of a partitioned table 4
CREATE TABLE p (id int) PARTITION BY RANGE (id);
-- then
ALTER TABLE ONLY p ADD COLUMN n int CONSTRAINT x NOT NULL NO INHERIT;

-- case: keys below a view 1
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON DELETE CASCADE);
CREATE VIEW v AS SELECT id AS k, v FROM a;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
DELETE FROM v;

-- case: keys below a view 2
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
CREATE VIEW v AS SELECT id AS k, a FROM b;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE v SET a = 5;

-- case: keys below a view 3
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
CREATE VIEW v AS SELECT id AS k, a AS q FROM b;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE v SET q = 5;

-- case: keys below a view 4
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
CREATE VIEW v AS SELECT id AS k, a AS q FROM b;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
INSERT INTO v VALUES (30, 5);

-- case: keys below a view 5
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
CREATE VIEW v AS SELECT id AS k, a AS q FROM b;
CREATE VIEW w AS SELECT q AS r FROM v;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE w SET r = 3;

-- case: keys below a view 6
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON UPDATE CASCADE);
CREATE VIEW v AS SELECT id AS k, v FROM a;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE v SET k = k + 100;

-- case: keys below a view 7
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON UPDATE CASCADE);
CREATE VIEW v AS SELECT id AS k, v AS id FROM a;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE v SET id = id + 100;

-- case: keys below a view 8
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON UPDATE CASCADE);
CREATE VIEW v AS SELECT id AS k, v AS id FROM a;
INSERT INTO a SELECT g, g FROM generate_series(1, 200) g;
INSERT INTO b SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE v SET k = k;

-- case: children that have the column 1
CREATE TABLE a (id int);
CREATE TABLE h () INHERITS (a);
ALTER TABLE h ADD COLUMN n int NOT NULL DEFAULT 5;
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int DEFAULT random();

-- case: children that have the column 2
CREATE TABLE a (id int);
CREATE TABLE h (n int) INHERITS (a);
CREATE TABLE i () INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g FROM generate_series(1, 20) g;
INSERT INTO i SELECT g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int DEFAULT random();

-- case: children that have the column 3
CREATE TABLE a (id int);
CREATE TABLE h (n int) INHERITS (a);
CREATE TABLE i () INHERITS (h);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g FROM generate_series(1, 20) g;
INSERT INTO i SELECT g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int DEFAULT random();

-- case: children that have the column 4
CREATE TABLE a (id int);
CREATE TABLE h (n int) INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int CHECK (n > 0);

-- case: children that have the column 5
CREATE TABLE a (id int);
CREATE TABLE h (n int) INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int NOT NULL DEFAULT 5;

-- case: children that have the column 6
CREATE TABLE a (id int);
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE h (n d) INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n d DEFAULT 1;

-- case: children that have the column 7
CREATE TABLE a (id int);
CREATE TABLE h (n int) INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n serial;

-- case: children that have the column 8
CREATE TABLE a (id int);
CREATE TABLE h (n int) INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int GENERATED ALWAYS AS (id + 1) STORED;

-- case: children that have the column 9
CREATE TABLE a (id int);
CREATE TABLE h (n int) INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int REFERENCES a;

-- case: children that have the column 10
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE h (n int) INHERITS (a);
INSERT INTO a SELECT g FROM generate_series(1, 20) g;
INSERT INTO h SELECT g, g FROM generate_series(1, 20) g;
-- then
ALTER TABLE a ADD COLUMN n int REFERENCES a;

-- case: renamed as another kind 1
CREATE TABLE a (id int);
-- then
ALTER VIEW a RENAME COLUMN id TO one;

-- case: renamed as another kind 2
CREATE TABLE a (id int);
-- then
ALTER MATERIALIZED VIEW a RENAME COLUMN id TO one;

-- case: renamed as another kind 3
CREATE TABLE a (id int);
-- then
ALTER FOREIGN TABLE a RENAME COLUMN id TO one;

-- case: renamed as another kind 4
CREATE VIEW a AS SELECT 1 AS id;
-- then
ALTER MATERIALIZED VIEW a RENAME COLUMN id TO one;

-- case: renamed as another kind 5
CREATE VIEW a AS SELECT 1 AS id;
-- then
ALTER TABLE a RENAME COLUMN id TO one;

-- case: renamed as another kind 6
CREATE TABLE a (id int);
-- then
ALTER VIEW a RENAME COLUMN nothing TO one;

-- case: renamed as another kind 7
CREATE TABLE a (id int);
-- then
ALTER VIEW a RENAME TO b;

-- case: renamed as another kind 8
CREATE TABLE a (id int);
-- then
ALTER VIEW a ALTER id SET DEFAULT 5;

-- case: renamed as another kind 9
CREATE MATERIALIZED VIEW a AS SELECT 1 AS id;
-- then
ALTER VIEW a RENAME COLUMN id TO one;

-- case: renamed as another kind 10
CREATE TABLE a (id int, one int);
-- then
ALTER VIEW a RENAME COLUMN id TO one;

-- case: renamed as another kind 12
CREATE TABLE a (id int);
CREATE TABLE h () INHERITS (a);
-- then
ALTER VIEW a RENAME COLUMN id TO one;

-- case: triggers of no rows 1
CREATE TABLE l (x text);
CREATE FUNCTION fw() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN NEW; END';
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TRIGGER tr BEFORE UPDATE ON p FOR EACH ROW EXECUTE FUNCTION fw();
INSERT INTO p SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE ONLY p SET id = 5;

-- case: triggers of no rows 2
CREATE TABLE l (x text);
CREATE FUNCTION fw() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN OLD; END';
CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TRIGGER tr BEFORE DELETE ON p FOR EACH ROW EXECUTE FUNCTION fw();
CREATE TRIGGER ts BEFORE DELETE ON p FOR EACH STATEMENT EXECUTE FUNCTION fw();
INSERT INTO p SELECT g, g FROM generate_series(1, 20) g;
-- then
DELETE FROM ONLY p;

-- case: triggers of no rows 3
CREATE TABLE l (x text);
CREATE FUNCTION fw() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO l VALUES (1); RETURN NEW; END';
CREATE TABLE p (id int, k int);
CREATE TABLE p1 () INHERITS (p);
CREATE TRIGGER tr BEFORE UPDATE ON p FOR EACH ROW EXECUTE FUNCTION fw();
INSERT INTO p SELECT g, g FROM generate_series(1, 20) g;
-- then
UPDATE ONLY p SET id = 5;

-- case: drops of nothing 1
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP POLICY IF EXISTS nothing ON a;

-- case: drops of nothing 2
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP TRIGGER IF EXISTS nothing ON a;

-- case: drops of nothing 3
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP FUNCTION IF EXISTS nothing();

-- case: drops of nothing 4
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP TYPE IF EXISTS nothing;

-- case: drops of nothing 5
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP SCHEMA IF EXISTS nothing;

-- case: drops of nothing 6
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP DOMAIN IF EXISTS nothing;

-- case: drops of nothing 7
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP EXTENSION IF EXISTS nothing;

-- case: drops of nothing 8
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP PUBLICATION IF EXISTS nothing;

-- case: drops of nothing 9
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP STATISTICS IF EXISTS nothing;

-- case: drops of nothing 10
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP SERVER IF EXISTS nothing;

-- case: drops of nothing 11
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP INDEX IF EXISTS nothing;

-- case: drops of nothing 12
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP VIEW IF EXISTS nothing;

-- case: drops of nothing 13
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP RULE IF EXISTS nothing ON a;

-- case: drops of nothing 14
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP POLICY po ON a;

-- case: drops of nothing 15
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP POLICY IF EXISTS po ON a;

-- case: drops of nothing 16
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP TRIGGER IF EXISTS tr ON a;

-- case: drops of nothing 17
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP FUNCTION IF EXISTS f();

-- case: drops of nothing 18
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP TYPE IF EXISTS ty;

-- case: drops of nothing 19
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP SCHEMA IF EXISTS s;

-- case: drops of nothing 20
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP FUNCTION IF EXISTS f(int);

-- case: drops of nothing 21
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP AGGREGATE IF EXISTS nothing(int);

-- case: drops of nothing 22
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP CAST IF EXISTS (text AS ty);

-- case: drops of nothing 23
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP STATISTICS IF EXISTS st;

-- case: drops of nothing 24
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP RULE IF EXISTS ru ON a;

-- case: drops of nothing 25
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
DROP SEQUENCE IF EXISTS nothing;

-- case: drops of nothing 26
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
ALTER TABLE a DROP CONSTRAINT IF EXISTS nothing;

-- case: drops of nothing 27
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int);
CREATE POLICY po ON a;
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ty AS (x int);
CREATE SCHEMA s;
CREATE STATISTICS st ON id, v FROM a;
CREATE RULE ru AS ON UPDATE TO a DO INSTEAD NOTHING;
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
ALTER TABLE a DROP COLUMN IF EXISTS nothing;

-- case: drops of nothing 40
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int, g int GENERATED ALWAYS AS (id + 1) STORED);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
ALTER TABLE a ALTER v DROP EXPRESSION IF EXISTS;

-- case: drops of nothing 41
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int, g int GENERATED ALWAYS AS (id + 1) STORED);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
ALTER TABLE a ALTER g DROP EXPRESSION IF EXISTS;

-- case: drops of nothing 42
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int, g int GENERATED ALWAYS AS (id + 1) STORED);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
ALTER TABLE a ALTER g DROP EXPRESSION;

-- case: drops of nothing 43
CREATE TABLE l (x text);
CREATE TABLE a (id int, v int, g int GENERATED ALWAYS AS (id + 1) STORED);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION fe();
-- then
ALTER TABLE a ALTER v DROP IDENTITY IF EXISTS;

-- case: what event triggers are told of 48
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('ALTER USER MAPPING') EXECUTE FUNCTION fe();
-- then
ALTER USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (ADD user 'x');

-- case: what event triggers are told of 49
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('DROP USER MAPPING') EXECUTE FUNCTION fe();
-- then
DROP USER MAPPING FOR CURRENT_USER SERVER s;

-- case: what event triggers are told of 50
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE USER MAPPING') EXECUTE FUNCTION fe();
-- then
CREATE USER MAPPING FOR PUBLIC SERVER s;

-- case: what event triggers are told of 53
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE SUBSCRIPTION') EXECUTE FUNCTION fe();
-- then
CREATE SUBSCRIPTION sub3 CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false);

-- case: what event triggers are told of 54
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('ALTER COLLATION') EXECUTE FUNCTION fe();
-- then
ALTER COLLATION pg_catalog."C" REFRESH VERSION;

-- case: what event triggers are told of 55
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE OPERATOR CLASS') EXECUTE FUNCTION fe();
-- then
CREATE OPERATOR CLASS oc FOR TYPE int4 USING btree FAMILY of1 AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int4, int4);

-- case: what event triggers are told of 56
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('ALTER OPERATOR FAMILY') EXECUTE FUNCTION fe();
-- then
ALTER OPERATOR FAMILY of1 USING btree ADD OPERATOR 1 < (int4, int8);

-- case: what event triggers are told of 57
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE OPERATOR FAMILY') EXECUTE FUNCTION fe();
-- then
CREATE OPERATOR FAMILY of2 USING btree;

-- case: what event triggers are told of 58
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE TRANSFORM') EXECUTE FUNCTION fe();
-- then
CREATE TRANSFORM FOR ty LANGUAGE sql (FROM SQL WITH FUNCTION tf(internal));

-- case: what event triggers are told of 59
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('ALTER OPERATOR') EXECUTE FUNCTION fe();
-- then
ALTER OPERATOR = (int4, int4) SET (RESTRICT = eqsel);

-- case: what event triggers are told of 60
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE CONVERSION') EXECUTE FUNCTION fe();
-- then
CREATE CONVERSION cv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- case: what event triggers are told of 61
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR CURRENT_USER SERVER s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE TYPE ty AS (a int);
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TABLE l (x text);
CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.l VALUES (tg_tag); END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE ACCESS METHOD') EXECUTE FUNCTION fe();
-- then
CREATE ACCESS METHOD am TYPE INDEX HANDLER bthandler;

-- case: view options 1
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (fillfactor);

-- case: view options 2
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (security_barrier);

-- case: view options 3
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- then
ALTER VIEW v SET (security_barrier = true);

-- case: view options 4
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (nothing);

-- case: view options 5
CREATE TABLE t (id int);
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER MATERIALIZED VIEW mv RESET (fillfactor);

-- case: view options 6
CREATE TABLE t (id int);
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER MATERIALIZED VIEW mv RESET (autovacuum_enabled);

-- case: view options 7
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (autovacuum_enabled, security_barrier);

-- case: view options 8
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- then
ALTER TABLE v RESET (fillfactor);

-- case: view options 9
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- then
ALTER TABLE v SET (fillfactor = 50);

-- case: view options 10
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (autovacuum_enabled);

-- case: type options 1
CREATE TYPE ty AS (a int);
-- then
ALTER TYPE ty SET (nothing = 1);

-- case: type options 2
CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e SET (receive = nofunction);

-- case: type options 3
CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e SET (storage = plain);

-- case: type options 4
CREATE DOMAIN d AS int;
-- then
ALTER TYPE d SET (storage = plain);

-- case: type options 5
CREATE TYPE r AS RANGE (subtype = int4);
-- then
ALTER TYPE r SET (storage = main);

-- case: type options 6
CREATE TYPE e AS ENUM ('a');
-- then
ALTER TYPE e SET (typmod_in = NONE);

-- case: reset of options 1
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (user_catalog_table);

-- case: reset of options 2
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (fastupdate);

-- case: reset of options 3
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (gin_pending_list_limit);

-- case: reset of options 4
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (buffering);

-- case: reset of options 5
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (pages_per_range);

-- case: reset of options 6
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (autosummarize);

-- case: reset of options 7
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (security_barrier);

-- case: reset of options 8
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (security_invoker);

-- case: reset of options 9
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (check_option);

-- case: reset of options 18
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (toast.autovacuum_enabled);

-- case: reset of options 19
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER TABLE t RESET (toast.nothing);

-- case: reset of options 22
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (user_catalog_table);

-- case: reset of options 23
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (fastupdate);

-- case: reset of options 24
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (gin_pending_list_limit);

-- case: reset of options 25
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (buffering);

-- case: reset of options 26
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (pages_per_range);

-- case: reset of options 27
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (autosummarize);

-- case: reset of options 28
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (security_barrier);

-- case: reset of options 29
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (security_invoker);

-- case: reset of options 30
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (check_option);

-- case: reset of options 31
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER VIEW v RESET (deduplicate_items);

-- case: reset of options 43
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER MATERIALIZED VIEW mv RESET (user_catalog_table);

-- case: reset of options 44
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER MATERIALIZED VIEW mv RESET (fastupdate);

-- case: reset of options 50
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER MATERIALIZED VIEW mv RESET (security_invoker);

-- case: reset of options 55
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER MATERIALIZED VIEW mv RESET (n_distinct);

-- case: reset of options 64
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (user_catalog_table);

-- case: reset of options 65
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (fastupdate);

-- case: reset of options 70
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (security_barrier);

-- case: reset of options 71
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (security_invoker);

-- case: reset of options 73
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (deduplicate_items);

-- case: reset of options 66
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (gin_pending_list_limit);

-- case: reset of options 67
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (buffering);

-- case: reset of options 68
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (pages_per_range);

-- case: reset of options 69
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (autosummarize);

-- case: reset of options 72
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (check_option);

-- case: reset of options 74
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (vacuum_cleanup_index_scale_factor);

-- case: reset of options 75
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (parallel_workers);

-- case: reset of options 76
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (n_distinct);

-- case: reset of options 77
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (toast_tuple_target);

-- case: reset of options 78
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (seq_page_cost);

-- case: reset of options 79
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (effective_io_concurrency);

-- case: reset of options 80
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (nothing);

-- case: reset of options 81
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (toast.autovacuum_enabled);

-- case: reset of options 82
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (toast.nothing);

-- case: reset of options 83
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (log_autovacuum_min_duration);

-- case: reset of options 84
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER INDEX i RESET (vacuum_index_cleanup);

-- case: reset of options 85
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER INDEX ui RESET (user_catalog_table, fillfactor);

-- case: reset of options 86
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER TABLE p RESET (user_catalog_table, fillfactor);

-- case: reset of options 87
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER INDEX ui RESET (security_barrier, fillfactor);

-- case: reset of options 88
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER TABLE p RESET (security_barrier, fillfactor);

-- case: reset of options 89
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER INDEX ui RESET (check_option, fillfactor);

-- case: reset of options 90
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER TABLE p RESET (check_option, fillfactor);

-- case: reset of options 91
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER INDEX ui RESET (security_invoker, fillfactor);

-- case: reset of options 92
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER TABLE p RESET (security_invoker, fillfactor);

-- case: reset of options 93
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER INDEX ui RESET (fastupdate, fillfactor);

-- case: reset of options 94
CREATE TABLE p (id int, k int);
CREATE UNIQUE INDEX ui ON p (k);
-- then
ALTER TABLE p RESET (fastupdate, fillfactor);

-- case: view options 11
CREATE TABLE t (id int);
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- then
ALTER MATERIALIZED VIEW mv SET (autovacuum_enabled = false);

-- case: names without a schema 1
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE  AS 'SELECT g($1)';
-- then
CREATE INDEX i ON e (f(v));

-- case: names without a schema 3
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN public.g($1); END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 4
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN $1::mood; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 5
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE  AS 'SELECT $1::mood::text';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 6
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE x mood; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 7
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE x short; BEGIN x := $1; RETURN x; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 8
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE x lk%ROWTYPE; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 9
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE x lk; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 10
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE x public.lk; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 11
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN IF false THEN PERFORM 1 FROM lk; END IF; RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 13
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN PERFORM 1 FROM public.lk; RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 14
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN PERFORM 1 FROM pg_class; RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 16
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = public AS 'BEGIN RETURN g($1); END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 18
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS 'BEGIN RETURN g($1); END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 19
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN PERFORM set_config(''search_path'', ''public'', true); RETURN g($1); END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 20
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN g($1); END';
-- then
CREATE INDEX i ON t (id) WHERE f(v) IS NOT NULL;

-- case: names without a schema 21
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN g($1); END';
-- then
CREATE INDEX CONCURRENTLY i ON t (f(v));

-- case: names without a schema 22
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN g($1); END';
-- then
CREATE UNIQUE INDEX i ON t (f(v));

-- case: names without a schema 23
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN g($1); END';
CREATE FUNCTION h(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT public.f($1)';
-- then
CREATE INDEX i ON t (h(v));

-- case: names without a schema 24
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE MATERIALIZED VIEW mv AS SELECT f(v) AS v FROM t;

-- case: names without a schema 26
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE MATERIALIZED VIEW mv AS SELECT f(v) AS v FROM t WITH NO DATA;

-- case: names without a schema 27
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t WHERE f(v) = 'a';

-- case: names without a schema 28
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE TABLE c AS SELECT f(v) AS v FROM t;

-- case: names without a schema 29
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
ALTER TABLE t ADD CHECK (f(v) IS NOT NULL);

-- case: names without a schema 30
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
ALTER TABLE t ADD EXCLUDE (f(v) WITH =);

-- case: names without a schema 31
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
INSERT INTO e VALUES (1, 'x');
-- then
REINDEX TABLE e;

-- case: names without a schema 32
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
INSERT INTO e VALUES (1, 'x');
-- then
ANALYZE e;

-- case: names without a schema 33
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
INSERT INTO e VALUES (1, 'x');
-- then
ALTER TABLE e ALTER v TYPE varchar(90);

-- case: names without a schema 34
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
INSERT INTO e VALUES (1, 'x');
-- then
CLUSTER e USING i;

-- case: names without a schema 35
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
INSERT INTO e VALUES (1, 'x');
-- then
ALTER TABLE e ALTER id TYPE bigint;

-- case: names without a schema 36
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE MATERIALIZED VIEW mv AS SELECT f(v) AS v FROM t WITH NO DATA;
-- then
REFRESH MATERIALIZED VIEW mv;

-- case: names without a schema 40
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
REINDEX INDEX i;

-- case: names without a schema 41
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
REINDEX INDEX j;

-- case: names without a schema 42
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
VACUUM FULL e;

-- case: names without a schema 43
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
VACUUM e;

-- case: names without a schema 44
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
VACUUM (ANALYZE) e;

-- case: names without a schema 45
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
CLUSTER e USING j;

-- case: names without a schema 46
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
ALTER TABLE e ALTER id TYPE text;

-- case: names without a schema 47
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
ALTER TABLE e ALTER v SET NOT NULL;

-- case: names without a schema 48
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
TRUNCATE e;

-- case: names without a schema 49
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
ALTER TABLE e ADD COLUMN z float DEFAULT random();

-- case: names without a schema 50
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
ALTER TABLE e SET UNLOGGED;

-- case: names without a schema 51
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
REINDEX TABLE CONCURRENTLY e;

-- case: names without a schema 52
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
ANALYZE e (id);

-- case: names without a schema 53
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
CREATE INDEX i ON e (f(v));
CREATE INDEX j ON e (id);
INSERT INTO e VALUES (1, 'x');
-- then
ALTER TABLE e ADD COLUMN z serial;

-- case: names without a schema 55
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE INDEX i ON t ((CASE WHEN v IS NULL THEN f(v) END));

-- case: names without a schema 56
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE INDEX i ON t (upper(f(v)));

-- case: names without a schema 57
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE INDEX i ON t (coalesce(f(v), ''));

-- case: names without a schema 58
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE MATERIALIZED VIEW mv AS SELECT upper(f(v)) AS v FROM t ORDER BY 1;

-- case: names without a schema 59
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE MATERIALIZED VIEW mv AS SELECT DISTINCT f(v) AS v FROM t;

-- case: names without a schema 60
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a FROM t ORDER BY f(v);

-- case: names without a schema 61
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE MATERIALIZED VIEW mv AS SELECT max(f(v)) AS a FROM t;

-- case: names without a schema 64
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN gp($1); END';
-- then
CREATE UNIQUE INDEX i ON t (id, f(v)) INCLUDE (v);

-- case: names without a schema 65
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE a CONSTANT mood := NULL; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 66
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE a lk.a%TYPE; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 67
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE a public.lk.a%TYPE; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 68
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE a mood[]; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 69
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE a varchar(5); b numeric(5,2); c record; d text[]; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 70
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE c CURSOR FOR SELECT * FROM lk; BEGIN RETURN $1; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 71
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'DECLARE a text := g($1); BEGIN RETURN a; END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 72
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql IMMUTABLE  AS 'BEGIN RETURN upper($1); END';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 73
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE  AS 'SELECT upper($1)';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 74
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE  AS 'SELECT a FROM lk';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 75
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE  AS 'SELECT a FROM public.lk';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 76
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE  AS 'SELECT CAST($1 AS short)';
-- then
CREATE INDEX i ON t (f(v));

-- case: names without a schema 77
CREATE TABLE t (id int, v text);
INSERT INTO t VALUES (1, 'a');
CREATE TABLE e (id int, v text);
CREATE TABLE lk (a text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA s;
CREATE FUNCTION g(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION gp(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE  AS 'WITH lk2 AS (SELECT 1) SELECT $1 FROM lk2';
-- then
CREATE INDEX i ON t (f(v));

-- case: new values in queries 1
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m, p_id) SELECT 'happy', id FROM p;

-- case: new values in queries 2
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m, p_id) SELECT 'happy'::mood, id FROM p;

-- case: new values in queries 3
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
WITH q AS (SELECT id FROM p) INSERT INTO t (m, p_id) SELECT 'happy', id FROM q;

-- case: new values in queries 4
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m, p_id) SELECT 'happy', 1 WHERE NOT EXISTS (SELECT FROM t);

-- case: new values in queries 5
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
CREATE VIEW v AS SELECT id FROM t WHERE m = 'happy';

-- case: new values in queries 6
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
CREATE VIEW v AS SELECT 'happy'::mood AS m;

-- case: new values in queries 9
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
SELECT 'happy'::mood;

-- case: new values in queries 10
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
SELECT CAST('happy' AS mood) FROM p;

-- case: new values in queries 11
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m) SELECT x::mood FROM p;

-- case: new values in queries 12
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m) SELECT CASE WHEN id = 1 THEN 'happy'::mood ELSE 'sad' END FROM p;

-- case: new values in queries 14
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
CREATE MATERIALIZED VIEW v AS SELECT id FROM t WHERE m = 'happy';

-- case: new values in queries 15
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
CREATE TABLE c AS SELECT 'happy'::mood AS m;

-- case: new values in queries 16
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
UPDATE t SET p_id = 1 WHERE m = 'happy'::mood;

-- case: new values in queries 17
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m) VALUES ('happy'::mood);

-- case: new values in queries 18
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
SELECT * FROM t WHERE m IN ('sad', 'happy');

-- case: new values in queries 19
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
CREATE VIEW v AS SELECT CASE m WHEN 'happy' THEN 1 END AS x FROM t;

-- case: new values in queries 20
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (id, m) OVERRIDING SYSTEM VALUE SELECT 5, 'happy';

-- case: new values in queries 21
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m, p_id) SELECT q.m, 1 FROM (SELECT 'happy'::mood AS m) q;

-- case: new values in queries 22
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO p SELECT 7, 'happy';

-- case: new values in queries 23
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
CREATE VIEW v AS SELECT id FROM p WHERE x = 'happy';

-- case: new values in queries 24
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
MERGE INTO t USING p ON p.id = t.id WHEN NOT MATCHED THEN INSERT (m) VALUES ('happy');

-- case: new values in queries 25
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE p (id int PRIMARY KEY, x text);
INSERT INTO p VALUES (1, 'sad');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood, p_id int);
-- then
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO t (m, p_id) SELECT 'sad', id FROM p;

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

-- The table t, in the surroundings in which the statements of forms.txt meet it. See cases.py.

-- context: all
CREATE SCHEMA s;
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TYPE ty AS (x int, y int);
CREATE DOMAIN pos AS int CHECK (VALUE >= 0);
CREATE DOMAIN word AS text;
CREATE DOMAIN must AS int NOT NULL;
CREATE DOMAIN three AS int DEFAULT 3;
CREATE SEQUENCE sq;
CREATE FUNCTION fv() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION fi() RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION fs() RETURNS int STABLE LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE o (id int PRIMARY KEY, u int UNIQUE, note text);
INSERT INTO o SELECT g, g, 'n' FROM generate_series(1, 100) g;

-- context: plain   a table with a key, indexes, a CHECK
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;

-- context: unlogged   the same, UNLOGGED
CREATE UNLOGGED TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;

-- context: referenced   another table references it
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
CREATE TABLE w (id int PRIMARY KEY, t_id int, CONSTRAINT w_fk FOREIGN KEY (t_id) REFERENCES t ON DELETE CASCADE);
INSERT INTO w SELECT g, g FROM generate_series(1,100) g;

-- context: referencing   it references another
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
ALTER TABLE t ADD CONSTRAINT t_fk FOREIGN KEY (b) REFERENCES o;

-- context: parent   a table inherits from it
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
CREATE TABLE ch (own int) INHERITS (t);
INSERT INTO ch SELECT g+1000, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01', 'a', g FROM generate_series(1, 100) g;
CREATE INDEX ch_b_idx ON ch (b);

-- context: child   it inherits from another
CREATE TABLE tp (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT tp_pkey PRIMARY KEY (id));
CREATE INDEX tp_b_idx ON tp (b);
CREATE UNIQUE INDEX tp_c_uq ON tp (c);
ALTER TABLE tp ADD CONSTRAINT tp_ck CHECK (b >= 0);
CREATE INDEX tp_v_idx ON tp (v);
INSERT INTO tp (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
CREATE TABLE t (CONSTRAINT t_pkey PRIMARY KEY (id)) INHERITS (tp);
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;

-- context: partitioned   with a default partition
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (500);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (500) TO (900);
CREATE TABLE td PARTITION OF t DEFAULT;
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c, k);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;

-- context: partition   it is a partition
CREATE TABLE tp (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT tp_pkey PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
CREATE TABLE t PARTITION OF tp FOR VALUES FROM (0) TO (500);
CREATE TABLE t2 PARTITION OF tp FOR VALUES FROM (500) TO (2000);
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO tp (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;

-- context: nested   partitions of partitions, and a foreign key
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (500) PARTITION BY HASH (k);
CREATE TABLE t1a PARTITION OF t1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (500) TO (2000);
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c, k);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
ALTER TABLE t ADD CONSTRAINT t_fk FOREIGN KEY (b) REFERENCES o;

-- context: part_referenced   partitioned, and referenced
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (500);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (500) TO (2000);
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c, k);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
CREATE TABLE w (id int PRIMARY KEY, t_id int, t_k int, CONSTRAINT w_fk FOREIGN KEY (t_id, t_k) REFERENCES t);
INSERT INTO w SELECT g, g, g*10 FROM generate_series(1,100) g;

-- context: viewed   views and a materialized view read it
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
CREATE VIEW vv AS SELECT id, a, b, v FROM t;
CREATE VIEW v2 AS SELECT id FROM vv;
CREATE MATERIALIZED VIEW mm AS SELECT id, a, c FROM t;
CREATE UNIQUE INDEX mm_id ON mm (id);

-- context: dressed   a trigger, a policy, a rule, statistics, a publication, generated columns and sequences
CREATE TABLE t (id int NOT NULL, k int NOT NULL, a int NOT NULL, b int, c int, v varchar(20), x text, f boolean, n numeric(10,2), d timestamp, m mood, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_b_idx ON t (b);
CREATE UNIQUE INDEX t_c_uq ON t (c);
ALTER TABLE t ADD CONSTRAINT t_ck CHECK (b >= 0);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO t (id,k,a,b,c,v,x,f,n,d,m) SELECT g, g*10, g, g, g, 'v'||g, 'x'||g, true, g, '2024-01-01'::timestamp + g * interval '1 h', 'a' FROM generate_series(1, 100) g;
CREATE TRIGGER tg BEFORE UPDATE OF b ON t FOR EACH ROW WHEN (NEW.b > 0) EXECUTE FUNCTION fn();
CREATE POLICY po ON t USING (a > 0);
CREATE RULE ru AS ON DELETE TO t DO ALSO NOTHING;
CREATE STATISTICS st ON a, c FROM t;
CREATE PUBLICATION pb FOR TABLE t;
ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (c + 1) STORED, ADD COLUMN s serial, ADD COLUMN i int GENERATED BY DEFAULT AS IDENTITY;
CREATE INDEX t_e_idx ON t (lower(v));
CREATE INDEX t_p_idx ON t (a) WHERE x IS NOT NULL;

-- context: published
CREATE TABLE k (id int PRIMARY KEY, v int);
CREATE TABLE w (id int, v int);
CREATE TABLE d (id int PRIMARY KEY DEFERRABLE, v int);
CREATE TABLE u (id int NOT NULL UNIQUE, v int);
CREATE TABLE p (id int, k int) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE TABLE pk (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pk1 PARTITION OF pk FOR VALUES IN (1);
CREATE TABLE i (id int PRIMARY KEY, v int);
CREATE TABLE h () INHERITS (i);
CREATE UNLOGGED TABLE un (id int);
CREATE VIEW vw AS SELECT * FROM w;
CREATE UNIQUE INDEX w_id ON w (id);
INSERT INTO k SELECT g, g FROM generate_series(1, 60) g;
INSERT INTO w SELECT g, g FROM generate_series(1, 60) g;
INSERT INTO d SELECT g, g FROM generate_series(1, 60) g;
INSERT INTO u SELECT g, g FROM generate_series(1, 60) g;
INSERT INTO p SELECT g, 1 + g % 2 FROM generate_series(1, 60) g;
INSERT INTO pk SELECT g, 1 FROM generate_series(1, 60) g;
INSERT INTO i SELECT g, g FROM generate_series(1, 60) g;
INSERT INTO h SELECT g, g FROM generate_series(100, 160) g;
INSERT INTO un SELECT g FROM generate_series(1, 60) g;

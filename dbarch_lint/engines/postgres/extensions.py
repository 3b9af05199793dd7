"""What extensions bring that tables come to depend on: DROP EXTENSION ... CASCADE takes that along.

Taken from pg_depend of PostgreSQL 18 with its contrib modules and pgvector; those of uuid-ossp, pgcrypto and PostGIS
from their documentation.
"""

from __future__ import annotations

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.objects import replace
from dbarch_lint.operations.extensions import Brought


def brought(types: str = "", opclasses: str = "", functions: str = "") -> Brought:
    """Words with spaces between them."""
    return Brought(*(frozenset(words.split()) for words in (types, opclasses, functions)))


BY_EXTENSION = {
    "btree_gist": brought(
        opclasses="""gist_bit_ops gist_bool_ops gist_bpchar_ops gist_bytea_ops gist_cash_ops gist_cidr_ops gist_date_ops
        gist_enum_ops gist_float4_ops gist_float8_ops gist_inet_ops gist_int2_ops gist_int4_ops gist_int8_ops
        gist_interval_ops gist_macaddr8_ops gist_macaddr_ops gist_numeric_ops gist_oid_ops gist_text_ops gist_time_ops
        gist_timestamp_ops gist_timestamptz_ops gist_timetz_ops gist_uuid_ops gist_vbit_ops"""
    ),
    "citext": brought("citext", "citext_ops citext_pattern_ops"),
    "cube": brought("cube", "cube_ops gist_cube_ops"),
    "earthdistance": brought("earth", functions="earth ll_to_earth earth_box earth_distance"),
    "hstore": brought("hstore", "btree_hstore_ops gin_hstore_ops gist_hstore_ops hash_hstore_ops", "hstore"),
    "intarray": brought("query_int", "gin__int_ops gist__int_ops gist__intbig_ops", "sort uniq idx subarray icount"),
    "isn": brought("ean13 isbn isbn13 ismn ismn13 issn issn13 upc"),
    "lo": brought("lo"),
    "ltree": brought(
        "ltree lquery ltxtquery", "gist__ltree_ops gist_ltree_ops hash_ltree_ops ltree_ops", "subpath nlevel text2ltree"
    ),
    "pg_trgm": brought(opclasses="gin_trgm_ops gist_trgm_ops", functions="similarity word_similarity show_trgm"),
    "pgcrypto": brought(functions="crypt digest hmac gen_salt gen_random_bytes encrypt decrypt pgp_sym_encrypt"),
    "postgis": brought("geometry geography box2d box3d raster", "gist_geometry_ops_2d gist_geometry_ops_nd"),
    "seg": brought("seg", "seg_ops gist_seg_ops"),
    "unaccent": brought(functions="unaccent"),
    "uuid-ossp": brought(
        functions="""uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5 uuid_nil
        uuid_ns_dns uuid_ns_url uuid_ns_oid uuid_ns_x500"""
    ),
    "vector": brought(
        "vector halfvec sparsevec",
        """bit_hamming_ops bit_jaccard_ops halfvec_cosine_ops halfvec_ip_ops halfvec_l1_ops halfvec_l2_ops halfvec_ops
        sparsevec_cosine_ops sparsevec_ip_ops sparsevec_l1_ops sparsevec_l2_ops sparsevec_ops vector_cosine_ops
        vector_ip_ops vector_l1_ops vector_l2_ops vector_ops""",
    ),
}


def drop_extension(op: ops.DropExtension, _: Scope) -> ops.DropExtension:
    """DROP EXTENSION: what goes with it."""
    return replace(op, brought=BY_EXTENSION.get(op.name)) if op.cascade else op

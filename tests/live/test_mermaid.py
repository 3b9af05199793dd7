"""The diagrams, drawn by the real mermaid library in a real browser.

Needs Chromium, and mermaid's file mermaid.min.js: named by MERMAID_JS, or installed globally with npm.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dbarch_lint.config import Config
from dbarch_lint.documents import Document, catalog_document, catalog_of
from dbarch_lint.schema import mermaid
from tests.history import VERSION, after

pytestmark = [pytest.mark.live, pytest.mark.slow]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCRIPT = """
mermaid.initialize({startOnLoad: false});
mermaid.render('drawing', document.getElementById('source').textContent).then(
    drawn => { document.body.innerHTML = drawn.svg; document.title = 'drawn'; },
    error => { document.body.textContent = error; document.title = 'refused'; });
"""
HOSTILE = """
CREATE TABLE "a ""quoted"" 100% `table` \\ <b>" (pk int PRIMARY KEY, "FK" int, "1st" int, "two words" varchar(9)[],
    "direction TB" double precision, "ü~x~" timestamp(3) with time zone, "a""b}" numeric(10,2) UNIQUE);
CREATE TABLE "direction TB" (a int REFERENCES "a ""quoted"" 100% `table` \\ <b>" (pk));
CREATE TABLE "class" (style int PRIMARY KEY, "end" int REFERENCES "class" (style));
CREATE TABLE "one or many" ("%%{init: {}}%%" int REFERENCES "class" (style), "title" text);
CREATE SCHEMA "s.t"; CREATE TABLE "s.t"."erDiagram" (o int, u int, "to" int UNIQUE REFERENCES "class" (style) NOT NULL);
CREATE TABLE "#quot; 数据 😀" (id int);
CREATE TABLE empty ();
"""


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here")
    return found


@pytest.fixture(scope="module")
def library() -> Path:
    given = os.environ.get("MERMAID_JS")
    if given:
        return Path(given)
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("there is no npm here, and MERMAID_JS is not set")
    folder = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=True).stdout.strip()
    file = Path(folder, "mermaid", "dist", "mermaid.min.js")
    if not file.exists():
        pytest.skip("mermaid is not installed, and MERMAID_JS is not set")
    return file


def drawn(source: str, browser: str, library: Path, folder: Path) -> str:
    """The page after the drawing: its title says whether it went well."""
    shutil.copy(library, folder / "mermaid.js")
    page = f"<!doctype html><meta charset=utf-8><pre id=source>{html.escape(source)}</pre>"
    page += f"<script src=mermaid.js></script><script>{SCRIPT}</script>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += ["--virtual-time-budget=10000", "--dump-dom", (folder / "page.html").as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def counted(page: str) -> tuple[int, int]:
    """How many tables and how many relations are in a drawing."""
    return page.count('class="node default" id="drawing-entity-'), page.count('relationshipLine"')


def check(document: Document, browser: str, library: Path, folder: Path) -> str:
    page = drawn(mermaid.render(document), browser, library, folder)
    assert "<title>drawn</title>" in page, re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)[:2000]
    tables, relations = counted(page)
    assert tables == len(document["tables"])
    assert relations == sum(len(t["foreign_keys"]) for t in document["tables"])
    return page


def test_the_shop_is_drawn(browser: str, library: Path, tmp_path: Path, root: Path) -> None:
    shop = root / "fixtures" / "projects" / "shop"
    document = catalog_of([str(shop)], Config(), root=shop)
    page = check(document, browser, library, tmp_path)
    for table in document["tables"]:
        assert table["name"] in page
        assert all(column["name"] in page for column in table["columns"])


def test_names_that_mean_something_to_mermaid_are_drawn_as_they_are(
    browser: str, library: Path, tmp_path: Path
) -> None:
    document = catalog_document(after(HOSTILE), "postgres", VERSION)
    page = html.unescape(html.unescape(check(document, browser, library, tmp_path)))
    for table in document["tables"]:
        assert table["name"] in page, json.dumps(table["name"])

"""The HTML report in a real browser: nothing is fetched, nothing runs, and everybody can read it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dbarch_lint.cli import run

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The report on the example shop."""
    file = tmp_path_factory.mktemp("report") / "report.html"
    run(
        [
            "check",
            str(root / "fixtures/projects/shop"),
            "--isolated",
            "--report",
            f"html={file}",
            "-o",
            str(file) + ".txt",
        ]
    )
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_in_the_way_of_anybody(page: Path, browser: Any, theme: str) -> None:
    """Contrast, names, order, landmarks: what axe-core can tell. It is a script, which the page's policy forbids."""
    tab = browser.new_context(bypass_csp=True, color_scheme=theme).new_page()
    tab.goto(page.as_uri())
    result = axe.Axe().run(tab)
    assert result.violations_count == 0, result.generate_report()


def test_it_needs_nothing_else(page: Path, browser: Any) -> None:
    context = browser.new_context(offline=True)
    tab = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(page.as_uri())
    assert (asked, said) == ([page.as_uri()], [])
    assert tab.locator("article").count() > 10
    assert tab.locator("svg").count() > 3


def test_what_to_do_opens_by_keyboard(page: Path, browser: Any) -> None:
    tab = browser.new_page()
    tab.goto(page.as_uri())
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    first = tab.locator("details").first
    assert not first.locator("pre").is_visible()
    first.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert first.locator("pre").is_visible()


def test_it_fits_a_small_screen(page: Path, browser: Any) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 740})
    tab.goto(page.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360

"""What a pack's pages say is read once, and again as soon as one of them changes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dbarch_lint import packs, pages, shelf

PAGE = """---
code: ACME10{number}
summary: {summary}
severity: warning
confidence: high
profile: default
engines: [postgres]
since: 0.1.0
options:
  limit:
    default: 3
    summary: How many.
  share:
    default: 0.5
    summary: How much of them.
  words:
    default: [a, b]
    summary: Which.
---
Prose.
"""
CODE = """from __future__ import annotations
from dbarch_lint.api import {subject}, Context, Problems

def check(op: {subject}, ctx: Context, *, limit: int = 3, share: float = 0.5, words: tuple[str, ...] = ("a", "b")) -> Problems:
    yield from ()
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "pack"
    (folder / "tables").mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: acme\ncodes: [ACME]\n")
    for number, name in enumerate(("one", "two")):
        write(folder / "tables" / f"{name}.md", number)
    return folder


def write(page: Path, number: int, summary: str = "Sum", subject: str = "CreateTable") -> None:
    page.write_text(PAGE.format(number=number, summary=summary))
    page.with_suffix(".py").write_text(CODE.format(subject=subject))


def load(folder: Path) -> list[packs.Rule]:
    return [rule for rule in packs.load_rules([str(folder)], folder) if rule.pack == "acme"]


def kept(folder: Path) -> list[Path]:
    return list((folder / "__pycache__").glob("pack*"))


def refuse(*_: object, **__: object) -> packs.Rule:
    raise AssertionError("a page was read")


def test_pages_are_read_once(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(pack)
    monkeypatch.setattr(packs, "read_rule", refuse)
    assert load(pack) == first == packs_read_anew(pack, monkeypatch)
    assert [rule.page for rule in first] == [pack / "tables" / "one.md", pack / "tables" / "two.md"]
    assert [[subject.__name__ for subject in rule.subjects] for rule in load(pack)] == [["CreateTable"]] * 2
    assert len(kept(pack)) == 1


def packs_read_anew(pack: Path, monkeypatch: pytest.MonkeyPatch) -> list[packs.Rule]:
    monkeypatch.undo()
    return sorted(packs.pack_rules(packs.load_pack(pack)), key=lambda rule: rule.code)


def later(file: Path) -> None:
    """Two changes within one tick of the file system's clock look like one."""
    os.utime(file, ns=(1, file.stat().st_mtime_ns + 10**6))


def edit_page(pack: Path) -> None:
    page = pack / "tables" / "one.md"
    page.write_text(page.read_text().replace("Sum", "Mus"))  # as long as before
    later(page)


def edit_code(pack: Path) -> None:
    write(pack / "tables" / "one.md", 0, subject="CreateIndex")


def add(pack: Path) -> None:
    write(pack / "tables" / "three.md", 3)


def remove(pack: Path) -> None:
    for file in (pack / "tables").glob("one.*"):
        file.unlink()


def rename(pack: Path) -> None:
    (pack / "tables").rename(pack / "others")


def edit_pack(pack: Path) -> None:
    (pack / "pack.yaml").write_text("name: acme\ncodes: [ACME, ABC]\n")


@pytest.mark.parametrize("change", [edit_page, edit_code, add, remove, rename, edit_pack])
def test_every_change_is_seen(change: Callable[[Path], None], pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load(pack)
    change(pack)
    after = load(pack)
    assert after == packs_read_anew(pack, monkeypatch)
    assert [(r.page, r.summary, r.listens) for r in after] != [(r.page, r.summary, r.listens) for r in before] or (
        change is edit_pack
    )


def test_another_version_reads_the_pages_itself(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(pack)
    monkeypatch.setattr(shelf, "__version__", "0.0.0")
    monkeypatch.setattr(packs, "read_rule", refuse)
    with pytest.raises(AssertionError, match="a page was read"):
        load(pack)


@pytest.mark.parametrize("text", [b"", b"[]", b"\xff\x00", b'["", {}, []]', b"{" * 100])
def test_what_is_not_a_shelf_is_not_believed(text: bytes, pack: Path) -> None:
    first = load(pack)
    kept(pack)[0].write_bytes(text)
    assert load(pack) == first
    assert len(kept(pack)[0].read_bytes()) > 100


def test_a_copy_of_a_pack_is_its_own(pack: Path, tmp_path: Path) -> None:
    load(pack)
    copy = tmp_path / "copy"
    shutil.copytree(pack, copy)  # with the times of change
    assert [rule.page for rule in load(copy)] == [copy / "tables" / "one.md", copy / "tables" / "two.md"]


def test_nothing_is_written_where_python_must_not(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert len(load(pack)) == 2
    assert not kept(pack)


def test_a_folder_that_cannot_be_written(pack: Path) -> None:
    (pack / "__pycache__").write_text("a file in the way")
    assert len(load(pack)) == 2


def test_it_lies_where_python_keeps_what_it_compiles(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    assert load(pack) == load(pack)
    assert not kept(pack)
    assert list((tmp_path / "elsewhere").rglob("pack*.json"))


def test_the_core_rules_are_the_same_from_the_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    core = packs.core_pack().resolve()
    anew = packs.pack_rules(packs.load_pack(core))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    packs.load_rules()
    monkeypatch.setattr(pages, "read", refuse)
    assert packs.load_rules() == sorted(anew, key=lambda rule: rule.code)

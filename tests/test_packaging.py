"""The rules reach the user by every way of installing: wheel, wheel built from the sdist, editable, checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import dbarch_lint
from dbarch_lint import packs

ROOT = Path(__file__).parent.parent
SHIPPED = ("dbarch_lint", "rules", "tests", "pyproject.toml", "README.md", "LICENSE", "Makefile")
COUNT = """
import sys
sys.path[:0] = {path!r}
from dbarch_lint import __version__, packs
rules = packs.load_rules()
able = [rule for rule in rules if rule.subjects or rule.emitted_by]
print(__version__, len(rules), packs.core_pack(), len(able))
"""


def python(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, so that building leaves nothing in it."""
    folder = tmp_path_factory.mktemp("checkout")
    ignore = shutil.ignore_patterns("__pycache__")
    for name in SHIPPED:
        item = ROOT / name
        if item.is_dir():
            shutil.copytree(item, folder / name, ignore=ignore)
        else:
            shutil.copy(item, folder / name)
    compiled = folder / "rules" / "locking" / "__pycache__"
    compiled.mkdir(parents=True, exist_ok=True)
    (compiled / "leftover.cpython-311.pyc").touch()  # what a run leaves behind, and what must not be shipped
    return folder


@pytest.fixture(scope="module")
def wheels(checkout: Path) -> dict[str, Path]:
    """Built without isolation: the build backend is among the development tools, and nothing is fetched."""
    python("-m", "build", "--no-isolation", "--outdir", "dist", ".", cwd=checkout)  # sdist, and a wheel from it
    python("-m", "build", "--no-isolation", "--wheel", "--outdir", "direct", ".", cwd=checkout)
    (from_sdist,) = (checkout / "dist").glob("*.whl")
    (direct,) = (checkout / "direct").glob("*.whl")
    return {"from sdist": from_sdist, "direct": direct}


def count(*path: Path, cwd: Path) -> list[str]:
    return python("-c", COUNT.format(path=[str(p) for p in path]), cwd=cwd).split()


def expected(folder: Path) -> list[str]:
    number = str(len(packs.load_rules()))
    return [dbarch_lint.__version__, number, str(folder), number]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["from sdist", "direct"])
def test_wheel(kind: str, wheels: dict[str, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(wheels[kind]) as wheel:
        names = wheel.namelist()
        wheel.extractall(tmp_path)
    assert count(tmp_path, cwd=tmp_path) == expected(tmp_path / "dbarch_lint" / "rules")
    assert not [n for n in names if "__pycache__" in n or n.endswith(".pyc")]
    assert {n.split("/")[0] for n in names if not n.startswith("dbarch_lint-")} == {"dbarch_lint"}
    needed = {"py.typed", "rules/pack.yaml", "rules/coverage/hazards.yaml"}
    assert {f"dbarch_lint/{name}" for name in needed} <= set(names)
    (license_file,) = [n for n in names if n.endswith("licenses/LICENSE")]
    assert "GNU GENERAL PUBLIC LICENSE" in (tmp_path / license_file).read_text()


@pytest.mark.slow
def test_data_files_are_in_the_wheel(wheels: dict[str, Path]) -> None:
    package = ROOT / "dbarch_lint"
    data = {f.relative_to(ROOT).as_posix() for f in package.rglob("*") if f.suffix in {".yaml", ".json", ".txt", ".py"}}
    with zipfile.ZipFile(wheels["direct"]) as wheel:
        assert data <= set(wheel.namelist())


@pytest.mark.slow
def test_sdist(wheels: dict[str, Path], checkout: Path) -> None:
    (file,) = (checkout / "dist").glob("*.tar.gz")
    with tarfile.open(file) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    pages = {f.relative_to(ROOT).as_posix() for f in (ROOT / "rules").rglob("*.md")}
    assert pages | {"rules/pack.yaml", "LICENSE", "pyproject.toml", "tests/test_packaging.py"} <= names


@pytest.mark.slow
def test_editable(checkout: Path, tmp_path: Path) -> None:
    python(
        *("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore"),
        *("--no-deps", "--no-build-isolation", "--editable", str(checkout), "--target", str(tmp_path)),
        cwd=tmp_path,
    )
    (link,) = tmp_path.glob("*dbarch_lint*.pth")
    assert count(Path(link.read_text().strip()), cwd=tmp_path) == expected(checkout / "rules")
    assert (tmp_path / "bin" / "dbarch-lint").is_file() or (tmp_path / "Scripts").is_dir()


def test_checkout() -> None:
    assert packs.core_pack() == Path(dbarch_lint.__file__).parent.parent / "rules"


def test_somebody_elses_rules_beside_the_package_are_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "__init__.py").touch()
    monkeypatch.setattr(packs, "__file__", str(tmp_path / "dbarch_lint" / "packs.py"))
    with pytest.raises(packs.PackError, match="this installation has no core rules"):
        packs.core_pack()

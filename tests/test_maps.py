"""Both packages of persistent maps serve: the fast one, and the one that every Python has wheels for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WITHOUT = "import sys; sys.modules[{!r}] = None; from dbarch_lint.__main__ import command; command()"


def findings(absent: str, folder: str) -> object:
    """What is found where one of the packages is not there."""
    command = [sys.executable, "-c", WITHOUT.format(absent), "check", "--isolated", "--output-format", "json", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="there is one of them only")
def test_both_maps_give_the_same_findings() -> None:
    assert findings("rpds", "fixtures/projects/shop") == findings("immutables", "fixtures/projects/shop")


@pytest.mark.parametrize("absent", ["immutables", "rpds"])
def test_a_change_gives_a_new_map(absent: str) -> None:
    code = f"""
import sys
sys.modules[{absent!r}] = None
from dbarch_lint.maps import Map, insert, remove
one = insert(Map(), "a", 1)
two = insert(insert(one, "b", 2), "a", 3)
assert (dict(one), dict(two), dict(remove(two, "a"))) == ({{"a": 1}}, {{"a": 3, "b": 2}}, {{"b": 2}})
assert {absent!r} not in type(one).__module__
try:
    remove(one, "b")
except KeyError:
    pass
else:
    raise AssertionError
"""
    if absent == "rpds" and sys.version_info >= (3, 14):
        pytest.skip("nothing else is installed there")
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)

"""The pre-commit hook, as a project gets it: installed by pre-commit from a repository, run on what is committed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HISTORY = """\
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, day date);
CREATE INDEX orders_customer_day_idx ON orders (customer, day);
DROP TABLE IF EXISTS leftovers;
"""
CHANGE = "CREATE INDEX CONCURRENTLY orders_customer_idx ON orders (customer);\n"  # redundant, but only with its history


def run(folder: Path, *command: str, home: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder with a git and a pre-commit that know nothing of this machine's user."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "PRE_COMMIT_HOME": str(home / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=300, check=False, env=environment
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def copy_of(root: Path, folder: Path, home: Path) -> str:
    """A repository with what is in the checkout now, committed or not; its commit."""
    listed = run(root, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", home=home).stdout
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file() and not name.startswith(("fixtures/", "tests/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, folder / name)
    return committed(folder, home)


def committed(folder: Path, home: Path) -> str:
    run(folder, "git", "init", "-q", home=home)
    run(folder, "git", "add", "-A", "-f", home=home)
    run(folder, "git", "commit", "-q", "--no-verify", "-m", "all", home=home)
    return run(folder, "git", "rev-parse", "HEAD", home=home).stdout.strip()


def test_the_hooks_are_as_pre_commit_wants_them(root: Path) -> None:
    pytest.importorskip("pre_commit")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    hooks = {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())}
    assert all(hook["require_serial"] for hook in hooks.values())
    assert hooks["dbarch-lint-full"]["pass_filenames"] is False
    assert all(hook["entry"].split()[0] == "dbarch-lint" for hook in hooks.values())


@pytest.mark.slow
def test_what_is_committed_is_judged_and_the_rest_is_history(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    hooks, project = tmp_path / "hooks", tmp_path / "project"
    hooks.mkdir()
    (project / "migrations").mkdir(parents=True)
    commit = copy_of(root, hooks, tmp_path)
    hook = {"id": "dbarch-lint", "args": ["--output-format", "concise", "--fail-on", "info"]}
    full = {**hook, "id": "dbarch-lint-full"}
    config = {"repos": [{"repo": str(hooks), "rev": commit, "hooks": [hook, {**full, "stages": ["manual"]}]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (project / "migrations" / "1_orders.sql").write_text(HISTORY)
    committed(project, tmp_path)
    pre_commit = (sys.executable, "-m", "pre_commit", "run", "--color", "never")

    nothing = run(project, *pre_commit, home=tmp_path)
    assert "Skipped" in nothing.stdout

    (project / "migrations" / "2_index.sql").write_text(CHANGE)
    run(project, "git", "add", "-A", home=tmp_path)
    found = run(project, *pre_commit, home=tmp_path, check=False)
    assert found.returncode == 1, found.stdout + found.stderr
    assert "migrations/2_index.sql:1:1: " in found.stdout
    assert "redundant-index" in found.stdout
    assert "migrations/1_orders.sql:" not in found.stdout

    every = run(project, *pre_commit, "--hook-stage", "manual", "dbarch-lint-full", home=tmp_path, check=False)
    assert "redundant-index" in every.stdout

    (project / "migrations" / "2_index.sql").write_text("CREATE TABEL x;\n")
    run(project, "git", "add", "-A", home=tmp_path)
    broken = run(project, *pre_commit, home=tmp_path, check=False)
    assert "HY001" in broken.stdout

    (project / "migrations" / "2_index.sql").write_text("-- nothing yet\n")
    run(project, "git", "add", "-A", home=tmp_path)
    assert "Passed" in run(project, *pre_commit, home=tmp_path).stdout

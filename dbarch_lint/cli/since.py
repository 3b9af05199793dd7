"""`--since REF`: ask git which files the base lacks. Nothing of the repository is executed, no shell is involved."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from dbarch_lint.errors import UsageError

# A checkout may bring its own git configuration: it shall not name programs for git to run.
SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "diff.external=")


def files_since(ref: str, root: Path) -> frozenset[str]:
    """The files below `root` that the merge base with `ref` lacks or has otherwise, as paths from `root`.

    Files that are changed or new but not committed count too.  Raises UsageError.
    """
    top = _git(root, "rev-parse", "--show-toplevel", otherwise=f"{root} is not in a git repository; leave out --since")
    folder = Path(os.fsdecode(top.rstrip(b"\n")))
    commit = _commit(ref, folder)
    base = _git(
        folder,
        "merge-base",
        commit,
        "HEAD",
        otherwise=f"{ref} and HEAD share no commit; fetch the whole history (git fetch --unshallow, or fetch-depth: 0)",
    )
    diff = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--diff-filter=d")
    changed = _git(folder, *diff, base.decode().strip(), "--", otherwise="git diff failed")
    added = _git(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", otherwise="git ls-files failed")
    names = (os.fsdecode(name) for name in (changed + added).split(b"\0") if name)
    shown = (os.path.relpath(folder / name, root) for name in names)
    return frozenset(Path(name).as_posix() for name in shown if not name.startswith(os.pardir + os.sep))


def _commit(ref: str, folder: Path) -> str:
    """The commit that a name stands for. A name that looks like an option is refused by git itself."""
    missing = f"git knows no commit or branch called {ref}; fetch it first, or name another (such as origin/main)"
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", otherwise=missing)
    return found.decode().strip()


def _git(folder: Path, *arguments: str, otherwise: str) -> bytes:
    """What a git command prints. `otherwise` is the error when it fails."""
    command = ["git", "-C", os.fspath(folder), *SAFE, *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise UsageError("--since needs git, which is not installed; install it, or name the files to judge") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"--since cannot run git: {error}") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UsageError(f"--since: {otherwise}" + (f" (git says: {said})" if said else ""))
    return done.stdout

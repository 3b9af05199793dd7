"""What git has on record: commits, the files in them, tags. Nothing of a repository is executed, no shell is involved.

Only objects are read, never the working tree: so no filter, textconv, file system monitor or hook that a hostile
checkout may name is asked, and no missing object is fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from dbarch_lint.errors import UsageError

SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.alternateRefsCommand=")
ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # the same for versions of git that do not know the former
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
DEEPEN = "fetch the whole history (git fetch --unshallow, or fetch-depth: 0)"


class Repository:
    """The repository around a folder. `asker` is the option or setting that wants to know, for error messages."""

    def __init__(self, root: Path, asker: str) -> None:
        """Raises UsageError where there is no repository, or no git."""
        self._asker = asker
        self._folder = root
        top = self._git("rev-parse", "--show-toplevel", otherwise=f"{root} is not in a git repository")
        self._folder = Path(os.fsdecode(top.rstrip(b"\n")))
        self._root = root

    def commit(self, ref: str) -> str:
        """The commit that a name stands for. Raises UsageError."""
        missing = f"git knows no commit or branch called {ref}; fetch it first, or name another (such as origin/main)"
        # a name that looks like an option is refused by git itself
        found = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", otherwise=missing
        )
        return found.decode().strip()

    def merge_base(self, ref: str) -> str:
        """The commit at which the work on HEAD left `ref`. Raises UsageError."""
        commit = self.commit(ref)
        self.commit("HEAD")
        way_out = f"in this shallow clone; {DEEPEN}" if self.is_shallow else "; name the branch that this one has left"
        apart = f"{ref} and HEAD share no commit {way_out}".replace(" ;", ";")
        return self._git("merge-base", commit, "HEAD", otherwise=apart).decode().strip()

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the clone leaves out older commits."""
        return self._git("rev-parse", "--is-shallow-repository", otherwise="git rev-parse failed").strip() == b"true"

    def newest_tag(self, pattern: str) -> str:
        """The tag with the highest version among those that match a pattern such as v*. Raises UsageError."""
        found = self._git(
            "for-each-ref", "--sort=-version:refname", "--format=%(refname)", f"refs/tags/{pattern}",
            otherwise=f"{pattern} is not a pattern that git understands",
        )  # fmt: skip
        if not found.strip():
            missing = f"no tag matches {pattern}; fetch them (git fetch --tags, or fetch-tags: true)"
            raise UsageError(f"{self._asker}: {missing}, or leave the setting out until the first release")
        return os.fsdecode(found.split(b"\n")[0])

    def sql_files(self, commit: str) -> dict[str, str]:
        """The SQL files of a commit: the id of each one's content, by its path from the root."""
        listed = self._git("ls-tree", "-r", "-z", "--full-tree", commit, otherwise=f"git cannot list {commit}")
        found: dict[str, str] = {}
        for entry in listed.split(b"\0"):
            if entry[-4:].lower() == b".sql":
                about, _, name = entry.partition(b"\t")
                mode, kind, content = about.decode().split()
                if kind == "blob" and mode != "120000":  # a link holds no SQL
                    found[self._shown(os.fsdecode(name))] = content
        return found

    def contents(self, ids: Iterable[str]) -> Mapping[str, bytes]:
        """The files of these ids; one that this clone lacks is left out."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return {}
        asked = "".join(f"{each}\n" for each in wanted).encode()
        said = self._git("cat-file", "--batch", otherwise="git cannot read its objects", given=asked)
        found, at = {}, 0
        for each in wanted:
            end = said.index(b"\n", at)
            head = said[at:end].split()
            at = end + 1
            if len(head) == 3:
                size = int(head[2])
                found[each] = said[at : at + size]
                at += size + 1
        return found

    def _shown(self, name: str) -> str:
        """A path in the repository as findings show it: from the root that they are relative to."""
        if self._folder == self._root:
            shown = name
        else:
            shown = Path(os.path.relpath(self._folder / name, self._root)).as_posix()
        return shown if shown.isascii() else shown.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def _git(self, *arguments: str, otherwise: str, given: bytes = b"") -> bytes:
        """What a git command prints. `otherwise` is the error when it fails."""
        command = ["git", "--no-pager", "-C", os.fspath(self._folder), *SAFE, *arguments]
        environment = {**os.environ, **ENVIRONMENT}
        try:
            done = subprocess.run(  # noqa: S603 - no shell
                command, capture_output=True, check=False, env=environment, input=given
            )
        except FileNotFoundError:
            raise UsageError(f"{self._asker} needs git, which is not installed; install it, or leave it out") from None
        except (OSError, ValueError) as error:
            raise UsageError(f"{self._asker} cannot run git: {error}") from None
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise UsageError(f"{self._asker}: {otherwise}" + (f" (git says: {said})" if said else ""))
        return done.stdout

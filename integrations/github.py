"""What the GitHub action runs: choose what to judge, lint, then tell it as annotations, a job summary and one comment.

Nothing of the checkout is executed.  A pull request from another repository is linted with the configuration of the
base branch, because a configuration may name rule packs, which are code.  The token is sent to GitHub's API only.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]
NOTHING = "0" * 40  # what GitHub calls the commit before a branch
AUTHOR = "github-actions[bot]"
PAGES = 30  # of 100 comments
TIMEOUT = 30  # seconds
FAILED = 2


class Run:
    """One run of the action, as its environment describes it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.workspace = Path(environment["GITHUB_WORKSPACE"])
        self.temp = Path(tempfile.mkdtemp(prefix="dbarch-lint-", dir=environment["RUNNER_TEMP"]))
        event = environment.get("GITHUB_EVENT_PATH", "")
        self.event: Json = json.loads(Path(event).read_text(encoding="utf-8")) if event else {}
        self.pull: Json = self.event.get("pull_request") or {}

    def asked(self, name: str) -> str:
        """An input of the action."""
        return self._environment.get(f"DBARCH_{name}", "").strip()

    def variable(self, name: str, default: str = "") -> str:
        return self._environment.get(name, default)

    @property
    def is_foreign(self) -> bool:
        """Whether somebody else's repository wrote what is checked out. A deleted fork is no repository any more."""
        repositories = [(self.pull.get(side) or {}).get("repo") or {} for side in ("head", "base")]
        head, base = (repository.get("full_name") for repository in repositories)
        return bool(self.pull) and head != base

    @property
    def base(self) -> str:
        """The commit that the judged work began at; empty where the event names none."""
        group = self.event.get("merge_group") or {}
        before = self.event.get("before") or ""
        found = (self.pull.get("base") or {}).get("sha") or group.get("base_sha") or before
        return "" if found == NOTHING else str(found)


def main(environment: Mapping[str, str]) -> int:
    """Run the action; the exit code is that of the linter."""
    run = Run(environment)
    files = {form: run.temp / f"report.{form}" for form in ("json", "markdown")}
    reports = {form: str(file) for form, file in files.items()}
    if run.asked("SARIF"):
        reports["sarif"] = run.asked("SARIF")
    command = [sys.executable, "-I", "-m", "dbarch_lint", "check", "--output-format", "github"]
    command += [f"--report={form}={file}" for form, file in reports.items()]
    silent = {name: value for name, value in environment.items() if name != "DBARCH_TOKEN"}
    code = subprocess.run([*command, *arguments(run)], cwd=run.workspace, check=False, env=silent).returncode
    if not files["json"].is_file():
        notice("error", "dbarch-lint could not do what was asked; the log says why")
        return code or FAILED
    report = files["markdown"].read_text(encoding="utf-8")
    summary = json.loads(files["json"].read_text(encoding="utf-8"))["summary"]
    append(run.variable("GITHUB_STEP_SUMMARY"), report)
    severities = summary["by_severity"]
    outputs = {"findings": summary["findings"], "errors": severities.get("error", 0), "sarif": reports.get("sarif", "")}
    append(run.variable("GITHUB_OUTPUT"), "".join(f"{key}={one_line(value)}\n" for key, value in outputs.items()))
    if run.asked("COMMENT").lower() == "true" and run.pull:
        comment(run, report, worth_it=summary["findings"] > 0)
    return code


def notice(kind: str, text: str) -> None:
    """An annotation. `text` is ours, in one line."""
    print(f"::{kind} title=dbarch-lint::{text}", flush=True)


def one_line(value: object) -> str:
    """A value that cannot begin another one in a file of `key=value` lines."""
    return " ".join(str(value).split())


def append(file: str, text: str) -> None:
    """Add to one of the files by which a step talks to the runner."""
    if file:
        with Path(file).open("a", encoding="utf-8") as opened:
            opened.write(text)


# --- what is judged, with which configuration


def arguments(run: Run) -> Iterator[str]:
    """The linter's arguments that depend on the inputs and the event."""
    for option, name in (("--fail-on", "FAIL_ON"), ("--profile", "PROFILE")):
        if run.asked(name):
            yield f"{option}={run.asked(name)}"
    ref = since(run)
    if ref:
        yield f"--since={ref}"
    paths = [line.strip() for line in run.asked("PATHS").splitlines() if line.strip()]
    if run.is_foreign:
        options, own = trusted(run)
        yield from options
        paths = paths or own
    yield from ("--", *paths)


def since(run: Run) -> str:
    """The ref that the judged work began at; empty for everything."""
    word = run.asked("SINCE") or "auto"
    if word != "auto":
        return "" if word == "all" else word
    if not run.base or has_base(run):
        return run.base
    git(run, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--unshallow", "origin")
    if run.event.get("before") and not has_base(run):  # a push that threw away what was there
        notice("notice", "what was there before this push is not in this clone: every migration is judged")
        return ""
    return run.base


def has_base(run: Run) -> bool:
    """Whether the clone reaches back to the commit that the judged work began at."""
    return git(run, "cat-file", "-e", f"{run.base}^{{commit}}") is not None


def trusted(run: Run) -> tuple[list[str], list[str]]:
    """The options that make the linter use the configuration of the base branch, and the paths that this one names."""
    from dbarch_lint import config

    folder = run.temp / "base"
    packed = git(run, "archive", "--format=tar", run.base)
    if packed is None:
        notice(
            "notice", "the base of this pull request is not in this clone: no configuration is used; set fetch-depth: 0"
        )
        return ["--isolated"], []
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    file = config.find([str(folder)])
    if file is None:
        return ["--isolated"], []
    paths = [str(run.workspace / path) for path in config.read(file).paths]
    return [f"--config={file}"], paths


def git(run: Run, *words: str) -> bytes | None:
    """What a git command prints; None where it fails."""
    safe = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
    done = subprocess.run(["git", *safe, *words], cwd=run.workspace, check=False, capture_output=True)
    return done.stdout if done.returncode == 0 else None


# --- the comment


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """The token is for one address."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def comment(run: Run, report: str, *, worth_it: bool) -> None:
    """Write the report into our comment on the pull request; begin one only when there is something to say."""
    scope = re.sub(r"[^A-Za-z0-9._/-]+", " ", run.asked("PATHS")).strip()
    marker = f"<!-- dbarch-lint {scope} -->".replace("  ", " ")
    body = {"body": f"{marker}\n{report}"}
    thread = f"/repos/{run.variable('GITHUB_REPOSITORY')}/issues/{int(run.pull['number'])}/comments"
    try:
        known = next((c for c in comments(run, thread) if is_ours(c, marker)), None)
        if known is not None:
            call(run, "PATCH", f"/repos/{run.variable('GITHUB_REPOSITORY')}/issues/comments/{int(known['id'])}", body)
        elif worth_it:
            call(run, "POST", thread, body)
    except (OSError, ValueError) as error:
        why = f"{error.code}" if isinstance(error, urllib.error.HTTPError) else type(error).__name__
        notice("notice", f"no comment could be written ({why}); the report is in the summary of this job")


def is_ours(found: Json, marker: str) -> bool:
    """Whether we wrote a comment. Everybody can write the marker, so the author counts, too."""
    author = found.get("user") or {}
    return author.get("login") == AUTHOR and str(found.get("body") or "").startswith(marker)


def comments(run: Run, thread: str) -> Iterator[Json]:
    """The comments of a pull request, oldest first."""
    for page in range(1, PAGES + 1):
        found = call(run, "GET", f"{thread}?per_page=100&page={page}")
        yield from found
        if len(found) < 100:
            return


def call(run: Run, method: str, path: str, body: Json | None = None) -> Any:
    """Ask GitHub's API. Raises OSError (HTTPError is one) and ValueError."""
    request = urllib.request.Request(
        run.variable("GITHUB_API_URL", "https://api.github.com") + path,
        method=method,
        data=json.dumps(body).encode() if body is not None else None,
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {run.asked('TOKEN')}",
            "Content-Type": "application/json",
            "User-Agent": "dbarch-lint",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    with urllib.request.build_opener(NoRedirect).open(request, timeout=TIMEOUT) as answer:
        return json.loads(answer.read() or b"null")


if __name__ == "__main__":
    sys.exit(main(os.environ))

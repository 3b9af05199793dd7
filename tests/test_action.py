"""The GitHub action: its steps are run as the runner runs them, on made-up events, with a stand-in for the API."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from dbarch_lint.cli.check import check
from dbarch_lint.reporters import FORMATS
from tests.test_formats import commands

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
BASE = "CREATE TABLE orders (id bigint PRIMARY KEY, status text);\n"
BAD = "CREATE INDEX orders_status_idx ON orders (status);\n"
BOT = {"login": "github-actions[bot]", "type": "Bot"}


class Api(BaseHTTPRequestHandler):
    """What the action asks of GitHub: the comments of a pull request."""

    comments: ClassVar[list[dict[str, Any]]] = []
    asked: ClassVar[list[tuple[str, str]]] = []
    status: ClassVar[int] = 200

    def answer(self, method: str) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(size) or b"{}")
        self.asked.append((method, self.path))
        assert self.headers["Authorization"] == "Bearer secret-token"
        said: Any = self.comments if method == "GET" else {"id": 7}
        if self.status == 200 and method == "POST":
            self.comments.append({"id": 7, "user": BOT, "body": body["body"]})
        if self.status == 200 and method == "PATCH":
            found = next(c for c in self.comments if self.path.endswith(f"/{c['id']}"))
            found["body"] = body["body"]
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def do_GET(self) -> None:
        self.answer("GET")

    def do_POST(self) -> None:
        self.answer("POST")

    def do_PATCH(self) -> None:
        self.answer("PATCH")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def api() -> Iterator[str]:
    Api.comments.clear()
    Api.asked.clear()
    Api.status = 200
    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first step leaves behind: an environment that has the linter."""
    folder = tmp_path_factory.mktemp("runner") / "dbarch-lint"
    subprocess.run([sys.executable, "-I", "-m", "venv", "--without-pip", str(folder)], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "here.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return folder.parent


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository whose branch adds a migration that blocks writes."""
    folder = tmp_path / "checkout"
    (folder / "migrations").mkdir(parents=True)
    (folder / "migrations" / "1_base.sql").write_text(BASE)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "base")
    (folder / "migrations" / "2_index.sql").write_text(BAD)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "change")
    return folder


class Result:
    """What a step printed and left behind."""

    def __init__(self, code: int, log: str, runner: Path) -> None:
        self.code, self.log = code, log
        self.summary = (runner / "summary").read_text(encoding="utf-8")
        pairs = (line.partition("=")[::2] for line in (runner / "output").read_text().splitlines())
        self.outputs = dict(pairs)
        self.notices = [data for name, where, data in commands(log) if where.get("title") == "dbarch-lint"]


def step(name: str, *, checkout: Path, runner: Path, inputs: Mapping[str, str], **more: str) -> Result:
    """Run a step of action.yml as the runner does: expressions are put into its environment, and bash runs its text."""
    values = {**{key: str(about["default"]) for key, about in ACTION["inputs"].items()}, **inputs}
    environment = {
        key: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: values[found[1]], text)
        for key, text in STEPS[name]["env"].items()
    }
    for file in ("summary", "output"):
        (runner / file).write_text("")
    environment |= {
        "PATH": os.environ["PATH"],
        "HOME": str(runner),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_WORKSPACE": str(checkout),
        "GITHUB_REPOSITORY": "acme/shop",
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        "GITHUB_OUTPUT": str(runner / "output"),
        "RUNNER_TEMP": str(runner),
        **more,
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return Result(done.returncode, done.stdout + done.stderr, runner)


class Action:
    """The second step, with an event."""

    def __init__(self, checkout: Path, runner: Path, api: str) -> None:
        self.checkout, self.runner, self.api = checkout, runner, api
        self.base = git(checkout, "rev-parse", "HEAD^")

    def pull(self, *, head: str = "acme/shop", **inputs: str) -> Result:
        sides = {"head": {"repo": {"full_name": head}}, "base": {"sha": self.base, "repo": {"full_name": "acme/shop"}}}
        return self.event({"pull_request": {"number": 5, **sides}}, **inputs)

    def event(self, event: object, **inputs: str) -> Result:
        file = self.runner / "event.json"
        file.write_text(json.dumps(event))
        given = {"token": "secret-token", **{key.replace("_", "-"): value for key, value in inputs.items()}}
        return step(
            "Check migrations", checkout=self.checkout, runner=self.runner, inputs=given,
            GITHUB_EVENT_PATH=str(file), GITHUB_API_URL=self.api,
        )  # fmt: skip


@pytest.fixture
def action(checkout: Path, installed: Path, api: str) -> Action:
    return Action(checkout, installed, api)


def test_no_expression_is_pasted_into_a_shell() -> None:
    assert all("${{" not in step["run"] for step in STEPS.values())
    used = set(re.findall(r"inputs\.([a-z-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])


def valid(document: Any, kind: str) -> None:
    """Hold a file against the schema that check-jsonschema brings along for its kind."""
    builtin = pytest.importorskip("check_jsonschema")
    file = Path(builtin.__file__).parent / "builtin_schemas" / "vendor" / f"{kind}.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(document)


def test_it_is_of_the_schema() -> None:
    valid(ACTION, "github-actions")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("GitHub", "github-workflows"),
        ("GitLab", "gitlab-ci"),
        ("Bitbucket", "bitbucket-pipelines"),
        ("Azure", "azure-pipelines"),
    ],
)
def test_the_examples_are_of_the_schemas(title: str, kind: str) -> None:
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    text = manual.partition(f"## {title}\n")[2].partition("```yaml\n")[2].partition("```")[0]
    example = yaml.load(
        text, Loader=yaml.BaseLoader if kind in {"github-workflows", "azure-pipelines"} else yaml.SafeLoader
    )
    valid(example, kind)
    said = re.findall(r"dbarch-lint (--.*)", text)
    for line in said:  # the options are those that there are
        assert set(re.findall(r"--[a-z-]+", line)) <= {word for p in check.parameters for word, _ in p.spellings()}


def test_the_manual_knows_the_inputs_and_the_formats() -> None:
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    first = re.findall(r"(?m)^\| `([a-z-]+)` \|", manual)
    assert set(first) == set(ACTION["inputs"]) - {"token"} | set(FORMATS) - {"text", "concise"}


def test_a_pull_request_is_annotated_summarised_and_commented_once(action: Action) -> None:
    result = action.pull(sarif="out.sarif")
    assert result.code == 1, result.log
    ((name, where, _),) = [c for c in commands(result.log) if c[0] in {"error", "warning", "notice"}]
    assert (name, where["file"], where["line"]) == ("error", "migrations/2_index.sql", "1")
    assert result.outputs == {"findings": "1", "errors": "1", "sarif": "out.sarif"}
    assert json.loads((action.checkout / "out.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "LK101"
    assert "LK101" in result.summary
    (comment,) = Api.comments
    assert "orders" in comment["body"]
    assert "secret-token" not in result.log

    Api.comments.insert(0, {"id": 3, "user": {"login": "somebody"}, "body": comment["body"]})
    Api.asked.clear()
    (action.checkout / "migrations" / "2_index.sql").write_text(BAD.replace("INDEX", "INDEX CONCURRENTLY"))
    assert action.pull().code == 0
    assert Api.asked == [
        ("GET", "/repos/acme/shop/issues/5/comments?per_page=100&page=1"),
        ("PATCH", "/repos/acme/shop/issues/comments/7"),
    ]
    assert "no findings" in comment["body"]
    assert "LK101" in Api.comments[0]["body"]  # somebody who writes our marker is not us


def test_nothing_to_say_begins_no_comment(action: Action) -> None:
    (action.checkout / "migrations" / "2_index.sql").write_text("-- nothing\n")
    assert action.pull().code == 0
    assert Api.comments == []
    (action.checkout / "migrations" / "2_index.sql").write_text(BAD)
    assert action.pull(comment="false").code == 1
    assert Api.comments == []
    assert [method for method, _ in Api.asked] == ["GET"]


@pytest.mark.parametrize("status", [401, 403, 404, 500, 302])
def test_a_comment_that_is_refused_fails_nothing(action: Action, status: int) -> None:
    Api.status = status
    result = action.pull(fail_on="never")
    assert result.code == 0
    assert result.notices == [f"no comment could be written ({status}); the report is in the summary of this job"]
    assert "LK101" in result.summary


RULE = """
from dbarch_lint.api import Context, CreateIndex, Problems


def check(op: CreateIndex, ctx: Context) -> Problems:
    yield from ()
"""


def hostile(checkout: Path) -> Path:
    """Make the checkout one that runs code wherever anybody lets it; the file that shows that somebody did."""
    owned = checkout.parent / "owned"
    code = f"open({str(owned)!r}, 'w')\n"
    spy = f"import os\nwith open({str(owned)!r}, 'w') as file:\n    file.write(str(dict(os.environ)))\n"
    for name in (
        "sitecustomize",
        "usercustomize",
        "pip",
        "venv",
        "ensurepip",
        "json",
        "dbarch_lint",
        "click",
        "pglast",
    ):
        (checkout / f"{name}.py").write_text(code)
    (checkout / "pack").mkdir()
    (checkout / "pack" / "pack.yaml").write_text("name: evil\ncodes: [EV]\n")
    (checkout / "pack" / "__init__.py").write_text(code)
    (checkout / ".dbarch-lint.yaml").write_text("packs: [./pack]\nselect: [EV101]\n")
    page = (ROOT / "rules" / "locking" / "index_not_concurrent.md").read_text(encoding="utf-8")
    (checkout / "pack" / "evil.md").write_text(page.replace("LK101", "EV101"))
    (checkout / "pack" / "evil.py").write_text("from __future__ import annotations\n" + spy + RULE)
    return owned


@pytest.mark.parametrize("head", ["somebody/shop", None])
def test_a_fork_runs_nothing_and_configures_nothing(action: Action, head: str) -> None:
    owned = hostile(action.checkout)
    result = action.pull(head=head)
    assert result.code == 1, result.log
    assert "LK101" in result.summary
    assert not owned.exists()


def test_what_a_fork_may_not_a_branch_may(action: Action) -> None:
    """The rules of a branch are run: who can push to the repository can change its workflows as well."""
    owned = hostile(action.checkout)
    result = action.pull()
    assert result.code == 0, result.log
    assert "DBARCH_SINCE" in owned.read_text()
    assert "secret-token" not in owned.read_text()


def test_a_fork_is_judged_with_the_configuration_of_the_base(action: Action) -> None:
    git(action.checkout, "checkout", "-q", "-b", "base", action.base)
    (action.checkout / ".dbarch-lint.yaml").write_text("paths: [migrations]\nrules:\n  LK101: {severity: info}\n")
    git(action.checkout, "add", "-A")
    git(action.checkout, "commit", "-q", "-m", "configuration")
    action.base = git(action.checkout, "rev-parse", "HEAD")
    git(action.checkout, "merge", "-q", "main")
    (action.checkout / ".dbarch-lint.yaml").write_text("ignore: [ALL]\n")
    result = action.pull(head="somebody/shop")
    assert result.code == 0, result.log
    assert [name for name, where, _ in commands(result.log) if where.get("file")] == ["notice"]


def test_without_the_base_nothing_is_configured(action: Action) -> None:
    action.base = "1" * 40
    result = action.pull(head="somebody/shop", since="all")
    assert result.notices[0].startswith("the base of this pull request is not in this clone")
    assert result.code == 1


def test_the_checkout_of_a_branch_is_configured_by_itself(action: Action) -> None:
    (action.checkout / ".dbarch-lint.yaml").write_text("ignore: [LK101]\n")
    assert action.pull().code == 0


def test_a_push_is_judged_from_where_it_began(action: Action) -> None:
    assert action.event({"before": action.base}).outputs["findings"] == "1"
    head = git(action.checkout, "rev-parse", "HEAD")
    assert action.event({"before": head}).outputs["findings"] == "0"
    assert action.event({"before": "0" * 40}).outputs["findings"] == "1"
    gone = action.event({"before": "1" * 40})
    assert gone.notices == ["what was there before this push is not in this clone: every migration is judged"]
    assert gone.outputs["findings"] == "1"
    assert action.event({"merge_group": {"base_sha": head}}).outputs["findings"] == "0"
    assert action.event({}, since=head).outputs["findings"] == "0"
    assert Api.asked == []  # these are no pull requests


def test_a_shallow_clone_is_deepened(action: Action, tmp_path: Path) -> None:
    """What actions/checkout makes unless told otherwise."""
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{action.checkout}", str(shallow))
    action.checkout = shallow
    result = action.pull(head="somebody/shop")
    assert result.outputs == {"findings": "1", "errors": "1", "sarif": ""}
    assert git(shallow, "rev-parse", "--is-shallow-repository") == "false"


def test_without_a_way_to_the_base_the_log_says_what_to_do(action: Action, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{action.checkout}", str(shallow))
    git(shallow, "remote", "set-url", "origin", f"file://{tmp_path}/gone")
    action.checkout = shallow
    result = action.pull()
    assert result.code == 2
    assert "fetch it first" in result.log


def test_what_cannot_be_done_fails(action: Action) -> None:
    result = action.event({}, since="no-such-branch")
    assert result.code == 2
    assert "fetch it first" in result.log
    assert result.notices == ["dbarch-lint could not do what was asked; the log says why"]


def test_paths_are_lines_and_never_options(action: Action) -> None:
    folder = action.checkout / "--help me"
    folder.mkdir()
    (folder / "1.sql").write_text("CREATE TABEL x;")
    result = action.event({}, since="all", paths="--help me\n\n")
    assert result.outputs["findings"] == "1"
    assert "HY001" in result.log


@pytest.mark.slow
def test_the_first_step_installs_the_action_and_runs_nothing_of_the_checkout(checkout: Path, tmp_path: Path) -> None:
    owned = hostile(checkout)
    runner = tmp_path / "runner"
    runner.mkdir()
    passed = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "REQUESTS_"))}
    result = step("Install dbarch-lint", checkout=checkout, runner=runner, inputs={}, **passed)
    assert result.code == 0, result.log
    said = subprocess.run(
        [runner / "dbarch-lint/bin/dbarch-lint", "--version"], capture_output=True, text=True, check=True, cwd=checkout
    )
    assert said.stdout.startswith("dbarch-lint ")
    assert not owned.exists()

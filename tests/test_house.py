"""The habits of the house that no tool of its own checks."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SIZES = {".py": 300, ".html": 80}
REGISTRIES = r"pypi\.org|pythonhosted|registry\.npmjs|npmmirror|devpi|artifactory|nexus"
MACHINE_PATHS = r"/(work|root|home|Users)/\w"


def committed(*suffixes):
    """Return the text files that git knows or would add, with these suffixes."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - git
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix in suffixes]


@pytest.mark.parametrize("suffix", SIZES)
def test_no_file_is_longer_than_a_reader_likes(suffix):
    sources = [path for path in committed(suffix) if "migrations" not in path.parts]
    lines = {path: len(path.read_text().splitlines()) for path in sources}

    assert {path: n for path, n in lines.items() if n > SIZES[suffix]} == {}


def test_the_settings_fit_in_two_hundred_lines():
    assert len((ROOT / "thb" / "settings.py").read_text().splitlines()) < 200


@pytest.mark.parametrize("pattern", [REGISTRIES, MACHINE_PATHS])
def test_nothing_committed_names_a_registry_or_a_place_of_one_machine(pattern):
    suffixes = ("", ".cfg", ".html", ".js", ".md", ".py", ".scss", ".toml", ".txt")
    sources = [path for path in committed(*suffixes) if path != Path(__file__)]

    assert [path for path in sources if re.search(pattern, path.read_text())] == []


def test_what_runs_and_what_is_developed_with_are_locked_alike():
    def pins(name):
        text = (ROOT / "requirements" / name).read_text()
        return set(re.findall(r"^(\S+==\S+)", text, re.MULTILINE))

    assert pins("run.txt") - pins("dev.txt") == set()

"""docs/acceptance.md names tests that are there, for every point of the list."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOME = "tests/browser/acceptance/"
TABLE = (ROOT / "docs" / "acceptance.md").read_text()
ROWS = re.findall(r"^\| (\d+) \|[^|]+\|([^|]+)\|$", TABLE, re.MULTILINE)
OF_THE_REPORT = {37, 38}


def named():
    """Yield point, file and test of each name; a file alone stands for its tests."""
    for point, cell in ROWS:
        for name in re.findall(r"`([^`]+)`", cell):
            path, _, test = name.partition("::")
            yield int(point), ROOT / (path if "/" in path else HOME + path), test


def names_in(path):
    """Return the names of the tests in a file."""
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_point_of_the_list_has_a_test():
    points = {point for point, _path, _test in named()}

    assert points == set(range(1, 41)) - OF_THE_REPORT


def test_every_test_that_is_named_is_there():
    gone = [
        (point, path.name, test)
        for point, path, test in named()
        if not path.exists() or (test and test not in names_in(path))
    ]

    assert gone == []


def test_every_test_of_the_folder_that_names_a_point_is_named():
    told = {(path, test) for _point, path, test in named()}
    numbered = {
        (path, test)
        for path in (ROOT / HOME).glob("test_*.py")
        for test in names_in(path)
        if re.match(r"test_\d\d_", test)
    }

    assert numbered - told == set()

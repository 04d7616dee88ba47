"""The number of the language is raised when the language changed, and a release is called after it."""

import tomllib
from pathlib import Path

from protocol.wire import VERSION
from tests.fixtures.of_version import FIXTURES, VERSIONS

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"


def test_no_version_that_was_released_is_later_than_this_one() -> None:
    """And each one left its folder."""
    assert tuple(range(1, len(VERSIONS) + 1)) == VERSIONS
    assert len(VERSIONS) in (VERSION - 1, VERSION)


def test_the_program_is_called_after_its_language() -> None:
    """0.VERSION.x: whoever reads that a console needs version 3 knows what to install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"].split(".")[:2] == ["0", str(VERSION)]


def test_a_language_that_changed_since_the_last_release_has_another_number() -> None:
    """Of the two, the golden files and the number, one is wrong: raise VERSION in protocol/wire, and write
    into .decisions what an old journal and an old console make of the change, and which migration.
    """
    last = VERSIONS[-1]
    if last < VERSION:
        return
    kept = {path.name: path.read_text("utf-8") for path in (FIXTURES / f"v{last}" / "golden").glob("*.txt")}
    now = {path.name: path.read_text("utf-8") for path in GOLDEN.glob("*.txt")}
    assert {name for name in kept if now.get(name) != kept[name]} == set()

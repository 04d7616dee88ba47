"""The number of the language is raised when the language changed, and a release is called after it."""

from pathlib import Path

from protocol.release import RELEASE
from protocol.wire import VERSION
from tests.fixtures.of_version import FIXTURES, VERSIONS

ROOT = Path(__file__).parents[1]


def test_no_version_that_was_released_is_later_than_this_one() -> None:
    """And each one left its folder."""
    assert tuple(range(1, len(VERSIONS) + 1)) == VERSIONS
    assert len(VERSIONS) in (VERSION - 1, VERSION)


def test_the_program_is_called_after_its_language() -> None:
    """0.VERSION.x: whoever reads that a console needs version 3 knows what to install."""
    assert RELEASE.split(".")[:2] == ["0", str(VERSION)]


def test_a_language_that_changed_since_the_last_release_has_another_number() -> None:
    """Of the two, the golden files and the number, one is wrong: raise VERSION in protocol/wire, and write
    into .decisions what an old journal and an old console make of the change, and which migration.
    """
    if VERSIONS[-1] == VERSION:
        kept = (FIXTURES / f"v{VERSION}" / "wire.txt").read_text("utf-8")
        assert kept == (ROOT / "tests" / "golden" / "wire.txt").read_text("utf-8")

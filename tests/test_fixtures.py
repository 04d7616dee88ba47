"""What earlier versions wrote stays as they wrote it, and no version is forgotten."""

import pytest

from tests.fixtures.of_version import FIXTURES, SUMS, VERSIONS, sums_of


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_version_wrote_never_changes(version: int) -> None:
    """Put it back as it was: a later version must read what was written, not what is easy to read."""
    kept = (FIXTURES / f"v{version}" / SUMS).read_text().splitlines()
    assert dict(line.split("  ")[::-1] for line in kept) == sums_of(version)

"""Frames of earlier versions, read by this one: what was said then is still understood."""

from typing import Any

import pytest

from tests.fixtures.of_version import VERSIONS, lost, told_of
from tests.fixtures.reading import lost_on_link, message_told

UP = [(version, row) for version in VERSIONS for row in told_of(version, "up")]
DOWN = [(version, row) for version in VERSIONS for row in told_of(version, "down")]


def _said(row: dict[str, Any]) -> str:
    return str(row["plain"].get("command", {}).get("class", row["kind"]))


@pytest.mark.parametrize(("version", "row"), UP, ids=[f"v{version}-{_said(row)}" for version, row in UP])
def test_what_a_console_said_reads_as_it_was_meant(version: int, row: dict[str, Any]) -> None:
    """An unanswered wish that an earlier console left on its disk, above all."""
    told = message_told(bytes.fromhex(row["frame"]), row["now_ms"])
    assert lost(told, {"kind": row["kind"], "plain": row["plain"]}) == []


@pytest.mark.parametrize(
    ("version", "row"), DOWN, ids=[f"v{version}-{row['name']}-{row['role']}" for version, row in DOWN]
)
def test_what_a_server_said_adds_up_to_the_same_board(version: int, row: dict[str, Any]) -> None:
    """Snapshots, changes in every form, words of lines and ticks, in the order in which they came."""
    assert lost_on_link(told_of(version, "down"), row) == []

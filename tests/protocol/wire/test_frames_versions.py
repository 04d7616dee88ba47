"""Frames of earlier versions, read by this one: what was said then is still understood."""

from typing import Any

import pytest

from protocol.session.client import ClientSession
from protocol.session.events import Changed
from protocol.wire.frames import decode_up
from protocol.wire.messages import Do
from tests.fixtures.of_version import VERSIONS, lost, plain, told_of

UP = [(version, row) for version in VERSIONS for row in told_of(version, "up")]
DOWN = [(version, row) for version in VERSIONS for row in told_of(version, "down")]


def _said(row: dict[str, Any]) -> str:
    return str(row["plain"].get("command", {}).get("class", row["kind"]))


@pytest.mark.parametrize(("version", "row"), UP, ids=[f"v{version}-{_said(row)}" for version, row in UP])
def test_what_a_console_said_reads_as_it_was_meant(version: int, row: dict[str, Any]) -> None:
    """An unanswered wish that an earlier console left on its disk, above all."""
    message = decode_up(bytes.fromhex(row["frame"]), now_ms=row["now_ms"])
    told = plain(message)
    if isinstance(message, Do):
        told["command"]["class"] = type(message.command).__name__
    assert type(message).__name__ == row["kind"]
    assert lost(told, row["plain"]) == []


@pytest.mark.parametrize(
    ("version", "row"), DOWN, ids=[f"v{version}-{row['name']}-{row['role']}" for version, row in DOWN]
)
def test_what_a_server_said_adds_up_to_the_same_board(version: int, row: dict[str, Any]) -> None:
    """Snapshots, changes in every form, words of lines and ticks, in the order in which they came."""
    session = ClientSession(first_id=1)
    session.opened(0.0)
    if "Openlijn-After" in row["hello"]:
        _knows_the_board_before(session, version, row)
    seqs = []
    for frame in row["frames"]:
        for event in session.received(bytes.fromhex(frame), 1.0, 0):
            if isinstance(event, Changed):
                seqs.append(event.change.seq)
    assert seqs == sorted(set(seqs))
    resumed = row["board"]["seq"] == 0
    told = _late_colleague(version, row)["board"] if resumed else row["board"]
    differences = lost(plain(session.knowledge.board), told)
    # Words of a contact line come to who is on it, which the colleague never was.
    assert [each for each in differences if not (resumed and "contact_line.words" in each)] == []


def _late_colleague(version: int, row: dict[str, Any]) -> dict[str, Any]:
    """Somebody of the same role who came for the end, and got the whole board."""
    same = [each for each in told_of(version, "down") if each["role"] == row["role"] and each != row]
    colleague: dict[str, Any] = min(same, key=lambda each: len(each["frames"]))
    return colleague


def _knows_the_board_before(session: ClientSession, version: int, row: dict[str, Any]) -> None:
    """As a console that was cut: it has every change up to the one that it resumes after."""
    first = next(each for each in told_of(version, "down") if each["role"] == row["role"])
    after = int(row["hello"]["Openlijn-After"].split(":")[1])
    for frame in first["frames"]:
        if session.knowledge.complete and session.knowledge.seq >= after:
            break
        session.received(bytes.fromhex(frame), 1.0, 0)
    session.closed()
    session.opened(2.0)

"""Messages are valid from birth: ids, numbers and counts within what the wire and the journal hold."""

from typing import Any

import pytest
from attrs import evolve

from protocol.commands.timeline import JoinLine
from protocol.errors import Reason
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire.limits import MAX_COMMAND_ID
from protocol.wire.messages import Alive, Delta, Do, Done, Fetch, Piece, Refusal, SnapshotPart, Welcome
from tests.protocol.make import ANNA, OPENED, change, minute

DO = Do(id=1, command=JoinLine(incident=1))
REFUSAL = Refusal(id=1, reason=Reason.UNIT_BUSY, texts=(("unit", "12.03"),), numbers=(("incident", 4),))

WELCOME = Welcome(
    world=Name("oefening"),
    exercise=True,
    name=ANNA,
    role=Role.CENTRALIST,
    now=minute(1),
    history="h",
    seq=0,
    at=minute(1),
    snapshot=True,
    newest=0,
    ticket="t",
    map=bytes(16),
)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (DO, "id", 0),
        (DO, "id", MAX_COMMAND_ID + 1),
        (DO, "id", "1"),
        (Alive(), "received_bytes", -1),
        (Alive(), "received_bytes", 0.5),
        (Fetch(id=1, document="history/1"), "offset", -1),
        (Fetch(id=1, document="history/1"), "id", 0),
        (WELCOME, "map", b"short"),
        (WELCOME, "map", "x" * 16),
        (SnapshotPart(index=0, count=1, packed=b""), "index", -1),
        (SnapshotPart(index=0, count=1, packed=b""), "count", 0),
        (Delta(change=change(1, OPENED), after=0), "after", -1),
        (Done(id=1, seq=1), "seq", 0),
        (Done(id=1, seq=1), "id", 0),
        (REFUSAL, "id", 0),
        (Piece(id=1, offset=0, total=0, data=b""), "offset", -1),
        (Piece(id=1, offset=0, total=0, data=b""), "total", -1),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """On the sender's side already."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_a_refusal_fills_in_its_sentence_with_words_and_numbers() -> None:
    """Both kinds by name; nothing for a sentence without gaps."""
    assert REFUSAL.args_by_name() == {"unit": "12.03", "incident": 4}
    assert Refusal(id=1, reason=Reason.NO_CHANGE).args_by_name() == {}

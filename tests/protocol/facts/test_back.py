"""Facts about what was taken back are checked in full, and say whom they concern."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.about import Line
from protocol.facts.back import (
    ChoicesRestored,
    DeedTakenBack,
    EmergencyRestored,
    EntryRestored,
    IncidentRestored,
    UnitRestored,
    WordStruck,
)
from protocol.facts.incidents import IncidentClosed
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text
from protocol.wire.frames import decode_facts, encode_facts
from tests.protocol.make import OPENED, then, told
from tests.strategies import values_of

KINDS = (
    ChoicesRestored,
    DeedTakenBack,
    EmergencyRestored,
    EntryRestored,
    IncidentRestored,
    UnitRestored,
    WordStruck,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_no_field_takes_a_foreign_value_and_every_fact_survives_the_journal(
    kind: type[Any], data: st.DataObject
) -> None:
    """As written, so read."""
    valid = data.draw(values_of(kind))
    assert decode_facts(encode_facts((valid,))) == (valid,)
    for each in attrs.fields(kind):
        with pytest.raises((TypeError, ValueError), match=each.name):
            attrs.evolve(valid, **{each.name: object()})


def test_a_deed_taken_back_concerns_all_whom_the_deed_did() -> None:
    """With both lines: what it said there is struck."""
    fact = DeedTakenBack(deed=4, what=Name("Speak"), incidents=(1, 2), units=(7,))
    assert (fact.about().incidents, fact.about().units) == ((1, 2), (7,))
    assert Line(incident=2, kind=LineKind.CONTACT) in fact.about().lines


def test_an_incident_that_is_closed_again_concerns_those_that_leave_to_make_room() -> None:
    """As closing it did."""
    closed = then(told(OPENED), IncidentClosed(incident=1, reason=Text("klaar")))
    again = IncidentRestored(incident=1, fields=(Name("phase"),), incident_was=closed.incidents[1])
    assert again.about_on(closed).incidents == (1,)

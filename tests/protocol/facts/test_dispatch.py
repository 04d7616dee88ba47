"""Facts about who goes are checked in full: journals outlive the code that wrote them."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.units import TaskEnded, TaskSet
from protocol.model.autonomy import Autonomy
from protocol.wire.frames import decode_facts, encode_facts
from protocol.wire.packing import pack
from tests.protocol.make import SIGNED_ON
from tests.strategies import values_of

KINDS = (ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked, TaskEnded, TaskSet)


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


def test_a_sign_on_from_before_crews_and_skills_is_read_as_a_pair_of_no_team() -> None:
    """Journals written earlier stay readable, and such a fact still costs as little."""
    (read,) = decode_facts(pack([[2, 1, "12.03"]]))
    assert read == SIGNED_ON
    assert (SIGNED_ON.crew, SIGNED_ON.team, SIGNED_ON.skills) == (2, "", ())
    assert SIGNED_ON.autonomy is Autonomy.INDEPENDENT
    assert encode_facts((SIGNED_ON,)) == pack([[2, 1, "12.03"]])

"""What a melding is made of is valid from birth, whatever it is; and every word has a key."""

from enum import IntEnum
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.contact import Contact
from protocol.model.intake import Answer, Intake, Question, Source
from protocol.model.letting_go import CitizenView, Feedback, Handover, LettingGo
from protocol.model.means import Means
from protocol.model.melder import Melder, MelderKind
from protocol.model.missing import Missing
from protocol.model.order import Order
from protocol.model.phase import Phase
from protocol.model.promise import Promise, PromiseState
from protocol.model.reaction import Reaction, ReactionKind
from protocol.model.role import Role
from protocol.model.unit_status import UnitStatus
from protocol.model.work import Addition, Aim, AimLine, Citizen, CitizenRole, Need, Referral, Work
from tests.strategies import values_of

NOUNS = [
    *(Intake, Answer, Melder, Reaction, Promise, Contact, AimLine, Need, Addition, Citizen, Referral, Work),
    *(LettingGo, Handover, Feedback),
]


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_no_field_of_what_a_melding_is_made_of_takes_a_foreign_value(
    kind: type[Any], data: st.DataObject
) -> None:
    """Every field is checked; none is left out."""
    valid = data.draw(values_of(kind))
    for each in attrs.fields(kind):
        with pytest.raises((TypeError, ValueError), match=each.name):
            evolve(valid, **{each.name: object()})


@pytest.mark.law
@pytest.mark.parametrize(
    "kind",
    [
        *(Means, Phase, Role, UnitStatus, Source, Question, MelderKind, ReactionKind, PromiseState),
        *(Aim, CitizenRole, CitizenView, Missing, Order),
    ],
)
def test_every_word_has_a_key_of_its_own_that_can_be_typed(kind: type[IntEnum]) -> None:
    """Lower case and dashes: the command line and the texts use it."""
    keys = [getattr(member, "key", "") for member in kind]
    assert len(set(keys)) == len(kind)
    assert all(key.replace("-", "").isalpha() and key == key.lower() for key in keys)

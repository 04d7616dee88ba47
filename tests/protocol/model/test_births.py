"""The small nouns are valid from birth too: unit, place, entry, member, fix; and their words have keys."""

from enum import IntEnum
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.contact import Contact
from protocol.model.entry import Entry
from protocol.model.fix import Fix
from protocol.model.intake import Answer, Intake, Question, Source
from protocol.model.letting_go import CitizenView, Feedback, Handover, LettingGo
from protocol.model.means import Means
from protocol.model.melder import Melder, MelderKind
from protocol.model.member import Member
from protocol.model.missing import Missing
from protocol.model.order import Order
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.promise import Promise, PromiseState
from protocol.model.reaction import Reaction, ReactionKind
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.model.unit import MAX_CALL_SIGN_CHARS
from protocol.model.unit_status import UnitStatus
from protocol.model.work import Addition, Aim, AimLine, Citizen, CitizenRole, Need, Referral, Work
from tests.protocol.make import ANNA, BLAAK, SIGNED_ON, minute, told
from tests.strategies import values_of

UNIT = told(SIGNED_ON).units[1]
ENTRY = Entry(id=1, at=minute(1), by=ANNA, text=Text("a"))
FIX = Fix(unit=1, point=Point(lat_deg=51.92, lon_deg=4.49), at=minute(1))
MEMBER = Member(name=ANNA, since=minute(1))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (UNIT, "id", 0),
        (UNIT, "call_sign", ""),
        (UNIT, "call_sign", "x" * (MAX_CALL_SIGN_CHARS + 1)),
        (UNIT, "means", 1),
        (UNIT, "status", "available"),
        (UNIT, "since", 7),
        (UNIT, "incident", 0),
        (BLAAK, "name", "\n"),
        (BLAAK, "point", (51.9, 4.5)),
        (ENTRY, "id", True),
        (ENTRY, "at", None),
        (ENTRY, "by", ""),
        (ENTRY, "text", ""),
        (ENTRY, "kind", 1),
        (ENTRY, "struck_by", ""),
        (FIX, "unit", 0),
        (FIX, "point", None),
        (FIX, "at", 0.0),
        (MEMBER, "name", ""),
        (MEMBER, "since", "12:00"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """In every copy as at birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_a_place_is_complete_without_a_point() -> None:
    """The words come first."""
    assert Place(name=ANNA).point is None


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


@pytest.mark.law
def test_a_key_of_two_words_has_a_dash() -> None:
    """As people type it."""
    assert [
        UnitStatus.ON_SCENE.key,
        Phase.MERGE_IN.key,
        Role.INFO_DESK.key,
        Source.EMERGENCY_CALL.key,
        MelderKind.PUBLIC_BODY.key,
        ReactionKind.UNIT_NOW.key,
        CitizenRole.ACTIVE_ON_SCENE.key,
    ] == [
        *("on-scene", "merge-in", "info-desk", "emergency-call", "public-body", "unit-now"),
        "active-on-scene",
    ]

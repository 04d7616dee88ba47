"""Facts of reactions, promises and the melder say what their wishes said."""

from typing import Any

import attrs
import pytest

from protocol.commands.promises import (
    BreakPromise,
    KeepPromise,
    MakePromise,
    MovePromise,
    OfferMelder,
    React,
    SpeakToMelder,
    TakeMelder,
)
from protocol.facts.promises import (
    MelderOffered,
    MelderSpokenTo,
    MelderTaken,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseMoved,
    Reacted,
)
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.protocol.make import minute

MADE = PromiseMade(
    incident=1, what=Text("bellen"), due=minute(9), from_whom=Name("anna"), to_whom=Name("melder")
)


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (React, Reacted),
        (MakePromise, PromiseMade),
        (KeepPromise, PromiseKept),
        (MovePromise, PromiseMoved),
        (BreakPromise, PromiseBroken),
        (SpeakToMelder, MelderSpokenTo),
        (OfferMelder, MelderOffered),
        (TakeMelder, MelderTaken),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(wish)] == [each.name for each in attrs.fields(fact)]


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (Reacted(incident=1, kind=ReactionKind.REFERRAL), "kind", 4),
        (Reacted(incident=1, kind=ReactionKind.REFERRAL), "due", 0),
        (MADE, "what", ""),
        (MADE, "due", None),
        (MADE, "to_whom", ""),
        (PromiseMoved(incident=1, promise=1, due=minute(9), why=Text("file")), "why", ""),
        (PromiseBroken(incident=1, promise=1, why=Text("file")), "promise", 0),
        (MelderOffered(incident=1, to=Name("ben")), "to", ""),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        attrs.evolve(valid, **{name: value})

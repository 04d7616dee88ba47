"""Wishes about reactions, promises and the melder are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

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
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.protocol.make import minute

REACT = React(incident=1, kind=ReactionKind.AGREED_LATER)
MAKE = MakePromise(
    incident=1, what=Text("bellen"), due=minute(9), from_whom=Name("anna"), to_whom=Name("melder")
)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (REACT, "kind", 2),
        (REACT, "agreed", 1),
        (REACT, "text", "x" * 501),
        (REACT, "due", 1_790_000_000_000),
        (MAKE, "what", ""),
        (MAKE, "what", "x" * 201),
        (MAKE, "due", None),
        (MAKE, "due", minute(9).replace(microsecond=1)),
        (MAKE, "from_whom", ""),
        (MAKE, "to_whom", " "),
        (KeepPromise(incident=1, promise=1), "promise", 0),
        (MovePromise(incident=1, promise=1, due=minute(9), why=Text("file")), "why", ""),
        (BreakPromise(incident=1, promise=1, why=Text("file")), "why", ""),
        (SpeakToMelder(incident=1), "incident", -1),
        (OfferMelder(incident=1, to=Name("ben")), "to", ""),
        (TakeMelder(incident=1), "incident", 1.0),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """A promise says what, when, who and to whom (A14); who moves or breaks one says why."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_nobody_agreed_unless_that_is_said() -> None:
    """Sending nobody needs the melder's word (A16), which is never taken for granted."""
    assert not REACT.agreed
    assert REACT.due is None

"""Facts of scaling say what their wishes said."""

from typing import Any

import attrs
import pytest

from protocol.commands.scale import AskColleagues, DropWho, NoteWho, SetGrip, SetLevel, SwitchLead, TakeWho
from protocol.facts.scale import (
    ColleaguesAsked,
    GripSet,
    LeadSwitched,
    LevelSet,
    WhoDropped,
    WhoNoted,
    WhoTaken,
)


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (AskColleagues, ColleaguesAsked),
        (NoteWho, WhoNoted),
        (TakeWho, WhoTaken),
        (DropWho, WhoDropped),
        (SetLevel, LevelSet),
        (SetGrip, GripSet),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(wish)] == [each.name for each in attrs.fields(fact)]


def test_that_somebody_was_sure_is_no_part_of_what_happened() -> None:
    """The confirmation of the golden hour is between a person and the console (A73)."""
    wish = {each.name for each in attrs.fields(SwitchLead)}
    assert wish - {each.name for each in attrs.fields(LeadSwitched)} == {"sure"}

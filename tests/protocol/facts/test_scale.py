"""Facts of scaling say what their wishes said."""

from typing import Any

import attrs
import pytest

from protocol import commands, facts


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (commands.AskColleagues, facts.ColleaguesAsked),
        (commands.NoteWho, facts.WhoNoted),
        (commands.TakeWho, facts.WhoTaken),
        (commands.DropWho, facts.WhoDropped),
        (commands.SetLevel, facts.LevelSet),
        (commands.SetGrip, facts.GripSet),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(wish)] == [each.name for each in attrs.fields(fact)]


def test_that_somebody_was_sure_is_no_part_of_what_happened() -> None:
    """The confirmation of the golden hour is between a person and the console (A73)."""
    wish = {each.name for each in attrs.fields(commands.SwitchLead)}
    assert wish - {each.name for each in attrs.fields(facts.LeadSwitched)} == {"sure"}

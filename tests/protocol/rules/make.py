"""Meldingen for the tests of the rules, and moments in their life."""

from datetime import datetime, timedelta

from protocol.facts.fact import Fact
from protocol.facts.letting_go import CitizenGoesOn, EndChecked, FeedbackGiven
from protocol.facts.promises import PromiseMade, Reacted
from protocol.model.incident import Incident
from protocol.model.letting_go import CitizenView
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, OPENED, minute, told

SENT = Reacted(incident=1, kind=ReactionKind.UNIT_NOW)
ALONE = CitizenGoesOn(incident=1, why=Text("buurvrouw blijft bij haar"))
CHECKED = EndChecked(incident=1, citizen=CitizenView.AGREES)
HEARD = FeedbackGiven(incident=1, text=Text("gebeld, tevreden"))


def melding(*facts: Fact, by: Name = ANNA) -> Incident:
    """Incident 1, opened in minute 1, after these facts of minute 2, 3, ..."""
    return told(OPENED, *facts, by=by).incidents[1]


def promised(due: datetime, what: str = "wij bellen terug") -> PromiseMade:
    """A promise of the room to the melder."""
    return PromiseMade(
        incident=1, what=Text(what), due=due, from_whom=Name("meldkamer"), to_whom=Name("melder")
    )


def after(seconds: float) -> datetime:
    """So long after the opening."""
    return minute(1) + timedelta(seconds=seconds)

"""Who hears that something is recalled: whoever it asked or told, and who had it already."""

import pytest

from protocol.commands.command import Command
from protocol.commands.letting_go import HandOver
from protocol.commands.promises import OfferMelder
from protocol.commands.scale import AskColleagues
from protocol.commands.timeline import AddEntry, PushCard, Speak, TakeCard
from protocol.commands.units import AssignUnit
from protocol.commands.work import Refer
from protocol.facts.timeline import LineJoined
from protocol.model.entry import CardKind
from protocol.model.text import Name, Text
from server.decide.recalled import had_it, is_everyones, people_of
from tests.protocol.make import BEN as BENS_NAME
from tests.protocol.make import OPENED, SIGNED_ON, then, told
from tests.server.decide.deeds import Doing
from tests.server.decide.make import ANNA, BEN

BOARD = then(told(OPENED, SIGNED_ON), LineJoined(incident=1), by=BENS_NAME)


@pytest.mark.parametrize(
    ("command", "people"),
    [
        (AssignUnit(incident=1, unit=1), ("12.03",)),
        (OfferMelder(incident=1, to=Name("ben")), ("ben",)),
        (HandOver(incident=1, taker=Name("wijkteam"), packet=Text("alles")), ("wijkteam",)),
        (Refer(incident=1, partner=Name("ggz")), ("ggz",)),
        (Speak(incident=1, text=Text("let op")), ("ben",)),
        (AddEntry(incident=1, text=Text("mes gezien")), ()),
    ],
)
def test_whoever_was_asked_or_told_by_name_hears_it(command: Command, people: tuple[str, ...]) -> None:
    """Not who did it, and nobody of what only stands in the log."""
    deed = Doing(BOARD).do(command)
    assert people_of(deed, ANNA.name) == people
    assert not is_everyones(deed)


def test_colleagues_who_were_asked_are_everybody() -> None:
    """Nobody knows who looked."""
    assert is_everyones(Doing(BOARD).do(AskColleagues(incident=1)))


def test_who_took_a_card_had_it() -> None:
    """The board knows; who only read it, it does not."""
    doing = Doing(BOARD)
    card = doing.do(PushCard(incident=1, card=CardKind.WARNING, text=Text("mes")))
    assert had_it(card, doing.board, ANNA.name) == ()
    doing.do(TakeCard(incident=1, entry=1), BEN)
    assert had_it(card, doing.board, ANNA.name) == ("ben",)

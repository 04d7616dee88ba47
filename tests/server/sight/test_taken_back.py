"""What is taken back reaches every audience as far as it saw it, and leads it to the same board."""

import pytest
from attrs import evolve

from protocol.change import Change
from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.timeline import InvitePartner
from protocol.commands.work import Refer
from protocol.facts.back import DeedTakenBack
from protocol.fold import fold
from protocol.model.text import Name
from protocol.taking_back import goes_back
from protocol.wire.tags import COMMANDS
from server.decide import decide
from server.decide.deed import Deeds
from server.sight.audience import ROOM, STREET, Audience, View
from server.sight.board_view import board_for
from server.sight.visibility import seen
from tests.protocol.make import OPENED, told
from tests.server.decide.deeds import Doing
from tests.server.decide.make import ANNA
from tests.server.decide.test_back_restores import deeds_of

PARTNER = Audience(view=View.PARTNER, name=Name("y"))
AUDIENCES = (ROOM, STREET, PARTNER)


@pytest.mark.parametrize(
    "kind", [kind for kind in COMMANDS.values() if goes_back(kind)], ids=lambda kind: kind.__name__
)
def test_every_audience_comes_to_the_board_that_it_may_have(kind: type[Command]) -> None:
    """Room, street and an invited partner; nobody drifts."""
    for deed in deeds_of(kind):
        before = deed.after
        actor = evolve(ANNA, name=deed.change.by, deeds=Deeds(recent=(deed,)))
        facts = decide(before, TakeBack(wish=1), actor)
        change = Change(seq=before.seq + 1, at=before.at, by=actor.name, facts=facts)
        after = fold(before, change)
        for audience in AUDIENCES:
            had = board_for(before, audience)
            told_ = seen(change, before, after, audience)
            has = fold(had, evolve(change, facts=told_)) if told_ else had
            wanted = board_for(after, audience)
            assert evolve(has, seq=0, at=change.at) == evolve(wanted, seq=0, at=change.at), audience


@pytest.mark.parametrize(
    "command", [InvitePartner(incident=1, partner=Name("ggz")), Refer(incident=1, partner=Name("ggz"))]
)
def test_a_partner_that_was_asked_hears_it_and_learns_of_nobody_else(command: Command) -> None:
    """Another partner hears nothing."""
    doing = Doing(told(OPENED))
    doing.do(command)
    before = doing.board
    change = doing.do(TakeBack(wish=1)).change
    for name, hears in (("ggz", True), ("brandweer", False)):
        audience = Audience(view=View.PARTNER, name=Name(name))
        facts = seen(change, before, doing.board, audience)
        recalls = [fact for fact in facts if isinstance(fact, DeedTakenBack)]
        assert [fact.people for fact in recalls] == ([("ggz",)] if hears else [])

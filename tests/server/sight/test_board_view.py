"""What an audience has of a board: nothing of what it may not see, and the same at both ends."""

from attrs import evolve
from hypothesis import given

from protocol.change import Change
from protocol.facts.timeline import PartnerInvited
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.session.digest import WORDS_APART, BoardDigest
from server.sight.audience import ROOM, STREET, Audience, View
from server.sight.board_view import board_for, digest_for, rest_for
from server.sight.visibility import seen
from tests.histories import histories
from tests.line_steps import PARTNER
from tests.protocol.make import OPENED, SIGNED_ON, told

GGZ = Audience(view=View.PARTNER, name=PARTNER)
AUDIENCES = (ROOM, STREET, GGZ)
INVITED = PartnerInvited(incident=1, partner=PARTNER)


def test_a_partners_board_does_not_even_count_the_others() -> None:
    """How many incidents and units there are is nothing to it."""
    board = told(OPENED, evolve(OPENED, incident=2), SIGNED_ON, evolve(INVITED, incident=2))
    mine = board_for(board, GGZ)
    assert (mine.last_incident, mine.last_unit, set(mine.incidents), set(mine.units)) == (0, 0, {2}, set())


@given(histories(waves=False, max_steps=30))
def test_both_ends_reckon_the_same_digest_of_what_the_audience_has(history: tuple[Change, ...]) -> None:
    """The server from its own board, the console from what its run led to, each from change to change."""
    board, mine = Board(), dict.fromkeys(AUDIENCES, Board())
    roles = {ROOM: Role.CENTRALIST, STREET: Role.UNIT, GGZ: Role.PARTNER}
    theirs = {audience: digest_for(audience) for audience in AUDIENCES}
    own = {audience: BoardDigest(has_timelines=roles[audience] not in WORDS_APART) for audience in AUDIENCES}
    for each in history:
        before, board = board, fold(board, each)
        for audience in AUDIENCES:
            if told_facts := seen(each, before, board, audience):
                mine[audience] = fold(mine[audience], evolve(each, facts=told_facts))
            expected = theirs[audience].digest_of(rest_for(board, audience))
            assert own[audience].digest_of(mine[audience]) == expected is not None

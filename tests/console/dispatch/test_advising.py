"""When the server is asked, and how often."""

from console.desk.desk import Desk
from console.dispatch.advising import PICTURES_FROM, RANKINGS_FROM, Advising
from protocol.facts.units import UnitStatusSet
from protocol.model.role import Role
from protocol.model.unit_status import UnitStatus
from protocol.session.events import LinkState, PieceCame
from protocol.wire.messages import Fetch, Piece
from tests.console.ranked import ranked
from tests.console.rig import Rig, letter, place, point


def asking(role: Role = Role.CENTRALIST) -> tuple[Rig, Desk, Advising, list[Fetch]]:
    """Somebody looks at a melding to which nobody goes."""
    rig = Rig(role=role)
    rig.sign_on("12.01", "12.02")
    rig.open(417, where=place("Havenkade 3", 0, 0))
    desk = rig.desk()
    rig.welcome()
    rig.move((1, point(300)), (2, point(900)))
    asked: list[Fetch] = []
    advising = Advising(desk.parts.dispatch, desk.context, rig.store, asked.append, shown=lambda: None)
    return rig, desk, advising, asked


def test_asked_once_while_the_answer_is_under_way() -> None:
    """However often one looks, and again only when something moved and time went by."""
    rig, desk, advising, asked = asking()
    for _ in range(5):
        advising.look(state=LinkState.LIVE, round_trip_s=0.05)
    assert [each.document for each in asked] == ["recommend/417?most=8"]
    data = ranked(417, rig.board.units)
    rig.take(PieceCame(piece=Piece(id=asked[0].id, offset=0, total=len(data), data=data)))
    assert desk.parts.dispatch.recommending.first(desk.context()) is not None
    rig.happen(UnitStatusSet(unit=1, status=UnitStatus.UNAVAILABLE))
    advising.look(state=LinkState.LIVE, round_trip_s=0.05)
    assert len(asked) == 1
    rig.later(6)
    advising.look(state=LinkState.LIVE, round_trip_s=0.05)
    assert len(asked) == 2


def test_a_slow_link_and_a_cut_ask_nothing_by_themselves() -> None:
    """Nor does a link of which nobody knows yet how slow it is."""
    _, _, advising, asked = asking()
    advising.look(state=LinkState.LIVE, round_trip_s=0.9)
    advising.look(state=LinkState.LIVE, round_trip_s=None)
    advising.look(state=LinkState.SILENT, round_trip_s=0.05)
    assert asked == []


def test_who_may_not_read_it_asks_nothing() -> None:
    """An observer is refused before anything travels."""
    _, desk, advising, asked = asking(Role.OBSERVER)
    desk.parts.dispatch.recommending.show()
    desk.parts.dispatch.reaching.step()
    advising.look(state=LinkState.LIVE, round_trip_s=0.05)
    assert asked == []


def test_ranking_and_reach_do_not_wait_for_each_other() -> None:
    """Each has ids of its own, so that their pieces are never mixed."""
    _, desk, advising, asked = asking()
    desk.parts.dispatch.reaching.step()
    advising.look(state=LinkState.LIVE, round_trip_s=0.05)
    assert [each.id for each in asked] == [RANKINGS_FROM, PICTURES_FROM]


def test_a_unit_gets_what_it_asks_for_and_nothing_unasked() -> None:
    """It sends nobody else, and its link is its telephone."""
    _, desk, advising, asked = asking(Role.UNIT)
    advising.look(state=LinkState.LIVE, round_trip_s=0.05)
    assert asked == []
    desk.press("escape", None)  # It asks first how to sign on.
    letter(desk, "q")
    advising.look(state=LinkState.LIVE, round_trip_s=0.05)
    assert [each.document for each in asked] == ["recommend/417?most=8"]

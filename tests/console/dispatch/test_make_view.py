"""From what is known to what the list and the gauge show."""

from attrs import evolve

from console.desk.desk import Desk
from console.dispatch.make_view import OLD_FROM_S, gauge
from protocol.facts.units import UnitSignedOn
from protocol.model.terms import Terms
from protocol.model.text import Name
from tests.console.ranked import ranked
from tests.console.rig import Rig, place
from tests.console.shown import recommend_view


def town() -> tuple[Rig, Desk]:
    """Three units of two teams."""
    rig = Rig()
    for id, team in ((1, "Noord"), (2, "Noord"), (3, "Zuid")):
        rig.happen(UnitSignedOn(unit=id, call_sign=Name(f"12.0{id}"), team=Name(team)))
    rig.open(417, where=place("Markt 1", 0, 0), priority=1)
    desk = rig.desk()
    rig.welcome()
    welcome = rig.session.welcome
    assert welcome is not None
    least = ((Name("Noord"), 2), (Name("Zuid"), 3))
    rig.session.welcome = evolve(welcome, terms=Terms(waterline=least))
    return rig, desk


def test_the_tightest_team_stands_first() -> None:
    """Whoever has room for one team only sees that one (B29)."""
    _, desk = town()
    assert [(each.team, each.callable, each.least) for each in gauge(desk.context())] == [
        ("Zuid", 1, 3),
        ("Noord", 2, 2),
    ]


def test_a_board_that_is_coming_in_breaks_no_waterline() -> None:
    """Units that have not arrived yet are not missing."""
    rig, desk = town()
    rig.session.knowledge.complete = False
    assert gauge(desk.context()) == ()


def test_a_ranking_that_was_not_refreshed_says_how_old_it_is() -> None:
    """And what is left of the site's time runs on (A55)."""
    rig, desk = town()
    desk.parts.dispatch.recommending.asking(desk.context(), 417)
    desk.parts.dispatch.recommending.came(desk.context(), 417, ranked(417, rig.board.units))
    fresh = recommend_view(desk)
    assert (fresh.age_s, fresh.target_left_s) == (0, 900)
    rig.later(OLD_FROM_S)
    assert (recommend_view(desk).age_s, recommend_view(desk).target_left_s) == (OLD_FROM_S, 885)

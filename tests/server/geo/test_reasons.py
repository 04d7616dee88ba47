"""Reasons: their keys and arguments are what the consoles have sentences for."""

from datetime import timedelta

from protocol.model.autonomy import Autonomy
from protocol.model.fix import Fix
from protocol.model.priority import Priority
from protocol.model.task import Task
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.geo.reasons import Said, Why
from server.geo.teams import Ring
from server.geo.travel import Journey
from server.geo.weights import PAIR, ClassWish, Weights
from tests.server.geo.people import HERE, NOW, board, incident, unit

FIX = Fix(unit=1, point=HERE, at=NOW - timedelta(seconds=301))
WISH = ClassWish(code="12", skills=(Name("taser"), Name("dog")), crew=PAIR)


def _whys(one: Unit, fix: Fix | None, journey: Journey | None, ring: Ring | None) -> list[Why]:
    whole = board([one], incident(8, priority=Priority.P4))
    said = Said(
        board=whole,
        wish=WISH,
        has_home=ring is not None,
        ring_by_team={} if ring is None else {one.team: ring},
        weights=Weights(),
        terms=Terms(waterline=((Name("Zuid"), 3),)),
        now=NOW,
    )
    return list(said.reasons_of(one, fix, journey))


def test_a_unit_with_everything_to_say() -> None:
    """The most telling first: when, what they do, what they can, where they belong."""
    one = unit(
        1,
        crew=1,
        team=Name("Zuid"),
        skills=(Name("dog"),),
        autonomy=Autonomy.GUIDED,
        task=Task(what=Name("school"), since=NOW),
        disturbed_at=NOW - timedelta(minutes=20),
    )
    found = _whys(one, FIX, Journey(s=99.6, by_road=False), Ring.ELSEWHERE)
    assert [(why.key, dict(why.args)) for why in found] == [
        ("travel", {"s": 100}),
        ("straight-line", {}),
        ("task", {"what": "school"}),
        ("lacks-skill", {"skill": "taser"}),
        ("skill", {"skill": "dog"}),
        ("solo-misfits", {}),
        ("ring", {"n": 2}),
        ("recently-disturbed", {"minutes": 20}),
        ("waterline", {"team": "Zuid", "left": 0, "least": 3}),
        ("autonomy", {"autonomy": "guided"}),
    ]


def test_where_it_is_may_be_old_or_unknown() -> None:
    """Said with its age; a fresh position at a melding without a point says nothing of travel."""
    said = [
        next((why.key, dict(why.args)) for why in _whys(unit(1), fix, None, None))
        for fix in (FIX, None, Fix(unit=1, point=HERE, at=NOW))
    ]
    assert said == [("position-old", {"s": 301}), ("no-position", {}), ("free", {})]


def test_who_is_on_a_melding_is_not_free() -> None:
    """Its other melding is named, with its urgency; one that is gone from the board counts as none."""
    busy = unit(1, incident=8, status=UnitStatus.ON_SCENE)
    assert ("diverts", {"incident": 8, "priority": 4}) in [
        (why.key, why.args) for why in _whys(busy, None, None, Ring.OWN)
    ]
    assert "free" not in [why.key for why in _whys(busy, None, None, Ring.OWN)]

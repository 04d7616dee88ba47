"""The recommendation: nearest first, what weighs stands beside it, call signs never count (B4, B5)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.autonomy import Autonomy
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.intake import Intake
from protocol.model.means import Means
from protocol.model.priority import Priority
from protocol.model.task import Task
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.geo.recommend import Proposal, Recommendation, recommend
from server.geo.teams import Team, Teams
from server.geo.travel import Journey
from server.geo.weights import PAIR, SOLO, ClassWish, Weights
from tests.server.geo.people import HERE, NOW, board, incident, seen, unit

TEAMS = Teams(
    teams=(
        Team(
            name=Name("Centrum"),
            neighbours=(Name("Noord"),),
            area=((51.9, 4.3), (52.1, 4.3), (52.1, 4.4), (51.9, 4.4)),
        ),
        Team(name=Name("Noord")),
        Team(name=Name("Zuid")),
    )
)
WEIGHTS = Weights(
    classes=(
        ClassWish(code="14", skills=(Name("frisian"),), crew=SOLO),
        ClassWish(code="12", crew=PAIR),
    )
)


def _recommend(
    units: Sequence[Unit],
    travel_s: dict[int, float],
    *others: Incident,
    melding: Incident | None = None,
    **told: Any,
) -> Recommendation:
    melding = incident() if melding is None else melding
    terms: Terms = told.pop("terms", Terms())
    usual: dict[str, Any] = {"weights": WEIGHTS, "teams": Teams(), "now": NOW, "most": 99}
    journeys = {id: Journey(s=s, by_road=True) for id, s in travel_s.items()}
    fixes = told.pop("fixes", seen(dict.fromkeys(travel_s, HERE)))
    whole: Board = board(units, melding, *others)
    return recommend(whole, fixes, melding, journeys, terms=terms, **{**usual, **told})


def _order(found: Recommendation) -> list[int]:
    return [each.unit for each in found.proposals]


def _keys(proposal: Proposal) -> list[str]:
    return [why.key for why in proposal.reasons]


def test_the_nearest_comes_first_whatever_carries_it() -> None:
    """On foot around the corner is sooner than a car on the other side (B5, B31)."""
    found = _recommend([unit(1), unit(2, means=Means.FOOT), unit(3)], {1: 240, 2: 100, 3: 300})
    assert _order(found) == [2, 1, 3]
    assert [(each.travel_s, each.weighed_s) for each in found.proposals] == [
        (100, 100),
        (240, 240),
        (300, 300),
    ]
    assert _keys(found.proposals[0]) == ["travel", "free"]


@pytest.mark.parametrize(
    ("told", "key", "adds_s"),
    [
        ({"task": Task(what=Name("school"), since=NOW)}, "task", 60),
        ({"autonomy": Autonomy.GUIDED}, "autonomy", 60),
        ({"autonomy": Autonomy.LEADING}, "autonomy", 0),
        ({"disturbed_at": NOW}, "recently-disturbed", 90),
        ({"disturbed_at": NOW - timedelta(minutes=30)}, "recently-disturbed", 45),
        ({"team": Name("Centrum")}, "own-area", 0),
        ({"team": Name("Noord")}, "ring", 45),
        ({"team": Name("Zuid")}, "ring", 120),
        ({"incident": 8, "status": UnitStatus.EN_ROUTE}, "diverts", 420),
    ],
)
def test_what_weighs_is_a_reason_and_so_many_seconds(told: dict[str, Any], key: str, adds_s: int) -> None:
    """Nothing is hidden in a score: the reasons add up to what stands between travel and weighed time."""
    usual = {"team": Name("Centrum")}
    found = _recommend(
        [unit(1, **{**usual, **told})], {1: 100}, incident(8, priority=Priority.P4), teams=TEAMS
    )
    (proposal,) = found.proposals
    assert [why.adds_s for why in proposal.reasons if why.key == key] == [adds_s]
    assert proposal.weighed_s == 100 + adds_s


def test_long_after_being_disturbed_nothing_is_left_of_it() -> None:
    """Fairness has an end that the site sets."""
    found = _recommend([unit(1, disturbed_at=NOW - timedelta(minutes=60))], {1: 100})
    assert _keys(found.proposals[0]) == ["travel", "free"]


def test_of_equals_who_was_left_in_peace_longest_goes_first() -> None:
    """Who was never disturbed before who was, however long ago."""
    long_ago, longer_ago = NOW - timedelta(hours=3), NOW - timedelta(hours=4)
    units = [unit(1, disturbed_at=long_ago), unit(2, disturbed_at=longer_ago), unit(3)]
    assert _order(_recommend(units, {1: 100, 2: 100, 3: 100})) == [3, 2, 1]


def test_skills_are_asked_by_the_melding_and_by_its_class() -> None:
    """Each that is there is said, each that is not costs (A89)."""
    melding = incident(skills=(Name("taser"),), intake=Intake(code=Name("14A")))
    can = unit(1, skills=(Name("frisian"), Name("taser")))
    found = _recommend([can, unit(2)], {1: 500, 2: 100}, melding=melding)
    assert found.skills == ("taser", "frisian")
    assert _order(found) == [1, 2]
    assert [why.args for why in found.proposals[0].reasons if why.key == "skill"] == [
        {"skill": "taser"},
        {"skill": "frisian"},
    ]
    assert found.proposals[1].weighed_s == 100 + 2 * WEIGHTS.lacks_skill_s


@pytest.mark.parametrize(
    ("code", "crew", "key", "adds_s"),
    [
        ("14A", 1, "solo-fits", -60),
        ("14A", 2, None, 0),
        ("12", 1, "solo-misfits", 240),
        ("12", 2, "pair-fits", 0),
        ("99", 1, None, 0),
    ],
)
def test_one_colleague_or_two_as_the_class_asks(code: str, crew: int, key: str | None, adds_s: int) -> None:
    """Alone is better for contact, worse for danger (A90, A91)."""
    melding = incident(intake=Intake(code=Name(code)))
    (proposal,) = _recommend(
        [unit(1, crew=crew, skills=(Name("frisian"),))], {1: 200}, melding=melding
    ).proposals
    crews = [why.key for why in proposal.reasons if why.key.startswith(("solo", "pair"))]
    assert crews == ([] if key is None else [key])
    assert proposal.weighed_s == 200 + adds_s


def test_leaving_a_team_below_its_minimum_is_said_and_weighs() -> None:
    """With the numbers, before it is broken (B29)."""
    units = [unit(1, team=Name("Noord")), unit(2, team=Name("Zuid"))]
    terms = Terms(waterline=((Name("Noord"), 1),))
    found = _recommend(units, {1: 100, 2: 300}, terms=terms)
    assert _order(found) == [2, 1]
    why = next(why for why in found.proposals[1].reasons if why.key == "waterline")
    assert why.args == {"team": "Noord", "left": 0, "least": 1}


def test_rings_are_named_from_the_own_area_outwards() -> None:
    """Also by a neighbour that names the own team (A57)."""
    teams = Teams(teams=(*TEAMS.teams, Team(name=Name("West"), neighbours=(Name("Centrum"),))))
    units = [unit(n, team=Name(team)) for n, team in enumerate(("Centrum", "West", "Noord", "Zuid", ""), 1)]
    found = _recommend(units, dict.fromkeys(range(1, 6), 100.0), teams=teams)
    assert found.ring_names == ("Centrum", "Noord", "West")
    assert {each.unit: each.ring for each in found.proposals} == {1: 0, 2: 1, 3: 1, 4: 2, 5: 2}
    far = _recommend(units, {1: 100}, teams=teams, melding=incident(point=None))
    assert (far.ring_names, far.proposals[0].ring) == ((), None)


def test_only_what_is_less_urgent_is_left_for_it() -> None:
    """Who is on something as urgent, out of service or already there is not proposed at all."""
    busy = {"status": UnitStatus.ON_SCENE}
    units = [
        unit(1, incident=8, **busy),
        unit(2, incident=9, **busy),
        unit(3, incident=7, **busy),
        unit(4, status=UnitStatus.UNAVAILABLE),
    ]
    others = incident(8, priority=Priority.P3), incident(9, priority=Priority.P2)
    found = _recommend(units, dict.fromkeys(range(1, 5), 60.0), *others)
    assert _order(found) == [1]
    diverts = next(why for why in found.proposals[0].reasons if why.key == "diverts")
    assert diverts.args == {"incident": 8, "priority": 3}
    assert "free" not in _keys(found.proposals[0])


def test_who_is_known_stands_before_who_is_not_and_fixed_work_behind_all() -> None:
    """Positions too old are said to be too old; work that may not be broken off is not broken off (B3)."""
    fixed = Task(what=Name("verhoor"), interruptible=False, since=NOW)
    units = [unit(1, task=fixed), unit(2), unit(3), unit(4)]
    old = seen({2: HERE}, ago_s=900)
    found = _recommend(units, {1: 10, 4: 3_000}, fixes={**seen({1: HERE, 4: HERE}), **old})
    assert _order(found) == [4, 2, 3, 1]
    said = {each.unit: (each.travel_s, each.age_s, each.reasons[0].key) for each in found.proposals}
    assert said == {
        4: (3_000, 5, "travel"),
        2: (None, 900, "position-old"),
        3: (None, None, "no-position"),
        1: (10, 5, "travel"),
    }
    assert found.proposals[1].reasons[0].args == {"s": 900}
    assert "task-fixed" in _keys(found.proposals[3])


def test_a_straight_line_is_said_to_be_one() -> None:
    """For each unit, and for the whole when no street was used at all."""
    melding = incident()
    journeys = {1: Journey(s=100, by_road=False), 2: Journey(s=110, by_road=True)}

    def found(units: list[Unit]) -> Recommendation:
        mine = {each.id: journeys[each.id] for each in units}
        return recommend(
            board(units, melding),
            seen({1: HERE, 2: HERE}),
            melding,
            mine,
            weights=WEIGHTS,
            teams=Teams(),
            terms=Terms(),
            now=NOW,
            most=8,
        )

    both = found([unit(1), unit(2)])
    assert [_keys(each)[:2] for each in both.proposals] == [["travel", "straight-line"], ["travel", "free"]]
    assert (both.by_road, found([unit(1)]).by_road) == (True, False)


def test_without_a_point_nobody_is_near() -> None:
    """The rest still counts: who has the skill stands first."""
    melding = incident(point=None, skills=(Name("dog"),))
    found = _recommend([unit(1), unit(2, skills=(Name("dog"),))], {}, melding=melding, fixes=seen({1: HERE}))
    assert (found.point, found.by_road, _order(found)) == (False, False, [2, 1])
    assert found.proposals[1].travel_s is None


@st.composite
def _units(draw: st.DrawFn) -> list[Unit]:
    count = draw(st.integers(1, 7))
    return [
        unit(
            id,
            means=draw(st.sampled_from(Means)),
            crew=draw(st.integers(1, 2)),
            team=Name(draw(st.sampled_from(["Centrum", "Noord", "Zuid", ""]))),
            skills=draw(st.sampled_from([(), (Name("taser"),)])),
            autonomy=draw(st.sampled_from(Autonomy)),
            status=draw(st.sampled_from([UnitStatus.AVAILABLE, UnitStatus.UNAVAILABLE])),
            disturbed_at=draw(st.none() | st.integers(0, 90).map(lambda m: NOW - timedelta(minutes=m))),
        )
        for id in range(1, count + 1)
    ]


_TRAVEL = st.dictionaries(st.integers(1, 7), st.floats(0, 3_600), max_size=7)
_MELDING = incident(skills=(Name("taser"),))


@given(_units(), _TRAVEL, st.randoms(use_true_random=False))
def test_call_signs_change_nothing(units: list[Unit], travel_s: dict[int, float], dice: Any) -> None:
    """Everybody gets another one's: the order stays (B4)."""
    signs = [each.call_sign for each in units]
    dice.shuffle(signs)
    renamed = [evolve(each, call_sign=sign) for each, sign in zip(units, signs, strict=True)]
    before = _recommend(units, travel_s, melding=_MELDING, teams=TEAMS)
    after = _recommend(renamed, travel_s, melding=_MELDING, teams=TEAMS)
    assert _order(after) == _order(before)


@given(_units(), _TRAVEL, st.data())
def test_a_nearer_equal_is_never_ranked_lower(
    units: list[Unit], travel_s: dict[int, float], data: st.DataObject
) -> None:
    """Whoever is like another and has less far to go stands before it; the others keep their order."""
    like = data.draw(st.sampled_from(units))
    own_s = travel_s.get(like.id)
    nearer = evolve(like, id=8, call_sign=Name("new"))
    nearer_s = {} if own_s is None else {8: max(0.0, own_s - data.draw(st.floats(1, 600)))}
    if own_s is not None and own_s < 1:
        return
    before = _order(_recommend(units, travel_s, melding=_MELDING, teams=TEAMS))
    after = _order(_recommend([*units, nearer], {**travel_s, **nearer_s}, melding=_MELDING, teams=TEAMS))
    assert [id for id in after if id != 8] == before
    if own_s is not None and like.id in before:
        assert after.index(8) < after.index(like.id)


@given(_units(), _TRAVEL)
def test_everybody_who_can_be_called_is_there_once_and_the_sums_are_right(
    units: list[Unit], travel_s: dict[int, float]
) -> None:
    """Nobody is left out for what they do or how they move; known times run upwards."""
    found = _recommend(units, travel_s, melding=_MELDING, teams=TEAMS)
    callable_ = {each.id for each in units if each.can_be_called}
    assert sorted(_order(found)) == sorted(callable_)
    for each in found.proposals:
        if each.travel_s is not None:
            assert each.weighed_s == max(0, each.travel_s + sum(why.adds_s for why in each.reasons))
    known = [each.weighed_s for each in found.proposals if each.weighed_s is not None]
    assert known == sorted(known)

"""Dispatch: one door to who is near, with a map and without one."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from protocol.errors import Reason, Refused
from protocol.map.reach import read_reach, write_reach
from protocol.model.choice import Choice
from protocol.model.intake import Intake
from protocol.model.means import Means
from protocol.model.priority import Priority
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from server.geo.dispatch import Dispatch, as_lines
from server.geo.network import Network
from server.geo.recommend import recommend
from server.geo.teams import Teams
from server.geo.weights import ClassWish, Weights
from tests.server.geo.people import NOW, board, incident, seen, unit
from tests.server.geo.small_town import Street, arrays_of, at, networks

TOWN = Network.from_arrays(
    arrays_of([(0, 0), (0, 1_000), (0, 2_000)], [Street(0, 1, 10_000), Street(1, 2, 10_000)])
)
TERMS = Terms(stale_after_s=60)
DISPATCH = Dispatch(TOWN, Weights(urgent_factor=0.5), Teams(), TERMS)
BLIND = Dispatch(None, Weights(), Teams(), TERMS)
MELDING = incident(point=at(0, 0))


def test_the_document_has_a_head_and_a_line_a_unit() -> None:
    """Best first, every reason with its arguments, and what it adds where it adds something."""
    whole = board([unit(1), unit(2, means=Means.BICYCLE), unit(3)], MELDING)
    found = DISPATCH.recommend(whole, seen({1: at(0, 2_000), 2: at(0, 400)}), 7, now=NOW)
    head, *lines = [json.loads(line) for line in as_lines(found).splitlines()]
    assert head == {"number": 7, "by_road": True, "point": True, "skills": [], "ring_names": []}
    assert lines == [
        {
            "unit": 2,
            "call_sign": "12.02",
            "travel_s": 80,
            "weighed_s": 80,
            "ring": None,
            "age_s": 5,
            "reasons": [{"key": "travel", "s": 80}, {"key": "free"}],
        },
        {
            "unit": 1,
            "call_sign": "12.01",
            "travel_s": 200,
            "weighed_s": 200,
            "ring": None,
            "age_s": 5,
            "reasons": [{"key": "travel", "s": 200}, {"key": "free"}],
        },
        {
            "unit": 3,
            "call_sign": "12.03",
            "travel_s": None,
            "weighed_s": None,
            "ring": None,
            "age_s": None,
            "reasons": [{"key": "no-position"}, {"key": "free"}],
        },
    ]


def test_only_so_many_are_told() -> None:
    """The best ones."""
    whole = board([unit(id) for id in range(1, 6)], MELDING)
    fixes = seen({id: at(0, 300 * id) for id in range(1, 6)})
    found = DISPATCH.recommend(whole, fixes, 7, now=NOW, most=2)
    assert [each.unit for each in found.proposals] == [1, 2]


def test_a_melding_that_is_not_there_is_refused() -> None:
    """With the newest number, so that the sentence can say it."""
    with pytest.raises(Refused) as caught:
        DISPATCH.recommend(board([], MELDING), {}, 8, now=NOW)
    assert (caught.value.reason, caught.value.args_by_name) == (
        Reason.NO_SUCH_INCIDENT,
        {"incident": 8, "last": 7},
    )


def test_an_old_position_gets_no_travel_time() -> None:
    """Older than the site allows is too old, and as old as it allows is not."""
    whole = board([unit(1), unit(2)], MELDING)
    fixes = {**seen({1: at(0, 100)}, ago_s=61), **seen({2: at(0, 900)}, ago_s=60)}
    found = DISPATCH.recommend(whole, fixes, 7, now=NOW)
    assert [(each.unit, each.travel_s) for each in found.proposals] == [(2, 90), (1, None)]


def test_without_a_map_it_says_so() -> None:
    """Straight lines, each named one."""
    found = BLIND.recommend(board([unit(1)], MELDING), seen({1: at(0, 500)}), 7, now=NOW)
    assert not found.by_road
    assert [why.key for why in found.proposals[0].reasons] == ["travel", "straight-line", "free"]


def test_a_single_travel_time() -> None:
    """Faster at priority 1; None where the unit or the place is not known."""
    (fix,) = seen({1: at(0, 1_000)}, ago_s=9_999).values()
    assert DISPATCH.travel_s(unit(1), fix, at(0, 0)) == pytest.approx(100)
    assert DISPATCH.travel_s(unit(1), fix, at(0, 0), priority=Priority.P1) == pytest.approx(50)
    assert DISPATCH.travel_s(unit(1), None, at(0, 0)) is None
    assert DISPATCH.travel_s(unit(1), fix, None) is None


def test_who_was_sent_is_set_beside_who_would_have_been_first() -> None:
    """Both with their times (B6)."""
    units = [unit(1), unit(2)]
    fixes = seen({1: at(0, 2_000), 2: at(0, 1_000)})
    choice = DISPATCH.weigh(board(units, MELDING), fixes, MELDING, units[0], now=NOW)
    assert choice == Choice(
        unit=Name("12.01"), travel_s=200, nearest=Name("12.02"), nearest_s=100, by_road=True
    )


@pytest.mark.parametrize(
    "other",
    [
        {"status": UnitStatus.UNAVAILABLE},
        {"status": UnitStatus.ON_SCENE, "incident": 8},
    ],
)
def test_who_could_not_be_called_was_not_passed_over(other: dict[str, object]) -> None:
    """However near."""
    units = [unit(1), unit(2, **other)]
    fixes = seen({1: at(0, 2_000), 2: at(0, 100)})
    choice = DISPATCH.weigh(board(units, MELDING), fixes, MELDING, units[0], now=NOW)
    assert choice == Choice(unit=Name("12.01"), travel_s=200, nearest_s=200)


def test_nearer_by_a_hair_is_not_nearer() -> None:
    """Positions err: nobody is asked to explain ten seconds."""
    units = [unit(1), unit(2)]
    fixes = seen({1: at(0, 1_000), 2: at(0, 900)})
    choice = DISPATCH.weigh(board(units, MELDING), fixes, MELDING, units[0], now=NOW)
    assert choice is not None
    assert (choice.nearest, choice.nearest_s) == ("", 100)


def test_what_nobody_knows_is_not_weighed() -> None:
    """A unit without a fresh position, or a place that is not on the map."""
    units = [unit(1), unit(2)]
    fixes = {**seen({1: at(0, 100)}, ago_s=99), **seen({2: at(0, 100)})}
    assert DISPATCH.weigh(board(units, MELDING), fixes, MELDING, units[0], now=NOW) is None
    nowhere = incident(point=None)
    assert DISPATCH.weigh(board(units, nowhere), fixes, nowhere, units[1], now=NOW) is None


def test_a_unit_that_was_taken_off_another_melding_is_weighed_too() -> None:
    """It was sent, so it could go."""
    one = unit(1, status=UnitStatus.EN_ROUTE, incident=8)
    choice = DISPATCH.weigh(board([one], MELDING), seen({1: at(0, 1_000)}), MELDING, one, now=NOW)
    assert choice == Choice(unit=Name("12.01"), travel_s=100, nearest_s=100)


@pytest.mark.parametrize("dispatch", [DISPATCH, BLIND])
def test_reach_counts_who_can_be_called_and_is_known(dispatch: Dispatch) -> None:
    """Nobody else's circle is drawn; the picture travels as it is."""
    units = [unit(1), unit(2, status=UnitStatus.UNAVAILABLE), unit(3)]
    fixes = {**seen({1: at(0, 100), 2: at(0, 1_900)}), **seen({3: at(0, 1_000)}, ago_s=61)}
    reach = dispatch.reach(board(units), fixes, minutes=1, now=NOW)
    lat, lon = 5_200_000, 435_000
    assert [reach.holds(reach.reached, lat, lon + east) for east in (100, 1_900)] == [True, False]
    assert read_reach(write_reach(reach)) == reach
    assert reach.by_road is (dispatch is DISPATCH)


def test_reach_shows_what_a_dispatch_takes_away() -> None:
    """Only what nobody else reaches is lost."""
    units = [unit(1), unit(2)]
    fixes = seen({1: at(0, 100), 2: at(0, 1_900)})
    reach = DISPATCH.reach(board(units), fixes, minutes=2, sending=(2,), now=NOW)
    assert reach.permille == 1_000
    assert 0 < reach.permille_after < 1_000
    lat, lon = 5_200_000, 435_000
    assert [reach.holds(reach.lost, lat, lon + east) for east in (100, 1_900)] == [False, True]


@given(networks(), st.data())
def test_looking_less_far_first_changes_no_recommendation(
    arrays: dict[str, NDArray[Any]], data: st.DataObject
) -> None:
    """The best are the best of a whole search, down to the last reason."""
    weights = Weights(classes=(ClassWish(code="1", crew=1),), foot_kmh=1.5, off_street_m=150)
    dispatch = Dispatch(Network.from_arrays(arrays), weights, Teams(), TERMS)
    spot = st.builds(at, st.integers(-200, 1_100), st.integers(-200, 1_100))
    melding = incident(point=data.draw(spot), intake=Intake(code=Name("12")))
    units = [
        unit(id, means=data.draw(st.sampled_from(Means)), crew=data.draw(st.integers(1, 2)))
        for id in range(1, 7)
    ]
    fixes = seen({each.id: data.draw(spot) for each in units})
    whole = board(units, melding)
    expected = recommend(
        whole,
        fixes,
        melding,
        dispatch.journeys(units, fixes, melding.place.point, priority=melding.priority, now=NOW),
        weights=weights,
        teams=Teams(),
        terms=TERMS,
        now=NOW,
        most=2,
    )
    assert dispatch.recommend(whole, fixes, 7, now=NOW, most=2).proposals == expected.proposals


def test_who_fits_much_better_is_found_from_far() -> None:
    """However near the others are: what is taken off is looked for beyond them."""
    weights = Weights(classes=(ClassWish(code="1", crew=1),), solo_fits_s=3_000, foot_kmh=3.6)
    dispatch = Dispatch(TOWN, weights, Teams(), TERMS)
    melding = incident(point=at(0, 0), intake=Intake(code=Name("12")))
    units = [unit(1, crew=2, means=Means.FOOT), unit(2, crew=1, means=Means.FOOT)]
    fixes = seen({1: at(0, 10), 2: at(0, 1_500)})
    found = dispatch.recommend(board(units, melding), fixes, 7, now=NOW, most=1)
    assert [(each.unit, each.travel_s, each.weighed_s) for each in found.proposals] == [(2, 1_500, 0)]

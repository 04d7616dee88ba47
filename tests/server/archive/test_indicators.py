"""The indicators: each counts what its name says, over cases made by hand."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.choice import ChoiceReason
from protocol.model.terms import ClockStart
from server.archive import indicators
from server.archive.case import GIVEN, IMPOSSIBLE, NONE, OWED
from tests.server.archive.make import NOON, case, sent

TARGET = timedelta(minutes=15)


def _at(minutes: float) -> Any:
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("said", "now", "expected"),
    [
        ({"assigned": _at(1), "arrived": _at(15)}, 60, "within"),
        ({"assigned": _at(1), "arrived": _at(15.1)}, 60, "late"),
        ({"assigned": _at(1)}, 15, "under_way"),
        ({"assigned": _at(1)}, 16, "waiting_late"),
        ({}, 16, "waiting_late"),
        ({"assigned": _at(1), "closed": _at(90)}, 99, "status_missing"),
        ({"closed": _at(90)}, 99, "nobody_sent"),
    ],
)
def test_an_arrival_stands_in_one_of_six_ways(said: dict[str, Any], now: float, expected: str) -> None:
    """A status that nobody pressed is missing, and not late (A55)."""
    found = indicators.on_spot(case(**said), target=TARGET, start=ClockStart.OPENED, now=_at(now))
    assert expected == found


@pytest.mark.parametrize(
    ("said", "now", "expected"),
    [
        ({"assigned": _at(10), "arrived": _at(25)}, 60, "within"),
        ({"assigned": _at(10), "arrived": _at(26)}, 60, "late"),
        ({"assigned": _at(10)}, 25, "under_way"),
        ({}, 60, "under_way"),
        ({"arrived": _at(16)}, 60, "late"),
    ],
)
def test_the_clock_can_start_at_the_assignment(said: dict[str, Any], now: float, expected: str) -> None:
    """Before it there is no clock; who came unasked is measured from the opening."""
    found = indicators.on_spot(case(**said), target=TARGET, start=ClockStart.ASSIGNED, now=_at(now))
    assert expected == found


def test_the_share_is_of_those_of_whom_it_is_known() -> None:
    """One priority counts, and a missing status neither helps nor harms."""
    cases = [
        case(assigned=_at(0), arrived=_at(5)),
        case(assigned=_at(0), arrived=_at(50)),
        case(assigned=_at(0), arrived=_at(6)),
        case(assigned=_at(0), closed=_at(60)),
        case(assigned=_at(0), arrived=_at(50), priority=2),
    ]
    counts = indicators.on_spot_counts(cases, priority=1, target=TARGET, start=ClockStart.OPENED, now=_at(70))
    assert (counts["within"], counts["late"], counts["status_missing"]) == (2, 1, 1)
    assert indicators.share_within(counts) == 0.6667


def test_time_to_the_first_reaction() -> None:
    """In seconds, shortest first; who waits is counted apart (A3)."""
    cases = [case(reacted=_at(3)), case(reacted=_at(1)), case(), case(closed=_at(4))]
    assert indicators.first_reaction_s(cases) == (60.0, 180.0)
    assert indicators.none_yet(cases) == 1


@given(st.lists(st.floats(0, 1e6), min_size=1).map(sorted), st.sampled_from([1, 50, 90, 100]))
def test_a_percentile_is_one_of_the_values_and_covers_its_share(values: list[float], percent: int) -> None:
    """The smallest that does."""
    found = indicators.percentile(values, percent)
    assert found is not None
    assert sum(value <= found for value in values) >= percent / 100 * len(values)
    assert sum(value < found for value in values) < percent / 100 * len(values)


def test_of_nothing_there_is_no_percentile_and_no_share() -> None:
    """Not zero: nobody has to explain a number that means nothing."""
    assert indicators.percentile((), 50) is None
    assert indicators.share(0, 0) is None


def test_promises_are_counted_by_how_they_ended() -> None:
    """An open one is breached from its time on (A14)."""
    cases = [case(kept=2, moved=1, dues=(_at(5), _at(9))), case(broken=1)]
    assert indicators.promise_counts(cases, _at(5)) == {
        "kept": 2,
        "moved": 1,
        "broken": 1,
        "open": 2,
        "breached": 1,
    }


def test_feedback_is_shared_over_all_to_whom_it_was_due() -> None:
    """What is not yet due does not count (A20)."""
    cases = [case(feedback=how) for how in (GIVEN, GIVEN, IMPOSSIBLE, OWED, NONE)]
    counts = indicators.feedback_counts(cases)
    assert counts == {"given": 2, "impossible": 1, "owed": 1}
    assert indicators.share_of_feedback(counts) == 0.5


def test_closings_in_an_emergency_say_over_what() -> None:
    """Each missing thing is counted (A41-A44)."""
    assert indicators.emergency_counts([(), ("check", "feedback"), ("feedback",)]) == {
        "closings": 2,
        "of": 3,
        "passed": {"check": 1, "feedback": 2},
    }


def test_the_bias_meter_counts_who_went_beside_who_was_nearest() -> None:
    """Extra time is over those that passed somebody over; a straight line counts, but not as road (B6)."""
    cases = [
        case(choices=(sent(), sent(by_road=False))),
        case(choices=(sent(nearest="12.01", extra_s=40, reason="waterline"),)),
        case(choices=(sent(nearest="12.01", extra_s=200), sent(nearest="M7", extra_s=0, reason="other"))),
        case(),
    ]
    assert indicators.choice_counts(cases) == {
        "of": 5,
        "nearest": 2,
        "passed_over": 3,
        "extra_s": {"p50": 40, "p90": 200, "total": 240},
        "explained": 2,
        "reasons": {"other": 1, "waterline": 1},
        "by_road": 4,
    }


def test_of_no_choices_there_is_no_extra_time() -> None:
    """A total of nothing is nothing; half of nothing is unknown."""
    counts = indicators.choice_counts([case(), case(choices=())])
    assert (counts["of"], counts["passed_over"], counts["extra_s"]) == (
        0,
        0,
        {"p50": None, "p90": None, "total": 0},
    )


@given(
    st.lists(
        st.builds(
            sent,
            nearest=st.sampled_from(["", "12.01"]),
            extra_s=st.integers(0, 9_999),
            reason=st.none() | st.sampled_from([each.key for each in ChoiceReason]),
            by_road=st.booleans(),
        )
    ).map(tuple)
)
def test_every_choice_passed_somebody_over_or_did_not(choices: tuple[Any, ...]) -> None:
    """The parts add up, and nothing is explained that nobody had to explain."""
    counts: dict[str, Any] = indicators.choice_counts([case(choices=choices)])
    assert counts["nearest"] + counts["passed_over"] == counts["of"] == len(choices)
    assert counts["explained"] == sum(counts["reasons"].values()) <= counts["passed_over"]
    assert counts["by_road"] <= counts["of"]


def test_direct_contact_is_counted_from_the_call_and_before_arrival() -> None:
    """Who was there already when they first spoke, did not speak before arrival (A46, A52)."""
    opened = case().opened
    cases = [
        case(contact=opened, direct=opened + timedelta(seconds=40), arrived=None),
        case(contact=opened, direct=opened + timedelta(seconds=90), arrived=opened + timedelta(seconds=60)),
        case(contact=opened, direct=None, arrived=None),
        case(),
    ]
    assert indicators.contact_counts(cases) == {
        "of": 4,
        "opened": 3,
        "direct": 2,
        "before_arrival": 1,
        "p50_s": 40.0,
        "p90_s": 90.0,
    }


def test_cards_count_when_they_came_in_time_and_when_somebody_has_them() -> None:
    """A share of nothing is none (A40, A96)."""
    cases = [case(cards=3, cards_in_time=2, cards_taken=1), case(cards=1, cards_in_time=1, cards_taken=1)]
    assert indicators.card_counts(cases) == {"pushed": 4, "in_time": 3, "taken": 2, "share_in_time": 0.75}
    assert indicators.card_counts([case()])["share_in_time"] is None

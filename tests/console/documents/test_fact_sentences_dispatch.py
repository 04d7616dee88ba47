"""Who goes and why, as sentences in both languages."""

from datetime import timedelta

import pytest

from console.documents.fact_sentences_dispatch import dispatch_args, reason_word, span
from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.fact import Fact
from protocol.facts.units import TaskEnded, TaskSet, UnitSignedOn
from protocol.model.autonomy import Autonomy
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.means import Means
from protocol.model.text import Name
from tests.console.documents.test_fact_sentences import EN, NL, said
from tests.console.grammar.make import AT


@pytest.mark.parametrize(
    ("fact", "dutch", "english"),
    [
        (
            UnitSignedOn(unit=9, call_sign=Name("12.09")),
            "12.09 in dienst, auto, koppel",
            "12.09 on duty, car, pair",
        ),
        (
            UnitSignedOn(
                unit=9,
                call_sign=Name("12.09"),
                means=Means.BICYCLE,
                crew=1,
                team=Name("Noord"),
                skills=(Name("fries"), Name("taser")),
                autonomy=Autonomy.LEADING,
            ),
            "12.09 in dienst, fiets, solo, leidend, team Noord; kan fries, taser",
            "12.09 on duty, bicycle, solo, leading, team Noord; can fries, taser",
        ),
        (TaskSet(unit=1, what=Name("verhoor")), "12.03 taak: verhoor", "12.03 task: verhoor"),
        (
            TaskSet(unit=1, what=Name("verhoor"), interruptible=False),
            "12.03 taak: verhoor, niet te onderbreken",
            "12.03 task: verhoor, not to be interrupted",
        ),
        (TaskEnded(unit=1), "12.03 taak afgerond", "12.03 task finished"),
        (
            SkillsAsked(incident=417, skills=(Name("fries"), Name("taser"))),
            "417 vereist fries, taser",
            "417 requires fries, taser",
        ),
        (
            SkillsAsked(incident=417),
            "417 vereist niets bijzonders meer",
            "417 requires nothing special any more",
        ),
        (
            ChoiceWeighed(incident=417, choice=Choice(unit=Name("12.03"), travel_s=40)),
            "417 12.03 gaat, 40 s, de dichtstbijzijnde",
            "417 12.03 goes, 40 s, the nearest",
        ),
        (
            ChoiceWeighed(
                incident=417,
                choice=Choice(
                    unit=Name("12.03"), travel_s=360, nearest=Name("13.01"), nearest_s=240, by_road=False
                ),
            ),
            "417 12.03 gaat, 6 min in rechte lijn; 13.01 was dichterbij, 4 min",
            "417 12.03 goes, 6 min as the crow flies; 13.01 was nearer, 4 min",
        ),
        (
            ChoiceExplained(incident=417, reason=ChoiceReason.KNOWS_THEM),
            "417 waarom een ander: kent de mensen daar",
            "417 why somebody else: knows the people there",
        ),
    ],
)
def test_who_goes_and_why_is_told(fact: Fact, dutch: str, english: str) -> None:
    """What goes without saying is not said."""
    assert said(fact, NL) == dutch
    assert said(fact, EN) == english


def test_an_expected_arrival_keeps_its_own_time() -> None:
    """The moment it will be there is not the moment it was reckoned (both are called `at`)."""
    there = AT + timedelta(minutes=4)
    text = said(ArrivalExpected(unit=1, incident=417, at=there))
    assert text == f"12.03 wordt om {there.astimezone():%H:%M} bij 417 verwacht"


def test_a_travel_time_is_short() -> None:
    """Seconds while they count, then minutes; a dash where there is none."""
    assert [span(each) for each in (0, 89.6, 90, 200, None, True, "x")] == [
        "0 s",
        "90 s",
        "2 min",
        "3 min",
        "–",
        "–",
        "–",
    ]


def test_what_a_newer_server_says_is_shown_as_it_is() -> None:
    """A reason that this version does not know is its key; a row without its choice is no error."""
    assert reason_word("moonlight", NL) == "moonlight"
    assert dispatch_args("ChoiceWeighed", {}, NL)["unit"] == "–"
    assert dispatch_args("EntryAdded", {}, NL) == {}

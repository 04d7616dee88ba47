"""What facts about who goes do to the board."""

from attrs import evolve

from protocol.facts.dispatch import ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.incidents import IncidentClosed, IncidentReopened
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.text import Name, Text
from tests.protocol.make import OPENED, besides, then, told

NEAREST = Choice(unit=Name("12.03"), travel_s=60, nearest_s=60)
PASSED = evolve(NEAREST, nearest=Name("M7"), nearest_s=20)
OTHER = ChoiceExplained(incident=1, reason=ChoiceReason.OTHER)


def _weighed(*choices: Choice) -> tuple[ChoiceWeighed, ...]:
    return tuple(ChoiceWeighed(incident=1, choice=choice) for choice in choices)


def test_skills_replace_what_was_asked_before() -> None:
    """None takes it back."""
    asked = told(OPENED, SkillsAsked(incident=1, skills=(Name("dog"),)))
    again = then(asked, SkillsAsked(incident=1, skills=(Name("taser"), Name("frisian"))))
    none = then(again, SkillsAsked(incident=1))
    assert [board.incidents[1].skills for board in (asked, again, none)] == [
        ("dog",),
        ("taser", "frisian"),
        (),
    ]


def test_choices_stand_in_the_order_of_weighing() -> None:
    """Each dispatch is one."""
    assert told(OPENED, *_weighed(PASSED, NEAREST)).incidents[1].choices == (PASSED, NEAREST)


def test_a_reason_goes_to_the_newest_that_asks() -> None:
    """The others keep what they have."""
    board = told(OPENED, *_weighed(PASSED, PASSED, NEAREST), OTHER)
    explained = evolve(PASSED, reason=ChoiceReason.OTHER)
    assert board.incidents[1].choices == (PASSED, explained, NEAREST)
    assert then(board, OTHER).incidents[1].choices == (explained, explained, NEAREST)


def test_a_reason_for_nothing_changes_nothing() -> None:
    """No choice asks, or there is no such incident."""
    board = told(OPENED, *_weighed(NEAREST))
    assert besides(then(board, OTHER)) == besides(board)
    for fact in (
        evolve(OTHER, incident=9),
        ChoiceWeighed(incident=9, choice=PASSED),
        SkillsAsked(incident=9),
    ):
        assert besides(then(board, fact)) == besides(board)


def test_choices_outlive_the_closing() -> None:
    """The shift's meter counts them; a reopened melding still knows who went."""
    board = told(
        OPENED,
        *_weighed(PASSED),
        IncidentClosed(incident=1, reason=Text("klaar")),
        IncidentReopened(incident=1, reason=Text("toch niet")),
    )
    assert board.incidents[1].choices == (PASSED,)

"""Skills asked for, and choices that passed somebody over, in the melding's panel."""

from datetime import UTC

from console.melding.chosen import chosen_rows
from console.melding.labelled import Setting
from protocol.facts.dispatch import ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.terms import Terms
from protocol.model.text import Name
from tests.console.rig import Rig


def rows(rig: Rig) -> list[str]:
    """The rows as text."""
    incident = rig.board.incidents[417]
    setting = Setting(incident=incident, now=rig.now, zone=UTC, terms=Terms(), say=rig.texts.say, width=90)
    return [row.text.strip() for row in chosen_rows(setting)]


def test_a_choice_without_a_reason_asks_for_one() -> None:
    """Until somebody said why (B6); the nearest takes no row."""
    rig = Rig()
    rig.open(417)
    assert rows(rig) == []
    rig.happen(ChoiceWeighed(incident=417, choice=Choice(unit=Name("12.01"), travel_s=100)))
    assert rows(rig) == []
    passed = Choice(unit=Name("12.02"), travel_s=400, nearest=Name("12.03"), nearest_s=220)
    rig.happen(ChoiceWeighed(incident=417, choice=passed))
    assert rows(rig) == ["keuze        12.02; 12.03 was 3 min eerder: ◇ waarom?"]
    rig.happen(ChoiceExplained(incident=417, reason=ChoiceReason.ASKED))
    assert rows(rig) == ["keuze        12.02; 12.03 was 3 min eerder: vroeg er zelf om"]


def test_skills_that_were_asked_for_stand_there() -> None:
    """In the words in which they were asked (A89)."""
    rig = Rig()
    rig.open(417)
    rig.happen(SkillsAsked(incident=417, skills=(Name("fries"), Name("taser"))))
    assert rows(rig) == ["vereist      fries, taser"]

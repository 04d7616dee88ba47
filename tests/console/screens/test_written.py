"""A command as the line that somebody could have typed for it."""

from console.actions.catalog import CATALOG
from console.screens.written import written
from protocol.commands import Command, DescribeIntake, React, StateAddition
from protocol.model.intake import Question, Source
from protocol.model.reaction import ReactionKind
from protocol.model.text import Text
from tests.console.rig import Rig


def line(command: Command, language: str = "nl") -> str:
    """The line, with one unit on duty."""
    rig = Rig()
    rig.sign_on("12.03")
    return written(command, rig.board, CATALOG, language)


def test_words_of_the_command_line() -> None:
    """Verb, melding and what was said, each enum in its own words."""
    assert line(React(incident=7, kind=ReactionKind.BY_TELEPHONE, agreed=True)) == "reactie 7 telefonisch"
    assert line(DescribeIntake(incident=7, source=Source.EMERGENCY_CALL)) == "bron 7 112"
    assert line(DescribeIntake(incident=7, question=Question.URGENT_POLICE), "en") == "question 7 urgent"
    assert line(StateAddition(incident=7, unit=1, text=Text("deur open"))) == "voegtoe 7 12.03 deur open"

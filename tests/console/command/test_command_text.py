"""A command as the line that somebody could have typed for it."""

from console.actions.catalog import CATALOG
from console.command.command_text import written
from protocol.commands.command import Command
from protocol.commands.dispatch import AskSkills, ExplainChoice
from protocol.commands.intake import DescribeIntake
from protocol.commands.promises import React
from protocol.commands.units import EndTask, SetTask, SignOnUnit
from protocol.commands.work import StateAddition
from protocol.model.autonomy import Autonomy
from protocol.model.choice import ChoiceReason
from protocol.model.intake import Question, Source
from protocol.model.means import Means
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
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


def test_words_of_dispatch() -> None:
    """Only what does not go without saying."""
    bare = SignOnUnit(call_sign=Name("12.09"))
    full = SignOnUnit(
        call_sign=Name("12.09"),
        means=Means.FOOT,
        crew=1,
        team=Name("Noord"),
        skills=(Name("fries"), Name("taser")),
        autonomy=Autonomy.LEADING,
    )
    assert line(bare) == "aanmelden 12.09 auto"
    assert line(full) == "aanmelden 12.09 voet solo leidend team:Noord kan:fries, taser"
    assert line(full, "en") == "signon 12.09 foot solo leading team:Noord can:fries, taser"
    assert line(SetTask(unit=1, what=Name("verhoor"))) == "taak 12.03 verhoor"
    assert (
        line(SetTask(unit=1, what=Name("verhoor"), interruptible=False), "en") == "task 12.03 fixed verhoor"
    )
    assert line(EndTask(unit=1)) == "afgerond 12.03"
    assert line(AskSkills(incident=7, skills=(Name("eerste hulp"),))) == "vereist 7 eerste hulp,"
    assert line(AskSkills(incident=7)) == "vereist 7 -"
    assert line(ExplainChoice(incident=7, reason=ChoiceReason.WORK), "en") == "why 7 work"

"""How a unit comes on duty: as the last time, else asked once."""

from typing import Any

from console.command.command_line import CommandLine
from console.command.typed_before import Past
from console.field.edit import typed
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, BeginLine, Focus, Send, Tell
from console.unit.sign_on import SigningOn
from protocol.commands.units import SignOnUnit
from protocol.errors import Reason
from protocol.facts.units import UnitSignedOn
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import Answered
from protocol.wire.messages import Done, Refusal
from tests.console.rig import Rig

WISH = SignOnUnit(call_sign=Name("anna"))


class Remembers:
    """The last time, in memory."""

    def __init__(self, wish: SignOnUnit | None = None) -> None:
        self.wish = wish

    def of(self, _call_sign: str) -> SignOnUnit | None:
        """As kept."""
        return self.wish

    def keep(self, wish: SignOnUnit) -> None:
        """From now on."""
        self.wish = wish


def of_unit() -> Rig:
    """The desk of a unit whose account is anna."""
    rig = Rig(role=Role.UNIT)
    rig.welcome()
    return rig


def signing_on(*, before: SignOnUnit | None = None) -> tuple[SigningOn, CommandLine]:
    """With the command line on which it asks."""
    line = CommandLine(Past())
    part = SigningOn(line)
    part.duty = Remembers(before)
    return part, line


def asked(part: SigningOn, line: CommandLine, context: Context) -> Any:
    """The question, with its line begun as the desk does it."""
    effects = part.live(context)
    assert [type(each) for each in effects] == [BeginLine, Tell]
    assert isinstance(effects[0], BeginLine)
    line.begin(effects[0].text)
    return effects


def test_a_unit_signs_on_as_the_last_time() -> None:
    """One wish, once in a run, however often the link comes back."""
    part, _ = signing_on(before=WISH)
    context = of_unit().desk().context()
    assert part.live(context) == (Send(WISH),)
    assert part.live(context) == NOTHING


def test_who_never_signed_on_here_is_asked_with_a_line_begun() -> None:
    """The line names the verb and the account, and waits for what only a person knows."""
    part, line = signing_on()
    context = of_unit().desk().context()
    begun, told = asked(part, line, context)
    assert begun.text.startswith(f"{context.verb_of('sign-on')} anna ")
    assert told == Tell(context.say("unit-how-to-sign-on"), Tone.WARN)


def test_nothing_is_asked_of_who_is_on_duty_or_already_wished_it() -> None:
    """A wish that waits is the answer; so is a unit that stands on the board."""
    rig = of_unit()
    rig.wish(WISH)
    assert signing_on(before=WISH)[0].live(rig.desk().context()) == NOTHING
    rig = of_unit()
    rig.sign_on("anna")
    assert signing_on(before=WISH)[0].live(rig.desk().context()) == NOTHING


def test_only_what_was_accepted_is_kept_for_the_next_time() -> None:
    """A refusal and the sign-on of another are nobody's habit."""
    part, _ = signing_on()
    duty = Remembers()
    part.duty = duty
    context = of_unit().desk().context()
    part.take(context, Answered(command=WISH, answer=Refusal(id=1, reason=Reason.NO_CHANGE)))
    other = SignOnUnit(call_sign=Name("12.04"))
    part.take(context, Answered(command=other, answer=Done(id=2, seq=1, number=0)))
    assert duty.wish is None
    part.take(context, Answered(command=WISH, answer=Done(id=3, seq=2, number=0)))
    assert duty.wish == WISH


def test_a_question_that_was_answered_elsewhere_goes_unless_somebody_works_on_it() -> None:
    """The untouched line is emptied; a line under the hand stays."""
    for touched in (False, True):
        rig = of_unit()
        part, line = signing_on()
        asked(part, line, rig.desk().context())
        if touched:
            line.paste(typed(line.edit, "2"))
        text = line.edit.text
        assert part.settle(rig.desk().context()) == NOTHING
        rig.happen(UnitSignedOn(unit=1, call_sign=Name("anna")))
        assert part.settle(rig.desk().context()) == (NOTHING if touched else (Focus(None),))
        assert line.edit.text == (text if touched else "")

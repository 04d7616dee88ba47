"""What the line's own actions return: where the keys go, and which wish goes out."""

from attrs import evolve

from console.actions.action import Where
from console.line.deeds import go_line, step, to_caller
from console.part.context import Context
from console.part.effects import BeginLine, ChooseReader, GoTo, Select, Send, Tell, Warn
from console.part.reader import Reader
from protocol.commands.contact import StepBack, StepIn
from protocol.facts.contact import ContactOpened, SteppedIn
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.model.text import Name
from tests.console.rig import Rig


def at_contact_line(*, talks: bool = False, role: Role = Role.CENTRALIST) -> Context:
    """Anna looks at 1, on whose contact line 12.03 speaks."""
    rig = Rig(role=role)
    rig.welcome()
    rig.sign_on("12.03")
    rig.open(1)
    rig.happen(ContactOpened(incident=1, unit=Name("12.03")), by="12.03")
    if talks:
        rig.happen(SteppedIn(incident=1), by="anna")
    return evolve(rig.desk().context(), incident=1)


def test_the_key_of_the_line_turns_to_colleagues_and_then_to_them_alone() -> None:
    """Who reads the row is what it changes; once more there, a whisper."""
    context = at_contact_line()
    assert go_line(context, {"by-key": True}) == (GoTo(Where.LINE), ChooseReader(Reader.LINE))
    there = evolve(context, panel=Where.LINE, reader=Reader.LINE)
    assert go_line(there, {"by-key": True}) == (GoTo(Where.LINE), ChooseReader(Reader.WHISPER))
    elsewhere = evolve(there, panel=Where.BOARD)
    assert go_line(elsewhere, {"by-key": True}) == (GoTo(Where.LINE), ChooseReader(Reader.LINE))


def test_the_key_of_the_caller_turns_there_and_back() -> None:
    """Nothing is sent; without a melding it is said."""
    context = at_contact_line()
    assert to_caller(context) == (GoTo(Where.LINE), ChooseReader(Reader.CALLER))
    assert to_caller(evolve(context, reader=Reader.CALLER)) == (ChooseReader(None),)
    (told,) = to_caller(evolve(context, incident=None))
    assert isinstance(told, Tell)


def test_a_line_that_is_named_is_selected_first() -> None:
    """One looks at the incident whose line was asked for, also where the line has the keys already."""
    there = evolve(at_contact_line(), panel=Where.LINE)
    assert go_line(there, {"by-key": True, "incident": 7}) == (Select(7), GoTo(Where.LINE))


def test_one_steps_in_to_speak_and_back_to_listen() -> None:
    """The wish follows from what one may do on the line now."""
    assert step(at_contact_line(), {"incident": 1}) == (Send(StepIn(incident=1)),)
    assert step(at_contact_line(talks=True), {"incident": 1}) == (Send(StepBack(incident=1)),)


def test_where_a_reason_is_asked_for_its_line_is_begun() -> None:
    """Nothing goes that the server would refuse for want of a reason."""
    for talks, id in ((False, "step-in"), (True, "step-back")):
        context = at_contact_line(talks=talks)
        assert context.welcome is not None
        asked = evolve(context, welcome=evolve(context.welcome, terms=Terms(reason_to_listen=True)))
        assert step(asked, {"incident": 1}) == (BeginLine(f"{asked.verb_of(id)} #1 "),)


def test_who_may_not_step_in_is_told_so_and_nothing_is_sent() -> None:
    """A role without the right learns it here, not from a refusal."""
    context = at_contact_line(role=Role.PARTNER)
    (effect,) = step(context, {"incident": 1})
    assert isinstance(effect, Warn)
    assert effect.text == context.say("desk-may-not", what=context.say("action-step"))

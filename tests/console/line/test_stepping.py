"""One key for stepping in and stepping back on the contact line."""

from attrs import evolve

from protocol.commands.contact import Listen, StepBack, StepIn
from protocol.facts.contact import ContactOpened, Listening, SteppedIn
from protocol.model.terms import Terms
from protocol.model.text import Name
from tests.console.rig import Rig, verb


def on_line() -> Rig:
    """Anna listens on the contact line of 1, where 12.03 speaks with the melder."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(1)
    rig.happen(ContactOpened(incident=1, unit=Name("12.03")), by="12.03")
    rig.happen(Listening(incident=1), by="anna")
    return rig


def test_the_same_key_steps_in_and_back() -> None:
    """Who listens speaks, who speaks listens again."""
    rig = on_line()
    desk = rig.desk()
    rig.welcome()
    verb(desk, "wissel")
    assert rig.wishes == [StepIn(incident=1)]
    rig.happen(SteppedIn(incident=1), by="anna")
    verb(desk, "wissel")
    assert rig.wishes == [StepIn(incident=1), StepBack(incident=1)]


def test_what_others_do_there_does_not_count() -> None:
    """That a colleague speaks does not make us step back."""
    rig = on_line()
    desk = rig.desk()
    rig.welcome()
    rig.happen(SteppedIn(incident=1), by="bert")
    verb(desk, "wissel")
    assert rig.wishes == [StepIn(incident=1)]


def test_where_a_reason_is_asked_for_the_key_begins_the_line() -> None:
    """Nothing goes that the server would refuse for want of a reason."""
    rig = on_line()
    desk = rig.desk()
    rig.welcome()
    assert rig.session.welcome is not None
    rig.session.welcome = evolve(rig.session.welcome, terms=Terms(reason_to_listen=True))
    verb(desk, "wissel")
    assert rig.wishes == []
    assert desk.parts.line.edit.text == "meepraten #1 "
    desk.press("escape", None)
    desk.press("escape", None)
    desk.perform_id("listen")
    assert rig.wishes == []
    assert desk.parts.line.edit.text == "luister #1 "


def test_where_no_reason_is_asked_for_listening_is_one_key() -> None:
    """Visibly, as everything on the line."""
    rig = on_line()
    desk = rig.desk()
    rig.welcome()
    verb(desk, "luister")
    assert rig.wishes == [Listen(incident=1)]

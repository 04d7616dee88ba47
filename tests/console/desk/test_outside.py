"""What the program around the desk does for an effect."""

from attrs import evolve

from console.desk.outside import open_outside
from console.part.effects import (
    Bell,
    Focus,
    ForgetWish,
    OpenHelp,
    OpenHistory,
    OpenIndicators,
    OpenList,
    OpenPalette,
    Quit,
    SendAgain,
    SpeakLanguage,
)
from console.part.sounds import EMERGENCY
from protocol.commands.timeline import Speak
from protocol.model.text import Text
from tests.console.rig import Rig


def test_each_effect_opens_its_own_and_nothing_else() -> None:
    """One effect, one thing over the screen, in the order asked for."""
    rig = Rig()
    for effect in (
        OpenHelp(),
        OpenHistory(417),
        OpenList("Wacht", ["een", "twee"]),
        OpenIndicators(),
        OpenPalette(),
        SpeakLanguage("en"),
        Quit(),
    ):
        open_outside(rig, effect)
    assert rig.opened == [
        "help",
        "history 417",
        "Wacht",
        "een",
        "twee",
        "indicators",
        "palette",
        "en",
        "quit",
    ]
    assert (rig.rang, rig.wishes) == (0, [])


def test_an_effect_of_the_desk_itself_does_nothing_outside() -> None:
    """Where one stands is not the program's business; a bell is."""
    rig = Rig()
    desk = rig.desk()
    desk.apply((Focus(None),))
    assert (rig.opened, rig.rang) == ([], 0)
    desk.apply((Bell(EMERGENCY),))
    assert (rig.opened, rig.rang) == ([], 1)


def test_a_wish_that_was_left_goes_under_its_own_id_or_is_forgotten() -> None:
    """Never twice: an id that was sent before is answered as before."""
    rig = Rig()
    rig.welcome()
    rig.wish(Speak(incident=1, text=Text("hier")))
    left = evolve(rig.store.waiting[0], id=rig.store.waiting[0].id + 40)
    open_outside(rig, SendAgain(left))
    assert [wish.id for wish in rig.store.waiting][-1] == left.id
    open_outside(rig, ForgetWish(left.id))
    assert left.id not in [wish.id for wish in rig.store.waiting]

"""The world outside the desk on a real screen."""

from attrs import evolve

from console.shell.desk_screen import DeskScreen
from console.shell.help import HelpScreen
from protocol.commands.timeline import Speak
from protocol.model.text import Text
from tests.console.rig import Rig
from tests.console.shell.test_desk_screen import lines, settled


async def test_a_long_line_is_wrapped_under_itself_and_a_key_closes_the_list() -> None:
    """The list lies over the panels, and they are there again behind it."""
    rig = Rig()
    app = rig.app()
    async with app.run_test(size=(60, 20)) as pilot:
        rig.welcome()
        app.desk_screen.desk.outside.open_list("Wacht op antwoord", ["een", "lang " * 20])
        await settled(pilot)
        assert [type(each) for each in app.screen_stack] == [DeskScreen, HelpScreen]
        shown = lines(app)
        assert "Wacht op antwoord" in shown[0]
        assert shown[1].startswith(" een")
        assert [row.startswith("   lang") for row in shown[3:4]] == [True]
        await pilot.press("x")
        await settled(pilot)
        assert app.screen_stack == [app.desk_screen]


async def test_wishes_that_were_left_or_forgotten_go_to_the_link_as_they_are() -> None:
    """Under their own ids."""
    rig = Rig()
    app = rig.app()
    async with app.run_test():
        rig.welcome()
        rig.wish(Speak(incident=1, text=Text("hier")))
        left = evolve(rig.store.waiting[0], id=rig.store.waiting[0].id + 40)
        app.desk_screen.desk.outside.again(left)
        assert rig.store.waiting[-1].id == left.id
        app.desk_screen.desk.outside.forget(left.id)
        assert left.id not in [wish.id for wish in rig.store.waiting]

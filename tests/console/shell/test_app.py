"""The application around the desk."""

from pathlib import Path

from console.command.waiting_lines import left_lines
from console.desk.leftovers import Leftovers
from console.memory.outbox_file import Left
from console.net.trouble import CannotGoOn, Trouble
from protocol.commands.timeline import JoinLine
from protocol.session.outbox import Wish
from tests.console.rig import START, Rig, type_keys


async def test_a_link_that_cannot_go_on_ends_the_application() -> None:
    """The reason is kept for whoever started it, who can say it once the terminal is given back."""
    trouble = Trouble(key="trouble-wrong-secret", args={"name": "anna"})

    async def run_link() -> None:
        raise CannotGoOn(trouble)

    app = Rig().app(run_link=run_link)
    async with app.run_test() as pilot:
        await pilot.pause()
    assert app.ended_by is not None
    assert app.ended_by.trouble == trouble


async def test_why_there_is_no_link_is_on_the_screen() -> None:
    """While nothing else is to be said, the notice says what is wrong with the link."""
    trouble = Trouble(key="trouble-cut")
    app = Rig().app(trouble=lambda: trouble)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert "De verbinding is verbroken." in "".join(segment.text for segment in strips[-2])


def test_what_an_earlier_run_left_is_offered(tmp_path: Path) -> None:
    """It is said at the start, shown as typed lines, and sent only on a person's word, once."""
    rig, again = Rig(), list[Wish]()
    path = tmp_path / "old.wishes"
    path.touch()
    wish = Wish(id=7, command=JoinLine(incident=417), made_at=START)
    desk = rig.desk(leftovers=Leftovers([Left(path=path, wishes=(wish,))], again.append))
    assert "1 opdracht bleef de vorige keer zonder antwoord" in desk.notices.now.text
    assert (again, left_lines(desk)) == ([], ["instappen 417"])
    for _ in range(2):
        type_keys(desk, ":verstuur")
        desk.press("enter", None)
    assert again == [wish]
    assert not path.exists()

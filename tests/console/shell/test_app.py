"""The application around the desk."""

from console.texts.trouble import CannotGoOn, Trouble
from tests.console.rig import Rig


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

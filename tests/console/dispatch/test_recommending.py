"""Who could go: asked for before anybody wants to know, sent by one key, never somebody else than read."""

import json
from typing import Any

import pytest

from console.desk.desk import Desk
from protocol.commands.units import AssignUnit
from protocol.errors import Reason
from protocol.facts.units import TaskSet, UnitAssigned, UnitStatusSet
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.session.events import FetchRefused, PieceCame
from protocol.wire.messages import Fetch, Piece, Refusal
from tests.console.ranked import FREE, ranked
from tests.console.rig import Rig, digit, letter, place, point
from tests.console.shell.test_desk_screen import lines, settled
from tests.console.shown import notice_view

KEYS = {" ": "space", "@": "at"}


def town(*, priority: int = 2) -> Rig:
    """Three units and one melding to which nobody goes."""
    rig = Rig()
    rig.sign_on("12.01", "12.02", "12.03")
    rig.open(417, "Inbraak", place("Havenkade 3", 0, 0), priority)
    return rig


def stand(rig: Rig, **more: Any) -> Desk:
    """A desk that knows who could go to 417."""
    desk = rig.desk()
    rig.welcome()
    rig.move((1, point(300)), (2, point(900)), (3, point(2_000)))
    desk.select(417)
    came(desk, rig, **more)
    return desk


def came(desk: Desk, rig: Rig, **more: Any) -> None:
    """The answer for 417."""
    number = desk.parts.dispatch.recommending.due(desk.context(), quick=True)
    assert number == 417
    desk.parts.dispatch.recommending.asking(desk.context(), number)
    desk.parts.dispatch.recommending.came(desk.context(), number, ranked(number, rig.board.units, **more))


def notice(desk: Desk, width: int = 120) -> str:
    """The row at the bottom."""
    return notice_view(desk, width).text


def test_one_key_sends_the_first() -> None:
    """The geographic choice is the default: who goes stands at the bottom, and the key sends it (B37)."""
    rig = town()
    desk = stand(rig, order=[2, 1, 3])
    assert notice(desk) == "417: 12.02 1 min, vrij · Spatie 1 stuurt, F10 toont allen"
    letter(desk, "J")
    assert rig.wishes == [AssignUnit(incident=417, unit=2)]
    assert not desk.parts.dispatch.recommending.shown


def test_a_second_press_sends_nobody_else() -> None:
    """While the wish is under way the key does nothing more; afterwards the list comes first."""
    rig = town()
    desk = stand(rig)
    letter(desk, "J")
    letter(desk, "J")
    assert len(rig.wishes) == 1
    rig.happen(UnitAssigned(incident=417, unit=1))
    rig.done()
    letter(desk, "J")
    assert rig.wishes == []
    assert desk.parts.dispatch.recommending.shown


def test_a_digit_sends_another_of_the_list() -> None:
    """The list has the digits while it is shown, whatever they mean elsewhere."""
    rig = town()
    desk = stand(rig)
    letter(desk, "q")
    digit(desk, 3)
    assert rig.wishes == [AssignUnit(incident=417, unit=3)]
    desk.press("f10", None)
    digit(desk, 8)
    assert len(rig.wishes) == 1


def test_without_an_answer_the_key_shows_the_list() -> None:
    """Nobody is sent whom nobody could read."""
    rig = town()
    desk = rig.desk()
    rig.welcome()
    letter(desk, "J")
    assert rig.wishes == []
    assert desk.parts.dispatch.recommending.shown


def test_nothing_is_asked_twice_while_nothing_moved() -> None:
    """Small moves are none; a unit that became busy or came nearer is."""
    rig = town()
    desk = stand(rig)
    list_ = desk.parts.dispatch.recommending
    rig.later(120)
    assert list_.due(desk.context(), quick=True) is None
    rig.move((1, point(301)))
    assert list_.due(desk.context(), quick=True) is None
    rig.move((1, point(1_500)))
    assert list_.due(desk.context(), quick=True) == 417


def test_a_slow_link_fetches_only_what_is_wanted() -> None:
    """Without a quick link nothing is asked for until somebody asks."""
    rig = town()
    desk = rig.desk()
    rig.welcome()
    assert desk.parts.dispatch.recommending.due(desk.context(), quick=False) is None
    letter(desk, "q")
    assert desk.parts.dispatch.recommending.due(desk.context(), quick=False) == 417


def test_whoever_walks_over_the_board_asks_for_nothing() -> None:
    """Only where one stays is asked for."""
    rig = town()
    for number in (418, 419):
        rig.open(number, where=place("Markt", 50, 0))
    desk = stand(rig)
    list_ = desk.parts.dispatch.recommending
    rig.later(5)
    desk.select(418)
    assert list_.due(desk.context(), quick=True) == 418
    rig.later(0.2)
    desk.select(419)
    assert list_.due(desk.context(), quick=True) is None
    rig.later(1)
    assert list_.due(desk.context(), quick=True) == 419


def test_an_order_that_just_changed_sends_nobody() -> None:
    """A digit that was meant for the row as it stood is not given to another unit."""
    rig = town()
    desk = stand(rig)
    letter(desk, "q")
    rig.later(6)
    rig.happen(UnitStatusSet(unit=1, status=UnitStatus.UNAVAILABLE))
    came(desk, rig, order=[2, 3])
    digit(desk, 1)
    assert rig.wishes == []
    assert "net veranderd" in notice(desk)
    rig.later(1)
    digit(desk, 1)
    assert rig.wishes == [AssignUnit(incident=417, unit=2)]


def test_a_unit_that_went_elsewhere_is_not_sent() -> None:
    """A ranking of before the change sends nobody it no longer holds for."""
    rig = town()
    rig.open(418, where=place("Markt", 50, 0))
    desk = stand(rig)
    rig.happen(UnitAssigned(incident=418, unit=1))
    letter(desk, "J")
    assert rig.wishes == []
    digit(desk, 1)
    assert rig.wishes == []
    assert "12.01 is intussen ergens anders" in notice(desk)


def test_an_old_ranking_sends_nobody_by_one_key() -> None:
    """After a minute one looks first."""
    rig = town()
    desk = stand(rig)
    rig.later(61)
    letter(desk, "J")
    assert rig.wishes == []
    assert desk.parts.dispatch.recommending.shown


@pytest.mark.parametrize("more", [{"point": False}, {"travel_s": {1: None}}])
def test_nobody_is_first_without_a_travel_time(more: dict[str, Any]) -> None:
    """Where the melding or the best of the list is nobody knows: then a person chooses from the list."""
    desk = stand(town(), **more)
    assert desk.parts.dispatch.recommending.first(desk.context()) is None


def test_work_that_must_go_on_is_not_first() -> None:
    """Whom a melding must not interrupt is never the default (B3)."""
    rig = town()
    rig.happen(TaskSet(unit=1, what=Name("verhoor"), interruptible=False))
    desk = stand(rig, reasons={1: [{"key": "task-fixed", "what": "verhoor"}]})
    assert desk.parts.dispatch.recommending.first(desk.context()) is None


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48)])
async def test_the_list_as_text(size: tuple[int, int], snapshot: Any) -> None:
    """Asked over the link when the melding is selected, shown by one key, gone by another."""
    rig = town(priority=1)
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=size) as pilot:
        rig.session.round_trip_s = 0.04
        rig.welcome()
        rig.move((1, point(300)), (2, point(900)), (3, point(2_000)))
        await settled(pilot)
        assert [each.document for each in asked] == ["recommend/417?most=8"]
        data = ranked(
            417,
            rig.board.units,
            order=[3, 1, 2],
            reasons={
                1: [{"key": "task", "what": "surveillance"}, {"key": "skill", "skill": "fries"}],
                2: [{"key": "position-old", "s": 420}, FREE],
                3: [
                    {"key": "solo-fits"},
                    {"key": "ring", "n": 1},
                    {"key": "waterline", "team": "Noord", "left": 1, "least": 2},
                    FREE,
                ],
            },
            travel_s={1: 1_200, 2: None, 3: 70},
        )
        rig.take(PieceCame(piece=Piece(id=asked[0].id, offset=0, total=len(data), data=data)))
        await settled(pilot)
        await pilot.press("f10")
        await settled(pilot)
        # Beside the list stands the map, which has pictures of its own.
        assert snapshot == "\n".join(line.partition("│")[0].rstrip() for line in lines(app)[:-1])
        await pilot.press("escape")
        await settled(pilot)
        assert not any("Wie naar" in line for line in lines(app))


async def test_a_server_without_a_ranking_says_why() -> None:
    """In words, in the list; it is not asked again and again."""
    rig = town()
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(80, 24)) as pilot:
        rig.session.round_trip_s = 0.04
        rig.welcome()
        await pilot.press("f10")
        rig.take(FetchRefused(refusal=Refusal(id=asked[0].id, reason=Reason.NO_MAP)))
        await settled(pilot)
        assert any(rig.texts.say("refusal-no-map")[:30] in line for line in lines(app))
        rig.later(60)
        rig.happen(UnitStatusSet(unit=1, status=UnitStatus.UNAVAILABLE))
        await settled(pilot)
        assert len(asked) == 1


def test_the_sign_of_a_document_that_is_none() -> None:
    """Lines that are no ranking are left out, and nothing breaks."""
    rig = town()
    desk = stand(rig)
    letter(desk, "q")
    desk.parts.dispatch.recommending.came(
        desk.context(), 417, b"\xff\n[1]\n" + json.dumps({"unit": "x"}).encode()
    )
    ranking = desk.parts.dispatch.recommending.ranking(desk.context())
    assert ranking is not None
    assert ranking.units == ()


async def test_one_deed_from_the_call_to_a_unit_on_its_way() -> None:
    """Open it, and Space 1 sends the first: nothing is asked for in between."""
    rig = Rig()
    rig.sign_on("12.01", "12.02")
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(80, 24)) as pilot:
        rig.session.round_trip_s = 0.04
        rig.welcome()
        rig.move((1, point(300)), (2, point(900)))
        await pilot.press(*(KEYS.get(char, char) for char in ".n 2 ruzie @ Markt 1"), "enter")
        rig.open(500, "ruzie", place("Markt 1", 0, 0))
        rig.done(500)
        await settled(pilot)
        assert [each.document for each in asked][-1] == "recommend/500?most=8"
        data = ranked(500, rig.board.units)
        rig.take(PieceCame(piece=Piece(id=asked[-1].id, offset=0, total=len(data), data=data)))
        await settled(pilot)
        assert "500: 12.01 1 min, vrij · Spatie 1 stuurt" in lines(app)[-2]
        await pilot.press("space", "1", "enter")
        assert rig.wishes == [AssignUnit(incident=500, unit=1)]

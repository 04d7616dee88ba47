"""What asks, by people at screens of their own over a real server: who hears it, and what alone ends it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from console.alarm.alarms import KEY
from console.alarm.bar import draw_alarm
from console.alarm.make_view import alarm_view
from console.emergency.emergencies import LIST_KEY
from console.emergency.view import banner_rows, draw_emergency
from console.shell.counters import counters
from protocol.commands.contact import ComeIn, SayAsMelder
from protocol.model.appeal import AppealKind
from protocol.model.fix import Fix
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.rules.appeals import appeal
from server.decide.actor import Actor
from tests.console.rig import digit, point, type_keys
from tests.console.seats import Seat, office, seats, text_of

ROOM = {"anna": Role.CENTRALIST, "bert": Role.CENTRALIST}
STREET = {f"12.0{nth}": Role.UNIT for nth in (1, 2, 3, 4)}
SPOT = f"Markt 4 ({point().lat_deg:.5f}, {point().lon_deg:.5f})"


def head(seat: Seat, *, width: int = 120, height: int = 40) -> str:
    """What stands over the panels of this screen."""
    context, say = seat.desk.context(), seat.desk.say
    view = seat.desk.parts.emergencies.view(context)
    banner = draw_emergency(view, say, width=width, height=banner_rows(view, height))
    return text_of([*banner, *draw_alarm(alarm_view(seat.desk.parts.alarms, context), say, width=width)])


def later(seat: Seat, seconds: float) -> None:
    """At this desk so much later, with a still keyboard."""
    ahead = timedelta(seconds=seconds)
    seat.desk.clock = lambda: datetime.now(UTC) + ahead


def _is_on_duty(seat: Seat, name: str) -> bool:
    return seat.board.unit_called(name) is not None


def _are_in_need(seat: Seat, count: int) -> bool:
    return len(seat.board.emergencies) == count


def _is_seen(seat: Seat, unit: int) -> bool:
    return unit in seat.link.store.fixes


def _asks_nothing(seat: Seat) -> bool:
    return head(seat) == ""


async def on_duty(street: dict[str, Seat], *east_m: float) -> None:
    """All sign on, and are seen so far from the middle of the town."""
    for (name, seat), east in zip(street.items(), east_m, strict=True):
        seat.types(f"aanmelden {name}")
        await seat.until(partial(_is_on_duty, seat, name))
        unit = seat.board.unit_called(name)
        assert unit is not None
        seat.link.report((Fix(unit=unit.id, point=point(east), at=datetime.now(UTC)),))
        await seat.until(partial(_is_seen, seat, unit.id))


def stands(seat: Seat, kind: AppealKind) -> Callable[[], bool]:
    """Whether melding 1 asks this at that screen."""
    return lambda: 1 in seat.board.incidents and appeal(seat.board.incidents[1], kind) is not None


async def test_a_raised_priority_asks_the_room_its_units_and_who_would_be_proposed(tmp_path: Path) -> None:
    """Whoever raised it hears nothing; another car reads a row; the room's word ends it at every screen."""
    async with seats(tmp_path, {**ROOM, **STREET}) as at:
        anna, bert = at["anna"], at["bert"]
        street = {name: at[name] for name in STREET}
        await on_duty(street, 0, 200, 400, 900)
        anna.types(f"nieuw 2 steekpartij @ {SPOT}")
        await bert.until(lambda: 1 in bert.board.incidents)
        anna.types("koppel 1 12.01")
        own, near, next_, far = street.values()
        await own.until(lambda: own.rang == 1)
        anna.types("prio 1 1")
        await bert.sees("PRIO 1, WIE GAAT: 1 steekpartij", lambda: head(bert))
        await own.sees("UW melding 1 is nu PRIO 1: steekpartij", lambda: head(own))
        for seat in (near, next_):
            await seat.sees("PRIO 1, WIE GAAT: 1 steekpartij", partial(head, seat))
        await far.sees("prio 1: 1 steekpartij", lambda: head(far))
        assert {name: seat.rang for name, seat in at.items()} == {
            "anna": 0,
            "bert": 1,
            "12.01": 2,
            "12.02": 1,
            "12.03": 1,
            "12.04": 0,
        }
        later(bert, 5)
        bert.desk.press(KEY, None)
        await anna.until(lambda: not stands(anna, AppealKind.PRIORITY_1)())
        for seat in (bert, near, next_, far):
            await seat.until(partial(_asks_nothing, seat), partial(head, seat))
        assert "UW melding 1" in head(own)
        later(own, 5)
        own.desk.press(KEY, None)
        await anna.until(lambda: anna.board.incidents[1].appeals == ())
        await own.until(lambda: head(own) == "")


async def test_colleagues_asked_stands_at_the_lone_centralist_until_one_comes(tmp_path: Path) -> None:
    """It sounds once, and neither looking nor Esc takes it away; on board, line and above the panels."""
    async with seats(tmp_path, {"anna": Role.CENTRALIST, **dict(list(STREET.items())[:2])}) as at:
        anna, own, other = at.values()
        await on_duty({"12.01": own, "12.02": other}, 0, 300)
        anna.types(f"nieuw 2 steekpartij @ {SPOT}")
        await anna.until(lambda: 1 in anna.board.incidents)
        anna.types("koppel 1 12.01")
        await own.until(lambda: 1 in own.board.incidents and own.board.incidents[1].units)
        own.types("collega 1 tweede koppel")
        await anna.sees("12.01 vraagt collega's bij 1 steekpartij", lambda: head(anna))
        assert anna.rang == 1
        for key in ("escape", "ctrl+down", "enter", "escape", "escape"):
            anna.desk.press(key, None)
        assert "vraagt collega's" in head(anna)
        assert "✚" in anna.board_shows()
        await other.until(lambda: other.rang == 1)
        other.types("kom 1 12.02")
        await anna.until(lambda: head(anna) == "")
        assert "✚" not in anna.board_shows()
        assert (anna.rang, other.rang) == (1, 1)


async def test_a_melder_who_writes_asks_until_somebody_tells_them_something(tmp_path: Path) -> None:
    """Of whoever holds the melder; the other seat reads it on the board and hears nothing yet."""
    async with office(tmp_path, ROOM) as here, here.seat("anna") as anna, here.seat("bert") as bert:
        anna.types(f"nieuw 3 ruzie @ {SPOT}")
        await anna.until(lambda: 1 in anna.board.incidents)
        anna.types("maak-link 1")
        await anna.until(lambda: anna.board.incidents[1].contact_line.link is not None)
        melder = Actor(name=Name("melder 1"), role=Role.MELDER)
        await here.listening.room.do(melder, 1, ComeIn(incident=1, key=Name("sleutel")))
        await here.listening.room.do(melder, 2, SayAsMelder(incident=1, text=Text("hij bonkt op de deur")))
        await anna.sees("MELDER SCHRIJFT, NIEMAND PRAAT: 1 ruzie", lambda: head(anna))
        await bert.until(stands(bert, AppealKind.CALLER))
        assert (anna.rang, bert.rang, head(bert)) == (1, 0, "")
        later(anna, 5)
        anna.desk.press(KEY, None)
        anna.desk.press("escape", None)
        assert "MELDER SCHRIJFT" in head(anna)
        anna.types("gesproken 1")
        await bert.until(lambda: not stands(bert, AppealKind.CALLER)())
        await anna.until(lambda: head(anna) == "")


async def test_who_comes_in_later_reads_what_nobody_answered_and_hears_nothing(tmp_path: Path) -> None:
    """A restarted console does not ring the past."""
    async with office(tmp_path, ROOM) as here, here.seat("bert") as bert:
        bert.types(f"nieuw 1 brand @ {SPOT}")
        await bert.until(stands(bert, AppealKind.PRIORITY_1))
        async with here.seat("anna") as anna:
            await anna.sees("PRIO 1, WIE GAAT: 1 brand", lambda: head(anna))
            anna.desk.second()
            assert anna.rang == 0
            bert.types(f"nieuw 1 steekpartij @ {SPOT}")
            await anna.until(lambda: anna.rang == 1)


async def test_a_bell_that_is_off_says_so_and_comes_back_with_a_priority_1(tmp_path: Path) -> None:
    """In the status line of who wanted quiet."""
    async with seats(tmp_path, ROOM) as at:
        anna, bert = at["anna"], at["bert"]
        anna.desk.perform_id("bell")
        assert counters(anna.desk.parts, anna.desk.context()) == ("♪ uit 10m",)
        anna.desk.press("escape", None)
        assert counters(anna.desk.parts, anna.desk.context()) == ("♪ uit 10m",)
        bert.types(f"nieuw 1 brand @ {SPOT}")
        await anna.until(lambda: anna.rang == 1)
        assert counters(anna.desk.parts, anna.desk.context()) == ()


@pytest.mark.parametrize(("width", "height"), [(60, 20), (80, 24), (120, 40), (160, 48)])
async def test_two_emergencies_at_once_take_no_hand_from_anybody(
    tmp_path: Path, width: int, height: int
) -> None:
    """Typing goes on; both stand by name with their place; each is answered; a unit keeps its melding."""
    async with seats(tmp_path, {"anna": Role.CENTRALIST, **dict(list(STREET.items())[:3])}) as at:
        anna, first, second, busy = at.values()
        await on_duty({"12.01": first, "12.02": second, "12.03": busy}, 0, 200, 500)
        anna.types(f"nieuw 3 ruzie @ {SPOT}")
        await anna.until(lambda: 1 in anna.board.incidents)
        anna.types("koppel 1 12.03")
        await busy.until(lambda: busy.desk.stand.incident == 1)
        anna.begins("log 1 hij loopt")
        for seat, raised in ((first, 1), (second, 2)):
            seat.desk.button()
            seat.desk.button()
            await anna.until(partial(_are_in_need, anna, raised))
        type_keys(anna.desk, " weg")
        assert anna.desk.parts.line.edit.text == "log 1 hij loopt weg"
        shown = head(anna, width=width, height=height)
        assert len(shown.splitlines()) <= height // 3
        for name in ("12.01", "12.02"):
            (row,) = [row for row in shown.splitlines() if f"NOOD {name}" in row]
            assert " m" in row or "0m" in row, row
        assert anna.rang >= 1
        later(anna, 5)
        anna.desk.press(KEY, None)
        await first.sees("beantwoord door anna", lambda: head(first))
        assert anna.board.emergencies[2].answered_by == ()
        later(anna, 10)
        anna.desk.press(KEY, None)
        await second.sees("beantwoord door anna", lambda: head(second))
        assert anna.desk.parts.line.edit.text == "log 1 hij loopt weg"
        anna.desk.press("enter", None)
        await anna.until(lambda: anna.board.incidents[1].entries)
        anna.desk.press(LIST_KEY, None)
        digit(anna.desk, 1)
        assert anna.desk.stand.incident == anna.board.emergencies[1].incident
        assert "NOOD 12.01" in head(busy)
        assert busy.desk.stand.incident == 1
        digit(busy.desk, 3)
        await anna.until(lambda: anna.board.incidents[1].arrived_at is not None)

"""The unit list."""

from datetime import timedelta

from console.paint.row import width_of
from console.units.standing import standings
from console.units.view import UnitsView, draw_units
from protocol.facts.dispatch import ArrivalExpected
from protocol.facts.units import TaskSet, UnitAssigned, UnitStatusSet
from protocol.model.fix import Fix
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.console.rig import START, Rig, place, point


def town() -> Rig:
    """Three units; one on the incident, one near, one far and long unseen."""
    rig = Rig()
    rig.sign_on("12.03", "12.01", "12.02")
    rig.open(417, where=place("Markt 1", 0, 0))
    rig.happen(UnitAssigned(incident=417, unit=3))
    rig.happen(UnitStatusSet(unit=2, status=UnitStatus.UNAVAILABLE))
    rig.move((1, point(300, 0)), (3, point(2_000, 0)))
    return rig


def signs(rig: Rig, *, nearest_first: bool = False) -> list[str]:
    """The call signs in order."""
    found = standings(
        rig.board.units.values(),
        rig.store.fixes,
        target=point(),
        incident=417,
        now=rig.now,
        nearest_first=nearest_first,
    )
    return [each.unit.call_sign for each in found]


def test_those_on_it_then_the_free_ones() -> None:
    """Units on the selected incident first, then free ones, those that cannot be called last."""
    assert signs(town()) == ["12.02", "12.03", "12.01"]


def test_nearest_first() -> None:
    """On request by distance; those whose place nobody knows at the end."""
    assert signs(town(), nearest_first=True) == ["12.03", "12.02", "12.01"]


def test_an_old_position_is_not_passed_off_as_new() -> None:
    """A distance from an old position has `~` before it and its age behind it; an unknown one is `?`."""
    rig = town()
    rig.later(180)
    rig.move((1, point(300, 0)))
    fixes = {**rig.store.fixes, 3: Fix(unit=3, point=point(2_000, 0), at=START)}
    found = standings(rig.board.units.values(), fixes, target=point(), incident=417, now=rig.now)
    view = UnitsView(standings=found, now=rig.now, incident=417)
    on_it, free, away = [row.text for row in draw_units(view, rig.texts.say, width=60, height=20, top=0)[2:]]
    assert on_it[:6] == "►12.02"
    assert "~2.0k   3m" in on_it
    assert "300m" in free
    assert "~" not in free
    assert away.rstrip().endswith("?")


def test_rows_fit_every_width() -> None:
    """From half of a narrow screen to a wall no row is wider than the list."""
    rig = town()
    found = standings(rig.board.units.values(), rig.store.fixes, target=None, incident=None, now=rig.now)
    view = UnitsView(standings=found, now=START + timedelta(hours=30))
    for width in (44, 60, 80, 120):
        rows = draw_units(view, rig.texts.say, width=width, height=20, top=0)
        assert all(width_of(row.spans) <= width for row in rows)


def test_travel_time_goes_before_distance() -> None:
    """Who is further and sooner there stands first, with the time; who is expected has an arrow."""
    rig = town()
    rig.happen(ArrivalExpected(unit=3, incident=417, at=rig.now + timedelta(seconds=90)))
    found = standings(
        rig.board.units.values(),
        rig.store.fixes,
        target=point(),
        incident=417,
        now=rig.now,
        nearest_first=True,
        travels={3: 100.0, 2: 300.0},
    )
    assert [each.unit.call_sign for each in found] == ["12.02", "12.01", "12.03"]
    rows = draw_units(UnitsView(standings=found, now=rig.now), rig.texts.say, width=60, height=20, top=0)
    assert "→1:30" in rows[2].text
    assert "5 min" in rows[3].text
    assert "300m" in rows[4].text


def test_the_selected_unit_is_told_at_the_foot() -> None:
    """In words, where the panel is high enough; the list is one row shorter then."""
    rig = town()
    found = standings(rig.board.units.values(), rig.store.fixes, target=None, incident=None, now=rig.now)
    view = UnitsView(standings=found, now=rig.now, selected=1)
    rows = draw_units(view, rig.texts.say, width=60, height=8, top=0)
    assert len(rows) == 8
    assert "12.03 koppel, auto, zelfstandig" in rows[-1].text
    assert len(draw_units(view, rig.texts.say, width=60, height=7, top=0)) == 4


def test_work_that_must_go_on_is_no_free_unit() -> None:
    """Where there is no room for the work its place is the status, behind those who can be called (B3)."""
    rig = town()
    rig.happen(TaskSet(unit=1, what=Name("verhoor"), interruptible=False))
    rig.sign_on("12.09")
    found = standings(rig.board.units.values(), rig.store.fixes, target=None, incident=417, now=rig.now)
    assert [each.unit.call_sign for each in found] == ["12.02", "12.09", "12.03", "12.01"]
    view = UnitsView(standings=found, now=rig.now)
    assert "✖ verho" in draw_units(view, rig.texts.say, width=47, height=20, top=0)[4].text
    assert "beschikbaar" in draw_units(view, rig.texts.say, width=90, height=20, top=0)[4].text
    assert "1 vrij van 4" in draw_units(view, rig.texts.say, width=47, height=20, top=0)[0].text

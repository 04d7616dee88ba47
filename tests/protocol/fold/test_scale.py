"""What facts about scaling do to an incident."""

from attrs import evolve

from protocol.facts.scale import (
    ColleaguesAsked,
    GripSet,
    LeadSwitched,
    LevelSet,
    WhoDropped,
    WhoNoted,
    WhoTaken,
)
from protocol.facts.timeline import (
    LineJoined,
    LinesJoined,
    LinesParted,
    LineSpoken,
    PartnerDismissed,
    PartnerInvited,
)
from protocol.model.board import Board
from protocol.model.scale import Level, Scale, WhoKind, WhoRow
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, BEN, OPENED, minute, then, told

WHY = Text("te groot")
GGZ = Name("ggz")
THREE = tuple(evolve(OPENED, incident=number) for number in (1, 2, 3))


def scale(board: Board, number: int = 1) -> Scale:
    """How the incident stands."""
    return board.incidents[number].scale


def test_asking_colleagues_says_who_when_and_for_what() -> None:
    """The last time counts."""
    made = scale(then(told(OPENED), ColleaguesAsked(incident=1, text=WHY), by=BEN))
    assert (made.asked_at, made.asked_by, made.asked_text) == (minute(2), BEN, WHY)


def test_the_matrix_has_rows_that_are_filled_and_dropped() -> None:
    """A dropped row stays in the story."""
    gap = WhoNoted(incident=1, kind=WhoKind.CAN, what=Text("tolk"))
    board = told(OPENED, gap, gap, WhoTaken(incident=1, row=2), WhoDropped(incident=1, row=1))
    assert scale(board).who == (
        WhoRow(id=1, kind=WhoKind.CAN, what=Text("tolk"), is_dropped=True),
        WhoRow(id=2, kind=WhoKind.CAN, what=Text("tolk"), who=ANNA),
    )


def test_ladder_and_grip_are_two_scales_and_one_hour() -> None:
    """The first step up starts the golden hour (A73); back on the ground it ends."""
    board = told(OPENED, GripSet(incident=1, grip=2))
    assert (scale(board).level, scale(board).grip, scale(board).raised_at) == (Level.TEAM, 2, minute(2))
    board = then(board, LevelSet(incident=1, level=Level.REGION))
    assert (scale(board).level, scale(board).grip, scale(board).raised_at) == (Level.REGION, 2, minute(2))
    board = then(then(board, GripSet(incident=1, grip=0)), LevelSet(incident=1, level=Level.TEAM))
    assert scale(board) == Scale()


def test_central_time_is_added_up() -> None:
    """Only of stretches that are over (A67)."""
    there = LeadSwitched(incident=1, central=True, why=WHY)
    back = LeadSwitched(incident=1, central=False, why=WHY)
    board = told(OPENED, there, back, there, back, there)
    made = scale(board)
    assert (made.is_central, made.central_s, made.central_since) == (True, 120, minute(6))


def test_a_dismissed_partner_is_off_the_line_as_well() -> None:
    """The others stay."""
    board = told(OPENED, PartnerInvited(incident=1, partner=GGZ), LineJoined(incident=1))
    board = then(board, LineJoined(incident=1), by=GGZ)
    assert scale(then(board, PartnerInvited(incident=1, partner=GGZ))).partners == (GGZ,)
    gone = then(board, PartnerDismissed(incident=1, partner=GGZ))
    assert (scale(gone).partners, [each.name for each in gone.incidents[1].members]) == ((), [ANNA])


def test_joined_lines_are_one_until_they_are_parted() -> None:
    """What is said on one is said on all, and each keeps every word it had (A64)."""
    join = (LinesJoined(incident=1, other=2), LinesJoined(incident=2, other=3))
    board = told(*THREE, *join, LineSpoken(incident=2, text=WHY))
    assert [scale(board, number).joined_to for number in (1, 2, 3)] == [(2, 3), (1, 3), (1, 2)]
    assert [board.incidents[n].entries[0].of_incident for n in (1, 2, 3)] == [2, None, 2]
    parted = then(board, LinesParted(incident=2))
    assert [scale(parted, number).joined_to for number in (1, 2, 3)] == [(3,), (), (1,)]
    after = then(parted, LineSpoken(incident=2, text=WHY))
    assert [len(after.incidents[number].entries) for number in (1, 2, 3)] == [1, 2, 1]

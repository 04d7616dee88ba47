"""What the melding panel says about contact, scale, who does what, and split pairs."""

from datetime import UTC

from console.board.pressing import TERMS
from console.melding.view import MeldingView, melding_rows
from protocol.facts.pairs import PairSplit, PairSpoken
from protocol.facts.scale import (
    ColleaguesAsked,
    GripSet,
    LeadSwitched,
    LevelSet,
    WhoDropped,
    WhoNoted,
    WhoTaken,
)
from protocol.facts.timeline import PartnerInvited
from protocol.model.scale import Level, WhoKind
from protocol.model.text import Name, Text
from tests.console.lined import put_through, talked
from tests.console.rig import Rig


def texts(rig: Rig, **view: object) -> list[str]:
    """The panel's rows without blanks, seen by anna."""
    made = MeldingView(
        incident=rig.board.incidents[417],
        units=rig.board.units,
        now=rig.now,
        zone=UTC,
        terms=TERMS,
        **view,  # type: ignore[arg-type]
    )
    return [row.text.rstrip() for row in melding_rows(made, rig.texts.say, width=100, height=40) if row.text]


def labelled(rig: Rig, label: str) -> list[str]:
    """The rows under this word."""
    found: list[str] = []
    here = False
    for row in texts(rig):
        here = row[1:13].strip() == label or (here and not row[1:13].strip())
        if here:
            found.append(row[14:])
    return found


def test_a_melding_as_usual_takes_no_rows() -> None:
    """Neither scale nor matrix nor contact is there to be read around."""
    rig = Rig()
    rig.open(417)
    assert not {"Melder", "Schaal", "Wie", "Regie"} & {row[1:13].strip() for row in texts(rig)}


def test_the_headline_figure_stands_on_top() -> None:
    """Who has the melder, and how long it took to direct contact."""
    rig = put_through()
    talked(rig)
    assert texts(rig)[0] == " Melder       melder met 12.03 · direct na 0:30 · pagina open"


def test_level_and_grip_are_two_scales() -> None:
    """Each with its own word, the golden hour behind them."""
    rig = put_through()
    rig.happen(LevelSet(incident=417, level=Level.REGION), by="anna")
    rig.happen(GripSet(incident=417, grip=2), by="anna")
    rig.later(600)
    assert labelled(rig, "Schaal") == ["▲ regio · GRIP 2 · gouden uur nog 50m"]


def test_the_lead_says_since_when_and_by_whom() -> None:
    """Both ways (A67)."""
    rig = put_through()
    rig.happen(LeadSwitched(incident=417, central=True, why=Text("druk")), by="bert")
    there = labelled(rig, "Regie")
    rig.happen(LeadSwitched(incident=417, central=False, why=Text("rustig")), by="12.03")
    assert [*there, *labelled(rig, "Regie")] == [
        "centraal sinds 03:00, bert",
        "decentraal sinds 03:00, 12.03",
    ]


def test_who_asked_for_colleagues_and_who_helps() -> None:
    """Who, when and with which words; partners by account."""
    rig = put_through()
    rig.happen(ColleaguesAsked(incident=417, text=Text("tweede koppel")), by="12.03")
    rig.happen(PartnerInvited(incident=417, partner=Name("brandweer")), by="anna")
    assert labelled(rig, "Gevraagd") == ["03:00 12.03 vraagt collega's „tweede koppel”"]
    assert labelled(rig, "Met") == ["partners: brandweer"]


def test_gaps_of_the_who_matrix_come_first() -> None:
    """What nobody knows, can or does stands on top; what is done is gone (A65)."""
    rig = put_through()
    for kind, what, who in (
        (WhoKind.KNOWS, "de achteringang", "12.03"),
        (WhoKind.CAN, "onderhandelen", ""),
        (WhoKind.DOES, "voordeur", ""),
        (WhoKind.DOES, "getuige", "12.04"),
    ):
        rig.happen(WhoNoted(incident=417, kind=kind, what=Text(what), who=Name(who)), by="anna")
    rig.happen(WhoTaken(incident=417, row=3), by="anna")
    rig.happen(WhoDropped(incident=417, row=4), by="anna")
    assert labelled(rig, "Wie") == [
        "#2 kan   ◆ NOG NIEMAND onderhandelen",
        "#1 weet  ✔ 12.03 de achteringang",
        "#3 doet  ✔ anna voordeur",
    ]


def test_a_split_pair_is_told_once_with_its_words() -> None:
    """The halves and what they said last (A92)."""
    rig = put_through()
    rig.happen(PairSplit(unit=1, other=3, call_sign=Name("12.13")), by="12.03")
    rig.happen(PairSpoken(unit=1, text=Text("hij komt jouw kant op")), by="12.03")
    assert labelled(rig, "Koppel") == ["12.03 ⇄ 12.13", "03:00 12.03 hij komt jouw kant op"]


def test_a_partner_is_not_told_that_nobody_reacted() -> None:
    """Who does not see the reactions is not told that there are none."""
    rig = Rig()
    rig.open(417)
    missing = "◆ nog geen reactie"
    assert any(missing in row for row in texts(rig))
    assert not any(missing in row for row in texts(rig, answers=False))

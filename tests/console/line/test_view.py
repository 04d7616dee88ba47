"""How the open line looks."""

from datetime import UTC

from console.line.view import LineView, draw_line
from console.line.window import Anchor
from console.paint.row import width_of
from console.paint.tone import Tone
from protocol.facts.timeline import (
    CardPushed,
    EntryAdded,
    EntryStruck,
    LineJoined,
    LineLeft,
    LineSpoken,
    PartnerInvited,
    Whispered,
)
from protocol.model.entry import CardKind
from protocol.model.text import Name, Text
from tests.console.lined import has, joined, put_through
from tests.console.rig import Rig


def talked() -> Rig:
    """An incident in which something was said, written and struck."""
    rig = Rig()
    rig.open(417)
    rig.happen(LineJoined(incident=417), by="anna")
    rig.happen(LineJoined(incident=417), by="bert")
    rig.happen(LineSpoken(incident=417, text=Text("achterom aanrijden")), by="bert")
    rig.happen(LineLeft(incident=417), by="bert")
    rig.happen(EntryAdded(incident=417, text=Text("melder belde")), by="anna")
    rig.happen(EntryStruck(incident=417, entry=2), by="anna")
    return rig


def lines(rig: Rig, *, width: int = 70, height: int = 12, **view: object) -> list[str]:
    """The panel as text."""
    shown = LineView(incident=rig.board.incidents[417], now=rig.now, zone=UTC, **view)  # type: ignore[arg-type]
    drawn = draw_line(shown, rig.texts.say, width=width, height=height, anchor=Anchor())
    assert all(width_of(row.spans) <= width for row in drawn.rows)
    return [row.text.rstrip() for row in drawn.rows]


def test_who_is_on_the_line_and_who_spoke() -> None:
    """Present ones are named with a sign, those who spoke and left behind it."""
    assert lines(talked())[1] == " ● anna  sprak ook: bert"


def test_said_and_written_look_different() -> None:
    """Spoken words have another sign than written ones; struck ones say who struck them."""
    assert lines(talked())[2:] == [
        "  1 03:00 bert » achterom aanrijden",
        "  2 03:00 anna · melder belde",
        "                 ✗ doorgehaald door anna",
    ]


def test_struck_words_are_struck() -> None:
    """A struck entry is shown struck through, not only dim."""
    rig = talked()
    view = LineView(incident=rig.board.incidents[417], now=rig.now, zone=UTC)
    rows = draw_line(view, rig.texts.say, width=70, height=12, anchor=Anchor()).rows
    assert ("melder belde", Tone.STRUCK) in rows[3].spans


def test_new_lines_are_counted_while_one_reads_back() -> None:
    """The mark at the bottom says how many came since."""
    rig = talked()
    for _ in range(3):
        rig.happen(LineSpoken(incident=417, text=Text("hallo")), by="bert")
    assert lines(rig, selected=1, read=2, height=6)[-1] == " ▼ 3 nieuwe regels (End)"


def test_own_words_under_way_are_shown_as_such() -> None:
    """What was sent and not answered stands at the end, marked."""
    assert lines(talked(), under_way=("ik kom eraan",))[-1] == "  … onderweg » ik kom eraan"


def test_nothing_selected_says_so() -> None:
    """Without an incident the panel says what to do."""
    rig = Rig()
    view = LineView(incident=None, now=rig.now, zone=UTC)
    rows = draw_line(view, rig.texts.say, width=70, height=8, anchor=Anchor()).rows
    assert rig.texts.say("line-none") in rows[1].text


def test_what_only_colleagues_get_is_not_lacking_at_a_partner() -> None:
    """A whisper and a card wait for colleagues alone; what is said waits for the partner too."""
    rig = put_through()
    rig.happen(PartnerInvited(incident=417, partner=Name("ggz")))
    joined(rig, "anna", "12.03", "ggz")
    rig.happen(LineSpoken(incident=417, text=Text("hallo")), by="anna")
    rig.happen(Whispered(incident=417, text=Text("hij liegt")), by="anna")
    rig.happen(CardPushed(incident=417, card=CardKind.WARNING, text=Text("mes")), by="anna")
    rows = (has("12.03", delivered=3, read=3),)
    shown = lines(rig, me="anna", rows=rows)
    marks = [next(line.split()[-2:] for line in shown if word in line) for word in ("hallo", "liegt", "mes")]
    assert marks == [["✓", "1/2"], ["liegt", "✓✓"], ["mes", "✓✓"]]

"""What stands above the words of both lines, and how cards and whispers differ from what is said."""

from datetime import UTC, timedelta

from attrs import evolve

from console.line.view import LineView, draw_line, place_of
from console.line.window import Anchor
from console.paint.row import Row, width_of
from console.paint.tone import Ground
from protocol.facts.contact import ContactClosed, MelderSafe, MelderShared, SteppedIn
from protocol.facts.scale import LevelSet, WhoNoted
from protocol.facts.timeline import CardPushed, CardTaken, LineSpoken, Whispered
from protocol.model.entry import CardKind
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.scale import Level, WhoKind
from protocol.model.text import Text
from tests.console.lined import has, joined, put_through, talked
from tests.console.rig import Rig, point


def rows(rig: Rig, line: LineKind, *, width: int = 100, height: int = 14, **view: object) -> list[Row]:
    """The panel's rows, seen by anna."""
    made = LineView(
        incident=rig.board.incidents[417],
        now=rig.now,
        zone=UTC,
        line=line,
        me="anna",
        switch="o",
        **view,  # type: ignore[arg-type]
    )
    drawn = draw_line(made, rig.texts.say, width=width, height=height, anchor=Anchor())
    assert all(width_of(row.spans) <= width for row in drawn.rows)
    return list(drawn.rows)


def texts(rig: Rig, line: LineKind, **view: object) -> list[str]:
    """Their text."""
    return [row.text.rstrip() for row in rows(rig, line, **view)]  # type: ignore[arg-type]


def test_everybody_on_the_contact_line_is_seen_with_what_they_may() -> None:
    """Who talks and who listens stands by each name, also by our own: there is no hidden listening."""
    found = texts(put_through(), LineKind.CONTACT)
    assert found[1] == " ☎ melder  ● 12.03 spreekt  ○ anna (u) luistert"


def test_the_time_to_direct_contact_runs_and_then_stands() -> None:
    """The headline figure counts from the call and is fixed once melder and officer have each other (A46)."""
    rig = put_through()
    assert texts(rig, LineKind.CONTACT)[2] == " nog niet direct, 0:12 · link nog niet geopend, nog 3:59"
    talked(rig)
    rig.later(600)
    assert texts(rig, LineKind.CONTACT)[2] == " direct na 0:30 · pagina open"


def test_the_melders_state_is_told() -> None:
    """Safe, and where the phone is from the place of the melding."""
    rig = put_through()
    talked(rig)
    rig.happen(MelderShared(incident=417, point=point(0, 200)), by="melder")
    rig.happen(MelderSafe(incident=417), by="melder")
    assert texts(rig, LineKind.CONTACT)[2] == (
        " direct na 0:30 · pagina open · VEILIG 03:00 · melder 200m ten noorden"
    )


def test_talking_to_the_melder_has_a_ground_of_its_own() -> None:
    """Listening and talking differ in ground and in words, and both differ from the open line."""
    rig = put_through()
    listening = rows(rig, LineKind.CONTACT)[0]
    rig.happen(SteppedIn(incident=417), by="anna")
    talking = rows(rig, LineKind.CONTACT)[0]
    assert (listening.ground, talking.ground) == (Ground.MELDER, Ground.MELDER_TALKS)
    assert "u luistert mee" in listening.text
    assert "u mag spreken op deze lijn" in talking.text
    assert rows(rig, LineKind.OPEN)[0].ground is Ground.BAR


def test_the_words_of_both_ends_have_signs() -> None:
    """What the melder said and what was said to the melder are told apart without colour."""
    rig = put_through()
    talked(rig)
    assert texts(rig, LineKind.CONTACT)[3:] == [
        "  1 03:00 melder » hij is boven".replace("»", "☎"),
        "  2 03:00 12.03  → wij komen eraan",
    ]


def test_the_open_line_tells_of_the_contact_line() -> None:
    """Whoever looks at the colleagues still sees who has the melder, who listens and the last word."""
    rig = put_through()
    talked(rig)
    row = texts(rig, LineKind.OPEN, width=110)[2]
    assert row.startswith(" ☎ melder met 12.03, luistert: u · direct na 0:30 · „wij komen eraan”")
    assert row.endswith(" o")
    rig.happen(SteppedIn(incident=417), by="anna")
    assert "u praat mee" in texts(rig, LineKind.OPEN, width=110)[2]
    rig.happen(ContactClosed(incident=417), by="anna")
    assert texts(rig, LineKind.OPEN)[2].startswith(" ☎ contactlijn gesloten")


def test_who_types_and_who_wants_the_floor() -> None:
    """It stands by the name; our own hand is our own business."""
    rig = put_through()
    joined(rig, "anna", "bert", "carl")
    hands = (
        evolve(has("anna", delivered=0), hand=Hand.TYPING),
        evolve(has("bert", delivered=0), hand=Hand.TYPING),
        evolve(has("carl", delivered=0), hand=Hand.WANTS),
    )
    assert texts(rig, LineKind.OPEN, rows=hands)[1] == " ● anna ● bert typt… ● carl wil spreken!"


def test_who_has_no_link_does_not_stand_as_if_listening() -> None:
    """Nobody thinks that he hears it."""
    rig = put_through()
    joined(rig, "anna", "bert")
    hands = (evolve(has("bert", delivered=0), hand=Hand.GONE),)
    assert texts(rig, LineKind.OPEN, rows=hands)[1] == " ● anna ✗ bert geen verbinding"


def test_whispers_and_cards_look_different() -> None:
    """A whisper says that only colleagues have it; a card its kind, whether in time, and who has it."""
    rig = put_through()
    joined(rig, "anna", "12.03")
    rig.happen(Whispered(incident=417, text=Text("hij heeft een mes")), by="anna")
    rig.happen(CardPushed(incident=417, card=CardKind.WARNING, text=Text("eerder vuurwapen")), by="rtic")
    assert texts(rig, LineKind.OPEN, height=20)[3:] == [
        "  1 03:00 anna ≈ alleen collega's: hij heeft een mes ○ nog niet binnen: 12.03",
        "  2 03:00 rtic ▤ WAARSCHUWING eerder vuurwapen ○",
        "                 op tijd · nog niemand heeft deze kaart",
    ]
    rig.happen(CardTaken(incident=417, entry=2), by="12.03")
    assert texts(rig, LineKind.OPEN, height=20)[-1] == "                 op tijd · heeft hem: 12.03"


def test_our_words_carry_how_far_they_came() -> None:
    """Delivered, then read, as the others tell."""
    rig = put_through()
    joined(rig, "anna", "bert")
    rig.happen(LineSpoken(incident=417, text=Text("let op")), by="anna")
    seen = [
        texts(rig, LineKind.OPEN, rows=(has("bert", delivered=at, read=read),))[-1]
        for at, read in ((0, 0), (1, 0), (1, 1))
    ]
    assert seen == [
        "  1 03:00 anna » let op ○ nog niet binnen: bert",
        "  1 03:00 anna » let op ✓ nog niet gelezen: bert",
        "  1 03:00 anna » let op ✓✓",
    ]


def test_scale_stands_above_the_line_where_there_is_room() -> None:
    """Level, golden hour and gaps in one row; nothing while all is as usual or the panel is low."""
    rig = put_through()
    usual = texts(rig, LineKind.OPEN)
    rig.happen(LevelSet(incident=417, level=Level.DISTRICT), by="anna")
    rig.happen(WhoNoted(incident=417, kind=WhoKind.DOES, what=Text("achterdeur")), by="anna")
    assert texts(rig, LineKind.OPEN)[3] == (
        " ▲ district · gouden uur nog 1:00 · 1 gat in wie weet, kan, doet"
    )
    assert texts(rig, LineKind.OPEN, height=8) == usual
    rig.later(timedelta(hours=2).total_seconds())
    assert "gouden uur" not in texts(rig, LineKind.OPEN)[3]


def test_a_line_with_holes_is_shown_as_it_is() -> None:
    """A partner has only some of the entries: the selected one is found by its id, not by its place."""
    rig = put_through()
    for word in ("een", "twee", "drie", "vier"):
        rig.happen(LineSpoken(incident=417, text=Text(word)), by="bert")
    whole = rig.board.incidents[417]
    entries = tuple(each for each in whole.entries if each.id in (2, 4))
    assert [place_of(entries, id) for id in (1, 2, 3, 4, 9)] == [0, 0, 0, 1, 1]
    view = LineView(
        incident=evolve(whole, entries=entries), now=rig.now, zone=UTC, selected=4, read=2, me="fire"
    )
    drawn = draw_line(view, rig.texts.say, width=60, height=8, anchor=Anchor())
    assert [row.ground for row in drawn.rows if row.text.startswith("  4")] == [Ground.CHOSEN]

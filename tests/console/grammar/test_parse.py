"""Lines as people type them, and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed, Problem
from console.texts.texts import LANGUAGES, Texts
from protocol.commands.command import Command
from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.commands.timeline import AddEntry, JoinLine, LeaveLine, Speak, StrikeEntry
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOffUnit, SignOnUnit
from protocol.model.means import Means
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus as S
from tests.console.grammar.make import BOARD, typed

BEGINS_ST = ("status", "stuur", "strike", "step", "step-in", "step-back", "strengthen", "story", "stop")
ON_417 = Selection(incident=417)
MARKT = Place(name=Name("Markt 5"))


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        (
            "nieuw 1 inbraak @ Markt 5 (52.01,4.35) -- melder wacht",
            [
                OpenIncident(
                    what=Name("inbraak"),
                    place=Place(name=Name("Markt 5"), point=Point(lat_deg=52.01, lon_deg=4.35).on_grid()),
                    priority=Priority.P1,
                    story=Text("melder wacht"),
                )
            ],
        ),
        ("new grote brand @Markt 5", [OpenIncident(what=Name("grote brand"), place=MARKT)]),
        ("nieuw p3 2 mannen @ Markt 5", [
            OpenIncident(what=Name("2 mannen"), place=MARKT, priority=Priority.P3)
        ]),
        ("nieuw brand @ Markt 5 (achterom)", [
            OpenIncident(what=Name("brand"), place=Place(name=Name("Markt 5 (achterom)")))
        ]),
        ("plaats 417 Markt 5", [ChangePlace(incident=417, place=MARKT)]),
        ("plaats 417 @ Markt 5", [ChangePlace(incident=417, place=MARKT)]),
        ("nieuw inbraak", [OpenIncident(what=Name("inbraak"), place=Place(name=Name("")))]),
        ("nieuw @ Markt 5", [OpenIncident(what=Name(""), place=MARKT)]),
        ("nieuw 1", [
            OpenIncident(what=Name(""), place=Place(name=Name("")), priority=Priority.P1)
        ]),
        ("plaats 417 Markt 5 (-)", [ChangePlace(incident=417, place=MARKT, without_point=True)]),
        ("plaats 417 @ Markt 5 ( - )", [ChangePlace(incident=417, place=MARKT, without_point=True)]),
        ("wat 417 brand in schuur", [ChangeWhat(incident=417, what=Name("brand in schuur"))]),
        ("prio 417 1", [ChangePriority(incident=417, priority=Priority.P1)]),
        ("fase 417 toev", [EnterPhase(incident=417, phase=Phase.ADD)]),
        ("phase 417 merge out", [EnterPhase(incident=417, phase=Phase.MERGE_OUT)]),
        ("sluit 417 loos alarm", [CloseIncident(incident=417, reason=Text("loos alarm"))]),
        ("heropen 400 dader terug", [ReopenIncident(incident=400, reason=Text("dader terug"))]),
        ("koppel 12.03 12.04 418", [
            AssignUnit(incident=418, unit=1), AssignUnit(incident=418, unit=2)
        ]),
        ("koppel 418 12.03", [AssignUnit(incident=418, unit=1)]),
        ("KOP #418 1203", [AssignUnit(incident=418, unit=1)]),
        ("koppel! 13.01 418", [AssignUnit(incident=418, unit=3, divert=True)]),
        ("koppel 13.01! 418", [AssignUnit(incident=418, unit=3, divert=True)]),
        ("koppel 13.01 418 !", [AssignUnit(incident=418, unit=3, divert=True)]),
        ("vrij 13.01", [ReleaseUnit(unit=3)]),
        ("status 12.03 9", [SetUnitStatus(unit=1, status=S.UNAVAILABLE)]),
        ("status 12.03 13.01 ter plaatse", [
            SetUnitStatus(unit=1, status=S.ON_SCENE), SetUnitStatus(unit=3, status=S.ON_SCENE)
        ]),
        ("12.03 niet inz", [SetUnitStatus(unit=1, status=S.UNAVAILABLE)]),
        ("1301 2", [SetUnitStatus(unit=3, status=S.ON_SCENE)]),
        ("13.01 tp", [SetUnitStatus(unit=3, status=S.ON_SCENE)]),
        ("13.01 on-scene", [SetUnitStatus(unit=3, status=S.ON_SCENE)]),
        ("aanmelden 12.09 motor", [SignOnUnit(call_sign=Name("12.09"), means=Means.MOTORCYCLE)]),
        ("aanmelden 12.09 12.10 te voet", [
            SignOnUnit(call_sign=Name("12.09"), means=Means.FOOT),
            SignOnUnit(call_sign=Name("12.10"), means=Means.FOOT),
        ]),
        ("signon biker-7", [SignOnUnit(call_sign=Name("biker-7"))]),
        ("afmelden 12.03", [SignOffUnit(unit=1)]),
        ("log 417 2 personen  gezien", [AddEntry(incident=417, text=Text("2 personen  gezien"))]),
        ("log 417 -- 3 gezien", [AddEntry(incident=417, text=Text("3 gezien"))]),
        ("doorhalen 417 2", [StrikeEntry(incident=417, entry=2)]),
        ("zeg 417 rij achterom @ 3", [Speak(incident=417, text=Text("rij achterom @ 3"))]),
        ("instappen 417", [JoinLine(incident=417)]),
        ("uits 417", [LeaveLine(incident=417)]),
    ],
)  # fmt: skip
def test_a_line_says_it_all(line: str, commands: list[Command]) -> None:
    """Without any selection each of these lines is understood."""
    parsed = typed(line)
    assert isinstance(parsed, Parsed), parsed
    assert list(parsed.commands) == commands


@pytest.mark.parametrize(
    ("line", "selection", "commands"),
    [
        ("koppel 12.03", ON_417, [AssignUnit(incident=417, unit=1)]),
        ("koppel 418", Selection(unit=1), [AssignUnit(incident=418, unit=1)]),
        ("koppel", Selection(incident=417, unit=1), [AssignUnit(incident=417, unit=1)]),
        ("prio 1", ON_417, [ChangePriority(incident=417, priority=Priority.P1)]),
        ("prio 418 1", ON_417, [ChangePriority(incident=418, priority=Priority.P1)]),
        ("log melder belt", ON_417, [AddEntry(incident=417, text=Text("melder belt"))]),
        ("log 417 melder", ON_417, [AddEntry(incident=417, text=Text("melder"))]),
        ("log #418 melder", ON_417, [AddEntry(incident=418, text=Text("melder"))]),
        ("log -- 2 mannen", ON_417, [AddEntry(incident=417, text=Text("2 mannen"))]),
        ("log 2 mannen", ON_417, [AddEntry(incident=2, text=Text("mannen"))]),
        ('log "999 euro weg"', ON_417, [AddEntry(incident=417, text=Text("999 euro weg"))]),
        ("doorhalen 2", Selection(incident=417, entry=1), [StrikeEntry(incident=417, entry=2)]),
        ("doorhalen", Selection(incident=417, entry=1), [StrikeEntry(incident=417, entry=1)]),
        ("status 2", Selection(unit=1), [SetUnitStatus(unit=1, status=S.ON_SCENE)]),
        ("status onderweg", Selection(unit=1), [SetUnitStatus(unit=1, status=S.EN_ROUTE)]),
        ("status 13.01 tp", Selection(unit=1), [SetUnitStatus(unit=3, status=S.ON_SCENE)]),
        ("vrij", Selection(unit=3), [ReleaseUnit(unit=3)]),
        ("instap", ON_417, [JoinLine(incident=417)]),
    ],
)
def test_the_selection_fills_what_is_left_out(
    line: str, selection: Selection, commands: list[Command]
) -> None:
    """What is selected on the screen need not be typed; what is typed wins."""
    parsed = typed(line, selection)
    assert isinstance(parsed, Parsed), parsed
    assert list(parsed.commands) == commands


@pytest.mark.parametrize(
    ("line", "selection", "key", "where", "candidates"),
    [
        ("", ON_417, "problem-empty", "", ()),
        ("   ", ON_417, "problem-empty", "", ()),
        ("kopple 12.03", ON_417, "problem-unknown-verb", "kopple", ("koppel",)),
        ("st 12.03", ON_417, "problem-ambiguous-verb", "st", BEGINS_ST),
        ("koppel 12.30 417", ON_417, "problem-unknown-unit", "12.30", ("12.03", "12.04")),
        ("koppel 12.03 12.03 417", ON_417, "problem-twice", "12.03", ()),
        ("koppel 12.03 419", ON_417, "problem-unknown-incident", "419", ("418", "417")),
        ("koppel 12.03", Selection(), "problem-missing-incident", "", ()),
        ("koppel 417", Selection(), "problem-missing-unit", "", ()),
        ("status 12.03", Selection(), "problem-missing-status", "", ()),
        ("status 12.03 vliegend", Selection(), "problem-unknown-status", "vliegend", ()),
        ("status 12.03 aanrijdent", Selection(), "problem-unknown-status", "aanrijdent", ("aanrijdend",)),
        ("status 12.03 5", Selection(), "problem-unknown-status-number", "5", ...),
        ("status 12.99 2", Selection(unit=1), "problem-unknown-unit", "12.99", ...),
        ("log 999 euro weg", ON_417, "problem-no-incident-no-text", "999", ()),
        ("log 419 tekst", Selection(), "problem-unknown-incident", "419", ...),
        ("log 417", ON_417, "problem-missing-text", "", ()),
        ("sluit 417", ON_417, "problem-missing-text", "", ()),
        ("fase gesloten", ON_417, "problem-close-has-a-verb", "gesloten", ()),
        ("fase dicht", ON_417, "problem-not-a-phase", "dicht", ()),
        ("prio 417 hoog", ON_417, "problem-not-a-priority", "hoog", ()),
        ("nieuw", ON_417, "problem-missing-what", "", ()),
        ("nieuw brand @ M (97,4)", ON_417, "problem-not-on-earth", "(97,4)", ()),
        ("aanmelden 12.09 motr", ON_417, "problem-not-a-means", "motr", ()),
        ("instappen 417 418", Selection(), "problem-too-much", "418", ()),
        ("taal frans", Selection(), "problem-not-a-language", "frans", ()),
        ("12.99", Selection(), "problem-unknown-verb", "12.99", ...),
        ("zeg " + "a" * 2001, ON_417, "problem-too-long", "a", ()),
        ("zeg \ud800", ON_417, "problem-unsendable", "zeg \ud800", ()),
    ],
)  # fmt: skip
def test_a_problem_says_what_and_where(
    line: str, selection: Selection, key: str, where: str, candidates: object
) -> None:
    """Each mistake names the words it is about and what was perhaps meant, in both languages."""
    problem = typed(line, selection)
    assert isinstance(problem, Problem), problem
    assert (problem.key, line[problem.start : problem.end]) == (key, where)
    if candidates is not ...:
        assert problem.candidates == candidates
    for language in LANGUAGES:
        assert problem.sentence(Texts(language, strict=True))


def test_did_you_mean() -> None:
    """What was perhaps meant is part of the sentence."""
    problem = typed("koppel 12.30 417")
    assert isinstance(problem, Problem)
    assert problem.sentence(Texts("nl")) == "Er is geen eenheid '12.30' in dienst. Bedoelt u 12.03, 12.04?"


@pytest.mark.parametrize(
    ("line", "id", "values"),
    [
        ("417", "show", {"subject": BOARD.incidents[417]}),
        ("#417", "show", {"subject": BOARD.incidents[417]}),
        ("12.03", "show", {"subject": BOARD.units[1]}),
        ("toon 1203", "show", {"subject": BOARD.units[1]}),
        ("filter centrum noord", "filter", {"wanted": "centrum noord"}),
        ("filter", "filter", {}),
        ("lijn 418", "go-line", {"incident": 418}),
        ("lijn", "go-line", {}),
        ("volg 12.03", "follow", {"unit": 1}),
        ("help kop", "help", {"verb": CATALOG.by_id["assign"]}),
        ("?", "help", {}),
        ("taal en", "language", {"language": "en"}),
        ("historie 3", "history", {"incident": 3}),
        ("inzoomen", "zoom-in", {}),
    ],
)
def test_actions_of_the_screen_send_nothing(line: str, id: str, values: object) -> None:
    """They come with their values and without commands."""
    parsed = typed(line, ON_417)
    assert isinstance(parsed, Parsed), parsed
    assert (parsed.action.id, dict(parsed.values), parsed.commands) == (id, values, ())


_WORDS = st.sampled_from(
    [
        *CATALOG.by_verb,
        "417",
        "#417",
        "12.03",
        "1203",
        "!",
        "--",
        "@",
        "@Markt",
        "(52,4)",
        "1",
        "p1",
        "tp",
        "ter",
        "20m",
        "14:30",
        "morgen",
        "akkoord",
        "telefonisch",
        "besch",
        "van:",
        "aan:Bos",
        "melder:",
        "0612345678",
        "-",
        "-inbraak",
    ]
)
_LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(_WORDS, st.text(max_size=8)), max_size=7).map(" ".join),
)


@given(line=_LINES, incident=st.sampled_from([None, 417, 5]), unit=st.sampled_from([None, 1, 77]))
def test_nothing_typed_can_crash(line: str, incident: int | None, unit: int | None) -> None:
    """Any line is understood or has a problem, which lies within the line and has a sentence."""
    result = typed(line, Selection(incident=incident, unit=unit, entry=1))
    if isinstance(result, Problem):
        assert 0 <= result.start <= result.end <= len(line)
        assert all(result.sentence(Texts(language, strict=True)) for language in LANGUAGES)
    else:
        assert (result.action.build is None) == (result.commands == ())

"""Lines about the melding itself: intake, reactions, promises, the work and letting go."""

from datetime import datetime

import pytest
from attrs import evolve

from console.actions.action import Action, Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed, Problem
from console.grammar.classifications import NONE_KNOWN, Classification, Classifications
from console.grammar.moments import Clock
from console.grammar.parse import parse
from console.grammar.prefill import line_for
from console.texts.texts import LANGUAGES, Texts
from protocol.commands.command import Command
from protocol.commands.incidents import ChangeWhat, CloseIncident, OpenIncident
from protocol.commands.intake import (
    AnswerQuestion,
    AttachReport,
    ClassifyIncident,
    DescribeIntake,
    DescribeMelder,
    FlagCaught,
    RecordEarlier,
    SendDescription,
)
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.commands.order import SwitchOrder
from protocol.commands.promises import (
    BreakPromise,
    KeepPromise,
    MakePromise,
    MovePromise,
    OfferMelder,
    React,
    SpeakToMelder,
    TakeMelder,
)
from protocol.commands.timeline import AddEntry
from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    DropAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)
from protocol.model.board import Board
from protocol.model.entry import CardKind, Entry, EntryKind
from protocol.model.intake import Intake, Question, Source
from protocol.model.letting_go import CitizenView
from protocol.model.melder import Melder, MelderKind
from protocol.model.order import Order
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.promise import Promise, PromiseState
from protocol.model.reaction import ReactionKind
from protocol.model.scale import Scale, WhoKind, WhoRow
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.model.work import Aim, AimLine, CitizenRole, Need, Referral, Work
from tests.console.grammar.make import AT, BOARD, NOTHING, STATUS_NUMBERS, unit
from tests.console.grammar.test_moments import AMSTERDAM, at

ON_417 = Selection(incident=417)
CLOCK = Clock(now=AT, zone=AMSTERDAM)
"""13:00 in Amsterdam."""

CLASSES = Classifications(
    classes=(
        Classification(
            code=Name("inbr"),
            name="Vermogen / Inbraak",
            last="inbraak",
            priority=Priority.P1,
            words=("insluiper",),
        ),
        Classification(
            code=Name("gel"), name="Overlast / Geluid", last="geluidsoverlast", priority=Priority.P4
        ),
    )
)


CARD = Entry(
    id=3,
    at=AT,
    by=Name("infodesk"),
    text=Text("eerder vuurwapen"),
    kind=EntryKind.CARD,
    card=CardKind.WARNING,
)


def _promise(id: int, state: PromiseState = PromiseState.OPEN) -> Promise:
    return Promise(
        id=id,
        what=Text("bellen"),
        due=AT,
        from_whom=Name("anna"),
        to_whom=Name("De Boer"),
        made_at=AT,
        made_by=Name("anna"),
        state=state,
    )


def _board() -> Board:
    """417 has a melder and an open one of each kind, a card, a row; 418 two promises; 12.09 is free."""
    known = evolve(
        BOARD.incidents[417],
        intake=Intake(melder=Melder(name=Name("De Boer"), number=Name("0612345678"))),
        promises=(_promise(1, PromiseState.KEPT), _promise(2)),
        work=Work(
            aims=(AimLine(aim=Aim.PROTECT, text=Text("de kinderen"), by=Name("anna")),),
            needs=(Need(id=1, what=Text("ladder"), from_whom=Name("brandweer")),),
            referrals=(Referral(id=1, partner=Name("GGD"), consent=True),),
        ),
        entries=(*BOARD.incidents[417].entries, CARD),
        scale=Scale(who=(WhoRow(id=1, kind=WhoKind.CAN, what=Text("Pools")),)),
    )
    two = evolve(BOARD.incidents[418], promises=(_promise(1), _promise(2)))
    more = unit(4, "12.09", UnitStatus.AVAILABLE)
    return evolve(
        BOARD,
        incidents=BOARD.incidents.set(417, known).set(418, two),
        units=BOARD.units.set(more.id, more),
    )


FULL = _board()


def said(
    line: str, selection: Selection = NOTHING, classes: Classifications = NONE_KNOWN
) -> Parsed | Problem:
    """What the line means on that board at 13:00."""
    return parse(line, CATALOG, FULL, selection, STATUS_NUMBERS, clock=CLOCK, classes=classes)


def intake(**fields: object) -> list[Command]:
    """A description of 417."""
    return [DescribeIntake(incident=417, **fields)]  # type: ignore[arg-type]


def react(
    kind: ReactionKind, agreed: bool = False, text: str = "", due: datetime | None = None
) -> list[Command]:
    """A reaction to 417."""
    return [React(incident=417, kind=kind, agreed=agreed, text=Text(text), due=due)]


def promise(what: str, due: datetime, by: str = "anna", to: str = "De Boer") -> list[Command]:
    """A promise in 417."""
    return [MakePromise(incident=417, what=Text(what), due=due, from_whom=Name(by), to_whom=Name(to))]


R = ReactionKind


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("melder 417 terugbellen", [DescribeMelder(incident=417, call_back=True)]),
        ("melder 417 bedrijf Bakker BV 010-123 45 67", [DescribeMelder(
            incident=417, kind=MelderKind.COMPANY, name=Name("Bakker BV"), number=Name("010-123 45 67"))]),
        ("caller 417 Jan Smit", [DescribeMelder(incident=417, name=Name("Jan Smit"))]),
        ("bron 417 112", intake(source=Source.EMERGENCY_CALL)),
        ("bron 417 eigen", intake(source=Source.OWN_OBSERVATION)),
        ("bron straat 417", intake(source=Source.STREET)),
        ("vraag 417 kan wachten", intake(question=Question.CAN_WAIT_POLICE)),
        ("question 417 can wait else", intake(question=Question.CAN_WAIT_OTHER)),
        ("spoed 417", intake(question=Question.URGENT_POLICE)),
        ("informatie 417", intake(question=Question.INFORMATION)),
        ("verwacht 417 dat er iemand komt", intake(expects=Text("dat er iemand komt"))),
        ("vreest 417 de buurman", intake(fears=Text("de buurman"))),
        ("verhaal 417 speelt al lang", intake(story=Text("speelt al lang"))),
        ("klasse 417 -", [ClassifyIncident(incident=417, code=Name(""))]),
        ("klasse 417 zoiets", [ClassifyIncident(incident=417, code=Name("zoiets"))]),
        ("antwoord 417 wapen een mes", [
            AnswerQuestion(incident=417, question=Name("wapen"), text=Text("een mes"))]),
        ("vooraf 417 12:55 ruzie", [
            RecordEarlier(incident=417, happened_at=at("11:55"), text=Text("ruzie"))]),
        ("before 417 10m ago quarrel", [
            RecordEarlier(incident=417, happened_at=at("11:50"), text=Text("quarrel"))]),
        ("heterdaad 417", [FlagCaught(incident=417)]),
        ("heterdaad 417 nee", [FlagCaught(incident=417, caught=False)]),
        ("signalement 417 man, rode jas", [
            SendDescription(incident=417, text=Text("man, rode jas"))]),
        ("bijmelding 417 ziet rook", [AttachReport(incident=417, text=Text("ziet rook"))]),
        ("bijmelding 417 ziet rook melder:Jansen 0612121212", [AttachReport(
            incident=417, text=Text("ziet rook"),
            melder=Melder(name=Name("Jansen"), number=Name("0612121212")))]),
        ("reactie 417 eenh", react(R.UNIT_NOW)),
        ("reactie 417 telef akkoord", react(R.BY_TELEPHONE, True)),
        ("reactie 417 akkoord later over 2 uur", react(R.AGREED_LATER, True, due=at("14:00"))),
        ("react 417 phone agreed gave advice", react(R.BY_TELEPHONE, True, "gave advice")),
        ("reactie 417 info -- akkoord met de buurt", react(R.INFORMATION_TAKEN, text="akkoord met de buurt")),
        ("toezegging 417 20m terugbellen", promise("terugbellen", at("12:20"))),
        ("toezegging 417 over 20 min terugbellen aan:mevr. Bos door:12.03",
            promise("terugbellen", at("12:20"), "12.03", "mevr. Bos")),
        ("promise 417 14:30 come by", promise("come by", at("13:30"))),
        ("toezegging 417 morgen 9:00 langskomen", promise("langskomen", at("08:00", day=22))),
        ("nagekomen 417", [KeepPromise(incident=417, promise=2)]),
        ("nagekomen 418 2", [KeepPromise(incident=418, promise=2)]),
        ("verzet 417 2 30m file", [
            MovePromise(incident=417, promise=2, due=at("12:30"), why=Text("file"))]),
        ("verzet 417 30 min 2 auto's kapot", [
            MovePromise(incident=417, promise=2, due=at("12:30"), why=Text("auto's kapot"))]),
        ("breek 417 geen eenheid", [BreakPromise(incident=417, promise=2, why=Text("geen eenheid"))]),
        ("gesproken 417", [SpeakToMelder(incident=417)]),
        ("contact 417 12.03", [OfferMelder(incident=417, to=Name("12.03"))]),
        ("neem 417", [TakeMelder(incident=417)]),
        ("doel 417 besch de hond", [AddAim(incident=417, aim=Aim.PROTECT, text=Text("de hond"))]),
        ("schrap 417 besch de k", [DropAim(incident=417, aim=Aim.PROTECT, text=Text("de kinderen"))]),
        ("nodig 417 ladder van:brandweer", [
            StateNeed(incident=417, what=Text("ladder"), from_whom=Name("brandweer"))]),
        ("vervuld 417 staat er", [MeetNeed(incident=417, need=1, how=Text("staat er"))]),
        ("voegtoe 417 12.03 spreekt Pools", [
            StateAddition(incident=417, unit=1, text=Text("spreekt Pools"))]),
        ("burger 417 uitkijk Jan Bos", [
            NoteCitizen(incident=417, name=Name("Jan Bos"), role=CitizenRole.LOOKOUT)]),
        ("verwijs 417 akkoord GGD", [Refer(incident=417, partner=Name("GGD"), consent=True)]),
        ("refer 417 GGD", [Refer(incident=417, partner=Name("GGD"))]),
        ("aanvaard 417 mevr. Smit", [
            AcceptReferral(incident=417, referral=1, by_whom=Name("mevr. Smit"))]),
        ("overdracht 417 wijkagent Bos -- speelt vaker", [
            HandOver(incident=417, taker=Name("wijkagent Bos"), packet=Text("speelt vaker"))]),
        ("overgenomen 417", [AcknowledgeHandover(incident=417)]),
        ("zelf 417 buurvrouw blijft", [LetCitizenGoOn(incident=417, why=Text("buurvrouw blijft"))]),
        ("klaar 417 akkoord", [CheckEnd(incident=417, citizen=CitizenView.AGREES)]),
        ("check 417 not reached", [CheckEnd(incident=417, citizen=CitizenView.NOT_REACHED)]),
        ("terugmelding 417 dader weg", [GiveFeedback(incident=417, text=Text("dader weg"))]),
        ("terugmelding 417 onmogelijk anoniem", [
            GiveFeedback(incident=417, text=Text("anoniem"), given=False)]),
        ("sluit! 417 brand!", [
            CloseIncident(incident=417, reason=Text("brand!"), emergency=True)]),
        ("sluit 417! nu", [CloseIncident(incident=417, reason=Text("nu"), emergency=True)]),
        ("sluit 417 het brandt!", [CloseIncident(incident=417, reason=Text("het brandt!"))]),
        ("noodsluit 417 nu", [CloseIncident(incident=417, reason=Text("nu"), emergency=True)]),
        ("volgorde prio te veel wacht", [
            SwitchOrder(order=Order.PRIORITY, why=Text("te veel wacht"))]),
    ],
)  # fmt: skip
def test_a_line_says_it_all(line: str, commands: list[Command]) -> None:
    """Without any selection each of these lines is understood."""
    parsed = said(line)
    assert isinstance(parsed, Parsed), parsed
    assert list(parsed.commands) == commands


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("bron 112", intake(source=Source.EMERGENCY_CALL)),
        ("spoed", intake(question=Question.URGENT_POLICE)),
        ("reactie wijk akkoord", react(R.NEIGHBOURHOOD_OFFICER, True)),
        ("toezegging 20 min bellen", promise("bellen", at("12:20"))),
        ("nagekomen", [KeepPromise(incident=417, promise=2)]),
        ("nagekomen #418 1", [KeepPromise(incident=418, promise=1)]),
        ("breek #417 2 file", [BreakPromise(incident=417, promise=2, why=Text("file"))]),
        ("gesproken 418", [SpeakToMelder(incident=418)]),
    ],
)
def test_the_selection_fills_what_is_left_out(line: str, commands: list[Command]) -> None:
    """With 417 selected its number need not be typed."""
    parsed = said(line, ON_417)
    assert isinstance(parsed, Parsed), parsed
    assert list(parsed.commands) == commands


@pytest.mark.parametrize(
    ("line", "selection", "key", "candidates"),
    [
        ("reactie 417", NOTHING, "problem-missing-reaction", 6),
        ("reactie 417 fiets", NOTHING, "problem-not-a-reaction", 6),
        ("toezegging 417 bellen", NOTHING, "problem-not-a-due", 0),
        ("vooraf 417 over 10 min x", NOTHING, "problem-not-a-past", 0),
        ("nagekomen 418", NOTHING, "problem-which-promise", 2),
        ("nagekomen 2", NOTHING, "problem-no-open-promise", 0),
        ("nagekomen 417 7", NOTHING, "problem-no-such-promise", 0),
        ("nagekomen 2", ON_417, "problem-incident-or-promise", 0),
        ("gesproken 417 nu", NOTHING, "problem-too-much", 0),
        ("nodig 417 ladder", NOTHING, "problem-missing-name", 0),
        ("overdracht 417 Bos", NOTHING, "problem-missing-text", 0),
        ("doel 417 be kind", NOTHING, "problem-ambiguous-word", 3),
        ("verwacht 417 " + "x" * 501, NOTHING, "problem-too-long", 0),
    ],
)
def test_a_problem_says_what_was_expected(line: str, selection: Selection, key: str, candidates: int) -> None:
    """What is missing or cannot be is named, with the words that would do."""
    problem = said(line, selection)
    assert isinstance(problem, Problem), problem
    assert (problem.key, len(problem.candidates)) == (key, candidates)
    assert all(problem.sentence(Texts(language, strict=True)) for language in LANGUAGES)


MARKT = Place(name=Name("Markt"))


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("nieuw -inbraak @ Markt", [OpenIncident(
            what=Name("inbraak"), place=MARKT, priority=Priority.P1, code=Name("inbr"))]),
        ("nieuw 3 man op dak -inbr @ Markt", [OpenIncident(
            what=Name("inbraak · man op dak"), place=MARKT, priority=Priority.P3, code=Name("inbr"))]),
        ("nieuw herrie @ Markt -- weer -GEL", [OpenIncident(
            what=Name("herrie"), place=MARKT, priority=Priority.P4, story=Text("weer -GEL"),
            code=Name("gel"))]),
        ("wat 417 man met ladder -insluiper", [
            ChangeWhat(incident=417, what=Name("inbraak · man met ladder")),
            ClassifyIncident(incident=417, code=Name("inbr"), priority=Priority.P1)]),
        ("log 417 toch -gel.", [
            AddEntry(incident=417, text=Text("toch -gel.")),
            ClassifyIncident(incident=417, code=Name("gel"))]),
        ("log 417 het is -3 graden", [AddEntry(incident=417, text=Text("het is -3 graden"))]),
        ("klasse 417 gel 2", [
            ClassifyIncident(incident=417, code=Name("gel"), priority=Priority.P2)]),
        ("klasse 417 -inbraak", [
            ClassifyIncident(incident=417, code=Name("inbr"), priority=Priority.P1)]),
        ("klasse 417 -", [ClassifyIncident(incident=417, code=Name(""))]),
    ],
)  # fmt: skip
def test_code_words_classify_as_one_types(line: str, commands: list[Command]) -> None:
    """The class and its priority come along; what was typed wins, and a log line stays as typed (A2)."""
    parsed = said(line, classes=CLASSES)
    assert isinstance(parsed, Parsed), parsed
    assert list(parsed.commands) == commands


def test_an_unknown_code_is_asked_about() -> None:
    """With the list at hand a code that is not in it is a slip."""
    for line, key in (
        ("klasse 417 inbraka", "problem-unknown-code"),
        ("nieuw 1 -inbraka @ Markt", "problem-code-or-text"),
        ("nieuw 1 brand @ Markt -- -inbraka", "problem-code-or-text"),
    ):
        problem = said(line, classes=CLASSES)
        assert isinstance(problem, Problem)
        assert problem.key == key


def test_without_the_list_code_words_stay_text() -> None:
    """Nothing is lost while the list is still on its way."""
    parsed = said("nieuw 1 -inbraak @ Markt")
    assert isinstance(parsed, Parsed)
    assert parsed.commands == (OpenIncident(what=Name("-inbraak"), place=MARKT, priority=Priority.P1),)


def test_opening_a_melding_takes_few_keys() -> None:
    """The common case by command line: at most twelve keys beside the free text."""
    opens = CATALOG.by_id["open"]
    begun = line_for(opens, NOTHING, BOARD).text
    what, place = "inbraak", "Markt 5"
    typed_keys = f"1 -{what} @{place}"
    parsed = said(begun + typed_keys, classes=CLASSES)
    assert isinstance(parsed, Parsed)
    assert parsed.commands == (
        OpenIncident(
            what=Name("inbraak"), place=Place(name=Name(place)), priority=Priority.P1, code=Name("inbr")
        ),
    )
    assert opens.letter is not None
    dot_letter_blank_and_enter = 4
    beside = dot_letter_blank_and_enter + len(typed_keys) - len(what) - len(place)
    assert beside == 9
    assert beside <= 12


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "action", [action for action in CATALOG.actions if action.build], ids=lambda action: action.id
)
def test_the_example_in_the_help_is_understood(action: Action, language: str) -> None:
    """What the help shows as an example is a line of that action, in the reader's language."""
    _, colon, example = Texts(language).say(f"action-{action.id}-help").partition(": ")
    assert colon
    parsed = said(example.partition("; ")[0])
    assert isinstance(parsed, Parsed), (example, parsed)
    assert parsed.action is action
    assert example.startswith(action.verb_in(language))
    assert parsed.commands


def test_each_of_the_five_questions_is_one_word() -> None:
    """With a melding selected the verb alone says it (A2)."""
    for question in Question:
        action = CATALOG.by_id[f"asks-{question.key}"]
        begun = line_for(action, ON_417, BOARD)
        parsed = said(begun.text)
        assert (action.at_once, begun.complete) == (True, True)
        assert isinstance(parsed, Parsed)
        assert parsed.commands == (DescribeIntake(incident=417, question=question),)


def test_the_night_shift_has_its_letters() -> None:
    """What is done over and over has a letter everywhere; the rest is behind its verb and the palette."""
    keyed = {action.id: action.letter for action in CATALOG.actions}
    assert [
        keyed[id] for id in ("react", "promise", "keep", "spoken", "feedback", "check", "close", "classify")
    ] == ["r", "T", "N", "m", "F", "C", "S", "j"]

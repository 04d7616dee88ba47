"""What is heard of a rehearsal is judged on a board of its own."""

from datetime import UTC, datetime, timedelta

from protocol.change import Change
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentOpened
from protocol.facts.letting_go import CitizenGoesOn, EndChecked, FeedbackGiven
from protocol.facts.promises import PromiseKept, PromiseMade, Reacted
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.letting_go import CitizenView
from protocol.model.missing import Missing
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.rules.letting_go import missing_to_let_go
from protocol.session.events import Changed
from server.decide import decide
from server.decide.actor import Actor
from server.rehearse.ending import ending
from server.rehearse.handling import Handling
from server.rehearse.judge import Judge, Judged
from server.texts.texts import Texts

BEGAN = datetime(2026, 1, 16, 12, 0, tzinfo=UTC)
ANNA, BOB = Name("anna"), Name("bob")

OPENED = IncidentOpened(
    incident=1, priority=Priority.P2, what=Name("brand"), place=Place(name=Name("Boterplein"))
)
REACTED = Reacted(incident=1, kind=ReactionKind.UNIT_NOW)
PROMISED = PromiseMade(
    incident=1, what=Text("Bellen"), due=BEGAN + timedelta(hours=1), from_whom=ANNA, to_whom=BOB
)
READY = (
    REACTED,
    CitizenGoesOn(incident=1, why=Text("Kan alleen verder.")),
    EndChecked(incident=1, citizen=CitizenView.AGREES),
    FeedbackGiven(incident=1, text=Text("Verteld.")),
)
CLOSED = IncidentClosed(incident=1, reason=Text("Klaar."))

HANDLING = Handling(
    promised_min=None,
    made_after_s=0.0,
    moves_by_min=None,
    speaks_after_s=None,
    goes_on_alone=True,
    reached=True,
    view=CitizenView.AGREES,
)


def changes(*facts: Fact, by: Name = ANNA) -> list[Change]:
    """One change for each fact."""
    return [Change(seq=n, at=BEGAN, by=by, facts=(fact,)) for n, fact in enumerate(facts, start=1)]


def judged(heard: list[Change]) -> Judged:
    """What a judge says that heard only these; its link knows an empty board whenever it is asked."""
    judge = Judge(Board)
    judge.begin()
    for change in heard:
        judge.heard(Changed(change=change))
    return judge.judged()


def board_of(*facts: Fact) -> Board:
    """The board after these."""
    board = Board()
    for change in changes(*facts):
        board = fold(board, change)
    return board


def test_a_closing_with_nothing_missing_is_only_counted() -> None:
    """Promises settled, feedback given."""
    heard = changes(OPENED, *READY, PROMISED, PromiseKept(incident=1, promise=1), CLOSED)
    assert judged(heard) == Judged(promises_made=1, promises_kept=1, feedbacks_given=1, closings=1)


def test_a_closing_with_something_missing_is_named_whatever_the_fact_says() -> None:
    """The judge looks for itself: a fact that says that nothing was passed over does not help."""
    assert judged(changes(OPENED, *READY, PROMISED, CLOSED)).unready == (1,)
    emergency = IncidentClosed(incident=1, reason=Text("Klaar."), passed=(Missing.PROMISE,))
    heard = judged(changes(OPENED, *READY, PROMISED, emergency))
    assert (heard.unready, heard.emergencies) == ((1,), 1)


def test_what_was_not_heard_is_said_to_be_not_judged() -> None:
    """After a gap in the changes it goes on from what the link knows; nothing is counted that was missed."""
    heard = changes(OPENED, *READY, CLOSED)
    assert judged([heard[0], heard[-1]]).unheard == len(heard) - 1


def test_what_came_before_it_began_is_not_judged() -> None:
    """An event that is in its board already counts for nothing."""
    judge = Judge(lambda: board_of(OPENED, REACTED))
    for change in changes(OPENED, REACTED):
        judge.heard(Changed(change=change))
    judge.begin()
    for change in changes(OPENED, REACTED):
        judge.heard(Changed(change=change))
    assert judge.judged() == Judged()


def test_the_end_says_only_what_is_missing() -> None:
    """And afterwards nothing is."""
    board = board_of(OPENED, REACTED, PROMISED)
    for command in ending(board.incidents[1], HANDLING, ANNA, Role.CENTRALIST, Texts("nl")):
        facts = decide(board, command, Actor(name=ANNA, role=Role.CENTRALIST))
        board = fold(board, Change(seq=board.seq + 1, at=BEGAN, by=ANNA, facts=facts))
    assert missing_to_let_go(board.incidents[1]) == ()
    assert list(ending(board.incidents[1], HANDLING, ANNA, Role.CENTRALIST, Texts("nl"))) == []


def test_the_end_leaves_the_promises_of_others_to_them() -> None:
    """So the closing is refused, and counted, until they are settled."""
    board = board_of(OPENED)
    for change in (REACTED, PROMISED):
        board = fold(board, Change(seq=board.seq + 1, at=BEGAN, by=BOB, facts=(change,)))
    for command in ending(board.incidents[1], HANDLING, ANNA, Role.CENTRALIST, Texts("nl")):
        facts = decide(board, command, Actor(name=ANNA, role=Role.CENTRALIST))
        board = fold(board, Change(seq=board.seq + 1, at=BEGAN, by=ANNA, facts=facts))
    assert missing_to_let_go(board.incidents[1]) == (Missing.PROMISE,)

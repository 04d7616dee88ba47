"""What the archive keeps of an incident, and by which words it is found again."""

from datetime import timedelta

from attrs import evolve

from protocol.model.choice import Choice, ChoiceReason
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.letting_go import Feedback, LettingGo
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.promise import Promise, PromiseState
from protocol.model.reaction import Reaction, ReactionKind
from protocol.model.scale import Scale, WhoKind, WhoRow
from protocol.model.text import Name, Text
from protocol.model.work import Addition, Need, Work
from server.archive.case import Case
from server.archive.summary import case_of, words_of
from tests.server.archive.make import NOON, sent

INCIDENT = Incident(
    number=7,
    opened_at=NOON,
    opened_by=Name("anna"),
    priority=Priority.P1,
    what=Name("brand"),
    place=Place(name=Name("Blaak 31"), point=Point(lat_deg=51.92, lon_deg=4.487)),
    phase_since=NOON,
)


def _case(incident: Incident) -> Case:
    return case_of(incident, assigned=None, passed=())


def _entry(id: int, text: str, *, struck: bool = False) -> Entry:
    struck_by = Name("ben") if struck else None
    return Entry(id=id, at=NOON, by=Name("anna"), text=Text(text), struck_by=struck_by)


def _promise(id: int, state: PromiseState) -> Promise:
    return Promise(
        id=id,
        what=Text("bellen"),
        due=NOON + timedelta(minutes=id),
        from_whom=Name("anna"),
        to_whom=Name("De Wit"),
        made_at=NOON,
        made_by=Name("anna"),
        state=state,
    )


def test_promises_are_counted_and_open_ones_keep_their_time() -> None:
    """So that a breach can be seen later."""
    promises = tuple(_promise(state.value, state) for state in PromiseState)
    found = _case(evolve(INCIDENT, promises=promises))
    assert (found.kept, found.moved, found.broken, found.dues) == (1, 1, 1, (promises[0].due,))


def test_feedback_is_owed_from_merging_out_on() -> None:
    """Until it was given, or said why it could not be (A20)."""
    ending = evolve(INCIDENT, phase=Phase.MERGE_OUT)
    said = [
        evolve(
            ending,
            letting_go=LettingGo(feedback=Feedback(at=NOON, by=Name("a"), text=Text("x"), given=given_)),
        )
        for given_ in (True, False)
    ]
    found = [_case(each).feedback for each in (INCIDENT, ending, *said)]
    assert found == ["none", "owed", "given", "impossible"]


def test_a_closed_case_says_when() -> None:
    """An open one does not."""
    closed = evolve(INCIDENT, phase=Phase.CLOSED, phase_since=NOON + timedelta(hours=1))
    assert (_case(INCIDENT).closed, _case(closed).closed) == (None, NOON + timedelta(hours=1))


def test_without_a_story_the_first_line_tells_it() -> None:
    """The first that is not struck; and struck words are not found."""
    incident = evolve(INCIDENT, entries=(_entry(1, "fout", struck=True), _entry(2, "er is rook")))
    assert _case(incident).story == "er is rook"
    assert words_of(incident).splitlines() == ["brand", "Blaak 31", "er is rook"]


def test_what_was_needed_added_and_asked_is_found_too() -> None:
    """Also why a promise was moved, and who knows what: words that somebody typed."""
    work = Work(
        needs=(Need(id=1, what=Text("ladder"), from_whom=Name("brandweer"), met=Text("gebracht")),),
        additions=(Addition(unit=1, text=Text("spreekt Pools")),),
    )
    row = WhoRow(id=1, kind=WhoKind.KNOWS, what=Text("de sleutel"), who=Name("Bos"))
    scale = Scale(asked_text=Text("wie kan"), who=(row,))
    moved = evolve(_promise(1, PromiseState.MOVED), why=Text("file"))
    found = words_of(evolve(INCIDENT, work=work, scale=scale, promises=(moved,))).splitlines()
    wanted = {"ladder", "brandweer", "gebracht", "spreekt Pools", "wie kan", "de sleutel", "Bos", "file"}
    assert wanted <= set(found)


def test_a_case_keeps_who_was_sent_beside_who_was_nearest() -> None:
    """With the extra time and the key of the reason, each dispatch once (B6)."""
    choices = (
        Choice(unit=Name("12.03"), travel_s=60, nearest_s=60),
        Choice(
            unit=Name("12.03"),
            travel_s=200,
            nearest=Name("M7"),
            nearest_s=80,
            by_road=False,
            reason=ChoiceReason.KNOWS_THEM,
        ),
    )
    assert _case(evolve(INCIDENT, choices=choices)).choices == (
        sent(),
        sent(travel_s=200, nearest="M7", nearest_s=80, extra_s=120, reason="knows-them", by_road=False),
    )


def test_a_case_has_when_somebody_first_reacted_and_how_last() -> None:
    """Nothing of either while nobody did."""
    reactions = tuple(
        Reaction(kind=kind, at=NOON + timedelta(minutes=minute), by=Name("anna"), agreed=True)
        for minute, kind in enumerate((ReactionKind.BY_TELEPHONE, ReactionKind.UNIT_NOW))
    )
    found = _case(evolve(INCIDENT, reactions=reactions))
    assert (found.reacted, found.reaction) == (NOON, "unit-now")
    assert (_case(INCIDENT).reacted, _case(INCIDENT).reaction) == (None, None)


def test_a_place_is_kept_to_a_metre_or_not_at_all() -> None:
    """A case without a point is found by its words."""
    place = Place(name=Name("Blaak"), point=Point(lat_deg=51.9200049, lon_deg=4.4870051))
    found = _case(evolve(INCIDENT, place=place))
    assert (found.lat, found.lon) == (51.92, 4.48701)
    nowhere = _case(evolve(INCIDENT, place=Place(name=Name("Blaak"))))
    assert (nowhere.lat, nowhere.lon, nowhere.point) == (None, None, None)


def test_only_cards_that_stand_are_counted() -> None:
    """Struck ones and other lines are none; of the rest, how many came in time and were taken."""
    card = evolve(_entry(1, "wapen"), kind=EntryKind.CARD)
    entries = (
        evolve(card, in_time=True, taken_by=(Name("12.01"),)),
        evolve(card, id=2),
        evolve(card, id=3, struck_by=Name("ben")),
        _entry(4, "een regel"),
    )
    found = _case(evolve(INCIDENT, entries=entries))
    assert (found.cards, found.cards_in_time, found.cards_taken) == (2, 1, 1)

"""The store: what this console knows, without a screen and without a link."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.store import RATE_OVER_S, Store
from protocol.commands.incidents import OpenIncident
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.client import ClientSession
from protocol.session.events import Event, LinkState, Moved, StateChanged
from protocol.wire.frames import encode
from protocol.wire.messages import Welcome
from tests.console.rig import Rig, point

AT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
HERE = Point(lat_deg=52.0, lon_deg=4.3)
THERE = Point(lat_deg=52.1, lon_deg=4.4)


@pytest.fixture
def session() -> ClientSession:
    """A conversation that has not begun."""
    return ClientSession(first_id=1)


@pytest.fixture
def store(session: ClientSession) -> Store:
    """A store that knows nothing yet."""
    return Store(session)


def _welcomed(session: ClientSession, now: datetime, clock: datetime) -> None:
    session.opened(0.0)
    welcome = Welcome(
        world=Name("w"),
        exercise=False,
        name=Name("anna"),
        role=Role.CENTRALIST,
        now=now,
        history="h",
        seq=0,
        at=AT,
        newest=0,
        snapshot=True,
        ticket="t",
    )
    session.received(encode(welcome), 0.0, to_ms(clock))


def test_at_first_nothing_is_known_and_says_so(store: Store) -> None:
    """An empty board is shown as not yet whole, never as a quiet night."""
    assert not store.complete
    assert store.welcome is None
    assert dict(store.fixes) == {}
    assert store.waiting == ()


def test_everyone_who_listens_hears_every_event_in_order(store: Store) -> None:
    """After the store has learnt from it."""
    heard: list[tuple[str, Event]] = []
    store.listen(lambda event: heard.append(("a", event)))
    stop = store.listen(lambda event: heard.append(("b", event)))
    live, silent = StateChanged(state=LinkState.LIVE), StateChanged(state=LinkState.SILENT)
    store.take(live)
    stop()
    store.take(silent)
    assert heard == [("a", live), ("b", live), ("a", silent)]


def test_a_listener_may_stop_listening_while_it_hears(store: Store) -> None:
    """The others still hear the same event."""
    heard: list[str] = []
    stop = store.listen(lambda _event: stop())
    store.listen(lambda _event: heard.append("b"))
    store.take(StateChanged(state=LinkState.LIVE))
    assert heard == ["b"]


def test_the_last_position_counts_and_an_older_one_does_not(store: Store) -> None:
    """Ticks may come late; nobody drives backwards for it."""
    newer = Fix(unit=1, point=HERE, at=AT)
    older = Fix(unit=1, point=THERE, at=AT - timedelta(seconds=5))
    store.take(Moved(fixes=(newer,)))
    store.take(Moved(fixes=(older,)))
    assert dict(store.fixes) == {1: newer}


@given(st.permutations(range(6)))
def test_in_whatever_order_positions_come_the_newest_is_shown(order: list[int]) -> None:
    """One unit, six moments."""
    store = Store(ClientSession(first_id=1))
    for second in order:
        store.take(Moved(fixes=(Fix(unit=1, point=HERE, at=AT + timedelta(seconds=second)),)))
    assert store.fixes[1].at == AT + timedelta(seconds=5)


def test_ages_are_counted_by_the_servers_clock(session: ClientSession, store: Store) -> None:
    """A workstation that is three minutes behind shows the same ages as the one beside it."""
    slow = AT - timedelta(minutes=3)
    _welcomed(session, now=AT, clock=slow)
    assert store.now(slow) == AT


def test_wishes_wait_in_the_order_in_which_they_were_made(session: ClientSession, store: Store) -> None:
    """Also without a link."""
    for what in ("brand", "inbraak"):
        session.wish(OpenIncident(what=Name(what), place=Place(name=Name("Kade 3"))), AT)
    whats = [wish.command.what for wish in store.waiting if isinstance(wish.command, OpenIncident)]
    assert whats == ["brand", "inbraak"]
    assert store.health(1.0).waiting == 2


def test_the_rate_is_what_came_in_over_the_last_seconds(session: ClientSession, store: Store) -> None:
    """Bytes of long ago do not count."""
    store.health(0.0)
    session.received_bytes = 1_000
    assert store.health(1.0).bytes_per_s == 1_000.0
    for second in range(2, 12):
        health = store.health(float(second))
    assert health.bytes_per_s == 0.0
    session.received_bytes = 2_000
    assert store.health(12.0).bytes_per_s == pytest.approx(1_000 / RATE_OVER_S)


def test_silence_is_counted_from_the_last_frame(session: ClientSession, store: Store) -> None:
    """Before the first frame there is no age to show."""
    assert store.health(7.0).silent_s == 0.0
    _welcomed(session, now=AT, clock=AT)
    assert store.health(9.5).silent_s == 9.5
    assert store.health(9.5).state is LinkState.CATCHING_UP


def test_the_store_needs_no_textual() -> None:
    """It serves `do` and `watch` as well."""
    code = "import sys, console.store; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_positions_of_another_history_are_not_those_of_these_units() -> None:
    """The same number is another unit there; a cut and a resume in the same history forget nothing."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.welcome()
    rig.move((1, point(10)))
    rig.welcome()
    assert set(rig.store.fixes) == {1}
    rig.history = "another"
    rig.welcome()
    assert not rig.store.fixes

"""A console without a link: a real store and session, fed by hand, with a clock that stands still.

`happen` folds facts into the board as the link would; `welcome`, `move`, `done`, `refuse` and `state` are the
other things a link can bring. Wishes gather in the session's outbox.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from attrs import evolve

from console.actions.catalog import CATALOG
from console.actions.problem import Parsed
from console.command.typed_before import Past
from console.desk.desk import Desk
from console.documents.by_verb import name_of
from console.paint.palette import FULL, Palette
from console.part.reader import Reader
from console.shell.app import ConsoleApp
from console.shell.up_link import UpLink
from console.store import Store
from console.texts.texts import Texts
from protocol.change import Change
from protocol.commands.command import Command
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.units import UnitSignedOn
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.client import ClientSession
from protocol.session.events import Answered, Changed, Event, LinkState, Moved, StateChanged, Welcomed
from protocol.session.origin import origin_of
from protocol.session.outbox import Wish
from protocol.wire.messages import Done, OnLine, Refusal, Welcome

START = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
CENTRE = Point(lat_deg=52.01, lon_deg=4.36)


def point(east_m: float = 0, north_m: float = 0) -> Point:
    """So many metres from the middle of the town."""
    return Point(lat_deg=CENTRE.lat_deg + north_m / 111_195, lon_deg=CENTRE.lon_deg + east_m / 68_450)


def place(name: str, east_m: float | None = None, north_m: float = 0) -> Place:
    """A place; with a point where metres are given."""
    return Place(name=Name(name), point=None if east_m is None else point(east_m, north_m))


class Rig:
    """Everything behind a screen but the network."""

    def __init__(self, *, role: Role = Role.CENTRALIST, exercise: bool = False) -> None:
        self.session = ClientSession(first_id=1)
        self.store = Store(self.session)
        self.texts = Texts("nl", strict=True)
        self.now = START
        self.rang = 0
        self.ticks: list[OnLine] = []
        self.opened: list[str] = []
        self._seq = 0
        self._role = role
        self.exercise = exercise
        self.history = "h"

    def clock(self) -> datetime:
        """Stands still until somebody moves `now`."""
        return self.now

    def later(self, seconds: float) -> None:
        """Time goes on."""
        self.now += timedelta(seconds=seconds)

    def wish(self, command: Command) -> int:
        """Into the outbox."""
        return self.session.wish(command, self.now)

    def welcome(self, *, snapshot: bool = False, behind: int = 0, map: bytes = b"") -> None:
        """The server knows us; the board is whole, unless a snapshot or changes that were missed follow."""
        welcome = Welcome(
            world=Name("Waterstad"),
            exercise=self.exercise,
            name=Name("anna"),
            role=self._role,
            now=self.now,
            history=self.history,
            seq=self._seq,
            at=self.now,
            snapshot=snapshot,
            newest=self._seq + behind,
            ticket="t",
            map=map,
        )
        self.session.welcome = welcome
        self.session.outbox.enter(origin_of(welcome))
        self.session.knowledge.complete = not snapshot
        self.session.heard_at_s = 0.0
        self.store.take(Welcomed(welcome=welcome))
        self.state(LinkState.CATCHING_UP if snapshot or behind else LinkState.LIVE)

    def state(self, state: LinkState) -> None:
        """The link does something else."""
        self.session.state = state
        self.store.take(StateChanged(state=state))

    def happen(self, *facts: Fact, by: str = "bert") -> None:
        """A change comes in."""
        self._seq += 1
        change = Change(seq=self._seq, at=self.now, by=Name(by), facts=facts)
        self.session.knowledge.board = fold(self.session.knowledge.board, change)
        self.store.take(Changed(change=change))

    def open(self, number: int, what: str = "inbraak", where: Place | None = None, priority: int = 2) -> None:
        """A melding comes in."""
        self.happen(
            IncidentOpened(
                incident=number,
                priority=Priority(priority),
                what=Name(what),
                place=where or place("Markt 1"),
            )
        )

    def sign_on(self, *call_signs: str) -> None:
        """Units come on duty under the ids 1, 2, 3 …"""
        first = self.board.last_unit + 1
        for id, call_sign in enumerate(call_signs, start=first):
            self.happen(UnitSignedOn(unit=id, call_sign=Name(call_sign)))

    def move(self, *spots: tuple[int, Point]) -> None:
        """Units were seen now."""
        self.take(Moved(fixes=tuple(Fix(unit=unit, point=where, at=self.now) for unit, where in spots)))

    def take(self, event: Event) -> None:
        """Anything else."""
        self.store.take(event)

    def done(self, number: int = 0) -> Command:
        """The oldest wish is done. The command it was."""
        wish = self.store.waiting[0]
        self.session.outbox.take_out(wish.id)
        self.take(
            Answered(command=wish.command, answer=Done(id=wish.id, seq=max(1, self._seq), number=number))
        )
        return wish.command

    def refuse(self, reason: Reason = Reason.NO_CHANGE, **args: Any) -> Command:
        """The oldest wish is refused. The command it was."""
        wish = self.store.waiting[0]
        self.session.outbox.take_out(wish.id)
        texts = tuple((name, value) for name, value in args.items() if isinstance(value, str))
        numbers = tuple((name, value) for name, value in args.items() if isinstance(value, int))
        refusal = Refusal(id=wish.id, reason=reason, texts=texts, numbers=numbers)
        self.take(Answered(command=wish.command, answer=refusal))
        return wish.command

    @property
    def board(self) -> Board:
        """As the console knows it."""
        return self.store.board

    @property
    def wishes(self) -> list[Command]:
        """What waits in the outbox, oldest first."""
        return [wish.command for wish in self.store.waiting]

    def app(self, palette: Palette = FULL, **more: Any) -> ConsoleApp:
        """The program around it all, without a link."""
        link = UpLink(wish=self.wish, again=self.again, forget=self.forget, on_line=self.on_line)
        asked = {name: more.pop(name) for name in ("fetch", "looks_at", "trouble") if name in more}
        return ConsoleApp(
            store=self.store,
            link=evolve(link, **asked),
            texts=self.texts,
            palette=palette,
            clock=self.clock,
            **more,
        )

    def desk(self, **more: Any) -> Desk:
        """The desk alone, without Textual; this rig is what lies beyond it."""
        desk = Desk(
            store=self.store,
            texts=self.texts,
            catalog=CATALOG,
            outside=self,
            clock=self.clock,
            past=Past(),
            **more,
        )
        self.store.listen(desk.take)
        return desk

    def again(self, wish: Wish) -> None:
        """A wish that was left goes after all."""
        self.session.again(wish)

    def forget(self, id: int) -> None:
        """A wish that was withheld does not go."""
        self.session.outbox.take_out(id)

    def on_line(self, tick: OnLine) -> None:
        """Told up."""
        self.ticks.append(tick)

    def bell(self) -> None:
        """A sound."""
        self.rang += 1

    def open_help(self, action: Any) -> None:
        """Help was asked for."""
        self.opened.append("help" if action is None else f"help {action.id}")

    def open_list(self, title: str, lines: Sequence[str]) -> None:
        """A list was shown."""
        self.opened += [title, *lines]

    def open_history(self, number: int) -> None:
        """The history of an incident was asked for."""
        self.opened.append(f"history {number}")

    def open_document(self, asked: Parsed) -> None:
        """A document was asked for."""
        self.opened.append(name_of(asked) or "")

    def open_indicators(self) -> None:
        """The figures were asked for."""
        self.opened.append("indicators")

    def open_palette(self) -> None:
        """The palette was asked for."""
        self.opened.append("palette")

    def speak_language(self, language: str) -> None:
        """Another language was asked for."""
        self.opened.append(language)

    def quit(self) -> None:
        """The program should end."""
        self.opened.append("quit")


def type_keys(desk: Desk, text: str) -> None:
    """Each character as a key."""
    names = {" ": "space", ":": "colon", ".": "full_stop", "/": "slash", "?": "question_mark", "@": "at"}
    for char in text:
        desk.press(names.get(char, char), char)


def verb(desk: Desk, line: str) -> None:
    """A verb, typed behind its dot and entered."""
    type_keys(desk, f".{line}")
    desk.press("enter", None)


def letter(desk: Desk, sign: str) -> None:
    """What the letter behind the dot does by itself."""
    verb(desk, sign)


def speak(desk: Desk, words: str) -> None:
    """To the colleagues on the line of the selected incident."""
    if desk.context().reader is not Reader.LINE:
        desk.press("f5", None)
    type_keys(desk, words)
    desk.press("enter", None)


def light(desk: Desk) -> None:
    """The time of the lit digit goes by."""
    lit = desk.parts.row.lit
    assert lit is not None
    desk.light_over(lit)


def deed(desk: Desk, number: int) -> None:
    """Space and a digit, and the time in which it is lit."""
    type_keys(desk, f" {number}")
    light(desk)


def digit(desk: Desk, number: int) -> None:
    """A digit, and the time in which it is lit, where it stands for something."""
    type_keys(desk, str(number))
    if desk.parts.row.lit is not None:
        light(desk)

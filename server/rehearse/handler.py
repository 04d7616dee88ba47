"""Handles the calls of a rehearsal as the rules ask: reactions, promises, the caller spoken to, the end.

What is done when is drawn in `handling`; this decides by the board whether it still makes sense, so that what
a person did first is not done twice. Its wishes go out through `wishes`.
"""

from datetime import UTC, datetime, timedelta

from protocol.commands.promises import (
    BreakPromise,
    KeepPromise,
    MakePromise,
    MovePromise,
    React,
    SpeakToMelder,
)
from protocol.model.incident import Incident
from protocol.model.promise import Promise
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.rules.promises import open_promises
from server.rehearse.calls import Call
from server.rehearse.ending import ending
from server.rehearse.handling import Doing, FollowUp, handling_of
from server.rehearse.wishes import Wishes
from server.texts.texts import Texts

LATER_MIN = 15
"""An agreed delay while no unit is free."""

LEAST_S = 1.0
"""A promise is due that much later at least, however fast the file is played."""


class Handler:
    """Whoever rehearses, as the one who handles the calls."""

    def __init__(self, wishes: Wishes, name: Name, role: Role, texts: Texts, *, speed: float) -> None:
        """`speed` is of the file's clock against the wall's; 1.0 where no time is kept."""
        self._wishes = wishes
        self._name, self._role = name, role
        self._texts = texts
        self._speed = speed

    async def opened(self, call: Call, incident: int) -> None:
        """Nobody will be sent, says the file: then it is dealt with by telephone."""
        if not call.is_sent_to:
            await self._react(incident, ReactionKind.BY_TELEPHONE, "reaction-telephone")

    async def no_unit_free(self, incident: int) -> None:
        """The caller agrees to wait."""
        await self._react(incident, ReactionKind.AGREED_LATER, "reaction-later", later_min=LATER_MIN)

    async def sent_after_all(self, incident: int) -> None:
        """A unit goes to a caller who agreed to wait: that is a reaction of its own."""
        known = self._open(incident)
        if known is not None and known.reactions and known.reactions[-1].kind.sends_nobody:
            await self._wishes.wish(React(incident=incident, kind=ReactionKind.UNIT_NOW))

    async def arrived(self, incident: int) -> None:
        """Somebody is there: what was promised is kept."""
        for promise in self._own_promises(incident):
            await self._wishes.wish(KeepPromise(incident=incident, promise=promise.id))

    async def follow_up(self, what: FollowUp, incident: int, at: datetime) -> None:
        """What is due between the stages, at `at` of the file's clock."""
        if self._open(incident) is None:
            return
        match what:
            case FollowUp(doing=Doing.SPEAK):
                await self._wishes.wish(SpeakToMelder(incident=incident))
            case FollowUp(doing=Doing.PROMISE, due=datetime() as due):
                await self._promise(incident, self._on_wall(due - at))
            case FollowUp(doing=Doing.MOVE, due=datetime() as due):
                why = Text(self._texts.say("promise-moved"))
                for promise in self._own_promises(incident):
                    later = self._on_wall(due - at)
                    await self._wishes.wish(
                        MovePromise(incident=incident, promise=promise.id, due=later, why=why)
                    )
            case FollowUp(doing=Doing.BREAK):
                why = Text(self._texts.say("promise-broken"))
                for promise in self._own_promises(incident):
                    await self._wishes.wish(BreakPromise(incident=incident, promise=promise.id, why=why))

    async def let_go(self, call: Call, number: int) -> None:
        """Everything that is missing before it may be closed."""
        incident = self._open(number)
        if incident is not None:
            for command in ending(incident, handling_of(call), self._name, self._role, self._texts):
                await self._wishes.wish(command)

    async def _promise(self, number: int, due: datetime) -> None:
        """Somebody comes; pointless once somebody is there."""
        incident = self._open(number)
        if incident is not None and incident.arrived_at is None:
            await self._wishes.wish(
                MakePromise(
                    incident=number,
                    what=Text(self._texts.say("promise-somebody-comes")),
                    due=due,
                    from_whom=self._name,
                    to_whom=Name(self._texts.say("promise-to-caller")),
                )
            )

    async def _react(self, number: int, kind: ReactionKind, key: str, later_min: int = 0) -> None:
        incident = self._open(number)
        if incident is None or incident.reactions:
            return
        due = self._on_wall(timedelta(minutes=later_min)) if later_min else None
        text = Text(self._texts.say(key))
        await self._wishes.wish(React(incident=number, kind=kind, agreed=True, text=text, due=due))

    def _own_promises(self, number: int) -> list[Promise]:
        incident = self._open(number)
        if incident is None:
            return []
        return [promise for promise in open_promises(incident) if promise.made_by == self._name]

    def _open(self, number: int) -> Incident | None:
        incident = self._wishes.board.incidents.get(number)
        return incident if incident is not None and incident.is_open else None

    def _on_wall(self, ahead: timedelta) -> datetime:
        """So much later on the file's clock, as a moment that the server has not passed."""
        now = max(datetime.now(UTC), self._wishes.board.at)
        later = now + max(timedelta(seconds=LEAST_S), ahead / self._speed)
        return later.replace(microsecond=later.microsecond // 1000 * 1000)

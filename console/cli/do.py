"""Command lines without a screen: each is sent, and its answer awaited and printed, in order.

Same grammar, same link as the screens. What `nieuw` and `aanmelden` give out, and what `toon` names, is
selected for the lines that follow, and nothing else is: after a `nieuw` that failed, nothing. To the account
of a unit its own unit is. Returns the exit status; writes through `out` and `err` alone.
"""

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from attrs import evolve, frozen

from console.actions.action import ArgKind, Selection
from console.actions.catalog import Catalog
from console.actions.problem import Parsed, Problem
from console.actions.usage import usage_of
from console.cli.exits import Exit
from console.command.due_said import due_said
from console.documents.by_verb import FETCHED, name_of, shown
from console.documents.link_code import site_of
from console.grammar.classifications import NONE_KNOWN, Classifications, classifications_in
from console.grammar.moments import Clock
from console.grammar.parse import action_at, parse
from console.grammar.words import split
from console.net.await_server import reach
from console.net.document_fetch import fetched
from console.net.link import Link
from console.texts.texts import Texts
from protocol.commands.incidents import OpenIncident
from protocol.commands.units import SignOnUnit
from protocol.errors import Refused
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.role import Role
from protocol.session.events import Answered, Event
from protocol.wire.messages import Done, Refusal


@frozen(kw_only=True)
class Manner:
    """How the lines are to be run."""

    as_json: bool = False
    keep_going: bool = False
    """True runs every line; the exit status is then the worst."""

    reach_s: float = 10.0
    """How long to look for the server."""

    answer_s: float = 30.0
    """How long to wait for an answer."""


class Doer:
    """Runs lines over one link."""

    def __init__(
        self, link: Link, catalog: Catalog, texts: Texts, manner: Manner, out: Callable[[str], object]
    ) -> None:
        self._link = link
        self._catalog = catalog
        self._texts = texts
        self._manner = manner
        self._out = out
        self._selection = Selection()
        self._waiting: dict[int, asyncio.Future[Done | Refusal]] = {}
        self._classes: Classifications | None = None

    async def run(self, lines: Iterable[str]) -> Exit:
        """Every line in order, up to the first that fails unless told to keep going. Raises CannotGoOn."""
        worst = Exit.DONE
        async with self._link.running():
            await reach(self._link, self._manner.reach_s)
            stop = self._link.store.listen(self._hear)
            try:
                for line in lines:
                    worst = max(worst, await self._line(line))
                    if worst is not Exit.DONE and not self._manner.keep_going:
                        break
            finally:
                stop()
        return worst

    async def _line(self, line: str) -> Exit:
        store = self._link.store
        numbers = store.welcome.status_numbers if store.welcome is not None else ()
        if self._classes is None and _may_hold_a_code(line, self._catalog, store.board):
            self._classes = await self._fetch_classes()
        result = parse(
            line,
            self._catalog,
            store.board,
            self._selected(),
            numbers,
            clock=Clock(now=store.now(datetime.now(UTC))),
            classes=self._classes or NONE_KNOWN,
            me="" if store.welcome is None else store.welcome.name,
        )
        self._let_go(line)
        if isinstance(result, Problem):
            return self._not_understood(line, result)
        name = name_of(result)
        if name is not None:
            return await self._document(line, result, name)
        if result.action.build is None:
            return self._without_screen(line, result)
        loop = asyncio.get_running_loop()
        worst = Exit.DONE
        for command in result.commands:
            id = self._link.wish(command)
            answer = self._waiting[id] = loop.create_future()
            try:
                async with asyncio.timeout(self._manner.answer_s):
                    answered = await answer
            except TimeoutError:
                self._row({"line": line, "ok": False, "unanswered": True}, self._say("do-unanswered", line))
                return Exit.NO_SERVER
            finally:
                del self._waiting[id]
            worst = max(worst, self._answered(line, command, answered))
        return worst

    def _selected(self) -> Selection:
        """What this run opened or named; for a unit's account at least the unit that it is."""
        store, chosen = self._link.store, self._selection
        welcome = store.welcome
        if chosen.unit is not None or welcome is None or welcome.role is not Role.UNIT:
            return chosen
        own = store.board.unit_called(welcome.name)
        return chosen if own is None else evolve(chosen, unit=own.id)

    def _let_go(self, line: str) -> None:
        """What a line is to open or to name takes the place of what was selected, also when it fails."""
        found = action_at(split(line), self._catalog, self._link.store.board)
        match found[0].id if found is not None else None:
            case "open":
                self._selection = evolve(self._selection, incident=None, entry=None)
            case "sign-on":
                self._selection = evolve(self._selection, unit=None)
            case "show":
                self._selection = Selection()

    async def _fetch_classes(self) -> Classifications:
        """The site's list; a server that has none leaves code words as they stand."""
        try:
            return classifications_in(await fetched(self._link, "classifications"))
        except Refused:
            return NONE_KNOWN

    async def _document(self, line: str, parsed: Parsed, name: str) -> Exit:
        try:
            content = await fetched(self._link, name)
        except Refused as refused:
            return self._refused(
                line, str(refused.reason), refused.args_by_name, self._texts.refusal(refused)
            )
        site = site_of(self._link.access.address)
        for row, text in shown(parsed, content, self._link.store.board, self._texts, site):
            self._row(row, text)
        return Exit.DONE

    def _refused(self, line: str, reason: str, args: Mapping[str, str | int], text: str) -> Exit:
        row = {"line": line, "ok": False, "refused": reason, "args": dict(args), "text": text}
        self._row(row, self._texts.say("do-refused", line=line, why=text))
        return Exit.REFUSED

    def _hear(self, event: Event) -> None:
        if isinstance(event, Answered):
            future = self._waiting.get(event.answer.id)
            if future is not None and not future.done():
                future.set_result(event.answer)

    def _answered(self, line: str, command: Any, answer: Done | Refusal) -> Exit:
        if isinstance(answer, Refusal):
            text = self._texts.refusal(answer)
            return self._refused(line, str(answer.reason), answer.args_by_name(), text)
        row = {"line": line, "ok": True, "seq": answer.seq, "number": answer.number}
        self._row(row, self._done(line, command, answer))
        match command:
            case OpenIncident():
                self._selection = evolve(self._selection, incident=answer.number)
            case SignOnUnit():
                self._selection = evolve(self._selection, unit=answer.number)
        return Exit.DONE

    def _done(self, line: str, command: Any, answer: Done) -> str:
        if isinstance(command, OpenIncident):
            return self._texts.say("do-opened", line=line, number=answer.number)
        due = due_said(command, self._link.store.now(datetime.now(UTC)), self._texts)
        return self._texts.say("do-done-due", line=line, due=due) if due else self._say("do-done", line)

    def _not_understood(self, line: str, problem: Problem) -> Exit:
        text = problem.sentence(self._texts)
        row = {
            "line": line,
            "ok": False,
            "problem": problem.key,
            "start": problem.start,
            "end": problem.end,
            "candidates": list(problem.listed(self._texts.language)),
            "text": text,
        }
        mark = " " * (problem.start + 2) + "^" * max(1, problem.end - problem.start)
        self._row(row, f"{self._say('do-line', line)}\n{mark}\n{text}" if line.isprintable() else text)
        return Exit.NOT_UNDERSTOOD

    def _without_screen(self, line: str, parsed: Parsed) -> Exit:
        if parsed.action.id == "help":
            for row in verbs(self._catalog, self._texts, only=parsed.values.get("verb")):
                self._row(row, usage(row))
            return Exit.DONE
        if parsed.action.id == "show":
            subject = parsed.values["subject"]
            is_incident = isinstance(subject, Incident)
            number = subject.number if is_incident else subject.id
            self._selection = evolve(self._selection, **{"incident" if is_incident else "unit": number})
            self._row({"line": line, "ok": True, "seq": 0, "number": number}, self._say("do-done", line))
            return Exit.DONE
        text = self._say("do-needs-a-screen", line)
        self._row({"line": line, "ok": False, "problem": "do-needs-a-screen", "text": text}, text)
        return Exit.NOT_UNDERSTOOD

    def _row(self, row: dict[str, Any], text: str) -> None:
        self._out(as_json_line(row) if self._manner.as_json else text)

    def _say(self, key: str, line: str) -> str:
        return self._texts.say(key, line=line)


def verbs(catalog: Catalog, texts: Texts, only: Any = None) -> list[dict[str, Any]]:
    """A row for each action that works without a screen."""
    return [
        {
            "verb": action.verb,
            "english": action.english,
            "aliases": list(action.aliases),
            "args": [usage_of(arg, texts) for arg in action.args],
            "text": texts.say(f"action-{action.id}-help"),
            "shown": action.verb_in(texts.language),
        }
        for action in catalog.actions
        if (action.build is not None or action.id in ("show", "help", *FETCHED)) and only in (None, action)
    ]


def _may_hold_a_code(line: str, catalog: Catalog, board: Board) -> bool:
    """True when the site's list of classes is worth fetching for this line."""
    found = action_at(split(line), catalog, board)
    return found is not None and (
        any(arg.kind is ArgKind.CODE for arg in found[0].args)
        or (bool(found[0].coded) and any(word.text[:1] == "-" != word.text[1:2] for word in found[1]))
    )


def usage(row: dict[str, Any]) -> str:
    """A row of `verbs` in two lines."""
    return f"{row['shown']} {' '.join(row['args'])}".rstrip() + f"\n    {row['text']}"


def as_json_line(row: dict[str, Any]) -> str:
    """The row as one line of JSON, with letters as they are."""
    return json.dumps(row, ensure_ascii=False)

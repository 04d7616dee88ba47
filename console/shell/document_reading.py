"""Documents of the server, asked for at the desk and shown over it; the site's lists, kept at the desk.

Part of the desk's screen. Fetches through `fetching`, so one at a time; keeps nothing that it showed.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress

from textual.screen import Screen
from textual.timer import Timer

from console.actions.problem import Parsed
from console.alarm.figure_rows import figure_rows
from console.desk.desk import Desk
from console.documents.by_verb import name_of, shown
from console.documents.fact_sentences import told
from console.figures.view import indicator_rows
from console.grammar.classifications import classifications_in
from console.harmless import harmless
from console.intake.earlier import Pause, answer, question
from console.intake.question_cards import cards_in
from console.melder_link.card import link_card
from console.net.document_fetch import Document, rows_of
from console.net.document_queue import Fetching
from console.paint.palette import Palette
from console.paint.row import Row, plain
from console.paint.tone import Tone
from console.part.field import Field
from console.shell.help import HelpScreen

INDICATORS_EVERY_S = 30.0
LINK_EVERY_S = 1.0


class Reading:
    """What was asked for and has not come yet."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        palette: Palette,
        fetching: Fetching,
        open_list: Callable[[str, Sequence[str]], None],
        site: str = "",
    ) -> None:
        """`open_list` shows lines over the screen; `site` is where the server's pages are, `https://host`, ""
        where nobody can come."""
        self._screen = screen
        self._desk = desk
        self._open_list = open_list
        self._palette = palette
        self._fetching = fetching
        self._site = site
        self._asked_lists = False
        self._pause = Pause()

    def stop(self) -> None:
        """Nobody reads any more."""
        self._fetching.stop()

    def history(self, number: int) -> None:
        """Ask for it; what comes in is shown when it is whole."""
        self._desk.parts.notices.tell(self._desk.say("desk-history-coming", number=number))
        self._fetching.history(number, lambda document: self._show_history(number, document))

    def _show_history(self, number: int, document: Document) -> None:
        desk = self._desk
        self._desk.parts.notices.clear()
        if document.refusal is not None:
            self._desk.parts.notices.warn(desk.texts.refusal(document.refusal))
            return
        lines = [told(row, desk.store.board, desk.texts) for row in rows_of(bytes(document.content))]
        self._open_list(desk.say("desk-history-title", number=number), [harmless(line) for line in lines])

    def document(self, asked: Parsed) -> None:
        """Ask for it; what comes in is shown when it is whole."""
        name = name_of(asked)
        what = self._desk.say(f"action-{asked.action.id}")
        if name is None:
            return
        self._desk.parts.notices.tell(self._desk.say("desk-document-coming", what=what))

        def came(document: Document) -> None:
            desk = self._desk
            self._desk.parts.notices.clear()
            if document.refusal is not None:
                self._desk.parts.notices.warn(desk.texts.refusal(document.refusal))
                return
            if asked.action.id == "show-link":
                self._show_link(asked.values["incident"], bytes(document.content))
                return
            found = shown(asked, bytes(document.content), desk.store.board, desk.texts, self._site)
            self._open_list(what, [harmless(line) for _, text in found for line in text.splitlines()])

        self._fetching.ask(name, came)

    def _show_link(self, number: int, content: bytes) -> None:
        """While one reads it out the time runs, and it is seen that the page was opened."""

        def drawn() -> tuple[str, list[Row]]:
            return link_card(self._desk.context(), number, content, self._site, self._screen.size.width - 2)

        title, rows = drawn()
        card = HelpScreen(self._palette, title, rows, self._desk.say("desk-help-close"))
        self._screen.app.push_screen(card)

        def again() -> None:
            if card.is_attached:
                card.show_rows(drawn()[1])
            else:
                timer.stop()

        timer: Timer = self._screen.set_interval(LINK_EVERY_S, again)

    def indicators(self) -> None:
        """Over the screen; asked anew every INDICATORS_EVERY_S while they are figures_screen."""
        say = self._desk.say
        coming = [plain(f" {say('indicators-coming')}", Tone.DIM)]
        figures_screen = HelpScreen(self._palette, say("indicators-title"), coming, say("desk-help-close"))

        def came(document: Document) -> None:
            if not figures_screen.is_attached:
                return
            if document.refusal is not None:
                figures_screen.show_rows([plain(f" {self._desk.texts.refusal(document.refusal)}", Tone.WARN)])
                return
            with suppress(ValueError):
                figures = json.loads(bytes(document.content))
                if isinstance(figures, dict):
                    own = figure_rows(self._desk.parts.alarms.counted.figure(), say)
                    figures_screen.show_rows([*indicator_rows(figures, say), *own])

        def ask() -> None:
            self._fetching.ask("indicators", came)

        self._screen.app.push_screen(figures_screen)
        ask()

        def again() -> None:
            if figures_screen.is_attached:
                ask()
            else:
                timer.stop()

        timer: Timer = self._screen.set_interval(INDICATORS_EVERY_S, again)

    def lists_when_typing(self) -> None:
        """The site's classifications and cards, once, when somebody first types something they are for."""
        if self._asked_lists or self._desk.stand.field not in (Field.COMMAND, Field.FORM):
            return
        self._asked_lists = True

        def classes(document: Document) -> None:
            if document.refusal is None:
                self._desk.classes = classifications_in(bytes(document.content))

        def cards(document: Document) -> None:
            if document.refusal is None:
                self._desk.cards = cards_in(bytes(document.content))

        self._fetching.ask("classifications", classes)
        self._fetching.ask("cards", cards)

    def earlier_when_typing(self, now_s: float) -> None:
        """What the archive has of the place and the number in the form, each time the typing pauses (A83)."""
        forms, context = self._desk.parts.intake.forms, self._desk.context()
        typing = context.field is Field.FORM and context.complete
        name = self._pause.due(question(forms.caller(context)) if typing else None, now_s)
        if name is None:
            return

        def came(document: Document) -> None:
            if document.refusal is None:
                near = forms.near(self._desk.context())
                shown_already = {each.incident.number for each in near} | {forms.now.number or 0}
                forms.earlier = answer(bytes(document.content), but=shown_already)

        self._fetching.ask(name, came)

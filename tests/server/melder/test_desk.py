"""The desk behind the melders' links: every word is heard once, whatever happens to the link."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from protocol.commands.contact import MakeLink, WithdrawLink
from protocol.commands.incidents import CloseIncident, OpenIncident
from protocol.commands.letting_go import GiveFeedback
from protocol.errors import WrongShape
from protocol.fold import fold_all
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.place import Place
from protocol.model.text import Name, Text
from server.decide import contact
from server.journal.errors import Reason as JournalReason
from server.journal.memory import MemoryJournal
from server.melder import desk as desk_module
from server.melder.desk import MOST_PAGES_A_LINK, WORDS_AT_ONCE, MelderDesk, MelderGone
from tests.server.held_journal import HeldJournal
from tests.server.make import LONGEST_S, World
from tests.server.melder.made import called, codes, tell
from tests.waiting import until

KEY = "a" * 32
OTHER_KEY = "b" * 32
NEVER_S = 1_000.0
AT_ONCE = 1e9
"""So many words a second that nothing waits."""


class FakePage:
    """A browser; a test says what it sends, and reads what it is told."""

    def __init__(self) -> None:
        self._frames: asyncio.Queue[str | bytes | None] = asyncio.Queue()
        self.told: list[dict[str, Any]] = []
        self.view: dict[str, Any] = {}
        self.words: list[str] = []
        self.gone = ""
        self.is_deaf = False
        """True: what it is told is lost on the way."""

    async def frames(self) -> AsyncIterator[str | bytes]:
        """What it sends, until its link ends."""
        while (frame := await self._frames.get()) is not None:
            yield frame

    async def send(self, text: str) -> None:
        """What it is told."""
        if self.is_deaf:
            return
        told = json.loads(text)
        self.told.append(told)
        for name, value in told.get("v", {}).items():
            if name == "words":
                self.words.extend(word[3] for word in value)
            else:
                self.view[name] = value

    def says(self, **said: Any) -> None:
        """A frame of a page."""
        self._frames.put_nowait(json.dumps(said))

    def raw(self, frame: str | bytes) -> None:
        """Any frame at all."""
        self._frames.put_nowait(frame)

    def cut(self) -> None:
        """The link ends."""
        self._frames.put_nowait(None)

    def answers(self) -> list[dict[str, Any]]:
        """What was kept and what was refused."""
        return [told for told in self.told if "ok" in told or "no" in told]

    async def has(self, *words: str) -> None:
        """Returns once these words are there, and no others."""
        await until(lambda: self.words == [*words], f"for {words}, there is {self.words}")


class Melders:
    """A world with melding 1, its link, and the desk, rung by the room."""

    def __init__(self, world: World, desk: MelderDesk) -> None:
        self.world = world
        self.desk = desk
        self.code = codes().code(1, 1)

    @classmethod
    async def made(
        cls,
        *,
        silence_s: float = NEVER_S,
        words_per_s: float = AT_ONCE,
        journal: MemoryJournal | None = None,
    ) -> "Melders":
        """The melder is put through; nobody has opened the page."""
        world = await called(journal=journal)
        desk = MelderDesk(world.room, codes(), world.clock, most_silence_s=silence_s, words_per_s=words_per_s)
        told = world.told

        def publish(change: Any) -> None:
            told(change)
            desk.ring(change)

        world.room._publish = publish
        return cls(world, desk)

    @asynccontextmanager
    async def page(
        self, *, key: str = KEY, known: int = 0, code: str = "", begins: bool = True
    ) -> AsyncIterator[FakePage]:
        """A page on its line; its link is cut on leaving."""
        page = FakePage()

        async def serve() -> None:
            try:
                await self.desk.serve(code or self.code, page)
                page.gone = "ended"
            except MelderGone as gone:
                page.gone = gone.why
            except WrongShape as wrong:
                page.gone = f"wrong: {wrong.got}"

        async with asyncio.timeout(LONGEST_S), asyncio.TaskGroup() as tasks:
            task = tasks.create_task(serve())
            if begins:
                page.says(k=key, n=known)
                await until(lambda: page.view or page.gone, "for the page to be let in")
            yield page
            page.cut()
            await task

    def said(self) -> list[str]:
        """All words of the line."""
        return [word.text for word in self.world.room.board.incidents[1].contact_line.words]


async def test_words_go_both_ways() -> None:
    """Kept, answered, and shown to the page like everybody's."""
    melders = await Melders.made()
    async with melders.page() as page:
        page.says(i=7, x="help")
        await until(page.answers)
        await tell(melders.world, "wij komen")
        await page.has("help", "wij komen")
        assert page.answers() == [{"ok": 7}]
    changes = await melders.world.journalled()
    assert [each.by for each in changes if type(each.facts[-1]).__name__ == "MelderSaid"] == ["melder 1"]


async def test_a_place_and_safe_are_kept() -> None:
    """And saying it again is done, without a change."""
    melders = await Melders.made()
    async with melders.page() as page:
        for id in (1, 2):
            page.says(i=id, at=[51.92, 4.49])
            page.says(i=id + 10, safe=True)
        await until(lambda: len(page.answers()) == 4)
        assert page.answers() == [{"ok": 1}, {"ok": 11}, {"ok": 2}, {"ok": 12}]
        await until(lambda: page.view["safe"] and page.view["shared"])
    kinds = [type(fact).__name__ for each in await melders.world.journalled() for fact in each.facts]
    assert (kinds.count("MelderShared"), kinds.count("MelderSafe")) == (1, 1)


async def test_what_is_sent_twice_is_said_once() -> None:
    """Within a link, after a cut before the answer came, and after a new start of the server."""
    melders = await Melders.made()
    async with melders.page() as page:
        page.says(i=7, x="help")
        page.says(i=7, x="help")
        await until(lambda: len(page.answers()) == 2)
        page.is_deaf = True
        page.says(i=8, x="hij komt terug")
        await until(lambda: len(melders.said()) == 2)
    async with melders.page(known=1) as page:
        page.says(i=8, x="hij komt terug")
        await until(page.answers)
        await page.has("hij komt terug")
    for remembers in (True, False):
        await melders.world.restart(remembers=remembers)
        desk = MelderDesk(melders.world.room, codes(), melders.world.clock, words_per_s=AT_ONCE)
        async with Melders(melders.world, desk).page() as page:
            page.says(i=8, x="hij komt terug")
            await until(page.answers)
            assert page.answers() == [{"ok": 8}]
    assert melders.said() == ["help", "hij komt terug"]
    assert fold_all(Board(), await melders.world.journalled()) == melders.world.room.board


async def test_a_cut_in_the_middle_of_a_wish_loses_nothing() -> None:
    """The link ends while the word is written to the journal: it is kept, or it is said again."""
    melders = await Melders.made()
    for cut in range(12):
        async with melders.page() as page:
            page.says(i=cut + 1, x=f"woord {cut}")
            for _ in range(cut):
                await asyncio.sleep(0)
        async with melders.page() as page:
            page.says(i=cut + 1, x=f"woord {cut}")
            await until(page.answers)
    assert melders.said() == [f"woord {cut}" for cut in range(12)]


async def test_a_tab_that_is_closed_while_its_word_is_being_stored_takes_nothing_back() -> None:
    """A fourth tab closes the first one: the word is on the board and at every page, and is said once."""
    journal = HeldJournal()
    melders = await Melders.made(journal=journal)
    async with melders.page() as first, melders.page() as second, melders.page():
        journal.is_held = True
        first.says(i=7, x="hij staat voor de deur")
        await until(lambda: journal.next_seq > journal.last_seq + 1, "for the word to be on its way")
        async with melders.page() as fourth:
            await until(lambda: first.gone == "elsewhere")
            assert (first.answers(), melders.said()) == ([], [])
            journal.release()
            await second.has("hij staat voor de deur")
            await fourth.has("hij staat voor de deur")
            fourth.says(i=7, x="hij staat voor de deur")
            await until(fourth.answers)
            assert fourth.answers() == [{"ok": 7}]
    assert melders.said() == ["hij staat voor de deur"]
    await melders.world.check()


async def test_the_first_phone_keeps_the_link() -> None:
    """Another one is told so; the same one comes back, also while its old link still seems there."""
    melders = await Melders.made()
    async with melders.page() as page:
        async with melders.page(key=OTHER_KEY) as other:
            assert (other.gone, other.told) == ("link-taken", [])
        async with melders.page() as again:
            assert again.view["stage"] == "received"
        assert not page.gone
    async with melders.page(key=OTHER_KEY) as other:
        assert other.gone == "link-taken"


async def test_keys_that_look_alike_are_not_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer to the one is remembered under the id of both; the other is still another phone."""
    monkeypatch.setattr(desk_module, "_id_of", lambda link, key: 2**50)
    melders = await Melders.made()
    async with melders.page(), melders.page(key=OTHER_KEY) as other:
        assert (other.gone, other.told) == ("link-taken", [])


async def test_two_phones_at_once_are_not_both_the_first() -> None:
    """Whoever's key is kept is in."""
    melders = await Melders.made()
    async with melders.page(begins=False) as one, melders.page(begins=False) as two:
        one.says(k=KEY, n=0)
        two.says(k=OTHER_KEY, n=0)
        await until(lambda: (one.gone or one.view) and (two.gone or two.view))
        assert sorted([one.gone, two.gone]) == ["", "link-taken"]


@pytest.mark.parametrize("how", ["withdrawn", "replaced", "expired", "gone from the board"])
async def test_a_link_that_ends_while_the_page_is_open_is_told(how: str) -> None:
    """At once, or at the next sign of life; nothing is said by it any more."""
    melders = await Melders.made()
    world = melders.world
    async with melders.page() as page:
        match how:
            case "withdrawn":
                await world.wish(WithdrawLink(incident=1))
            case "replaced":
                await world.wish(MakeLink(incident=1))
            case "expired":
                world.clock.now += timedelta(days=1)
                page.says()
            case _:
                await _push_off_the_board(world)
                page.says()
        await until(lambda: page.gone)
        assert page.gone == "link-void"
        assert not melders.desk.knows(melders.code)
    async with melders.page() as page:
        assert page.gone == "link-void"


async def _push_off_the_board(world: World) -> None:
    await world.wish(CloseIncident(incident=1, reason=Text("x"), emergency=True))
    for number in range(2, CLOSED_KEPT + 2):
        await world.wish(OpenIncident(what=Name("x"), place=Place(name=Name("y"))))
        await world.wish(CloseIncident(incident=number, reason=Text("x"), emergency=True))
    assert 1 not in world.room.board.incidents


async def test_a_word_after_the_end_of_the_link_is_refused() -> None:
    """Expired a moment before it came: the page keeps it, and shows that it was not heard."""
    melders = await Melders.made()
    async with melders.page() as page:
        melders.world.clock.now += timedelta(days=1)
        page.says(i=1, x="te laat")
        await until(lambda: page.gone)
    assert melders.said() == []
    assert {"ok": 1} not in page.answers()


async def test_another_link_of_the_same_melding_is_another_page() -> None:
    """The new link opens with any phone, has all words, and its ids are its own."""
    melders = await Melders.made()
    async with melders.page() as page:
        page.says(i=1, x="eerste")
        await until(page.answers)
    await melders.world.wish(MakeLink(incident=1))
    async with melders.page(key=OTHER_KEY, code=codes().code(1, 2)) as page:
        page.says(i=1, x="tweede")
        await page.has("eerste", "tweede")


async def test_a_full_disk_loses_nothing() -> None:
    """The page is told why, keeps the word, and says it again."""
    melders = await Melders.made()
    async with melders.page() as page:
        melders.world.journal.trouble = JournalReason.DISK_FULL
        page.says(i=1, x="help")
        await until(page.answers)
        assert page.answers() == [{"no": 1, "why": "journal-unavailable"}]
        assert not page.gone
        melders.world.journal.trouble = None
        page.says(i=1, x="help")
        await page.has("help")
        assert page.answers()[-1] == {"ok": 1}


async def test_a_full_disk_at_the_first_opening_is_no_void_link() -> None:
    """The page tries again by itself."""
    melders = await Melders.made()
    melders.world.journal.trouble = JournalReason.DISK_FULL
    async with melders.page() as page:
        assert page.gone == "too-busy"
    melders.world.journal.trouble = None
    async with melders.page() as page:
        assert page.view["stage"] == "received"


async def test_only_what_the_page_does_not_have_is_sent() -> None:
    """After a cut: the words behind the last it knows, and all that stands."""
    melders = await Melders.made()
    for words in ("een", "twee", "drie"):
        await tell(melders.world, words)
    async with melders.page(known=2) as page:
        await page.has("drie")
        assert page.view["officer"] is True
    async with melders.page(known=99) as page:
        assert page.words == []


async def test_the_end_is_told() -> None:
    """The feedback, and that it is closed; the page stays until its link ends."""
    melders = await Melders.made()
    async with melders.page() as page:
        await melders.world.wish(GiveFeedback(incident=1, text=Text("het is goed afgelopen")))
        await melders.world.wish(CloseIncident(incident=1, reason=Text("x"), emergency=True))
        await until(lambda: page.view["stage"] == "closed")
        assert page.view["feedback"] == "het is goed afgelopen"
        assert not page.gone
    async with melders.page() as page:
        assert (page.view["stage"], page.view["feedback"]) == ("closed", "het is goed afgelopen")


async def test_a_melding_of_others_rings_no_page() -> None:
    """Thousands of changes of other meldingen are no news here."""
    melders = await Melders.made()
    async with melders.page() as page:
        before = len(page.told)
        await melders.world.wish(OpenIncident(what=Name("x"), place=Place(name=Name("y"))))
        await melders.world.wish(MakeLink(incident=2))
        page.says()
        await until(lambda: page.told[-1] == {})
        assert len(page.told) == before + 1


async def test_more_tabs_than_a_person_needs_close_the_oldest() -> None:
    """A phone that lost its link three times without a word is still let in."""
    melders = await Melders.made()
    async with melders.page() as first, melders.page() as second, melders.page() as third:
        assert MOST_PAGES_A_LINK == 3
        async with melders.page() as fourth:
            await until(lambda: first.gone)
            assert [each.gone for each in (first, second, third, fourth)] == ["elsewhere", "", "", ""]


async def test_more_pages_than_the_server_bears_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are told so, and try again."""
    monkeypatch.setattr(desk_module, "MOST_PAGES", 1)
    melders = await Melders.made()
    await melders.world.wish(OpenIncident(what=Name("x"), place=Place(name=Name("y"))))
    await melders.world.wish(MakeLink(incident=2))
    async with melders.page(), melders.page(code=codes().code(2, 1)) as other:
        assert other.gone == "too-busy"
    async with melders.page(code=codes().code(2, 1)) as other:
        assert other.view["stage"] == "received"


async def test_lines_on_which_nobody_says_anything_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who knows a code cannot hold thousands of them open."""
    monkeypatch.setattr(desk_module, "MOST_PAGES", 1)
    melders = await Melders.made()
    async with melders.page(begins=False):
        await until(lambda: melders.desk._beginning == 1)
        async with melders.page() as other:
            assert other.gone == "too-busy"
    async with melders.page() as other:
        assert other.view["stage"] == "received"


async def test_a_page_that_falls_silent_gives_up_its_place() -> None:
    """A phone without network says nothing, not even goodbye; nor does one that never begins."""
    melders = await Melders.made(silence_s=0.05)
    async with melders.page() as page:
        await until(lambda: page.gone == "ended")
    async with melders.page(begins=False) as page:
        await until(lambda: page.gone == "ended")
    assert melders.desk._pages == []


async def test_a_flood_of_words_waits_and_is_heard() -> None:
    """After the first dozen they are read one by one; none is lost, and coming in anew gains nothing."""
    melders = await Melders.made(words_per_s=50)
    many = int(WORDS_AT_ONCE) * 2
    async with melders.page() as page:
        for id in range(1, many + 1):
            page.says(i=id, x=f"woord {id}")
        await until(lambda: len(page.answers()) == many)
    bucket = melders.desk._bucket_by_link[1, 1]
    async with melders.page() as page:
        page.says(i=many + 1, x="nog een")
        await until(page.answers)
        assert melders.desk._bucket_by_link == {(1, 1): bucket}
    assert melders.said() == [*(f"woord {id}" for id in range(1, many + 1)), "nog een"]


async def test_signs_of_life_without_end_close_the_page() -> None:
    """Only a program does that."""
    melders = await Melders.made()
    async with melders.page() as page:
        for _ in range(500):
            page.says()
        await until(lambda: page.gone)
        assert page.gone == "wrong: signs of life without end"


@pytest.mark.parametrize("frame", ["", "[]", b"{}", '{"i":1}', '{"i":1,"x":"\\ud800"}', "[" * 4_000])
@pytest.mark.parametrize("begins", [True, False])
async def test_what_no_page_of_ours_says_ends_the_link(frame: str | bytes, begins: bool) -> None:
    """And nothing else happens."""
    melders = await Melders.made()
    async with melders.page(begins=begins) as page:
        page.raw(frame)
        await until(lambda: page.gone)
        assert page.gone.startswith("wrong: ")
    assert melders.said() == []


async def test_the_end_of_a_link_says_more_than_a_wrong_word_in_the_same_moment() -> None:
    """One error comes out, and it is the one that the page can say in words."""
    melders = await Melders.made()
    async with melders.page() as page:
        await until(lambda: page.view)
        (here,) = melders.desk._pages
        here.is_replaced = True
        here.bell.set()
        page.raw("[]")
        await until(lambda: page.gone)
        assert page.gone == "elsewhere"


async def test_a_full_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shows it at the word; the link stays."""
    monkeypatch.setattr(contact, "MOST_WORDS", 1)
    melders = await Melders.made()
    async with melders.page() as page:
        for id in (1, 2):
            page.says(i=id, x="help")
        await until(lambda: len(page.answers()) == 2)
        assert page.answers() == [{"ok": 1}, {"no": 2, "why": "too-many"}]
        assert not page.gone
    assert melders.said() == ["help"]

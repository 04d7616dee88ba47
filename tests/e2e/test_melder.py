"""The melder's page in a real browser, against the real server, over a network that is cut now and then."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.contact import MakeLink, OpenContact, TellMelder, WithdrawLink
from protocol.commands.incidents import CloseIncident, OpenIncident
from protocol.commands.letting_go import GiveFeedback
from protocol.commands.promises import MakePromise, MovePromise
from protocol.commands.units import SignOnUnit
from protocol.model.contact_line import ContactLine
from protocol.model.moment import normal
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.wire import SUBPROTOCOL
from protocol.wire.messages import Done, Fetch, Piece
from server.exercise.caller import Caller
from tests.e2e.cutting import Stretch, stretch_before
from tests.e2e.phone import Phone, phone
from tests.e2e.process import ServerProcess
from tests.server.accounts_file import with_accounts
from tests.server.live import Wire, basic, staying
from tests.waiting import until

UNIT = "12.01"
BLAAK = Point(lat_deg=51.92, lon_deg=4.487)


@pytest.fixture(scope="module")
def shared_phone() -> Iterator[Phone]:
    """One browser for all plays: each has a link of its own, and nothing on the phone is of two links."""
    with phone() as one:
        yield one


@frozen(kw_only=True)
class Play:
    """A melding with a link, its officer, its melder's phone and the network between."""

    anna: Caller
    officer: Caller
    phone: Phone
    network: Stretch
    process: ServerProcess
    path: str

    async def does(self, command: Command, *, who: Caller | None = None) -> None:
        """Anna's wish, or somebody else's; done."""
        answer = await (who or self.anna).wish(command)
        assert isinstance(answer, Done), answer

    async def tell(self, words: str) -> None:
        """The officer's words to the melder."""
        await self.does(TellMelder(incident=1, text=Text(words)), who=self.officer)

    @property
    def line(self) -> ContactLine:
        """The contact line as the officer has it."""
        return self.officer.board.incidents[1].contact_line

    def heard(self) -> list[str]:
        """All words of the line as the officer has them."""
        return [word.text for word in self.line.words]

    async def hears(self, *words: str) -> None:
        """Returns once the officer has these words, and no others."""
        await until(lambda: self.heard() == [*words], f"for {words}")


@pytest.fixture
async def play(tmp_path: Path, shared_phone: Phone) -> AsyncIterator[Play]:
    """Anna has put the melder through to a unit and made a link; the page is not open yet."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with_accounts(data, {"anna": Role.CENTRALIST, UNIT: Role.UNIT})
    process = ServerProcess(data)
    try:
        await process.start()
        url = f"ws://127.0.0.1:{process.port}"
        async with (
            staying(url, "anna") as anna,
            staying(url, UNIT) as officer,
            stretch_before(process.port) as network,
        ):
            for command in (
                OpenIncident(what=Name("vechtpartij"), place=Place(name=Name("Blaak 31"))),
                SignOnUnit(call_sign=Name(UNIT)),
                OpenContact(incident=1, unit=1),
                MakeLink(incident=1),
            ):
                assert isinstance(await anna.wish(command), Done)
            link = await _link(process.port)
            yield Play(
                anna=anna,
                officer=officer,
                phone=shared_phone,
                network=network,
                process=process,
                path=link["path"],
            )
    finally:
        await asyncio.to_thread(shared_phone.driver.get, "about:blank")
        process.end()


@asynccontextmanager
async def _wire(port: int) -> AsyncIterator[Wire]:
    async with connect(
        f"ws://127.0.0.1:{port}",
        subprotocols=[Subprotocol(SUBPROTOCOL)],
        additional_headers={"Authorization": basic("anna")},
        proxy=None,
        compression=None,
    ) as connection:
        yield Wire(connection)


async def _link(port: int) -> dict[str, Any]:
    """The link of melding 1, as a console asks for it."""
    async with _wire(port) as wire:
        await wire.send(Fetch(id=1, document="link/1"))
        while not isinstance(message := await wire.next(), Piece):
            pass
        assert len(message.data) == message.total
        found: dict[str, Any] = json.loads(message.data)
        return found


async def test_melder_and_officer_write_with_each_other(play: Play) -> None:
    """Both ways, in Dutch; the officer has the words, and who reads along is said."""
    # As a text message has it that ends its sentence with the link.
    await play.phone.open(play.network.port, f"{play.path}.")
    await play.phone.says("#who", "Er leest één collega mee.")
    await play.phone.send("hij staat voor de deur")
    await play.hears("hij staat voor de deur")
    await play.tell("blijf binnen, wij zijn er zo")
    await play.phone.words_are("hij staat voor de deur", "blijf binnen, wij zijn er zo")
    assert play.line.direct_at is not None
    await play.phone.tap("#lang")
    await play.phone.says("#who", "One colleague reads along.")


async def test_a_message_is_cut_in_the_middle(play: Play) -> None:
    """Half of it is gone with the link; the phone says so, sends it again, and it is said once."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    play.network.up_left = 30
    await play.phone.send("een lang bericht dat halverwege wordt afgebroken")
    await play.phone.says("#link", "Geen verbinding")
    await play.phone.send("en nog een, zonder verbinding")
    assert play.heard() == []
    play.network.mend()
    both = "een lang bericht dat halverwege wordt afgebroken", "en nog een, zonder verbinding"
    await play.hears(*both)
    await play.phone.words_are(*both)


async def test_an_answer_is_lost(play: Play) -> None:
    """The server has the words and the phone does not know: they are sent again, and said once."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    play.network.is_deaf = True
    await play.phone.send("help")
    await play.hears("help")
    play.network.cut()
    await play.phone.says("#link", "Geen verbinding")
    play.network.mend()
    await play.phone.send("bent u daar?")
    await play.hears("help", "bent u daar?")
    await play.phone.words_are("help", "bent u daar?")


async def test_words_stay_on_the_phone_through_a_new_start_of_server_and_page(play: Play) -> None:
    """Written without a link, the page loaded anew, half a sentence in the box: all is there."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    play.process.kill()
    await play.phone.says("#link", "Geen verbinding")
    await play.phone.send("zonder server")
    await play.phone.write("half")
    await play.process.start()
    await asyncio.to_thread(play.phone.driver.refresh)
    await play.hears("zonder server")
    await play.phone.words_are("zonder server")
    assert await play.phone.js("return document.getElementById('text').value") == "half"


async def test_the_phone_says_where_it_is_and_that_all_is_safe(play: Play) -> None:
    """The room has both; the buttons say that it is known."""
    await play.phone.cdp(
        "Browser.grantPermissions",
        {"origin": f"http://localhost:{play.network.port}", "permissions": ["geolocation"]},
    )
    place = {"latitude": BLAAK.lat_deg, "longitude": BLAAK.lon_deg, "accuracy": 5}
    await play.phone.cdp("Emulation.setGeolocationOverride", place)
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    await play.phone.tap("#share")
    await play.phone.says("#share", "Plek gedeeld")
    await play.phone.tap("#safe")
    await play.phone.says("#words", "De politie weet nu dat u veilig bent.")
    await until(lambda: play.line.melder_at == BLAAK and play.line.safe_at is not None)


async def test_promises_and_the_end_are_said_in_words(play: Play) -> None:
    """What was promised to the melder and by when, that it changed, and how it ended; nobody else's."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    due = normal(datetime.now(UTC)) + timedelta(hours=1)

    def promise(what: str, to_whom: str) -> MakePromise:
        return MakePromise(incident=1, what=Text(what), due=due, from_whom=Name(UNIT), to_whom=Name(to_whom))

    await play.does(promise("wij bellen u terug", "melder"))
    await play.does(promise("ram hem klem", "12.05"))
    await play.phone.says("#promised", "wij bellen u terug – voor")
    await play.phone.says("#words", "Afgesproken:\nwij bellen u terug – voor")
    later = due + timedelta(minutes=30)
    await play.does(MovePromise(incident=1, promise=1, due=later, why=Text("de geheime reden")))
    await play.phone.says("#promised", "wij bellen u terug – ander tijdstip")
    await play.phone.says("#words", "wij bellen u terug – ander tijdstip")
    await play.does(GiveFeedback(incident=1, text=Text("De twee zijn naar huis gebracht.")))
    await play.phone.says("#ended", "De twee zijn naar huis gebracht.")
    page = await play.phone.js("return document.documentElement.textContent")
    assert not [word for word in ("ram hem klem", "geheime reden", UNIT, "anna") if word in page]


async def test_a_link_that_is_withdrawn_is_said_so(play: Play) -> None:
    """At once, with whom to call; what was not heard stays to be read, and a new page gets nothing."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.send("dit is gehoord")
    await play.hears("dit is gehoord")
    await play.does(WithdrawLink(incident=1))
    await play.phone.says("#link", "Deze link werkt niet meer. Bel 112")
    assert not await play.phone.text("#send")
    await asyncio.to_thread(play.phone.driver.refresh)
    await play.phone.says("#link", "Deze link werkt niet meer. Bel 112")
    assert await play.phone.words() == []


async def test_another_phone_is_not_let_in(play: Play) -> None:
    """Whoever reads the link over a shoulder comes too late."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.send("ik was eerst")
    await play.phone.words_are("ik was eerst")
    await play.phone.js("localStorage.clear(); window.name = ''")
    await asyncio.to_thread(play.phone.driver.refresh)
    await play.phone.says("#link", "al open op een andere telefoon")
    assert await play.phone.words() == []


async def test_two_tabs_of_one_phone_are_one_melder(play: Play) -> None:
    """Both see all, and what is said in the one stays apart from what is said in the other."""
    driver = play.phone.driver
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    first = driver.current_window_handle
    await asyncio.to_thread(driver.switch_to.new_window, "tab")
    try:
        await play.phone.open(play.network.port, play.path)
        await play.phone.send("uit het tweede")
        await play.hears("uit het tweede")
        await asyncio.to_thread(driver.switch_to.window, first)
        await play.phone.send("uit het eerste")
        await play.hears("uit het tweede", "uit het eerste")
        await play.phone.words_are("uit het tweede", "uit het eerste")
    finally:
        for handle in [each for each in driver.window_handles if each != first]:
            await asyncio.to_thread(driver.switch_to.window, handle)
            await asyncio.to_thread(driver.close)
        await asyncio.to_thread(driver.switch_to.window, first)


async def test_nothing_that_is_written_breaks_the_page_or_the_log(play: Play) -> None:
    """Markup, control and bidi characters stay text; a half character and a very long text get through."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    evil = "<img src=x onerror=\"document.title='weg'\"><script>document.title='weg'</script>"
    odd = "\u202eomgekeerd\u202c \x07\x1b[2J\x00 \u2028 e\u0301\u0301\u0301 \ufeff"
    fill = "document.getElementById('text').value = arguments[0]; document.getElementById('send').click()"
    for words in (evil, odd, "\ue000"):
        await asyncio.to_thread(play.phone.driver.execute_script, fill, words)
    await play.phone.js(fill.replace("arguments[0]", "'half \\ud83d'"))
    said = [evil, odd.strip("\ufeff "), "\ue000 ", "half \ufffd"]
    await play.hears(*said)
    await play.tell(evil)
    await play.phone.words_are(*said, evil)
    long = " ".join(f"woord{number}" for number in range(200))
    await asyncio.to_thread(play.phone.driver.execute_script, fill, long)
    await until(lambda: " ".join(play.heard()[5:]) == long)
    assert max(map(len, play.heard())) <= 500
    assert await play.phone.js("return document.title") == "Uw melding bij de politie"
    assert not await play.phone.js("return document.querySelectorAll('main img, main script').length")
    log = play.process.log.read_text()
    assert "Traceback" not in log
    assert not [words for words in ("onerror", "\x1b", "woord1", "omgekeerd") if words in log]


async def test_a_closed_melding_says_whom_to_call(play: Play) -> None:
    """Nobody reads along any more, so nothing can be written."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    await play.does(CloseIncident(incident=1, reason=Text("proef"), emergency=True))
    await play.phone.says("#stage", "Uw melding is afgesloten.")
    await play.phone.says("#closing", "Bel 112 bij spoed")
    assert not await play.phone.text("#send")


async def test_the_page_breaks_no_rule_of_its_own(play: Play) -> None:
    """Its console is quiet: no error, and nothing that its policy forbids."""
    await play.phone.open(play.network.port, play.path)
    await play.phone.says("#link", "Verbonden")
    lines = await asyncio.to_thread(play.phone.driver.get_log, "browser")
    # Other links of this phone were cut on purpose.
    assert [line for line in lines if play.path in line["message"]] == []


async def test_words_that_are_taken_back_are_struck_on_the_phone_and_said_to_be(play: Play) -> None:
    """As loudly as they came: also those that were read already; a page that was cut off learns it too."""
    await play.phone.open(play.network.port, play.path)
    await play.tell("ga naar buiten")
    await play.phone.says("#words", "ga naar buiten")
    await play.does(TakeBack(), who=play.officer)
    await play.phone.says("#words .note", "De politie neemt dit terug:\nga naar buiten")
    assert "ga naar buiten" in await play.phone.text("#words .back")
    assert [word.struck_by for word in play.line.words] == [UNIT]


async def test_a_promise_that_is_taken_back_is_said_to_be(play: Play) -> None:
    """It was said when it was made; somebody counts on it."""
    await play.phone.open(play.network.port, play.path)
    due = normal(datetime.now(UTC) + timedelta(hours=1))
    promise = MakePromise(
        incident=1, what=Text("wij bellen terug"), due=due, from_whom=Name("anna"), to_whom=Name("melder")
    )
    await play.phone.says("#link", "Verbonden")
    await play.does(promise)
    await play.phone.says("#promised", "wij bellen terug")
    await play.does(TakeBack())
    await play.phone.says("#words", "De politie neemt dit terug:\nwij bellen terug")
    assert await play.phone.text("#promised") == ""

"""The page at the door: small, whole, stored nowhere, with a policy that fits; guessers are slowed down."""

import base64
import hashlib
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

from protocol.commands.contact import MakeLink
from protocol.wire.messages import Fetch, Piece
from server.melder import door
from server.melder.door import GUESSES_AT_ONCE, MAX_PAGE_BYTES, Asked, Guesses, asked, is_own, page
from server.texts.texts import LANGUAGES, Texts
from tests.server.live import Served, get, serving
from tests.server.make import opening
from tests.waiting import until

BEGIN = json.dumps({"k": "a" * 32, "n": 0})
HTML = page()[0].decode()
HEADERS = page()[1]


def inside(tag: str) -> str:
    """What stands between the page's only pair of these tags."""
    found = re.findall(f"<{tag}>(.*?)</{tag}>", HTML, re.S)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/m/k7qd9fmtx2bn", Asked(code="k7qd9fmtx2bn", line=False)),
        ("/m/K7QD-9fmt-x2bn/line", Asked(code="K7QD-9fmt-x2bn", line=True)),
        ("/m/k7qd9fmtx2bn.", Asked(code="k7qd9fmtx2bn", line=False)),
        ("/m/k7qd9fmtx2bn%29/", None),
        ("/m/k7qd9fmtx2bn)./", Asked(code="k7qd9fmtx2bn", line=False)),
        ("/m/k7qd9fmtx2bn./line", None),
        ("/m/", None),
        ("/m", None),
        ("/m/../etc", None),
        ("/m/a/b", None),
        ("/m/a/line/", None),
        ("/m/é", None),
        ("/m/a%20b", None),
        ("/m/" + "a" * 41, None),
        ("/", None),
        ("/health", None),
    ],
)
def test_only_a_code_has_a_page(path: str, expected: Asked | None) -> None:
    """And its line."""
    assert asked(path) == expected


def test_the_page_is_small() -> None:
    """Both languages complete, in less than 30 kB: some seconds on the poorest link."""
    assert len(page()[0]) < MAX_PAGE_BYTES
    assert "/*TEXTS*/" not in HTML
    for language in LANGUAGES:
        for key in door._sentences(language):
            said = Texts(language).say(f"melder-{key}")
            assert f'"{key}": "{said}"' in HTML, key


def test_every_sentence_of_the_page_exists_and_is_used() -> None:
    """In both languages; what the script says by a key is there, and nothing else."""
    assert set(door._sentences("nl")) == set(door._sentences("en"))
    script = inside("script").split("var MOST_CHARS")[1]
    words = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', script))
    made = {"promise-open", "promise-kept", "promise-moved", "promise-broken"}
    made |= {"received", "sent", "there", "ending", "closed", "link-taken", "elsewhere"}
    assert set(door._sentences("nl")) <= words | made


def test_the_page_needs_nothing_from_elsewhere() -> None:
    """No address of another site, no file beside it."""
    assert not re.findall(r"(?:src|href)=(?!\"tel:)", HTML)
    assert not re.findall(r"https?://", HTML)


def test_the_script_runs_on_an_old_phone() -> None:
    """No word and no sign of the language that is younger than 2009."""
    script = re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', inside("script").split("var MOST_CHARS")[1])
    script = re.sub(r"//.*|/\*.*?\*/", "", script)
    modern = r"=>|`|\b(?:let|const|class|async|await|of|import|yield)\b|\.\.\.|\?\?|\?\.|\*\*"
    young = r"\.(?:includes|startsWith|padStart|closest|append|remove|replaceAll|find|findIndex|at|flat)\("
    assert re.findall(modern, script) == re.findall(young, script) == []


def test_nothing_that_comes_in_is_ever_taken_for_markup() -> None:
    """The script puts text where text goes."""
    for way in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function("):
        assert way not in inside("script")
    assert not re.findall(r"\son[a-z]+=|javascript:|\sstyle=", HTML.split("<script>")[0])


def test_the_policy_lets_the_pages_own_script_run_and_no_other() -> None:
    """By their hashes; no frame around it, no form to elsewhere."""
    policy = HEADERS["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["frame-ancestors"] == "'none'"
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(inside(tag).encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"
    assert "unsafe" not in policy


def test_nobody_stores_the_page_or_hears_of_the_code() -> None:
    """Not the browser, not a proxy; no other site is told where the reader came from."""
    assert HEADERS["Cache-Control"] == "no-store"
    assert HEADERS["Referrer-Policy"] == "no-referrer"
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert 'content="noindex"' in HTML


def test_a_text_cannot_end_the_script() -> None:
    """A sentence with a tag in it stays a sentence."""
    assert inside("script").count("<") == inside("script").replace("\\u003c", "").count("<")
    assert "</" not in inside("script")


@pytest.mark.parametrize(
    ("origin", "host", "own"),
    [
        (None, "lijn.example", True),
        (None, None, True),
        ("https://lijn.example", "lijn.example", True),
        ("http://LIJN.example:8765", "lijn.example:8765", True),
        ("https://lijn.example:8765", "lijn.example", False),
        ("https://elders.example", "lijn.example", False),
        ("https://lijn.example.elders.example", "lijn.example", False),
        ("null", "lijn.example", False),
        ("", "lijn.example", False),
        ("https://lijn.example", None, False),
        ("http://[", "lijn.example", False),
    ],
)
def test_another_sites_page_opens_no_line(origin: str | None, host: str | None, own: bool) -> None:
    """A browser says which page asks; who is no browser need not say."""
    assert is_own(origin, host) is own


def test_guesses_are_counted_by_address() -> None:
    """After the first few it is too often; another address is another matter."""
    guesses = Guesses()
    counted = [guesses.wrong("10.0.0.1") for _ in range(int(GUESSES_AT_ONCE) + 3)]
    assert counted[: int(GUESSES_AT_ONCE)] == [False] * int(GUESSES_AT_ONCE)
    assert all(counted[int(GUESSES_AT_ONCE) + 1 :])
    assert not guesses.wrong("10.0.0.2")


def test_guessers_cannot_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest address is forgotten first."""
    monkeypatch.setattr(door, "MOST_ADDRESSES", 5)
    guesses = Guesses()
    for number in range(100):
        guesses.wrong(f"10.0.0.{number}")
    assert list(guesses._bucket_by_address) == [f"10.0.0.{number}" for number in range(95, 100)]


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    """A server with melding 1 and its link."""
    async with serving(tmp_path / "data") as one, one.caller() as anna:
        await anna.wish(opening())
        await anna.wish(MakeLink(incident=1))
        yield one


async def _path(served: Served) -> str:
    """The path of the link, as a console asks for it."""
    async with served.wire() as wire:
        await wire.send(Fetch(id=1, document="link/1"))
        while not isinstance(message := await wire.next(), Piece):
            pass
        return str(json.loads(message.data)["path"])


@asynccontextmanager
async def _line(served: Served, path: str, origin: str | None = None) -> AsyncIterator[ClientConnection]:
    async with connect(
        f"ws://127.0.0.1:{served.port}{path}/line",
        origin=None if origin is None else Origin(origin),
        proxy=None,
        compression=None,
    ) as line:
        yield line


async def test_the_page_comes_over_the_wire_as_it_is(served: Served) -> None:
    """For a good code and for any other alike: a preview of a text message uses nothing up."""
    answer = await get(served.port, "/m/2222-2222-2222?utm=x")
    assert (answer.status, answer.body) == (200, HTML)
    assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)
    link = served.listening.room.board.incidents[1].contact_line.link
    assert link is not None
    assert link.opened_at is None


async def test_who_guesses_too_often_waits(served: Served) -> None:
    """Said with a status that a browser shows; consoles are not concerned."""
    answers = [200]
    while answers[-1] == 200 and len(answers) < 300:
        answers.append((await get(served.port, f"/m/222222222{len(answers):03}")).status)
    assert answers[-1] == 429
    assert len(answers) > GUESSES_AT_ONCE
    assert (await get(served.port, "/health")).status == 200


async def test_a_line_of_another_sites_page_is_refused(served: Served) -> None:
    """Before anything is said; the page of this server is let in."""
    path = await _path(served)
    with pytest.raises(InvalidStatus) as caught:
        async with _line(served, path, "https://elders.example"):
            pass
    assert caught.value.response.status_code == 403
    async with _line(served, path, f"http://127.0.0.1:{served.port}") as line:
        await line.send(BEGIN)
        assert json.loads(await line.recv())["v"]["stage"] == "received"


@pytest.mark.parametrize("frame", ["xxxx", "[]", b"\x00", "x" * 5_000, "é" * 3_000, '{"k":1}', '{"i":1}'])
@pytest.mark.parametrize("begun", [False, True])
async def test_what_no_page_says_ends_the_line_and_breaks_nothing(
    served: Served, begun: bool, frame: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """The browser learns that it was not understood; nothing that was sent is in the log."""
    async with _line(served, await _path(served)) as line:
        if begun:
            await line.send(BEGIN)
            await line.recv()
        await line.send(frame)
        with pytest.raises(ConnectionClosed) as caught:
            await line.recv()
    assert caught.value.rcvd is not None
    assert (caught.value.rcvd.code, caught.value.rcvd.reason) == (4002, "not understood")
    assert "xxx" not in caplog.text
    assert (await get(served.port, "/health")).status == 200


@pytest.mark.parametrize("path", ["/m/222222222222", "/m/x"])
async def test_a_line_that_opens_nothing_says_so(served: Served, path: str) -> None:
    """The page has the words for it."""
    async with _line(served, path) as line:
        with pytest.raises(ConnectionClosed) as caught:
            await line.recv()
    assert caught.value.rcvd is not None
    assert (caught.value.rcvd.code, caught.value.rcvd.reason) == (4404, "link-void")


async def test_a_link_that_ends_at_any_moment_troubles_nobody(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    """Before the first word, after it, and in the middle of a frame."""
    path = await _path(served)
    for frames in ([], [BEGIN], [BEGIN, '{"i":1,"x":"help"}']):
        async with _line(served, path) as line:
            for frame in frames:
                await line.send(frame)
            line.transport.abort()
    board = served.listening.room
    await until(lambda: board.board.incidents[1].contact_line.said == 1)
    assert "Traceback" not in caplog.text

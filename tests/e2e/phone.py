"""A melder's phone: a real browser without a screen, worked by what can be seen on its page."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 360, 640
CSS = "css selector"
PATIENCE_S = 60.0


class Phone:
    """One browser; every call may take a while, and is made away from the event loop."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    async def open(self, port: int, path: str, *, language: str = "nl") -> None:
        """Go to a page of a server on this machine."""
        await self.cdp("Emulation.setLocaleOverride", {"locale": language})
        await self.cdp("Network.setUserAgentOverride", {"userAgent": "phone", "acceptLanguage": language})
        await asyncio.to_thread(self.driver.get, f"http://localhost:{port}{path}")

    async def cdp(self, command: str, arguments: dict[str, Any]) -> None:
        """Something about the phone itself: its place, its size."""
        await asyncio.to_thread(self.driver.execute_cdp_cmd, command, arguments)

    async def js(self, script: str) -> Any:
        """What a script on the page gives back; the page's own rules do not hold it."""
        return await asyncio.to_thread(self.driver.execute_script, script)

    async def text(self, selector: str) -> str:
        """What a person reads there; "" for nothing to see."""
        found = await asyncio.to_thread(self.driver.find_elements, CSS, selector)
        return "\n".join([str(await asyncio.to_thread(getattr, each, "text")) for each in found])

    async def says(self, selector: str, words: str) -> None:
        """Returns once the words stand there."""
        read = [""]

        async def look() -> None:
            while words not in read[0]:
                read[0] = await self.text(selector)

        try:
            async with asyncio.timeout(PATIENCE_S):
                await look()
        except TimeoutError:
            raise AssertionError(f"waited in vain for {words!r} in {selector}: {read[0]!r}") from None

    async def tap(self, selector: str) -> None:
        """With a finger."""
        found = await asyncio.to_thread(self.driver.find_element, CSS, selector)
        await asyncio.to_thread(found.click)

    async def write(self, words: str) -> None:
        """Type into the box."""
        found = await asyncio.to_thread(self.driver.find_element, CSS, "#text")
        await asyncio.to_thread(found.send_keys, words)

    async def send(self, words: str) -> None:
        """Type and send."""
        await self.write(words)
        await self.tap("#send")

    async def words(self) -> list[str]:
        """The words of all bubbles, also of what waits, without what stands under them."""
        script = (
            "return [].map.call(document.querySelectorAll('.word'),"
            "function (each) { return each.firstChild.textContent; })"
        )
        return list(await self.js(script))

    async def words_are(self, *expected: str) -> None:
        """Returns once these bubbles are there, and all of them with the server."""
        found: list[str] = []

        async def look() -> None:
            while found != [*expected] or await self.js("return document.querySelectorAll('.wait').length"):
                found[:] = await self.words()

        try:
            async with asyncio.timeout(PATIENCE_S):
                await look()
        except TimeoutError:
            raise AssertionError(f"expected {expected!r}, seen {found!r}") from None


@contextmanager
def phone() -> Iterator[Phone]:
    """A phone; the test skips where there is no browser."""
    pytest.importorskip("selenium", reason="needs selenium")
    # Here, so that the tests can say that they skip.
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    chromedriver = shutil.which("chromedriver")
    if browser is None or chromedriver is None:
        pytest.skip("needs chromium and chromedriver")
    options = Options()
    options.binary_location = browser
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(chromedriver))
    try:
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": True},
        )
        yield Phone(driver)
    finally:
        driver.quit()

"""A Textual that is not the one we know is noticed, named, and survived."""

from __future__ import annotations

from importlib.metadata import version

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from console.output import CellDiffApp
from console.output.driver import CellDiffDriver
from console.output.hooks import HooksChangedError, changed_hooks, require_hooks


def test_the_installed_textual_is_known() -> None:
    """All private parts that we stand on are as expected; if not, read console/output first."""
    assert changed_hooks() == []


def test_a_changed_hook_is_named_with_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which version is installed, what changed and what to do."""
    monkeypatch.setattr(App, "_display", lambda self, renderable: None)
    with pytest.raises(HooksChangedError, match=r"App\._display takes .*Install textual") as caught:
        require_hooks()
    assert version("textual") in str(caught.value)


def test_a_removed_hook_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook that is gone altogether is reported like one that changed."""
    monkeypatch.delattr(LinuxDriver, "process_message")
    monkeypatch.delattr(LinuxDriver.__mro__[1], "process_message")
    assert any("LinuxDriver.process_message" in change for change in changed_hooks())


def test_with_changed_hooks_the_console_still_starts(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Then Textual's own driver is used, and the log says so."""
    assert CellDiffApp[None]().get_driver_class() is CellDiffDriver
    monkeypatch.setattr(App, "_display", lambda self, renderable: None)
    assert CellDiffApp[None]().get_driver_class() is LinuxDriver
    assert "App._display" in caplog.text

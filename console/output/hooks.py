"""Checks that the private parts of Textual that this package stands on still look as they did in 8.2.

Asked once when the console starts: where they changed, the stock display is used and the log says why.
"""

from __future__ import annotations

import inspect
from importlib.metadata import version

from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

_PARAMETERS: tuple[tuple[type, str, tuple[str, ...]], ...] = (
    (App, "_display", ("self", "screen", "renderable")),
    (App, "get_driver_class", ("self",)),
    (LayoutUpdate, "__init__", ("self", "strips", "region")),
    (ChopsUpdate, "__init__", ("self", "chops", "spans", "chop_ends")),
    (Compositor, "render_update", ("self", "full", "screen_stack", "simplify")),
    (LinuxDriver, "write", ("self", "data")),
    (LinuxDriver, "start_application_mode", ("self",)),
    (LinuxDriver, "stop_application_mode", ("self",)),
    (LinuxDriver, "close", ("self",)),
    (LinuxDriver, "process_message", ("self", "message")),
)
_USES: tuple[tuple[type, str, tuple[str, ...]], ...] = (
    (App, "_display", ("_batch_count", "_running", "_closed", "_driver", "cursor_position")),
    (
        LinuxDriver,
        "__init__",
        ("_file", "_must_signal_resume", "_sigtstp_application", "_sigcont_application"),
    ),
    (Driver, "__init__", ("_loop", "_auto_restart")),
    (Screen, "_compositor_refresh", ("_display", "_compositor", "_background_screens")),
)


class HooksChangedError(RuntimeError):
    """This version of Textual is not one that the output layer knows."""


def changed_hooks() -> list[str]:
    """What is not as expected, one phrase each; empty when all is well."""
    changed = []
    for owner, name, expected in _PARAMETERS:
        function = getattr(owner, name, None)
        found = () if function is None else tuple(inspect.signature(function).parameters)
        if found != expected:
            changed.append(f"{owner.__name__}.{name} takes {found}, not {expected}")
    for owner, name, expected in _USES:
        function = getattr(owner, name, None)
        known = () if function is None else function.__code__.co_names
        changed += [f"{owner.__name__}.{name} no longer uses {use}" for use in expected if use not in known]
    return changed


def require_hooks() -> None:
    """Raises HooksChangedError, naming the installed version and every difference, unless all is as
    expected."""
    if changed := changed_hooks():
        raise HooksChangedError(
            f"Textual {version('textual')} is not the 8.2 that console.output is written for: "
            f"{'; '.join(changed)}. Install textual>=8.2.8,<8.3, or adapt console/output."
        )

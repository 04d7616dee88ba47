"""The console's theme: the palette's colours for Textual's own parts: dialogs and the command palette."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from console.paint import palette

THEME_NAME = "openlijn"


def theme(*, native: bool) -> Theme:
    """The theme; `native` for terminals whose own sixteen colours are sent as they are."""
    if native:
        return replace(BUILTIN_THEMES["ansi-dark"], name=THEME_NAME)
    return Theme(
        name=THEME_NAME,
        primary=palette.BAR_FOCUSED,
        secondary=palette.SKY,
        accent=palette.ORANGE,
        warning=palette.ORANGE,
        error=palette.VERMILLION,
        success=palette.GREEN,
        foreground=palette.FOREGROUND,
        background=palette.BACKGROUND,
        surface=palette.BAR,
        panel=palette.BAR,
    )

"""The console's theme: the palette's colours for Textual's own parts: dialogs and the command palette."""

from textual.theme import Theme

from console.styles import palette

THEME_NAME = "openlijn"


def theme(*, native: bool) -> Theme:
    """The theme; `native` for terminals whose own sixteen colours are sent as they are."""
    if native:
        return Theme(
            name=THEME_NAME,
            primary="ansi_blue",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            boost="ansi_default",
            ansi=True,
        )
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

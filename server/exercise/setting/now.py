"""A moment of the shift, on both clocks: the shift's own seconds, and the world's time that facts carry."""

from datetime import datetime, timedelta

from attrs import frozen


@frozen(kw_only=True)
class Now:
    """This moment."""

    s: float
    """Seconds of the shift."""

    at: datetime
    """The world's clock; aware UTC."""

    speed: float = 1.0
    """Seconds of the shift in a second of the world's clock."""

    def after(self, seconds: float) -> datetime:
        """The world's time so many seconds of the shift from now, to the second: people promise no less."""
        return (self.at + timedelta(seconds=seconds / self.speed)).replace(microsecond=0)

    def until_s(self, at: datetime) -> float:
        """Seconds of the shift from now until then; negative when it has passed."""
        return (at - self.at).total_seconds() * self.speed

"""What the server counts about itself, as Prometheus reads it at GET /metrics.

Counters are raised where things happen; gauges are read from the hub and the room when somebody asks. No
names, no texts: nothing here is about a person.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Metrics:
    """One server's counters, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        registry = self._registry
        self.commands = Counter(
            "openlijn_commands_total", "Commands answered, by outcome.", ["outcome"], registry=registry
        )
        self.decided_s = Histogram(
            "openlijn_command_seconds",
            "From a command's arrival to its answer, journal included.",
            buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2.0),
            registry=registry,
        )
        self.arrivals = Counter(
            "openlijn_arrivals_total", "Consoles let in, by how they began.", ["begin"], registry=registry
        )
        self.turned_away = Counter(
            "openlijn_turned_away_total", "Handshakes refused, by reason.", ["reason"], registry=registry
        )
        self.bad_frames = Counter(
            "openlijn_bad_frames_total",
            "Links closed for what they sent, by kind.",
            ["kind"],
            registry=registry,
        )
        self.faults = Counter(
            "openlijn_faults_total",
            "Errors that were contained, by the part that failed and the class of the error.",
            ["part", "error"],
            registry=registry,
        )
        self.appeals = Counter(
            "openlijn_appeals_total",
            "What meldingen asked of somebody, by kind: asked, answered by its answer, or closed over.",
            ["kind", "end"],
            registry=registry,
        )
        self.links = Gauge("openlijn_links", "Consoles connected now.", registry=registry)
        self.seq = Gauge("openlijn_seq", "Number of the newest change.", registry=registry)
        self.open_incidents = Gauge("openlijn_open_incidents", "Incidents open now.", registry=registry)
        self.units = Gauge("openlijn_units", "Units on duty now.", registry=registry)
        self.sent_bytes = Gauge("openlijn_sent_bytes", "Payload sent since the start.", registry=registry)

    def page(self) -> bytes:
        """The text that Prometheus scrapes."""
        return generate_latest(self._registry)

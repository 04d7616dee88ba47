"""The page that Prometheus scrapes."""

from prometheus_client.parser import text_string_to_metric_families

from server.metrics import Metrics


def test_the_page_can_be_parsed_and_counts() -> None:
    """Every family has its help; counters go up; nothing is shared between two servers."""
    metrics, other = Metrics(), Metrics()
    metrics.commands.labels("done").inc()
    metrics.links.set(3)
    with metrics.decided_s.time():
        pass
    families = {each.name: each for each in text_string_to_metric_families(metrics.page().decode())}
    assert all(each.documentation for each in families.values())
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for each in families.values()
        for sample in each.samples
    }
    assert samples["openlijn_commands_total", "done"] == 1
    assert samples["openlijn_links",] == 3
    assert samples["openlijn_command_seconds_count",] == 1
    assert b'outcome="done"' not in other.page()

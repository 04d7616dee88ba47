"""The other router: networkx on the same arrays, put together in another way, to check ours against."""

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from protocol.model.means import Means
from server.geo.build.source import Open
from server.geo.snap import Snaps

BITS = {
    Means.CAR: (Open.CAR_FORWARD, Open.CAR_BACK),
    Means.BICYCLE: (Open.BICYCLE_FORWARD, Open.BICYCLE_BACK),
    Means.FOOT: (Open.FOOT, Open.FOOT),
}
START, END = "start", "end"


class OtherRouter:
    """One means on one network."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], means: Means) -> None:
        self._arrays = arrays
        self._means = means
        self._graph: Any = nx.MultiDiGraph()
        self._graph.add_nodes_from(range(len(arrays["node_lat"])))
        for edge in range(len(arrays["edge_from"])):
            tail, head, cost, forward, back = self._edge(edge)
            if forward:
                self._graph.add_edge(tail, head, cost=cost)
            if back:
                self._graph.add_edge(head, tail, cost=cost)

    def _edge(self, edge: int) -> tuple[int, int, float, bool, bool]:
        arrays = self._arrays
        metres, kmh = int(arrays["edge_dm"][edge]) / 10, int(arrays["edge_kmh"][edge])
        forward, back = (bool(int(arrays["edge_open"][edge]) & bit) for bit in BITS[self._means])
        if self._means is Means.CAR:
            cost = metres / (kmh / 3.6) if kmh else 0.0
            forward, back = forward and kmh > 0, back and kmh > 0
        else:
            cost = metres
        return int(arrays["edge_from"][edge]), int(arrays["edge_to"][edge]), cost, forward, back

    def costs_towards(self, nodes: list[int]) -> dict[int, float]:
        """From every node that can come there to the nearest of `nodes`."""
        turned = self._graph.reverse(copy=False)
        return dict(nx.multi_source_dijkstra_path_length(turned, nodes, weight="cost"))

    def costs_from(self, nodes: list[int]) -> dict[int, float]:
        """To every node that can be reached, from the nearest of `nodes`."""
        return dict(nx.multi_source_dijkstra_path_length(self._graph, nodes, weight="cost"))

    def cost(self, starts: Snaps, ends: Snaps, row: int) -> float:
        """From the place on the street in this row of `starts` to that of `ends`; inf where no way leads."""
        graph: Any = self._graph
        graph.add_nodes_from((START, END))
        edge, part = int(starts.edge[row]), float(starts.part[row])
        tail, head, cost, forward, back = self._edge(edge)
        if forward or part >= 1 - 1e-6:
            graph.add_edge(START, head, cost=(1 - part) * cost)
        if back or part <= 1e-6:
            graph.add_edge(START, tail, cost=part * cost)
        other, other_part = int(ends.edge[row]), float(ends.part[row])
        if other == edge and forward and other_part >= part:
            graph.add_edge(START, END, cost=(other_part - part) * cost)
        if other == edge and back and other_part <= part:
            graph.add_edge(START, END, cost=(part - other_part) * cost)
        tail, head, cost, forward, back = self._edge(other)
        if forward or other_part <= 1e-6:
            graph.add_edge(tail, END, cost=other_part * cost)
        if back or other_part >= 1 - 1e-6:
            graph.add_edge(head, END, cost=(1 - other_part) * cost)
        try:
            return float(nx.dijkstra_path_length(graph, START, END, weight="cost"))
        except nx.NetworkXNoPath:
            return float(np.inf)
        finally:
            graph.remove_nodes_from((START, END))

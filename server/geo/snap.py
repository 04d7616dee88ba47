"""Snapping: the nearest place on a street that a means may use, for many points at once.

Made with a network, from the shapes of its edges. A tree of samples along the streets finds the candidates,
an exact projection picks among them: the answer is that of looking at every street.
"""

import numpy as np
from attrs import frozen
from scipy.spatial import cKDTree

from server.geo.plane import Flags, Floats, Ints

STEP_M = 25.0
"""Between two samples along a street at most."""


@frozen(kw_only=True, eq=False)
class Segments:
    """Straight pieces of edges: where each lies and which part of its edge it is."""

    start: Floats
    """Rows of (x, y) in metres."""

    end: Floats
    edge: Ints
    first: Floats
    """The part of the edge (0 to 1) before it."""

    last: Floats
    """The part of the edge up to its end."""

    def kept(self, keep: Flags) -> "Segments":
        """Those of the edges that are kept; `keep` has one flag an edge."""
        here = keep[self.edge]
        return Segments(
            start=self.start[here],
            end=self.end[here],
            edge=self.edge[here],
            first=self.first[here],
            last=self.last[here],
        )


@frozen(kw_only=True, eq=False)
class Snaps:
    """Where points come to the street, one row a point."""

    edge: Ints
    """-1 where no street is near enough."""

    part: Floats
    """How far along the edge: 0 at its `from`, 1 at its `to`."""

    offset_m: Floats
    """From the point to the street."""

    @property
    def found(self) -> Flags:
        """Where there is a street."""
        return np.asarray(self.edge >= 0)

    def at(self, rows: Flags | Ints) -> "Snaps":
        """Some of them."""
        return Snaps(edge=self.edge[rows], part=self.part[rows], offset_m=self.offset_m[rows])

    def and_(self, others: "Snaps") -> "Snaps":
        """These and others behind them."""
        return Snaps(
            edge=np.concatenate((self.edge, others.edge)),
            part=np.concatenate((self.part, others.part)),
            offset_m=np.concatenate((self.offset_m, others.offset_m)),
        )

    def but(self, rows: Flags, others: "Snaps") -> "Snaps":
        """The same with these rows taken from `others`, which has no more than them."""
        edge, part, offset_m = self.edge.copy(), self.part.copy(), self.offset_m.copy()
        edge[rows], part[rows], offset_m[rows] = others.edge, others.part, others.offset_m
        return Snaps(edge=edge, part=part, offset_m=offset_m)


def segments_of(xy: Floats, start: Ints) -> Segments:
    """The pieces of edges whose points are `xy[start[e]:start[e + 1]]`, both ends included."""
    edge_of_point = np.repeat(np.arange(len(start) - 1, dtype=np.int32), np.diff(start))
    first = np.flatnonzero(edge_of_point[:-1] == edge_of_point[1:])
    edge = edge_of_point[first]
    length = np.hypot(*(xy[first + 1] - xy[first]).T)
    whole = np.bincount(edge, weights=length, minlength=len(start) - 1)
    # Along all streets as one line; what lies before the edge is taken off again.
    upto = np.cumsum(length)
    before_edge = np.concatenate(([0.0], np.cumsum(whole)))[edge]
    divisor = np.where(whole[edge] > 0, whole[edge], 1.0)
    last = np.clip((upto - before_edge) / divisor, 0.0, 1.0)
    return Segments(
        start=xy[first],
        end=xy[first + 1],
        edge=edge,
        first=np.clip((upto - length - before_edge) / divisor, 0.0, 1.0),
        last=last,
    )


class Snapper:
    """Finds the nearest street among these segments. Also holds the samples, for pictures of streets."""

    def __init__(self, segments: Segments) -> None:
        self._segments = segments
        length = np.hypot(*(segments.end - segments.start).T)
        counts = np.maximum(1, np.ceil(length / STEP_M)).astype(np.int64)
        self._segment = np.repeat(np.arange(len(counts)), counts)
        nth = np.arange(len(self._segment)) - np.repeat(np.cumsum(counts) - counts, counts)
        along = (nth + 0.5) / counts[self._segment]
        first, last = segments.first[self._segment], segments.last[self._segment]
        start, end = segments.start[self._segment], segments.end[self._segment]
        self.xy: Floats = start + (end - start) * along[:, None]
        """Samples: every point of a street has one within half a STEP_M."""

        self.edge: Ints = segments.edge[self._segment]
        """The edge of each sample."""

        self.part: Floats = first + (last - first) * along
        """How far along its edge each sample lies."""

        self._tree = cKDTree(self.xy) if len(self.xy) else None

    def snap(self, xy: Floats, *, limit_m: float) -> Snaps:
        """The nearest place on a street for each row of (x, y); none farther than `limit_m`."""
        count = len(xy)
        edge, part = np.full(count, -1, np.int32), np.zeros(count)
        offset_m = np.full(count, np.inf)
        if self._tree is None or not count:
            return Snaps(edge=edge, part=part, offset_m=offset_m)
        near_m = np.asarray(self._tree.query(xy, distance_upper_bound=limit_m + STEP_M)[0])
        rows = np.flatnonzero(np.isfinite(near_m))
        if not len(rows):
            return Snaps(edge=edge, part=part, offset_m=offset_m)
        balls = self._tree.query_ball_point(xy[rows], near_m[rows] + STEP_M / 2 + 0.01)
        row = np.repeat(rows, [len(ball) for ball in balls])
        segment = self._segment[np.concatenate([np.asarray(ball, np.int64) for ball in balls])]
        start, end = self._segments.start[segment], self._segments.end[segment]
        along, distance = _projected(xy[row], start, end)
        # The nearest of each row; of equals the one that stands first in the map.
        order = np.lexsort((segment, distance, row))
        best = order[np.flatnonzero(np.diff(row[order], prepend=-1))]
        best = best[distance[best] <= limit_m]
        first, last = self._segments.first[segment[best]], self._segments.last[segment[best]]
        edge[row[best]] = self._segments.edge[segment[best]]
        part[row[best]] = first + (last - first) * along[best]
        offset_m[row[best]] = distance[best]
        return Snaps(edge=edge, part=part, offset_m=offset_m)


def _projected(xy: Floats, start: Floats, end: Floats) -> tuple[Floats, Floats]:
    """How far along its segment (0 to 1) each point comes, and its distance to there."""
    line = end - start
    squared = (line**2).sum(axis=1)
    along = ((xy - start) * line).sum(axis=1) / np.where(squared > 0, squared, 1.0)
    along = np.clip(along, 0.0, 1.0)
    away = xy - (start + line * along[:, None])
    return along, np.hypot(away[:, 0], away[:, 1])

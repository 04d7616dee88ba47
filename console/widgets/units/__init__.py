"""The list of units: where each stands (`standing`), how a row looks (`view`), the panel."""

"""A line of text being typed: what keys do to it (`edit`), how it looks (`draw`)."""

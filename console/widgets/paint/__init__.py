"""Toned rows of text and the panel that shows them. Nothing here knows what an incident is."""

"""The site's list of classes and its question cards: what a melding can be, and what to ask then (A2, A8).

A small list ships; a site brings its own as JSON or CSV and adds to it. Consoles fetch both as documents.
"""

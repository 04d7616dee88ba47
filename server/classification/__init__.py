"""The site's list of classes and its question cards: what a melding can be, and what to ask then (A2, A8).

A small list ships; a site brings its own as JSON or CSV and adds to it. Consoles fetch both as documents.

classes      a class, and the list of them
card         what to ask when a melding is of a class
site_list    a list as JSON or CSV; toml_list: in our own form
load         list and cards of a site, put together at the start
documents    both as what a console fetches
"""

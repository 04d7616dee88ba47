"""The melder's end: a small page in a browser, at the same port, good for one melding.

codes   what stands in the link, and which incident it opens
view    what the page may see of an incident: only what is meant for the citizen
talk    what the page says and is told, as JSON
desk    the pages that are open now, and what each has
door    which page a request gets

settings    what a site says of the links
documents   the link as what a console fetches, to be read out or sent
"""

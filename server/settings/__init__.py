"""The site's settings: what differs per police service is a file, never code.

settings    the site's settings: what differs per police service is a file, never code
terms       the site's terms as its settings say them: [waiting], [promises], [stacking], [targets]
toml_table  a table of a TOML file that knows where it stands, so that every mistake names file
"""

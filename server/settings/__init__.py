"""The site's settings: what differs per police service is a file, never code.

settings  the site's settings: what differs per police service is a file, never code
terms     the site's terms as its settings say them: [waiting], [promises], [stacking], [targets]
"""

"""The sentences of the server's own command line, in Dutch and in English.

`nl/` and `en/` hold the same keys in the same files; `texts` loads and formats them. What a person reads in
the console is the console's; these two share no file, as the two sides share no code.
"""

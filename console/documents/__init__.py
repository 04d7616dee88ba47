"""The server's documents as names and sentences, for the screen and for scripts alike. Pure.

by_verb    the documents behind `zoek`, `eerder`, `dossier`, `verschuldigd`, `indicatoren`
dispatch   the documents behind `wie`, `vind` and `bereik`: names and sentences
link_code  the document behind `link 417`: the melder's code, to read out, and its address, to send
"""

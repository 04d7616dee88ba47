"""The server's documents and facts as sentences, for the screen and for scripts alike. Pure.

by_verb                  the documents behind `zoek`, `eerder`, `dossier`, `verschuldigd`, `indicatoren`
dispatch                 the documents behind `wie`, `vind` and `bereik`: names and sentences
fact_sentences           a row about a fact -> a sentence, for `watch` and `history` without --json
fact_sentences_back      what rows about deeds taken back need: what it was, and who hears of it
fact_sentences_dispatch  what rows about who goes need beyond their fields: a choice, a reason, a task
fact_sentences_line      what rows about lines, scale and emergencies need beyond their fields
link_code                the document behind `link 417`: the melder's code, to read out, and its address
fact_sentences_parts     what rows about a place or a melder need: the parts that were said
"""

"""The archive: what can be found again about every incident, closed ones above all.

A file of its own, made from the journal and thrown away whenever it is in doubt. It follows the journal in
the background; no command ever waits for it.

archive      follows the journal in a thread, and answers
store        the writing side: changes in, rows out
schema       the tables, and whether a file can be gone on with
errors       what can be wrong with one
case         what is kept of one incident; summary: from the incident to that
keys         how places, numbers and words are compared
search       full text, place, number, period
near         what was here before
dossier      a pattern over incidents, with an advice
indicators   how it goes, as numbers; `window`: over a stretch of time
documents    all of these as what a console fetches; `asked`: what stands behind the `?`
"""

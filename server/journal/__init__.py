"""The durable memory of the server: every change, numbered without gaps, kept before anybody hears of it.

`interface` says what a journal promises, `memory` and `sqlite` keep that promise; the room is the only
caller of `append`. Nothing here knows what a record's body means, and nothing here edits or deletes a
record.

interface   what a journal promises
record      one change as it is kept; rows: as a row with its checksum
memory      the promise without a disk
sqlite      the promise on one file; schema: its tables
writer      the one thread that writes; readers: those that read
lock        one server for one directory
intake      which record may come next, and who waits for which
check       the look at the newest records at every opening
verify      the full look; repair: going on after damage, on a person's word
trouble     SQLite's errors in the journal's own words; errors: those words
"""

"""The durable memory of the server: every change, numbered without gaps, kept before anybody hears of it.

Nothing here knows what a record's body means, and nothing here edits or deletes a record.

    interface   what every journal promises; the room is the only caller of `append`
    memory      the promise kept in memory, for tests
    sqlite      the promise kept in a file, for the server; it joins the rooms below
    record      one change as the journal keeps it
    rows        a record as a row with its checksum
    intake      which record may come next, and who waits for which
    writer      the one thread that writes
    readers     the threads that read
    schema      the file: its tables, its identity, its connections
    history     the id of the history that the file holds
    migrations  how a file of an earlier version becomes one of this
    stretches   which version of the language each record was written in
    lock        one server per data directory
    check       the look at the newest records at every opening
    verify      the full look, on a person's word
    repair      setting aside everything from a damaged record on, on a person's word
    errors      what can go wrong, in the journal's words
    trouble     SQLite's errors in those words
"""

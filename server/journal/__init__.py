"""The durable memory of the server: every change, numbered without gaps, kept before anybody hears of it.

`interface` says what a journal promises, `memory` and `sqlite` keep that promise; the room is the only
caller of `append`. Nothing here knows what a record's body means, and nothing here edits or deletes a
record.
"""

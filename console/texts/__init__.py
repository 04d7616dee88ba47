"""Every sentence that a user reads, in Dutch and in English.

`nl/` and `en/` hold the same keys in the same files, one file an area, such as words.ftl for statuses, phases
and roles, refusals.ftl for why a command was refused, screens.ftl for titles and columns. A new sentence goes
into the same file of both languages; a new area may begin a file of its own.

texts    loads the sentences and puts arguments into them
trouble  a sentence that is said later: a key and its arguments
"""

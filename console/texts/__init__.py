"""Every sentence that a user reads, in Dutch and in English.

`nl/` and `en/` hold the same keys in the same files, one file per area; `texts` loads and formats them. A new
sentence goes into the same file of both languages; a new area may begin a file of its own.

    words     statuses, phases, roles, means, commands    refusals  why a command was refused
    link      state of the link, what is wrong with it    screens   titles and columns, a block per part
    actions   what a person can do, and its arguments     grammar   what is wrong with a typed line
    cli       the console without a screen
"""

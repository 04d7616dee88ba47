"""A copy of a world's data: made while its server runs, put back into an empty folder.

manifest  what a backup says of itself: the world, the version, every file and its checksum
contents  which files of a data directory belong in a copy
copying   files and databases written whole, each for its owner alone
partial   the folder in which a copy grows under a hidden name, and what killed programs left of one
make      a backup of a data directory
restore   a data directory from a backup, with a history of its own
"""

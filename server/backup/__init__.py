"""A copy of a world's data: made while its server runs, put back into an empty folder.

manifest  what a backup says of itself: the world, the version, every file and its checksum
contents  which files of a data directory belong in a copy
copying   files written whole, or not at all; what keeps that from being done
make      a backup of a data directory
restore   a data directory from a backup, with a history of its own
"""

"""One world put together, started and stopped in order, and what it counts of itself.

appeal_counts  how many questions a world asked and how they ended, for /metrics
assembly     the parts of one server, put together: the only place that knows them all
data         what one world has on its disk, opened for a server and let go of after it
data_folder  whether a server can keep its data in a folder, looked at before anything is made
running      a running server: its address, its data and its parts, begun in order and ended
"""

"""One world put together, started and stopped in order, and what it counts of itself.

metrics  what the server counts about itself, as Prometheus reads it at GET /metrics
running  a running server: everything of one world, put together, started and stopped in order
"""

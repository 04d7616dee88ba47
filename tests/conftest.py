"""How hard the property tests try: small by default, `--hypothesis-profile=thorough` for some minutes.

No deadline in either: tests never assert on wall time, and two cores are shared.
"""

from hypothesis import HealthCheck, settings

_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("small", _PATIENT, max_examples=40, stateful_step_count=30)
settings.register_profile("thorough", _PATIENT, max_examples=500, stateful_step_count=80)
settings.load_profile("small")

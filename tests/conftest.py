"""Hypothesis profiles: `quick` for every run, `thorough` for a long one (`--hypothesis-profile=thorough`)."""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # as in the background of a script: it would be inherited
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "quick",
    max_examples=25,
    deadline=None,
    derandomize=True,  # every run of CI tries the same examples
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "thorough",
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("quick")

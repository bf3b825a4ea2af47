"""Waiting for what happens a moment later: polled, with a limit."""

import time

from .errors import LoadError

PAUSE = 0.3


def until(what, probe, patience, pause=PAUSE):
    """The first answer of the probe that is not None; a LoadError that names what did not come when patience (seconds) ends."""
    answer = perhaps(probe, patience, pause)
    if answer is None:
        raise LoadError("waited %d s in vain for %s" % (patience, what))
    return answer


def perhaps(probe, patience, pause=PAUSE):
    """As until, but None when nothing came."""
    end = time.monotonic() + patience
    while True:
        answer = probe()
        if answer is not None or time.monotonic() >= end:
            return answer
        time.sleep(pause)

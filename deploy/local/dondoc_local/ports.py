"""Ports on 127.0.0.1: the usual one, or another that is free, kept from then on."""

import contextlib
import socket
import time

from .errors import LocalError

HOST = "127.0.0.1"
# Seconds that a part which was just killed may need to let go of its port
PATIENCE = 1.0


def free(port):
    """Whether a server could listen there now."""
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen(1)
        except OSError:
            return False
    return True


def answers(port, host=HOST, seconds=1.0):
    """Whether something accepts connections there."""
    try:
        with contextlib.closing(socket.create_connection((host, port), timeout=seconds)):
            return True
    except OSError:
        return False


def choose(kept, usual, taken):
    """The kept port, else the usual one, else the next free one above it; none that another part has."""
    wanted = [port for port in [kept, usual] + list(range(usual + 10, usual + 2000, 10)) if port and port < 65536]
    give_up = time.monotonic() + PATIENCE
    while kept and not free(kept) and time.monotonic() < give_up:
        time.sleep(0.05)
    for port in wanted:
        if port not in taken and free(port):
            return port
    raise LocalError("no free port near %d" % usual)

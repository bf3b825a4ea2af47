"""The local mongod: one member of a replica set of its own, because change streams need one."""

import contextlib
import socket
import struct
import time

from . import bson
from .errors import LocalError
from .ports import HOST

SET = "rs0"
NOT_YET_INITIALIZED, ALREADY_INITIALIZED = 94, 23


def command_line(binary, places, port):
    """How the local mongod is started: little cache, a small oplog, no socket file that others could hold."""
    return [binary, "--dbpath", places.mongo, "--port", port, "--bind_ip", HOST, "--replSet", SET, "--nounixsocket",
            "--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "512", "--setParameter", "diagnosticDataCollectionEnabled=false"]


def uri(port):
    """How services reach it."""
    return "mongodb://%s:%d/?directConnection=true" % (HOST, port)


class Refused(Exception):
    """The server's answer to a command that it did not carry out."""

    def __init__(self, answer):
        super().__init__(str(answer.get("errmsg", answer)))
        self.code = answer.get("code")


def ask(port, command, seconds=5.0, database="admin"):
    """Sends one command to a database and gives the answer; OSError when nobody answers, Refused when it is refused."""
    body = struct.pack("<I", 0) + b"\0" + bson.encode(dict(command, **{"$db": database}))
    message = struct.pack("<iiii", 16 + len(body), 1, 0, 2013) + body
    with contextlib.closing(socket.create_connection((HOST, port), timeout=seconds)) as connection:
        connection.sendall(message)
        size = struct.unpack("<i", _read(connection, 4))[0]
        rest = _read(connection, size - 4)
    answer = bson.decode(rest[12 + 5:])
    if not answer.get("ok"):
        raise Refused(answer)
    return answer


def _read(connection, size):
    data = b""
    while len(data) < size:
        more = connection.recv(size - len(data))
        if not more:
            raise ConnectionResetError("the server closed the connection")
        data += more
    return data


def writable(port):
    """Whether it is the primary of the set."""
    try:
        return bool(ask(port, {"hello": 1}, seconds=2.0).get("isWritablePrimary"))
    except (OSError, Refused, ValueError):
        return False


def ready(port, seconds, alive=lambda: True):
    """Waits until it accepts writes; makes the set on first use, and gives the set its new address after a change of port."""
    give_up = time.monotonic() + seconds
    complaint = "no answer"
    while time.monotonic() < give_up and alive():
        try:
            if ask(port, {"hello": 1}).get("isWritablePrimary"):
                return
            _settle(port)
        except (OSError, Refused) as fault:
            complaint = str(fault)
        time.sleep(0.1)
    raise LocalError("mongod on port %d does not become primary: %s" % (port, complaint))


def _settle(port):
    address = "%s:%d" % (HOST, port)
    try:
        config = ask(port, {"replSetGetConfig": 1})["config"]
    except Refused as refusal:
        if refusal.code != NOT_YET_INITIALIZED:
            raise
        with contextlib.suppress(OSError):
            ask(port, {"replSetInitiate": {"_id": SET, "members": [{"_id": 0, "host": address}]}})
        return
    if [member["host"] for member in config["members"]] != [address]:
        moved = dict(config, version=config["version"] + 1, members=[dict(config["members"][0], host=address)])
        ask(port, {"replSetReconfig": moved, "force": True})

"""As much BSON as the commands to a local mongod need; in answers the types that they contain."""

import struct


def encode(document):
    """A document of strings, numbers, booleans, documents and lists."""
    body = b"".join(_element(name, value) for name, value in document.items())
    return struct.pack("<i", len(body) + 5) + body + b"\0"


def _element(name, value):
    key = name.encode("utf-8") + b"\0"
    if isinstance(value, bool):
        return b"\x08" + key + (b"\1" if value else b"\0")
    if isinstance(value, int):
        small = -2**31 <= value < 2**31
        return (b"\x10" + key + struct.pack("<i", value)) if small else (b"\x12" + key + struct.pack("<q", value))
    if isinstance(value, float):
        return b"\x01" + key + struct.pack("<d", value)
    if isinstance(value, str):
        text = value.encode("utf-8") + b"\0"
        return b"\x02" + key + struct.pack("<i", len(text)) + text
    if isinstance(value, dict):
        return b"\x03" + key + encode(value)
    if isinstance(value, (list, tuple)):
        return b"\x04" + key + encode({str(index): item for index, item in enumerate(value)})
    if value is None:
        return b"\x0a" + key
    if isinstance(value, Opaque):
        return bytes([value.kind]) + key + value.data
    raise TypeError("no BSON for %r" % (value,))


class Opaque:
    """A value of a type that nobody here looks into; it is written back as it was read."""

    def __init__(self, kind, data):
        self.kind = kind
        self.data = data


def decode(data):
    """The document at the start of the bytes."""
    end = struct.unpack_from("<i", data)[0] - 1
    position, document = 4, {}
    while position < end:
        kind = data[position]
        stop = data.index(b"\0", position + 1)
        name = data[position + 1:stop].decode("utf-8")
        document[name], position = _value(kind, data, stop + 1)
    return document


def _value(kind, data, at):
    if kind == 0x01:
        return struct.unpack_from("<d", data, at)[0], at + 8
    if kind == 0x02:
        size = struct.unpack_from("<i", data, at)[0]
        return data[at + 4:at + 3 + size].decode("utf-8"), at + 4 + size
    if kind in (0x03, 0x04):
        size = struct.unpack_from("<i", data, at)[0]
        inner = decode(data[at:at + size])
        return (list(inner.values()) if kind == 0x04 else inner), at + size
    if kind == 0x08:
        return data[at] == 1, at + 1
    if kind == 0x0A:
        return None, at
    if kind == 0x10:
        return struct.unpack_from("<i", data, at)[0], at + 4
    if kind == 0x12:
        return struct.unpack_from("<q", data, at)[0], at + 8
    size = _size(kind, data, at)
    return Opaque(kind, data[at:at + size]), at + size


def _size(kind, data, at):
    if kind == 0x05:
        return 5 + struct.unpack_from("<i", data, at)[0]
    fixed = {0x07: 12, 0x09: 8, 0x11: 8, 0x13: 16, 0x7F: 0, 0xFF: 0}
    if kind not in fixed:
        raise ValueError("unexpected BSON type 0x%02x" % kind)
    return fixed[kind]

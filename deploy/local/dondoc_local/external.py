"""Parts that the environment names instead of ours: a database, a broker, a mail server that run elsewhere."""

from urllib.parse import urlsplit

from .ports import answers


def address(text, usual):
    """Host and port of the first server that a connection string or a list of servers names."""
    plain = text if "://" in text else "any://" + text
    split = urlsplit(plain.split(",")[0])
    host = split.netloc.rpartition("@")[2] or "localhost"
    name, colon, port = host.rpartition(":")
    if colon and port.isdigit():
        return name.strip("[]"), int(port)
    return host.strip("[]"), usual


def reachable(text, usual):
    """Whether the first server that it names accepts connections; one found through DNS records is taken to."""
    if text.startswith("mongodb+srv://"):
        return True
    host, port = address(text, usual)
    return answers(port, host, seconds=3.0)

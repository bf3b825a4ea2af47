"""What is remembered between runs: ports, the offset of the domain clock, secrets."""

import json
import secrets

from .errors import LocalError
from .files import remove_tree, write_whole

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


class State:
    """`state.json` of the data folder. Every change is written at once and whole."""

    def __init__(self, places):
        self._places = places
        self._values = self._read()

    def _read(self):
        try:
            values = json.loads(self._places.state.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as fault:
            raise LocalError("%s cannot be read: %s" % (self._places.state, fault), "start over with: deploy/local/up --fresh") from None
        return values if isinstance(values, dict) else {}

    def get(self, key, default=None):
        return self._values.get(key, default)

    def put(self, key, value):
        if self._values.get(key) != value:
            self._values[key] = value
            write_whole(self._places.state, json.dumps(self._values, indent=2, sort_keys=True) + "\n")

    def port(self, part):
        return self.get("ports", {}).get(part)

    def put_port(self, part, port):
        self.put("ports", dict(self.get("ports", {}), **{part: port}))


def secret(places, name, readable=False):
    """The secret of this name, made on first use, readable by its owner only. A readable one can be typed."""
    file = places.secrets / name
    try:
        kept = file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        kept = ""
    if kept:
        return kept
    places.secrets.mkdir(parents=True, exist_ok=True)
    places.secrets.chmod(0o700)
    made = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4)) if readable else secrets.token_urlsafe(32)
    write_whole(file, made + "\n", mode=0o600)
    return made


def existing_secret(places, name):
    """A secret that `up` made; raises where it made none."""
    try:
        return (places.secrets / name).read_text(encoding="utf-8").strip()
    except OSError:
        raise LocalError("nothing was started with the data folder %s" % places.data, "start it with: deploy/local/up") from None


def wipe(places):
    """Removes the data of earlier runs."""
    for path in places.wiped():
        if path.is_file():
            path.unlink()
        else:
            remove_tree(path)

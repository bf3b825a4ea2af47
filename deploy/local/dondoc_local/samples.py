"""The fictional province: loading it once, and the accounts that people sign in with."""

import json
import os
import subprocess

from .errors import LocalError


def load(places, console, secrets, jdk):
    """Runs samples/load against the console, its progress on our output; it changes nothing that is there already."""
    command = [str(places.project / "samples" / "load"), "--console", console, "--java", str(jdk / "bin" / "java")]
    # Not as arguments: those can be read by everybody on the machine
    told = dict(os.environ, DONDOC_LOCAL_SECRET=secrets["local-secret"], DONDOC_SETUP_TOKEN=secrets["setup-token"])
    try:
        code = subprocess.run(command, env=told, stdin=subprocess.DEVNULL, check=False).returncode
    except OSError as fault:
        raise LocalError("samples/load does not start: %s" % fault) from None
    if code != 0:
        raise LocalError("the samples were not loaded (samples/load ended with %d); everything else runs" % code,
                         "try again with: deploy/local/up, or go without: deploy/local/up --no-samples")


def accounts(places):
    """The demo accounts, as rows of account, role, name and unit."""
    try:
        listed = json.loads((places.project / "samples" / "accounts.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if isinstance(listed, dict):
        listed = next((value for value in listed.values() if isinstance(value, list)), [])
    columns = ("account", "role", "name", "unit")
    return [tuple(str(entry.get(column) or "") for column in columns) for entry in listed if isinstance(entry, dict)]

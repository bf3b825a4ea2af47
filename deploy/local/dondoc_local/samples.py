"""The fictional province: loading it once, and the accounts that people sign in with."""

import json
import os
import subprocess

from . import logs
from .errors import LocalError


def load(places, console, secrets, jdk):
    """Runs samples/load against the console, its words in a log; it changes nothing that is there already. Gives its last line."""
    command = [str(places.project / "samples" / "load"), "--console", console, "--java", str(jdk / "bin" / "java")]
    # Not as arguments: those can be read by everybody on the machine
    told = dict(os.environ, DONDOC_LOCAL_SECRET=secrets["local-secret"], DONDOC_SETUP_TOKEN=secrets["setup-token"], PYTHONUNBUFFERED="1")
    log = places.log("samples")
    log.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(log, "wb") as output:
            code = subprocess.run(command, env=told, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False).returncode
    except OSError as fault:
        raise LocalError("samples/load does not start: %s" % fault) from None
    if code != 0:
        raise LocalError("the samples were not loaded (samples/load ended with %d); everything else runs\n%s" % (code, logs.end(log)),
                         "try again with: deploy/local/up, or go without: deploy/local/up --no-samples")
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


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

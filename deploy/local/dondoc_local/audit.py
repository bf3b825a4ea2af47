"""The histories: whether they are as they were written, and the anchors that show it."""

import argparse
import json

from . import services
from .desk import Desk
from .errors import LocalError
from .installation import Installation

NAMES = tuple(name for name in services.NAMES if name != services.CONSOLE)
PAGE = 1000
WALKING = 3600.0
# 1 is an answer of `verify`
FAULT = 2
BROKEN = {
    "entry-changed": "was changed",
    "entry-missing": "is missing",
    "entry-added": "was added",
    "entry-not-anchored": "was added later: the anchor of its day does not know it",
    "text-changed": "has another text than was written",
    "end-missing": "and what was behind it is missing",
    "head-differs": "is not what the hash beside the history says",
    "archive-differs": "is another one in the archive",
    "anchor-differs": "or one before it was changed, its hashes too: the anchor says another",
    "aggregate-missing": "is gone, and all behind it",
    "anchor-changed": "the anchor was changed, or the one before it",
    "heads-changed": "the heads that were anchored were changed",
    "anchor-replaced": "is not the anchor that was kept",
}


def command(arguments):
    asked = _parser().parse_args(arguments)
    try:
        return asked.act(Desk(Installation()), asked)
    except LocalError as fault:
        fault.status = max(fault.status, FAULT)
        raise


def _parser():
    parser = argparse.ArgumentParser(prog="audit", description="Verifies the hash chains of all histories, and lists their anchors.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    verifying = commands.add_parser(
        "verify", help="walks all histories, archives and anchors and names the first broken entry of each",
        epilog="Ends with 0 when all is as it was written, with 1 when something is not, with 2 or more when it could not be told.")
    verifying.add_argument("--kept", metavar="FILE", help="anchors as `audit anchors` printed them once, kept where nobody could change them")
    verifying.set_defaults(act=_verify)
    listing = commands.add_parser("anchors", help="the anchors, one JSON object a line: to be kept elsewhere")
    listing.set_defaults(act=_list)
    for one in (verifying, listing):
        one.add_argument("--service", choices=NAMES, metavar="SERVICE", help="of this one only: %(choices)s")
    verifying.add_argument("--json", action="store_true", help="one JSON object a line, for scripts")
    return parser


def _verify(desk, asked):
    kept = _kept(asked.kept) if asked.kept else []
    broken = 0
    for service in _services(asked):
        found = desk.call("GET", service, "verification", seconds=WALKING)
        mine = [anchor for anchor in kept if anchor["service"] == service]
        replaced = _replaced(mine, list(_anchors(desk, service))) if mine else []
        found["broken"] += len(replaced)
        found["first"] += replaced
        broken += found["broken"]
        if asked.json:
            print(json.dumps(found, ensure_ascii=False))
        else:
            for line in _told(found):
                print(line)
    return 1 if broken else 0


def _told(found):
    newest = found.get("newest")
    yield "%s: %d histories with %d entries, %s" % (
        found["service"], found["aggregates"], found["entries"],
        "all as they were written" if not found["broken"] else "%d not as they were written" % found["broken"])
    if found["unchained"]:
        yield "  %d entries are from before the hash chain" % found["unchained"]
    yield "  %d anchors, the newest of %s: %s" % (found["anchors"], newest["day"], newest["hash"]) if newest else "  no anchor yet"
    for one in found["first"]:
        entry = " entry %d" % one["sequence"] if one["sequence"] else ""
        yield "  %s%s %s" % (one["subject"], entry, BROKEN.get(one["kind"], one["kind"]))
    left = found["broken"] - len(found["first"])
    if left > 0:
        yield "  and %d more" % left


def _list(desk, asked):
    for service in _services(asked):
        for anchor in _anchors(desk, service):
            print(json.dumps(dict(service=service, **anchor)))
    return 0


def _services(asked):
    return [asked.service] if asked.service else NAMES


def _anchors(desk, service):
    after = None
    while True:
        page = desk.call("GET", service, "anchors?limit=%d%s" % (PAGE, "&after=" + after if after else ""))
        yield from page["items"]
        after = page.get("next")
        if not after:
            return


def _kept(path):
    try:
        with open(path, encoding="utf-8") as lines:
            kept = [json.loads(line) for line in lines if line.strip()]
        if all(isinstance(one, dict) and {"service", "day", "hash"} <= one.keys() for one in kept):
            return kept
    except (OSError, ValueError) as fault:
        raise LocalError("%s cannot be read: %s" % (path, fault), status=FAULT) from None
    raise LocalError("%s holds no anchors" % path, "make such a file with: deploy/local/audit anchors > FILE", status=FAULT)


def _replaced(kept, present):
    hashes = {anchor["day"]: anchor["hash"] for anchor in present}
    return [{"kind": "anchor-replaced", "subject": "anchors/" + one["day"], "sequence": 0} for one in kept if hashes.get(one["day"]) != one["hash"]]

"""Records that consumers put aside: listed, looked into, sent again, discarded."""

import argparse
import json

from . import services
from .desk import Desk, escaped
from .errors import LocalError
from .installation import Installation
from .table import table

NAMES = tuple(name for name in services.NAMES if name != services.CONSOLE)
STATUSES = ("open", "replayed", "discarded", "all")
PAGE = 200


def command(arguments):
    asked = _parser().parse_args(arguments)
    return asked.act(Desk(Installation()), asked)


def _parser():
    parser = argparse.ArgumentParser(prog="dead-letters", description="Shows the records that consumers could not handle, and settles them.",
                                     epilog="Without a command: list. The console shows the same under /operations.")
    parser.set_defaults(act=_list, service=None, status="open", json=False)
    commands = parser.add_subparsers(metavar="COMMAND")
    listing = commands.add_parser("list", help="what was put aside, newest first")
    listing.add_argument("--service", choices=NAMES, metavar="SERVICE", help="of this one only: %(choices)s")
    listing.add_argument("--status", choices=STATUSES, default="open", help="open ones unless said otherwise")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    listing.set_defaults(act=_list)
    looking = commands.add_parser("look", help="one record, with its headers and data")
    looking.add_argument("id", metavar="ID")
    looking.add_argument("--json", action="store_true", help="as one JSON object")
    looking.set_defaults(act=_look)
    for name, said, purpose in (("replay", "sent again", "sends records to their topic again; who had handled them changes nothing"),
                                ("discard", "discarded", "notes that records are not to be handled; they stay listed")):
        deciding = commands.add_parser(name, help=purpose)
        deciding.add_argument("id", nargs="*", metavar="ID")
        deciding.add_argument("--all", choices=NAMES, metavar="SERVICE", help="every open record of this service: %(choices)s")
        deciding.set_defaults(act=_decide, decision=name, said=said)
    return parser


def service_of(letter):
    """The service whose group put a record aside: its id begins with the topic of that group."""
    group = letter.split(":", 1)[0].rpartition("dead-letters.")[2]
    found = [name for name in NAMES if group == name or group.startswith(name + "-")]
    if not found:
        raise LocalError("%s is not the id of a record that was put aside" % letter, "list them with: deploy/local/dead-letters list")
    return found[0]


def _pages(desk, service, status):
    after = None
    while True:
        query = "dead-letters?limit=%d%s%s" % (PAGE, "" if status == "all" else "&status=" + status, "&after=" + escaped(after) if after else "")
        page = desk.call("GET", service, query)
        yield from page["items"]
        after = page.get("next")
        if not after:
            return


def _list(desk, asked):
    found = [letter for name in ([asked.service] if asked.service else NAMES) for letter in _pages(desk, name, asked.status)]
    found.sort(key=lambda letter: letter["at"], reverse=True)
    if asked.json:
        for letter in found:
            print(json.dumps(letter, ensure_ascii=False))
    elif found:
        rows = [("ID", "STATUS", "AT", "TYPE", "SUBJECT", "ERROR")]
        rows += [(one["id"], one["status"], one["at"][:19], one.get("type") or "-", one.get("subject") or "-", one["error"]) for one in found]
        for line in table(rows):
            print(line)
    else:
        print("no records" if asked.status == "all" else "no %s records" % asked.status)
    return 0


def _look(desk, asked):
    content = desk.call("GET", service_of(asked.id), "dead-letters/" + escaped(asked.id))
    if asked.json:
        print(json.dumps(content, ensure_ascii=False))
        return 0
    for name, value in content["letter"].items():
        print("%-12s %s" % (name, value))
    print()
    for header in content["headers"]:
        print("%s: %s" % (header["name"], header["value"]))
    print()
    print(content["data"])
    return 0


def _decide(desk, asked):
    wanted = list(asked.id)
    if asked.all:
        wanted += [letter["id"] for letter in _pages(desk, asked.all, "open")]
    if not wanted and not asked.all:
        raise LocalError("which? name the records, or --all SERVICE", status=2)
    for letter in wanted:
        after = desk.call("POST", service_of(letter), "dead-letters/%s/%s" % (escaped(letter), asked.decision))
        print("%s  %s" % (letter, after["status"]))
    print("%d %s" % (len(wanted), asked.said))
    return 0

"""What an operator may set, as docs/operating.md lists it, and what compose files say of it."""

import re

from .places import PROJECT

ROW = re.compile(r"^\| (`[^|]+`) \| ([^|]+) \|")
NAME = re.compile(r"`(…)?([A-Z_][A-Z0-9_]*)`")
REFERENCE = re.compile(r"\$\{([A-Z][A-Z0-9_]*)(?:(:?[-?])([^}]*))?\}")
SERVICES = ("plan-service", "task-service", "reporting-service", "notification-service")
ALL = SERVICES + ("console",)
# Services list it in their settings, the console asks for it in its code
NEED = re.compile(r"- \{name: ([A-Z_]+), of: ")
ASKED = re.compile(r'\b(?:text|url)\("([A-Z_]+)", "')
READER = "console/src/main/java/vn/dondoc/console/settings/SettingsReader.java"
# Asked for by the code of the platform
BESIDE = ("KAFKA_SECURITY_PROTOCOL",)


def needed(name):
    """What an application does not start without outside of local runs: it says a sentence of each that begins with its name."""
    if name not in SERVICES:
        return tuple(found for found in ASKED.findall((PROJECT / READER).read_text(encoding="utf-8")) if "LOCAL" not in found and "DEMO" not in found)
    own = [PROJECT / folder / "src" / "main" / "resources" / file for folder, file in (("platform", "platform.yaml"), (name, "application.yaml"))]
    return BESIDE + tuple(found for file in own for found in NEED.findall(file.read_text(encoding="utf-8")))


def documented(text):
    """Each variable of the table and the applications that know it."""
    known = {}
    for line in text.splitlines():
        row = ROW.match(line)
        if row is None:
            continue
        previous = None
        for shortened, name in NAME.findall(row.group(1)):
            whole = _whole(previous, name) if shortened else name
            previous = whole
            known.setdefault(whole, set()).update(_who(row.group(2)))
    return known


def cell(text, name, column):
    """What a row of the table says in one of its columns."""
    rows = [[part.strip() for part in re.split(r"(?<!\\)\|", line)[1:-1]] for line in text.splitlines() if line.startswith("| ")]
    heading = next(row for row in rows if row[0] == "Variable")
    return next((row[heading.index(column)] for row in rows if row[0] == "`%s`" % name and len(row) == len(heading)), None)


def _whole(previous, ending):
    """`…_TASK` after DONDOC_CLIENT_SECRET_PLAN is DONDOC_CLIENT_SECRET_TASK: it has as many parts."""
    given = ending.strip("_").split("_")
    return "_".join(previous.split("_")[:-len(given)] + given)


def _who(cell):
    found = set()
    for part in (one.strip() for one in cell.split(",")):
        if part == "all":
            found.update(ALL)
        elif part == "services":
            found.update(SERVICES)
        elif part.startswith("services but "):
            found.update(set(SERVICES) - {part[len("services but "):]})
        elif part in ("plan-", "task-", "reporting-", "notification-"):
            found.add(part + "service")
        elif part in ALL:
            found.add(part)
    return found


def references(text):
    """The variables that a compose file takes from its environment, with what stands where each is not set: (name, operator, text)."""
    return [(name, operator, rest) for name, operator, rest in REFERENCE.findall(text.replace("$$", ""))]


class Missing(Exception):
    """A variable that is needed and not set, with the sentence of the compose file."""


def interpolated(text, environment):
    """A compose file's value as compose would read it."""
    def value(match):
        name, operator, rest = match.group(1), match.group(2) or "", match.group(3) or ""
        given = environment.get(name)
        present = given is not None and (given != "" or not operator.startswith(":"))
        if present:
            return given
        if operator.endswith("?"):
            raise Missing("%s: %s" % (name, rest))
        return rest if operator.endswith("-") else ""
    return REFERENCE.sub(value, text.replace("$$", "\0")).replace("\0", "$")


def lines(file):
    """The variables of a .env file."""
    told = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        name, found, value = line.partition("=")
        if found and re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            told[name] = value
    return told

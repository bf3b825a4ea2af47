import re
import unittest

from dondoc_local import settings
from dondoc_local.places import PROJECT

from . import checking

VARIABLE = re.compile(r"\b((?:DONDOC|KAFKA|MONGODB|SMTP|SERVER)_[A-Z0-9_]*[A-Z0-9])\b")
BOUND = re.compile(r"\$\{([A-Z][A-Z0-9_]*):([^}]*)\}")
CLASS = re.compile(r"(/\*\*(?:(?!\*/).)*\*/)\s*(?:@\w+(?:\([^)]*\))?\s*)*@ConfigurationProperties\(\"[^\"]+\"\)\s*(?:public )?record \w+\(", re.S)
# The console puts these names together
OF_CONSOLE_BY_NAME = {"DONDOC_CLIENT_SECRET_" + short for short in ("PLAN", "TASK", "REPORTING", "NOTIFICATION")}
SHARED = ("platform", "contracts", "plan-reader")


def named(module):
    """The variables that code and settings of a module name, with the file of each."""
    for file in sorted((PROJECT / module / "src" / "main").rglob("*")):
        if file.suffix in (".java", ".yaml"):
            for variable in set(VARIABLE.findall(file.read_text(encoding="utf-8"))):
                yield variable, file.name


def defaults(text):
    """The defaults of the table: of each variable alone in its row, or as many as there are variables."""
    for line in text.splitlines():
        row = re.match(r"^\| (`[^|]+`) \| ([^|]+) \| ([^|]*) \|", line)
        if row is None or "…" in row.group(1):
            continue
        names = [name for _, name in settings.NAME.findall(row.group(1))]
        cells = [row.group(3).strip()] if len(names) == 1 else [cell.strip() for cell in row.group(3).split(", ")]
        if len(cells) == len(names):
            yield from zip(names, cells)


def said(cell):
    return "" if cell == "–" else cell.strip("`")


class TheTable(unittest.TestCase):
    """docs/operating.md lists every setting, and what it lists is one."""

    def setUp(self):
        self.text = checking.OPERATING.read_text(encoding="utf-8")
        self.known = settings.documented(self.text)

    def test_every_variable_that_a_module_names_has_its_row(self):
        missing = []
        for module in settings.ALL + SHARED:
            for variable, file in named(module):
                if module not in self.known.get(variable, ()) and (module in settings.ALL or variable not in self.known):
                    missing.append("%s of %s, %s" % (variable, module, file))
        self.assertEqual([], missing)

    def test_every_row_is_of_somebody_who_reads_it(self):
        read = {module: {variable for variable, _ in named(module)} for module in settings.ALL + SHARED}
        shared = set().union(*(read[module] for module in SHARED))
        unread = []
        for variable, who in self.known.items():
            if VARIABLE.fullmatch(variable):
                unread += ["%s of %s" % (variable, name) for name in who
                           if variable not in read[name] | (shared if name in settings.SERVICES else read["contracts"] | OF_CONSOLE_BY_NAME)]
        self.assertEqual([], unread)

    def test_what_is_needed_is_called_so(self):
        called = {name: who for name, who in self.known.items() if settings.cell(self.text, name, "Outside `local`") == "needed"}
        for module in settings.ALL:
            self.assertEqual(set(), set(settings.needed(module)) - {name for name, who in called.items() if module in who}, module)

    def test_the_example_of_an_installation_tells_no_secret(self):
        example = settings.lines(checking.COMPOSE / ".env.example")
        secret = [name for name in example if name in self.known and settings.cell(self.text, name, "Secret") == "yes"]
        self.assertEqual([], [name for name in secret if example[name]])
        self.assertLessEqual({"DONDOC_PERSONAL_DATA_KEYS", "SMTP_URL", "DONDOC_SETUP_TOKEN"}, set(secret))

    def test_defaults_are_those_of_the_settings(self):
        bound = {}
        for module in settings.ALL + ("platform",):
            folder = PROJECT / module / "src" / "main" / "resources"
            for file in ("application.yaml", "platform.yaml"):
                if (folder / file).is_file():
                    bound.update(BOUND.findall((folder / file).read_text(encoding="utf-8")))
        # what is empty there has its default, if any, in the class
        differ = ["%s: %s, %s" % (name, cell, bound[name]) for name, cell in defaults(self.text)
                  if bound.get(name) and name not in ("MONGODB_URI", "SERVER_ADDRESS", "SERVER_PORT", "MONGODB_DATABASE") and said(cell) != bound[name]]
        self.assertEqual([], differ)

    def test_every_property_says_what_it_is(self):
        silent, seen, there = [], 0, 0
        for file in sorted(PROJECT.glob("*/src/main/java/**/*.java")):
            text = file.read_text(encoding="utf-8")
            there += text.count("@ConfigurationProperties(\"")
            for found in CLASS.finditer(text):
                seen += 1
                described = set(re.findall(r"@param (\w+) \S", found.group(1)))
                silent += ["%s of %s" % (name, file.name) for name in components(text, found.end()) if name not in described]
        self.assertEqual([], silent)
        self.assertEqual((there, True), (seen, seen > 0), "classes of settings, each found")


def components(text, begin):
    """The names of a record's components, whose list begins there."""
    depth, end = 1, begin
    plain = re.sub(r'"(?:\\.|[^"\\])*"', lambda found: "_" * len(found.group(0)), text)
    while depth:
        depth += {"(": 1, ")": -1}.get(plain[end], 0)
        end += 1
    listed = plain[begin:end - 1]
    while re.search(r"[({<][^(){}<>]*[)}>]", listed):
        listed = re.sub(r"[({<][^(){}<>]*[)}>]", "", listed)
    return [part.split()[-1] for part in listed.split(",") if part.strip()]

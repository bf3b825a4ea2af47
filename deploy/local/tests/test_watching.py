import json
import re
import subprocess
import unittest

from dondoc_local import parts
from dondoc_local.places import PROJECT

from . import checking
from .checking import PROMETHEUS

GRAFANA = PROJECT / "deploy" / "grafana"
WORDS = {"by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "offset", "bool", "inf", "nan"}
# Of Prometheus itself
SCRAPE = {"up"}


def metrics_of(expression):
    """The names of metrics in an expression of Prometheus: what is left when texts, labels, ranges, functions and words are taken away."""
    text = re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'', "", expression)
    text = re.sub(r"\{[^}]*\}", "", text)
    text = re.sub(r"\[[^\]]*\]", "", text)
    text = re.sub(r"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)", " ", text)
    names = re.findall(r"(?<![\w.])([a-zA-Z_:][\w:]*)(?!\s*\(|[\w:])", text)
    return {name for name in names if name.lower() not in WORDS}


def slug(heading):
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


class Watching(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        checking.bring()
        import yaml
        cls.rules = [rule for group in yaml.safe_load((PROMETHEUS / "rules.yml").read_text(encoding="utf-8"))["groups"] for rule in group["rules"]]
        cls.boards = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted((GRAFANA / "dashboards").glob("*.json"))}
        cls.source = yaml.safe_load((GRAFANA / "provisioning/datasources/prometheus.yaml").read_text(encoding="utf-8"))["datasources"][0]
        cls.exposed = set((PROMETHEUS / "metrics.txt").read_text(encoding="utf-8").split())

    def test_names_of_metrics_are_found_in_expressions(self):
        self.assertEqual({"a_total", "b_bytes"}, metrics_of('sum by (x, y) (rate(a_total{x="b_c", y=~"d|e"}[5m])) / on (x) max(b_bytes) > 0.5'))

    def test_promtool_takes_the_rules_and_the_settings(self):
        promtool = parts.promtool()
        for command in (["check", "rules", "rules.yml"], ["check", "config", "--syntax-only", "prometheus.yml"], ["test", "rules", "rules-test.yml"]):
            answer = subprocess.run([str(promtool), *command], cwd=str(PROMETHEUS), capture_output=True, text=True, check=False)
            self.assertEqual(0, answer.returncode, answer.stdout + answer.stderr)

    def test_every_alert_says_what_happened_how_bad_it_is_and_where_to_read_on(self):
        headings = {slug(line.lstrip("#")) for line in checking.OPERATING.read_text(encoding="utf-8").splitlines() if line.startswith("#")}
        for rule in self.rules:
            self.assertIn(rule["labels"]["severity"], ("critical", "warning"))
            self.assertTrue(rule["annotations"]["summary"])
            file, _, anchor = rule["annotations"]["runbook"].partition("#")
            self.assertEqual("docs/operating.md", file)
            self.assertIn(anchor, headings, rule["alert"])

    def test_every_metric_of_rules_and_dashboards_is_exposed(self):
        for rule in self.rules:
            self.assertEqual(set(), metrics_of(rule["expr"]) - self.exposed - SCRAPE, rule["alert"])
        for name, board in self.boards.items():
            for panel in board["panels"]:
                for target in panel.get("targets", ()):
                    used = metrics_of(target["expr"])
                    self.assertTrue(used, panel["title"])
                    self.assertEqual(set(), used - self.exposed - SCRAPE, "%s: %s" % (name, panel["title"]))

    def test_our_metrics_are_named_in_the_code(self):
        written = set()
        for file in PROJECT.glob("*/src/main/java/**/*.java"):
            written.update(re.findall(r'"(dondoc(?:\.[a-z]+)+)"', file.read_text(encoding="utf-8")))
        made = {name.replace(".", "_") for name in written}
        foreign = [name for name in self.exposed if name.startswith("dondoc_") and re.sub(r"(_seconds)?(_total|_count|_sum|_max)?$", "", name) not in made]
        self.assertEqual([], foreign)

    def test_every_metric_of_ours_is_explained(self):
        text = checking.OPERATING.read_text(encoding="utf-8")
        bare = {re.sub(r"_(count|sum|max)$", "", name) for name in self.exposed if name.startswith("dondoc_")}
        self.assertEqual([], sorted(name for name in bare if "`" + name not in text))

    def test_dashboards_read_the_source_that_is_provided(self):
        self.assertEqual({"business", "delivery", "events", "machine"}, set(self.boards))
        self.assertEqual(len(self.boards), len({board["uid"] for board in self.boards.values()}))
        for name, board in self.boards.items():
            ids = [panel["id"] for panel in board["panels"]]
            self.assertEqual(len(ids), len(set(ids)), name)
            for panel in board["panels"]:
                if panel["type"] != "row":
                    self.assertEqual(self.source["uid"], panel["datasource"]["uid"], panel["title"])
                    self.assertLessEqual(panel["gridPos"]["x"] + panel["gridPos"]["w"], 24, panel["title"])

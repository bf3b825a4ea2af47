import contextlib
import io
import tempfile
import unittest
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from loading import cli
from loading.acting import Acting
from loading.api import Api, Person
from loading.province import Province
from loading.working import Working

from .standin import StandIn


class LoadTest(unittest.TestCase):

    def setUp(self):
        self.stand_in = StandIn()
        self.addCleanup(self.stand_in.stop)
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        for plan in Province().plans:
            (Path(self.folder.name) / plan["file"]).write_bytes(b"a document")

    def load(self, secret="secret", patience="1"):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = cli.main(["--console", self.stand_in.url, "--local-secret", secret, "--setup-token", "token",
                             "--documents", self.folder.name, "--patience", patience])
        return code, out.getvalue(), err.getvalue()

    def states(self):
        return Counter(task["summary"]["workState"] for task in self.stand_in.tasks.values())

    def test_brings_plans_into_every_state(self):
        code, out, err = self.load()

        self.assertEqual((code, err), (0, ""))
        self.assertEqual(len(self.stand_in.drafts), 6)
        self.assertEqual(set(self.states()), {"not-started", "in-progress", "submitted", "completed"})
        events = {entry["type"] for task in self.stand_in.tasks.values() for entry in task["history"]}
        self.assertIn("CompletionReturned", events)
        self.assertIn("38 tasks by workState: ", out)

    def test_some_units_report_some_have_nothing_to_report_some_stay_silent(self):
        self.load()

        sent = [report.get("submission") for report in self.stand_in.reports.values()]
        self.assertTrue(any(one and one["nothingToReport"] for one in sent))
        self.assertTrue(any(one and not one["nothingToReport"] and one["results"] for one in sent))
        self.assertIn(None, sent)

    def test_what_came_of_a_rule_and_period_is_put_together(self):
        self.load()

        self.assertTrue(self.stand_in.consolidations)
        self.assertTrue(all(one["period"] == "2026-11" for one in self.stand_in.consolidations))

    def test_what_is_entered_for_units_without_accounts_says_who_told_it(self):
        self.load()

        sent = [report["submission"] for report in self.stand_in.reports.values() if report.get("submission")]
        self.assertTrue(any(one.get("source") for one in sent))
        self.assertTrue(any("source" not in one for one in sent))

    def test_targets_are_measured_and_a_share_of_the_budget_is_confirmed(self):
        self.load()

        measured = [target["measurements"][0] for target in self.stand_in.targets.values() if target["measurements"]]
        self.assertEqual({one["value"] for one in measured}, {49.6, 81.6})
        self.assertTrue(all(one["estimated"] and one["source"] and one["period"] == "2026-Q4" for one in measured))
        shares = [target["bases"][0]["share"] for target in self.stand_in.targets.values() if target["bases"]]
        self.assertEqual(len(shares), 6)
        self.assertEqual((shares[0]["money"], shares[0]["baseYear"]), ("planned", 2026))

    def test_of_several_lead_units_each_says_that_its_share_is_done(self):
        working = Working(SimpleNamespace(account_in={"a": "xa.a"}.get), {}, 1, None)
        sample = {"name": "Xa", "standing": "xa.thuongtruc"}

        calls = working._calls(sample, {"id": "t", "lead": ["a", "b"]}, "completion", "xa.a", {"note": "Xong"})
        self.assertEqual([(who, said["unit"]) for who, said, _ in calls], [("xa.a", "a"), ("xa.thuongtruc", "b")])
        self.assertEqual(len({stamp for _, _, stamp in calls}), 2)
        self.assertEqual(working._calls(sample, {"id": "t", "lead": ["a"]}, "completion", "xa.a", {})[0][:2], ("xa.a", {}))
        self.assertEqual(len(working._calls(sample, {"id": "t", "lead": ["a", "b"]}, "progress", "xa.a", {})), 1)

    def test_gives_directives_and_makes_tasks_of_some_conclusions_and_findings(self):
        self.load()

        self.assertEqual(len(self.stand_in.directives), 2)
        self.assertTrue(all(len(one["to"]) >= 4 for one in self.stand_in.directives.values()))
        given = [[point["directive"] is not None for point in one["points"]] for one in self.stand_in.proceedings.values()]
        self.assertEqual(given, [[True, True, False, False], [True, False]])

    def test_a_part_goes_to_a_position_and_one_to_a_village_where_a_task_is_open(self):
        stand_in = self.stand_in
        acting = Acting(Province(), None, None)
        acting.people = {"xa1.thuongtruc": Person(Api(stand_in.url, 1), "xa1.thuongtruc", "token")}
        one = acting.province.acts["parts"][0]
        stand_in.units = [{"id": one["unit"]}]
        stand_in.tasks["t"] = {"summary": {"id": "t", "plan": "p", "title": "Việc", "lead": [{"id": one["lead"]}], "lastDay": "2026-12-31"}, "history": [], "actions": ["delegation"]}

        self.assertEqual([acting._part(one, date(2026, 11, 20)) for _ in range(2)], [1, 0])
        self.assertEqual([task["summary"].get("position") for task in stand_in.tasks.values()], [None, "p-bentrang-kt-cv"])

    def test_a_complete_load_changes_nothing(self):
        self.load()
        before = list(self.stand_in.writes)

        code, out, _ = self.load()

        self.assertEqual(code, 0)
        self.assertEqual(self.stand_in.writes, before)
        self.assertIn("directory is there", out)

    def test_goes_on_after_a_crash_wherever_it_was(self):
        self.load()
        whole, states = sorted(self.stand_in.writes), self.states()
        for at in range(0, len(whole), 7):
            with self.subTest(at=at):
                self.stand_in.stop()
                self.stand_in = StandIn()
                self.addCleanup(self.stand_in.stop)
                self.stand_in.break_at = at
                code, _, err = self.load(patience="0")
                self.assertEqual(code, 1)
                self.assertIn("broken on purpose", err)
                self.stand_in.break_at = None
                self.assertEqual(self.load()[0], 0)
                self.assertEqual(sorted(self.stand_in.writes), whole)
                self.assertEqual(self.states(), states)

    def test_waits_for_a_service_that_is_not_ready(self):
        self.stand_in.hiccups = 2

        self.assertEqual(self.load(patience="5")[0], 0)

    def test_tries_again_what_a_machine_under_load_refuses(self):
        self.stand_in.overloads = 2

        self.assertEqual(self.load(patience="5")[0], 0)

    def test_says_that_the_secret_is_wrong(self):
        code, _, err = self.load(secret="other")

        self.assertEqual(code, 1)
        self.assertIn("is the local secret right?", err)
        self.assertEqual(self.stand_in.writes, [])

    def test_a_row_that_cannot_be_published_is_left_out(self):
        _, out, _ = self.load()

        self.assertIn("dropped: Không giao được", out)
        self.assertFalse([task for task in self.stand_in.tasks if task.endswith("-bad")])

import argparse
import contextlib
import io
import os
import shutil
import subprocess
import unittest
from pathlib import Path
from unittest import mock

from dondoc_local import faults, java
from dondoc_local.errors import LocalError
from dondoc_local.places import Places

from .folders import WithFolder


class Faults(unittest.TestCase):
    def test_one_test_is_run_for_so_long_with_that_seed(self):
        with mock.patch.object(java, "maven", lambda environment: Path("/mvn")):
            line = faults.command_line({}, 2.5, 7, Path("/logs"))
            self.assertIn("-Ddondoc.seconds=150", line)
            self.assertIn("-Ddondoc.seed=7", line)
            self.assertIn("-Ddondoc.logs=/logs", line)
            self.assertFalse(any("beside" in word for word in line))
            self.assertEqual(line[-1], "verify")
            self.assertIn("-Ddondoc.beside=/older", faults.command_line({}, 2.5, None, Path("/logs"), Path("/older")))
            self.assertFalse(any("seed" in word for word in faults.command_line({}, 1.0, None, Path("/logs"))))

    def test_minutes_are_a_number_within_bounds(self):
        self.assertEqual(faults.minutes("0.5"), 0.5)
        for wrong in ("0", "-1", "721", "nan", "soon"):
            with self.assertRaises(argparse.ArgumentTypeError):
                faults.minutes(wrong)

    def test_wrong_use_is_told(self):
        with self.assertRaises(SystemExit) as raised, contextlib.redirect_stderr(io.StringIO()):
            faults.command(["--minutes", "soon"])
        self.assertEqual(raised.exception.code, 2)

    def test_history_and_verdict_are_shown_and_nothing_else(self):
        self.assertTrue(faults.SHOWN.match("   3.4 s  mongod killed"))
        self.assertTrue(faults.SHOWN.match("seed 7: acknowledged 12 / lost 0"))
        self.assertFalse(faults.SHOWN.match("[INFO] Tests run: 1, Time elapsed: 3.4 s"))


class Beside(WithFolder):
    """With a Maven that makes jars, and a repository of its own."""

    def setUp(self):
        super().setUp()
        self.places = Places(project=self.folder / "project", environment={})
        self.places.project.mkdir()
        self.said = []

    def other(self, named):
        environment = {"PATH": "%s:%s" % (self.folder / "bin", os.environ.get("PATH", os.defpath))}
        return faults.other_version(self.places, self.folder / "jdk", environment, named, self.said.append)

    def git(self, *words):
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", *settings, *words], cwd=str(self.places.project), check=True, capture_output=True, text=True).stdout.strip()

    def test_a_folder_must_hold_the_jars_of_all_that_run(self):
        for name in faults.RUN[1:]:
            self.write("older/%s/target/%s.jar" % (name, name), "jar")
        with self.assertRaises(LocalError) as raised:
            self.other(str(self.folder / "older"))
        self.assertIn("no jar of task-service", str(raised.exception))
        self.write("older/task-service/target/task-service.jar", "jar")
        self.assertEqual(self.folder / "older", self.other(str(self.folder / "older")))
        self.assertEqual([], self.said)

    @unittest.skipIf(shutil.which("git") is None, "no git")
    def test_a_revision_is_built_once_as_it_was_then(self):
        self.git("init")
        self.write("project/text", "then")
        self.git("add", ".")
        self.git("commit", "-m", "then")
        commit = self.git("rev-parse", "HEAD")
        self.write("project/text", "now")
        jars = " ".join("%s/target/%s.jar" % (name, name) for name in faults.RUN)
        self.program("bin/mvn", "for jar in %s; do mkdir -p $(dirname $jar); cat text > $jar; done" % jars)

        folder = self.other("main")
        self.assertEqual(self.places.build / "beside" / commit, folder)
        self.assertEqual("then", (folder / "task-service" / "target" / "task-service.jar").read_text(encoding="utf-8"))
        self.assertEqual(1, len(self.said))
        self.assertEqual(folder, self.other(commit[:10]))
        self.assertEqual(1, len(self.said))

    @unittest.skipIf(shutil.which("git") is None, "no git")
    def test_what_is_neither_is_told(self):
        self.git("init")
        for wrong in ("v0", "-x"):
            with self.assertRaises(LocalError) as raised:
                self.other(wrong)
            self.assertIn("neither a folder nor a revision", str(raised.exception))
        self.assertFalse((self.places.build / "beside").exists())


if __name__ == "__main__":
    unittest.main()

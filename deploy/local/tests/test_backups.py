import contextlib
import io
import os
import subprocess
import unittest
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from dondoc_local import backups, services
from dondoc_local.errors import LocalError
from dondoc_local.installation import Installation


class Backups(unittest.TestCase):
    def setUp(self):
        scratch = TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        patch = mock.patch.dict(os.environ, {"DONDOC_DATA": scratch.name})
        patch.start()
        self.addCleanup(patch.stop)
        self.ran = []
        for replaced in (mock.patch.object(backups, "_built", lambda places, no_build: Path("/jdk")), mock.patch.object(subprocess, "run", self.program_runs)):
            replaced.start()
            self.addCleanup(replaced.stop)
        Installation().state.put("ports", {services.MONGOD: 4711})
        self.ended = 0

    def program_runs(self, command, env=None, **_):
        self.ran.append((command, env))
        return subprocess.CompletedProcess(command, self.ended)

    def backup(self, *arguments):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            status = backups.backup_command(list(arguments))
        return status, output.getvalue().strip()

    def test_the_program_is_told_where_the_database_is_and_nothing_else(self):
        status, told = self.backup(str(self.folder / "b"))
        command, environment = self.ran[0]
        self.assertEqual((status, told), (0, str(self.folder / "b")))
        self.assertEqual(command[-2:], ["take", str(self.folder / "b")])
        self.assertIn(":4711/", environment["MONGODB_URI"])
        self.assertEqual({"MONGODB_URI"}, {name for name, value in environment.items() if os.environ.get(name) != value})

    def test_without_a_name_it_is_the_time_in_a_folder_that_others_cannot_read(self):
        _, told = self.backup()
        self.assertRegex(Path(told).name, r"^\d{4}-\d\d-\d\d-\d{6}\.dondoc$")
        self.assertEqual((self.folder / "backups").stat().st_mode & 0o777, 0o700)

    def test_check_reads_and_writes_nothing(self):
        self.backup("--check", str(self.folder / "b"))
        self.assertEqual(self.ran[0][0][-2:], ["check", str(self.folder / "b")])
        with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            self.backup("--check")

    def test_its_fault_is_ours(self):
        self.ended = 1
        with self.assertRaises(LocalError) as raised:
            self.backup(str(self.folder / "b"))
        self.assertEqual(raised.exception.status, 1)

    def test_what_is_in_use_is_not_dropped_unasked(self):
        installation = Installation()
        with mock.patch.object(backups.mongo, "ask", lambda port, command, database: {"n": 3}), self.assertRaises(LocalError) as raised:
            backups._is_unused(installation)
        self.assertIn("--replace", str(raised.exception))
        with mock.patch.object(backups.mongo, "ask", lambda port, command, database: {"n": 0}):
            self.assertTrue(backups._is_unused(installation))
        installation.external = {services.MONGOD: "mongodb://db"}
        self.assertFalse(backups._is_unused(installation))


if __name__ == "__main__":
    unittest.main()

import argparse
import contextlib
import io
import unittest
from pathlib import Path
from unittest import mock

from dondoc_local import faults, java


class Faults(unittest.TestCase):
    def test_one_test_is_run_for_so_long_with_that_seed(self):
        with mock.patch.object(java, "maven", lambda environment: Path("/mvn")):
            line = faults.command_line({}, 2.5, 7)
            self.assertIn("-Ddondoc.seconds=150", line)
            self.assertIn("-Ddondoc.seed=7", line)
            self.assertEqual(line[-1], "verify")
            self.assertFalse(any("seed" in word for word in faults.command_line({}, 1.0, None)))

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


if __name__ == "__main__":
    unittest.main()

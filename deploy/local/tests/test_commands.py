"""The commands as people run them, over a real mongod and a real broker; the services are stand-ins."""

import contextlib
import io
import json
import multiprocessing
import os
import signal
import socketserver
import sys
import threading
import time
import unittest
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from dondoc_local import build, cli, jvm, mongo, ports, processes, programs, samples, services
from dondoc_local.errors import LocalError
from dondoc_local.installation import Installation

STAND_IN = Path(__file__).with_name("stand_in.py")


def stand_in(jdk, service, program):
    return [sys.executable, "-u", str(STAND_IN), service.name, str(program.jar)]


class Server(socketserver.TCPServer):
    allow_reuse_address = True


@contextlib.contextmanager
def squatting(port):
    """Somebody else's server on this port, who has nothing to say; it may be there already. Whoever was just stopped may still hold it."""
    give_up = time.monotonic() + 10
    while not ports.free(port) and time.monotonic() < give_up:
        pass
    if not ports.free(port):
        yield
        return
    with Server(("127.0.0.1", port), socketserver.BaseRequestHandler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield
        server.shutdown()
        thread.join()


class Commands(unittest.TestCase):
    """One installation for all: the database and the broker are started once."""

    @classmethod
    def setUpClass(cls):
        scratch = TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        told = {"DONDOC_DATA": scratch.name + "/data"}
        patches = [mock.patch.dict(os.environ, told), mock.patch.object(jvm, "command_line", stand_in),
                   mock.patch.object(build, "stale", lambda places, target: []),
                   mock.patch.object(programs, "ready", lambda places, jdk, say: {name: programs.Program(jar, cls.libraries) for name, jar in cls.unpacked.items()})]
        for patch in patches:
            patch.start()
            cls.addClassCleanup(patch.stop)
        for name in ("MONGODB_URI", "KAFKA_BOOTSTRAP_SERVERS", "SMTP_URL"):
            os.environ.pop(name, None)
        cls.jars = Path(scratch.name) / "jars"
        cls.unpacked = {}
        cls.libraries = programs.Libraries(Path(scratch.name), [])
        cls.addClassCleanup(lambda: cls.run_quietly(cli.down_command, []))

    @staticmethod
    def run_quietly(command, arguments):
        output, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            code = command(arguments)
        return code, output.getvalue(), errors.getvalue()

    def setUp(self):
        for name in services.NAMES:
            self.built(name, "v1")
        self.up()

    def built(self, name, version):
        self.unpacked[name] = self.jars / version / (name + ".jar")
        self.unpacked[name].parent.mkdir(parents=True, exist_ok=True)

    def up(self, *more):
        code, output, _ = self.run_quietly(cli.up_command, ["--no-samples", *more])
        self.assertEqual(0, code)
        return output

    def status(self):
        code, output, _ = self.run_quietly(cli.status_command, ["--json"])
        told = json.loads(output)
        self.assertEqual(code, 0 if told["up"] else 1)
        return told

    def pids(self):
        return {part["part"]: part["pid"] for part in self.status()["parts"]}

    def kill(self, part):
        processes.leader(Installation().places, part).signal(signal.SIGKILL)
        processes.stop(Installation().places, part, 10)

    def test_a_second_up_starts_nothing(self):
        before = self.pids()
        output = self.up()
        self.assertEqual(before, self.pids())
        self.assertEqual(7, output.count("runs already"))
        self.assertIn(Installation().url(), output)

    def test_up_starts_only_what_was_killed(self):
        before = self.pids()
        for part in ("task-service", "mongod", "kafka"):
            self.kill(part)
        self.assertEqual({"task-service", "mongod", "kafka"}, {part["part"] for part in self.status()["parts"] if part["health"] == "down"})
        self.up()
        after = self.pids()
        self.assertEqual({"task-service", "mongod", "kafka"}, {part for part in before if before[part] != after[part]})

    def leaders(self):
        return sorted(process.part for process in processes.running(Installation().places) if process.leader)

    def in_background(self):
        process = multiprocessing.get_context("fork").Process(target=self.run_quietly, args=(cli.up_command, ["--no-samples"]))
        process.start()
        self.addCleanup(process.kill)
        return process

    def test_two_at_once_start_everything_once(self):
        self.run_quietly(cli.down_command, [])
        both = [self.in_background(), self.in_background()]
        for process in both:
            process.join(timeout=60)
        self.assertEqual([0, 0], [process.exitcode for process in both])
        self.assertEqual(sorted(services.STOPPING), self.leaders())

    def test_an_up_that_was_killed_half_way_is_finished_by_the_next(self):
        self.run_quietly(cli.down_command, [])
        process = self.in_background()
        give_up = time.monotonic() + 60
        while "plan-service" not in self.leaders() and time.monotonic() < give_up:
            pass
        process.kill()
        process.join()
        self.up()
        self.assertTrue(self.status()["up"])
        self.assertEqual(sorted(services.STOPPING), self.leaders())

    def test_what_was_built_newer_is_started_again(self):
        before = self.pids()
        self.built("plan-service", "v2")
        self.assertIn("plan-service is out of date", self.up())
        self.assertEqual({"plan-service"}, {part for part, pid in self.pids().items() if before[part] != pid})

    def test_a_port_that_somebody_took_is_given_up_and_all_who_need_it_are_told(self):
        port = Installation().port("mongod")
        mongo.ask(port, {"hello": 1})
        self.run_quietly(cli.down_command, ["--part", "mongod"])
        with squatting(port):
            self.up()
            moved = Installation().port("mongod")
        self.assertNotEqual(port, moved)
        self.assertTrue(mongo.writable(moved))
        self.up()
        self.assertEqual(moved, Installation().port("mongod"))

    def test_down_stops_one_part_or_all(self):
        self.run_quietly(cli.down_command, ["--part", "console"])
        self.assertEqual(["console"], [part["part"] for part in self.status()["parts"] if part["health"] != "up"])
        self.run_quietly(cli.down_command, [])
        self.assertEqual([], processes.running(Installation().places))
        self.assertEqual(0, self.status()["rssBytes"])

    def test_status_shows_memory_and_ends_well_only_when_all_is_well(self):
        told = self.status()
        self.assertTrue(told["up"])
        self.assertGreater(told["rssBytes"], 100 << 20)
        code, output, _ = self.run_quietly(cli.status_command, [])
        self.assertEqual(0, code)
        self.assertRegex(output, r"(?m)^kafka +\d+ +\d+ +up +\d+\.\d s +\d+ MB +\d+ MB$")
        self.assertRegex(output, r"(?m)^total +up +\d+\.\d s +\d+ MB +\d+ MB$")
        self.assertLessEqual(told["pssBytes"], told["rssBytes"] * 1.1)

    def test_up_tells_how_long_it_took_and_what_each_part_holds(self):
        self.run_quietly(cli.down_command, [])
        _, output, _ = self.run_quietly(cli.up_command, ["--no-samples"])
        self.assertRegex(output, r"healthy in \d+\.\d s; resident: mongod \d+ MB, kafka \d+ MB, .*; all \d+ MB")

    def test_the_clock_is_shifted_everywhere_and_outlives_a_restart(self):
        self.run_quietly(cli.clock_command, ["real"])
        code, output, _ = self.run_quietly(cli.clock_command, ["+10d"])
        self.assertEqual(0, code)
        self.assertRegex(output, r"\d\d/\d\d/\d{4}")
        self.kill("task-service")
        self.up()
        self.assertEqual("PT240H", self.status()["clockOffset"])
        task = services.http.call("GET", Installation().url("task-service") + "/actuator/health/readiness").json()
        self.assertEqual("PT240H", task["offset"])
        self.assertEqual(0, self.run_quietly(cli.clock_command, ["-4d"])[0])
        self.assertEqual("PT144H", self.status()["clockOffset"])

    def test_a_service_that_does_not_confirm_is_named(self):
        self.run_quietly(cli.clock_command, ["real"])
        self.kill("task-service")
        code, _, errors = self.run_quietly(cli.clock_command, ["+1d"])
        self.assertEqual(1, code)
        self.assertIn("task-service did not confirm", errors)
        self.assertNotIn("plan-service did not", errors)

    def test_a_clock_that_nobody_confirms_stays(self):
        self.run_quietly(cli.clock_command, ["real"])
        self.run_quietly(cli.down_command, [])
        with self.assertRaises(LocalError):
            self.run_quietly(cli.clock_command, ["+1d"])
        self.assertEqual("PT0S", self.status()["clockOffset"])

    def test_token_prints_the_token_and_nothing_else(self):
        self.assertEqual((0, "token-of-an.nguyen\n", ""), self.run_quietly(cli.token_command, ["an.nguyen"]))

    def test_token_of_nobody_is_a_clear_answer(self):
        with self.assertRaises(LocalError) as refused:
            self.run_quietly(cli.token_command, ["nobody"])
        self.assertIn("no such account", str(refused.exception))

    def test_a_service_that_ends_is_told_with_the_end_of_its_log(self):
        self.run_quietly(cli.down_command, ["--part", "plan-service"])
        self.libraries.archive.write_text("classes", encoding="utf-8")
        with mock.patch.dict(os.environ, {"STAND_IN_FAILS": "plan-service"}), self.assertRaises(LocalError) as fault:
            self.run_quietly(cli.up_command, ["--no-samples"])
        self.assertIn("plan-service ended", str(fault.exception))
        self.assertIn("the port of the database is missing", str(fault.exception))
        self.assertIn("plan-service.log", str(fault.exception))
        self.assertTrue(self.libraries.archive.exists(), "whoever says why it ended was not ended by its archive")

    def test_an_archive_with_which_a_service_fell_is_not_taken_again(self):
        self.run_quietly(cli.down_command, ["--part", "plan-service"])
        self.libraries.archive.write_text("classes", encoding="utf-8")
        with mock.patch.dict(os.environ, {"STAND_IN_FALLS": "plan-service"}), self.assertRaises(LocalError):
            self.run_quietly(cli.up_command, ["--no-samples"])
        self.assertFalse(self.libraries.archive.exists())

    def test_fresh_begins_with_other_secrets_and_no_data(self):
        secret = (Installation().places.secrets / "demo-password").read_text(encoding="utf-8")
        cluster = Installation().state.get("kafkaCluster")
        self.run_quietly(cli.clock_command, ["+1d"])
        self.up("--fresh")
        self.assertNotEqual(secret, (Installation().places.secrets / "demo-password").read_text(encoding="utf-8"))
        self.assertNotEqual(cluster, Installation().state.get("kafkaCluster"))
        self.assertEqual("PT0S", self.status()["clockOffset"])

    def test_fresh_mends_a_spoilt_state(self):
        Installation().places.state.write_text("{", encoding="utf-8")
        with self.assertRaises(LocalError):
            self.run_quietly(cli.up_command, ["--no-samples"])
        self.up("--fresh")
        self.assertTrue(self.status()["up"])

    def test_an_empty_installation_says_where_it_is_set_up_and_loads_nothing(self):
        with mock.patch.object(samples, "load") as load:
            code, output, _ = self.run_quietly(cli.up_command, ["--empty"])
        self.assertEqual(0, code)
        load.assert_not_called()
        token = (Installation().places.secrets / "setup-token").read_text(encoding="utf-8").strip()
        self.assertIn("/setup", output)
        self.assertIn(token, output)

    def test_samples_are_loaded_once_and_a_failure_is_told(self):
        with mock.patch.object(samples, "load", side_effect=LocalError("not loaded")), self.assertRaises(LocalError):
            self.run_quietly(cli.up_command, [])
        with mock.patch.object(samples, "load") as load:
            self.run_quietly(cli.up_command, [])
            self.run_quietly(cli.up_command, [])
        self.assertEqual(1, load.call_count)

    def test_a_database_of_the_environment_is_used_instead_of_ours(self):
        theirs = "127.0.0.1:%d" % Installation().port("kafka")
        broker = Installation().port("mongod")
        with mock.patch.dict(os.environ, {"MONGODB_URI": "mongodb://127.0.0.1:1/"}), self.assertRaises(LocalError) as fault:
            self.run_quietly(cli.up_command, ["--no-samples"])
        self.assertIn("mongod of the environment does not answer: 127.0.0.1:1", str(fault.exception))
        self.assertIsNone(processes.leader(Installation().places, "mongod"))
        self.assertEqual("127.0.0.1:%d" % Installation().port("kafka"), theirs)
        self.up()
        self.assertEqual(broker, Installation().port("mongod"))


if __name__ == "__main__":
    unittest.main()

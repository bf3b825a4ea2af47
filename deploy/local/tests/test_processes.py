import os
import signal
import socket
import subprocess
import sys
from unittest import mock

from dondoc_local import external, ports, processes
from dondoc_local.errors import LocalError
from dondoc_local.places import Places

from .folders import WithFolder

# Says that it is there, then waits; ends politely, or not at all
SLEEPER = "import time, signal; print('here', flush=True)\n%s\nwhile True: time.sleep(60)"
STUBBORN = SLEEPER % "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
POLITE = SLEEPER % ""
PARENT = "import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); print(child.pid, flush=True); child.wait()"


class Processes(WithFolder):
    def setUp(self):
        super().setUp()
        self.places = Places(data=self.folder)
        self.addCleanup(lambda: [processes.stop(self.places, part, 0) for part in ("one", "two")])

    def start(self, part, script, mark="m"):
        child = processes.start(self.places, part, [sys.executable, "-u", "-c", script], {}, mark)
        self.addCleanup(self.end, child)
        self.wait_for_output(part)
        return child

    def end(self, child):
        child.kill()
        child.wait(timeout=10)

    def wait_for_output(self, part):
        log = self.places.log(part)
        child = subprocess.run(["sh", "-c", 'while [ ! -s "$0" ]; do sleep 0.02; done', str(log)], timeout=20, check=True)
        self.assertEqual(0, child.returncode)

    def test_a_part_is_found_by_its_mark(self):
        child = self.start("one", POLITE, "fingerprint")
        found = processes.leader(self.places, "one")
        self.assertEqual((child.pid, "fingerprint"), (found.pid, found.fingerprint))
        self.assertGreater(found.memory(), 1000000)
        self.assertIsNone(processes.leader(self.places, "two"))
        self.assertIsNone(processes.leader(Places(data=self.folder / "other"), "one"))

    def test_a_pid_file_that_names_somebody_else_means_nothing(self):
        self.write("pids/one", "%d\n" % os.getpid())
        self.assertIsNone(processes.leader(self.places, "one"))
        self.assertFalse(processes.stop(self.places, "one", 1))

    def test_a_part_whose_starter_died_before_it_wrote_the_number_is_found(self):
        child = self.start("one", POLITE)
        (self.folder / "pids" / "one").unlink()
        self.assertEqual(child.pid, processes.leader(self.places, "one").pid)

    def test_a_killed_part_is_gone(self):
        child = self.start("one", POLITE)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        self.assertIsNone(processes.leader(self.places, "one"))

    def test_stopping_asks_first_and_insists_later(self):
        self.start("one", POLITE)
        self.assertFalse(processes.stop(self.places, "one", 10))
        self.start("two", STUBBORN)
        self.assertTrue(processes.stop(self.places, "two", 0.3))
        self.assertEqual([], processes.running(self.places))

    def test_what_a_part_started_ends_with_it_and_is_not_taken_for_it(self):
        parent = self.start("one", PARENT)
        self.assertEqual(2, len(processes.running(self.places)))
        self.assertEqual(parent.pid, processes.leader(self.places, "one").pid)
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
        self.assertIsNone(processes.leader(self.places, "one"))
        processes.stop(self.places, "one", 1)
        self.assertEqual([], processes.running(self.places))

    def test_the_log_before_the_last_start_is_kept(self):
        self.start("one", POLITE)
        processes.stop(self.places, "one", 10)
        self.start("one", POLITE)
        self.assertTrue((self.folder / "logs" / "one.log.1").exists())

    def test_another_command_or_environment_is_another_fingerprint(self):
        known = processes.fingerprint(["java"], {"A": "1"})
        self.assertEqual(known, processes.fingerprint(["java"], {"A": "1"}))
        self.assertEqual(3, len({known, processes.fingerprint(["java", "-x"], {"A": "1"}), processes.fingerprint(["java"], {"A": "2"})}))


class Ports(WithFolder):
    def listening(self, host="127.0.0.1"):
        server = socket.socket()
        self.addCleanup(server.close)
        server.bind((host, 0))
        server.listen(1)
        return server.getsockname()[1]

    def test_a_port_that_somebody_has_is_not_free(self):
        self.assertFalse(ports.free(self.listening()))
        self.assertFalse(ports.free(self.listening("0.0.0.0")))

    def test_another_port_is_chosen_and_none_twice(self):
        usual = self.listening()
        chosen = ports.choose(None, usual, ())
        self.assertNotEqual(usual, chosen)
        self.assertNotEqual(chosen, ports.choose(None, usual, {chosen}))

    def test_the_kept_port_comes_before_the_usual_one(self):
        with mock.patch.object(ports, "free", lambda port: True):
            self.assertEqual(9123, ports.choose(9123, 8080, ()))
        kept = self.listening()
        with mock.patch.object(ports, "PATIENCE", 0.0):
            self.assertNotEqual(kept, ports.choose(kept, kept, ()))

    def test_no_port_at_all_is_told(self):
        with self.assertRaises(LocalError):
            ports.choose(None, 70000, ())

    def test_addresses_of_the_environment_are_read(self):
        self.assertEqual(("db", 27018), external.address("mongodb://me:" + "p%40ss" + "@db:27018,other:27017/?replicaSet=x", 27017))
        self.assertEqual(("db", 27017), external.address("mongodb://db", 27017))
        self.assertEqual(("broker", 9093), external.address("broker:9093,other:9092", 9092))
        self.assertTrue(external.reachable("127.0.0.1:%d" % self.listening(), 9092))

import sys
from pathlib import Path
from unittest import mock

from dondoc_local import ports, processes, services, twins
from dondoc_local.installation import Installation
from dondoc_local.places import Places

from .folders import WithFolder

STAND_IN = Path(__file__).with_name("stand_in.py")


class SecondInstances(WithFolder):
    def setUp(self):
        super().setUp()
        self.places = Places(data=self.folder)
        self.installation = Installation(self.places, {})
        self.twins = twins.Twins(self.installation)
        self.addCleanup(lambda: [processes.stop(self.places, name, 0) for name in services.NAMES])
        self.addCleanup(self.twins.stop)

    def start_first(self):
        for number, name in enumerate(services.NAMES):
            self.installation.state.put_port(name, ports.choose(None, 21000 + number, set(self.installation.state.get("ports", {}).values())))
            processes.start(self.places, name, [sys.executable, "-u", str(STAND_IN)], {
                "SERVER_PORT": str(self.installation.port(name)), "DONDOC_LOCAL_CLOCK_OFFSET": "PT0S", "DONDOC_LOCAL_SECRET": "s", "DONDOC_ISSUER": "http://first",
                "DONDOC_TASK_URL": "http://first-task", "DONDOC_MAIL_SINK_PORT": "25"}, "m")

    def test_each_is_started_as_the_first_one_on_a_port_of_its_own(self):
        self.start_first()
        self.twins.start()
        for name in services.NAMES:
            one, other = processes.leader(self.places, name), processes.leader(self.places, name + twins.MARK)
            self.assertEqual(one.command(), other.command())
            self.assertNotEqual(one.environment()["SERVER_PORT"], other.environment()["SERVER_PORT"])
            self.assertEqual("http://first", other.environment()["DONDOC_ISSUER"])
        console = processes.leader(self.places, services.CONSOLE + twins.MARK).environment()
        task = processes.leader(self.places, "task-service" + twins.MARK).environment()
        self.assertEqual("http://127.0.0.1:" + task["SERVER_PORT"], console["DONDOC_TASK_URL"])
        self.assertEqual(self.twins.url(), "http://127.0.0.1:" + console["SERVER_PORT"])
        self.assertNotIn("DONDOC_MAIL_SINK_PORT", console)
        self.assertEqual("http://first-task", task["DONDOC_TASK_URL"])

        self.twins.stop()
        self.assertEqual(set(services.NAMES), {process.part for process in processes.running(self.places)})

    def test_one_that_ends_is_told_at_once(self):
        self.start_first()
        with mock.patch.dict("os.environ", STAND_IN_FAILS="task-service" + twins.MARK), self.assertRaisesRegex(twins.LocalError, "the second task-service ended"):
            self.twins.start()

    def test_where_nothing_runs_there_is_nothing_to_double(self):
        with self.assertRaises(twins.LocalError):
            self.twins.start()

    def test_what_a_second_one_spends_is_its_services(self):
        self.assertEqual(("console", "kafka"), (twins.first("console-twin"), twins.first("kafka")))

import contextlib
import io
import json
import os
from unittest import mock

from dondoc_local import bench, build, start_bench
from dondoc_local.errors import LocalError
from dondoc_local.places import Places

from .folders import WithFolder

POM = '<project xmlns="http://maven.apache.org/POM/4.0.0"><version>0.1.0</version></project>'


class Benching(WithFolder):
    def setUp(self):
        super().setUp()
        for name in ("pom.xml", "acceptance/pom.xml", "acceptance/src/main/java/A.java"):
            self.write(name, POM, age=100)
        for module in build.BUILT:
            self.write(module + "/pom.xml", POM, age=100)
        self.places = Places(data=self.folder / "data", project=self.folder)

    def built(self):
        for module in build.BUILT + ("acceptance",):
            self.write("%s/target/%s-0.1.0.jar" % (module, module), "jar")
        self.write("acceptance/target/class-path", "/a.jar:/b.jar\n")

    def line(self, *arguments):
        return bench.command_line(self.places, self.folder / "jdk", bench.parser().parse_args(arguments))

    def refused(self, *arguments):
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors), self.assertRaises(SystemExit) as ended:
            bench.parser().parse_args(arguments)
        self.assertEqual(2, ended.exception.code)
        return errors.getvalue()

    def test_names_and_size_are_handed_on(self):
        self.built()
        command = self.line("relay", "commands", "--size", "0.5")
        self.assertEqual(["relay", "commands", "--size", "0.5"], command[command.index(bench.MAIN) + 1:])
        self.assertEqual("%s:/a.jar:/b.jar" % build.jar(self.folder, "acceptance"), command[command.index("-cp") + 1])

    def test_markdown_names_the_page(self):
        self.built()
        self.assertEqual(["--page", str(self.folder / "docs" / "performance.md")], self.line("all", "--markdown")[-2:])

    def test_a_size_that_is_none_is_refused(self):
        for size in ("0", "-1", "101", "huge", "nan"):
            self.assertIn("small, medium, full", self.refused("relay", "--size=" + size))

    def test_without_a_name_the_use_is_told(self):
        self.assertIn("NAME", self.refused())

    def test_the_help_tells_what_a_missed_goal_means(self):
        output = io.StringIO()
        with contextlib.redirect_stdout(output), self.assertRaises(SystemExit):
            bench.parser().parse_args(["--help"])
        self.assertIn("0 also when a goal is missed", output.getvalue())

    def test_without_a_jar_the_message_says_what_to_do(self):
        with self.assertRaises(LocalError) as missing:
            self.line("relay")
        self.assertIn("without --no-build", str(missing.exception))

    def test_a_changed_source_of_the_harness_makes_it_stale(self):
        self.built()
        self.assertEqual([], build.stale(self.places, bench.BUILT))
        self.write("acceptance/src/main/java/A.java", "class A { int a; }", age=-50)
        self.assertIn("acceptance", build.stale(self.places, bench.BUILT))

    def test_the_command_becomes_the_jvm(self):
        self.built()
        with mock.patch.object(bench, "Places", lambda: self.places), mock.patch.object(os, "execv") as become:
            bench.bench_command(["relay", "--no-build"])
        program, command = become.call_args.args
        self.assertTrue(program.endswith("/bin/java"))
        self.assertIn(bench.MAIN, command)

    def test_start_is_measured_here_and_the_others_by_the_jvm(self):
        self.built()
        with mock.patch.object(bench, "Places", lambda: self.places), mock.patch.object(os, "execv") as become, mock.patch.dict(bench.WHOLE, start=mock.Mock(), growth=mock.Mock()):
            measured = bench.WHOLE["start"]
            bench.bench_command(["start", "--no-build"])
            become.assert_not_called()
            bench.bench_command(["start", "growth", "relay", "--no-build"])
            bench.WHOLE["growth"].assert_called_once()
        self.assertEqual(2, measured.call_count)
        command = become.call_args.args[1]
        self.assertEqual(["relay", "--size", "medium"], command[command.index(bench.MAIN) + 1:])

    def test_a_figure_is_printed_as_all_are(self):
        self.assertEqual({"name": "start.first", "value": 17.2, "unit": "s", "ceiling": None, "ratio": None, "goal": 25.0, "met": True},
                         json.loads(start_bench.line("start.first", 17.234, "s", 25.0)))
        self.assertFalse(json.loads(start_bench.line("start.console.resident", 251, "MB", 250))["met"])
        self.assertIsNone(json.loads(start_bench.line("start.console.share", 251, "MB"))["met"])

import contextlib
import io
import json
import os
import threading
import unittest
from http.server import ThreadingHTTPServer
from tempfile import TemporaryDirectory
from unittest import mock

from dondoc_local import read_models, services, state
from dondoc_local.errors import LocalError
from dondoc_local.installation import Installation

from .answering import JsonHandler

EQUAL = {"model": 1, "tasks": 8, "reports": 3, "facts": 11, "cells": 5, "different": 0, "differences": [], "patienceSeconds": 10}
WRONG = dict(EQUAL, different=2, differences=[{"kind": "fact-missing", "id": "task/t1", "counted": "3 of 2026", "stored": None}])


def model(number, building=None):
    return {"number": number, "switchedAt": None if number == 1 else "2026-11-20T03:00:00Z", "building": building}


def building(read, **more):
    return dict({"number": 2, "startedAt": "2026-11-20T02:00:00Z", "read": read, "total": 40, "skipped": 0, "lastError": None}, **more)


class Handler(JsonHandler):
    """The console, which gives tokens, and the reporting service, which answers what was prepared, in turn."""

    def prepared(self):
        name = self.path.rpartition("/")[2]
        if self.headers["Authorization"] != "Bearer token-of-tinh.qtri" or not self.path.startswith("/api/operations/reporting-service/"):
            return self.answer(403, {"detail": "not yours"})
        left = self.server.prepared[name]
        status, body = left.pop(0) if len(left) > 1 else left[0]
        return self.answer(status, body)

    def do_GET(self):
        self.prepared()

    def do_POST(self):
        if self.path != "/local/tokens":
            return self.prepared()
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return self.answer(200, {"access_token": "token-of-" + asked["account"]})


class ReadModels(unittest.TestCase):
    def setUp(self):
        scratch = TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        for patch in (mock.patch.dict(os.environ, {"DONDOC_DATA": scratch.name}), mock.patch.object(read_models, "LOOK", 0)):
            patch.start()
            self.addCleanup(patch.stop)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        installation = Installation()
        installation.state.put("ports", dict.fromkeys(services.NAMES, self.server.server_address[1]))
        state.secret(installation.places, "local-secret")

    def run_it(self, command, *arguments, **prepared):
        self.server.prepared = prepared
        output, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            code = command(list(arguments))
        return code, output.getvalue(), errors.getvalue()

    def test_equal_figures_end_well(self):
        code, output, _ = self.run_it(read_models.recount_command, recount=[(200, EQUAL)])
        self.assertEqual(0, code)
        self.assertIn("8 tasks, 3 reports", output)
        self.assertIn("11 facts, 5 cells", output)
        self.assertTrue(output.endswith("0 differences\n"))

    def test_each_difference_is_told(self):
        code, output, _ = self.run_it(read_models.recount_command, recount=[(200, WRONG)])
        self.assertEqual(1, code)
        self.assertIn("2 differences\nfact-missing  task/t1\n  counted  3 of 2026\n  stored   -\nand 1 more\n", output)

    def test_scripts_get_the_whole_answer(self):
        code, output, _ = self.run_it(read_models.recount_command, "--json", recount=[(200, WRONG)])
        self.assertEqual((1, WRONG), (code, json.loads(output)))

    def test_what_cannot_be_told_is_no_difference(self):
        with self.assertRaises(LocalError) as refused:
            self.run_it(read_models.recount_command, recount=[(503, {"detail": "task-service is away"})])
        self.assertIn("task-service is away", str(refused.exception))
        self.assertEqual(2, refused.exception.status)

    def test_a_rebuild_is_waited_for_also_over_a_break_of_the_service(self):
        steps = [(200, model(1)), (200, model(1, building(10))), (503, {}), (200, model(1, building(30, lastError="TimeoutException"))),
                 (200, model(1, building(40, skipped=1))), (200, model(2))]
        code, output, errors = self.run_it(read_models.rebuild_command, rebuild=[(202, model(1, building(0, total=None)))], model=steps)
        self.assertEqual(0, code)
        self.assertIn("model 2 is being built beside model 1\n 25 %  10 of 40 records\n 75 %  30 of 40 records\n100 %", output)
        self.assertTrue(output.endswith("switched: figures come from model 2 now\n1 records could not be read; they are among the dead letters\n"))
        self.assertIn("TimeoutException", errors)

    def test_a_rebuild_that_ended_at_once_is_told_too(self):
        code, output, _ = self.run_it(read_models.rebuild_command, "--json", rebuild=[(202, model(2))], model=[(200, model(1))])
        self.assertEqual(0, code)
        self.assertEqual(2, json.loads(output)["model"])

    def test_a_rebuild_that_stands_still_is_left_alone(self):
        with mock.patch.object(read_models, "PATIENCE", -1.0), self.assertRaises(LocalError) as refused:
            self.run_it(read_models.rebuild_command, rebuild=[(202, model(1, building(3)))], model=[(200, model(1, building(3)))])
        self.assertIn("no progress", str(refused.exception))
        self.assertEqual(2, refused.exception.status)


if __name__ == "__main__":
    unittest.main()

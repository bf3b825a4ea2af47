import contextlib
import io
import json
import os
import threading
import unittest
from http.server import ThreadingHTTPServer
from tempfile import TemporaryDirectory
from unittest import mock

from dondoc_local import generation, services, state
from dondoc_local.errors import LocalError
from dondoc_local.installation import Installation

from .answering import JsonHandler


class Handler(JsonHandler):
    """Four services and the console at one port. A relay repairs for two looks, then relays; a rebuild takes two looks too."""

    def do_GET(self):
        if self.headers["Authorization"] != "Bearer token-of-tinh.qtri":
            return self.answer(403, {"detail": "not yours"})
        service, what = self.path.split("/")[3:5]
        told = self.server
        told.looks[service] = told.looks.get(service, 0) + 1
        if what == "relay":
            repaired = told.looks[service] > 2 and told.state == "relaying"
            return self.answer(200, {"state": "relaying" if repaired else told.state if told.state != "relaying" else "repairing",
                                     "generation": 2, "lagSeconds": 0.2, "lastError": told.error})
        told.built += 1
        return self.answer(200, {"number": 2, "building": None if told.built > 2 else {"number": 2}})

    def do_POST(self):
        told = self.server
        if self.path == "/local/tokens":
            self.rfile.read(int(self.headers["Content-Length"]))
            return self.answer(200, {"access_token": "token-of-tinh.qtri"})
        service, what = self.path.split("/")[3:5]
        told.posts.append((service, what))
        if not self.headers["Idempotency-Key"] or what in told.missing:
            return self.answer(404, {"detail": "not here"})
        if what == "generation" and told.away:
            told.away -= 1
            told.keys.append(self.headers["Idempotency-Key"])
            return self.answer(503, {"detail": "not yet"})
        if what == "generation":
            told.keys.append(self.headers["Idempotency-Key"])
            return self.answer(200, {"generation": 2, "openedAt": "2026-11-20T03:00:00Z"})
        if what == "rebuild":
            return self.answer(202, {"number": 1, "building": {"number": 2}})
        return self.answer(200, {"tasks": 7, "reports": 3, "different": told.different})


class Generations(unittest.TestCase):
    def setUp(self):
        scratch = TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        for patch in (mock.patch.dict(os.environ, {"DONDOC_DATA": scratch.name}), mock.patch.object(generation, "PAUSE", 0.01)):
            patch.start()
            self.addCleanup(patch.stop)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.looks, self.server.posts, self.server.missing = {}, [], ()
        self.server.away, self.server.keys = 0, []
        self.server.built, self.server.different, self.server.state, self.server.error = 0, 0, "relaying", None
        thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        installation = Installation()
        installation.state.put("ports", dict.fromkeys(services.NAMES, self.server.server_address[1]))
        state.secret(installation.places, "local-secret")

    def run_it(self, *arguments):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            status = generation.command(list(arguments))
        return status, output.getvalue()

    def test_opens_waits_rebuilds_and_counts_in_that_order(self):
        status, told = self.run_it("--json")
        outcome = json.loads(told)
        self.assertEqual(0, status)
        self.assertTrue(outcome["well"])
        self.assertEqual({name: 2 for name in generation.ORDER}, outcome["generations"])
        self.assertEqual([(name, "generation") for name in generation.ORDER] + [(generation.FIGURES, "rebuild"), (generation.FIGURES, "recount")],
                         self.server.posts)
        self.assertEqual(3, self.server.looks["plan-service"])
        self.assertEqual({"number": 2, "building": None}, outcome["model"])

    def test_says_it_for_people(self):
        self.assertIn("7 tasks and 3 reports counted anew, 0 differences", self.run_it()[1])

    def test_asks_a_service_that_is_not_there_yet_again_for_the_same_generation(self):
        self.server.away = 2
        self.assertEqual(0, self.run_it()[0])
        self.assertEqual(1, len(set(self.server.keys[:3])))
        self.assertEqual(4, len(set(self.server.keys)))

    def test_a_difference_is_a_failure(self):
        self.server.different = 1
        self.assertEqual(1, self.run_it()[0])

    def test_goes_without_what_is_not_there(self):
        self.server.missing = ("rebuild", "recount")
        status, told = self.run_it()
        self.assertEqual(0, status)
        self.assertIn("has no rebuild: the figures are not rebuilt", told)
        self.assertIn("has no recount: the figures are not counted anew", told)

    def test_a_relay_that_fails_is_named_with_its_fault(self):
        self.server.state, self.server.error = "failing", "TimeoutException"
        with self.assertRaises(LocalError) as refused:
            self.run_it("--patience", "0.1")
        self.assertIn("the relay of plan-service is not done: failing, TimeoutException", str(refused.exception))

    def test_a_refusal_ends_it_before_anything_is_waited_for(self):
        self.server.missing = ("generation",)
        with self.assertRaises(LocalError):
            self.run_it()
        self.assertEqual({}, self.server.looks)


if __name__ == "__main__":
    unittest.main()

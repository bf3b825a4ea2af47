import contextlib
import io
import json
import os
import threading
import unittest
from http.server import ThreadingHTTPServer
from tempfile import TemporaryDirectory
from unittest import mock

from dondoc_local import audit, services, state
from dondoc_local.errors import LocalError
from dondoc_local.installation import Installation

from .answering import JsonHandler

ANCHORS = [{"day": "2026-11-%02d" % day, "at": "2026-11-%02dT00:05:00Z" % day, "heads": 3, "hash": "%064x" % day} for day in (26, 27, 28)]
WHOLE = {"aggregates": 4, "entries": 9, "unchained": 2, "anchors": 3, "newest": ANCHORS[-1], "broken": 0, "first": []}
BROKEN = dict(WHOLE, broken=3, first=[{"kind": "entry-changed", "subject": "assignments/t1", "sequence": 5}, {"kind": "anchor-changed", "subject": "anchors/2026-11-27", "sequence": 0}])


class Handler(JsonHandler):
    """The console, which gives tokens, and all services, which answer what was prepared for them."""

    def do_GET(self):
        service, what = self.path.split("?")[0].split("/")[-2:]
        if what == "verification":
            status, body = self.server.verifications.get(service, (200, WHOLE))
            return self.answer(status, dict(body, service=service))
        after = self.path.partition("after=")[2]
        behind = [anchor for anchor in ANCHORS if anchor["day"] > after]
        return self.answer(200, {"items": behind[:2], "next": behind[1]["day"] if len(behind) > 2 else None})

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        return self.answer(200, {"access_token": "token"})


class Audit(unittest.TestCase):
    def setUp(self):
        scratch = TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = scratch.name
        patch = mock.patch.dict(os.environ, {"DONDOC_DATA": scratch.name})
        patch.start()
        self.addCleanup(patch.stop)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.verifications = {}
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
            code = audit.command(list(arguments))
        return code, output.getvalue()

    def kept(self, text):
        path = os.path.join(self.folder, "kept")
        with open(path, "w", encoding="utf-8") as kept:
            kept.write(text)
        return path

    def test_whole_histories_end_well(self):
        code, output = self.run_it("verify")
        self.assertEqual(0, code)
        self.assertEqual(len(audit.NAMES), output.count("4 histories with 9 entries, all as they were written"))
        self.assertIn("2 entries are from before the hash chain", output)
        self.assertIn("the newest of 2026-11-28: " + ANCHORS[-1]["hash"], output)

    def test_each_broken_entry_is_named(self):
        self.server.verifications["task-service"] = (200, BROKEN)
        code, output = self.run_it("verify")
        self.assertEqual(1, code)
        self.assertIn("task-service: 4 histories with 9 entries, 3 not as they were written", output)
        self.assertIn("  assignments/t1 entry 5 was changed\n  anchors/2026-11-27 the anchor was changed, or the one before it\n  and 1 more\n", output)

    def test_what_cannot_be_told_is_not_called_broken(self):
        self.server.verifications["task-service"] = (503, {"detail": "task-service is away"})
        with self.assertRaises(LocalError) as refused:
            self.run_it("verify")
        self.assertEqual(2, refused.exception.status)

    def test_all_pages_of_anchors_are_listed(self):
        code, output = self.run_it("anchors", "--service", "plan-service")
        self.assertEqual(0, code)
        self.assertEqual([dict(service="plan-service", **anchor) for anchor in ANCHORS], [json.loads(line) for line in output.splitlines()])

    def test_anchors_that_were_kept_elsewhere_are_compared(self):
        kept = self.run_it("anchors")[1]
        self.assertEqual(0, self.run_it("verify", "--kept", self.kept(kept))[0])
        other = kept.replace(ANCHORS[1]["hash"], "f" * 64, 1)
        code, output = self.run_it("verify", "--json", "--kept", self.kept(other))
        self.assertEqual(1, code)
        self.assertEqual(["anchor-replaced"], [one["kind"] for line in output.splitlines() for one in json.loads(line)["first"]])
        self.assertEqual(1, self.run_it("verify", "--kept", self.kept(kept.replace("2026-11-26", "2026-10-26")))[0])

    def test_a_file_without_anchors_is_refused(self):
        for text in ("{}", "none"):
            with self.assertRaises(LocalError) as refused:
                self.run_it("verify", "--kept", self.kept(text))
            self.assertEqual(2, refused.exception.status)


if __name__ == "__main__":
    unittest.main()

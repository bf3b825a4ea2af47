import contextlib
import io
import json
import os
import threading
import unittest
from http.server import ThreadingHTTPServer
from tempfile import TemporaryDirectory
from unittest import mock
from urllib.parse import parse_qs, unquote, urlparse

from dondoc_local import dead_letters, services, state
from dondoc_local.errors import LocalError
from dondoc_local.installation import Installation

from .answering import JsonHandler

TASK = "dondoc.dead-letters.task-service:3:17"
REPORTS = "dondoc.dead-letters.reporting-service-reports:0:2"


class Handler(JsonHandler):
    """Four services and the console at one port: what each holds open, and what was decided."""

    def letters(self, service):
        return {letter: status for letter, status in self.server.letters.items() if dead_letters.service_of(letter) == service}

    def do_GET(self):
        if self.headers["Authorization"] != "Bearer token-of-tinh.qtri":
            return self.answer(403, {"detail": "not yours"})
        address = urlparse(self.path)
        parts = [unquote(part) for part in address.path.split("/")]
        service, letter = parts[3], parts[5] if len(parts) > 5 else None
        if letter:
            found = self.letters(service).get(letter)
            content = {"letter": shown(letter, found), "headers": [{"name": "ce_type", "value": "TaskPlanned"}], "data": "{}"} if found else None
            return self.answer(200, content) if content else self.answer(404, {"detail": "Không tìm thấy."})
        query = parse_qs(address.query)
        wanted = query.get("status", [None])[0]
        found = [shown(letter, status) for letter, status in sorted(self.letters(service).items()) if wanted in (None, status)]
        begin = int(query.get("after", ["0"])[0])
        page = found[begin:begin + 1]  # pages of one, so that following them is seen
        return self.answer(200, {"items": page, "next": str(begin + 1) if begin + 1 < len(found) else None})

    def do_POST(self):
        if self.path == "/local/tokens":
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            return self.answer(200, {"access_token": "token-of-" + asked["account"]})
        letter, decision = (unquote(part) for part in self.path.split("/")[-2:])
        if letter not in self.server.letters or not self.headers["Idempotency-Key"]:
            return self.answer(404, {"detail": "Không tìm thấy."})
        self.server.letters[letter] = {"replay": "replayed", "discard": "discarded"}[decision]
        return self.answer(200, shown(letter, self.server.letters[letter]))


def shown(letter, status):
    return {"id": letter, "status": status, "at": "2026-11-20T03:00:0%sZ" % letter[-1], "type": None, "subject": "plannedTasks/1", "error": "BrokenEventException"}


class DeadLetters(unittest.TestCase):
    def setUp(self):
        scratch = TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        patch = mock.patch.dict(os.environ, {"DONDOC_DATA": scratch.name})
        patch.start()
        self.addCleanup(patch.stop)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.letters = {TASK: "open", TASK[:-1] + "8": "open", REPORTS: "discarded"}
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
            self.assertEqual(0, dead_letters.command(list(arguments)))
        return output.getvalue()

    def test_lists_what_is_open_of_all_services_newest_first(self):
        lines = self.run_it().splitlines()
        self.assertEqual(3, len(lines))
        self.assertTrue(lines[1].startswith(TASK[:-1] + "8"))
        self.assertNotIn(REPORTS, "".join(lines))

    def test_lists_any_status_of_one_service_as_json(self):
        found = [json.loads(line) for line in self.run_it("list", "--service", "reporting-service", "--status", "all", "--json").splitlines()]
        self.assertEqual([REPORTS], [one["id"] for one in found])

    def test_says_when_there_is_none(self):
        self.assertEqual("no open records\n", self.run_it("list", "--service", "plan-service"))

    def test_looks_into_one(self):
        told = self.run_it("look", TASK)
        self.assertIn("ce_type: TaskPlanned", told)
        self.assertIn(TASK, told)

    def test_settles_those_that_are_named(self):
        self.assertIn("1 sent again", self.run_it("replay", TASK))
        self.assertEqual("replayed", self.server.letters[TASK])
        self.assertIn("1 discarded", self.run_it("discard", TASK[:-1] + "8"))
        self.assertEqual("discarded", self.server.letters[TASK[:-1] + "8"])

    def test_settles_all_open_ones_of_a_service(self):
        self.assertIn("2 sent again", self.run_it("replay", "--all", "task-service"))
        self.assertEqual({"replayed", "discarded"}, set(self.server.letters.values()))
        self.assertIn("0 sent again", self.run_it("replay", "--all", "task-service"))

    def test_refuses_what_is_none_with_the_sentence_of_the_service(self):
        with self.assertRaises(LocalError) as refused:
            self.run_it("look", TASK + "0")
        self.assertIn("Không tìm thấy.", str(refused.exception))
        with self.assertRaises(LocalError) as refused:
            self.run_it("look", "nonsense")
        self.assertIn("list them with", str(refused.exception))
        with self.assertRaises(LocalError) as refused:
            self.run_it("replay")
        self.assertEqual(2, refused.exception.status)

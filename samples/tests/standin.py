"""A stand-in for the installation, as far as a load needs it: same addresses and bodies, everything in memory."""

import hashlib
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

DAY = "2026-11-20"
TASK_EVENTS = {"acknowledgement": ("TaskAcknowledged", None), "progress": ("ProgressRecorded", "in-progress"),
               "completion": ("CompletionSubmitted", "submitted"), "acceptance": ("TaskCompleted", "completed"),
               "return": ("CompletionReturned", "in-progress")}
REPORT_EVENTS = {"submission": "ReportSubmitted", "acceptance": "ReportAccepted", "return": "ReportReturned"}
DUES = ("2026-11-03", "2026-11-22", "2026-12-20", None, "2026-11-10", "2026-12-24")


class StandIn:

    def __init__(self):
        self.units, self.drafts, self.tasks, self.reports, self.targets = [], {}, {}, {}, {}
        self.units, self.drafts, self.tasks, self.reports = [], {}, {}, {}
        self.directives, self.proceedings, self.consolidations = {}, {}, []
        self.writes, self.keys = [], {}
        self.break_at = None
        self.hiccups = 0
        self.overloads = 0
        self._lock = threading.Lock()
        stand_in = self

        class Handler(BaseHTTPRequestHandler):

            def _serve(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                with stand_in._lock:
                    status, answer = stand_in.answer(self.command, self.path, self.headers, body)
                text = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PATCH = _serve

            def log_message(self, *ignored):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, method, path, headers, body):
        split = urlsplit(path)
        if split.path.startswith("/local/"):
            return self._local(split.path, headers, body)
        if self.hiccups:
            self.hiccups -= 1
            return 503, {"code": "ORGANISATION_STALE", "detail": "wait"}
        if method != "GET":
            stamp = headers.get("Idempotency-Key")
            if stamp in self.keys:
                return self.keys[stamp]
            if self.break_at is not None and len(self.writes) >= self.break_at:
                return 500, {"detail": "broken on purpose"}
            done = self._write(split.path, headers, body)
            if done[0] < 300:
                self.writes.append("%s %s" % (method, split.path))
                if stamp:
                    self.keys[stamp] = done
            return done
        return self._read(split.path, parse_qs(split.query))

    def _local(self, path, headers, body):
        if headers.get("X-Local-Secret") != "secret":
            return 403, {"code": "FORBIDDEN", "detail": "no"}
        if path == "/local/clock":
            return 200, {"offset": "PT0S", "now": DAY + "T08:00:00.123456789+07:00"}
        return 200, {"access_token": json.loads(body)["account"]}

    def _read(self, path, query):
        if path == "/api/organisation/units":
            return self._page(self.units)
        if not self.units:
            return 404, {"code": "PERSON_UNKNOWN"}
        if path == "/api/plans/drafts":
            return self._page(list(self.drafts.values()))
        if path.startswith("/api/plans/drafts/"):
            return 200, self.drafts[path.rsplit("/", 1)[1]]
        if path.startswith("/api/plans/"):
            return 200, self.drafts[path.rsplit("-", 1)[1]]["made"]
        if path == "/api/tasks":
            wanted = query.get("plan")
            return self._page([task["summary"] for task in self.tasks.values() if not wanted or task["summary"]["plan"] in wanted])
        if path == "/api/reports/obligations":
            return self._page([report["summary"] for report in self.reports.values() if report["summary"]["plan"] in query.get("plan", [])])
        if path == "/api/reports/consolidations":
            return self._page([one for one in self.consolidations if one["rule"] in query.get("rule", [])])
        if path == "/api/targets":
            return self._page([target["summary"] for target in self.targets.values() if target["summary"]["plan"] in query.get("plan", [])])
        if path.startswith("/api/targets/"):
            return 200, self.targets[path.rsplit("/", 1)[1]]
        if path == "/api/directives":
            return self._page(list(self.directives.values()))
        if path == "/api/proceedings":
            return self._page([one["summary"] for one in self.proceedings.values()])
        if path.startswith("/api/proceedings/"):
            return 200, self.proceedings[path.rsplit("/", 1)[1]]
        if path in ("/api/organisation/me", "/api/plans"):
            return self._page([])
        kind = self.tasks if path.startswith("/api/tasks/") else self.reports
        return 200, kind[path.rsplit("/", 1)[1]]

    @staticmethod
    def _page(items):
        return 200, {"items": items, "next": None, "total": len(items)}

    def _write(self, path, headers, body):
        if path == "/api/organisation/import":
            return self._import(headers, json.loads(body))
        if path == "/api/plans/drafts":
            return self._upload(body)
        if path == "/api/reports/consolidations":
            self.consolidations.append(json.loads(body))
            return 200, self.consolidations[-1]
        if path == "/api/directives":
            wanted = json.loads(body)
            self.directives[wanted["content"]] = {"content": wanted["content"], "to": wanted["addressees"]}
            return 201, self.directives[wanted["content"]]
        if path == "/api/proceedings":
            return self._proceeding(json.loads(body))
        giving = re.fullmatch(r"/api/proceedings/(\w+)/directives", path)
        if giving:
            return self._give(self.proceedings[giving.group(1)], headers, json.loads(body))
        draft = re.fullmatch(r"/api/plans/drafts/(\w+)(/publication)?", path)
        if draft:
            return self._publish(self.drafts[draft.group(1)]) if draft.group(2) else self._patch(self.drafts[draft.group(1)], headers, body)
        _, _, kind, thing, act = path.split("/")
        return self._act(kind, thing, act, json.loads(body or b"null"))

    def _proceeding(self, wanted):
        number = "m%d" % len(self.proceedings)
        points = [dict(point, id="k%d" % (i + 1), directive=None) for i, point in enumerate(wanted["points"])]
        self.proceedings[number] = {"summary": {"id": number, "title": wanted["title"]}, "version": 1, "points": points}
        return 201, self.proceedings[number]

    @staticmethod
    def _give(proceeding, headers, wanted):
        if headers.get("If-Match") != '"%d"' % proceeding["version"]:
            return 412, {"code": "VERSION_CHANGED"}
        for point in proceeding["points"]:
            if point["id"] in wanted["points"]:
                point["directive"] = "d-" + point["id"]
        proceeding["version"] += 1
        return 201, proceeding

    def _import(self, headers, directory):
        if headers.get("Setup-Token") != "token":
            return 403, {"code": "FORBIDDEN", "detail": "no"}
        self.units = directory["units"]
        return 200, {"units": len(self.units), "positions": len(directory["positions"]), "calendars": 3, "unchanged": 0}

    def _upload(self, body):
        if self.overloads:
            self.overloads -= 1
            return 422, {"code": "READING_TIMEOUT", "detail": "too busy"}
        name = re.search(rb'filename="([^"]+)"', body).group(1).decode()
        number = hashlib.sha256(name.encode()).hexdigest()[:8]
        tasks = [{"row": "r%d" % i, "title": "Việc %d" % i, "lead": [{"name": "Phòng Kinh tế", "unit": None, "candidates": []}], "coordinating": [],
                  "due": {"kind": "by", "date": due} if due else None, "dropped": False, "confirmed": False} for i, due in enumerate(DUES)]
        tasks.append(dict(tasks[0], row="bad", title="Không giao được"))
        rules = [{"row": "b1", "frequency": "monthly", "day": None, "month": None, "strict": True, "reporter": "Các đơn vị", "owedBy": [],
                  "owedTo": None, "dropped": False}]
        self.drafts[number] = {"id": number, "version": 1, "fileName": name, "status": "open", "plan": None, "warnings": [],
                               "content": {"tasks": tasks, "targets": [], "reporting": rules}}
        return 201, self.drafts[number]

    @staticmethod
    def _patch(draft, headers, body):
        if headers.get("If-Match") != '"%d"' % draft["version"]:
            return 412, {"code": "VERSION_CHANGED"}
        draft["content"].update(json.loads(body)["content"])
        draft["version"] += 1
        return 200, draft

    def _publish(self, draft):
        open_rows = [row for row in draft["content"]["tasks"] if not row["dropped"]]
        wrong = [row["row"] for row in open_rows
                 if row["row"] == "bad" or any(not unit["unit"] for unit in row["lead"]) or not (row["due"] or row["confirmed"])]
        if wrong:
            return 422, {"code": "DRAFT_NOT_READY", "detail": "not yet",
                         "errors": [{"field": "tasks[%s].lead" % row, "code": "LEAD_UNRESOLVED", "message": "no"} for row in wrong]}
        plan, rule = "plan-" + draft["id"], draft["content"]["reporting"][0]
        tasks = [{"id": "%s-%s" % (draft["id"], row["row"]), "due": row["due"], "lead": [unit["unit"] for unit in row["lead"]]} for row in open_rows]
        draft.update(status="published", plan=plan)
        draft["made"] = {"summary": {"id": plan, "publishedOn": DAY}, "tasks": tasks,
                         "rules": [{"frequency": "monthly", "day": 25, "owedBy": rule["owedBy"], "owedTo": rule["owedTo"]}],
                         "targets": [{"id": "%s-g%d" % (draft["id"], i)} for i in range(3)]}
        for i in range(3):
            summary = {"id": "%s-g%d" % (draft["id"], i), "plan": plan, "order": i, "unit": "%", "value": 80, "owner": rule["owedBy"][0] if rule["owedBy"] else None}
            self.targets[summary["id"]] = {"summary": summary, "periods": ["2026-Q4"], "measurements": [], "bases": [],
                                           "proposal": {"money": "planned", "programme": None} if i == 2 else None}
        for task in tasks:
            summary = {"id": task["id"], "plan": plan, "workState": "not-started", "timeClass": "in-time", "title": "Việc " + task["id"],
                       "lead": [{"id": unit} for unit in task["lead"]], "lastDay": (task["due"] or {}).get("date")}
            self.tasks[task["id"]] = {"summary": summary, "history": [], "actions": ["delegation"]}
        for i, unit in enumerate(rule["owedBy"]):
            summary = {"id": "%s-o%d" % (draft["id"], i), "plan": plan, "unit": unit, "owedTo": rule["owedTo"], "opensOn": "2026-11-01",
                       "rule": "%s-b1" % draft["id"], "period": "2026-11"}
            self.reports[summary["id"]] = {"summary": summary, "form": [], "history": []}
        return 201, draft["made"]

    def _act(self, kind, thing, act, body):
        if act == "delegation":
            part = {"summary": {"id": "%s-p%d" % (thing, len(self.tasks)), "plan": None, "title": body["title"], "position": body["position"],
                                "lead": [{"id": body["unit"]}], "workState": "not-started", "timeClass": "in-time", "part": {"whole": thing}}, "history": [], "actions": []}
            self.tasks[part["summary"]["id"]] = part
            return 200, self.tasks[thing]
        if kind == "tasks":
            event, state = TASK_EVENTS[act]
            self.tasks[thing]["history"].append({"type": event})
            self.tasks[thing]["summary"]["workState"] = state or self.tasks[thing]["summary"]["workState"]
            return 200, self.tasks[thing]
        if kind == "targets":
            self.targets[thing]["bases" if act == "definition" else "measurements"].append(body)
            return 200, self.targets[thing]
        self.reports[thing]["history"].append({"type": REPORT_EVENTS[act]})
        if act == "submission":
            self.reports[thing]["submission"] = body
        return 200, self.reports[thing]

"""HTTP to the services of this machine: JSON in, JSON out, no proxy, short limits."""

import json
import urllib.error
import urllib.request

_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Answer:
    """Status and body of an answer; status 0 when nobody answered."""

    def __init__(self, status, body, complaint=""):
        self.status = status
        self.body = body
        self.complaint = complaint

    @property
    def good(self):
        return 200 <= self.status < 300

    def json(self):
        """The body as a JSON object, an empty one when it is none."""
        try:
            read = json.loads(self.body)
        except ValueError:
            return {}
        return read if isinstance(read, dict) else {}

    def told(self):
        """One line for people: what went wrong."""
        if self.status == 0:
            return self.complaint
        problem = self.json()
        return "HTTP %d %s" % (self.status, problem.get("detail") or problem.get("title") or self.body[:200].strip())


def call(method, url, body=None, headers=None, seconds=5.0):
    """Sends a request; never raises for what the network or the server does."""
    data = None if body is None else json.dumps(body).encode("utf-8")
    sent = dict(headers or {}, Accept="application/json")
    if data is not None:
        sent["Content-Type"] = "application/json"
    request = urllib.request.Request(url, data=data, headers=sent, method=method)
    try:
        with _OPENER.open(request, timeout=seconds) as answer:
            return Answer(answer.status, answer.read().decode("utf-8", "replace"))
    except urllib.error.HTTPError as refusal:
        with refusal:
            return Answer(refusal.code, refusal.read().decode("utf-8", "replace"))
    except (OSError, ValueError) as fault:
        return Answer(0, "", str(getattr(fault, "reason", fault)))

"""The HTTP interface as one person uses it, at the console's address."""

import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

from .errors import LoadError, Refused

_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
PASSING = {429, 502, 503, 504}
# On a machine that is short of processors these pass too, or never: tried again this often
TRIES = 3
OVERLOAD = {"READING_TIMEOUT"}


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def etag(self):
        return self.headers.get("ETag")


class Api:
    """Sends requests; what passes by itself (a service that starts, a lost race) is tried again until patience (seconds) ends."""

    def __init__(self, console, patience=60, timeout=30):
        self.console = console.rstrip("/")
        self.patience = patience
        self.timeout = timeout

    def call(self, method, path, body=None, token=None, headers=None, raw=None):
        """The answer of a call that succeeded; Refused for one that did not."""
        data, sent = _encoded(body, raw)
        sent.update(headers or {})
        if token:
            sent["Authorization"] = "Bearer " + token
        end, tries = time.monotonic() + self.patience, 0
        while True:
            tries += 1
            status, answer_headers, text = self._once(method, path, data, sent)
            if 200 <= status < 300:
                return Answer(status, answer_headers, _json(text))
            problem = _json(text) or {"detail": text[:200].strip()}
            if not _passes(status, problem, tries) or time.monotonic() >= end:
                if status == 0:
                    raise LoadError("%s does not answer: %s" % (self.console, text))
                raise Refused("%s %s" % (method, path), status, problem)
            time.sleep(_pause(answer_headers))

    def _once(self, method, path, data, headers):
        request = urllib.request.Request(self.console + path, data=data, headers=headers, method=method)
        try:
            with _OPENER.open(request, timeout=self.timeout) as answer:
                return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.headers, refusal.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as fault:
            return 0, {}, str(getattr(fault, "reason", fault))


class Person:
    """Calls with the bearer token of one account."""

    def __init__(self, api, account, token):
        self.api = api
        self.account = account
        self.token = token

    def get(self, path, **query):
        return self.api.call("GET", _with(path, query), token=self.token)

    def all(self, path, **query):
        """Every item of a list, page after page."""
        items, after = [], None
        while True:
            page = self.get(path, limit=200, after=after, **query).body
            items += page["items"]
            after = page.get("next")
            if not after:
                return items

    def post(self, path, body, key, etag=None):
        headers = {"Idempotency-Key": key, "If-Match": etag} if etag else {"Idempotency-Key": key}
        return self.api.call("POST", path, body=body, token=self.token, headers=headers)

    def patch(self, path, body, etag):
        headers = {"Content-Type": "application/merge-patch+json", "If-Match": etag}
        return self.api.call("PATCH", path, body=body, token=self.token, headers=headers)

    def upload(self, path, name, content, key):
        boundary = uuid.uuid5(uuid.NAMESPACE_URL, name).hex
        return self.api.call("POST", path, raw=multipart(boundary, name, content), token=self.token, headers={
            "Content-Type": "multipart/form-data; boundary=" + boundary, "Idempotency-Key": key})


def multipart(boundary, name, content):
    """One file as a form with the field `file`."""
    kind = {"txt": "text/plain; charset=UTF-8",
            "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}[name.rsplit(".", 1)[-1]]
    head = '--%s\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\nContent-Type: %s\r\n\r\n' % (boundary, name, kind)
    return head.encode("utf-8") + content + ("\r\n--%s--\r\n" % boundary).encode("ascii")


def _encoded(body, raw):
    if raw is not None:
        return raw, {"Accept": "application/json"}
    if body is None:
        return None, {"Accept": "application/json"}
    return json.dumps(body, ensure_ascii=False).encode("utf-8"), {"Accept": "application/json", "Content-Type": "application/json"}


def _with(path, query):
    given = [(name, value) for name, value in query.items() if value is not None]
    return path + ("?" + urllib.parse.urlencode(given, doseq=True) if given else "")


def _json(text):
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None


def _passes(status, problem, tries):
    code = problem.get("code") if isinstance(problem, dict) else None
    if status == 500 or code in OVERLOAD:
        return tries < TRIES
    return status == 0 or status in PASSING or (status == 409 and code == "CONFLICT")


def _pause(headers):
    after = headers.get("Retry-After") or ""
    return min(float(after), 5.0) if after.isdigit() and int(after) > 0 else 0.5

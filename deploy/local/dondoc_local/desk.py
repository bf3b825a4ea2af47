"""Calls to the services in the name of the operator: the administrator of the sample province."""

import json
import uuid
from urllib.parse import quote

from . import http, state
from .errors import LocalError

ROLE = "province-administrator"


class Desk:
    """The operations interface of the services of one installation."""

    def __init__(self, installation):
        self._installation = installation
        self._token = None

    def call(self, method, service, path, body=None, seconds=30.0):
        """The JSON answer of `/api/operations/SERVICE/PATH`; raises with the service's own sentence where it refuses."""
        answer = self.ask(method, service, path, body, seconds)
        if not answer.good:
            raise LocalError("%s: %s" % (service, answer.told()), None if answer.status else "start it with: deploy/local/up")
        return answer.json()

    def ask(self, method, service, path, body=None, seconds=30.0, key=None):
        """The same, whatever the answer is; with a key of one's own it may be asked again."""
        headers = {"Authorization": "Bearer " + self._authority(), "Accept-Language": "en"}
        if method == "POST":
            headers["Idempotency-Key"] = key or str(uuid.uuid4())
        return http.call(method, "%s/api/operations/%s/%s" % (self._installation.url(service), service, path), body, headers, seconds)

    def _authority(self):
        if self._token is None:
            headers = {"X-Local-Secret": state.existing_secret(self._installation.places, "local-secret")}
            account = _administrator(self._installation.places)
            answer = http.call("POST", self._installation.url() + "/local/tokens", {"account": account}, headers, seconds=20.0)
            self._token = answer.json().get("access_token")
            if not answer.good or not self._token:
                raise LocalError("no token for %s: %s" % (account, answer.told()))
        return self._token


def escaped(part):
    """One segment of a path."""
    return quote(part, safe="")


def _administrator(places):
    try:
        listed = json.loads((places.project / "samples" / "accounts.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise LocalError("the demo accounts cannot be read: %s" % fault) from None
    for account in listed:
        if account.get("role") == ROLE:
            return account["account"]
    raise LocalError("no demo account is a %s" % ROLE)

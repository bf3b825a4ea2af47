"""Signing in as the people of the province; local installations only."""

import re

from .api import Person
from .errors import LoadError, Refused


class People:

    def __init__(self, api, local_secret):
        self.api = api
        self.secret = {"X-Local-Secret": local_secret}
        self._known = {}

    def __getitem__(self, account):
        if account not in self._known:
            token = self._local("POST", "/local/tokens", {"account": account})["access_token"]
            self._known[account] = Person(self.api, account, token)
        return self._known[account]

    def today(self):
        """The day of the domain's clock, YYYY-MM-DD in Viet Nam."""
        now = self._local("GET", "/local/clock")["now"]
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T.*\+07:00", now):
            raise LoadError("the clock answers %s, not a time of Viet Nam" % now)
        return now[:10]

    def _local(self, method, path, body=None):
        try:
            return self.api.call(method, path, body=body, headers=self.secret).body
        except Refused as refusal:
            if refusal.status in (401, 403, 404):
                raise LoadError("%s\n  is it a local installation, and is the local secret right?" % refusal) from None
            raise

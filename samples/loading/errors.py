"""What ends a load, and what the interface refuses."""


class LoadError(Exception):
    """A fault that the reader of the message can mend."""


class Refused(LoadError):
    """An answer of the interface that is not the one hoped for: problem details, or what came instead."""

    def __init__(self, request, status, problem):
        self.status = status
        self.code = problem.get("code")
        self.rows = problem.get("errors") or []
        rows = "; ".join("%s %s: %s" % (row.get("field"), row.get("code"), row.get("message")) for row in self.rows)
        told = problem.get("detail") or problem.get("title") or "no explanation"
        super().__init__("%s: HTTP %d %s %s%s" % (request, status, self.code or "", told, " (%s)" % rows if rows else ""))

"""From a document to a published plan: uploaded, looked at, corrected, published by the standing unit."""

from .correction import accepting, corrected
from .errors import LoadError, Refused
from .province import key
from .waiting import until

DRAFTS = "/api/plans/drafts"
MERGE_TRIES = 3


class Drafting:

    def __init__(self, province, people, patience, say):
        self.province = province
        self.people = people
        self.patience = patience
        self.say = say

    def published(self, sample, document):
        """The plan of a sample, as its commune sees it; `document` gives the bytes when they are needed."""
        standing = self.people[sample["standing"]]
        found = self._found(standing, sample)
        if found and found["status"] == "published":
            self.say(sample, "plan is there")
            return self._plan(standing, found["plan"])
        draft = found["id"] if found else self._uploaded(standing, sample, document())
        if not found or found["status"] == "open":
            self._change(standing, sample, draft, lambda content: corrected(content, sample, self.province))
        self._publish(standing, sample, draft)
        return self._plan(standing, self._when_published(standing, draft)["plan"])

    def _found(self, standing, sample):
        """A sample is known by its file; a published one counts before one that is open."""
        same = [draft for draft in standing.all(DRAFTS) if draft["fileName"] == sample["file"]]
        return min(same, key=lambda draft: draft["status"] != "published", default=None)

    def _uploaded(self, standing, sample, content):
        draft = standing.upload(DRAFTS, sample["file"], content, key(sample["name"], "upload")).body
        self.say(sample, "uploaded %s: %d tasks, %d targets, %d reporting rules, %d warnings" % (
            sample["file"], len(draft["content"]["tasks"]), len(draft["content"]["targets"]), len(draft["content"]["reporting"]),
            len(draft["warnings"])))
        return draft["id"]

    def _change(self, standing, sample, draft, change):
        for last in (False,) * (MERGE_TRIES - 1) + (True,):
            answer = standing.get("%s/%s" % (DRAFTS, draft))
            patch, notes = change(answer.body["content"])
            if not patch:
                return
            try:
                standing.patch("%s/%s" % (DRAFTS, draft), {"content": patch}, answer.etag or '"%d"' % answer.body["version"])
            except Refused as refusal:
                if refusal.status == 412 and not last:
                    continue
                raise
            for note in notes:
                self.say(sample, "  corrected: " + note)
            return

    def _publish(self, standing, sample, draft):
        # A task is given up in two looks: confirmed first, then dropped
        for _ in range(3):
            try:
                self._post(standing, sample, draft)
                return
            except Refused as refusal:
                if refusal.code != "DRAFT_NOT_READY" or not refusal.rows:
                    raise
                rows = refusal.rows
                self._change(standing, sample, draft, lambda content: accepting(content, rows))
        raise LoadError("%s cannot be published: its draft %s is refused whatever is corrected" % (sample["file"], draft))

    def _post(self, standing, sample, draft):
        try:
            version = standing.get("%s/%s" % (DRAFTS, draft)).body["version"]
            standing.post("%s/%s/publication" % (DRAFTS, draft), None, key(sample["name"], "publish", draft, str(version)))
        except Refused as refusal:
            if refusal.code != "DRAFT_PUBLISHED":
                raise
        self.say(sample, "published")

    def _when_published(self, standing, draft):
        def probe():
            body = standing.get("%s/%s" % (DRAFTS, draft)).body
            return body if body["status"] == "published" and body.get("plan") else None
        return until("draft %s to be published" % draft, probe, self.patience)

    @staticmethod
    def _plan(standing, plan):
        return standing.get("/api/plans/" + plan).body

"""What the units, the standing unit and the leader do with tasks and reports once plans are published."""

from datetime import date

from .errors import LoadError, Refused
from .province import key
from .script import acts, body, definition, left_to_do, measurement, report_steps, reports_open, submission
from .waiting import perhaps, until

MEANWHILE = {"TASK_COMPLETED", "TASK_NOT_SUBMITTED", "TASK_SUBMITTED", "TASK_CANCELLED", "SHARE_FINISHED", "TASK_RECURS", "REPORT_ACCEPTED", "REPORT_NOT_OPEN",
             "REPORT_NOT_SUBMITTED", "TARGET_MEASURED_ALREADY", "TARGET_COMPUTED"}

# Which reports are open is the reporting service's to say: what does not come in this time, in seconds, is not expected
REPORTS_PATIENCE = 20


class Working:

    def __init__(self, province, people, patience, say):
        self.province = province
        self.people = people
        self.patience = patience
        self.say = say

    def tasks(self, sample, plan, place):
        standing = self.people[sample["standing"]]
        wanted = {task["id"] for task in plan["tasks"]}
        until("the %d tasks of %s in the task service" % (len(wanted), sample["name"]),
              lambda: self._known(standing, plan, wanted), self.patience)
        done = [self._task(sample, plan, *step) for step in acts(plan, place, self.province.story)]
        self.say(sample, "%d tasks, %d acts recorded now" % (len(done), sum(done)))

    @staticmethod
    def _known(standing, plan, wanted):
        known = {task["id"] for task in standing.all("/api/tasks", plan=plan["summary"]["id"])}
        return True if known >= wanted else None

    def _task(self, sample, plan, task, number, wanted):
        if not wanted:
            return 0
        standing = self.people[sample["standing"]]
        task = dict(task, id=self._worked_on(standing, task))
        path = "/api/tasks/" + task["id"]
        steps = left_to_do(wanted, standing.get(path).body["history"])
        made = 0
        for act in steps:
            account = self._actor(sample, task, act)
            if account is None:
                continue
            text = body(act, number, self.province.story, plan["summary"]["publishedOn"])
            if not all(self._did(sample, who, path + "/" + act, said, stamp)
                       for who, said, stamp in self._calls(sample, task, act, account, text)):
                break
            made += 1
        return made

    @staticmethod
    def _worked_on(standing, task):
        """A task that comes again is worked on in its period; where none is open it is left as it is."""
        parts = standing.get("/api/tasks/" + task["id"]).body.get("parts") or {}
        periods = [part["id"] for part in parts.get("items") or [] if part["kind"] == "occurrence"]
        return periods[0] if periods else task["id"]

    def _calls(self, sample, task, act, account, text):
        """One call, but for the completion of a task that several units lead: each says that its share is done."""
        if act != "completion" or len(task["lead"]) < 2:
            return [(account, text, key(sample["name"], task["id"], act))]
        return [(self.province.account_in(unit) or sample["standing"], dict(text, unit=unit), key(sample["name"], task["id"], act, unit))
                for unit in task["lead"]]

    def _actor(self, sample, task, act):
        """The unit's own people act; where they have no account the standing unit records for them, but cannot open it in their place."""
        standing_unit = self.province.standing_unit(sample["commune"])
        if act in ("acceptance", "return"):
            return sample["leader"] if standing_unit in task["lead"] else sample["standing"]
        own = next((account for account in map(self.province.account_in, task["lead"]) if account), None)
        return own or (None if act == "acknowledgement" else sample["standing"])

    def reports(self, sample, plan):
        standing = self.people[sample["standing"]]
        owing = self._owing(sample, plan)
        perhaps(lambda: owing <= {report["unit"] for report in self._obligations(standing, plan, sample)} or None,
                min(self.patience, REPORTS_PATIENCE))
        due = self._obligations(standing, plan, sample)
        made = sum(self._report(sample, number, report) for number, report in enumerate(due))
        self.say(sample, "%d open reports of units that answer, %d acts recorded now" % (len(due), made))
        self._consolidate(sample, due)

    def _consolidate(self, sample, due):
        """What came of one rule and period is put together, and left for somebody to edit and sign."""
        standing, owed = self.people[sample["standing"]], self.province.units_of(sample["standing"])
        for report in due:
            if sample["reports"][report["unit"]] != "returned" and report["owedTo"] in owed:
                wanted = {"rule": report["rule"], "period": report["period"]}
                if not standing.all("/api/reports/consolidations", **wanted):
                    self._did(sample, sample["standing"], "/api/reports/consolidations", wanted, key(sample["name"], report["rule"], report["period"]))
                return

    def targets(self, sample, plan):
        """Some targets are measured by who answers for them, some are not yet; a share of the budget is confirmed by the standing unit."""
        standing = self.people[sample["standing"]]
        wanted = {target["id"] for target in plan.get("targets") or []}
        until("the %d targets of %s in the reporting service" % (len(wanted), sample["name"]),
              lambda: True if {one["id"] for one in standing.all("/api/targets", plan=plan["summary"]["id"])} >= wanted else None, self.patience)
        listed = sorted(standing.all("/api/targets", plan=plan["summary"]["id"]), key=lambda one: (one["order"], one["id"])) if wanted else []
        made = sum(self._target(sample, plan, number, one["id"]) for number, one in enumerate(listed))
        self.say(sample, "%d targets, %d acts recorded now" % (len(listed), made))

    def _target(self, sample, plan, number, target):
        path = "/api/targets/" + target
        seen = self.people[sample["standing"]].get(path).body
        if seen["measurements"] or seen["bases"]:
            return 0
        story = self.province.story
        share = definition(seen, story, date.fromisoformat(plan["summary"]["publishedOn"]).year)
        if share:
            return self._did(sample, sample["standing"], path + "/definition", share, key(sample["name"], target, "definition"))
        told = measurement(seen, number, story)
        owner = self.province.account_in(seen["summary"].get("owner")) or sample["standing"]
        return bool(told) and self._did(sample, owner, path + "/measurement", told, key(sample["name"], target, "measurement"))

    @staticmethod
    def _owing(sample, plan):
        published = date.fromisoformat(plan["summary"]["publishedOn"])
        return {unit for rule in plan["rules"] if reports_open(rule, published) for unit in rule["owedBy"] if unit in sample["reports"]}

    @staticmethod
    def _obligations(standing, plan, sample):
        """Those of the units that answer, of periods that were open when the plan was published; later ones are nobody's script."""
        listed = standing.all("/api/reports/obligations", plan=plan["summary"]["id"])
        due = [report for report in listed if report["unit"] in sample["reports"] and report["opensOn"] <= plan["summary"]["publishedOn"]]
        return sorted(due, key=lambda report: report["id"])

    def _report(self, sample, number, report):
        wish = sample["reports"][report["unit"]]
        path = "/api/reports/" + report["id"]
        seen = self.people[sample["standing"]].get(path).body
        done = {entry["type"].rsplit(".", 1)[-1] for entry in seen["history"]}
        made = 0
        for act, recorded in report_steps(wish):
            if recorded in done:
                continue
            story = self.province.story
            text = {"submission": submission(wish, number, seen["form"], story), "acceptance": {}, "return": {"reason": story["reports"]["return"]}}[act]
            own = self.province.account_in(report["unit"]) if act == "submission" else None
            if act == "submission" and not own:
                text = dict(text, source=story["reports"]["source"])
            account = own or self._receiver(sample, report, act)
            if not self._did(sample, account, path + "/" + act, text, key(sample["name"], report["id"], act)):
                break
            made += 1
        return made

    def _receiver(self, sample, report, act):
        if act == "submission" or report["owedTo"] in self.province.units_of(sample["standing"]):
            return sample["standing"]
        return sample["leader"]

    def _did(self, sample, account, path, text, stamp):
        try:
            self.people[account].post(path, text, stamp)
            return True
        except Refused as refusal:
            if refusal.code in MEANWHILE:
                self.say(sample, "  left as it is now: %s" % refusal)
                return False
            raise LoadError("%s as %s" % (refusal, account)) from None

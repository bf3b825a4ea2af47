"""What is given beside the plans: parts of tasks, directives, a meeting with its conclusions, an inspection with its findings."""

from datetime import date, timedelta

from .province import key


class Acting:

    def __init__(self, province, people, say):
        self.province = province
        self.people = people
        self.say = say

    def all(self):
        """Known again by their words: what is there stays, on whatever day it was made."""
        today = date.fromisoformat(self.people.today())
        given = sum(self._directive(one, today) for one in self.province.acts["directives"])
        made = sum(self._proceeding(one, today) for one in self.province.acts["proceedings"])
        parts = sum(self._part(one, today) for one in self.province.acts["parts"])
        self.say("%d parts and %d directives given, %d acts on meetings and inspections recorded now" % (parts, given, made))

    def _part(self, one, today):
        """Of the first task of that unit that is open for long enough; in a commune where none is nobody gets a part."""
        person = self.people[one["as"]]
        seen = person.all("/api/tasks")
        if any(task.get("title") == one["title"] for task in seen):
            return 0
        wanted = {name: one[name] for name in ("unit", "position", "title")}
        for task in seen:
            if one["lead"] not in [unit["id"] for unit in task.get("lead") or []] or task.get("part") or (task.get("lastDay") or today.isoformat()) <= today.isoformat():
                continue
            if "delegation" in person.get("/api/tasks/" + task["id"]).body["actions"]:
                person.post("/api/tasks/%s/delegation" % task["id"], wanted, key("part", one["title"], task["id"]))
                return 1
        return 0

    def _directive(self, one, today):
        person = self.people[one["as"]]
        if any(known["content"] == one["content"] for known in person.all("/api/directives", given="true")):
            return 0
        wanted = {name: one[name] for name in ("content", "number", "urgency", "product")}
        wanted.update(addressees=one["to"], due=_due(one["days"], today))
        person.post("/api/directives", wanted, key("directive", one["content"], str(today)))
        return 1

    def _proceeding(self, one, today):
        person = self.people[one["as"]]
        known = next((seen["id"] for seen in person.all("/api/proceedings", kind=one["kind"]) if seen["title"] == one["title"]), None)
        made = 0
        if known is None:
            written = person.post("/api/proceedings", _written(one, today), key("proceeding", one["title"], str(today)))
            known, made = written.body["summary"]["id"], 1
        return made + self._points(person, one, known)

    @staticmethod
    def _points(person, one, known):
        """Its points stand in the order in which they were written."""
        seen = person.get("/api/proceedings/" + known).body
        left = [point["id"] for point, wish in zip(seen["points"], one["points"]) if wish["give"] and not point.get("directive")]
        if not left:
            return 0
        person.post("/api/proceedings/%s/directives" % known, {"points": left}, key("points", known, *left), etag='"%d"' % seen["version"])
        return 1


def _written(one, today):
    points = [{"text": point["text"], "units": point["units"], "due": _due(point["days"], today)} for point in one["points"]]
    wanted = {name: one[name] for name in ("kind", "title", "number", "place", "chair", "participants")}
    wanted.update(heldOn=str(today - timedelta(days=one["ago"])), points=points, agenda=[{"text": text} for text in one["agenda"]])
    return wanted


def _due(days, today):
    return None if days is None else {"kind": "by", "date": str(today + timedelta(days=days)), "thenOngoing": False, "tentative": False}

"""Who does what with the tasks and reports of a published plan. Pure: the same plan has the same script on every run."""

from datetime import date, timedelta
from decimal import Decimal

SOON = timedelta(days=7)
RECORDED = {"acknowledgement": "TaskAcknowledged", "progress": "ProgressRecorded", "completion": "CompletionSubmitted",
            "acceptance": "TaskCompleted", "return": "CompletionReturned"}


def acts(plan, place, story):
    """For each task of a plan its id, lead units and acts; place is that of the plan among the samples, so that plans differ."""
    published = date.fromisoformat(plan["summary"]["publishedOn"])
    seen = {}
    for number, task in enumerate(plan["tasks"]):
        kind = nearness(task.get("due"), published)
        turn = seen.get(kind, place)
        seen[kind] = turn + 1
        choices = story["tasks"][kind]
        yield task, number, choices[turn % len(choices)]


def nearness(due, published):
    """late, soon or ahead of the day of publication; open without a day."""
    if not due or due["kind"] != "by":
        return "open"
    left = date.fromisoformat(due["date"]) - published
    return "late" if left < timedelta(0) else "soon" if left <= SOON else "ahead"


def left_to_do(wanted, history):
    """The acts that the history of a task does not show yet, in order."""
    done = {entry["type"].rsplit(".", 1)[-1] for entry in history}
    return [act for act in wanted if RECORDED[act] not in done]


def body(act, number, story, published):
    """What a person writes with an act; the same at every try."""
    if act == "acknowledgement":
        return None
    if act == "acceptance":
        return {}
    texts = story[act]
    written = dict(texts[number % len(texts)])
    if "documentNumber" in written:
        written["documentDate"] = published
    return written


def measurement(target, number, story):
    """What a unit tells of a target; None where it has told nothing yet. Shares have a decimal, counts have none."""
    told = story["targets"]
    part = told["parts"][number % len(told["parts"])]
    if part is None or not target["periods"]:
        return None
    goal = Decimal(str(target["summary"]["value"])) * Decimal(part)
    value = goal.quantize(Decimal("0.1") if "%" in target["summary"]["unit"] else Decimal("1"))
    if "%" in target["summary"]["unit"]:
        value = min(value, Decimal(100))
    return {"period": target["periods"][0], "value": float(value), "estimated": True, "source": told["source"], "evidence": told["evidence"]}


def definition(target, story, year):
    """What the standing unit confirms where the words of a target say that it is a share of the budget; None elsewhere."""
    proposal = target.get("proposal")
    return dict(arithmetic=None, share=dict(story["targets"]["base"], baseYear=year, money=proposal["money"], programme=proposal.get("programme"))) if proposal else None


def reports_open(rule, published):
    """Whether a rule expects a report of the period that runs at publication: its day must be still to come. Half-years are left out."""
    month = {"monthly": published.month, "quarterly": -(-published.month // 3) * 3, "yearly": rule.get("month")}.get(rule["frequency"])
    return month is not None and (published.month, published.day) <= (month, rule["day"] or 31)


def report_steps(wish):
    """submitted, nothing, accepted, returned: the calls that lead there, each with the event that shows it was made."""
    first = [("submission", "ReportSubmitted")]
    return first + {"accepted": [("acceptance", "ReportAccepted")], "returned": [("return", "ReportReturned")]}.get(wish, [])


def submission(wish, number, form, story):
    if wish == "nothing":
        return {"nothingToReport": True}
    texts = story["reports"]
    pick = {name: texts[name][number % len(texts[name])] for name in ("results", "difficulties", "proposals")}
    lines = [dict(line, result=line.get("result") or texts["line"]) for line in form]
    return dict(pick, nothingToReport=False, lines=lines)

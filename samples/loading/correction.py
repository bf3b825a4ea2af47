"""What the standing unit corrects in a draft before it can be published. Pure functions over the draft's content."""

import copy

from .province import fold

DAYS = {"monthly": (25, None), "quarterly": (20, None), "half-yearly": (5, 6), "nine-monthly": (20, 9), "yearly": (1, 12)}


def corrected(content, plan, province):
    """The lists that change, as the merge patch takes them, and a line for each thing that was decided."""
    notes, patch = [], {}
    tasks = [_task(row, plan, province, notes) for row in content["tasks"]]
    rules = [_rule(row, plan, province, notes) for row in content["reporting"]]
    if tasks != content["tasks"]:
        patch["tasks"] = tasks
    targets = [_target(row, plan, province) for row in content["targets"]]
    duties = [dict(row, decision=row.get("decision") or "watched") for row in content.get("duties", [])]
    if rules != content["reporting"]:
        patch["reporting"] = rules
    if targets != content["targets"]:
        patch["targets"] = targets
        notes.append("the standing unit answers for targets that name nobody, by quarter")
    if duties != content.get("duties", []):
        patch["duties"] = duties
        notes.append("duties without a task are watched")
    return patch, notes


def accepting(content, refusals):
    """A second look at rows that were refused all the same: a task is confirmed as it stands, then dropped, any other row is dropped."""
    rows = {refusal["field"] for refusal in refusals}
    patch, notes = {}, []
    for name in ("tasks", "targets", "reporting"):
        changed = [_given_up(row, name, notes) if _about(row, rows) else row for row in content[name]]
        if changed != content[name]:
            patch[name] = changed
    return patch, notes


def _about(row, fields):
    """Refusals name the row, or a path in which it is a part."""
    return any(row["row"] == field or row["row"] in field.replace("[", ".").replace("]", ".").split(".") for field in fields)


def _given_up(row, name, notes):
    if name == "tasks" and not row.get("confirmed"):
        notes.append("confirmed as it stands: %s" % row["title"])
        return dict(row, confirmed=True)
    notes.append("dropped: %s" % (row.get("title") or row.get("name") or row.get("frequency")))
    return dict(row, dropped=True)


def _task(row, plan, province, notes):
    row = copy.deepcopy(row)
    if row.get("dropped"):
        return row
    row["lead"] = _units(row["lead"], plan, province, notes, drop_unknown=True)
    row["coordinating"] = _units(row["coordinating"], plan, province, notes, drop_unknown=False)
    if not row["lead"]:
        standing = province.standing_unit(plan["commune"])
        row["lead"] = [_named(province, standing)]
        notes.append("nobody leads, the standing unit takes it: %s" % row["title"])
    if not row.get("due") and not row.get("confirmed"):
        row["confirmed"] = True
        notes.append("confirmed without a day: %s" % row["title"])
    return row


def _units(named, plan, province, notes, drop_unknown):
    found = []
    for unit in named:
        if unit.get("unit"):
            found.append(unit)
            continue
        chosen = _choice(unit, plan, province)
        if chosen:
            notes.append("%s: %s" % (unit["name"], ", ".join(province.units[id]["name"] for id in chosen)))
            found += [dict(_named(province, id), name=unit["name"]) if len(chosen) == 1 else _named(province, id) for id in chosen]
        elif not drop_unknown:
            found.append(unit)
    return _once(found)


def _choice(unit, plan, province):
    collective = {fold(name): ids for name, ids in plan["collectives"].items()}
    if fold(unit["name"]) in collective:
        return collective[fold(unit["name"])]
    known = province.unit_named(plan["commune"], unit["name"])
    if known:
        return [known]
    return unit.get("candidates", [])[:1]


def _named(province, unit):
    return {"name": province.units[unit]["name"], "unit": unit, "candidates": []}


def _once(units):
    seen, kept = set(), []
    for unit in units:
        if unit.get("unit") is None or unit["unit"] not in seen:
            kept.append(unit)
            seen.add(unit.get("unit"))
    return kept


def _target(row, plan, province):
    if row.get("dropped"):
        return row
    owner = row.get("owner") or {}
    if not owner.get("unit"):
        owner = _named(province, province.standing_unit(plan["commune"]))
    return dict(row, owner=owner, dataSource=row.get("dataSource") or "Báo cáo của đơn vị", rhythm=row.get("rhythm") or "quarterly")


def _rule(row, plan, province, notes):
    row = copy.deepcopy(row)
    if row.get("dropped"):
        return row
    if row.get("day") is None:
        if row["frequency"] not in DAYS:
            notes.append("no rhythm to wait for, dropped: %s" % row["frequency"])
            return dict(row, dropped=True)
        row["day"], month = DAYS[row["frequency"]]
        row["month"] = row.get("month") or month
        row["strict"] = True
        notes.append("%s reports: before day %d" % (row["frequency"], row["day"]))
    if row["frequency"] == "quarterly":
        row["dayConfirmed"] = True  # of the last month of the quarter
    return _owers(row, plan, province, notes)


def _owers(row, plan, province, notes):
    standing = province.standing_unit(plan["commune"])
    by_standing = standing in row["owedBy"] or province.unit_named(plan["commune"], row.get("reporter") or "") == standing
    if not row.get("owedTo"):
        row["owedTo"] = plan["commune"] if by_standing else standing
    if not row["owedBy"]:
        row["owedBy"] = [standing] if by_standing else list(plan["owing"])
        notes.append("%s reports are owed by %d units" % (row["frequency"], len(row["owedBy"])))
    row["owedBy"] = [unit for unit in row["owedBy"] if unit != row["owedTo"]]
    return row

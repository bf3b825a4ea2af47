"""The directory: taken over once, then known to every service a moment later."""

from .errors import Refused
from .waiting import until

PROBES = ("/api/organisation/me", "/api/plans", "/api/tasks", "/api/reports/obligations")
NOT_YET = {401, 403, 404, 503}


def take_over(province, people, setup_token, say):
    keeper = province.account_with("province-administrator")
    if _is_there(province, people[keeper]):
        say("directory is there: %d units" % len(province.units))
        return
    done = _import(province, people[keeper], setup_token)
    say("directory imported: %d units, %d positions, %d calendars" % (done["units"], done["positions"], done["calendars"]))


def wait_until_known(people, accounts, patience, say):
    """Every service has its own copy of the directory: wait until each knows the people who act."""
    for account in accounts:
        for path in PROBES:
            until("%s to know %s" % (path, account), lambda: _asked(people[account], path), patience)
    say("the services know %d people who act" % len(accounts))


def _is_there(province, keeper):
    try:
        known = {unit["id"] for unit in keeper.all("/api/organisation/units")}
    except Refused as refusal:
        if refusal.status in NOT_YET:
            return False
        raise
    return known >= set(province.units)


def _import(province, keeper, setup_token):
    """The setup token counts while the directory is empty; one that is there in part is the province administrator's to complete."""
    return keeper.api.call("POST", "/api/organisation/import", body=province.directory, token=keeper.token, headers={"Setup-Token": setup_token}).body


def _asked(person, path):
    try:
        return person.get(path, **({} if path.endswith("/me") else {"limit": 1}))
    except Refused as refusal:
        if refusal.status in NOT_YET:
            return None
        raise

"""The fictional province as it lies in this folder: units, positions, accounts, what happens to its plans."""

import hashlib
import json
import re
import unicodedata
from pathlib import Path

# Those who keep the directory or look on do no work of a unit
NOT_WORKING = ("province-administrator", "commune-administrator", "province-viewer", "inspection")
FOLDER = Path(__file__).resolve().parent.parent


class Province:

    def __init__(self, folder=FOLDER):
        self.directory = _read(folder / "province.json")
        self.accounts = _read(folder / "accounts.json")
        self.plans = _read(folder / "plans.json")
        self.story = _read(folder / "story.json")
        self.acts = _read(folder / "acts.json")
        self.units = {unit["id"]: unit for unit in self.directory["units"]}
        self._names = {}
        for unit in self.directory["units"]:
            for name in [unit["name"]] + unit["aliases"]:
                self._names.setdefault((unit.get("commune"), fold(name)), unit["id"])

    def unit_named(self, commune, name):
        """The unit of that commune that bears the name or an alias of it; None where none does."""
        return self._names.get((commune, fold(name)))

    def standing_unit(self, commune):
        return next(unit["id"] for unit in self.directory["units"] if unit.get("commune") == commune and unit["standing"])

    def units_of(self, account):
        """The units in which the person of an account holds a position."""
        person = next(row["person"] for row in self.accounts if row["account"] == account)
        return {position["unit"] for position in self.directory["positions"] if position.get("holder") == person}

    def account_in(self, unit):
        """An account of somebody who works in that very unit; None where nobody who does has one."""
        return next((row["account"] for row in self.accounts if self._works_in(row["person"], unit)), None)

    def _works_in(self, person, unit):
        return any(position["unit"] == unit and position.get("holder") == person and position["role"] not in NOT_WORKING
                   for position in self.directory["positions"])

    def account_with(self, role):
        return next(row["account"] for row in self.accounts if row["role"] == role)


def fold(name):
    """A name without marks, case, dashes and doubled spaces, so that spellings of one unit are equal."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w]+", " ", bare.replace("đ", "d").replace("Đ", "D").lower()).split())


def key(*parts):
    """The same idempotency key for the same step of the same sample, whenever it is tried."""
    return "sample-" + hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:40]


def _read(file):
    return json.loads(file.read_text(encoding="utf-8"))

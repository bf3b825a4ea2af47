"""The packages that check files of an installation, brought once for all tests."""

import sys

from dondoc_local import parts
from dondoc_local.places import PROJECT

COMPOSE = PROJECT / "deploy" / "compose"
CHART = PROJECT / "deploy" / "helm" / "dondoc"
PROMETHEUS = PROJECT / "deploy" / "prometheus"
OPERATING = PROJECT / "docs" / "operating.md"


def bring():
    """Puts them on the path of Python."""
    folder = str(parts.checking())
    if folder not in sys.path:
        sys.path.append(folder)

"""The commands: what each takes, what it prints, how it ends."""

import argparse
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

from . import clock, http, parts, samples, services, state, status, stopping
from .errors import LocalError
from .files import locked
from .installation import Installation
from .places import Places
from .starting import Starting
from .table import table

PATIENCE = 900


def run(command):
    """Runs a command's main function: faults become a sentence on stderr and an exit code."""
    try:
        if not sys.platform.startswith("linux"):
            raise LocalError("the local commands need Linux: they find their processes in /proc")
        sys.exit(command(sys.argv[1:]))
    except LocalError as fault:
        print("%s: %s" % (sys.argv[0].rsplit("/", 1)[-1], fault), file=sys.stderr)
        sys.exit(fault.status)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Nobody reads on; what is buffered must not complain again at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


def timed(to_stderr=False):
    """Says lines with the seconds since now in front of each."""
    since = time.monotonic()

    def say(text):
        print("%6.1f s  %s" % (time.monotonic() - since, text), file=sys.stderr if to_stderr else sys.stdout, flush=True)

    return say


def parts_command(arguments):
    parser = argparse.ArgumentParser(
        prog="parts", description="Brings a part that Đôn Đốc needs on this machine, if it is not here, and prints its path.",
        epilog="Looked for on PATH (and in KAFKA_HOME) first; fetched ones are kept in ${XDG_CACHE_HOME:-~/.cache}/dondoc.")
    parser.add_argument("part", choices=("mongod", "kafka", "schemathesis", "checking", "promtool"),
                        help="mongod: the program; kafka: the folder of a broker's jars; schemathesis: the folder of what fuzzes the interfaces in tests; "
                             "checking: the folder of what checks charts and compose files; promtool: the program that checks rules of Prometheus")
    wanted = parser.parse_args(arguments).part
    print(getattr(parts, wanted)())
    return 0


def lock(places):
    """One command changes an installation at a time."""
    return locked(places.lock, PATIENCE, lambda: print("another command works on this installation: waiting for it", file=sys.stderr))


def up_command(arguments):
    parser = argparse.ArgumentParser(
        prog="up", description="Starts Đôn Đốc on this machine: builds it where needed, starts what does not run, loads the samples, prints the address.",
        epilog="Parts come from the environment (MONGODB_URI, KAFKA_BOOTSTRAP_SERVERS, SMTP_URL), else from PATH, else from packages. "
               "Data stay in .dondoc/ of the project, or where DONDOC_DATA points.")
    parser.add_argument("--fresh", action="store_true", help="remove the data of earlier runs first")
    parser.add_argument("--no-build", action="store_true", help="start what is built, however old")
    parser.add_argument("--no-samples", action="store_true", help="do not load the fictional province")
    parser.add_argument("--empty", action="store_true", help="begin with nothing at all: prints where to set it up, and the setup token")
    asked = parser.parse_args(arguments)
    say = timed()
    with lock(Places()):
        if asked.fresh:
            _wipe(Places(), say)
        installation = Installation()
        starting = Starting(installation, say)
        starting.run(build_first=not asked.no_build)
        say(status.told_memory(status.report(installation)))
        database = installation.external.get(services.MONGOD, "ours")
        if not asked.no_samples and not asked.empty and installation.state.get("samples") != database:
            say("loading the samples: six communes import, publish and work")
            summary = samples.load(installation.places, installation.url(), starting.secrets, starting.jdk)
            installation.state.put("samples", database)
            say("the samples are loaded: %s" % summary)
        if asked.empty:
            _first_steps(installation, starting.secrets["setup-token"])
        else:
            _welcome(installation, starting.secrets["demo-password"])
    return 0


def _wipe(places, say):
    stopping.stop(places)
    state.wipe(places)
    say("the data of earlier runs in %s are removed" % places.data)
    if "MONGODB_URI" in os.environ or "KAFKA_BOOTSTRAP_SERVERS" in os.environ:
        say("what the database or broker of the environment hold is not ours to remove: it stays")


def _first_steps(installation, token):
    print()
    print("Thiết lập lần đầu / first set-up:  %s/setup" % installation.url())
    print("Mã thiết lập / setup token:  %s" % token, flush=True)


def _welcome(installation, password):
    rows = samples.accounts(installation.places)
    print()
    if rows:
        print("Tài khoản dùng thử / demo accounts:")
        for line in table(rows):
            print("  " + line)
        print("Mật khẩu / password:  %s" % password)
    print("Giờ nghiệp vụ / domain time:  %s" % clock.told(datetime.now(timezone.utc), installation.offset()))
    print("Lệnh khác / other commands:  deploy/local/status, clock +10d, token ACCOUNT, down")
    print("Đôn Đốc đang chạy tại / is running at:  %s" % installation.url(), flush=True)


def down_command(arguments):
    parser = argparse.ArgumentParser(prog="down", description="Stops the parts of Đôn Đốc on this machine; the data stay. `up` starts them again.")
    parser.add_argument("--part", action="append", choices=services.STOPPING, metavar="PART", help="stop only this one; may be repeated: %(choices)s")
    asked = parser.parse_args(arguments)
    with lock(Places()):
        wanted = [part for part in services.STOPPING if not asked.part or part in asked.part]
        killed = stopping.stop(Places(), wanted)
    for part in killed:
        print("%s did not end within %d s and was killed" % (part, stopping.GRACE), file=sys.stderr)
    print("stopped: %s" % ", ".join(wanted))
    return 0


def status_command(arguments):
    parser = argparse.ArgumentParser(prog="status", description="Shows each part: process, port, health, seconds from its start until it was ready, resident memory, and the share of it where pages are shared.",
                                     epilog="Ends with 1 when something is down.")
    parser.add_argument("--json", action="store_true", help="as one JSON object, for scripts")
    asked = parser.parse_args(arguments)
    told = status.report(Installation())
    if asked.json:
        print(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        for line in status.lines(told):
            print(line)
    return 0 if told["up"] else 1


def clock_command(arguments):
    parser = argparse.ArgumentParser(
        prog="clock", description="Shifts the domain clock of all local services; ends when each has confirmed. Without a time it prints the present one.",
        epilog="TIME: %s. A shift counts from the present domain time; a date means 08:00 of that day in Viet Nam." % clock.FORMS)
    parser.add_argument("time", nargs="?", metavar="TIME", help="the new domain time")
    # A shift back looks like an option
    plain = ["--"] + arguments if len(arguments) == 1 and clock.SHIFT.fullmatch(arguments[0].lower()) else arguments
    asked = parser.parse_args(plain)
    if asked.time is None:
        print(clock.told(datetime.now(timezone.utc), Installation().offset()))
        return 0
    with lock(Places()):
        return _set_clock(Installation(), asked.time)


def _set_clock(installation, wish):
    now = datetime.now(timezone.utc)
    offset = clock.offset_for(wish, installation.offset(), now)
    headers = {"X-Local-Secret": state.existing_secret(installation.places, "local-secret")}
    body = {"offset": clock.iso(offset)}

    def put(name):
        return http.call("PUT", installation.url(name) + "/local/clock", body, headers, seconds=20.0)

    with ThreadPoolExecutor(max_workers=len(services.NAMES)) as pool:
        answers = dict(zip(services.NAMES, pool.map(put, services.NAMES)))
    silent = {name: answer for name, answer in answers.items() if not clock.confirmed(answer, offset)}
    for name, answer in silent.items():
        print("clock: %s did not confirm: %s" % (name, answer.told()), file=sys.stderr)
    if len(silent) == len(answers):
        raise LocalError("no service confirmed; the clock stays as it was", "start them with: deploy/local/up")
    installation.state.put("clockOffset", clock.iso(offset))
    print(clock.told(datetime.now(timezone.utc), offset))
    if silent:
        print("clock: those that did not confirm take it when `deploy/local/up` starts them again", file=sys.stderr)
    return 1 if silent else 0


def token_command(arguments):
    parser = argparse.ArgumentParser(prog="token", description="Prints a bearer token of a demo account, for scripts: "
                                     "curl -H \"Authorization: Bearer $(deploy/local/token ACCOUNT)\" …")
    parser.add_argument("account", metavar="ACCOUNT", help="one of the demo accounts that `up` lists")
    asked = parser.parse_args(arguments)
    installation = Installation()
    headers = {"X-Local-Secret": state.existing_secret(installation.places, "local-secret")}
    answer = http.call("POST", installation.url() + "/local/tokens", {"account": asked.account}, headers, seconds=20.0)
    token = answer.json().get("access_token")
    if not answer.good or not token:
        raise LocalError("no token for %s: %s" % (asked.account, answer.told()))
    print(token)
    return 0

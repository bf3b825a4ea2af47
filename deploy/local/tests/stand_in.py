"""A stand-in for a service: readiness, the local clock, tokens. Run by the test of the commands in place of a JVM."""

import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

OFFSET = [os.environ["DONDOC_LOCAL_CLOCK_OFFSET"]]


class Handler(BaseHTTPRequestHandler):
    def answer(self, status, body):
        data = json.dumps(body).encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def known(self):
        return self.headers.get("X-Local-Secret") == os.environ["DONDOC_LOCAL_SECRET"]

    def do_GET(self):
        self.answer(200 if self.path == "/actuator/health/readiness" else 404, {"status": "UP", "offset": OFFSET[0]})

    def do_PUT(self):
        if not self.known():
            return self.answer(404, {})
        OFFSET[0] = self.body()["offset"]
        return self.answer(200, {"offset": OFFSET[0]})

    def do_POST(self):
        account = self.body()["account"]
        if not self.known() or account != "an.nguyen":
            return self.answer(404, {"detail": "no such account"})
        return self.answer(200, {"access_token": "token-of-" + account})


signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
print("stand-in of", os.environ["DONDOC_LOCAL_PART"], flush=True)
if os.environ["DONDOC_LOCAL_PART"] == os.environ.get("STAND_IN_FAILS"):
    sys.exit("the port of the database is missing")
if os.environ["DONDOC_LOCAL_PART"] == os.environ.get("STAND_IN_FALLS"):
    os.kill(os.getpid(), signal.SIGSEGV)
ThreadingHTTPServer(("127.0.0.1", int(os.environ["SERVER_PORT"])), Handler).serve_forever()

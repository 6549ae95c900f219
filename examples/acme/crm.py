#!/usr/bin/env python3
"""A fake CRM of four operations, for the example beside it: python3 crm.py [PORT]"""

import itertools
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PREFIX = "/api/v2/deals"
PAGE = 2

deals = {}
answered = {}
numbers = itertools.count(1)


class CRM(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        page = int(query.get("page", ["1"])[0])
        chosen = [d for d in deals.values() if d["stage"] in query.get("stage", [d["stage"]])]
        rows = chosen[(page - 1) * PAGE : page * PAGE]
        self.answer(200, {"deals": rows, "count": len(chosen)})

    def do_POST(self):
        key = self.headers.get("Idempotency-Key")
        body = self.body()
        if key not in answered:
            deal = {"id": f"deal_{next(numbers)}", "stage": "open", "amount": None} | body
            deals[deal["id"]] = answered[key] = deal
        self.answer(200, {"deal": answered[key]})

    def do_PATCH(self):
        deal = deals.get(self.deal_id())
        if deal is None:
            return self.refuse(404, "unknown_deal", "there is no such deal")
        deal |= self.body()
        self.answer(200, {"deal": deal})

    def do_DELETE(self):
        if deals.pop(self.deal_id(), None) is None:
            return self.refuse(404, "unknown_deal", "there is no such deal")
        self.answer(200, {})

    def parse_request(self):
        """Refuses what has no key or no such path, before any of the methods above."""
        if not super().parse_request():
            return False
        if not self.headers.get("Authorization", "").startswith("Token "):
            self.refuse(401, "no_key", "send Authorization: Token KEY")
            return False
        if not urlsplit(self.path).path.startswith(PREFIX):
            self.refuse(404, "unknown_path", "there is no such path")
            return False
        return True

    def deal_id(self):
        return urlsplit(self.path).path.removeprefix(PREFIX + "/")

    def body(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")

    def refuse(self, status, reason, problem):
        self.answer(status, {"reason": reason, "problem": problem})

    def answer(self, status, value):
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8099
    server = ThreadingHTTPServer(("127.0.0.1", port), CRM)
    print(f"http://127.0.0.1:{server.server_port}/api/v2", flush=True)
    server.serve_forever()

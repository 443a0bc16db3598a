#!/usr/bin/env python3
"""Measures the gateway against nginx as a plain proxy. See README.md beside this file."""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BACKEND, NGINX, PLAIN, POLICIES = 9101, 9102, 9103, 9104
TICK = os.sysconf("SC_CLK_TCK")

NGINX_FRAME = """
daemon off; master_process off; worker_processes 1; pid {dir}/{name}.pid; error_log /dev/null;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 1000000000;
  client_body_temp_path {dir}/b; proxy_temp_path {dir}/p; fastcgi_temp_path {dir}/f; uwsgi_temp_path {dir}/u; scgi_temp_path {dir}/s;
  {content}
}}
"""
NGINX_BACKEND = """
  server {{ listen 127.0.0.1:{port}; default_type application/json; location / {{ return 200 '{{"message":"hello there"}}'; }} }}
"""
NGINX_PROXY = """
  upstream backend {{ server 127.0.0.1:{backend}; keepalive 64; keepalive_requests 1000000000; }}
  server {{ listen 127.0.0.1:{port};
    location / {{ proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; }} }}
"""


def api(policies):
    definition = {
        "id": "bench", "name": "Bench", "apiVersion": "1", "definitionVersion": "4.0.0", "type": "proxy",
        "listeners": [{"type": "http", "paths": [{"path": "/"}], "entrypoints": [{"type": "http-proxy"}]}],
        "endpointGroups": [{"name": "default", "type": "http-proxy", "endpoints": [
            {"name": "one", "type": "http-proxy", "configuration": {"target": f"http://127.0.0.1:{BACKEND}"}}]}],
        "plans": [{"id": "plan", "name": "Plan", "status": "published",
                   "security": {"type": "api-key" if policies else "key-less", "configuration": {}}}],
    }
    if policies:
        def add(name, value):
            return {"name": name, "enabled": True, "policy": "transform-headers",
                    "configuration": {"addHeaders": [{"name": name, "value": value}]}}
        definition["flows"] = [{
            "name": "stamp", "enabled": True,
            "selectors": [{"type": "http", "path": "/", "pathOperator": "STARTS_WITH"},
                          {"type": "condition", "condition": "{#request.headers['X-Tier'][0] == 'gold'}"}],
            "request": [add("X-Priority", "high"), add("X-From", "{#request.headers['Host'][0]}")],
            "response": [add("X-Served", "{#response.status}")]}]
    return definition


def folder(root, policies):
    path = Path(root) / ("policies" if policies else "plain")
    path.mkdir()
    (path / "bench.json").write_text(json.dumps(api(policies)))
    if policies:
        subscription = {"id": "sub", "api": "bench", "plan": "plan", "application": "app", "applicationName": "App",
                        "status": "ACCEPTED", "environmentId": "DEFAULT", "metadata": {}}
        key = {"id": "key", "key": "secret", "api": "bench", "plan": "plan", "subscription": "sub",
               "subscriptions": ["sub"], "application": "app", "revoked": False, "paused": False}
        (path / "bench.subscriptions.json").write_text(json.dumps([subscription]))
        (path / "bench.apikeys.json").write_text(json.dumps([key]))
    return path


class Server:
    """A process pinned to a core."""

    def __init__(self, core, command, port, output=subprocess.DEVNULL):
        self.port = port
        self.process = subprocess.Popen(["taskset", "-c", str(core), *map(str, command)],
                                        stdout=output, stderr=subprocess.DEVNULL)
        start = time.time()
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                if self.process.poll() is not None or time.time() - start > 10:
                    sys.exit(f"{command[0]} does not listen on {port}")
                time.sleep(0.002)

    def cpu(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()


def busy():
    fields = list(map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]))
    return (sum(fields) - fields[3] - fields[4]) / TICK


def measure(server, ours, seconds, connections):
    """Requests per second, processor time per request in microseconds, share of the processors that others used."""
    children = os.times()
    before, own, others, start = server.cpu(), sum(one.cpu() for one in ours), busy(), time.time()
    output = subprocess.run(
        ["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{seconds}s",
         "-H", "X-Tier: gold", "-H", "X-Gravitee-Api-Key: secret", f"http://127.0.0.1:{server.port}/"],
        capture_output=True, text=True, check=True).stdout
    elapsed, after = time.time() - start, os.times()
    wrk = after.children_user + after.children_system - children.children_user - children.children_system
    mine = sum(one.cpu() for one in ours) - own + wrk
    foreign = (busy() - others - mine) / (elapsed * os.cpu_count())
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    if bad:
        sys.exit(f"port {server.port}: {bad[1]} requests failed")
    requests = int(re.search(r"(\d+) requests in", output)[1])
    return requests / elapsed, (server.cpu() - before) / requests * 1e6, foreign


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gateway", default="target/release/gravel")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=7)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--any-load", action="store_true", help="keep rounds in which others used the processors")
    options = parser.parse_args()
    for tool in ("nginx", "wrk", "taskset"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is needed")
    root = tempfile.mkdtemp(prefix="gravel-bench-")
    servers = []

    def nginx(name, core, port, content):
        path = Path(root) / f"{name}.conf"
        path.write_text(NGINX_FRAME.format(dir=root, name=name, content=content))
        servers.append(Server(core, ["nginx", "-p", root, "-c", path], port))
        return servers[-1]

    def gateway(policies, port):
        log = Path(root) / "access.log" if policies else "off"
        servers.append(Server(0, [options.gateway, "gateway", "run", folder(root, policies), "--threads", 1,
                                  "--listen", f"127.0.0.1:{port}", "--access-log", log, "--log-format", "json"], port))
        return servers[-1]

    try:
        nginx("backend", 1, BACKEND, NGINX_BACKEND.format(port=BACKEND))
        measured = {
            "nginx, plain proxy": nginx("proxy", 0, NGINX, NGINX_PROXY.format(port=NGINX, backend=BACKEND)),
            "gateway, no policies": gateway(False, PLAIN),
            "gateway, key + condition + 3 transforms + log": gateway(True, POLICIES),
        }
        results = {name: [] for name in measured}
        for server in measured.values():
            measure(server, servers, 1, options.connections)
        while min(map(len, results.values())) < options.rounds:
            for name, server in measured.items():
                result = measure(server, servers, options.seconds, options.connections)
                if options.any_load or result[2] < 0.05:
                    results[name].append(result)
        print("| | requests/s | of nginx | processor time per request | memory |\n|---|---|---|---|---|")
        base = statistics.median(rate for rate, _, _ in results["nginx, plain proxy"])
        for name, rounds in results.items():
            rate = statistics.median(one[0] for one in rounds)
            cost = statistics.median(one[1] for one in rounds)
            print(f"| {name} | {rate:,.0f} | {rate / base:.2f} | {cost:.1f} µs | {measured[name].memory():.0f} MB |")
    finally:
        for server in servers:
            server.stop()
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()

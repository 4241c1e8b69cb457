#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Requests a second of pgyd-web against nginx: the same file, one process each, 200 and 304, interleaved rounds in one run.

    contrib/bench/http.py [BUILD-DIR] [--rounds N] [--seconds N]

Needs wrk and nginx (Debian: wrk, nginx-light; as root they are installed when missing). nginx is set up to do as little as it can: no
log, sendfile, an open file cache. The ratio is the median of the rounds' ratios: on a busy machine single figures mean nothing."""
import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../tests/e2e"))
TOKEN = "pgyf_benchmark0123456789abcdefghijklmnopqrstuv"
PATH = f"/f/{TOKEN}/pgyd.ics"

NGINX = """daemon off; worker_processes 1; pid {root}/pid; error_log {root}/error.log; user {user};
events {{ worker_connections 1024; use epoll; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; keepalive_time 1d;
  open_file_cache max=100 inactive=1h; open_file_cache_valid 1h; types {{ text/calendar ics; }}
  client_body_temp_path {root}/t1; proxy_temp_path {root}/t2; fastcgi_temp_path {root}/t3; uwsgi_temp_path {root}/t4; scgi_temp_path {root}/t5;
  server {{ listen 127.0.0.1:{port}; root {root}/www; }}
}}
"""


def install():
    missing = [package for program, package in (("wrk", "wrk"), ("nginx", "nginx-light")) if not shutil.which(program)
               and not os.path.exists("/usr/sbin/" + program)]
    if missing and os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], check=True, stdout=subprocess.DEVNULL)
    elif missing:
        sys.exit(f"http.py: missing programs: install {' '.join(missing)}")


def calendar():
    event = ("BEGIN:VEVENT\r\nUID:{0:032d}\r\nDTSTAMP:20261122T000000Z\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Milestone {0}\r\n"
             "DESCRIPTION:" + "text " * 40 + "\r\nEND:VEVENT\r\n")
    body = "".join(event.format(i) for i in range(148))
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//pgyd//bench//EN\r\n" + body + "END:VCALENDAR\r\n").encode()


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def start_nginx(root, body):
    where = os.path.join(root, "www", os.path.dirname(PATH)[1:])
    os.makedirs(where)
    with open(os.path.join(where, "pgyd.ics"), "wb") as f:
        f.write(body)
    port = free_port()
    conf = os.path.join(root, "nginx.conf")
    with open(conf, "w", encoding="ascii") as f:
        f.write(NGINX.format(root=root, port=port, user="root" if os.geteuid() == 0 else "nobody"))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return subprocess.Popen([program, "-c", conf, "-p", root], stderr=subprocess.DEVNULL), port


def start_pgyd(root, body, build):
    import hashlib
    os.environ["top_builddir"] = build
    import harness as h
    h.BUILD = build
    feeds = os.path.join(root, "feeds")
    os.makedirs(os.path.join(feeds, "me"))
    with open(os.path.join(feeds, "me/all.generic.ics"), "wb") as f:
        f.write(body)
    with open(os.path.join(feeds, "tokens"), "w", encoding="ascii") as f:
        f.write(hashlib.sha256(TOKEN.encode()).hexdigest() + " me/all.generic\n")
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(1024)
    listener.setblocking(False)
    ours, theirs = socket.socketpair()
    process = subprocess.Popen(["/bin/bash", "-c", f'exec "$0" 3<&{theirs.fileno()}', os.path.join(build, "src/web/pgyd-web")],
                               pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
    theirs.close()
    link = h.Link(ours)
    directory = os.open(feeds, os.O_RDONLY)
    link.send(h.hello())
    link.send(h.frame(h.P_SOCKET, h.u8(0)), listener.fileno())
    link.send(h.frame(h.P_FEEDS), directory)
    return process, listener.getsockname()[1], (link, listener)


def fetch(port, extra=""):
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as s:
                s.sendall(f"GET {PATH} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{extra}\r\n".encode())
                data = b""
                while part := s.recv(65536):
                    data += part
                return data
        except OSError:
            time.sleep(0.05)
    sys.exit("http.py: no answer")


def cpu(pid):
    """User and system seconds of a process and, for nginx, its workers."""
    total = 0
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat", encoding="ascii") as f:
                fields = f.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(entry) == pid or int(fields[1]) == pid:
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def wrk(port, pid, seconds, etag, status):
    before = cpu(pid)
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s"] + (["-H", f"If-None-Match: {etag}"] if status == 304 else [])
    out = subprocess.run(command + [f"http://127.0.0.1:{port}{PATH}"], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        sys.exit("http.py: failed requests:\n" + out)
    requests = int(re.search(r"(\d+) requests in", out)[1])
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), (cpu(pid) - before) / requests * 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", nargs="?", default=".")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=int, default=2)
    options = parser.parse_args()
    install()
    body = calendar()
    root = tempfile.mkdtemp(prefix="pgyd-bench-")
    nginx, nginx_port = start_nginx(root, body)
    pgyd, pgyd_port, kept = start_pgyd(root, body, os.path.abspath(options.build))
    try:
        ports = {"pgyd-web": (pgyd_port, pgyd.pid), "nginx": (nginx_port, nginx.pid)}
        tags = {}
        for name, (port, _) in ports.items():
            data = fetch(port)
            assert data.endswith(body), f"{name} does not serve the file"
            tags[name] = re.search(rb"(?i)\r\nETag: (\S+)", data)[1].decode()
            assert b" 304 " in fetch(port, f"If-None-Match: {tags[name]}\r\n")[:40], f"{name} does not answer 304"
        print(f"{len(body)} bytes, 32 connections, {options.rounds} rounds of {options.seconds} s")
        for status in (200, 304):
            seen = {name: [] for name in ports}
            for i in range(options.rounds):
                for name in (list(ports) if i % 2 else list(ports)[::-1]):
                    seen[name].append(wrk(*ports[name], options.seconds, tags[name], status))
            ratios = [a[0] / b[0] for a, b in zip(seen["pgyd-web"], seen["nginx"])]
            for name, runs in seen.items():
                print(f"{status}  {name:9} {statistics.median(r[0] for r in runs):9.0f}/s  {statistics.median(r[1] for r in runs):6.1f} us CPU")
            print(f"{status}  ratio     {statistics.median(ratios):9.2f}    ({min(ratios):.2f} to {max(ratios):.2f}; aim 0.90)")
    finally:
        kept[0].close()
        pgyd.wait(10)
        nginx.terminate()
        nginx.wait(10)
        shutil.rmtree(root)


main()

#!/usr/bin/env python3
"""What signing in gives away by its timing, and what many at once cost the others; ends non-zero when a bound is broken.

    python3 tests/load/signin.py                     # a few minutes; Python 3 and the .NET SDK alone
    python3 tests/load/signin.py --only names crowd  # some of these
    python3 tests/load/signin.py --sabotage names    # spoils that measurement: must end non-zero, or it measures nothing

The program is published, then run in Development on an empty folder and a free port, both thrown away, with the limits of tries a
minute lifted: they are not what is measured.
"""
import argparse, http.client, math, re, shutil, signal, statistics, subprocess, sys, tempfile, threading, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent))
import run
from run import ROOT, Server

MEASUREMENTS = ("names", "crowd")
PAGE = "/account/sign-in"
LIFTED = {"SignIn__MostPerMinuteAndAddress": "1000000", "SignIn__MostPerMinuteAndName": "1000000"}


class Visitor:
    """One connection and one form of the sign-in page, sent again and again."""

    def __init__(self, server):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        status, headers, page = self.send("GET", PAGE)
        assert status == 200, status
        self.token = re.search(r'name="__RequestVerificationToken" type="hidden" value="([^"]+)"', page).group(1)
        self.cookie = next(value.split(";")[0] for name, value in headers if name == "set-cookie")

    def send(self, method, path, body=None, headers={}):
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, sorted((name.lower(), value) for name, value in answer.getheaders()), answer.read().decode()

    def try_to_sign_in(self, name, password):
        form = urlencode({"Name": name, "Password": password, "__RequestVerificationToken": self.token})
        return self.send("POST", PAGE, form, {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie})


def said(answer, name):
    """The answer without what differs from one to the next by its nature: the name typed, the moment, the form's own token."""
    status, headers, page = answer
    page = re.sub(r'(__RequestVerificationToken" type="hidden" value=")[^"]*', r"\1", page.replace(name, "NAME"))
    return status, [(n, len(v) if n == "content-length" else v) for n, v in headers if n not in ("date", "set-cookie")], page


def mann_whitney(a, b):
    """Two-sided p by the normal approximation with ties; fit for the sizes here."""
    ordered, ranks, ties, at = sorted(a + b), {}, 0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end] == ordered[at]:
            end += 1
        ranks[ordered[at]], ties, at = (at + 1 + end) / 2, ties + (end - at) ** 3 - (end - at), end
    n, m = len(a), len(b)
    u = sum(ranks[x] for x in a) - n * (n + 1) / 2
    spread = math.sqrt(n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1))))
    return math.erfc(abs(u - n * m / 2) / spread / math.sqrt(2))


def names(server, options):
    """Pairs of a name that is there and one that is not, each pair in turned order: the same answer, and no telling by the time it takes."""
    visitor, took, different = Visitor(server), {"office": [], "nobody": []}, set()
    for name in took:
        visitor.try_to_sign_in(name, "to warm up")
    for n in range(options.pairs):
        for name in ("office", "nobody") if n % 2 else ("nobody", "office"):
            begun = time.perf_counter()
            answer = visitor.try_to_sign_in(name, "not the password")
            took[name].append(time.perf_counter() - begun)
            if options.sabotage == "names" and name == "nobody":
                took[name][-1] *= 1.06
            different.add(repr(said(answer, name)))
    there, absent = statistics.median(took["office"]), statistics.median(took["nobody"])
    p, apart = mann_whitney(took["office"], took["nobody"]), abs(there - absent) / max(there, absent)
    figures = f"{options.pairs} pairs, {len(different)} different answers, medians {there * 1000:.1f} and {absent * 1000:.1f} ms ({apart:.1%} apart), Mann-Whitney p = {p:.3f}"
    return figures, len(different) == 1 and p > 0.01 and apart <= 0.05


def crowd(server, options):
    """50 sign in at once, hashing keeps to one core, and /healthz answers 99 of 100 within half a second."""
    visitors, waits, done = [Visitor(server) for _ in range(50)], [], threading.Event()

    def watch():
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        while not done.is_set():
            begun = time.perf_counter()
            connection.request("GET", "/healthz")
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            waits.append(time.perf_counter() - begun)
            time.sleep(0.02)

    with ThreadPoolExecutor(1) as watcher:
        watching, used, begun = watcher.submit(watch), processor_seconds(server), time.perf_counter()
        answers = run.together([lambda v=v: v.try_to_sign_in("office", "demo only, never real") for v in visitors])
        seconds = time.perf_counter() - begun
        cores = (processor_seconds(server) - used) / seconds
        done.set()
        watching.result()
    waits.sort()
    p99, signed_in = waits[int(len(waits) * 0.99)], sum(status == 302 for status, _, _ in answers)
    if options.sabotage == "crowd":
        p99 += 0.5
    figures = f"{signed_in} of 50 signed in within {seconds:.1f} s on {cores:.2f} cores; /healthz {len(waits)} times, median {statistics.median(waits) * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms"
    return figures, signed_in == 50 and p99 < 0.5 and cores < 1.3


def processor_seconds(server):
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=MEASUREMENTS)
    parser.add_argument("--pairs", type=int, default=200, help="of tries, for names")
    parser.add_argument("--sabotage", choices=MEASUREMENTS, help="spoil this measurement; it must then fail")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="honors-signin-"))
    server, good = Server(folder / "program", folder, LIFTED), True
    try:
        subprocess.run(["dotnet", "publish", "src/Honors.Api", "-c", "Release", "-o", folder / "program", "-v", "quiet", "--nologo"],
                       cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
        server.start()
        for name in (m for m in MEASUREMENTS if m in options.only):
            try:
                figures, held = globals()[name](server, options)
            except (AssertionError, OSError, http.client.HTTPException) as e:
                figures, held = f"{type(e).__name__}: {e}", False
            print(f"{name:9} {'ok  ' if held else 'FAIL'}  {figures}", flush=True)
            good = good and held
    finally:
        server.kill(signal.SIGTERM)
        server.log.close()
        shutil.rmtree(folder)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

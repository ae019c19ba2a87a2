#!/usr/bin/env python3
"""Ten thousand records verified in one act, and what a total costs when there are a hundred times as many records; ends non-zero when a bound is broken.

    python3 tests/load/hours.py                      # some minutes; Python 3 and the .NET SDK alone
    python3 tests/load/hours.py --only verify        # or: totals
    python3 tests/load/hours.py --records 2000       # of verify
    python3 tests/load/hours.py --sabotage verify    # spoils that measurement: must end non-zero, or it measures nothing

The program is published, then run in Development on empty folders and free ports, thrown away afterwards. `totals` copies records in the SQLite file
itself while nobody serves it: a hundred thousand posts would measure the posts.
"""
import argparse, base64, hashlib, http.client, re, secrets, shutil, signal, sqlite3, statistics, subprocess, sys, tempfile, threading, time, uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlparse

sys.path.insert(0, str(Path(__file__).resolve().parent))
from run import HOURS, ROOT, Client, Registry, Server, expect, local, together
from signin import LIFTED, Visitor

MEASUREMENTS = ("verify", "totals")
PASSWORD = "demo only, never real"


def sign_in(server, name):
    """A client with the token of a person, by the way that /swagger takes."""
    visitor = Visitor(server)
    status, headers, _ = visitor.try_to_sign_in(name, PASSWORD)
    assert status == 302, status
    cookies = "; ".join([visitor.cookie, *(value.split(";")[0] for header, value in headers if header == "set-cookie")])
    proof = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(proof.encode()).digest()).decode().rstrip("=")
    back = "http://127.0.0.1:5080/swagger/oauth2-redirect.html"
    query = urlencode({"client_id": "swagger", "response_type": "code", "redirect_uri": back, "code_challenge": challenge, "code_challenge_method": "S256"})
    status, headers, page = visitor.send("GET", f"/connect/authorize?{query}", None, {"Cookie": cookies})
    where = dict(headers).get("location", "")
    assert status == 302 and "code=" in where, (status, where, page[:300])
    code = parse_qs(urlparse(where).query)["code"][0]
    form = urlencode({"grant_type": "authorization_code", "client_id": "swagger", "code": code, "redirect_uri": back, "code_verifier": proof})
    client = Client(server, token=False)
    token = expect(client.send("POST", "/connect/token", form, {"Content-Type": "application/x-www-form-urlencoded"}), 200).json["access_token"]
    client.headers = {"Authorization": f"Bearer {token}"}
    return client


def log(server, registry, people, count):
    """So many hours, from sheets of sign-ins, none of which overlap."""
    def client(mine):
        connection = Client(server)
        for n in mine:
            body = {**registry.hours(people[n % len(people)], local(2 + n // len(people), 9), timedelta(hours=2)), "provenance": "attendance"}
            expect(connection.post(HOURS, body), 201)

    together([lambda k=k: client(range(k, count, 16)) for k in range(16)])


def verify_all(verifier, registry):
    """One act, slice by slice; how long each took, and what was verified."""
    run = expect(verifier.post("/api/v1/verification-runs", {"bodyId": registry.team, "provenance": "attendance", "withSigns": True}), 201).json
    took, answer = [], {"run": run}
    while answer["run"]["finishedAt"] is None:
        begun = time.perf_counter()
        answer = expect(verifier.post(f"/api/v1/verification-runs/{run['id']}/slices", {}), 200).json
        took.append(time.perf_counter() - begun)
    return took, answer["run"]


def memory(server, what="VmRSS"):
    """Megabytes."""
    return int(re.search(rf"{what}:\s+(\d+) kB", Path(f"/proc/{server.process.pid}/status").read_text()).group(1)) / 1024


def verify(server, options):
    """While one person verifies all that waits, another writer waits less than a second each time, and the memory does not grow with the number."""
    server.start()
    registry, verifier = Registry(server), sign_in(server, "verifier")
    people = registry.people(max(1, options.records // 100))
    log(server, registry, people, options.records)
    before, waits, done = memory(server), [], threading.Event()
    other = registry.people(1)[0]

    def write():
        connection, n = Client(server), 0
        while not done.is_set():
            begun = time.perf_counter()
            expect(connection.post(HOURS, registry.hours(other, local(2 + n, 9), timedelta(hours=1))), 201)
            waits.append(time.perf_counter() - begun)
            n += 1
            time.sleep(0.02)

    with ThreadPoolExecutor(1) as writing:
        writer, begun = writing.submit(write), time.perf_counter()
        took, run = verify_all(verifier, registry)
        seconds = time.perf_counter() - begun
        done.set()
        writer.result()
    grown = memory(server, "VmHWM") - before
    longest = max(waits) + (1 if options.sabotage == "verify" else 0)
    again = expect(verifier.post(f"/api/v1/verification-runs/{run['id']}/slices", {}), 200).json
    figures = (f"{run['done']} of {options.records} verified in {seconds:.1f} s, {len(took)} slices of {statistics.median(took) * 1000:.0f} ms (median), {max(took) * 1000:.0f} ms (slowest)\n"
               f"{len(waits)} posts beside it: median {statistics.median(waits) * 1000:.0f} ms, slowest {longest * 1000:.0f} ms (bound 1000)\n"
               f"memory {before:.0f} MB before, at most {grown:.0f} MB more (bound 250); repeated after the end it did {again['done']}")
    return figures, run["done"] == options.records and longest < 1 and grown < 250 and again["done"] == 0


def median_of(client, path, times=15):
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        expect(client.send("GET", path), 200)
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def multiply(file, times):
    """Each person of the load, with all of their records, so many times more."""
    db = sqlite3.connect(file)
    db.execute("PRAGMA synchronous=OFF")
    columns = {table: [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')] for table in ("People", "ServiceRecords", "ServiceDays", "ServiceRecordTeams")}
    people = db.execute("SELECT * FROM People WHERE Name = '压测'").fetchall()
    fresh = lambda: str(uuid.uuid4()).upper()
    for _ in range(times):
        for person in people:
            copy = dict(zip(columns["People"], person))
            old, copy["Id"], copy["Number"] = copy["Id"], fresh(), secrets.token_hex(5).upper()
            put(db, "People", [copy])
            records = [dict(zip(columns["ServiceRecords"], r)) for r in db.execute("SELECT * FROM ServiceRecords WHERE PersonId = ?", (old,))]
            ids = {r["Id"]: fresh() for r in records}
            parts = {}
            for part in ("ServiceDays", "ServiceRecordTeams"):
                parts[part] = [dict(zip(columns[part], r)) for r in db.execute(f'SELECT p.* FROM "{part}" p JOIN ServiceRecords r ON r.Id = p.OwnerId WHERE r.PersonId = ?', (old,))]
                for row in parts[part]:
                    row["OwnerId"] = ids[row["OwnerId"]]
                    row.pop("Row")
            for record in records:
                record["Id"], record["PersonId"] = ids[record["Id"]], copy["Id"]
            put(db, "ServiceRecords", records)
            for part, rows in parts.items():
                put(db, part, rows)
    db.commit()
    count = db.execute("SELECT COUNT(*) FROM ServiceRecords").fetchone()[0]
    db.close()
    return count


def put(db, table, rows):
    if rows:
        names = list(rows[0])
        db.executemany(f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))})', [tuple(r[n] for n in names) for r in rows])


def totals(server, options):
    """A person's total costs what the person has, a division's what the division has: from a thousand records to a hundred thousand."""
    server.start()
    registry, verifier = Registry(server), sign_in(server, "verifier")
    people = registry.people(10)
    log(server, registry, people, 1000)
    verify_all(verifier, registry)
    paths = {"person": f"/api/v1/people/{people[0]}/hours-total", "counted": f"{HOURS}/counted?personId={people[0]}&limit=100",
             "team": f"/api/v1/teams/{registry.team}/hours-total", "division": "/api/v1/divisions/140431000000/hours-total"}
    few = {name: median_of(verifier, path) for name, path in paths.items()}
    server.kill(signal.SIGTERM)
    count = multiply(server.data / "honors.db", 99)
    server.start()
    verifier = sign_in(server, "verifier")
    many = {name: median_of(verifier, path, 15 if name in ("person", "counted") else 3) for name, path in paths.items()}
    if options.sabotage == "totals":
        many["person"] *= 100
    figures = "\n".join([f"{count} records in place of 1000, each person with 100:"] + [
        f"{name:9} {few[name] * 1000:7.1f} ms and {many[name] * 1000:8.1f} ms: {many[name] / few[name]:.1f} times" for name in paths])
    return figures, count > 100_000 and all(many[n] < 4 * few[n] for n in ("person", "counted")) and all(many[n] < 200 * few[n] for n in ("team", "division"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=MEASUREMENTS)
    parser.add_argument("--records", type=int, default=10_000, help="of verify")
    parser.add_argument("--sabotage", choices=MEASUREMENTS, help="spoil this measurement; it must then fail")
    options = parser.parse_args()
    folder, table = Path(tempfile.mkdtemp(prefix="honors-hours-")), []
    try:
        subprocess.run(["dotnet", "publish", "src/Honors.Api", "-c", "Release", "-o", folder / "program", "-v", "quiet", "--nologo"],
                       cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
        for name in (m for m in MEASUREMENTS if m in options.only):
            (folder / name).mkdir()
            server = Server(folder / "program", folder / name, {"Database": "Sqlite", "ServiceHours__RecordingWorkingDays": "5000", **LIFTED})
            try:
                table.append((name, *globals()[name](server, options)))
            except (AssertionError, OSError, http.client.HTTPException) as e:
                table.append((name, f"{type(e).__name__}: {e}", False))
            finally:
                server.kill(signal.SIGTERM)
                server.log.close()
    finally:
        shutil.rmtree(folder)
    for name, figures, good in table:
        print(f"{name:9} {'ok  ' if good else 'FAIL'}  " + figures.replace("\n", "\n" + " " * 16))
    return 0 if all(good for _, _, good in table) else 1


if __name__ == "__main__":
    sys.exit(main())

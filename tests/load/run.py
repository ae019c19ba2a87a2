#!/usr/bin/env python3
"""Load, collisions, repeats and kills against the real program; ends non-zero when a bound is broken.

    python3 tests/load/run.py                    # everything, a few minutes; Python 3 and the .NET SDK alone
    python3 tests/load/run.py --only load keys   # some of: load overlap rivals keys kills
    python3 tests/load/run.py --kills 100        # more than the usual 20
    python3 tests/load/run.py --only rivals --tries 100000
    python3 tests/load/run.py --sabotage kills   # spoils that measurement: must end non-zero, or it measures nothing
    .ci/postgres python3 tests/load/run.py --database postgres        # on a server of its own, or on any empty database:
    python3 tests/load/run.py --database postgres --connection 'Host=…;Username=…;Password=…;Database=…'

The program is published, then run in Development on an empty folder and a free port, both thrown away. `kill -9` shows that
nothing acknowledged was still in the process; that it survives a power cut needs a cut disk, which this cannot show.
"""
import argparse, http.client, itertools, json, os, random, shutil, signal, socket, statistics, subprocess, sys, tempfile, threading, time, uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time as clock, timedelta, timezone
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
MEASUREMENTS = ("load", "overlap", "rivals", "keys", "kills")
CHINA = timezone(timedelta(hours=8))
HOURS = "/api/v1/service-hours"


class Server:
    """The published program on one data folder; a second start goes on with what the first left."""

    def __init__(self, program, folder, settings):
        self.program, self.settings = program, settings
        self.data, self.log = folder / "data", open(folder / "server.log", "ab")
        self.process = self.token = self.port = None

    def start(self):
        """Returns the seconds until it was ready."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            ["dotnet", "Honors.Api.dll", "--urls", f"http://127.0.0.1:{self.port}"], cwd=self.program, stdin=subprocess.DEVNULL,
            stdout=self.log, stderr=self.log,
            env={**os.environ, "ASPNETCORE_ENVIRONMENT": "Development", "DataDirectory": str(self.data), "DOTNET_NOLOGO": "1", **self.settings})
        while time.perf_counter() - begun < 60:
            if self.process.poll() is not None:
                break
            try:
                if Client(self, token=False).send("GET", "/readyz").status == 200:
                    took = time.perf_counter() - begun
                    self.token = self.fetch_token()
                    return took
            except OSError:
                time.sleep(0.02)
        sys.exit(f"The program did not start:\n{Path(self.log.name).read_text()[-2000:]}")

    def fetch_token(self):
        form = "grant_type=client_credentials&client_id=demo-program&client_secret=demo-only"
        return Client(self, token=False).send("POST", "/connect/token", form, {"Content-Type": "application/x-www-form-urlencoded"}).json["access_token"]

    def kill(self, how=signal.SIGKILL):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)


class Answer:
    def __init__(self, response):
        self.status, self.body = response.status, response.read()
        self.replayed = response.getheader("Idempotency-Replayed") == "true"

    @property
    def json(self):
        return json.loads(self.body)


class Client:
    """One connection, kept open."""

    def __init__(self, server, token=True):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.headers = {"Authorization": f"Bearer {server.token}"} if token else {}

    def send(self, method, path, body=None, headers=None):
        self.connection.request(method, path, body, {**self.headers, **(headers or {})})
        return Answer(self.connection.getresponse())

    def post(self, path, body, key=None):
        headers = {"Content-Type": "application/json", **({"Idempotency-Key": key} if key else {})}
        return self.send("POST", path, json.dumps(body).encode(), headers)

    def list(self, **filters):
        query = "&".join(f"{name}={quote(value)}" for name, value in filters.items())
        rows, after = [], ""
        while True:
            page = self.send("GET", f"{HOURS}?limit=100&{query}{after}").json
            rows += page["items"]
            if page["next"] is None:
                return rows
            after = "&after=" + quote(page["next"])


class Registry:
    """What the measurements record, and for whom."""

    def __init__(self, server):
        self.server = server
        name = quote("沁源县蓝天救援队")
        self.team = Client(server).send("GET", f"/api/v1/teams?name={name}").json["items"][0]["id"]

    def people(self, count):
        client = Client(self.server)
        return [expect(client.post("/api/v1/people", {"name": "压测", "gender": "unknown"}), 201).json["id"] for _ in range(count)]

    def hours(self, person, starts, length):
        moment = starts.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        end = (starts + length).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {"personId": person, "activity": "巡河防溺水", "category": "emergencyRescue", "organizerId": self.team,
                "provenance": "recorded", "startsAt": moment, "endsAt": end, "teamIds": [self.team]}


def local(days_ago, hour, minute=0):
    return datetime.combine(date.today() - timedelta(days=days_ago), clock(hour, minute), CHINA)


def expect(answer, status):
    if answer.status != status:
        raise AssertionError(f"{answer.status} instead of {status}: {answer.body.decode(errors='replace')[:300]}")
    return answer


def together(jobs):
    """Runs the jobs on a thread each, released at the same moment, and returns their results."""
    gate = threading.Barrier(len(jobs))

    def run(job):
        gate.wait()
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def load(server, registry, options):
    """64 clients log hours at once, none of which overlap: no error, and the slowest within 50 medians."""
    people, turn, until = registry.people(20), itertools.count(), time.perf_counter() + 20

    def client():
        connection, took = Client(server), []
        while (n := next(turn)) < 3000 and time.perf_counter() < until:
            spread = 0 if options.sabotage == "load" else n // len(people)
            body = registry.hours(people[n % len(people)], local(2 + spread, 9), timedelta(hours=3))
            begun = time.perf_counter()
            expect(connection.post(HOURS, body), 201)
            took.append(time.perf_counter() - begun)
        return took

    begun = time.perf_counter()
    took = sorted(t for mine in together([client] * 64) for t in mine)
    seconds, median = time.perf_counter() - begun, statistics.median(took)
    ms = {"median": median, "p99": took[int(len(took) * 0.99)], "max": took[-1]}
    kept = sum(len(Client(server).list(personId=p)) for p in people)
    figures = f"{len(took)} posts, {len(took) / seconds:.0f}/s, " + ", ".join(f"{k} {v * 1000:.0f} ms" for k, v in ms.items())
    return figures, kept == len(took) and took[-1] <= 50 * median


def overlap(server, registry, options):
    """20 people × 16 posts whose times all intersect: one 201 and fifteen 409 each."""
    people = registry.people(20)

    def job(person, n):
        starts = local(2 + n if options.sabotage == "overlap" else 2, 9, n)
        connection = Client(server)
        return lambda: (person, connection.post(HOURS, registry.hours(person, starts, timedelta(hours=3))))

    results = together([job(person, n) for n in range(16) for person in people])
    refused = [a for _, a in results if a.status == 409 and a.json["code"] == "service-hours.overlap"]
    accepted = {person: sum(a.status == 201 for p, a in results if p == person) for person in people}
    rows = [len(Client(server).list(personId=p)) for p in people]
    good = set(accepted.values()) == {1} and len(refused) == 300 and set(rows) == {1}
    return f"{sum(accepted.values())} × 201, {len(refused)} × 409, most rows of one person {max(rows)}", good


def rivals(server, registry, options):
    """Again and again two writers want the same hour of the same person at the same moment: one 201 and one 409, and no two of the rows kept overlap."""
    people, turn, faults = registry.people(20 + options.tries // 2000), itertools.count(), []
    until = time.perf_counter() + options.minutes * 60

    def pair():
        ends, tried = [Client(server), Client(server)], 0
        with ThreadPoolExecutor(2) as pool:
            while time.perf_counter() < until and (n := next(turn)) < options.tries:
                person, slot = people[n % len(people)], n // len(people)
                minutes = (0, 60 if options.sabotage == "rivals" else 10)
                bodies = [registry.hours(person, local(2 + slot // 12, 2 * (slot % 12)) + timedelta(minutes=m), timedelta(hours=1)) for m in minutes]
                statuses = sorted(a.status for a in pool.map(lambda end, body: end.post(HOURS, body), ends, bodies))
                tried += 1
                if statuses != [201, 409]:
                    faults.append(statuses)
        return tried

    begun = time.perf_counter()
    tried = sum(together([pair] * 8))
    seconds, kept, overlapping = time.perf_counter() - begun, 0, 0
    for person in people:
        rows = sorted((r["startsAt"], r["endsAt"]) for r in Client(server).list(personId=person))
        kept += len(rows)
        overlapping += sum(later[0] < earlier[1] for earlier, later in zip(rows, rows[1:]))
    figures = f"{tried} tries, {tried / seconds:.0f}/s, {kept} rows, {overlapping} overlap, {len(faults)} pairs answered otherwise"
    return f"{figures} {faults[:3]}" if faults else figures, tried > 0 and kept == tried and overlapping == 0 and not faults


def keys(server, registry, options):
    """One Idempotency-Key from 32 clients at once: one effect, one answer, 31 of them marked as replays."""
    [person], key = registry.people(1), str(uuid.uuid4())
    body = registry.hours(person, local(2, 9), timedelta(hours=3))

    def job():
        connection, mine = Client(server), str(uuid.uuid4()) if options.sabotage == "keys" else key
        return lambda: connection.post(HOURS, body, mine)

    answers = together([job() for _ in range(32)])
    different = {(a.status, a.body) for a in answers}
    replays, rows = sum(a.replayed for a in answers), len(Client(server).list(personId=person))
    good = len(different) == 1 and answers[0].status == 201 and replays == 31 and rows == 1
    return f"{len(different)} different answers, {replays} replays, {rows} rows", good


def kills(server, registry, options):
    """kill -9 in the middle of writing, again and again: what was acknowledged stays, what was not can be sent again, nothing is half there."""
    acknowledged = unanswered = already = 0
    restarts, faults = [], []
    for cycle in range(options.kills):
        [person] = registry.people(1)
        backup = copy(server.data) if options.sabotage == "kills" else None
        answered, open_ones = write_until_killed(server, registry, person)
        if backup:
            shutil.rmtree(server.data)
            backup.rename(server.data)
        restarts.append(server.start())
        acknowledged += len(answered)
        unanswered += len(open_ones)
        try:
            already += check_after(server, person, answered, open_ones)
        except AssertionError as e:
            faults.append(f"kill {cycle + 1}: {e}")
    figures = (f"{options.kills} kills, {acknowledged} acknowledged, {unanswered} unanswered ({already} of them had been kept), "
               f"restart median {statistics.median(restarts):.2f} s, max {max(restarts):.2f} s")
    return "\n".join([figures, *faults]), not faults and acknowledged > 0


def write_until_killed(server, registry, person):
    """Returns (key, body, answer) of what was acknowledged, and (key, body) of what was on its way."""
    answered, open_ones, turn = [], [], itertools.count()

    def client():
        connection = Client(server)
        while True:
            # Across midnight, so that one record has rows in several tables and two days.
            body, key = registry.hours(person, local(3 + 2 * next(turn), 22), timedelta(hours=4)), str(uuid.uuid4())
            try:
                answer = connection.post(HOURS, body, key)
            except (OSError, http.client.HTTPException):
                open_ones.append((key, body))
                return
            answered.append((key, body, expect(answer, 201)))

    with ThreadPoolExecutor(16) as pool:
        running = [pool.submit(client) for _ in range(16)]
        while len(answered) < 50 and not any(job.done() for job in running):
            time.sleep(0.01)
        time.sleep(random.uniform(0, 0.5))
        server.kill()
        for job in running:
            job.result()
    return answered, open_ones


def check_after(server, person, answered, open_ones):
    """Returns how many unanswered requests turn out to have been kept."""
    client, ids, already = Client(server), set(), 0
    for key, body, answer in answered:
        ids.add(answer.json["id"])
        expect(client.send("GET", f"{HOURS}/{answer.json['id']}"), 200)
        again = expect(client.post(HOURS, body, key), 201)
        assert again.replayed and again.body == answer.body, f"{key} was acknowledged, and got another answer when repeated"
    for key, body in open_ones:
        again = expect(client.post(HOURS, body, key), 201)
        ids.add(again.json["id"])
        already += again.replayed
    rows = client.list(personId=person)
    assert {r["id"] for r in rows} == ids and len(rows) == len(ids) == len(answered) + len(open_ones), f"{len(rows)} rows instead of {len(ids)}"
    for row in rows:
        assert [d["minutes"] for d in row["days"]] == [120, 120] and row["minutes"] == 240 and len(row["teamIds"]) == 1, f"half there: {row}"
    return already


def copy(folder):
    return Path(shutil.copytree(folder, folder.with_name(f"{folder.name}-before")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=MEASUREMENTS)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--tries", type=int, default=2000, help="of the rivals")
    parser.add_argument("--minutes", type=float, default=10, help="the rivals stop after")
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--connection", default=os.environ.get("HONORS_TEST_POSTGRES"), help="of an empty PostgreSQL database")
    parser.add_argument("--sabotage", choices=MEASUREMENTS, help="spoil this measurement; it must then fail")
    options = parser.parse_args()
    settings = {"Database": "Sqlite"}
    if options.database == "postgres":
        if not options.connection:
            parser.error("--connection must name an empty database")
        if options.sabotage == "kills":
            parser.error("what a PostgreSQL server acknowledged cannot be taken from it here")
        settings = {"Database": "Postgres", "ConnectionStrings__Honors": options.connection}
    folder = Path(tempfile.mkdtemp(prefix="honors-load-"))
    server, table = Server(folder / "program", folder, settings), []
    try:
        subprocess.run(["dotnet", "publish", "src/Honors.Api", "-c", "Release", "-o", folder / "program", "-v", "quiet", "--nologo"],
                       cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
        first = server.start()
        registry = Registry(server)
        for name in (m for m in MEASUREMENTS if m in options.only):
            try:
                table.append((name, *globals()[name](server, registry, options)))
            except (AssertionError, OSError, http.client.HTTPException) as e:
                table.append((name, f"{type(e).__name__}: {e}", False))
    finally:
        server.kill(signal.SIGTERM)
        server.log.close()
        shutil.rmtree(folder)
    print(f"\n{'start':9} ok    empty folder, demo data: {first:.2f} s")
    for name, figures, good in table:
        print(f"{name:9} {'ok  ' if good else 'FAIL'}  " + figures.replace("\n", "\n" + " " * 16))
    return 0 if all(good for _, _, good in table) else 1


if __name__ == "__main__":
    sys.exit(main())

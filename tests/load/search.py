#!/usr/bin/env python3
"""What search and the roll cost as the registry grows: the same questions to a registry of few people and of many; ends non-zero when the many cost much more.

    python3 tests/load/search.py                        # 1,000 and 100,000 people who all may be named; Python 3 and the .NET SDK alone
    python3 tests/load/search.py --sizes 1000 10000

The program is published and run on a folder of its own, thrown away after. The people are written into the file of the standing program by copying the rows of
a demo person; the next start makes them findable, as it does for a registry from before there were terms.
"""
import argparse, http.client, json, os, random, shutil, socket, sqlite3, statistics, subprocess, sys, tempfile, time, uuid
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建文云斌凯辉鑫宇浩然欣怡子涵晨阳雪梅志远思源"
QUESTIONS = {
    "a name": "/api/v1/public/search?q=" + quote("卫旭斌"),
    "a given name": "/api/v1/public/search?q=" + quote("旭斌"),
    "one character": "/api/v1/public/search?q=" + quote("王"),
    "pinyin": "/api/v1/public/search?q=weixubin",
    "initials": "/api/v1/public/search?q=wxb",
    "nobody": "/api/v1/public/search?q=" + quote("龘龘龘"),
    "roll by pinyin": "/api/v1/public/honor-roll?order=pinyin&limit=20",
    "roll by strokes, page 2": "/api/v1/public/honor-roll?order=strokes&limit=20",
    "roll, newest": "/api/v1/public/honor-roll?limit=20",
    "statistics": "/api/v1/public/statistics",
}


class Program:
    def __init__(self, program, data):
        self.program, self.data, self.process, self.port = program, data, None, None

    def start(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            ["dotnet", "Honors.Api.dll", "--urls", f"http://127.0.0.1:{self.port}"], cwd=self.program, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT,
            env={**os.environ, "ASPNETCORE_ENVIRONMENT": "Development", "DataDirectory": str(self.data), "Demo__County": "false", "DOTNET_NOLOGO": "1", "Logging__LogLevel__Default": "Error"})
        while time.perf_counter() - begun < 1800:
            if self.process.poll() is not None:
                sys.exit("The program did not start.")
            try:
                if self.get("/readyz")[0] == 200:
                    return time.perf_counter() - begun
            except OSError:
                time.sleep(0.05)
        sys.exit("The program was not ready in half an hour.")

    def stop(self):
        self.process.terminate()
        self.process.wait(60)

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


def fill(file, people):
    """As many people as that, each with a confirmed honour and a ground that names both."""
    random.seed(people)
    db = sqlite3.connect(file)
    db.execute("PRAGMA journal_mode=WAL")

    def row(table, where, *values):
        cursor = db.execute(f'SELECT * FROM "{table}" WHERE {where} LIMIT 1', values)
        return dict(zip([c[0] for c in cursor.description], cursor.fetchone()))

    link = row("GroundRecords", '"Id" IN (SELECT "Id" FROM "Awards" WHERE "Status" = \'Confirmed\' AND "PersonId" IS NOT NULL AND NOT "Confidential")')
    ground, award = row("Grounds", '"Id" = ?', link["OwnerId"]), row("Awards", '"Id" = ?', link["Id"])
    person = row("People", '"Id" = ?', award["PersonId"])
    ground.update(Source=ground["Source"], ShowsName=1, EndedAt=None, Until=None, AwaitsOwnSay=0)

    def add(table, rows):
        names = list(rows[0])
        db.executemany(f'INSERT INTO "{table}" ({", ".join(chr(34) + n + chr(34) for n in names)}) VALUES ({", ".join("?" * len(names))})', [[r[n] for n in names] for r in rows])

    new = lambda: str(uuid.uuid4()).upper()
    for begin in range(0, people, 5000):
        copies = []
        for i in range(begin, min(people, begin + 5000)):
            name = random.choice(SURNAMES) + "".join(random.choice(GIVEN) for _ in range(random.choice((1, 2, 2, 2))))
            day = f"{random.randint(2000, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
            p = {**person, "Id": new(), "Number": f"Z{i:09d}", "Name": name}
            a = {**award, "Id": new(), "PersonId": p["Id"], "SortDay": day, "ConferredOn_Text": day, "ConferredOn_Earliest": day, "ConferredOn_Latest": day, "NominationId": None}
            g = {**ground, "Id": new(), "PersonId": p["Id"]}
            copies.append((p, a, g, {k: v for k, v in {**link, "OwnerId": g["Id"], "Id": a["Id"]}.items() if k != "Row"}))
        for table, place in (("People", 0), ("Awards", 1), ("Grounds", 2), ("GroundRecords", 3)):
            add(table, [c[place] for c in copies])
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def measure(program):
    after = json.loads(program.get(QUESTIONS["roll by strokes, page 2"])[1])["next"]
    took = {}
    for name, path in QUESTIONS.items():
        path += f"&after={after}" if "page 2" in name else ""
        times = []
        for i in range(25):
            begun = time.perf_counter()
            status, _ = program.get(path)
            times.append(time.perf_counter() - begun)
            assert status == 200, (name, status)
        took[name] = statistics.median(times[5:]) * 1000
    return took


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", type=int, nargs=2, default=(1_000, 100_000))
    arguments.add_argument("--most", type=float, default=4, help="how many times the time of the few the many may cost")
    arguments.add_argument("--program", help="published before, instead of publishing")
    asked = arguments.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="honors-search-"))
    try:
        program = asked.program or str(folder / "program")
        if not asked.program:
            subprocess.run(["dotnet", "publish", str(ROOT / "src/Honors.Api"), "-c", "Release", "-o", program, "-v", "q", "--nologo"], check=True)
        results = []
        for size in asked.sizes:
            served = Program(program, folder / str(size))
            served.start()
            served.stop()
            fill(folder / str(size) / "honors.db", size)
            ready = served.start()
            print(f"{size:>9,} people: made findable and ready in {ready:.1f} s", flush=True)
            results.append(measure(served))
            served.stop()
        few, many = results
        print(f"\n{'median ms':24}{asked.sizes[0]:>12,}{asked.sizes[1]:>12,}{'ratio':>8}")
        worst = 0
        for name in QUESTIONS:
            ratio = many[name] / few[name]
            worst = max(worst, ratio)
            print(f"{name:24}{few[name]:12.2f}{many[name]:12.2f}{ratio:8.2f}")
        if worst > asked.most:
            sys.exit(f"\nSomething costs {worst:.1f} times as much: more than {asked.most:g}.")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for key in folder.parent.glob(folder.name + "*-identity.key"):
            key.unlink()


main()

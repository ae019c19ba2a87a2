#!/usr/bin/env python3
"""Make divisions.tsv, beside this script, from an unpacked china-division package.

    python3 make-divisions.py FOLDER      (the folder that holds package.json and dist/)
"""
import csv
import json
import pathlib
import sys

VERSION = "2.7.0"
PACKAGE = f"china-division {VERSION} (data to 2023-06-30)"
NOTES = "domain notes (GB2260 lists)"
COLUMNS = ["code", "name", "level", "parent", "validFrom", "validTo", "successor", "source"]

# Since when a division that the package names has had its code; the package itself gives no dates.
VALID_FROM = {"140403": "2018", "140404": "2018", "140405": "2018", "140406": "2018", "140431": "1985-12"}

# Divisions that are gone, but whose codes live on in identity numbers and old records.
# An empty date is not known; 晋东南地区 was divided, so no one division succeeds it.
PAST = [
    # code, name, level, parent, validFrom, validTo, successor
    ("142500", "晋东南地区", "city", "14", "", "", ""),
    ("142536", "沁源县", "county", "142500", "", "1985", "140431"),
    ("140402", "城区", "county", "1404", "", "2018", "140403"),
    ("140411", "郊区", "county", "1404", "", "2018", "140403"),
    ("140421", "长治县", "county", "1404", "", "2018", "140404"),
    ("140422", "潞城县", "county", "1404", "", "", "140481"),
    ("140424", "屯留县", "county", "1404", "", "2018", "140405"),
    ("140481", "潞城市", "county", "1404", "", "2018", "140406"),
]


def padded(code):
    return code and code.ljust(12, "0")


def read(package, file, level, parent, wanted=lambda row: True):
    """The wanted rows of one file; `parent` names its column with the parent's code."""
    with open(package / "dist" / file, encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            if wanted(row):
                code = row["code"]
                yield [padded(code), row["name"], level, padded(row[parent]) if parent else "", VALID_FROM.get(code, ""), "", "", PACKAGE]


def main(package):
    found = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    if found != VERSION:
        sys.exit(f"This is china-division {found}, not {VERSION}: change VERSION, and the date in PACKAGE, first.")

    rows = [
        *read(package, "provinces.csv", "province", None),
        *read(package, "cities.csv", "city", "provinceCode"),
        *read(package, "areas.csv", "county", "cityCode", lambda row: row["provinceCode"] == "14" or row["cityCode"] == "4107"),
        *read(package, "streets.csv", "township", "areaCode", lambda row: row["cityCode"] == "1404"),
        *read(package, "villages.csv", "village", "streetCode", lambda row: row["areaCode"] == "140431"),
        *([padded(code), name, level, padded(parent), since, until, padded(successor), NOTES]
          for code, name, level, parent, since, until, successor in PAST),
    ]
    rows.sort(key=lambda row: row[0])

    target = pathlib.Path(__file__).with_name("divisions.tsv")
    with open(target, "w", encoding="utf-8", newline="\n") as text:
        for row in [COLUMNS, *rows]:
            print(*row, sep="\t", file=text)
    print(f"{len(rows)} divisions")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))

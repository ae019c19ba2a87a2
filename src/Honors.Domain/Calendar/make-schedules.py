#!/usr/bin/env python3
"""Writes schedules.tsv from three collections of the State Council's schedules, which must agree on every working day, or be overruled here."""
import datetime
import json
import subprocess
import sys

YEARS = range(2019, 2027)

# chinese-workday kept what the schedule of 2020 said before the epidemic (国办发明电〔2020〕1号 lengthened 春节), and has a day off in 2023 that nobody ordered.
OVERRULED = {"2020-01-31", "2020-02-01", "2023-01-03"}


def main(chinese_days, is_workday, holiday_cn):
    days = json.load(open(chinese_days, encoding="utf-8"))
    workday = json.load(open(is_workday, encoding="utf-8"))
    listed = {}
    for year in range(YEARS.start - 1, YEARS.stop + 1):
        shown = subprocess.run(["git", f"--git-dir={holiday_cn}", "show", f"HEAD:{year}.json"], capture_output=True, text=True)
        for day in json.loads(shown.stdout)["days"] if shown.returncode == 0 else []:
            listed[day["date"]] = (day["isOffDay"], day["name"])

    print("day\tkind\tname")
    for year in YEARS:
        day = datetime.date(year, 1, 1)
        while day.year == year:
            text, weekend = day.isoformat(), day.weekday() >= 5
            off, name = listed.get(text, (weekend, ""))
            agreed = {not off, text in days["workdays"] or (text not in days["holidays"] and not weekend), workday[text]}
            if len(agreed) > 1 and text not in OVERRULED:
                sys.exit(f"The collections differ on {text}.")
            if text in listed and (off or weekend):
                print(text, "off" if off else "work", name, sep="\t")
            day += datetime.timedelta(1)


main(*sys.argv[1:])

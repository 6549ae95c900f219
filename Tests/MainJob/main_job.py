#!/usr/bin/env python3
"""Runs scripts/weekly_export.lua twice and asks the sandbox what really happened.

The environment names the sandbox, which must be a fresh one. The leads must be exactly the people of
the exported file and of the deliveries, each once, and the second run must add nobody. What the
file holds is read from the file here, not taken from the sandbox.
"""

import csv
import json
import os
import subprocess
import tempfile
import urllib.request
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def ask(page: str) -> dict:
    """What the sandbox's own pages say."""
    url = f"{os.environ['PROSPECTB2B_BASE_URL']}/_sandbox/{page}"
    with urllib.request.urlopen(url, timeout=30) as answer:
        return json.load(answer)


def run(folder: Path) -> None:
    """Runs the recipe in a folder; it must end with exit 0."""
    command = [SCRIPTS / "prospect-run", SCRIPTS / "weekly_export.lua"]
    subprocess.run(command, cwd=folder, timeout=300, check=True)


def exported(folder: Path) -> set[str]:
    """The first e-mail address of each row of the file, whatever its case."""
    with open(folder / "out" / "weekly.csv", encoding="utf-8", newline="") as file:
        return {row["email"].split(";")[0].strip().lower() for row in csv.DictReader(file)}


def leads() -> set[str]:
    """Who each lead is: the e-mail address, or without one the id that the source gave."""
    everyone = ask("leads?limit=1000000")["leads"]
    people = {(lead["email"] or lead["external_id"]).lower() for lead in everyone}
    assert len(people) == len(everyone), "one person became two leads"
    return people


def main(folder: Path) -> None:
    assert not leads(), "the sandbox is not a fresh one"
    run(folder)
    first = leads()
    expected = exported(folder) | set(ask("contacts")["delivered"])
    assert first == expected, f"leads and people differ: {sorted(first ^ expected)[:10]}"
    assert len(first) == ask("summary")["contacts"]["distinct"]

    run(folder)
    assert leads() == first, "the second run added somebody"
    assert ask("summary")["jobs"]["exports"] == 2, "the second run did not happen"
    print(f"{len(first)} leads after each of two runs")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name))

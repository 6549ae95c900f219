#!/usr/bin/env python3
"""Runs the example of every operation against a sandbox: each must succeed.

    Tests/Examples/run.py [NAME…]       # operations whose names begin with NAME; all of them when none is given

The variables that `prospect-run sandbox` prints must be set, and PROSPECT_RUN may name the program.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PROSPECT_RUN", str(ROOT / "scripts" / "prospect-run"))


def examples():
    """Full name of the operation, name of its provider, Lua text."""
    files = sorted(str(path) for path in (ROOT / "stdlib" / "providers").glob("*.lua"))
    command = ["lua5.4", str(ROOT / "Tests" / "Contracts" / "describe.lua"), *files]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    for provider in json.loads(text):
        for name, operation in sorted(provider["operations"].items()):
            yield f"{provider['name']}.{name}", provider["name"], operation.get("example")


def run(example):
    name, provider, code = example
    if not code:
        return name, "there is no example"
    recipe = f'local {provider} = require "{provider}"\n{code}'
    with tempfile.TemporaryDirectory() as folder:
        ended = subprocess.run(
            [PROGRAM, "--quiet", "--provider", provider, "-e", recipe],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
    return name, ended.returncode and f"exit code {ended.returncode}\n{ended.stdout}"


def main():
    wanted = tuple(sys.argv[1:])
    chosen = [e for e in examples() if not wanted or e[0].startswith(wanted)]
    with ThreadPoolExecutor(4) as pool:
        failed = [(name, problem) for name, problem in pool.map(run, chosen) if problem]
    for name, problem in failed:
        print(f"{name}: {problem}")
    print(f"{len(chosen) - len(failed)} of {len(chosen)} examples run")
    sys.exit(bool(failed) or not chosen)


if __name__ == "__main__":
    main()

"""One local server of the three providers, and what can be asked of it."""

import json
import os
import shlex
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def program() -> str:
    """The program under test: what PROSPECT_RUN names, or the release build, made first when it is out of date."""
    if "PROSPECT_RUN" in os.environ:
        return os.environ["PROSPECT_RUN"]
    subprocess.run([ROOT / "scripts" / "prospect-run", "--version"], stdout=subprocess.DEVNULL, check=True)
    return str(ROOT / ".build" / "release" / "prospect-run")


PROGRAM = program()

# The worlds in which the recipe runs: how many contacts there are, what the recipe is told, and which names are taken
# out of the environment.
WORLDS = {
    "small": (12, [], []),
    # The login of SphereScout in place of a key.
    "login": (12, [], ["SPHERESCOUT_API_KEY"]),
    # Deliveries on more than one page.
    "pages": (4040, ["countries=LU"], []),
}


class World:
    """A running sandbox; each run gets it fresh."""

    def __init__(self, name: str) -> None:
        contacts, self.arguments, hidden = WORLDS[name]
        self.process = subprocess.Popen(
            [PROGRAM, "sandbox", "--port", "0", "--contacts", str(contacts)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment = {}
        # It tells the names in the order of the alphabet; this is the last one.
        while "SPHERESCOUT_VARIANT_BASE_URL" not in self.environment:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError("the sandbox did not start")
            name, _, value = shlex.split(line)[1].partition("=")
            self.environment[name] = value
        self.base = self.environment["PROSPECTB2B_BASE_URL"]
        for name in hidden:
            del self.environment[name]

    def ask(self, page: str, method: str = "GET", body: str | None = None) -> dict:
        """What the sandbox's own pages say."""
        request = urllib.request.Request(
            f"{self.base}/_sandbox/{page}", method=method, data=body.encode() if body else None,
            headers={"Content-Type": "text/plain"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{page}: {error.read().decode()}") from error

    def begin(self, faults: list[str]) -> None:
        """A world in which nothing has happened yet, and these faults are to come."""
        self.ask("reset", "POST")
        if faults:
            self.ask("faults", "POST", "\n".join(faults))

    def ledger(self) -> dict:
        """What must be equal after two runs that came out the same."""
        summary = self.ask("summary")
        leads = self.ask("leads?limit=1000000")["leads"]
        hidden = ("id", "created_at", "updated_at")
        return {
            "leads": sorted(
                (lead["email"] or lead["external_id"], json.dumps(
                    {name: value for name, value in lead.items() if name not in hidden}, sort_keys=True))
                for lead in leads),
            "credits": summary["credits"]["spent"],
            "exports": summary["jobs"]["exports"],
            "runs": summary["jobs"]["runs"],
            "companies": summary["deliveries"]["companies_served"],
        }

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

"""One run of the recipe against one plan, and whether it ended right."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from plans import Plan
from world import PROGRAM, ROOT, World


@dataclass
class Verdict:
    plan: Plan
    # "equal", "exit N", or "WRONG".
    result: str
    difference: str = ""


class Trial:
    def __init__(self, plan: Plan, world: World, calm: dict) -> None:
        self.plan, self.world, self.calm = plan, world, calm

    @staticmethod
    def undisturbed(name: str) -> dict:
        """What a run without faults does: its calls, its ledger, its file and what it says."""
        world = World(name)
        try:
            world.begin([])
            with tempfile.TemporaryDirectory() as folder:
                end = Trial.run(world, Path(folder), [])
                if end.returncode:
                    raise RuntimeError(f"the undisturbed run failed:\n{end.stderr}")
                calls = {name: count["calls"] for name, count in world.ask("summary")["calls"].items()}
                return {
                    "calls": calls, "ledger": world.ledger(), "file": Trial.rows(Path(folder)),
                    "says": end.stdout.split("\n")[0],
                }
        finally:
            world.stop()

    @staticmethod
    def run(world: World, folder: Path, options: list[str]) -> subprocess.CompletedProcess:
        names = ("OPENPROSPECT_", "PROSPECTB2B_", "SPHERESCOUT_")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(names)}
        environment |= world.environment | {"HOME": str(folder), "XDG_STATE_HOME": str(folder)}
        return subprocess.run(
            [PROGRAM, *options, str(ROOT / "scripts" / "weekly_export.lua"), *world.arguments], cwd=folder,
            env=environment, capture_output=True, text=True, timeout=400, check=False)

    @staticmethod
    def rows(folder: Path) -> list[str] | None:
        """The lines of the exported file, whatever ends them; None when there is none."""
        path = folder / "out" / "weekly.csv"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else None

    def judge(self) -> Verdict:
        self.world.begin(self.plan.faults)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            try:
                end = self.run(self.world, folder, self.plan.options)
            except subprocess.TimeoutExpired:
                return Verdict(self.plan, "WRONG", "it did not end")
            problem = self.problem(end, folder)
            if problem:
                last = end.stderr.strip().split("\n")[-4:]
                return Verdict(self.plan, "WRONG", "\n  ".join([problem, f"exit {end.returncode}", *last]))
        return Verdict(self.plan, f"exit {end.returncode}" if end.returncode else "equal")

    def problem(self, end: subprocess.CompletedProcess, folder: Path) -> str | None:
        """What is wrong with how it ended; None when nothing is."""
        summary, ledger, calm = self.world.ask("summary"), self.world.ledger(), self.calm["ledger"]
        if summary["faults"]["never_fired"] and not self.plan.kind.startswith(("ignored", "reset", "expired")):
            return f"never struck: {summary['faults']['never_fired']}"
        storms = summary["faults"]["storms"].values()
        if any(storm["undercuts"] for storm in storms):
            return f"Retry-After was undercut: {list(storms)}"
        rows = self.rows(folder)
        if rows is not None and rows != self.calm["file"]:
            return "the exported file is not the whole file"
        if end.returncode == 0:
            return self.unequal(ledger, calm, end)
        if end.returncode not in self.plan.exits:
            codes = " or ".join(map(str, sorted(self.plan.exits)))
            return f"it had to end with {codes}" if codes else "it gave up, though it could have gone on"
        return self.doubled(ledger, calm) or self.unfinished(folder, calm)

    def unequal(self, ledger: dict, calm: dict, end: subprocess.CompletedProcess) -> str | None:
        """How the ledger differs from that of the undisturbed run."""
        if self.plan.finds_more:
            people = self.world.ask("contacts")
            everybody = set(people["exported"]) | set(people["delivered"])
            found = {name.lower() for name, _ in ledger["leads"]}
            return None if found == everybody else f"leads and people differ: {sorted(found ^ everybody)[:5]}"
        if ledger == calm:
            said = end.stdout.split("\n")[0]
            return None if said == self.calm["says"] else f"it says: {said}"
        return "; ".join(self.differences(ledger, calm))

    @staticmethod
    def differences(ledger: dict, calm: dict) -> list[str]:
        """By name, as "what it is, not what it was"; leads are told by their names."""
        numbers = [name for name in calm if name != "leads" and ledger[name] != calm[name]]
        found = [f"{name}: {ledger[name]}, not {calm[name]}" for name in numbers]
        if ledger["leads"] != calm["leads"]:
            others = sorted({lead[0] for lead in set(ledger["leads"]) ^ set(calm["leads"])})
            found.append(f"leads: {len(ledger['leads'])}, not {len(calm['leads'])}; they differ in {others[:3]}")
        return found

    @staticmethod
    def doubled(ledger: dict, calm: dict) -> str | None:
        """What happened more often than in the undisturbed run."""
        for name in ("credits", "exports", "runs"):
            if ledger[name] > calm[name]:
                return f"{name}: {ledger[name]}, more than {calm[name]}"
        names = [name for name, _ in ledger["leads"]]
        if len(set(names)) != len(names) or not set(names) <= {name for name, _ in calm["leads"]}:
            return "one person became two leads, or somebody else did"
        return None

    def unfinished(self, folder: Path, calm: dict) -> str | None:
        """What a second run without the fault does not put right."""
        self.world.ask("faults", "DELETE")
        end = self.run(self.world, folder, [])
        if end.returncode:
            return f"a second run without the fault ended with exit {end.returncode}: {end.stderr[-300:]}"
        if self.world.ledger()["leads"] != calm["leads"]:
            return "a second run without the fault left other leads"
        return None

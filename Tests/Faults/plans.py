"""Which faults strike where: every kind at every call at which it makes sense."""

from dataclasses import dataclass, field
from shlex import quote

from world import WORLDS


@dataclass
class Plan:
    """One run: its faults, and what is known of it beforehand."""

    kind: str
    faults: list[str]
    world: str = "small"
    # The exit codes with which the work may end; with none it must succeed.
    exits: frozenset = frozenset()
    # Whether companies are delivered that the undisturbed run did not see.
    finds_more: bool = False
    # Options of prospect-run.
    options: list[str] = field(default_factory=list)
    # About how long the fault takes by itself.
    seconds: float = 0

    @property
    def text(self) -> str:
        return " ".join(self.faults)

    @property
    def replay(self) -> str:
        contacts, arguments, hidden = WORLDS[self.world]
        words = [f"-u{name}" for name in hidden]
        words = ["env", *words] if words else []
        words += ["scripts/prospect-run", "--sandbox", "--sandbox-contacts", str(contacts), *self.options]
        for fault in self.faults:
            words += ["--sandbox-fault", fault]
        return " ".join(map(quote, [*words, "scripts/weekly_export.lua", *arguments]))


FILE = "spherescout.file"
# What costs money and has no key: it is never sent again unless it is sure that it did not arrive.
PAID = "spherescout.exports.start"

# Exit codes of the README.
CREDENTIAL, PROVIDER, LIMIT, SUSPENDED, UNKNOWN = 3, 4, 5, 6, 7

# Faults of the connection and of the server, for every call: (text, how the work may end, seconds).
EVERYWHERE = [
    ("refuse", (), 0), ("drop-answer", (), 0), ("drop-answer=reset", (), 0), ("reset-after", (), 0),
    ("reset-after=0", (), 0), ("content-length=+10", (), 0), ("status=500", (), 0), ("status=503,retry-after=1", (), 1),
    ("status=429,retry-after=1", (), 1), ("status-after=500", (), 0), ("status-after=502", (), 0), ("stall=1s", (), 1),
    ("trickle", (), 1), ("stall", (), 35), ("storm=20", (), 2), ("status=429,retry-after=300", (SUSPENDED,), 0),
]
# Faults of JSON and of keys, for calls whose answers are JSON.
JSON = [
    ("truncated-json", (), 0), ("content-length=-10", (), 0), ("malformed-json=html", (PROVIDER,), 0),
    ("malformed-json=garbage", (PROVIDER,), 0), ("malformed-json=empty", (), 0), ("error-body", (), 0),
    ("unauthorized", (CREDENTIAL,), 0), ("rotated-key", (CREDENTIAL,), 0),
]
# After these nobody can know whether a paid call has happened, short of looking …
LOST = ("refuse", "drop", "reset", "stall", "content", "status=500", "status-after", "truncated", "malformed", "error-body")
# … and these say that it has not; it is not sent again all the same.
REFUSED = ("status=503", "status=429")


def plans(calm: dict) -> list[Plan]:
    """All plans, from the calls of the undisturbed runs: `{world: {"calls": {operation: count}}}`."""
    everything = []
    for operation, count in calm["small"]["calls"].items():
        for call in range(1, count + 1):
            everything += at(operation, call)
    return everything + jobs() + files() + tokens(calm["login"]["calls"]) + pages(calm["pages"]["calls"])


def at(operation: str, call: int) -> list[Plan]:
    """What can strike any call."""
    kinds = EVERYWHERE + ([] if operation == FILE else JSON)
    if operation == FILE:
        kinds = [kind for kind in kinds if kind[0] != "storm=20"]
    everything = []
    for text, exits, seconds in kinds:
        if operation == PAID and text.startswith(REFUSED):
            exits = (PROVIDER,)
        elif operation == PAID and text.startswith(LOST) and text != "stall=1s":
            exits = (UNKNOWN,)
        everything.append(
            Plan(text.partition("=")[0], [f"{operation}#{call}:{text}"], seconds=seconds, exits=frozenset(exits)))
    return everything


def jobs() -> list[Plan]:
    starts = [PAID, "prospectb2b.workflows.run"]
    slow = [Plan("stuck-job", [f"{start}#1:stuck-job=3s"], seconds=4) for start in starts]
    stuck = [
        Plan("stuck-job", [f"{start}#1:stuck-job"], exits={LIMIT}, options=["--limit", "wall=12s"], seconds=12)
        for start in starts
    ]
    return slow + stuck + [Plan("failed-job", [f"{start}#1:failed-job"], exits={PROVIDER}) for start in starts]


def files() -> list[Plan]:
    cut = f"{FILE}#1:reset-after=700"
    return [
        Plan("expired-link", [f"{FILE}#1:expired-link"]),
        Plan("expired-link", [cut, f"{FILE}#2:expired-link"]),
        Plan("ignored-range", [cut, f"{FILE}#2:ignored-range"]),
        Plan("changed-etag", [f"{cut}+changed-etag"]),
        Plan("reset-after", [cut, f"{FILE}#2:reset-after=100"]),
        Plan("reset-after", [f"{FILE}#1-3:reset-after=300"]),
    ]


def tokens(calls: dict) -> list[Plan]:
    """Tokens that die while the recipe runs, and faults of the login itself."""
    everything = []
    for operation, count in calls.items():
        if operation.startswith("spherescout.auth."):
            faults = [fault for fault in EVERYWHERE + JSON[:3] if fault[2] < 30]
            everything += [
                Plan(text.partition("=")[0], [f"{operation}#1:{text}"], "login", exits=frozenset(exits))
                for text, exits, _ in faults
            ]
        elif operation.startswith("spherescout.") and operation != FILE:
            for call in range(1, count + 1):
                for text in ("expired-tokens", "expired-tokens=all"):
                    everything.append(Plan("expired-tokens", [f"{operation}#{call}:{text}"], "login"))
    return everything


def pages(calls: dict) -> list[Plan]:
    """Rows that move while a list is read, and companies that are delivered meanwhile."""
    operation = "openprospect.deliveries.companies"
    everything = []
    for call in range(1, calls[operation] + 1):
        for rows in ("+1", "+3", "-1", "-3"):
            everything.append(Plan("page-drift", [f"{operation}#{call}:page-drift={rows}"], "pages"))
        everything.append(
            Plan("late-deliveries", [f"{operation}#{call}:late-deliveries=2"], "pages", finds_more=True))
    return everything

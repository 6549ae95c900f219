#!/usr/bin/env python3
"""Compares what stdlib/providers describes with an OpenAPI file of this folder, both ways.

    Tests/Contracts/check.py CONTRACT [PROVIDER…]

CONTRACT.yaml is held against the operations of all PROVIDERs together, the one of the same name
when none is given. Every operation must stand on both sides with the same method and path. Where
the file says more, that must agree, too: the names of arguments and which of them are required, the
scopes, whether an operation is legacy. Prints one line for each difference, then a count; fails
when there is a difference.

Needs lua5.4 and PyYAML (python3-yaml), no network.
"""

import json
import pathlib
import re
import subprocess
import sys
from urllib.parse import urlsplit

import yaml

HERE = pathlib.Path(__file__).resolve().parent
PROVIDERS = HERE.parent.parent / "stdlib" / "providers"
METHODS = {"get", "post", "put", "patch", "delete"}


def place_of(method, path):
    """Method and path, in which names of parameters count for nothing."""
    return method.upper(), re.sub(r"\{[^}]*\}", "{}", path)


def described(names):
    """The operations of the descriptions: a list for each place, for one may be reached in two ways."""
    files = [str(PROVIDERS / f"{name}.lua") for name in names]
    command = ["lua5.4", str(HERE / "describe.lua"), *files]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    places = {}
    for provider in json.loads(text):
        prefix = urlsplit(provider["base_url"]).path
        for name, operation in provider["operations"].items():
            root = operation.get("root", False)
            place = place_of(operation["method"], ("" if root else prefix) + operation["path"])
            places.setdefault(place, {})[name] = operation
    return places


class Contract:
    """The operations of an OpenAPI file."""

    def __init__(self, name):
        self.document = yaml.safe_load((HERE / f"{name}.yaml").read_text())
        prefix = urlsplit(self.document["servers"][0]["url"]).path.rstrip("/")
        self.operations = {}
        for path, item in self.document["paths"].items():
            for method in METHODS & item.keys():
                operation = dict(item[method])
                # A link that an answer gives is followed, not called.
                if operation.get("x-opaque-url"):
                    continue
                shared = item.get("parameters", [])
                operation["parameters"] = shared + operation.get("parameters", [])
                self.operations[place_of(method, prefix + path)] = operation

    def resolved(self, value):
        while "$ref" in value:
            target = self.document
            for step in value["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            value = target
        return value

    def body(self, operation):
        content = self.resolved(operation.get("requestBody", {})).get("content", {})
        return self.resolved(content.get("application/json", {}).get("schema", {}))

    def known(self, operation):
        """Names that may be sent in path, query and body; None when the body is open."""
        names = {p["name"] for p in map(self.resolved, operation["parameters"])}
        members = self.members(self.body(operation))
        return None if members is None else names | members

    def members(self, schema):
        if schema.get("additionalProperties"):
            return None
        names = set(schema.get("properties", {}))
        for word in ("allOf", "oneOf", "anyOf"):
            for part in schema.get(word, []):
                found = self.members(self.resolved(part))
                if found is None:
                    return None
                names |= found
        return names

    def required(self, operation):
        """Names of what must be sent in path, query and body; headers are the host's business."""
        parameters = map(self.resolved, operation["parameters"])
        names = {p["name"] for p in parameters if p.get("required") and p["in"] != "header"}
        return names | self.required_members(self.body(operation))

    def required_members(self, schema):
        parts = [self.required_members(self.resolved(part)) for part in schema.get("allOf", [])]
        names = set(schema.get("required", [])).union(*parts)
        for choices in (schema.get(word) for word in ("oneOf", "anyOf")):
            if choices:
                options = [self.required_members(self.resolved(choice)) for choice in choices]
                names |= set.intersection(*options)
        return names


def scopes_of(contract_operation):
    """The scopes that the contract names; None when it is silent."""
    scopes = contract_operation.get("x-required-scopes", contract_operation.get("x-scope"))
    if isinstance(scopes, list):
        return set(scopes)
    known = isinstance(scopes, str) and re.fullmatch(r"[a-z_]+[.:][a-z_]+", scopes)
    return {scopes} if known else None


def required_of(operation):
    parameters = operation.get("parameters", {})
    return {p.get("wire", name) for name, p in parameters.items() if p.get("required")}


def sent_by(operation):
    """Wire names of all arguments of a description, but for headers."""
    parameters = operation.get("parameters", {})
    return {p.get("wire", name) for name, p in parameters.items() if p.get("at") != "header"}


def differences(contract, operation, ours):
    """What one of our operations says otherwise than the contract."""
    known = contract.known(operation)
    unknown = (sent_by(ours) | set(ours.get("fixed", {}))) - known if known is not None else set()
    if unknown:
        yield f"the contract does not know {', '.join(sorted(unknown))}"
    missing = contract.required(operation) - required_of(ours) - set(ours.get("fixed", {}))
    if missing:
        yield f"the contract requires {', '.join(sorted(missing))}"
    scopes = scopes_of(operation)
    if scopes is not None and scopes != set(ours.get("scopes", [])):
        yield f"the contract wants the scopes {sorted(scopes)}"
    life = operation.get("x-lifecycle")
    if life is not None and life != ours.get("life", "current"):
        yield f"the contract calls it {life}"


def main(name, *providers):
    contract, places = Contract(name), described(providers or [name])
    problems = []
    for place in sorted(contract.operations.keys() - places.keys()):
        problems.append(f"{' '.join(place)}: not described")
    for place in sorted(places.keys() - contract.operations.keys()):
        problems.append(f"{' '.join(place)}: not in the contract ({', '.join(places[place])})")
    for place in sorted(contract.operations.keys() & places.keys()):
        for ours, operation in places[place].items():
            for problem in differences(contract, contract.operations[place], operation):
                problems.append(f"{ours}: {problem}")
    print(*problems, sep="\n", end="\n" if problems else "")
    agreed = len(contract.operations.keys() & places.keys())
    print(f"{name}: {agreed} of {len(contract.operations)} operations described")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

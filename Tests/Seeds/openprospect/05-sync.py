import os
from collections.abc import Iterator
from typing import Any

import httpx

api_key = os.environ["OPENPROSPECT_API_KEY"]
prospect_search_id = os.environ["PROSPECT_SEARCH_ID"]


def iter_delivered_companies(delivered_since: str | None = None) -> Iterator[dict[str, Any]]:
    offset = 0
    headers = {"Authorization": f"Bearer {api_key}"}

    while True:
        response = httpx.get(
            f"https://api.openprospect.io/api/v1/deliveries/{prospect_search_id}/companies",
            headers=headers,
            params={"limit": 100, "offset": offset, "delivered_since": delivered_since},
            timeout=30.0,
        )
        response.raise_for_status()
        page = response.json()

        yield from page["items"]

        if not page["has_more"]:
            break

        offset += page["limit"]


for company in iter_delivered_companies():
    print(company["id"], company["name"])

import os

import httpx

api_key = os.environ["OPENPROSPECT_API_KEY"]

response = httpx.get(
    "https://api.openprospect.io/api/v1/prospect-searches",
    headers={"Authorization": f"Bearer {api_key}"},
    params={"limit": 10},
    timeout=30.0,
)
response.raise_for_status()
print(response.json()["items"])

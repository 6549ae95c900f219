import os
import time
import httpx

while True:
    response = httpx.get(
        (
            "https://api.openprospect.io/api/v1/search-profile-creations/"
            f"{os.environ['OPENPROSPECT_PROFILE_CREATION_ID']}"
        ),
        headers={"Authorization": f"Bearer {os.environ['OPENPROSPECT_API_KEY']}"},
        timeout=30.0,
    )
    response.raise_for_status()
    data = response.json()
    if data["status"] in {"SUCCEEDED", "FAILED"}:
        print(data)
        break
    time.sleep(2)

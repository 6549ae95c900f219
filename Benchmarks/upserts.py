"""Upserts leads as upserts.lua does, with aiohttp, and prints how many that were a second."""

import asyncio
import os
import sys
import time
import uuid

import aiohttp


async def upsert(session: aiohttp.ClientSession, url: str, number: int) -> None:
    lead = {
        "external_id": f"bench:{number}",
        "email": f"person{number}@example.com",
        "full_name": "Ada Lovelace",
        "company_name": "Analytical Engine Inc.",
    }
    async with session.post(url, json=lead, headers={"Idempotency-Key": uuid.uuid4().hex}) as answer:
        answer.raise_for_status()
        assert (await answer.json())["data"]["id"]


async def main(count: int) -> None:
    url = os.environ["PROSPECTB2B_BASE_URL"] + "/api/public/v1/leads/upsert"
    headers = {"Authorization": "Bearer " + os.environ["PROSPECTB2B_API_KEY"]}
    numbers = iter(range(1, count + 1))

    async def worker() -> None:
        for number in numbers:
            await upsert(session, url, number)

    async with aiohttp.ClientSession(headers=headers) as session:
        started = time.monotonic()
        await asyncio.gather(*(worker() for _ in range(16)))
        print(f"{count / (time.monotonic() - started):.0f}")


asyncio.run(main(int(sys.argv[1])))

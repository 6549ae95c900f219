import os
import httpx

response = httpx.post(
    "https://api.openprospect.io/api/v1/search-profile-creations",
    headers={
        "Authorization": f"Bearer {os.environ['OPENPROSPECT_API_KEY']}",
        "Idempotency-Key": "profile-create-dach-saas-001",
    },
    json={
        "profile_name": "DACH SaaS buyers",
        "ideal_customer_profile": "B2B SaaS companies in DACH with 50-500 employees",
        "seller_offering": "Lead generation and enrichment software",
        "seller_industry": "Software",
        "target_countries": ["DE", "AT", "CH"],
        "target_cities": ["Berlin", "Munich", "Vienna"],
        "target_industries": ["Software"],
        "excluded_industries": ["Consulting"],
        "contact_roles": ["Head of Sales", "RevOps Lead"],
        "output_language": "en",
    },
    timeout=30.0,
)
response.raise_for_status()
print(response.json()["profile_creation_id"])

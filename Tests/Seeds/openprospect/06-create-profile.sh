curl -sS -X POST "https://api.openprospect.io/api/v1/search-profile-creations" \
  -H "Authorization: Bearer ${OPENPROSPECT_API_KEY}" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: profile-create-dach-saas-001" \
  -d '{
    "profile_name": "DACH SaaS buyers",
    "ideal_customer_profile": "B2B SaaS companies in DACH with 50-500 employees",
    "seller_offering": "Lead generation and enrichment software",
    "seller_industry": "Software",
    "target_countries": ["DE", "AT", "CH"],
    "target_cities": ["Berlin", "Munich", "Vienna"],
    "target_industries": ["Software"],
    "excluded_industries": ["Consulting"],
    "contact_roles": ["Head of Sales", "RevOps Lead"],
    "output_language": "en"
  }'
